"""The steps to a role as a checklist: as data, as blocks and as rows."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, TypedDict

from certadvisor.advice.career.checklist import Checklist, SkillProgress, StepCheck
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Requirement, ids_named, leaves, tag_of
from certadvisor.rules.judge import missing_in
from certadvisor.rules.outcome import Outcome
from certadvisor.views.blocks import Block, Fragment, Heading, Item, Para, styled
from certadvisor.views.document_types import Allowed, OutcomeWord
from certadvisor.views.sections.judgement import AssumptionJson, assumption_json, verdict_json
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases

OpenVerdict = Annotated[
    Mapping[str, object],
    Allowed(
        required=("requirement", "outcome", "have", "need", "unit", "children"),
        description="A judged requirement, as in check.schema.json.",
    ),
]


class StepSkills(TypedDict):
    """The skills of a step: each of `all`, `at_least` of `some`, and those that the person has."""

    all: list[str]
    some: list[str]
    at_least: int
    all_matched: list[str]
    some_matched: list[str]


class RoleStepJson(TypedDict):
    """A step to a role, judged."""

    id: str
    text: str
    outcome: OutcomeWord
    self_reported: Annotated[
        bool, Allowed(description="Whether only the person's own word settles it.")
    ]
    confirm: Annotated[
        str | None, Allowed(description="What to list under `confirmed:` once it is so.")
    ]
    tree: OpenVerdict | None
    skills: StepSkills | None


class ChecklistJson(TypedDict):
    """The steps to a role, judged."""

    role: str
    steps: list[RoleStepJson]
    assumptions: list[AssumptionJson]


def checklist_json(checklist: Checklist, catalog: Catalog) -> ChecklistJson:
    """The steps in order, and the assumptions behind their outcomes."""
    return {
        "role": checklist.role.id,
        "steps": [_step_json(one) for one in checklist.steps],
        "assumptions": [
            assumption_json(assumption, catalog) for assumption in checklist.assumptions
        ],
    }


def _declaration(requirement: Requirement | None) -> str | None:
    """The id to confirm where a step is a declaration and nothing else."""
    if requirement is None or tag_of(requirement) != "declare":
        return None
    return ids_named(leaves(requirement), "declare")[0]


def _step_json(item: StepCheck) -> RoleStepJson:
    requirement = item.step.requirement
    return {
        "id": item.step.id,
        "text": item.step.text,
        "outcome": item.outcome.value,
        "self_reported": item.self_reported,
        "confirm": _declaration(requirement),
        "tree": verdict_json(item.verdict),
        "skills": _skills_json(item.skills) if item.skills else None,
    }


def _skills_json(skills: SkillProgress) -> StepSkills:
    return {
        "all": list(skills.required.all),
        "some": list(skills.required.some),
        "at_least": skills.required.at_least,
        "all_matched": list(skills.all_possessed),
        "some_matched": list(skills.some_possessed),
    }


def checklist_section(checklist: Checklist, catalog: Catalog) -> tuple[Block, ...]:
    """The checklist as a section of another screen."""
    heading = Heading(f"The steps to the role {checklist.role.title}")
    return (heading, *step_items(checklist, catalog, {}))


def step_items(
    checklist: Checklist, catalog: Catalog, records: Mapping[str, dict[str, Any]]
) -> Iterable[Block]:
    """Each step with its mark; below it what is missing, and the note of its record."""
    for item in checklist.steps:
        mark = Fragment(phrases.MARKS[item.outcome], phrases.OUTCOME_STYLES[item.outcome])
        yourself = Fragment(" (yourself)", "dim") if item.self_reported else Fragment("")
        yield Item(styled(item.step.text, yourself), mark)
        for text in (_remaining(item, catalog), records.get(item.step.id, {}).get("note", "")):
            if text:
                yield Item(styled(Fragment(phrases.sentence(text), "dim")), indent=2)
    done = sum(one.outcome is Outcome.MET for one in checklist.steps)
    yield Para(styled(Fragment(f"{done} of {len(checklist.steps)} done.", "strong")))


def _remaining(item: StepCheck, catalog: Catalog) -> str:
    """What is missing for a step, or the question that settles it; empty if neither."""
    if item.skills:
        return _skills(item.skills, item.outcome, catalog)
    if item.question and item.outcome is Outcome.UNKNOWN:
        return check_words.question_text(item.question, catalog)
    if item.verdict and item.outcome is Outcome.UNMET:
        return f"missing: {phrases.missing_all(missing_in(item.verdict), catalog)}"
    return ""


def _skills(skills: SkillProgress, outcome: Outcome, catalog: Catalog) -> str:
    if outcome is Outcome.UNKNOWN:
        return "Which skills do you have? Add them under `skills:`."
    missing = [
        phrases.skill_name(id, catalog)
        for id in skills.required.all
        if id not in skills.all_possessed
    ]
    count = skills.required.at_least - len(skills.some_possessed)
    if count > 0:
        options = (
            phrases.skill_name(id, catalog)
            for id in skills.required.some
            if id not in skills.some_possessed
        )
        missing.append(f"{count} of {phrases.join_names(options, 'or')}")
    return f"missing: {'; '.join(missing)}" if missing else ""
