"""Career roles side by side: a role as data, and a screen with a row per fact."""

from collections.abc import Iterable
from typing import Annotated, Any, TypedDict

from certadvisor.comparison.roles import RoleColumn
from certadvisor.views.blocks import Fragment, Matrix, MatrixSection, Screen, styled
from certadvisor.views.document_types import Allowed, LevelWord
from certadvisor.views.reports import AnswerContext, CompareRolesReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.judgement import DegreeWord
from certadvisor.views.sections.next_commands import next_section
from certadvisor.views.sections.side_by_side import (
    RowDefinition,
    heading_blocks,
    make_rows,
    skill_rows,
)
from certadvisor.views.words import phrases
from certadvisor.views.words.roles import experience_text, names_with_basis, pay_text


class RoleColumnJson(TypedDict):
    """A role in a comparison; null is not known."""

    id: str
    title: str
    level: LevelWord
    kinds: list[str]
    experience: Annotated[
        dict[str, Any] | None,
        Allowed(description="Months required before it, as in the catalogue."),
    ]
    degree: DegreeWord | None
    pay: Annotated[
        list[dict[str, Any]] | None,
        Allowed(description="Yearly pay with place, year and source, as in the catalogue."),
    ]
    skills: list[str]
    preferred: list[str]
    helpful: list[str]
    sourced: Annotated[list[str], Allowed(description="Those of both for which a source says so.")]
    next_roles: list[str]
    unique_skills: list[str]


def role_column_json(column: RoleColumn, skills_only_here: Iterable[str]) -> RoleColumnJson:
    """A role in a comparison, with the skills that no other has."""
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
        "sourced": list(facts.sourced),
        "next_roles": list(facts.next_roles),
        "unique_skills": list(skills_only_here),
    }


def _level(column: RoleColumn, _: AnswerContext) -> list[str]:
    return [phrases.LEVEL_NAMES[column.facts.level]]


def _kinds(column: RoleColumn, context: AnswerContext) -> list[str]:
    return [
        ", ".join(phrases.kind_name(kind, context.catalog) for kind in column.facts.kinds) or "none"
    ]


def _experience(column: RoleColumn, context: AnswerContext) -> list[str]:
    return [experience_text(column.facts.experience, context.catalog)]


def _degree(column: RoleColumn, _: AnswerContext) -> list[str]:
    degree = column.facts.degree
    return [phrases.DEGREE_NAMES[degree] if degree else phrases.NOT_KNOWN]


def _pay(column: RoleColumn, _: AnswerContext) -> list[str]:
    return [pay_text(pay) for pay in column.facts.pay or ()] or [phrases.NOT_KNOWN]


def _preferred(column: RoleColumn, context: AnswerContext) -> list[str]:
    return _certifications(column.facts.preferred, column, context)


def _helpful(column: RoleColumn, context: AnswerContext) -> list[str]:
    return _certifications(column.facts.helpful, column, context)


def _certifications(ids: Iterable[str], column: RoleColumn, context: AnswerContext) -> list[str]:
    return [names_with_basis(ids, column.facts.sourced, context.catalog) or "none known"]


def _next(column: RoleColumn, context: AnswerContext) -> list[str]:
    return [phrases.role_title(id, context.catalog) for id in column.facts.next_roles] or [
        "none known"
    ]


_PARTS = {
    "What it is": (
        RowDefinition("Level", ("level",), _level),
        RowDefinition("Experience in", ("kinds",), _kinds),
        RowDefinition("Pay a year", ("pay",), _pay),
    ),
    "What it requires": (
        RowDefinition("Experience", ("experience",), _experience),
        RowDefinition("Degree", ("degree",), _degree),
        RowDefinition("Preferred", ("preferred",), _preferred),
        RowDefinition("Helpful", ("helpful",), _helpful),
    ),
    "Where it leads": (RowDefinition("Next roles", ("next_roles",), _next),),
}


def screen(report: CompareRolesReport) -> Screen:
    """The whole screen."""
    comparison, context = report.comparison, report.context
    sections = [
        MatrixSection(title, make_rows(lines, comparison.columns, comparison.agreement, context))
        for title, lines in _PARTS.items()
    ]
    names = tuple(styled(Fragment(column.role.title, "strong")) for column in comparison.columns)
    return (
        *heading_blocks(column.role.id for column in comparison.columns),
        Matrix(names, (*sections, skill_rows(comparison.skills, context.catalog))),
        *next_section(context, ("recommend", "--role", comparison.columns[0].role.id)),
        *lists.footer(context),
    )
