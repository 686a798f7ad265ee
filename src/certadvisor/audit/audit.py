"""The audit of a team by a policy: who fails which rule, what expires soon, who is exempt.

Each person has exactly one state for each rule, or None where the rule does not apply to them, so
the counts add up. Pure: the same people, policy and day always give the same audit.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cached_property, partial
from typing import Any, NamedTuple

from certadvisor.audit.policy import (
    Policy,
    PolicyRule,
    Position,
    RuleSeverity,
    Waiver,
    due_date,
    find_position,
    judge_applicability,
)
from certadvisor.audit.unjudged import UnjudgedRule, may_be_unknown
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement, leaves
from certadvisor.people.notes import TableNotes
from certadvisor.people.person import Person, Reject
from certadvisor.people.unforeseen import or_reject
from certadvisor.planner.nearest_way import NearestWays
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import accept_undated
from certadvisor.rules.credential_status import CredentialState as Validity
from certadvisor.rules.credential_status import credential_status
from certadvisor.rules.eligibility import DAY, Timeline
from certadvisor.rules.judge import missing_in
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import open_questions
from certadvisor.rules.verdict import Cause, Question, Shortfall, Verdict


class AuditState(StrEnum):
    """A person's state for one rule, the worst first; the first four can fail an audit."""

    MISSING = "missing"
    EXPIRED = "expired"  # would be met if nothing lapsed or left its window
    EXPIRING = "expiring"  # met, but ends within the warning period
    UNKNOWN = "unknown"  # depends on data that is not given
    WAIVED = "waived"
    GRACE = "grace"  # not met, but not due yet
    MET = "met"


class FailOn(StrEnum):
    """The state at and above which the audit fails, the worst first."""

    MISSING = "missing"
    EXPIRED = "expired"
    EXPIRING = "expiring"
    UNKNOWN = "unknown"
    NEVER = "never"


FAIL_ON_LEVELS = tuple(FailOn)
MET_STATES = (AuditState.MET, AuditState.EXPIRING)
NOT_MET_STATES = (AuditState.MISSING, AuditState.EXPIRED)
FAILING_STATES = (AuditState.MISSING, AuditState.EXPIRED, AuditState.EXPIRING, AuditState.UNKNOWN)


class LapsedCredential(NamedTuple):
    """A credential that a rule requires and that is no longer valid after `last_day`."""

    certification: str
    last_day: date


class AuditFinding(NamedTuple):
    """A person's state for a rule, with the details behind it.

    `last_day` is the last on which an expiring rule is met, `end_cause` why it ends then. `due` is
    the first day after the grace period. `met_from` is the day from which the rule will be met if
    the person's current work continues. `missing_keys` are the keys without a value that the
    answer depends on, `questions` what to ask the person. `waived_state` is the state that a
    waiver excuses.
    """

    person: str
    line: int
    rule: PolicyRule
    state: AuditState
    title: str | None = None
    missing: tuple[Shortfall, ...] = ()
    lapsed: tuple[LapsedCredential, ...] = ()
    last_day: date | None = None
    end_cause: Cause | None = None
    due: date | None = None
    met_from: date | None = None
    missing_keys: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    waiver: Waiver | None = None
    waived_state: AuditState | None = None


class AuditRow(NamedTuple):
    """One person's states in the order of the rules; None where a rule does not apply."""

    person: str
    line: int
    states: tuple[AuditState | None, ...]


class AuditResult(NamedTuple):
    """The audit of a whole table; every row read is in `rows` or in `rejects`.

    No finding has the state met. `expired_waivers` are those of people in the table, each a finding
    of its own. `unused_waivers` are for people who are not in the table, or not needed. `notes`
    are of what the table holds and is not counted, where they were taken.
    """

    as_of: date
    policy: Policy
    rows: tuple[AuditRow, ...]
    findings: tuple[AuditFinding, ...]
    rejects: tuple[Reject, ...]
    expired_waivers: tuple[Waiver, ...]
    unused_waivers: tuple[Waiver, ...]
    notes: TableNotes = TableNotes()

    @property
    def unjudged_rules(self) -> tuple[UnjudgedRule, ...]:
        """The rules, of any severity, that are unknown for too many people to pass or fail."""
        counted = ((rule, self.count_states(index)) for index, rule in enumerate(self.policy.rules))
        return tuple(
            UnjudgedRule(rule, counts[AuditState.UNKNOWN], counts.total())
            for rule, counts in counted
            if not may_be_unknown(rule, counts[AuditState.UNKNOWN], counts.total())
        )

    def count_answers(self) -> Counter[AuditState]:
        """Count the states of all people for all rules."""
        return sum(
            (self.count_states(index) for index in range(len(self.policy.rules))),
            Counter[AuditState](),
        )

    def count_states(self, rule_index: int) -> Counter[AuditState]:
        """Count the people by their state for one rule, without those it does not apply to."""
        return Counter(state for row in self.rows if (state := row.states[rule_index]))


