"""The document of a row that cannot be read: its line, and every fault in it."""

from certadvisor.render.documents.people_check import reject
from certadvisor.render.documents.values import Json
from certadvisor.render.report import RejectReport


def fill(report: RejectReport) -> Json:
    """The document; of the row it holds the values at fault, and nothing else."""
    return reject(report.reject)
