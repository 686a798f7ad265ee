"""The document of `catalog check`: findings in file order."""

from collections import Counter

from certadvisor.render.documents.values import Json
from certadvisor.render.report import FindingsReport
from certadvisor.upkeep.finding import SEVERITIES


def fill(report: FindingsReport) -> Json:
    """How many of each severity, and every one."""
    counts = Counter(finding.severity for finding in report.findings)
    return {
        "folders": list(report.folders),
        "severities": {severity: counts[severity] for severity in SEVERITIES},
        "findings": [finding._asdict() for finding in report.findings],
    }
