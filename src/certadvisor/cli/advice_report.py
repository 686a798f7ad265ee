"""The report of `recommend`, with what its screen says beyond the advice itself."""

from certadvisor.advice.recommend.recommendations import Reachability, Recommendations
from certadvisor.planner.nearest_way import check_certification
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import rule_assumptions
from certadvisor.rules.verdict import Question
from certadvisor.views.reports import AdviceReport, AnswerContext


def make_advice_report(
    answer_context: AnswerContext, advice: Recommendations, evidence: Evidence
) -> AdviceReport:
    """Return the report on a person's recommendations, without --why-not and --what-if."""
    first = advice.recommendations[0].certification if advice.recommendations else None
    rule = first.rule_on(evidence.as_of) if first else None
    return AdviceReport(
        answer_context,
        advice,
        evidence.profile,
        own_questions=_own_questions(advice, evidence),
        assumptions_of_first=tuple(rule_assumptions(rule, evidence)) if rule else (),
    )


def _own_questions(advice: Recommendations, evidence: Evidence) -> dict[str, Question]:
    """The first question of `check` about each certification that an answer is needed for."""
    resources = PlanningResources(evidence)
    questions = {
        one.certification.id: check_certification(one.certification, resources).questions[:1]
        for one in advice.recommendations
        if one.reach is Reachability.ASK
    }
    return {id: found[0] for id, found in questions.items() if found}
