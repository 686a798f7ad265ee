"""How near a certification is: now, after some steps, on a date, or after an answer."""

from certadvisor.advice.recommend.recommendations import Reachability
from certadvisor.planner.plan_result import PlanStatus
from certadvisor.planner.ways import Way
from certadvisor.rules.judge import missing_in
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check, Shortfall


def reach_of(check: Check, way: Way) -> Reachability:
    """How near a certification is, by the answer of `check` and the way of `plan`.

    What counts is being certified, not only taking the exam. A doubt about either goes before any
    date: then the person has to answer first.
    """
    if way.ready_on is None:
        return Reachability.NEVER
    if way.status is PlanStatus.ASK or Outcome.UNKNOWN in (check.outcome, award_outcome(check)):
        return Reachability.ASK
    if way.has_steps:
        return Reachability.AFTER_STEPS
    is_met = award_outcome(check) is Outcome.MET and check.obtainable
    return Reachability.NOW if is_met else Reachability.ON_DATE


def award_outcome(check: Check) -> Outcome:
    """Whether the person meets what being certified requires; for most it is the exam's rule."""
    return check.outcome if check.award is None else check.award


def missing_for_award(check: Check) -> tuple[Shortfall, ...]:
    """What is missing for the exam or, where nothing is, for being certified after it."""
    if check.missing or check.award_verdict is None or award_outcome(check) is not Outcome.UNMET:
        return check.missing
    return missing_in(check.award_verdict)
