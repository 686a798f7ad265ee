"""The legend of the map: only the signs that occur in it."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, assert_never
from xml.etree.ElementTree import Element

from certadvisor.advice.landscape import MapState
from certadvisor.views.html.elements import element, sub_element
from certadvisor.views.html.map.geometry import coordinate
from certadvisor.views.html.map.grid import EdgeStyle, edge_style, is_bundled
from certadvisor.views.html.map.icons import ICONS, STAR, TIP
from certadvisor.views.html.text_metrics import text_width
from certadvisor.views.reports import MapReport
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases

_SIZE, _SIGN, _GAP, _LINE = 12, 46, 30, 26
_USUAL = 0.88  # usual fonts are narrower than the widest; `_GAP` absorbs the difference


_EDGE_TEXTS = {  # in the order of the legend
    EdgeStyle.MUST: ("required", "for the next one"),
    EdgeStyle.WAY: ("one option", "of several"),
    EdgeStyle.HEIR: ("replaced by", "its successor"),
}


class LegendSign(StrEnum):
    """The signs that are neither a state nor an edge."""

    STAR = "star"
    PILL = "pill"


class _LegendKey(NamedTuple):
    """A sign and its meaning."""

    kind: MapState | EdgeStyle | LegendSign
    name: str
    meaning: str


def legend(parent: Element, report: MapReport, left: float, top: float, width: float) -> float:
    """Draw the legend in lines no longer than `width` and return its height."""
    x, y = left, top
    for key in _keys(report):
        meaning = f" {key.meaning}" if key.meaning else ""
        size = _USUAL * (text_width(key.name, _SIZE, bold=True) + text_width(meaning, _SIZE))
        sign = _SIGN if _is_wide(key) else _SIGN / 2
        if x > left and x + sign + size > left + width:
            x, y = left, y + _LINE
        class_ = f"keys {key.kind}" if isinstance(key.kind, MapState) else "keys"
        group = sub_element(parent, "g", class_=class_)
        _sign(group, key, x, y + _LINE / 2)
        text = sub_element(group, "text", class_="key", x=x + sign, y=y + _LINE / 2 + 4.2)
        sub_element(text, "tspan", key.name, class_="keyname")
        sub_element(text, "tspan", meaning)
        x += sign + size + _GAP
    return y + _LINE - top


def html_legend(report: MapReport) -> Element:
    """The legend as a list, whose entries wrap on a narrow screen."""
    entries = element("ul", class_="legend")
    for key in _keys(report):
        item = sub_element(entries, "li")
        width = _SIGN - 6 if _is_wide(key) else _SIGN / 2 - 6
        sign = sub_element(
            item, "svg", class_="map", viewBox=f"0 0 {width:g} 18", width=width, height=18,
            aria_hidden="true",
        )  # fmt: skip
        class_ = f"keys {key.kind}" if isinstance(key.kind, MapState) else "keys"
        _sign(sub_element(sign, "g", class_=class_), key, 0, 9)
        text = sub_element(item, "span", class_="key")
        sub_element(text, "b", key.name).tail = f" {key.meaning}" if key.meaning else ""
    return entries


def _is_wide(key: _LegendKey) -> bool:
    return isinstance(key.kind, EdgeStyle) or key.kind is LegendSign.PILL


def _keys(report: MapReport) -> Iterator[_LegendKey]:
    land = report.landscape
    states_shown = {node.state for node in land.nodes}
    for state in MapState:
        if state in states_shown:
            yield _LegendKey(
                state, landscape_words.NAMES[state], landscape_words.meaning(state, land)
            )
    if any(node.preferred for node in land.nodes):
        role = phrases.role_title(land.role, report.context.catalog)
        note = landscape_words.preference_note(land)
        yield _LegendKey(LegendSign.STAR, "preferred", f"for {role}{note}")
    styles = {edge_style(link) for link in land.edges if not is_bundled(link)}
    for style in EdgeStyle:
        if style in styles:
            yield _LegendKey(style, *_EDGE_TEXTS[style])
    if any(is_bundled(link) for link in land.edges):
        yield _LegendKey(LegendSign.PILL, "several prerequisites", "point at the box to see which")


def _sign(group: Element, key: _LegendKey, x: float, y: float) -> None:
    match key.kind:
        case LegendSign.PILL:
            left, top = x + 0.5, y - 6.5
            sub_element(group, "rect", class_="pill", x=left, y=top, width=39, height=13, rx=6.5)
            sub_element(group, "text", "9 ways", class_="pilltext", x=x + 20, y=y + 3.5)
        case LegendSign.STAR:
            sub_element(group, "path", class_="star", d=STAR, transform=_at(x + 8, y))
        case EdgeStyle():
            arrow = sub_element(group, "g", class_=f"link {key.kind}")
            sub_element(arrow, "path", class_="wire", d=f"M{coordinate(x)},{coordinate(y)}h33")
            sub_element(arrow, "path", class_="tip", d=TIP, transform=_at(x + 38, y))
        case MapState():
            icon = sub_element(group, "g", class_="icon", transform=_at(x + 8, y))
            for css_class, path in ICONS[key.kind]:
                sub_element(icon, "path", class_=css_class, d=path)
        case _:
            assert_never(key.kind)


def _at(x: float, y: float) -> str:
    return f"translate({coordinate(x)},{coordinate(y)})"
