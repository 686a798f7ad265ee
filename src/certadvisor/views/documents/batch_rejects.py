"""The JSON document of a rejected row: its id, its line and its faults."""

from certadvisor.views.json_values import Json
from certadvisor.views.reports import RejectReport
from certadvisor.views.sections.rejected_rows import reject_json


def document(report: RejectReport) -> Json:
    """The document. Of the row's values only the invalid ones appear, in the faults."""
    return dict(reject_json(report.reject))
