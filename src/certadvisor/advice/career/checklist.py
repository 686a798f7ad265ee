"""The steps to a role as a checklist: done, open or unknown."""

from typing import NamedTuple

from certadvisor.advice.career.career_paths import has_skill
from certadvisor.catalog.records import CareerStep, Catalog, Role, SkillsAsked
from certadvisor.catalog.requirement import Declare, leaves
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.assumptions import assumptions_of
from certadvisor.rules.judge import judge
from certadvisor.rules.outcome import Outcome, all_of
from certadvisor.rules.questions import best_question
from certadvisor.rules.verdict import Assumption, Question, Verdict


class SkillsHad(NamedTuple):
    """The skills of a step, with those of `all` and `some` that the person has."""

    asked: SkillsAsked
    all_had: tuple[str, ...]
    some_had: tuple[str, ...]


class Checked(NamedTuple):
    """A judged step; `self_reported` is true where only the person can confirm it.

    `question` is the one whose answer settles most of an unknown outcome.
    """

    step: CareerStep
    outcome: Outcome
    verdict: Verdict | None = None
    skills: SkillsHad | None = None
    yourself: bool = False
    question: Question | None = None


class Checklist(NamedTuple):
    """The steps to a role, in the catalogue's order."""

    role: Role
    steps: tuple[Checked, ...]
    assumptions: tuple[Assumption, ...]


def roles_with_steps(catalog: Catalog) -> tuple[str, ...]:
    """The ids of the roles for which the catalogue lists steps."""
    return tuple(dict.fromkeys(step.role for step in catalog.steps if step.role))


def checklist(evidence: Evidence, role: Role) -> Checklist:
    """Judge every step to a role from the person's evidence."""
    steps = [step for step in evidence.catalog.steps if step.role == role.id]
    asked = [leaf for step in steps if step.asks for leaf in leaves(step.asks)]
    return Checklist(
        role=role,
        steps=tuple(_checked(step, evidence) for step in steps),
        assumptions=assumptions_of(asked, evidence, evidence.as_of),
    )


def _checked(step: CareerStep, evidence: Evidence) -> Checked:
    if step.skills:
        return _skills(step, step.skills, evidence)
    if step.asks is None:
        return Checked(step, Outcome.UNKNOWN, yourself=True)
    verdict = judge(step.asks, evidence, evidence.as_of)
    asked = best_question([(step.id, verdict)], evidence, evidence.as_of)
    yourself = isinstance(step.asks, Declare)
    return Checked(step, verdict.outcome, verdict, yourself=yourself, question=asked)


def _skills(step: CareerStep, asked: SkillsAsked, evidence: Evidence) -> Checked:
    def had(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id for id in ids if has_skill(id, evidence) is Outcome.MET)

    if evidence.profile.skills is None:
        return Checked(step, Outcome.UNKNOWN, skills=SkillsHad(asked, (), ()))
    found = SkillsHad(asked, had(asked.all), had(asked.some))
    enough = Outcome.MET if len(found.some_had) >= asked.at_least else Outcome.UNMET
    return Checked(
        step, all_of([enough, *(has_skill(id, evidence) for id in asked.all)]), None, found
    )
