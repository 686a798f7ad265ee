"""Causes: why eligibility begins or ends on a given day.

The cause is the rule, the status of the certification, or a piece of evidence. It is plain
data; the views put it into words. Where a group is gained or lost, the first child (in the
order written) whose change explains it is followed down to a leaf.
"""

from collections.abc import Callable
from datetime import date, timedelta

from certadvisor.catalog.records import Certification
from certadvisor.catalog.requirement import AllOf, AnyOf, Leaf, Requirement
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Cause, CauseReason, ChangeEvent, UpcomingChange

DAY = timedelta(days=1)

IsMet = Callable[[Requirement, date], bool]


def cause_of_end(
    certification: Certification, stop: date, evidence: Evidence, is_met: IsMet
) -> Cause:
    """Return why eligibility ends.

    Args:
        certification: The certification.
        stop: The first day without eligibility.
        evidence: The person's evidence.
        is_met: Returns whether a requirement is met on a day.

    Returns:
        Retirement, a new rule version, or the evidence that was lost, in that order: a
        certification that can no longer be earned explains everything else.
    """
    day_before = stop - DAY
    if certification.obtainable_on(stop) is not True:
        return Cause(CauseReason.RETIREMENT, stop, state=certification.status_on(stop))
    before, after = certification.rule_on(day_before), certification.rule_on(stop)
    if before is None or after is None or (before is not after and is_met(before.sit, stop)):
        return Cause(CauseReason.RULE, stop)
    return cause_of_loss(before.sit, stop, evidence, is_met)


def cause_of_loss(requirement: Requirement, stop: date, evidence: Evidence, is_met: IsMet) -> Cause:
    """Return which evidence is lost when a requirement stops being met.

    Args:
        requirement: The requirement, met the day before `stop` and not on `stop`.
        stop: The first day on which it is not met.
        evidence: The person's evidence.
        is_met: Returns whether a requirement is met on a day.

    Returns:
        A lapsed credential or evidence that left its window; reason RULE where no leaf
        explains the change.
    """
    day_before = stop - DAY
    leaf = _decisive_leaf(
        requirement, lambda node: is_met(node, day_before) and not is_met(node, stop)
    )
    cause = kind_of(leaf).cause_of_loss(leaf, stop, evidence) if leaf else None
    return cause or Cause(CauseReason.RULE, stop)


def cause_of_start(
    certification: Certification, since: date, evidence: Evidence, is_met: IsMet
) -> Cause:
    """Return why eligibility begins.

    Args:
        certification: The certification.
        since: The first day of eligibility.
        evidence: The person's evidence.
        is_met: Returns whether a requirement is met on a day.

    Returns:
        The opening of the certification, a new rule version, or the evidence that was gained.
    """
    day_before = since - DAY
    if certification.obtainable_on(day_before) is not True:
        return Cause(CauseReason.OPENING, since, state=certification.status_on(since))
    before, after = certification.rule_on(day_before), certification.rule_on(since)
    if before is None or after is None or (before is not after and not is_met(before.sit, since)):
        return Cause(CauseReason.RULE, since)
    leaf = _decisive_leaf(
        after.sit, lambda node: is_met(node, since) and not is_met(node, day_before)
    )
    cause = kind_of(leaf).cause_of_gain(leaf, since, evidence) if leaf else None
    return cause or Cause(CauseReason.RULE, since)


def _decisive_leaf(
    requirement: Requirement, has_changed: Callable[[Requirement], bool]
) -> Leaf | None:
    """Return the first leaf that explains the change of the whole; None where nothing changed."""
    if not has_changed(requirement):
        return None
    if not isinstance(requirement, AllOf | AnyOf):
        return requirement
    candidates = (_decisive_leaf(child, has_changed) for child in requirement.children)
    return next((leaf for leaf in candidates if leaf is not None), None)


def upcoming_changes(
    certification: Certification,
    evidence: Evidence,
    outcome: Callable[[Requirement, date], Outcome],
) -> tuple[UpcomingChange, ...]:
    """Collect the changes of a certification that are already known.

    Args:
        certification: The certification.
        evidence: The person's evidence.
        outcome: Returns the outcome of a requirement on a day up to the horizon.

    Returns:
        Rule versions and statuses that start after `evidence.as_of`, by date. A rule version
        that starts after the horizon has the outcome unknown.
    """
    as_of, horizon = evidence.as_of, evidence.horizon
    changes = []
    for rule in certification.rules:
        if rule.since and rule.since > as_of:
            rule_outcome = (
                outcome(rule.sit, rule.since) if rule.since <= horizon else Outcome.UNKNOWN
            )
            changes.append(UpcomingChange(rule.since, ChangeEvent.RULE, outcome=rule_outcome))
    changes += [
        UpcomingChange(status.since, ChangeEvent.STATUS, state=status.state)
        for status in certification.statuses
        if status.since and status.since > as_of
    ]
    return tuple(sorted(changes, key=lambda change: (change.on, change.event)))
