"""Causes: why eligibility begins or ends on a given day.

The cause is the rule, the status of the certification, or a piece of evidence. It is plain
data; the views put it into words. Where a group is gained or lost, the first child (in the
order written) whose change explains it is followed down to a leaf.
"""

from collections.abc import Callable
from datetime import date, timedelta

from certadvisor.base.months import Span, years_before
from certadvisor.catalog.records import Certification
from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Degree,
    Experience,
    Holds,
    Leaf,
    Requirement,
    Training,
)
from certadvisor.profile.evidence import Evidence, Work
from certadvisor.profile.model import WorkPeriod
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Cause, Coming

DAY = timedelta(days=1)

Met = Callable[[Requirement, date], bool]


def ending(certification: Certification, stop: date, evidence: Evidence, met: Met) -> Cause:
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
    eve = stop - DAY
    if certification.obtainable_on(stop) is not True:
        return Cause("retirement", stop, state=certification.status_on(stop))
    before, after = certification.rule_on(eve), certification.rule_on(stop)
    if before is None or after is None or (before is not after and met(before.sit, stop)):
        return Cause("rule", stop)
    return loss(before.sit, stop, evidence, met)


def loss(requirement: Requirement, stop: date, evidence: Evidence, met: Met) -> Cause:
    """Return which evidence is lost when a requirement stops being met.

    Args:
        requirement: The requirement, met the day before `stop` and not on `stop`.
        stop: The first day on which it is not met.
        evidence: The person's evidence.
        is_met: Returns whether a requirement is met on a day.

    Returns:
        A lapsed credential or evidence that left its window; reason `rule` where no leaf
        explains the change.
    """
    eve = stop - DAY
    leaf = _decisive(requirement, lambda node: met(node, eve) and not met(node, stop))
    if isinstance(leaf, Holds):
        return _lapse(leaf, stop, evidence)
    if isinstance(leaf, Experience):
        return _left(leaf, stop, evidence)
    if isinstance(leaf, Training):
        return _training_left(leaf, stop, evidence)
    return Cause("rule", stop)


def beginning(certification: Certification, since: date, evidence: Evidence, met: Met) -> Cause:
    """Return why eligibility begins.

    Args:
        certification: The certification.
        since: The first day of eligibility.
        evidence: The person's evidence.
        is_met: Returns whether a requirement is met on a day.

    Returns:
        The opening of the certification, a new rule version, or the evidence that was gained.
    """
    eve = since - DAY
    if certification.obtainable_on(eve) is not True:
        return Cause("opening", since, state=certification.status_on(since))
    before, after = certification.rule_on(eve), certification.rule_on(since)
    if before is None or after is None or (before is not after and not met(before.sit, since)):
        return Cause("rule", since)
    leaf = _decisive(after.sit, lambda node: met(node, since) and not met(node, eve))
    if isinstance(leaf, Experience):
        days = Span(since, since)
        return Cause("experience", since, leaf, days, _entries_in(leaf, days, evidence))
    if isinstance(leaf, Holds):
        earned = [
            one
            for id in leaf.certifications
            for one in evidence.credentials(id)
            if one.earned == since
        ]
        return Cause("holds", since, leaf, certification=earned[0].id if earned else None)
    if isinstance(leaf, Training | Degree):
        return Cause("training" if isinstance(leaf, Training) else "degree", since, leaf)
    return Cause("rule", since)


def _decisive(requirement: Requirement, changed: Callable[[Requirement], bool]) -> Leaf | None:
    """Return the first leaf that explains the change of the whole; None where nothing changed."""
    if not changed(requirement):
        return None
    if not isinstance(requirement, AllOf | AnyOf):
        return requirement
    found = (_decisive(child, changed) for child in requirement.children)
    return next((leaf for leaf in found if leaf is not None), None)


def _lapse(leaf: Holds, stop: date, evidence: Evidence) -> Cause:
    """Find the credential that expired, or whose renewal cycle ended, on `stop`."""
    for id in leaf.certifications:
        for one in evidence.credentials(id):
            if one.earned != stop and stop in holds.credential_moments(one, evidence):
                return Cause("lapse", stop, leaf, certification=id, last_day=one.expires)
    return Cause("lapse", stop, leaf)


def _left(leaf: Experience, stop: date, evidence: Evidence) -> Cause:
    """Find the days that left the look-back window between the day before `stop` and `stop`."""
    years, widest = leaf.within_years, leaf.extendable_to_years
    # A career break that is going on stretches the window day by day, so its first day need
    # not move. Then no day left the window, and the cause has no days to name.
    opened = evidence.window(stop - DAY, years, widest)[0]
    opens = evidence.window(stop, years, widest)[0]
    if opened is None or opens is None or opens <= opened:
        return Cause("window", stop, leaf)
    days = Span(opened, opens - DAY)
    return Cause("window", stop, leaf, days, _entries_in(leaf, days, evidence))


def _training_left(leaf: Training, stop: date, evidence: Evidence) -> Cause:
    """Find the training that is the last to have left the window on `stop`."""
    since = years_before(stop, leaf.within_years or 0)
    gone = [
        record.completed
        for record in evidence.profile.training or ()
        if record.topic == leaf.topic and record.completed and record.completed < since
    ]
    last = max(gone, default=None)
    return Cause("window", stop, leaf, Span(last, last) if last else None)


def _entries_in(leaf: Experience, days: Span, evidence: Evidence) -> tuple[WorkPeriod, ...]:
    """Return the work entries that certainly count and include one of these days."""
    asked = evidence.periods(Work(leaf.kind, leaf.complexity, leaf.responsibility))
    return tuple(
        period
        for period, certain in asked
        if certain
        and (span := evidence.span(period))
        and span.first <= days.last
        and span.last >= days.first
    )


def coming(
    certification: Certification,
    evidence: Evidence,
    outcome: Callable[[Requirement, date], Outcome],
) -> tuple[Coming, ...]:
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
    found = []
    for rule in certification.rules:
        if rule.since and rule.since > as_of:
            known = outcome(rule.sit, rule.since) if rule.since <= horizon else Outcome.UNKNOWN
            found.append(Coming(rule.since, "rule", outcome=known))
    found += [
        Coming(status.since, "status", state=status.state)
        for status in certification.statuses
        if status.since and status.since > as_of
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.event)))
