"""The answer of `show`: one whole record, or the candidates for an ambiguous name.

The screen of a record is in the module named after what it is.
"""

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Annotated, Any, TypedDict

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
from certadvisor.views.document_types import Allowed, Head, LevelWord, StatusWord, head
from certadvisor.views.json_values import Row
from certadvisor.views.reports import AnswerContext, CandidatesReport, ShowReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.certification_summary import certification_json
from certadvisor.views.sections.next_commands import next_section
from certadvisor.views.words import phrases

_KINDS = {  # also the names of the modules with their screens
    "certifications": "certification",
    "roles": "role",
    "levels": "level",
    "skills": "skill",
    "starting_points": "starting_point",
}
_NEXT = {  # what to ask next about a record, before its id
    "certifications": ("check",),
    "roles": ("recommend", "--role"),
    "levels": ("list", "--level"),
    "starting_points": ("roles", "--from"),
}
_SHARED_NAME = "shared_name"


class CandidateJson(TypedDict):
    """A certification that a name may mean; of one without a record only the name is known."""

    id: str
    name: str
    issuer: str | None
    levels: list[LevelWord]
    status: StatusWord | None


class NameQuestion(TypedDict, total=False):
    """A name that several certifications share, and the question that decides."""

    name: str
    question: str


class ShowDocument(Head, NameQuestion):
    """The document of `show`."""

    kind: Annotated[str, Allowed(words=(*_KINDS.values(), _SHARED_NAME))]
    id: str | None
    record: (
        Annotated[
            Mapping[str, object],
            Allowed(
                description="The record as the catalogue has it, whole; see "
                "certifications.schema.json and roles.schema.json."
            ),
        ]
        | None
    )
    candidates: list[CandidateJson]


def document(report: ShowReport | CandidatesReport) -> ShowDocument:
    """The raw record, or the candidates and the question that decides."""
    context = report.context
    question: NameQuestion = {}
    if isinstance(report, CandidatesReport):
        question = {"name": report.name, "question": report.question}
        return {
            **head(context),
            "kind": _SHARED_NAME,
            "id": None,
            "record": None,
            "candidates": [_candidate_json(id, context) for id in report.candidates],
            **question,
        }
    return {
        **head(context),
        "kind": _KINDS[report.collection],
        "id": report.id,
        "record": context.catalog.raw_record(report.collection, report.id),
        "candidates": [],
        **question,
    }


def _candidate_json(id: str, context: AnswerContext) -> CandidateJson:
    certification = context.catalog.certifications.get(id)
    if certification:
        return {**certification_json(certification, context)}
    name = context.catalog.known_names.get(id, id)
    return {"id": id, "name": name, "issuer": None, "levels": [], "status": None}


def screen(report: ShowReport | CandidatesReport) -> Screen:
    """The record's screen. Imports only the module of its collection."""
    if isinstance(report, CandidatesReport):
        return _candidates(report)
    module = import_module(f"{__name__}.{_KINDS[report.collection]}")
    record = report.context.catalog.raw_record(report.collection, report.id)
    blocks: Screen = module.screen(report, record)
    command = _NEXT.get(report.collection)  # a skill leads nowhere of its own
    commands = [(*command, report.id)] if command else []
    return (*blocks, *next_section(report.context, *commands), *lists.footer(report.context))


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
        *next_section(report.context, *(("show", id) for id in _with_record(report)[:1])),
        *lists.footer(report.context),
    )


def _with_record(report: CandidatesReport) -> list[str]:
    return [id for id in report.candidates if id in report.context.catalog.certifications]


def _candidate(id: str, report: CandidatesReport) -> tuple[StyledText, ...]:
    catalog = report.context.catalog
    certification = catalog.certifications.get(id)
    issuer = (
        phrases.issuer_name(certification.issuer, catalog) if certification else "no record here"
    )
    name = certification.name if certification else catalog.known_names.get(id, id)
    return styled(Fragment(id, "strong")), styled(name), styled(issuer)


COLUMNS = ("path", "value")


def rows(data: ShowDocument) -> Iterable[Row]:
    """One row per value of the record, or of the candidates."""
    yield from _flat("", data["record"] or {"candidates": data["candidates"]})


def _flat(path: str, value: Any) -> Iterable[tuple[str, Any]]:
    """Every leaf value of a record with its path: `exam.minutes`, `costs[0].currency`."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _flat(f"{path}.{key}" if path else key, part)
    elif isinstance(value, list) and any(isinstance(part, dict | list) for part in value):
        for index, part in enumerate(value):
            yield from _flat(f"{path}[{index}]", part)
    else:
        yield path, value
