"""The answer of `batch --rejects` about one row that cannot be read: a line with its faults."""

from certadvisor.views.document_types import Head, head
from certadvisor.views.reports import RejectReport
from certadvisor.views.sections.rejected_rows import RejectJson, reject_json


class RejectDocument(Head, RejectJson):
    """A line of `batch --rejects`."""


def document(report: RejectReport) -> RejectDocument:
    """The document. Of the row's values only the invalid ones appear, in the faults."""
    return {**head(report.context), **reject_json(report.reject)}
