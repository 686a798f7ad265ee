"""A certification in short: its names, issuer, levels and status."""

from typing import TypedDict

from certadvisor.catalog.records import Certification
from certadvisor.views.document_types import LevelWord, StatusWord
from certadvisor.views.reports import AnswerContext


class CertificationJson(TypedDict):
    """A certification, with its status on the as-of day."""

    id: str
    name: str
    issuer: str
    levels: list[LevelWord]
    status: StatusWord


def certification_json(certification: Certification, context: AnswerContext) -> CertificationJson:
    """The summary of a certification, with its status on the as-of day."""
    return {
        "id": certification.id,
        "name": certification.name,
        "issuer": certification.issuer,
        "levels": list(certification.levels),
        "status": certification.status_on(context.as_of),
    }
