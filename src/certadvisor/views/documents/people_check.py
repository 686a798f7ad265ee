"""The JSON document of `people check`: columns, counts and a preview of the first rows."""

from certadvisor.errors import Fault
from certadvisor.people.person import Reject
from certadvisor.people.preview import RowPreview
from certadvisor.views.json_values import Json, iso
from certadvisor.views.reports import PeopleReport


def document(report: PeopleReport) -> Json:
    """The document. It has ids and what rules require, but no names and no whole profiles."""
    check = report.check
    return {
        "people": report.source,
        "form": report.table_format,
        "columns": [{"header": one.label, "field": one.field} for one in report.columns],
        "counts": {
            "rows": check.readable + check.rejected,
            "readable": check.readable,
            "rejected": check.rejected,
            "with_warnings": check.warned,
        },
        "first": [_row(one) for one in check.first],
        "rejects": [reject_json(one) for one in check.rejects],
    }


def _row(preview: RowPreview) -> Json:
    person, credentials = preview.person, preview.person.profile.certifications
    return {
        "id": person.id,
        "line": person.line,
        "title": person.title,
        "role": person.role,
        "level": person.level,
        "country": person.profile.country,
        "tags": list(person.tags),
        "joined": iso(person.joined),
        "promoted": iso(person.promoted),
        "degree": preview.degree,
        "months": (
            None
            if preview.months is None
            else [{"kind": kind, "months": months} for kind, months in preview.months]
        ),
        "certifications": (
            None
            if credentials is None
            else list(dict.fromkeys(credential.id for credential in credentials))
        ),
        "guessed": list(person.profile.guessed),
        "not_told": list(preview.missing_lists),
        "warnings": [_fault(fault) for fault in person.warnings],
    }


def reject_json(reject: Reject) -> Json:
    """A rejected row with all its faults."""
    return {
        "id": reject.id,
        "line": reject.line,
        "faults": [_fault(fault) for fault in reject.faults],
    }


def _fault(fault: Fault) -> Json:
    return {
        "line": fault.line,
        "place": fault.place,
        "problem": fault.problem,
        "remedy": fault.remedy,
        "file": fault.source,
    }
