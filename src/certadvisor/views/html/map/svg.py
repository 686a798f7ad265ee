"""The map as a self-contained SVG file, and as the picture of a page."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from certadvisor.views.html.elements import SVG, as_xml, element, style, sub_element
from certadvisor.views.html.map.drawing import BODY_ID, HEAD, HEADS_ID, LevelHeading, draw
from certadvisor.views.html.map.legend import legend
from certadvisor.views.html.map.map_styles import stylesheet
from certadvisor.views.html.palette import variables
from certadvisor.views.reports import MapReport
from certadvisor.views.sections.lists import footer_text
from certadvisor.views.words import landscape as landscape_words

TITLE = "Certification landscape"
_MARGIN, _HEAD, _FOOT, _NARROWEST = 36, 66, 34, 900
_EMBEDDED_MARGIN = 4
_FIRST_SHEET, _LATER_SHEETS = 1.15, 1.38  # heights by the width of the paper, A3 or A4


def render(report: MapReport) -> str:
    """The map as an SVG file: title, legend, picture and footer."""
    drawing = draw(report)
    width = max(drawing.width, _NARROWEST) + 2 * _MARGIN
    body = element("g")
    sub_element(body, "text", TITLE, class_="big", x=_MARGIN, y=_MARGIN + 24)
    headline = landscape_words.headline(report)
    sub_element(body, "text", headline, class_="lead", x=_MARGIN, y=_MARGIN + 50)
    y = float(_MARGIN + _HEAD)
    y += legend(body, report, _MARGIN, y, width - 2 * _MARGIN) + 14
    drawing.body.set("transform", f"translate({_MARGIN},{y:g})")
    body.append(drawing.body)
    y += drawing.height + _FOOT
    footer = footer_text(report.context)
    sub_element(body, "text", footer, class_="small", x=_MARGIN, y=y - 6)
    root = _root(report, width, y + _MARGIN)
    root.set("width", f"{width:g}")
    root.set("height", f"{y + _MARGIN:g}")
    root.append(style(variables(".map") + stylesheet(drawing.linked)))
    sub_element(root, "rect", class_="ground", width="100%", height="100%")
    root.append(body)
    return as_xml(root)


class EmbeddedMap(NamedTuple):
    """The picture for a page, which provides title, legend, footer and colours.

    `crop` is the part of the width that the names of the levels take at the top, and `levels`
    are those names, each with its left edge as a part of the width: for headings of the page.
    `sheets` are the picture cut between fields, for paper.
    """

    svg: Element
    sheets: tuple[Element, ...]
    width: float
    crop: float
    levels: tuple[tuple[LevelHeading, float], ...]


def embedded_map(report: MapReport) -> EmbeddedMap:
    """The map as an SVG element of a page."""
    drawing = draw(report)
    width = max(drawing.width, _NARROWEST) + 2 * _EMBEDDED_MARGIN
    drawing.body.set("transform", f"translate({_EMBEDDED_MARGIN},{_EMBEDDED_MARGIN})")
    root = _root(report, width, drawing.height + 2 * _EMBEDDED_MARGIN)
    root.append(style(stylesheet(drawing.linked)))
    root.append(drawing.body)
    levels = tuple((one, (one.left + _EMBEDDED_MARGIN) / width) for one in drawing.levels)
    sheets = tuple(_sheet(part, width) for part in _parts(drawing.field_edges, width))
    return EmbeddedMap(root, sheets, width, (HEAD - 6) / width, levels)


def _parts(edges: Sequence[float], width: float) -> list[tuple[float, float]]:
    """The upper and lower edges of the parts of a picture, none higher than its sheet allows."""
    parts: list[tuple[float, float]] = []
    top = edges[0]
    for before, edge in pairwise(edges):
        share = _LATER_SHEETS if parts else _FIRST_SHEET
        if before > top and edge - top + HEAD > share * width:
            parts.append((top, before))
            top = before
    return [*parts, (top, edges[-1])]


def _sheet(part: tuple[float, float], width: float) -> Element:
    """A part of the picture below the names of the levels, drawn by reference to the whole."""
    top, bottom = part
    height = bottom - top
    sheet = element(
        "svg", class_="map sheet", viewBox=f"0 0 {width:g} {HEAD + height:g}", aria_hidden="true",
        preserveAspectRatio="xMinYMin meet",
    )  # fmt: skip
    sub_element(sheet, "use", href=f"#{HEADS_ID}", x=_EMBEDDED_MARGIN)
    cut = sub_element(
        sheet, "svg", y=HEAD, width=width, height=height,
        viewBox=f"0 {top + _EMBEDDED_MARGIN:g} {width:g} {height:g}",
    )  # fmt: skip
    sub_element(cut, "use", href=f"#{BODY_ID}")
    return sheet


def _root(report: MapReport, width: float, height: float) -> Element:
    root = element(
        "svg", xmlns=SVG, viewBox=f"0 0 {width:g} {height:g}", class_="map picture",
        preserveAspectRatio="xMinYMin meet",
        role="graphics-document", aria_labelledby="mt", aria_describedby="md", lang="en",
    )  # fmt: skip
    sub_element(root, "title", TITLE, id="mt")
    description = f"{landscape_words.headline(report)} {footer_text(report.context)}"
    sub_element(root, "desc", description, id="md")
    return root