def audit(
    people: Iterable[Person | Reject],
    policy: Policy,
    catalog: Catalog,
    as_of: date,
    source: str = "people",
) -> AuditResult:
    """Judge everyone in a table on one day; the rows are read once, in their order.

    `source` names the table in the fault of a row that makes us fail.
    """
    waivers = {(one.person, one.rule): one for one in policy.waivers}
    rows: list[AuditRow] = []
    findings: list[AuditFinding] = []
    rejects: list[Reject] = []
    expired: list[Waiver] = []
    used: set[Waiver] = set()
    for person in people:
        if isinstance(person, Reject):
            rejects.append(person)
            continue
        judged = or_reject(
            partial(_judge_person, person, policy, catalog, as_of), source, person.line, person.id
        )
        if isinstance(judged, Reject):
            rejects.append(judged)
            continue
        states: list[AuditState | None] = []
        for rule, judged_finding in zip(policy.rules, judged, strict=True):
            finding = judged_finding
            waiver = waivers.get((person.id, rule.id))
            if waiver and waiver.until < as_of:
                expired.append(waiver)
            elif waiver and finding and finding.state in FAILING_STATES:
                used.add(waiver)
                finding = finding._replace(
                    state=AuditState.WAIVED, waiver=waiver, waived_state=finding.state
                )
            states.append(finding and finding.state)
            if finding and finding.state is not AuditState.MET:
                findings.append(finding)
        rows.append(AuditRow(person.id, person.line, tuple(states)))
    unused = (one for one in policy.waivers if one not in used and one not in expired)
    return AuditResult(
        as_of, policy, tuple(rows), tuple(findings), tuple(rejects), tuple(expired), tuple(unused)
    )


def _judge_person(
    person: Person, policy: Policy, catalog: Catalog, as_of: date
) -> list["AuditFinding | None"]:
    """Judge a person by each rule, in the order of the policy."""
    person_audit = _PersonAudit(person, policy, catalog, as_of)
    return [person_audit.judge_rule(rule) for rule in policy.rules]


def finding_fails(finding: AuditFinding, fail_on: FailOn) -> bool:
    """Whether a finding fails the audit: a rule of severity error, at or above `fail_on`."""
    return (
        finding.state in FAILING_STATES
        and finding.rule.severity is RuleSeverity.ERROR
        and _reaches(finding.state, fail_on)
    )


def expired_waiver_fails(waiver: Waiver, policy: Policy, fail_on: FailOn) -> bool:
    """Whether an expired waiver fails the audit; it counts like the state expired."""
    errors = {rule.id for rule in policy.rules if rule.severity is RuleSeverity.ERROR}
    return waiver.rule in errors and _reaches(AuditState.EXPIRED, fail_on)


def audit_fails(result: AuditResult, fail_on: FailOn, *, allow_rejects: bool = False) -> bool:
    """Whether the audit fails: by a finding, a waiver, a rejected row, or a rule not judged.

    Rejected rows count unless `allow_rejects` is true. Rules that are unknown for too many count
    whatever `fail_on` is.
    """
    return (
        any(finding_fails(finding, fail_on) for finding in result.findings)
        or any(
            expired_waiver_fails(waiver, result.policy, fail_on)
            for waiver in result.expired_waivers
        )
        or bool(result.rejects and not allow_rejects)
        or bool(result.unjudged_rules)
    )


def _reaches(state: AuditState, fail_on: FailOn) -> bool:
    """Whether one of the failing states is at or above `fail_on`."""
    if fail_on is FailOn.NEVER:
        return False
    return FAIL_ON_LEVELS.index(FailOn(state)) <= FAIL_ON_LEVELS.index(fail_on)


