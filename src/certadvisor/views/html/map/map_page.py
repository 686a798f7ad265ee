"""The map as an HTML page: the SVG, and the same data as tables."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from certadvisor.views.html import page
from certadvisor.views.html.elements import element, sub_element
from certadvisor.views.html.map.legend import html_legend
from certadvisor.views.html.map.map_styles import PAGE_SHEET
from certadvisor.views.html.map.svg import TITLE, EmbeddedMap, embedded_map
from certadvisor.views.reports import MapReport
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases
from certadvisor.views.words.prices import short_cost

_COLUMNS = ("certification", "name", "issuer", "level", "state", "missing", "cost")
_ZOOM_LEVELS = (("fit", "Fit width"), ("full", "Full size"), ("large", "Large"))


def render(report: MapReport) -> str:
    """The map as an HTML page: legend, zoom, picture and tables."""
    embedded = embedded_map(report)
    tables = page.collapsed_section("The same as a list", _tables(report), id="list")
    content = (
        page.skip_link("Skip the picture: to the list", "list"),
        html_legend(report),
        _zoom(),
        _figure(embedded),
        tables,
    )
    headline = landscape_words.headline(report)
    return page.html_page(TITLE, headline, content, report.context, PAGE_SHEET)


def _zoom() -> Element:
    """A choice of sizes that needs no script: the style sheet follows what is checked."""
    choice = element("fieldset", class_="zoom")
    sub_element(choice, "legend", "Size")
    for index, (name, text) in enumerate(_ZOOM_LEVELS):
        label = sub_element(choice, "label")
        checked = {"checked": "checked"} if index == 0 else {}
        sub_element(label, "input", type="radio", name="zoom", id=f"zoom-{name}", **checked)
        sub_element(label, "span", text)
    return choice


def _figure(embedded: EmbeddedMap) -> Element:
    """The picture below the names of the levels, which stay in sight."""
    figure = element("figure")
    size = f"--full:{embedded.width:.0f}px;--crop:{-100 * embedded.crop:.3f}%"
    frame = sub_element(figure, "div", class_="frame", style=size)
    levels = sub_element(frame, "div", class_="levels", aria_hidden="true")
    for heading, left in embedded.levels:
        name = sub_element(levels, "p", style=f"left:{100 * left:.2f}%")
        sub_element(name, "b", heading.name)
        sub_element(name, "small", heading.certifications)
    frame.append(embedded.svg)
    frame.extend(embedded.sheets)
    return figure


def _tables(report: MapReport) -> Iterator[Element]:
    catalog = report.context.catalog
    for field in report.landscape.fields:
        rows = [
            (
                node.certification.abbreviation,
                node.certification.name,
                phrases.issuer_name(node.certification.issuer, catalog),
                phrases.LEVEL_NAMES[node.level],
                landscape_words.state_line(node),
                landscape_words.missing(node, catalog),
                short_cost(node.cost) or phrases.NOT_KNOWN,
            )
            for node in report.landscape.nodes
            if node.field == field
        ]
        yield page.table_section(landscape_words.field_name(field), _COLUMNS, rows)
