"""HTML charts that can be read without colour: every segment shows its number."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from certadvisor.views.html.elements import element, sub_element
from certadvisor.views.words import phrases


class BarSegment(NamedTuple):
    """A segment of a bar: its CSS class (see `team.look`), its number and its name.

    `hide_number` is for a segment whose length shows something else than the number.
    """

    css_class: str
    number: int
    name: str
    hide_number: bool = False


class StackedBar(NamedTuple):
    """A bar of a chart: `length` is its share of the longest bar, `figure` stands at its end.

    `subtitle` is small text under the name, `note` is small text under the figure.
    """

    name: str
    segments: tuple[BarSegment, ...]
    length: float
    figure: str
    note: str = ""
    subtitle: str = ""


def legend(parts: Iterable[tuple[str, str]]) -> Element:
    """The legend of a chart, from pairs of CSS class and name."""
    paragraph = element("p", class_="keys")
    for css_class, name in parts:
        item = sub_element(paragraph, "span", class_="key")
        sub_element(item, "span", class_=f"sign {css_class}", aria_hidden="true")
        sub_element(item, "span", name)
    return paragraph


def bar_chart(title: str, rows: Sequence[StackedBar]) -> Element:
    """Horizontal bars, one per line. Segments of zero are left out."""
    chart = element("ul", class_="bars", aria_label=title)
    for row in rows:
        item = sub_element(chart, "li")
        name = sub_element(item, "span", row.name, class_="name")
        if row.subtitle:
            sub_element(name, "small", row.subtitle)
        segments = [segment for segment in row.segments if segment.number]
        description = phrases.join_names(
            f"{phrases.number(segment.number)} {segment.name}" for segment in segments
        )
        track = sub_element(
            item, "span", class_="track", role="img", aria_label=description or "none"
        )
        bar = sub_element(track, "span", class_="bar", style=f"width:{row.length:.2%}")
        for segment in segments:
            style = f"flex-grow:{segment.number}"
            text = "" if segment.hide_number else phrases.number(segment.number)
            sub_element(
                bar,
                "span",
                text,
                class_=f"part {segment.css_class}",
                style=style,
                title=segment.name,
            )
        figure = sub_element(item, "span", class_="figure")
        sub_element(figure, "b", row.figure)
        if row.note:
            sub_element(figure, "span", row.note)
    return chart


_WIDE_NUMBER = 1000  # from here on a number is too wide for a narrow column


class ChartColumn(NamedTuple):
    """A column of a chart: its number, the name under it, and a second line (may be empty)."""

    number: int
    name: str
    second_line: str


def column_chart(title: str, description: str, columns: Sequence[ChartColumn]) -> Element:
    """Vertical columns. `description` says the same in words, for screen readers."""
    # `or 1`: all columns may be zero, and their heights are shares of the highest.
    highest = max((column.number for column in columns), default=0) or 1
    css_class = "columns long" if highest >= _WIDE_NUMBER else "columns"
    chart = element("div", class_=css_class, role="img", aria_label=f"{title}: {description}")
    for column in columns:
        cell = sub_element(chart, "div", class_="column" if column.number else "column empty")
        plot = sub_element(cell, "div", class_="stand")
        sub_element(plot, "b", phrases.number(column.number))
        sub_element(plot, "span", class_="rise", style=f"--share:{column.number / highest:.4f}")
        sub_element(cell, "span", column.name, class_="name")
        sub_element(cell, "span", column.second_line, class_="below")
    return chart
