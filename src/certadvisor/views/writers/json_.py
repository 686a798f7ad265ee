"""Reports as JSON, in ASCII so that no value can control a terminal."""

import json

from certadvisor.views.report_registry import document_of
from certadvisor.views.reports import Report, Terminal


def render(report: Report, _: Terminal) -> str:
    """The report's document as indented JSON."""
    return json.dumps(document_of(report), indent=2) + "\n"
