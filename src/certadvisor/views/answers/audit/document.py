"""The data of `audit`: counts, findings and, on request, the state of each person."""

from collections.abc import Iterable
from typing import Annotated, TypedDict

from certadvisor.audit.audit import (
    FAIL_ON_LEVELS,
    FAILING_STATES,
    MET_STATES,
    NOT_MET_STATES,
    AuditFinding,
    AuditResult,
    AuditState,
    FailOn,
    LapsedCredential,
    finding_fails,
)
from certadvisor.audit.policy import Waiver
from certadvisor.catalog.records import Catalog
from certadvisor.views.document_types import Allowed, Count, Day, HeadV2, LineNumber, head_v2
from certadvisor.views.json_values import Row, iso
from certadvisor.views.reports import AuditReport
from certadvisor.views.sections.change_causes import CauseJson, cause_json
from certadvisor.views.sections.judgement import ShortfallJson, shortfall_json
from certadvisor.views.sections.rejected_rows import RejectJson, reject_json
from certadvisor.views.sections.table_notes import TableNotesJson, notes_json
from certadvisor.views.words import audit as audit_words

_FINDING_STATES = tuple(state for state in AuditState if state is not AuditState.MET)

PolicySeverity = Annotated[str, Allowed(words=("error", "warning", "note"))]
StateWord = Annotated[str, Allowed(words=tuple(AuditState))]
FindingState = Annotated[str, Allowed(words=_FINDING_STATES)]
FailingState = Annotated[str, Allowed(words=FAILING_STATES)]


class PolicyJson(TypedDict):
    """The policy by its name and its file."""

    name: str
    file: str


class AuditCounts(TypedDict):
    """How many rows there are, how many of them were judged, and the answers of all rules.

    Each person whom a rule concerns is one answer; `not_met` are missing and expired ones.
    """

    rows: Count
    judged: Count
    rejected: Count
    met: Count
    not_met: Count
    unknown: Count


class PolicyRuleJson(TypedDict):
    """A rule, the number of people it applies to, and how many of them are in each state."""

    id: str
    text: str | None
    severity: PolicySeverity
    applies_to: Count
    missing: Count
    expired: Count
    expiring: Count
    unknown: Count
    waived: Count
    grace: Count
    met: Count
    could_not_judge: Annotated[
        bool,
        Allowed(description="Unknown for too many people: the audit fails, whatever `fail_on`."),
    ]


class LapsedCredentialJson(TypedDict):
    """A credential that a rule requires, and its last day."""

    certification: str
    last_day: Day


class LackingJson(TypedDict):
    """What the state depends on and is not known: a key of the table, or a question."""

    topic: str
    subject: str | None


class WaiverJson(TypedDict):
    """A person's exemption from a rule, through its last day."""

    person: str
    rule: str
    reason: str
    by: str
    until: Day


class AuditFindingJson(TypedDict):
    """The state of a person for a rule that is not met, with the details behind it."""

    person: str
    line: LineNumber
    rule: str
    severity: PolicySeverity
    state: FindingState
    fails: bool
    text: str
    missing: list[ShortfallJson]
    lapsed: list[LapsedCredentialJson]
    last_day: Day | None
    end_cause: CauseJson | None
    due: Day | None
    met_from: Day | None
    depends_on: list[LackingJson]
    waiver: WaiverJson | None
    waived: FailingState | None


class PersonStates(TypedDict):
    """The states of a person in the order of the rules; null where a rule does not apply."""

    person: str
    states: list[StateWord | None]


class AuditMatrix(TypedDict, total=False):
    """What --matrix adds."""

    matrix: list[PersonStates]


class AuditDocument(HeadV2, AuditMatrix, TableNotesJson):
    """The document of `audit`."""

    policy: PolicyJson
    people: str
    fail_on: Annotated[str, Allowed(words=FAIL_ON_LEVELS)]
    failed: bool
    counts: AuditCounts
    rules: list[PolicyRuleJson]
    findings: list[AuditFindingJson]
    expired_waivers: list[WaiverJson]
    unused_waivers: list[WaiverJson]
    rejects: list[RejectJson]


def document(report: AuditReport) -> AuditDocument:
    """The document. A person appears by id, with only what the policy's rules require."""
    result, catalog = report.result, report.context.catalog
    return {
        **head_v2(report.context),
        "policy": {"name": result.policy.name, "file": report.policy},
        "people": report.source,
        "fail_on": report.fail_on,
        "failed": report.failed,
        "counts": {
            "rows": len(result.rows) + len(result.rejects),
            "judged": len(result.rows),
            "rejected": len(result.rejects),
            **_answers(result),
        },
        "rules": [_rule(report, index) for index in range(len(result.policy.rules))],
        "findings": [_finding(one, report.fail_on, catalog) for one in result.findings],
        "expired_waivers": [_waiver(one) for one in result.expired_waivers],
        "unused_waivers": [_waiver(one) for one in result.unused_waivers],
        "rejects": [reject_json(one) for one in result.rejects],
        **notes_json(report.notes),
        **_matrix(report),
    }


