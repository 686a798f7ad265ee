"""Reports as JSON: the contract, in ASCII so that no value can steer a terminal."""

import json

from certadvisor.views.documents import document
from certadvisor.views.reports import Look, Report


def render(report: Report, _: Look) -> str:
    """The report's document."""
    return json.dumps(document(report), indent=2) + "\n"
