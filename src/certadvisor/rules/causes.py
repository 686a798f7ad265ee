"""Causes: why eligibility begins or ends on a given day.

The cause is the rule, the status of the certification, or a piece of evidence. It is plain
data; the views put it into words. Where a group is gained or lost, the first child (in the
order written) whose change explains it is followed down to a leaf.
"""

from collections.abc import Callable
from datetime import date, timedelta

from certadvisor.base.months import DateSpan, years_before
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
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.profile.model import WorkPeriod
from certadvisor.rules.leaves import holds
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
    if isinstance(leaf, Holds):
        return _cause_of_lapse(leaf, stop, evidence)
    if isinstance(leaf, Experience):
        return _cause_of_window_exit(leaf, stop, evidence)
    if isinstance(leaf, Training):
        return _cause_of_training_exit(leaf, stop, evidence)
    return Cause(CauseReason.RULE, stop)


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
    if isinstance(leaf, Experience):
        days = DateSpan(since, since)
        return Cause(CauseReason.EXPERIENCE, since, leaf, days, _entries_on(leaf, days, evidence))
    if isinstance(leaf, Holds):
        credentials = [
            credential
            for id in leaf.certifications
            for credential in evidence.credentials(id)
            if credential.earned == since
        ]
        return Cause(
            CauseReason.HOLDS, since, leaf, certification=credentials[0].id if credentials else None
        )
    if isinstance(leaf, Training | Degree):
        return Cause(
            CauseReason.TRAINING if isinstance(leaf, Training) else CauseReason.DEGREE, since, leaf
        )
    return Cause(CauseReason.RULE, since)


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


def _cause_of_lapse(leaf: Holds, stop: date, evidence: Evidence) -> Cause:
    """Find the credential that expired, or whose renewal cycle ended, on `stop`."""
    for id in leaf.certifications:
        for credential in evidence.credentials(id):
            if credential.earned != stop and stop in holds.credential_change_dates(
                credential, evidence
            ):
                return Cause(
                    CauseReason.LAPSE, stop, leaf, certification=id, last_day=credential.expires
                )
    return Cause(CauseReason.LAPSE, stop, leaf)


def _cause_of_window_exit(leaf: Experience, stop: date, evidence: Evidence) -> Cause:
    """Find the days that left the look-back window between the day before `stop` and `stop`."""
    years, widest = leaf.within_years, leaf.extendable_to_years
    # A career break that is going on stretches the window day by day, so its first day need
    # not move. Then no day left the window, and the cause has no days to name.
    start_before = evidence.window(stop - DAY, years, widest)[0]
    start_now = evidence.window(stop, years, widest)[0]
    if start_before is None or start_now is None or start_now <= start_before:
        return Cause(CauseReason.WINDOW, stop, leaf)
    days = DateSpan(start_before, start_now - DAY)
    return Cause(CauseReason.WINDOW, stop, leaf, days, _entries_on(leaf, days, evidence))


def _cause_of_training_exit(leaf: Training, stop: date, evidence: Evidence) -> Cause:
    """Find the training that is the last to have left the window on `stop`."""
    since = years_before(stop, leaf.within_years or 0)
    outside = [
        record.completed
        for record in evidence.profile.training or ()
        if record.topic == leaf.topic and record.completed and record.completed < since
    ]
    last = max(outside, default=None)
    return Cause(CauseReason.WINDOW, stop, leaf, DateSpan(last, last) if last else None)


def _entries_on(leaf: Experience, days: DateSpan, evidence: Evidence) -> tuple[WorkPeriod, ...]:
    """Return the work entries that certainly count and include one of these days."""
    entries = evidence.matching_periods(WorkFilter(leaf.kind, leaf.complexity, leaf.responsibility))
    return tuple(
        period
        for period, certain in entries
        if certain
        and (span := evidence.span(period))
        and span.first <= days.last
        and span.last >= days.first
    )


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
