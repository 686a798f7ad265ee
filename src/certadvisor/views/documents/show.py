"""The JSON document of `show`: one raw record, or the candidates for an ambiguous name."""

from certadvisor.views.documents.list_ import listed
from certadvisor.views.json_values import Json
from certadvisor.views.reports import CandidatesReport, Frame, ShowReport

KINDS = {
    "certifications": "certification",
    "roles": "role",
    "levels": "level",
    "skills": "skill",
}


def fill(report: ShowReport | CandidatesReport) -> Json:
    """The raw record, or the candidates and the question that decides."""
    if isinstance(report, CandidatesReport):
        return {
            "kind": "shared_name",
            "id": None,
            "record": None,
            "candidates": [_candidate(id, report.frame) for id in report.candidates],
            "name": report.name,
            "question": report.question,
        }
    page = report.frame.catalog.page(report.collection, report.id)
    return {"kind": KINDS[report.collection], "id": report.id, "record": page, "candidates": []}


def _candidate(id: str, frame: Frame) -> Json:
    """A certification's summary. One without a record (named only by rules) has just a name."""
    known = frame.catalog.certifications.get(id)
    if known:
        return listed(known, frame)
    name = frame.catalog.known_names.get(id, id)
    return {"id": id, "name": name, "issuer": None, "levels": [], "status": None}
