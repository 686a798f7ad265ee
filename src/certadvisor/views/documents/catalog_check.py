"""The JSON document of `catalog check`: findings in file order."""

from collections import Counter

from certadvisor.linting.finding import SEVERITIES
from certadvisor.views.json_values import Json
from certadvisor.views.reports import FindingsReport


def document(report: FindingsReport) -> Json:
    """The folders checked, the number of findings by severity, and the findings."""
    counts = Counter(finding.severity for finding in report.findings)
    return {
        "folders": list(report.folders),
        "severities": {severity: counts[severity] for severity in SEVERITIES},
        "findings": [finding._asdict() for finding in report.findings],
    }
