"""The JSON document of `roles --steps`: the steps to a role, each with its outcome."""

from certadvisor.advice.career.checklist import Checked, Checklist
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Declare
from certadvisor.views.documents.check import assumption, node
from certadvisor.views.json_values import Json
from certadvisor.views.reports import StepsReport


def fill(report: StepsReport) -> Json:
    """The document: the checklist under its key."""
    return {"checklist": checklist(report.steps, report.frame.catalog)}


def checklist(found: Checklist, catalog: Catalog) -> Json:
    """The steps in order, and the assumptions behind their outcomes."""
    return {
        "role": found.role.id,
        "steps": [_step(one) for one in found.steps],
        "assumptions": [assumption(made, catalog) for made in found.assumptions],
    }


def _step(one: Checked) -> Json:
    skills = one.skills
    return {
        "id": one.step.id,
        "text": one.step.text,
        "outcome": one.outcome.value,
        "by_yourself": one.yourself,
        "confirm": one.step.asks.declare if isinstance(one.step.asks, Declare) else None,
        "tree": node(one.verdict),
        "skills": skills
        and {
            "all": list(skills.asked.all),
            "some": list(skills.asked.some),
            "at_least": skills.asked.at_least,
            "all_had": list(skills.all_had),
            "some_had": list(skills.some_had),
        },
    }
