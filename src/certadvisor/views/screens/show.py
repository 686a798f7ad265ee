"""The screen of `show`: one whole record, or the candidates for an ambiguous name."""

from importlib import import_module

from certadvisor.views.blocks import Column, Para, Screen, Span, Title, Words, table, words
from certadvisor.views.reports import CandidatesReport, ShowReport
from certadvisor.views.screens import parts
from certadvisor.views.words import phrases

_FILES = {
    "certifications": "show_certification",
    "roles": "show_role",
    "levels": "show_level",
    "skills": "show_skill",
}


def build(report: ShowReport | CandidatesReport) -> Screen:
    """The record's screen. Imports only the module of its collection."""
    if isinstance(report, CandidatesReport):
        return _candidates(report)
    module = import_module(f"certadvisor.views.screens.{_FILES[report.collection]}")
    page = report.frame.catalog.page(report.collection, report.id)
    found: Screen = module.build(report, page)
    return (*found, *parts.foot(report.frame))


def _candidates(report: CandidatesReport) -> Screen:
    count = phrases.amount(len(report.candidates), "certification")
    columns = (Column("id"), Column("name", flexible=True), Column("issuer", flexible=True))
    return (
        Title(words(f"“{report.name}” is the name of {count}")),
        Para(words(Span(report.question, "doubt"))),
        table(columns, (_candidate(id, report) for id in report.candidates)),
        *parts.foot(report.frame),
    )


def _candidate(id: str, report: CandidatesReport) -> tuple[Words, ...]:
    catalog = report.frame.catalog
    known = catalog.certifications.get(id)
    issuer = phrases.issuer_name(known.issuer, catalog) if known else "no record here"
    name = known.name if known else catalog.known_names.get(id, id)
    return words(Span(id, "strong")), words(name), words(issuer)
