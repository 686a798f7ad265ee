"""Charts that read without colour: each part carries its number, each chart its words."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from certadvisor.views.html.elements import added, made
from certadvisor.views.words import phrases


class Part(NamedTuple):
    """A stretch of a bar: its look (a class of `team.look`), how many, and of what.

    `silent` ones do not carry the number: it is not what the length means.
    """

    look: str
    number: int
    name: str
    silent: bool = False


class Bar(NamedTuple):
    """A line of a chart: `length` from 0 to 1 of the longest, and what stands at its end.

    `about` stands small under the name, `aside` under the figure.
    """

    name: str
    parts: tuple[Part, ...]
    length: float
    figure: str
    aside: str = ""
    about: str = ""


def keys(parts: Iterable[tuple[str, str]]) -> Element:
    """What the looks mean."""
    found = made("p", class_="keys")
    for look, name in parts:
        key = added(found, "span", class_="key")
        added(key, "span", class_=f"sign {look}", aria_hidden="true")
        added(key, "span", name)
    return found


def bars(title: str, lines: Sequence[Bar]) -> Element:
    """Bars below each other; a part of nobody is not drawn."""
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


_LONG = 1000  # numbers that a narrow column has no room for


class Column(NamedTuple):
    """A column of a chart: its number, the name under it, and a second line where one is due."""

    number: int
    name: str
    below: str


def columns(title: str, told: str, found: Sequence[Column]) -> Element:
    """Columns beside each other, as high as their numbers; `told` is the chart in words."""
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
