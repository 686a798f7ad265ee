"""The map as a self-contained SVG file: title, legend, map, footer and styles."""

from xml.etree.ElementTree import Element

from certadvisor.views.html.elements import SVG, as_xml, element, style, sub_element
from certadvisor.views.html.map.drawing import draw
from certadvisor.views.html.map.legend import legend
from certadvisor.views.html.map.map_styles import stylesheet
from certadvisor.views.html.palette import variables
from certadvisor.views.reports import MapReport
from certadvisor.views.sections.lists import footer_text
from certadvisor.views.words import landscape as landscape_words

TITLE = "Certification landscape"
_MARGIN, _HEAD, _FOOT, _NARROWEST = 36, 66, 34, 900


def render(report: MapReport) -> str:
    """The map as an SVG file."""
    root = svg_element(report, alone=True)
    return as_xml(root)


def svg_element(report: MapReport, *, alone: bool) -> Element:
    """The map as an SVG element; unless `alone`, the page provides title, footer and colours."""
    drawing = draw(report)
    margin = _MARGIN if alone else 4
    width = max(drawing.width, _NARROWEST) + 2 * margin
    body = element("g")
    y = float(margin)
    if alone:
        sub_element(body, "text", TITLE, class_="big", x=margin, y=y + 24)
        sub_element(
            body, "text", landscape_words.headline(report), class_="lead", x=margin, y=y + 50
        )
        y += _HEAD
    y += legend(body, report, margin, y, width - 2 * margin) + 14
    drawing.body.set("transform", f"translate({margin},{y:g})")
    body.append(drawing.body)
    y += drawing.height
    if alone:
        y += _FOOT
        sub_element(body, "text", footer_text(report.context), class_="small", x=margin, y=y - 6)
    height = y + margin
    root = element(
        "svg", xmlns=SVG, viewBox=f"0 0 {width:g} {height:g}", class_="map",
        preserveAspectRatio="xMinYMin meet",
        role="graphics-document", aria_labelledby="mt", aria_describedby="md", lang="en",
    )  # fmt: skip
    if alone:
        root.set("width", f"{width:g}")
        root.set("height", f"{height:g}")
    sub_element(root, "title", TITLE, id="mt")
    sub_element(
        root, "desc", f"{landscape_words.headline(report)} {footer_text(report.context)}", id="md"
    )
    css = stylesheet(drawing.linked)
    root.append(style(variables(".map") + css if alone else css))
    if alone:
        sub_element(root, "rect", class_="ground", width="100%", height="100%")
    root.append(body)
    return root