class _PersonAudit:
    """Judges one person on the day of the audit."""

    def __init__(self, person: Person, policy: Policy, catalog: Catalog, as_of: date) -> None:
        self.person = person
        self.position: Position = find_position(person, policy, catalog)
        profile = accept_undated(person.profile) if policy.accepts_undated else person.profile
        self.evidence = Evidence(profile, catalog, as_of)
        self.timeline = Timeline(self.evidence)
        self.as_of = as_of

    def judge_rule(self, rule: PolicyRule) -> AuditFinding | None:
        """Judge the person by a rule; None if it does not apply to them."""
        applicability = judge_applicability(rule, self.position)
        if applicability.outcome is Outcome.UNMET:
            return None
        verdict = self.timeline.judge(rule.needs)
        if verdict.outcome is Outcome.MET:
            return self._judge_met(rule, applicability.outcome)
        finding = self._judge_unmet(rule, verdict)
        # Whether the rule applies comes first: without that, what is missing means nothing.
        if applicability.outcome is Outcome.UNKNOWN:
            return self._make_finding(
                rule, AuditState.UNKNOWN, missing_keys=applicability.missing_keys
            )
        if rule.grace is None:
            return finding
        due_on = due_date(rule.grace, self.person)
        if due_on is None:
            return finding._replace(state=AuditState.UNKNOWN, missing_keys=rule.grace.date_keys)
        return finding._replace(
            state=AuditState.GRACE if self.as_of < due_on else finding.state, due=due_on
        )

    def _judge_met(self, rule: PolicyRule, applies: Outcome) -> AuditFinding:
        eligibility = self.timeline.duration_of(rule.needs)
        if eligibility.until is None or applies is Outcome.UNKNOWN:
            return self._make_finding(rule, AuditState.MET)
        days_left = (eligibility.until - self.as_of).days - 1  # 0 on the last day itself
        if days_left > rule.warn_days:
            return self._make_finding(rule, AuditState.MET)
        last_day = eligibility.until - DAY
        return self._make_finding(
            rule, AuditState.EXPIRING, last_day=last_day, end_cause=eligibility.until_cause
        )

    def _judge_unmet(self, rule: PolicyRule, verdict: Verdict) -> AuditFinding:
        since = self.timeline.duration_of(rule.needs).since
        if verdict.outcome is Outcome.UNKNOWN:
            questions = open_questions([("", verdict)], self.evidence, self.as_of)
            return self._make_finding(rule, AuditState.UNKNOWN, questions=questions, met_from=since)
        untimed_verdict = self.timeline.judge(_without_time_limits(rule.needs))
        return self._make_finding(
            rule,
            AuditState.EXPIRED if untimed_verdict.outcome is Outcome.MET else AuditState.MISSING,
            missing=missing_in(self._nearest_ways.mark_verdict(verdict)),
            lapsed=self._lapsed_credentials(rule.needs),
            met_from=since,
        )

    @cached_property
    def _nearest_ways(self) -> NearestWays:
        """What is missing is named for the way that `check` would name, by plans."""
        return NearestWays(PlanningResources(self.evidence, self.timeline))

    def _lapsed_credentials(self, needs: Requirement) -> tuple[LapsedCredential, ...]:
        """The required credentials that have expired, the latest of each certification."""
        last_days: dict[str, date] = {}
        for leaf in leaves(needs):
            for id in kind_of(leaf).certifications(leaf):
                for credential in self.evidence.credentials(id):
                    certification = self.evidence.catalog.certifications.get(id)
                    status = credential_status(credential, certification, self.as_of)
                    if status.state is Validity.EXPIRED and status.last_day:
                        last_days[id] = max(last_days.get(id, date.min), status.last_day)
        return tuple(LapsedCredential(id, last) for id, last in last_days.items())

    def _make_finding(self, rule: PolicyRule, state: AuditState, **details: Any) -> AuditFinding:
        person = self.person
        finding = AuditFinding(person.id, person.line, rule, state, person.title)
        return finding._replace(**details)


def _without_time_limits(requirement: Requirement) -> Requirement:
    """The same requirement without time: lapsed credentials count, and no window closes."""
    if isinstance(requirement, AllOf | AnyOf):
        children = tuple(_without_time_limits(child) for child in requirement.children)
        return AllOf(children) if isinstance(requirement, AllOf) else AnyOf(children)
    return kind_of(requirement).without_time_limits(requirement)
