"""The JSON document of `catalog test`: the number of cases, and those that fail."""

from certadvisor.views.json_values import Json
from certadvisor.views.reports import CasesReport


def fill(report: CasesReport) -> Json:
    """The counts, and each failing case with its expected and its actual values."""
    failing = [tried for tried in report.tried if tried.differences]
    return {
        "folders": list(report.folders),
        "cases": len(report.tried),
        "certifications_tried": len({tried.case.certification for tried in report.tried}),
        "failures": [
            {
                "file": tried.file,
                "line": tried.line,
                "certification": tried.case.certification,
                "id": tried.case.id,
                "name": tried.case.name,
                "differences": [one._asdict() for one in tried.differences],
            }
            for tried in failing
        ],
    }
