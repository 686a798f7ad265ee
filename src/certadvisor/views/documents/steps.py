"""The JSON document of `roles --steps`: the steps to a role, each with its outcome."""

from certadvisor.advice.career.checklist import Checklist, StepCheck
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Declare
from certadvisor.views.json_values import Json
from certadvisor.views.reports import StepsReport
from certadvisor.views.sections.judgement import assumption_json, verdict_json


def document(report: StepsReport) -> Json:
    """The document: the checklist under its key."""
    return {"checklist": checklist_json(report.checklist, report.context.catalog)}


def checklist_json(checklist: Checklist, catalog: Catalog) -> Json:
    """The steps in order, and the assumptions behind their outcomes."""
    return {
        "role": checklist.role.id,
        "steps": [_step(one) for one in checklist.steps],
        "assumptions": [
            assumption_json(assumption, catalog) for assumption in checklist.assumptions
        ],
    }


def _step(item: StepCheck) -> Json:
    skills = item.skills
    return {
        "id": item.step.id,
        "text": item.step.text,
        "outcome": item.outcome.value,
        "by_yourself": item.self_reported,
        "confirm": item.step.requirement.declare
        if isinstance(item.step.requirement, Declare)
        else None,
        "tree": verdict_json(item.verdict),
        "skills": skills
        and {
            "all": list(skills.required.all),
            "some": list(skills.required.some),
            "at_least": skills.required.at_least,
            "all_had": list(skills.all_possessed),
            "some_had": list(skills.some_possessed),
        },
    }
