"""Open questions: which missing information settles the most verdicts."""

from collections.abc import Callable, Iterable
from datetime import date

from certadvisor.catalog.requirement import AllOf, AnyOf, DisputableLeaf, Leaf, readings
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome, all_of, any_of
from certadvisor.rules.verdict import Question, Verdict


def best_question(
    verdicts: Iterable[tuple[str, Verdict]], evidence: Evidence, day: date, *, by_rank: bool = False
) -> Question | None:
    """Return the question whose answer settles most.

    Args:
        verdicts: Pairs of certification id and verdict.
        evidence: The person's evidence.
        day: The day that the verdicts are for.
        by_rank: As for `open_questions`.

    Returns:
        The first of `open_questions`; None where no verdict is unknown.
    """
    return next(iter(open_questions(verdicts, evidence, day, by_rank=by_rank)), None)


def open_questions(
    verdicts: Iterable[tuple[str, Verdict]], evidence: Evidence, day: date, *, by_rank: bool = False
) -> tuple[Question, ...]:
    """Collect the questions about the unknown leaves of these verdicts, best first.

    A question scores one point for each verdict that its best answer settles, and one for
    each that its worst answer settles. Ties go to the question that came up first.

    Args:
        verdicts: Pairs of certification id and verdict.
        evidence: The person's evidence.
        day: The day that the verdicts are for.
        by_rank: Whether the pairs are ranked. A point then counts 1/2 at the second rank, 1/3
            at the third and so on, so that a low-ranked certification alone does not
            determine what the person is asked.

    Returns:
        The questions, each with the certification that raised it first and the number of
        points (unweighted) in `settles`; () where no verdict is unknown.
    """
    settles: dict[Question, int] = {}
    scores: dict[Question, float] = {}
    for rank, (id, verdict) in enumerate(verdicts, start=1):
        if verdict.outcome is not Outcome.UNKNOWN:
            continue
        leaves_by_question: dict[Question, set[Leaf]] = {}
        for leaf in _unknown_leaves(verdict):
            leaves_by_question.setdefault(question_for(leaf, evidence, day), set()).add(leaf)
        for question, leaves in leaves_by_question.items():
            points = sum(
                _outcome_if_answered(verdict, leaves, answer) is not Outcome.UNKNOWN
                for answer in (Outcome.MET, Outcome.UNMET)
            )
            # Topic and subject make a question; the certification that raised it does not.
            same_question = next((q for q in scores if q[:2] == question[:2]), None)
            key = same_question or question._replace(certification=id)
            settles[key] = settles.get(key, 0) + points
            scores[key] = scores.get(key, 0) + points / (rank if by_rank else 1)
    order = sorted(scores, key=lambda question: -scores[question])
    return tuple(question._replace(settles=settles[question]) for question in order)


def question_for(leaf: Leaf, evidence: Evidence, day: date) -> Question:
    """Return the question that an unknown leaf raises.

    Args:
        leaf: A leaf whose outcome is unknown.
        evidence: The person's evidence.
        day: The day that the leaf was judged for.

    Returns:
        The question, with an empty `certification`: the caller fills it in. Where nothing but
        the amount is open, on which sources disagree, it is one that the issuer answers.
    """
    if _is_only_disputed(leaf, evidence, day):
        return Question("disputed", str(leaf[0]), "", leaf=leaf)
    question = kind_of(leaf).question(leaf, evidence, day)
    section = _SECTIONS.get(question.topic)
    if section is None or section not in evidence.profile.incomplete:
        return question
    return question._replace(incomplete=section)


# The list that a question asks for entries of, by its topic.
_SECTIONS = {
    "education": "education",
    "experience": "work",
    "training": "training",
    "course": "courses",
    "certifications": "certifications",
    "membership": "memberships",
    "breaks": "breaks",
}


def _is_only_disputed(leaf: Leaf, evidence: Evidence, day: date) -> bool:
    """Return whether each reading of a leaf decides it, so that no evidence is open."""
    if not isinstance(leaf, DisputableLeaf) or leaf.disputed is None:
        return False
    outcomes = {kind_of(one).judge(one, evidence, day).outcome for one in readings(leaf)}
    return Outcome.UNKNOWN not in outcomes


def _unknown_leaves(verdict: Verdict) -> Iterable[Leaf]:
    if isinstance(verdict.requirement, AllOf | AnyOf):
        for child in verdict.children:
            yield from _unknown_leaves(child)
    elif verdict.outcome is Outcome.UNKNOWN:
        yield verdict.requirement


def _outcome_if_answered(verdict: Verdict, leaves: set[Leaf], answer: Outcome) -> Outcome:
    """Return the outcome of a verdict if those of `leaves` that are unknown became `answer`."""
    if isinstance(verdict.requirement, AllOf | AnyOf):
        fold: Callable[[list[Outcome]], Outcome]
        fold = all_of if isinstance(verdict.requirement, AllOf) else any_of
        return fold([_outcome_if_answered(child, leaves, answer) for child in verdict.children])
    is_answered = verdict.outcome is Outcome.UNKNOWN and verdict.requirement in leaves
    return answer if is_answered else verdict.outcome
