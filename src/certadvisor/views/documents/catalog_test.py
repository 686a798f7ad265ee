"""The document of `catalog test`: how many cases, and those that the judge answers otherwise."""

from certadvisor.views.json_values import Json
from certadvisor.views.reports import CasesReport


def fill(report: CasesReport) -> Json:
    """The numbers, and each failing case with what it expects and what the judge says."""
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
