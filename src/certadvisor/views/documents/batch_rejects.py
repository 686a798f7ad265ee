"""The document of a row that cannot be read: its line, and every fault in it."""

from certadvisor.views.documents.people_check import reject
from certadvisor.views.json_values import Json
from certadvisor.views.reports import RejectReport


def fill(report: RejectReport) -> Json:
    """The document; of the row it holds the values at fault, and nothing else."""
    return reject(report.reject)
