"""`certadvisor map`: the certification landscape as a list, data or a picture."""

from typing import Annotated

from certadvisor.advice.landscape import make_landscape
from certadvisor.cli import context as cli_context
from certadvisor.cli.map_filters import ListFilters, MapFilters, filter_certifications
from certadvisor.cli.options import (
    COMMON_FORMATS,
    Formats,
    OutputOptions,
    PersonOptions,
    QueryOptions,
)
from certadvisor.cli.output import emit
from certadvisor.cli.typer_groups import command
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.from_options import ProfileOptions
from certadvisor.views.formats import Format
from certadvisor.views.reports import MapReport


@command
def app(
    person: PersonOptions,
    filters: MapFilters,
    query: QueryOptions,
    target: Annotated[OutputOptions, Formats(*COMMON_FORMATS, Format.SVG, Format.HTML)],
) -> None:
    """Map all certifications, and which are open to you.

    By level and field; without a profile and options about you it shows no states.

    Examples:
        certadvisor map --degree bachelor --leading 30m --output map.html
        certadvisor map --profile me.yaml --output map.html --open
        certadvisor map --discipline agile --format svg --output agile.svg
    """
    answer_context = cli_context.load_context(query, target)
    person = cli_context.with_default_profile(person, target)
    evidence = None
    if person.profile or cli_context.profile_options(person) != ProfileOptions():
        profile = cli_context.load_profile(person, answer_context, target)
        evidence = Evidence(profile, answer_context.catalog, answer_context.as_of)
    certifications = filter_certifications(answer_context, ListFilters(*filters), (), {}, None)
    landscape_map = make_landscape(
        certifications, answer_context.catalog, answer_context.as_of, evidence
    )
    emit(MapReport(answer_context, landscape_map), target)
