"""The JSON document of `catalog test`: the number of cases, and those that fail."""

from certadvisor.views.json_values import Json
from certadvisor.views.reports import CasesReport


def document(report: CasesReport) -> Json:
    """The counts, and each failing case with its expected and its actual values."""
    failures = [result for result in report.results if result.differences]
    return {
        "folders": list(report.folders),
        "cases": len(report.results),
        "certifications_tried": len({result.case.certification for result in report.results}),
        "failures": [
            {
                "file": result.file,
                "line": result.line,
                "certification": result.case.certification,
                "id": result.case.id,
                "name": result.case.name,
                "differences": [difference._asdict() for difference in result.differences],
            }
            for result in failures
        ],
    }
