"""The JSON document of `profile check`: findings, missing data and the most useful question."""

from certadvisor.errors import Fault
from certadvisor.views.json_values import Json
from certadvisor.views.reports import ProfileReport
from certadvisor.views.sections.judgement import assumption_json, question_json


def document(report: ProfileReport) -> Json:
    """The document of `profile check`. Of an unusable profile it has only the findings."""
    check, catalog = report.check, report.context.catalog
    questions = [check.question] if check and check.question else []
    return {
        "profile": report.source,
        "usable": not report.faults,
        "findings": [
            *(_finding("error", fault) for fault in report.faults),
            *(_finding("warning", fault) for fault in report.warnings),
        ],
        "not_told": list(check.missing_lists) if check else [],
        "told_in_part": [gap._asdict() for gap in check.gaps] if check else [],
        "outcomes": (
            {outcome.value: count for outcome, count in check.outcomes.items()} if check else None
        ),
        "questions": [question_json(one, catalog) for one in questions],
        "assumptions": [assumption_json(one, catalog) for one in check.assumptions]
        if check
        else [],
    }


def _finding(severity: str, fault: Fault) -> Json:
    return {
        "severity": severity,
        "file": fault.source,
        "line": fault.line,
        "place": fault.place,
        "problem": fault.problem,
        "remedy": fault.remedy,
    }
