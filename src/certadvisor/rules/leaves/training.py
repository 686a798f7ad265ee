"""Training: hours of classes in a topic, perhaps of the last years only.

Asks for: a number of hours; topics match exactly.
Counts: hours completed by the day inside the window; undated training counts as recent.
Leaves out: another topic, self-study.
Unknown: where no training is told, or an entry without hours could settle it.
Example: `{training: project-management, hours: 35}`.
"""

from collections.abc import Iterable
from datetime import date
from math import inf

from certadvisor.base.months import leaves_window, years_before
from certadvisor.catalog.requirement import Training
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import TrainingRecord
from certadvisor.rules.outcome import reached
from certadvisor.rules.verdict import Verdict


def judge(leaf: Training, evidence: Evidence, day: date) -> Verdict:
    """Unknown where no training is told, or where an entry without hours could settle it."""
    hours, possible = hours_counted(leaf, evidence, day)
    have = None if evidence.profile.training is None else hours
    return Verdict(leaf, reached(leaf.hours, hours, possible), have, leaf.hours, "hour")


def hours_counted(leaf: Training, evidence: Evidence, day: date) -> tuple[float, float]:
    """The hours that certainly count, and the most that may."""
    records = evidence.profile.training
    counted = [record for record in records or () if counts(leaf, record, day)]
    hours = sum(record.hours or 0 for record in counted)
    bounded = records is not None and all(record.hours is not None for record in counted)
    return hours, hours if bounded else inf


def counts(leaf: Training, record: TrainingRecord, day: date) -> bool:
    """Whether a record counts on the day: its topic, completed by then, inside the window."""
    if record.topic != leaf.topic:
        return False
    if record.completed is None:
        return True
    since = years_before(day, leaf.within_years) if leaf.within_years else None
    return record.completed <= day and (since is None or record.completed >= since)


def moments(leaf: Training, evidence: Evidence) -> Iterable[date]:
    """The days on which training is completed, and on which it leaves the window."""
    for record in evidence.profile.training or ():
        if record.completed and record.topic == leaf.topic:
            yield record.completed
            if leaf.within_years:
                yield leaves_window(record.completed, leaf.within_years)
