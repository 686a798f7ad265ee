"""The JSON document of `audit`: counts, findings and, on request, the state of each person."""

from certadvisor.audit.audit import Finding, Lapsed, State, fails
from certadvisor.audit.policy import Waiver
from certadvisor.catalog.records import Catalog
from certadvisor.views.documents import dates
from certadvisor.views.documents.check import missing
from certadvisor.views.documents.people_check import reject
from certadvisor.views.json_values import Json, iso
from certadvisor.views.reports import AuditReport
from certadvisor.views.words import audit as audit_words


def fill(report: AuditReport) -> Json:
    """The document. A person appears by id, with only what the policy's rules require."""
    audited, catalog = report.audited, report.frame.catalog
    found: Json = {
        "policy": {"name": audited.policy.name, "file": report.policy},
        "people": report.source,
        "fail_on": report.fail_on,
        "failed": report.failed,
        "counts": {
            "rows": len(audited.rows) + len(audited.rejects),
            "judged": len(audited.rows),
            "rejected": len(audited.rejects),
        },
        "rules": [_rule(report, at) for at in range(len(audited.policy.rules))],
        "findings": [_finding(one, report.fail_on, catalog) for one in audited.findings],
        "waivers_ended": [_waiver(one) for one in audited.ended],
        "waivers_unused": [_waiver(one) for one in audited.unused],
        "rejects": [reject(one) for one in audited.rejects],
    }
    if report.matrix:
        found["matrix"] = [
            {"person": row.person, "states": [state and state.value for state in row.states]}
            for row in audited.rows
        ]
    return found


def _rule(report: AuditReport, at: int) -> Json:
    rule, count = report.audited.policy.rules[at], report.audited.tally(at)
    return {
        "id": rule.id,
        "text": rule.text,
        "severity": rule.severity,
        "concerned": count.total(),
        **{state.value: count[state] for state in State},
    }


def _finding(one: Finding, fail_on: str, catalog: Catalog) -> Json:
    return {
        "person": one.person,
        "line": one.line,
        "rule": one.rule.id,
        "severity": one.rule.severity,
        "state": one.state.value,
        "fails": fails(one, fail_on),
        "text": audit_words.sentence(one, catalog),
        "missing": [missing(shortfall) for shortfall in one.missing],
        "lapsed": [_lapsed(lapsed) for lapsed in one.lapsed],
        "last_day": iso(one.last_day),
        "ends": dates.cause(one.ends),
        "due": iso(one.due),
        "met_from": iso(one.met_from),
        "lacks": [
            *({"about": key, "subject": None} for key in one.lacks),
            *({"about": asked.topic, "subject": asked.subject} for asked in one.questions),
        ],
        "waiver": _waiver(one.waiver) if one.waiver else None,
        "waived": one.waived.value if one.waived else None,
    }


def _lapsed(one: Lapsed) -> Json:
    return {"certification": one.certification, "last_day": iso(one.last_day)}


def _waiver(one: Waiver) -> Json:
    return {
        "person": one.person,
        "rule": one.rule,
        "reason": one.reason,
        "by": one.by,
        "until": iso(one.until),
    }
