"""The questions that a plan leaves open: answers that it takes for granted, or that shorten it."""

from collections.abc import Iterator

from certadvisor.planner.actions import ActionKind
from certadvisor.planner.branch_and_bound import Solution
from certadvisor.planner.planning_context import PlanningContext
from certadvisor.planner.schedule import actions_of, sorted_actions
from certadvisor.rules.questions import question_for
from certadvisor.rules.verdict import Question


def plan_questions(solution: Solution, context: PlanningContext) -> tuple[Question, ...]:
    """List the questions that the plan depends on, then those that could shorten it.

    Returns:
        The questions, no two of them about the same thing.
    """
    questions: dict[tuple[str, ...], Question] = {}
    for question in (
        *assumed_answers(solution, context),
        *_shortening_questions(solution, context),
    ):
        questions.setdefault(_question_key(question), question)
    return tuple(questions.values())


def assumed_answers(solution: Solution, context: PlanningContext) -> Iterator[Question]:
    """The questions whose answers a plan takes for granted; an unclear status is a remark."""
    evidence = context.evidence
    for action in sorted_actions(solution.selection, ActionKind.ASK):
        if action.leaf is not None:
            question = question_for(action.leaf, evidence, evidence.as_of)
            yield question._replace(certification=solution.target, leaf=action.leaf)
        elif not context.catalog.certifications[action.name].rules:
            issuer = context.catalog.certifications[action.name].issuer
            yield Question("issuer", issuer, action.name)


def _question_key(question: Question) -> tuple[str, ...]:
    """The key by which two questions are the same.

    A question about certifications or education is about the whole list, whatever its subject.
    """
    about_list = question.topic in ("certifications", "education")
    return (question.topic,) if about_list else question[:2]


def _shortening_questions(solution: Solution, context: PlanningContext) -> list[Question]:
    """Ask about each step that is planned only because its section of the profile is not given."""
    profile = context.evidence.profile
    sections = {
        ActionKind.TRAINING: ("training", profile.training),
        ActionKind.COURSE: ("course", profile.courses),
        ActionKind.EARN: ("certifications", profile.certifications),
        ActionKind.MEMBERSHIP: ("membership", profile.memberships),
    }
    topics = {kind: topic for kind, (topic, section) in sections.items() if section is None}
    steps = [action for action in actions_of(solution.selection) if action.kind in topics]
    return [Question(topics[action.kind], action.name, solution.target) for action in sorted(steps)]
