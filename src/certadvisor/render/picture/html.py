"""The landscape as a page: the picture, and the same as a list."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from certadvisor.render import page, phrases, states
from certadvisor.render.arguments import short_cost
from certadvisor.render.markup import made
from certadvisor.render.picture.svg import TITLE, picture
from certadvisor.render.report import Look, MapReport, Report

_COLUMNS = ("certification", "name", "issuer", "level", "state", "missing", "cost")


def render(report: Report, _: Look) -> str:
    """The page."""
    assert isinstance(report, MapReport)  # noqa: S101  no other report has a picture
    figure = made("figure")
    figure.append(picture(report, alone=False))
    listed = page.folded("The same as a list", _tables(report), id="list")
    content = (page.skip("Skip the picture: to the list", "list"), figure, listed)
    return page.page(TITLE, states.headline(report), content, report.frame)


def _tables(report: MapReport) -> Iterator[Element]:
    catalog = report.frame.catalog
    for field in report.land.fields:
        rows = [
            (
                place.certification.abbreviation,
                place.certification.name,
                phrases.issuer_name(place.certification.issuer, catalog),
                phrases.LEVEL_NAMES[place.level],
                states.state_line(place),
                states.missing(place, catalog),
                short_cost(place.cost) or phrases.NOT_KNOWN,
            )
            for place in report.land.places
            if place.field == field
        ]
        yield page.table(states.field_name(field), _COLUMNS, rows)
