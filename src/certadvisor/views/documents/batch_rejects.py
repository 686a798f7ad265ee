"""The JSON document of a rejected row: its id, its line and its faults."""

from certadvisor.views.documents.people_check import reject_json
from certadvisor.views.json_values import Json
from certadvisor.views.reports import RejectReport


def document(report: RejectReport) -> Json:
    """The document. Of the row's values only the invalid ones appear, in the faults."""
    return reject_json(report.reject)
