"""The JSON document of `people check`: columns, counts and a preview of the first rows."""

from certadvisor.errors import Fault
from certadvisor.people.person import Reject
from certadvisor.people.preview import Understood
from certadvisor.views.json_values import Json, iso
from certadvisor.views.reports import PeopleReport


def fill(report: PeopleReport) -> Json:
    """The document. It has ids and what rules require, but no names and no whole profiles."""
    check = report.check
    return {
        "people": report.source,
        "form": report.form,
        "columns": [{"header": one.place, "field": one.field} for one in report.columns],
        "counts": {
            "rows": check.readable + check.rejected,
            "readable": check.readable,
            "rejected": check.rejected,
            "with_warnings": check.warned,
        },
        "first": [_understood(one) for one in check.first],
        "rejects": [reject(one) for one in check.rejects],
    }


def _understood(one: Understood) -> Json:
    person, held = one.person, one.person.profile.certifications
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
        "degree": one.degree,
        "months": (
            None
            if one.months is None
            else [{"kind": kind, "months": months} for kind, months in one.months]
        ),
        "certifications": (
            None if held is None else list(dict.fromkeys(credential.id for credential in held))
        ),
        "guessed": list(person.profile.guessed),
        "not_told": list(one.untold),
        "warnings": [_fault(fault) for fault in person.warnings],
    }


def reject(one: Reject) -> Json:
    """A rejected row with all its faults."""
    return {"id": one.id, "line": one.line, "faults": [_fault(fault) for fault in one.faults]}


def _fault(fault: Fault) -> Json:
    return {
        "line": fault.line,
        "place": fault.place,
        "problem": fault.problem,
        "remedy": fault.remedy,
        "file": fault.source,
    }
