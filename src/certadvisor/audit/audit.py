"""The audit of a team by a policy: who fails which rule, what expires soon, who is exempt.

Each person has exactly one state for each rule, or None where the rule does not apply to them, so
the counts add up. Pure: the same people, policy and day always give the same audit.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from certadvisor.advice.renewals.credential_status import State as Validity
from certadvisor.advice.renewals.credential_status import state_of
from certadvisor.audit.policy import Place, Policy, Rule, Waiver, concerns, due, place_of
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Experience,
    Holds,
    Requirement,
    Training,
    leaves,
)
from certadvisor.people.person import Person, Reject
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.eligibility import DAY, Timeline
from certadvisor.rules.judge import judge, missing_in
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import open_questions
from certadvisor.rules.verdict import Cause, Question, Shortfall, Verdict


class State(StrEnum):
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


FAIL_ON = tuple(FailOn)
FAILING = (State.MISSING, State.EXPIRED, State.EXPIRING, State.UNKNOWN)


class Lapsed(NamedTuple):
    """A credential that a rule requires and that is no longer valid after `last_day`."""

    certification: str
    last_day: date


class Finding(NamedTuple):
    """A person's state for a rule, with the details behind it.

    `last_day` is the last on which an expiring rule is met, `end_cause` why it ends then. `due` is
    the first day after the grace period. `met_from` is the day from which the rule will be met if
    the person's current work continues. `missing_keys` are the keys without a value that the
    answer depends on, `questions` what to ask the person. `waived_state` is the state that a
    waiver excuses.
    """

    person: str
    line: int
    rule: Rule
    state: State
    title: str | None = None
    missing: tuple[Shortfall, ...] = ()
    lapsed: tuple[Lapsed, ...] = ()
    last_day: date | None = None
    ends: Cause | None = None
    due: date | None = None
    met_from: date | None = None
    lacks: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    waiver: Waiver | None = None
    waived: State | None = None


class Row(NamedTuple):
    """One person's states in the order of the rules; None where a rule does not apply."""

    person: str
    line: int
    states: tuple[State | None, ...]


class Audited(NamedTuple):
    """The audit of a whole table; every row read is in `rows` or in `rejects`.

    No finding has the state met. `expired_waivers` are those of people in the table, each a finding
    of its own. `unused_waivers` are for people who are not in the table, or not needed.
    """

    as_of: date
    policy: Policy
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    rejects: tuple[Reject, ...]
    ended: tuple[Waiver, ...]
    unused: tuple[Waiver, ...]

    def tally(self, at: int) -> Counter[State]:
        """Count the people by their state for one rule, without those it does not apply to."""
        return Counter(state for row in self.rows if (state := row.states[at]))


def audit(
    people: Iterable[Person | Reject], policy: Policy, catalog: Catalog, as_of: date
) -> Audited:
    """Judge everyone in a table on one day; the rows are read once, in their order."""
    waivers = {(one.person, one.rule): one for one in policy.waivers}
    rows: list[Row] = []
    findings: list[Finding] = []
    rejects: list[Reject] = []
    ended: list[Waiver] = []
    used: set[Waiver] = set()
    for person in people:
        if isinstance(person, Reject):
            rejects.append(person)
            continue
        judged = _Judging(person, policy, catalog, as_of)
        states: list[State | None] = []
        for rule in policy.rules:
            waiver = waivers.get((person.id, rule.id))
            found = judged.by(rule)
            if waiver and waiver.until < as_of:
                ended.append(waiver)
            elif waiver and found and found.state in FAILING:
                used.add(waiver)
                found = found._replace(state=State.WAIVED, waiver=waiver, waived=found.state)
            states.append(found and found.state)
            if found and found.state is not State.MET:
                findings.append(found)
        rows.append(Row(person.id, person.line, tuple(states)))
    unused = (one for one in policy.waivers if one not in used and one not in ended)
    return Audited(
        as_of, policy, tuple(rows), tuple(findings), tuple(rejects), tuple(ended), tuple(unused)
    )


def fails(finding: Finding, fail_on: str) -> bool:
    """Whether a finding fails the audit: a rule of severity error, at or above `fail_on`."""
    return (
        finding.state in FAILING
        and finding.rule.severity == "error"
        and _reaches(finding.state, fail_on)
    )


def over_fails(waiver: Waiver, policy: Policy, fail_on: str) -> bool:
    """Whether an expired waiver fails the audit; it counts like the state expired."""
    errors = {rule.id for rule in policy.rules if rule.severity == "error"}
    return waiver.rule in errors and _reaches(State.EXPIRED, fail_on)


