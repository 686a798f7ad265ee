"""Training: hours of classes in a topic, perhaps of the last years only.

Asks for: a number of hours; topics match exactly.
Counts: hours completed by the day inside the window; undated training counts as recent.
Leaves out: another topic, self-study.
Unknown: where no training is given, or an entry without hours could settle it.
Example: `{training: project-management, hours: 35}`.
"""

from collections.abc import Iterable
from datetime import date
from math import inf

from certadvisor.base.months import window_exit_date, years_before
from certadvisor.catalog.requirement import Training
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import TrainingRecord
from certadvisor.rules.outcome import judge_amount
from certadvisor.rules.verdict import Verdict


def judge(leaf: Training, evidence: Evidence, day: date) -> Verdict:
    """Judge a training requirement.

    Args:
        leaf: The requirement.
        evidence: The person's evidence.
        day: The day to judge for.

    Returns:
        The verdict in hours; unknown where the profile does not give training, or where an
        entry without hours could make the difference.
    """
    hours, possible = hours_counted(leaf, evidence, day)
    have = None if evidence.profile.training is None else hours
    return Verdict(leaf, judge_amount(leaf.hours, hours, possible), have, leaf.hours, "hour")


def hours_counted(leaf: Training, evidence: Evidence, day: date) -> tuple[float, float]:
    """Count the hours of training in the window.

    Args:
        leaf: The requirement; its hours are ignored.
        evidence: The person's evidence.
        day: The last day of the window.

    Returns:
        The hours that certainly count and the most that may, which can be infinite.
    """
    records = evidence.profile.training
    counted = [record for record in records or () if counts(leaf, record, day)]
    hours = sum(record.hours or 0 for record in counted)
    bounded = records is not None and all(record.hours is not None for record in counted)
    return hours, hours if bounded else inf


def counts(leaf: Training, record: TrainingRecord, day: date) -> bool:
    """Return whether a training record counts on a day.

    Args:
        leaf: The requirement.
        record: The training record.
        day: The last day of the window.

    Returns:
        True if the topic is the same and the training was completed in the window; undated
        training counts as recent.
    """
    if record.topic != leaf.topic:
        return False
    if record.completed is None:
        return True
    since = years_before(day, leaf.within_years) if leaf.within_years else None
    return record.completed <= day and (since is None or record.completed >= since)


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
