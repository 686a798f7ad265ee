"""The JSON document of `audit`: counts, findings and, on request, the state of each person."""

from certadvisor.audit.audit import AuditFinding, AuditState, LapsedCredential, finding_fails
from certadvisor.audit.policy import Waiver
from certadvisor.catalog.records import Catalog
from certadvisor.views.json_values import Json, iso
from certadvisor.views.reports import AuditReport
from certadvisor.views.sections.change_causes import cause_json
from certadvisor.views.sections.judgement import shortfall_json
from certadvisor.views.sections.rejected_rows import reject_json
from certadvisor.views.words import audit as audit_words


def document(report: AuditReport) -> Json:
    """The document. A person appears by id, with only what the policy's rules require."""
    result, catalog = report.result, report.context.catalog
    fields: Json = {
        "policy": {"name": result.policy.name, "file": report.policy},
        "people": report.source,
        "fail_on": report.fail_on,
        "failed": report.failed,
        "counts": {
            "rows": len(result.rows) + len(result.rejects),
            "judged": len(result.rows),
            "rejected": len(result.rejects),
        },
        "rules": [_rule(report, index) for index in range(len(result.policy.rules))],
        "findings": [_finding(one, report.fail_on, catalog) for one in result.findings],
        "waivers_ended": [_waiver(one) for one in result.expired_waivers],
        "waivers_unused": [_waiver(one) for one in result.unused_waivers],
        "rejects": [reject_json(one) for one in result.rejects],
    }
    if report.with_matrix:
        fields["matrix"] = [
            {"person": row.person, "states": [state and state.value for state in row.states]}
            for row in result.rows
        ]
    return fields


def _rule(report: AuditReport, index: int) -> Json:
    rule, counts = report.result.policy.rules[index], report.result.count_states(index)
    return {
        "id": rule.id,
        "text": rule.text,
        "severity": rule.severity,
        "concerned": counts.total(),
        **{state.value: counts[state] for state in AuditState},
    }


def _finding(finding: AuditFinding, fail_on: str, catalog: Catalog) -> Json:
    return {
        "person": finding.person,
        "line": finding.line,
        "rule": finding.rule.id,
        "severity": finding.rule.severity,
        "state": finding.state.value,
        "fails": finding_fails(finding, fail_on),
        "text": audit_words.finding_text(finding, catalog),
        "missing": [shortfall_json(shortfall) for shortfall in finding.missing],
        "lapsed": [_lapsed_credential(lapsed) for lapsed in finding.lapsed],
        "last_day": iso(finding.last_day),
        "ends": cause_json(finding.end_cause),
        "due": iso(finding.due),
        "met_from": iso(finding.met_from),
        "lacks": [
            *({"about": key, "subject": None} for key in finding.missing_keys),
            *(
                {"about": question.topic, "subject": question.subject}
                for question in finding.questions
            ),
        ],
        "waiver": _waiver(finding.waiver) if finding.waiver else None,
        "waived": finding.waived_state.value if finding.waived_state else None,
    }


def _lapsed_credential(credential: LapsedCredential) -> Json:
    return {"certification": credential.certification, "last_day": iso(credential.last_day)}


def _waiver(waiver: Waiver) -> Json:
    return {
        "person": waiver.person,
        "rule": waiver.rule,
        "reason": waiver.reason,
        "by": waiver.by,
        "until": iso(waiver.until),
    }
