"""How near a certification is: now, after some steps, on a date, or after an answer."""

from certadvisor.advice.recommend.recommendations import Reachability
from certadvisor.catalog.records import Certification, Money, RuleVersion
from certadvisor.catalog.requirement import leaves, tag_of
from certadvisor.planner.plan_request import PlanStatus
from certadvisor.planner.ways import Total, Way
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.judge import missing_in
from certadvisor.rules.lapsed_credentials import reinstatable_credential
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check, Shortfall


def reach_of(check: Check, way: Way) -> Reachability:
    """How near a certification is, by the answer of `check` and the way of `plan`.

    What counts is being certified, not only taking the exam. A doubt about either goes before any
    date: then the person has to answer first. An answer that matters only once a step is done can
    wait for that step. Reinstating what has lapsed asks for none of it.
    """
    if way.ready_on is None:
        return Reachability.NEVER
    if check.certification.id in way.reinstates:
        return Reachability.AFTER_STEPS
    if Outcome.UNKNOWN in (check.outcome, award_outcome(check)):
        return Reachability.ASK
    if way.has_steps:
        return Reachability.AFTER_STEPS
    if way.status is PlanStatus.ASK:
        return Reachability.ASK
    is_met = award_outcome(check) is Outcome.MET and check.obtainable
    return Reachability.NOW if is_met else Reachability.ON_DATE


def best_reach(certification: Certification, timeline: Timeline) -> Reachability:
    """The nearest that a certification can be by its rule alone, whatever way leads to it."""
    rule = certification.rule_on(timeline.evidence.as_of)
    outcomes = {timeline.judge(one).outcome for one in (rule.sit, rule.award)} if rule else set()
    if rule is None or Outcome.UNKNOWN in outcomes:
        lapsed = reinstatable_credential(certification.id, timeline.evidence)
        return Reachability.AFTER_STEPS if lapsed else Reachability.ASK
    return Reachability.AFTER_STEPS if Outcome.UNMET in outcomes else Reachability.NOW


def asks_work(rule: RuleVersion) -> bool:
    """Whether being certified asks for work, so that money alone cannot buy it."""
    return any(tag_of(leaf) == "experience" for leaf in leaves(rule.award))


def best_way(evidence: Evidence) -> Way:
    """A way that is better than any real one: it leads there today, for nothing."""
    budget = evidence.profile.goal.budget
    nothing = Money(0, budget.currency) if budget else None
    total = nothing and Total(nothing, nothing, nothing, estimated=False)
    return Way(PlanStatus.FOUND, evidence.as_of, total)


def award_outcome(check: Check) -> Outcome:
    """Whether the person meets what being certified requires; for most it is the exam's rule."""
    return check.outcome if check.award is None else check.award


def missing_for_award(check: Check) -> tuple[Shortfall, ...]:
    """What is missing for the exam or, where nothing is, for being certified after it."""
    if check.missing or check.award_verdict is None or award_outcome(check) is not Outcome.UNMET:
        return check.missing
    return missing_in(check.award_verdict)
