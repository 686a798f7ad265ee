"""The JSON document of `compare` for roles: the facts of each, by name."""

from certadvisor.comparison.roles import RoleColumn
from certadvisor.views.json_values import Json
from certadvisor.views.reports import CompareRolesReport


def document(report: CompareRolesReport) -> Json:
    """The document of `compare` for roles. Pay keeps its own currencies, so `currency` is null."""
    comparison = report.comparison
    return {
        "kind": "roles",
        "currency": None,
        "compared": [
            {**_column(column), "skills_only_here": list(skills)}
            for column, skills in zip(comparison.columns, comparison.skills.only, strict=True)
        ],
        "agreement": {name: one.value for name, one in comparison.agreement.items()},
        "demand_agreement": {},
        "skills_of_all": list(comparison.skills.all),
    }


def _column(column: RoleColumn) -> Json:
    facts = column.facts
    return {
        "id": column.role.id,
        "title": column.role.title,
        "level": facts.level,
        "kinds": list(facts.kinds),
        "experience": facts.experience,
        "degree": facts.degree,
        "pay": None if facts.pay is None else list(facts.pay),
        "skills": list(facts.skills),
        "preferred": list(facts.preferred),
        "helpful": list(facts.helpful),
        "next_roles": list(facts.next_roles),
    }
