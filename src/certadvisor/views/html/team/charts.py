"""HTML charts that can be read without colour: every segment shows its number."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from certadvisor.views.html.elements import added, made
from certadvisor.views.words import phrases


class Part(NamedTuple):
    """A segment of a bar: its CSS class (see `team.look`), its number and its name.

    `hide_number` is for a segment whose length shows something else than the number.
    """

    look: str
    number: int
    name: str
    silent: bool = False


class Bar(NamedTuple):
    """A bar of a chart: `length` is its share of the longest bar, `figure` stands at its end.

    `subtitle` is small text under the name, `note` is small text under the figure.
    """

    name: str
    parts: tuple[Part, ...]
    length: float
    figure: str
    aside: str = ""
    about: str = ""


def keys(parts: Iterable[tuple[str, str]]) -> Element:
    """The legend of a chart, from pairs of CSS class and name."""
    found = made("p", class_="keys")
    for look, name in parts:
        key = added(found, "span", class_="key")
        added(key, "span", class_=f"sign {look}", aria_hidden="true")
        added(key, "span", name)
    return found


def bars(title: str, lines: Sequence[Bar]) -> Element:
    """Horizontal bars, one per line. Segments of zero are left out."""
    found = made("ul", class_="bars", aria_label=title)
    for line in lines:
        item = added(found, "li")
        name = added(item, "span", line.name, class_="name")
        if line.about:
            added(name, "small", line.about)
        drawn = [part for part in line.parts if part.number]
        told = phrases.several(f"{phrases.number(part.number)} {part.name}" for part in drawn)
        track = added(item, "span", class_="track", role="img", aria_label=told or "none")
        bar = added(track, "span", class_="bar", style=f"width:{line.length:.2%}")
        for part in drawn:
            grown = f"flex-grow:{part.number}"
            text = "" if part.silent else phrases.number(part.number)
            added(bar, "span", text, class_=f"part {part.look}", style=grown, title=part.name)
        figure = added(item, "span", class_="figure")
        added(figure, "b", line.figure)
        if line.aside:
            added(figure, "span", line.aside)
    return found


_LONG = 1000  # from here on a number is too wide for a narrow column


class Column(NamedTuple):
    """A column of a chart: its number, the name under it, and a second line (may be empty)."""

    number: int
    name: str
    below: str


def columns(title: str, told: str, found: Sequence[Column]) -> Element:
    """Vertical columns. `description` says the same in words, for screen readers."""
    # `or 1`: all columns may be zero, and their heights are shares of the highest.
    most = max((column.number for column in found), default=0) or 1
    look = "columns long" if most >= _LONG else "columns"
    chart = made("div", class_=look, role="img", aria_label=f"{title}: {told}")
    for column in found:
        place = added(chart, "div", class_="column" if column.number else "column empty")
        stand = added(place, "div", class_="stand")
        added(stand, "b", phrases.number(column.number))
        added(stand, "span", class_="rise", style=f"--share:{column.number / most:.4f}")
        added(place, "span", column.name, class_="name")
        added(place, "span", column.below, class_="below")
    return chart
