"""The map as a self-contained SVG file: title, legend, map, footer and styles."""

from xml.etree.ElementTree import Element

from certadvisor.views.html.elements import SVG, added, as_xml, made, style
from certadvisor.views.html.map.drawing import draw
from certadvisor.views.html.map.legend import legend
from certadvisor.views.html.map.map_styles import sheet
from certadvisor.views.html.palette import variables
from certadvisor.views.reports import Look, MapReport, Report
from certadvisor.views.screens.parts import foot_line
from certadvisor.views.words import landscape as landscape_words

TITLE = "Certification landscape"
_MARGIN, _HEAD, _FOOT, _NARROWEST = 36, 66, 34, 900


def render(report: Report, _: Look) -> str:
    """The map as an SVG file."""
    assert isinstance(report, MapReport)  # noqa: S101  no other report has a picture
    root = picture(report, alone=True)
    return as_xml(root)


def picture(report: MapReport, *, alone: bool) -> Element:
    """The map as an SVG element; unless `alone`, the page provides title, footer and colours."""
    drawn = draw(report)
    margin = _MARGIN if alone else 4
    width = max(drawn.width, _NARROWEST) + 2 * margin
    body = made("g")
    y = float(margin)
    if alone:
        added(body, "text", TITLE, class_="big", x=margin, y=y + 24)
        added(body, "text", landscape_words.headline(report), class_="lead", x=margin, y=y + 50)
        y += _HEAD
    y += legend(body, report, margin, y, width - 2 * margin) + 14
    drawn.body.set("transform", f"translate({margin},{y:g})")
    body.append(drawn.body)
    y += drawn.height
    if alone:
        y += _FOOT
        added(body, "text", foot_line(report.frame), class_="small", x=margin, y=y - 6)
    height = y + margin
    root = made(
        "svg", xmlns=SVG, viewBox=f"0 0 {width:g} {height:g}", class_="map",
        preserveAspectRatio="xMinYMin meet",
        role="graphics-document", aria_labelledby="mt", aria_describedby="md", lang="en",
    )  # fmt: skip
    if alone:
        root.set("width", f"{width:g}")
        root.set("height", f"{height:g}")
    added(root, "title", TITLE, id="mt")
    added(root, "desc", f"{landscape_words.headline(report)} {foot_line(report.frame)}", id="md")
    css = sheet(drawn.linked)
    root.append(style(variables(".map") + css if alone else css))
    if alone:
        added(root, "rect", class_="ground", width="100%", height="100%")
    root.append(body)
    return root
