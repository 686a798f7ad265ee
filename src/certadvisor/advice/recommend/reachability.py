"""How near a certification is: now, after some steps, on a date, or after an answer."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from certadvisor.advice.recommend.recommendations import Reachability
from certadvisor.catalog.records import Certification
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Section, WorkPeriod
from certadvisor.rules.effort import effort_days
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.leaves import experience
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import question_for
from certadvisor.rules.verdict import Check, Question, Shortfall, nearest_leaves


class Reach(NamedTuple):
    """How and when the exam can be taken.

    `on` is the first day on which it can be taken, once the steps are done.
    `prerequisite` is the id of the certification to take first. `answers` are the questions
    whose answers that day takes for granted, a declaration for example.
    """

    reachability: Reachability
    on: date | None
    prerequisite: str | None = None
    answers: tuple[Question, ...] = ()


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
    if all(_is_work(shortfall) for shortfall in check.missing):
        on = check.eligible_from or _date_if_renewed(check, timeline)
        if on:
            return Reach(Reachability.ON_DATE, on)
    return _after_steps(check, timeline, is_worthwhile)


def _is_work(shortfall: Shortfall) -> bool:
    return kind_of(shortfall.leaf).SECTION is Section.WORK


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
        kind = kind_of(leaf)
        if kind.SECTION is Section.EDUCATION:
            return Reach(Reachability.NEVER, None)
        if kind.SECTION is Section.WORK:
            continued_work += experience.continued_totals(leaf, evidence)
            continue
        if ids := kind.certifications(leaf):
            prerequisite = _prerequisite_step(ids, check.certification.id, evidence, is_worthwhile)
            if prerequisite is None:
                return Reach(Reachability.NEVER, None)
        profile = kind.with_done(leaf, profile, shortfall.amount, prerequisite or "")
        days += effort_days(shortfall, evidence, check.as_of)
    if continued_work:
        # The work changes, so nothing that the timeline has counted can be reused.
        working_profile = profile._replace(work=(*(profile.work or ()), *continued_work))
        later_timeline = Timeline(Evidence(working_profile, evidence.catalog, evidence.as_of))
    else:
        later_timeline = timeline.with_profile(profile)
    first = later_timeline.eligibility(check.certification, with_end=False).since
    answers: tuple[Question, ...] = ()
    if first is None:  # the steps, then the answers
        first = later_timeline.first_possible_day(check.certification)
        answers = _open_answers(check, evidence)
    if first is None:
        return Reach(Reachability.NEVER, None)
    on = max(first, check.as_of + timedelta(days=round(days)))
    return Reach(Reachability.AFTER_STEPS, on, prerequisite, answers)


def _open_answers(check: Check, evidence: Evidence) -> tuple[Question, ...]:
    """The questions of the unknown leaves on the nearest way, each once."""
    questions = (
        question_for(leaf.requirement, evidence, check.as_of)  # type: ignore[arg-type]  # a leaf's verdict
        for leaf in (nearest_leaves(check.verdict) if check.verdict else ())
        if leaf.outcome is Outcome.UNKNOWN
    )
    id = check.certification.id
    return tuple(dict.fromkeys(question._replace(certification=id) for question in questions))


def _prerequisite_step(
    ids: tuple[str, ...],
    goal_id: str,
    evidence: Evidence,
    is_worthwhile: Callable[[Certification], bool],
) -> str | None:
    """The id of the first accepted certification that is worth taking on the way to `goal_id`."""
    for id in ids:
        certification = evidence.catalog.certifications.get(id)
        if certification is None or goal_id in certification.absorbs:
            continue  # not in the catalogue, or above the one it would lead to
        if is_worthwhile(certification):
            return id
    return None
