"""The JSON document of `show`: one raw record, or the candidates for an ambiguous name."""

from typing import Any

from certadvisor.views.answers.list_ import certification_json
from certadvisor.views.json_values import Json
from certadvisor.views.reports import AnswerContext, CandidatesReport, ShowReport

KINDS = {
    "certifications": "certification",
    "roles": "role",
    "levels": "level",
    "skills": "skill",
}


def document(report: ShowReport | CandidatesReport) -> Json:
    """The raw record, or the candidates and the question that decides."""
    if isinstance(report, CandidatesReport):
        return {
            "kind": "shared_name",
            "id": None,
            "record": None,
            "candidates": [_candidate(id, report.context) for id in report.candidates],
            "name": report.name,
            "question": report.question,
        }
    record = report.context.catalog.raw_record(report.collection, report.id)
    return {"kind": KINDS[report.collection], "id": report.id, "record": record, "candidates": []}


def _candidate(id: str, context: AnswerContext) -> Any:
    """A certification's summary. One without a record (named only by rules) has just a name."""
    certification = context.catalog.certifications.get(id)
    if certification:
        return certification_json(certification, context)
    name = context.catalog.known_names.get(id, id)
    return {"id": id, "name": name, "issuer": None, "levels": [], "status": None}