class _AnswerCounts(TypedDict):
    met: Count
    not_met: Count
    unknown: Count


def _answers(result: AuditResult) -> _AnswerCounts:
    counts = result.count_answers()
    return {
        "met": sum(counts[state] for state in MET_STATES),
        "not_met": sum(counts[state] for state in NOT_MET_STATES),
        "unknown": counts[AuditState.UNKNOWN],
    }


def _matrix(report: AuditReport) -> AuditMatrix:
    if not report.with_matrix:
        return {}
    return {
        "matrix": [
            {"person": row.person, "states": [state and state.value for state in row.states]}
            for row in report.result.rows
        ]
    }


def _rule(report: AuditReport, index: int) -> PolicyRuleJson:
    rule, counts = report.result.policy.rules[index], report.result.count_states(index)
    return {
        "id": rule.id,
        "text": rule.text,
        "severity": rule.severity,
        "applies_to": counts.total(),
        "missing": counts[AuditState.MISSING],
        "expired": counts[AuditState.EXPIRED],
        "expiring": counts[AuditState.EXPIRING],
        "unknown": counts[AuditState.UNKNOWN],
        "waived": counts[AuditState.WAIVED],
        "grace": counts[AuditState.GRACE],
        "met": counts[AuditState.MET],
        "could_not_judge": any(one.rule is rule for one in report.result.unjudged_rules),
    }


def _finding(finding: AuditFinding, fail_on: FailOn, catalog: Catalog) -> AuditFindingJson:
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
        "end_cause": cause_json(finding.end_cause),
        "due": iso(finding.due),
        "met_from": iso(finding.met_from),
        "depends_on": _lacking(finding),
        "waiver": _waiver(finding.waiver) if finding.waiver else None,
        "waived": finding.waived_state.value if finding.waived_state else None,
    }


def _lacking(finding: AuditFinding) -> list[LackingJson]:
    keys: list[LackingJson] = [{"topic": key, "subject": None} for key in finding.missing_keys]
    return [
        *keys,
        *(
            LackingJson(topic=question.topic, subject=question.subject)
            for question in finding.questions
        ),
    ]


def _lapsed_credential(credential: LapsedCredential) -> LapsedCredentialJson:
    return {"certification": credential.certification, "last_day": iso(credential.last_day)}


def _waiver(waiver: Waiver) -> WaiverJson:
    return {
        "person": waiver.person,
        "rule": waiver.rule,
        "reason": waiver.reason,
        "by": waiver.by,
        "until": iso(waiver.until),
    }


_FINDING_COLUMNS = (
    "person", "line", "rule", "severity", "state", "fails", "last_day", "due", "met_from", "text",
)  # fmt: skip


def columns(data: AuditDocument) -> tuple[str, ...]:
    """The names of the columns: those of the findings, or in a matrix the ids of the rules."""
    if "matrix" in data:
        return ("person", *(rule["id"] for rule in data["rules"]))
    return _FINDING_COLUMNS


def rows(data: AuditDocument) -> Iterable[Row]:
    """One row per finding, expired waiver and rejected row, or in a matrix one per person."""
    if "matrix" in data:
        yield from ((row["person"], *row["states"]) for row in data["matrix"])
        return
    for finding in data["findings"]:
        yield (
            finding["person"], finding["line"], finding["rule"], finding["severity"],
            finding["state"], finding["fails"], finding["last_day"], finding["due"],
            finding["met_from"], finding["text"],
        )  # fmt: skip
    severities = {rule["id"]: rule["severity"] for rule in data["rules"]}
    for waiver in data["expired_waivers"]:
        text = f"{waiver['by']}: {waiver['reason']}"
        severity = severities[waiver["rule"]]
        yield (
            waiver["person"], None, waiver["rule"], severity, "waiver-expired", None,
            waiver["until"], None, None, text,
        )  # fmt: skip
    for rule in data["rules"]:
        if rule["could_not_judge"]:
            text = f"unknown for {rule['unknown']} of the {rule['applies_to']} it applies to"
            severity = rule["severity"]
            yield (
                None, None, rule["id"], severity, "could-not-judge", True, None, None, None, text,
            )  # fmt: skip
    for value in data["ignored"]:
        text = f"{value['problem']} ({value['count']}): {value['remedy']}"
        yield None, None, None, None, "ignored", False, None, None, None, text
    for reject in data["rejects"]:
        for fault in reject["faults"]:
            text = ": ".join(part for part in (fault["place"], fault["problem"]) if part)
            cells = ("error", "rejected", True, None, None, None, text)
            yield reject["id"], reject["line"], None, *cells
