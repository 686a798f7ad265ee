"""How near a certification is: now, after some steps, on a date, or after an answer."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from certadvisor.base.months import months_after
from certadvisor.catalog.records import Certification
from certadvisor.catalog.requirement import Course, Degree, Experience, Holds, Membership, Training
from certadvisor.profile.evidence import Evidence, Work
from certadvisor.profile.model import Credential, Profile, TrainingRecord, WorkPeriod
from certadvisor.rules.effort import effort_days
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check, Shortfall


class Reach(NamedTuple):
    """How and when the exam can be taken.

    `reachability` is now, after_steps, on_date, ask (an answer is needed first) or
    never (no route that this advisor would suggest: another degree, a prerequisite
    out of reach). `on` is the first day on which it can be taken, once the steps
    are done. `prerequisite` is the id of the certification to take first.
    """

    way: str
    on: date | None
    prerequisite: str | None = None


def reach_of(check: Check, timeline: Timeline, sensible: Callable[[Certification], bool]) -> Reach:
    """The reach that follows from a check.

    `is_worthwhile` decides which prerequisites are worth taking as a step.
    """
    if check.outcome is Outcome.MET and check.obtainable:
        return Reach("now", check.as_of)
    if check.outcome is Outcome.UNKNOWN:
        return Reach("ask", check.eligible_from)
    if check.outcome is Outcome.MET or check.verdict is None:
        return Reach("never", check.eligible_from)
    if all(isinstance(shortfall.leaf, Experience) for shortfall in check.missing):
        on = check.eligible_from or _when_renewed(check, timeline)
        if on:
            return Reach("on_date", on)
    return _after_steps(check, timeline, sensible)


def _when_renewed(check: Check, timeline: Timeline) -> date | None:
    """The first day of eligibility if all valid credentials are renewed until then.

    None where no credential expires, or no such day exists.
    """
    evidence = timeline.evidence
    held = evidence.profile.certifications or ()
    if not any(one.expires and one.expires >= check.as_of for one in held):
        return None
    renewed = tuple(
        one._replace(expires=None, earned=None)
        if one.expires and one.expires >= check.as_of
        else one
        for one in held
    )
    supposed = timeline.supposing(evidence.profile._replace(certifications=renewed))
    return supposed.eligibility(check.certification, until=False).since


def _after_steps(
    check: Check, timeline: Timeline, sensible: Callable[[Certification], bool]
) -> Reach:
    """Assume that the steps are done, and search again for the first day.

    Experience runs in parallel; the days of all other steps add up.
    """
    evidence = timeline.evidence
    profile, days, prerequisite = evidence.profile, 0.0, None
    going_on: tuple[WorkPeriod, ...] = ()
    for shortfall in check.missing:
        leaf = shortfall.leaf
        if isinstance(leaf, Degree):
            return Reach("never", None)
        if isinstance(leaf, Experience):
            going_on += _going_on(leaf, evidence)
            continue
        if isinstance(leaf, Holds):
            prerequisite = _first_step(leaf, check.certification.id, evidence, sensible)
            if prerequisite is None:
                return Reach("never", None)
        profile = _with(profile, shortfall, prerequisite)
        days += effort_days(shortfall, evidence, check.as_of)
    if going_on:
        # The work changes, so nothing that the timeline has counted can be reused.
        worked = profile._replace(work=(*(profile.work or ()), *going_on))
        supposed = Timeline(Evidence(worked, evidence.catalog, evidence.as_of))
    else:
        supposed = timeline.supposing(profile)
    first = supposed.eligibility(check.certification, until=False).since
    if first is None:
        return Reach("never", None)
    return Reach("after_steps", max(first, check.as_of + timedelta(days=round(days))), prerequisite)


def _going_on(leaf: Experience, evidence: Evidence) -> tuple[WorkPeriod, ...]:
    """One undated total of matching work, continued from next month (assumption: ongoing).

    Empty where the profile has no such total; one entry is enough, since months
    of the same kind count once.
    """
    next_month = months_after(evidence.as_of.replace(day=1), 1)
    return tuple(
        period._replace(start=next_month, months=None, hours=None, person_days=None, projects=None)
        for period, certain in evidence.periods(
            Work(leaf.kind, leaf.complexity, leaf.responsibility)
        )
        if certain and period.start is None and period.months
    )[:1]


def _first_step(
    leaf: Holds, wanted: str, evidence: Evidence, sensible: Callable[[Certification], bool]
) -> str | None:
    """The id of the first accepted certification that is worth taking on the way to `goal_id`."""
    for id in leaf.certifications:
        certification = evidence.catalog.certifications.get(id)
        if certification is None or wanted in certification.absorbs:
            continue  # not in the catalogue, or above the one it would lead to
        if sensible(certification):
            return id
    return None


def _with(profile: Profile, shortfall: Shortfall, prerequisite: str | None) -> Profile:
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
        held = (*(profile.certifications or ()), Credential(prerequisite))
        return profile._replace(certifications=held)
    return profile
