"""The screen of a job outside the ladder: the roles it usually leads to, and what to do first."""

from typing import Any

from certadvisor.views.blocks import Screen, Title, facts, styled
from certadvisor.views.reports import ShowReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.starting_point import first_steps
from certadvisor.views.words import phrases


def screen(report: ShowReport, record: dict[str, Any]) -> Screen:
    """The whole record, except for the footer."""
    catalog = report.context.catalog
    kinds = phrases.join_names(phrases.kind_name(kind, catalog) for kind in record["kinds"])
    return (
        Title(styled(record["title"]), record["id"]),
        facts(
            ("What it is", "a job outside the career ladder"),
            ("Gives experience in", kinds),
            ("Also called", ", ".join(record.get("aliases", ()))),
        ),
        *first_steps(record, catalog),
        *lists.list_section("Sources", lists.source_lines(record.get("sources", {}))),
    )
