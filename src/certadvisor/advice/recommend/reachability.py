"""How near a certification is: now, after some steps, on a date, or after an answer."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from certadvisor.advice.recommend.recommendations import Reachability
from certadvisor.base.months import months_after
from certadvisor.catalog.records import Certification
from certadvisor.catalog.requirement import Course, Degree, Experience, Holds, Membership, Training
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.profile.model import Credential, Profile, TrainingRecord, WorkPeriod
from certadvisor.rules.effort import effort_days
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check, Shortfall


class Reach(NamedTuple):
    """How and when the exam can be taken.

    `on` is the first day on which it can be taken, once the steps are done.
    `prerequisite` is the id of the certification to take first.
    """

    reachability: Reachability
    on: date | None
    prerequisite: str | None = None


def reach_of(
    check: Check, timeline: Timeline, is_worthwhile: Callable[[Certification], bool]
) -> Reach:
    """The reach that follows from a check.

    `is_worthwhile` decides which prerequisites are worth taking as a step.
    """
    if check.outcome is Outcome.MET and check.obtainable:
        return Reach(Reachability.NOW, check.as_of)
    if check.outcome is Outcome.UNKNOWN:
        return Reach(Reachability.ASK, check.eligible_from)
    if check.outcome is Outcome.MET or check.verdict is None:
        return Reach(Reachability.NEVER, check.eligible_from)
    if all(isinstance(shortfall.leaf, Experience) for shortfall in check.missing):
        on = check.eligible_from or _date_if_renewed(check, timeline)
        if on:
            return Reach(Reachability.ON_DATE, on)
    return _after_steps(check, timeline, is_worthwhile)


def _date_if_renewed(check: Check, timeline: Timeline) -> date | None:
    """The first day of eligibility if all valid credentials are renewed until then.

    None where no credential expires, or no such day exists.
    """
    evidence = timeline.evidence
    credentials = evidence.profile.certifications or ()
    if not any(one.expires and one.expires >= check.as_of for one in credentials):
        return None
    renewed_credentials = tuple(
        one._replace(expires=None, earned=None)
        if one.expires and one.expires >= check.as_of
        else one
        for one in credentials
    )
    renewed_timeline = timeline.with_profile(
        evidence.profile._replace(certifications=renewed_credentials)
    )
    return renewed_timeline.eligibility(check.certification, with_end=False).since


def _after_steps(
    check: Check, timeline: Timeline, is_worthwhile: Callable[[Certification], bool]
) -> Reach:
    """Assume that the steps are done, and search again for the first day.

    Experience runs in parallel; the days of all other steps add up.
    """
    evidence = timeline.evidence
    profile, days, prerequisite = evidence.profile, 0.0, None
    continued_work: tuple[WorkPeriod, ...] = ()
    for shortfall in check.missing:
        leaf = shortfall.leaf
        if isinstance(leaf, Degree):
            return Reach(Reachability.NEVER, None)
        if isinstance(leaf, Experience):
            continued_work += _continue_undated_work(leaf, evidence)
            continue
        if isinstance(leaf, Holds):
            prerequisite = _prerequisite_step(leaf, check.certification.id, evidence, is_worthwhile)
            if prerequisite is None:
                return Reach(Reachability.NEVER, None)
        profile = _with_step_done(profile, shortfall, prerequisite)
        days += effort_days(shortfall, evidence, check.as_of)
    if continued_work:
        # The work changes, so nothing that the timeline has counted can be reused.
        working_profile = profile._replace(work=(*(profile.work or ()), *continued_work))
        later_timeline = Timeline(Evidence(working_profile, evidence.catalog, evidence.as_of))
    else:
        later_timeline = timeline.with_profile(profile)
    first = later_timeline.eligibility(check.certification, with_end=False).since
    if first is None:
        return Reach(Reachability.NEVER, None)
    on = max(first, check.as_of + timedelta(days=round(days)))
    return Reach(Reachability.AFTER_STEPS, on, prerequisite)


def _continue_undated_work(leaf: Experience, evidence: Evidence) -> tuple[WorkPeriod, ...]:
    """One undated total of matching work, continued from next month (assumption: ongoing).

    Empty where the profile has no such total; one entry is enough, since months
    of the same kind count once.
    """
    next_month = months_after(evidence.as_of.replace(day=1), 1)
    return tuple(
        period._replace(start=next_month, months=None, hours=None, person_days=None, projects=None)
        for period, certain in evidence.matching_periods(
            WorkFilter(leaf.kind, leaf.complexity, leaf.responsibility)
        )
        if certain and period.start is None and period.months
    )[:1]


def _prerequisite_step(
    leaf: Holds, goal_id: str, evidence: Evidence, is_worthwhile: Callable[[Certification], bool]
) -> str | None:
    """The id of the first accepted certification that is worth taking on the way to `goal_id`."""
    for id in leaf.certifications:
        certification = evidence.catalog.certifications.get(id)
        if certification is None or goal_id in certification.absorbs:
            continue  # not in the catalogue, or above the one it would lead to
        if is_worthwhile(certification):
            return id
    return None


def _with_step_done(profile: Profile, shortfall: Shortfall, prerequisite: str | None) -> Profile:
    """The profile once this step is done."""
    leaf = shortfall.leaf
    if isinstance(leaf, Training):
        record = TrainingRecord(leaf.topic, shortfall.amount)
        return profile._replace(training=(*(profile.training or ()), record))
    if isinstance(leaf, Course):
        return profile._replace(courses=(*(profile.courses or ()), leaf.course))
    if isinstance(leaf, Membership):
        return profile._replace(memberships=(*(profile.memberships or ()), leaf.membership))
    if isinstance(leaf, Holds) and prerequisite:
        credentials = (*(profile.certifications or ()), Credential(prerequisite))
        return profile._replace(certifications=credentials)
    return profile
