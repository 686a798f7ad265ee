"""The steps to a role as a checklist: done, open or unknown."""

from typing import NamedTuple

from certadvisor.advice.career.career_paths import has_skill
from certadvisor.catalog.records import CareerStep, Catalog, Role, SkillRequirement
from certadvisor.catalog.requirement import leaves, tag_of
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.assumptions import assumptions_of
from certadvisor.rules.judge import judge
from certadvisor.rules.outcome import Outcome, all_of
from certadvisor.rules.questions import best_question
from certadvisor.rules.verdict import Assumption, Question, Verdict


class SkillProgress(NamedTuple):
    """The skills of a step, with those of `all` and `some` that the person has."""

    required: SkillRequirement
    all_possessed: tuple[str, ...]
    some_possessed: tuple[str, ...]


class StepCheck(NamedTuple):
    """A judged step; `self_reported` is true where only the person can confirm it.

    `question` is the one whose answer settles most of an unknown outcome.
    """

    step: CareerStep
    outcome: Outcome
    verdict: Verdict | None = None
    skills: SkillProgress | None = None
    self_reported: bool = False
    question: Question | None = None


class Checklist(NamedTuple):
    """The steps to a role, in the catalogue's order."""

    role: Role
    steps: tuple[StepCheck, ...]
    assumptions: tuple[Assumption, ...]


def roles_with_steps(catalog: Catalog) -> tuple[str, ...]:
    """The ids of the roles for which the catalogue lists steps."""
    return tuple(dict.fromkeys(step.role for step in catalog.steps if step.role))


def make_checklist(evidence: Evidence, role: Role) -> Checklist:
    """Judge every step to a role from the person's evidence."""
    steps = [step for step in evidence.catalog.steps if step.role == role.id]
    requirements = [leaf for step in steps if step.requirement for leaf in leaves(step.requirement)]
    return Checklist(
        role=role,
        steps=tuple(_check_step(step, evidence) for step in steps),
        assumptions=assumptions_of(requirements, evidence, evidence.as_of),
    )


def _check_step(step: CareerStep, evidence: Evidence) -> StepCheck:
    if step.skills:
        return _check_skills(step, step.skills, evidence)
    if step.requirement is None:
        return StepCheck(step, Outcome.UNKNOWN, self_reported=True)
    verdict = judge(step.requirement, evidence, evidence.as_of)
    question = best_question([(step.id, verdict)], evidence, evidence.as_of)
    self_reported = tag_of(step.requirement) == "declare"
    return StepCheck(step, verdict.outcome, verdict, self_reported=self_reported, question=question)


def _check_skills(step: CareerStep, required: SkillRequirement, evidence: Evidence) -> StepCheck:
    def possessed(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id for id in ids if has_skill(id, evidence) is Outcome.MET)

    if evidence.profile.skills is None:
        return StepCheck(step, Outcome.UNKNOWN, skills=SkillProgress(required, (), ()))
    progress = SkillProgress(required, possessed(required.all), possessed(required.some))
    some_outcome = (
        Outcome.MET if len(progress.some_possessed) >= required.at_least else Outcome.UNMET
    )
    return StepCheck(
        step,
        all_of([some_outcome, *(has_skill(id, evidence) for id in required.all)]),
        None,
        progress,
    )
