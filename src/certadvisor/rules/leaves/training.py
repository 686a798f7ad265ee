"""Training: hours of classes in a topic, perhaps of the last years only.

Asks for: a number of hours; topics match exactly.
Counts: hours completed by the day inside the window; undated training counts as recent.
Leaves out: another topic, self-study.
Unknown: where training is not given or may lack entries, or one without hours could settle it;
between two numbers on which sources disagree.
Example: `{training: project-management, hours: 35}`.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil, inf

from certadvisor.base.months import DateSpan, window_exit_date, years_before
from certadvisor.catalog.requirement import Leaf, Training
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, Section, TrainingRecord
from certadvisor.rules.leaves import contract
from certadvisor.rules.leaves.contract import Acquisition, Counter
from certadvisor.rules.outcome import judge_amount
from certadvisor.rules.verdict import Assumption, Cause, CauseReason, Question, Verdict

SECTION = Section.TRAINING

is_gradual = contract.not_gradual
is_likely = contract.likely_if_counted
effort_days = contract.unit_effort_days
certifications = contract.no_certifications


def judge(leaf: Training, evidence: Evidence, day: date) -> Verdict:
    """Judge a training requirement.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The verdict in hours; unknown where training that the profile does not give, or hours
        that an entry does not, could make the difference, or two readings of the rule.
    """
    if leaf.disputed:
        return contract.judge_readings(judge, leaf, evidence, day)
    hours, possible = count(leaf, evidence, day)
    have = None if evidence.profile.training is None else hours
    return Verdict(leaf, judge_amount(leaf.hours, hours, possible), have, leaf.hours, "hour")


def count(leaf: Training, evidence: Evidence, day: date) -> tuple[float, float]:
    """Count the hours of training in the window.

    Args:
        leaf: The requirement; its hours are ignored.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        The hours that certainly count and the most that may, which can be infinite.
    """
    records = evidence.profile.training or ()
    counted = [record for record in records if counts(leaf, record, day)]
    in_doubt = [one for one in records if one.completed_unknown and one.topic == leaf.topic]
    hours = sum(record.hours or 0 for record in counted)
    may_count = (*counted, *in_doubt)
    bounded = evidence.is_complete(SECTION) and all(one.hours is not None for one in may_count)
    return hours, sum(record.hours or 0 for record in may_count) if bounded else inf


def counts(leaf: Training, record: TrainingRecord, day: date) -> bool:
    """Return whether a training record counts on a day.

    Args:
        leaf: The requirement.
        record: The training record.
        day: The last day of the window.

    Returns:
        True if the topic is the same and the training was completed in the window; undated
        training counts as recent, and training whose date is unknown does not count for certain.
    """
    if record.topic != leaf.topic or record.completed_unknown:
        return False
    if record.completed is None:
        return True
    since = years_before(day, leaf.within_years) if leaf.within_years else None
    return record.completed <= day and (since is None or record.completed >= since)


def counted_entries(leaves: Iterable[Leaf], evidence: Evidence, day: date) -> frozenset[int]:
    """Return which training records count towards any of several leaves.

    Args:
        leaves: Leaves of any kind; those of other kinds count no training.
        evidence: The person's evidence.
        day: The last day of the windows.

    Returns:
        Indices in the profile's training.
    """
    own = [leaf for leaf in leaves if isinstance(leaf, Training)]
    return frozenset(
        index
        for index, record in enumerate(evidence.profile.training or ())
        if any(counts(leaf, record, day) for leaf in own)
    )


def change_dates(leaf: Training, evidence: Evidence) -> Iterable[date]:
    """Yield the days on which training is completed and on which it leaves the window.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    for record in evidence.profile.training or ():
        if record.completed and record.topic == leaf.topic:
            yield record.completed
            if leaf.within_years:
                yield window_exit_date(record.completed, leaf.within_years)


def entries(leaf: Training, evidence: Evidence) -> Sequence[int]:
    """Return the indices of the records of the topic.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    records = enumerate(evidence.profile.training or ())
    return [index for index, record in records if record.topic == leaf.topic]


def question(leaf: Training, _evidence: Evidence, _day: date) -> Question:
    """Return the question about training in the topic.

    Args:
        leaf: The requirement.
    """
    return Question("training", leaf.topic, "")


def assumptions(leaf: Training, evidence: Evidence, _day: date) -> Iterable[Assumption]:
    """Yield that undated training counts as recent, where there is a window.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
    """
    undated = [
        record.hours or 0
        for record in evidence.profile.training or ()
        if record.topic == leaf.topic and record.completed is None and not record.completed_unknown
    ]
    if undated and leaf.within_years is not None:
        yield Assumption("undated-training", leaf.topic, sum(undated))


def cause_of_loss(leaf: Training, stop: date, evidence: Evidence) -> Cause:
    """Find the training that is the last to have left the window on `stop`.

    Args:
        leaf: The requirement, met the day before `stop`.
        stop: The first day on which it is not met.
        evidence: The person's evidence.
    """
    since = years_before(stop, leaf.within_years or 0)
    outside = [
        record.completed
        for record in evidence.profile.training or ()
        if record.topic == leaf.topic and record.completed and record.completed < since
    ]
    last = max(outside, default=None)
    return Cause(CauseReason.WINDOW, stop, leaf, DateSpan(last, last) if last else None)


def cause_of_gain(leaf: Training, since: date, _evidence: Evidence) -> Cause:
    """Return the training completed on `since`.

    Args:
        leaf: The requirement, met from `since` on.
        since: The first day on which it is met.
    """
    return Cause(CauseReason.TRAINING, since, leaf)


def counter(leaf: Training) -> Counter | None:
    """Return the hours to count; None where sources disagree about them.

    Args:
        leaf: The requirement.
    """
    return None if leaf.disputed else Counter(leaf._replace(hours=0), leaf.hours)


def acquisitions(leaf: Training, profile: Profile, as_of: date) -> Sequence[Acquisition]:
    """Return the training that is still to do.

    Args:
        leaf: The requirement.
        profile: The person's profile.
        as_of: The day of the question.
    """
    return (Acquisition(SECTION, leaf.topic, missing_hours(leaf, profile, as_of)),)


def missing_hours(leaf: Training, profile: Profile, as_of: date) -> int:
    """Calculate the hours of training that are still to do.

    With a look-back window only undated training counts: dated training may have left the window
    by the time it is needed.

    Returns:
        Whole hours, at least 1: the question comes up only where the leaf is not met. Where
        sources disagree, as many as are enough by all of them.
    """
    hours_done = sum(
        record.hours or 0
        for record in profile.training or ()
        if record.topic == leaf.topic
        and not record.completed_unknown
        and (record.completed is None or (leaf.within_years is None and record.completed <= as_of))
    )
    return max(1, ceil((leaf.disputed or leaf.hours) - hours_done))


def without_time_limits(leaf: Training) -> Training:
    """Return the leaf without its window.

    Args:
        leaf: The requirement.
    """
    return leaf._replace(within_years=None)
