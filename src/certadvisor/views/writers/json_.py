"""Reports as JSON, in ASCII so that no value can control a terminal."""

import json

from certadvisor.views.documents import document
from certadvisor.views.reports import Report, Terminal


def render(report: Report, _: Terminal) -> str:
    """The report's document as indented JSON."""
    return json.dumps(document(report), indent=2) + "\n"
