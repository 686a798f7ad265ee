"""The screen of `compare` for roles: a row per fact, a column per role."""

from collections.abc import Iterable

from certadvisor.comparison.roles import RoleColumn
from certadvisor.views.blocks import Matrix, Rows, Screen, Span, words
from certadvisor.views.reports import CompareRolesReport, Frame
from certadvisor.views.screens import parts
from certadvisor.views.screens.roles import pay_line
from certadvisor.views.screens.show_role import experience
from certadvisor.views.screens.side_by_side import Line, head, rows, skills
from certadvisor.views.words import phrases


def _level(one: RoleColumn, _: Frame) -> list[str]:
    return [phrases.LEVEL_NAMES[one.facts.level]]


def _kinds(one: RoleColumn, frame: Frame) -> list[str]:
    return [", ".join(phrases.kind_name(kind, frame.catalog) for kind in one.facts.kinds) or "none"]


def _experience(one: RoleColumn, frame: Frame) -> list[str]:
    return [experience(one.facts.experience, frame.catalog)]


def _degree(one: RoleColumn, _: Frame) -> list[str]:
    degree = one.facts.degree
    return [phrases.DEGREE_NAMES[degree] if degree else phrases.NOT_KNOWN]


def _pay(one: RoleColumn, _: Frame) -> list[str]:
    return [pay_line(pay) for pay in one.facts.pay or ()] or [phrases.NOT_KNOWN]


def _preferred(one: RoleColumn, frame: Frame) -> list[str]:
    return _certifications(one.facts.preferred, frame)


def _helpful(one: RoleColumn, frame: Frame) -> list[str]:
    return _certifications(one.facts.helpful, frame)


def _certifications(ids: Iterable[str], frame: Frame) -> list[str]:
    names = (phrases.certification_name(id, frame.catalog) for id in ids)
    return [", ".join(names) or "none known"]


def _next(one: RoleColumn, frame: Frame) -> list[str]:
    return [phrases.role_title(id, frame.catalog) for id in one.facts.next_roles] or ["none known"]


_PARTS = {
    "What it is": (
        Line("Level", ("level",), _level),
        Line("Experience in", ("kinds",), _kinds),
        Line("Pay a year", ("pay",), _pay),
    ),
    "What it asks": (
        Line("Before it", ("experience",), _experience),
        Line("Degree", ("degree",), _degree),
        Line("Preferred", ("preferred",), _preferred),
        Line("Helpful", ("helpful",), _helpful),
    ),
    "Where it leads": (Line("Next roles", ("next_roles",), _next),),
}


def build(report: CompareRolesReport) -> Screen:
    """The whole screen."""
    comparison, frame = report.comparison, report.frame
    told = [
        Rows(title, rows(lines, comparison.columns, comparison.agreement, frame))
        for title, lines in _PARTS.items()
    ]
    names = tuple(words(Span(column.role.title, "strong")) for column in comparison.columns)
    return (
        *head(column.role.id for column in comparison.columns),
        Matrix(names, (*told, skills(comparison.skills, frame.catalog))),
        *parts.foot(frame),
    )
