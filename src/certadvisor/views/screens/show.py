"""The screen of `show`: one whole record, or the candidates for an ambiguous name."""

from importlib import import_module

from certadvisor.views.blocks import (
    Fragment,
    Para,
    Screen,
    StyledText,
    TableColumn,
    Title,
    styled,
    table,
)
from certadvisor.views.reports import CandidatesReport, ShowReport
from certadvisor.views.sections import lists
from certadvisor.views.words import phrases

_MODULES = {
    "certifications": "show_certification",
    "roles": "show_role",
    "levels": "show_level",
    "skills": "show_skill",
}


def screen(report: ShowReport | CandidatesReport) -> Screen:
    """The record's screen. Imports only the module of its collection."""
    if isinstance(report, CandidatesReport):
        return _candidates(report)
    module = import_module(f"certadvisor.views.screens.{_MODULES[report.collection]}")
    record = report.context.catalog.raw_record(report.collection, report.id)
    blocks: Screen = module.screen(report, record)
    return (*blocks, *lists.footer(report.context))


def _candidates(report: CandidatesReport) -> Screen:
    count = phrases.amount(len(report.candidates), "certification")
    columns = (
        TableColumn("id"),
        TableColumn("name", flexible=True),
        TableColumn("issuer", flexible=True),
    )
    return (
        Title(styled(f"“{report.name}” is the name of {count}")),
        Para(styled(Fragment(report.question, "doubt"))),
        table(columns, (_candidate(id, report) for id in report.candidates)),
        *lists.footer(report.context),
    )


def _candidate(id: str, report: CandidatesReport) -> tuple[StyledText, ...]:
    catalog = report.context.catalog
    certification = catalog.certifications.get(id)
    issuer = (
        phrases.issuer_name(certification.issuer, catalog) if certification else "no record here"
    )
    name = certification.name if certification else catalog.known_names.get(id, id)
    return styled(Fragment(id, "strong")), styled(name), styled(issuer)
