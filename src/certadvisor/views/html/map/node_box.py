"""Draws one certification of the map: its box with names, state and icon, described in words."""

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from certadvisor.advice.landscape import MapNode
from certadvisor.views.html.elements import sub_element
from certadvisor.views.html.map.geometry import BOX_HEIGHT, BOX_WIDTH, coordinate
from certadvisor.views.html.map.grid import is_bundled
from certadvisor.views.html.map.icons import ICONS, STAR
from certadvisor.views.html.text_metrics import fit_lines, fit_name, text_width, truncate
from certadvisor.views.reports import MapReport
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases

_ICON, _EDGE, _CORNER = 17, 9, 7
_META, _FULL = 10.5, 9.5
_MAX_LINES = 5  # of a box


class _BoxLine(NamedTuple):
    """One line of text in a box: its CSS class and font size."""

    text: str
    css_class: str
    size: float


def draw_node(
    parent: Element, node: MapNode, report: MapReport, element_id: str, at: tuple[float, float]
) -> None:
    """A node whose upper left corner is `at`; `element_id` is unique in the document."""
    id = node.certification.id
    links = report.landscape.edges
    has_edges = any(id in (link.source, link.target) for link in links)
    classes = ["node", *([node.state.value] if node.state else []), *(["linked"] * has_edges)]
    group = sub_element(
        parent, "g", id=element_id, class_=" ".join(classes), tabindex="0", role="listitem",
        transform=f"translate({coordinate(at[0])},{coordinate(at[1])})",
        aria_label=landscape_words.title(node), aria_describedby=f"{element_id}d",
        data_id=id,
    )  # fmt: skip
    description = landscape_words.description(node, report)
    sub_element(
        group, "title", f"{landscape_words.title(node)}. {description}"
    )  # shown as a tooltip
    sub_element(group, "desc", description, id=f"{element_id}d")
    sub_element(group, "rect", class_="box", width=BOX_WIDTH, height=BOX_HEIGHT, rx=_CORNER)
    if node.state:
        _icon(group, node, _ICON, BOX_HEIGHT / 2)
    _text(group, _lines(node, report), _left(node))
    if node.preferred:
        sub_element(group, "path", class_="star", d=STAR, transform=f"translate({BOX_WIDTH - 4},1)")
    _pill(group, sum(link.target == id and is_bundled(link) for link in links))


def _icon(parent: Element, node: MapNode, x: float, y: float) -> None:
    if node.state:
        group = sub_element(
            parent, "g", class_="icon", transform=f"translate({coordinate(x)},{coordinate(y)})"
        )
        for css_class, path in ICONS[node.state]:
            sub_element(group, "path", class_=css_class, d=path)


def _left(node: MapNode) -> float:
    return _ICON * 2 - 4 if node.state else _EDGE + 2


def _lines(node: MapNode, report: MapReport) -> list[_BoxLine]:
    """The abbreviation, the full name, and the state or the issuer: five lines at most."""
    certification, room = node.certification, BOX_WIDTH - _left(node) - _EDGE
    short = fit_name(certification.abbreviation, room)
    states = landscape_words.state_lines(node) or (_issuer(node, room, report),)
    free = _MAX_LINES - len(short.lines) - len(states)
    same = certification.name == certification.abbreviation
    full = () if same else fit_lines(certification.name, _FULL, room, free)
    return [
        *(_BoxLine(line, "name", short.size) for line in short.lines),
        *(_BoxLine(line, "full", _FULL) for line in full),
        *(_BoxLine(truncate(line, _META, room), "meta", _META) for line in states),
    ]


def _text(group: Element, lines: Iterable[_BoxLine], left: float) -> None:
    """The lines, one below the other, in the middle of the box."""
    placed, height = [], 0.0
    for line in lines:
        height += 1.2 * line.size
        placed.append((height - 0.27 * line.size, line))
    top = (BOX_HEIGHT - height) / 2
    for y, line in placed:
        sub_element(
            group, "text", line.text, class_=line.css_class, x=left, y=top + y,
            font_size=line.size,
        )  # fmt: skip


def _issuer(node: MapNode, room: float, report: MapReport) -> str:
    """The longest form of the issuer's name that fits: full, short, abbreviation or id."""
    id = node.certification.issuer
    name = phrases.issuer_name(id, report.context.catalog)
    before, _, aside = name.partition(" (")
    short = aside.removesuffix(")")
    names = [name, before, *([short] if short.isalpha() else [])]
    names += [id.upper()] if id.isalpha() and len(id) <= len("iassc") else []
    return next((candidate for candidate in names if text_width(candidate, _META) <= room), before)


def _pill(group: Element, count: int) -> None:
    """A pill on a box with bundled edges, which appear only when the box is pointed at."""
    if count:
        sub_element(group, "rect", class_="pill", x=-10, y=-9, width=52, height=13, rx=6.5)
        sub_element(group, "text", f"{count} ways", class_="pilltext", x=16, y=1)