def failed(audited: Audited, fail_on: str, *, allow_rejects: bool = False) -> bool:
    """Whether the audit fails: by a finding, an expired waiver, or a rejected row.

    Rejected rows count unless `allow_rejects` is true.
    """
    return (
        any(fails(finding, fail_on) for finding in audited.findings)
        or any(over_fails(waiver, audited.policy, fail_on) for waiver in audited.ended)
        or bool(audited.rejects and not allow_rejects)
    )


def _reaches(state: State, fail_on: str) -> bool:
    return fail_on != "never" and FAIL_ON.index(state) <= FAIL_ON.index(fail_on)


class _Judging:
    """Judges one person on the day of the audit."""

    def __init__(self, person: Person, policy: Policy, catalog: Catalog, as_of: date) -> None:
        self.person = person
        self.place: Place = place_of(person, policy, catalog)
        self.evidence = Evidence(person.profile, catalog, as_of)
        self.timeline = Timeline(self.evidence)
        self.as_of = as_of

    def by(self, rule: Rule) -> Finding | None:
        """Judge the person by a rule; None if it does not apply to them."""
        concerned = concerns(rule, self.place)
        if concerned.outcome is Outcome.UNMET:
            return None
        verdict = judge(rule.needs, self.evidence, self.as_of)
        if verdict.outcome is Outcome.MET:
            return self._met(rule, concerned.outcome)
        found = self._not_met(rule, verdict)
        # Whether the rule applies comes first: without that, what is missing means nothing.
        if concerned.outcome is Outcome.UNKNOWN:
            return self._finding(rule, State.UNKNOWN, lacks=concerned.lacks)
        if rule.grace is None:
            return found
        end = due(rule.grace, self.person)
        if end is None:
            after = ("joined", "promoted") if rule.grace.after == "either" else (rule.grace.after,)
            return found._replace(state=State.UNKNOWN, lacks=after)
        return found._replace(state=State.GRACE if self.as_of < end else found.state, due=end)

    def _met(self, rule: Rule, concerned: Outcome) -> Finding:
        lasting = self.timeline.lasting(rule.needs)
        if lasting.until is None or concerned is Outcome.UNKNOWN:
            return self._finding(rule, State.MET)
        left = (lasting.until - self.as_of).days - 1  # 0 on the last day itself
        if left > rule.warn_days:
            return self._finding(rule, State.MET)
        last = lasting.until - DAY
        return self._finding(rule, State.EXPIRING, last_day=last, ends=lasting.until_cause)

    def _not_met(self, rule: Rule, verdict: Verdict) -> Finding:
        since = self.timeline.lasting(rule.needs).since
        if verdict.outcome is Outcome.UNKNOWN:
            asked = open_questions([("", verdict)], self.evidence, self.as_of)
            return self._finding(rule, State.UNKNOWN, questions=asked, met_from=since)
        once = judge(_untimed(rule.needs), self.evidence, self.as_of)
        return self._finding(
            rule,
            State.EXPIRED if once.outcome is Outcome.MET else State.MISSING,
            missing=missing_in(verdict),
            lapsed=self._lapsed(rule.needs),
            met_from=since,
        )

    def _lapsed(self, needs: Requirement) -> tuple[Lapsed, ...]:
        """The required credentials that have expired, the latest of each certification."""
        found: dict[str, date] = {}
        for leaf in leaves(needs):
            for id in leaf.certifications if isinstance(leaf, Holds) else ():
                for one in self.evidence.credentials(id):
                    certification = self.evidence.catalog.certifications.get(id)
                    standing = state_of(one, certification, self.as_of)
                    if standing.state is Validity.EXPIRED and standing.last_day:
                        found[id] = max(found.get(id, date.min), standing.last_day)
        return tuple(Lapsed(id, last) for id, last in found.items())

    def _finding(self, rule: Rule, state: State, **told: Any) -> Finding:
        person = self.person
        made = Finding(person.id, person.line, rule, state, person.title)
        return made._replace(**told)


def _untimed(requirement: Requirement) -> Requirement:
    """The same requirement without time: lapsed credentials count, and no window closes."""
    if isinstance(requirement, AllOf | AnyOf):
        children = tuple(_untimed(child) for child in requirement.children)
        return AllOf(children) if isinstance(requirement, AllOf) else AnyOf(children)
    if isinstance(requirement, Holds):
        return requirement._replace(lapsed=True)
    if isinstance(requirement, Experience | Training):
        return requirement._replace(within_years=None)
    return requirement
