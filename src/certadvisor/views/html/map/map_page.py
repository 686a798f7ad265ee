"""The map as an HTML page: the SVG, and the same data as tables."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from certadvisor.views.html import page
from certadvisor.views.html.elements import element
from certadvisor.views.html.map.svg import TITLE, svg_element
from certadvisor.views.reports import MapReport
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases
from certadvisor.views.words.prices import short_cost

_COLUMNS = ("certification", "name", "issuer", "level", "state", "missing", "cost")


def render(report: MapReport) -> str:
    """The map as an HTML page."""
    figure = element("figure")
    figure.append(svg_element(report, alone=False))
    tables = page.collapsed_section("The same as a list", _tables(report), id="list")
    content = (page.skip_link("Skip the picture: to the list", "list"), figure, tables)
    return page.html_page(TITLE, landscape_words.headline(report), content, report.context)


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
