"""The map as an HTML page: the SVG, and the same data as tables."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from certadvisor.views.html import page
from certadvisor.views.html.elements import made
from certadvisor.views.html.map.svg import TITLE, picture
from certadvisor.views.reports import Look, MapReport, Report
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases
from certadvisor.views.words.reasons import short_cost

_COLUMNS = ("certification", "name", "issuer", "level", "state", "missing", "cost")


def render(report: Report, _: Look) -> str:
    """The map as an HTML page."""
    assert isinstance(report, MapReport)  # noqa: S101  no other report has a picture
    figure = made("figure")
    figure.append(picture(report, alone=False))
    listed = page.folded("The same as a list", _tables(report), id="list")
    content = (page.skip("Skip the picture: to the list", "list"), figure, listed)
    return page.page(TITLE, landscape_words.headline(report), content, report.frame)


def _tables(report: MapReport) -> Iterator[Element]:
    catalog = report.frame.catalog
    for field in report.land.fields:
        rows = [
            (
                place.certification.abbreviation,
                place.certification.name,
                phrases.issuer_name(place.certification.issuer, catalog),
                phrases.LEVEL_NAMES[place.level],
                landscape_words.state_line(place),
                landscape_words.missing(place, catalog),
                short_cost(place.cost) or phrases.NOT_KNOWN,
            )
            for place in report.land.places
            if place.field == field
        ]
        yield page.table(landscape_words.field_name(field), _COLUMNS, rows)
