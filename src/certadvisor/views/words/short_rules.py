"""An entry rule in a few short lines: the requirements, and the options to choose from."""

from collections.abc import Callable
from typing import Any

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Assessment,
    Course,
    Declare,
    Degree,
    Experience,
    Holds,
    Membership,
    Requirement,
    Training,
)
from certadvisor.views.words import phrases

_FEW = 4  # most certifications that are named one by one

DEGREES = {
    "none": "no degree",
    "secondary": "secondary diploma",
    "associate": "associate degree",
    "bachelor": "bachelor",
    "master": "master",
    "doctorate": "doctorate",
}


def rule_lines(requirement: Requirement, catalog: Catalog) -> list[str]:
    """One line per requirement, and one per option where there are several."""
    if isinstance(requirement, AllOf):
        if not requirement.children:
            return ["anybody may"]
        parts = [_part_lines(child, catalog) for child in requirement.children]
        return [
            f"and {line}" if index and number == 0 else line
            for index, part in enumerate(parts)
            for number, line in enumerate(part)
        ]
    if _has_options(requirement):
        return [
            f"or {option}" if index else option
            for index, option in enumerate(_options(requirement, catalog))
        ]
    return [_inline(requirement, catalog)]


def _part_lines(requirement: Requirement, catalog: Catalog) -> list[str]:
    """A requirement among others: its options are marked as a list of their own."""
    if _has_options(requirement):
        return ["one of:", *(f"- {option}" for option in _options(requirement, catalog))]
    return [_inline(requirement, catalog)]


def _has_options(requirement: Requirement) -> bool:
    return isinstance(requirement, AnyOf) and not all(map(_is_short, requirement.children))


def _options(requirement: Requirement, catalog: Catalog) -> list[str]:
    children = requirement.children if isinstance(requirement, AnyOf) else ()
    return [_inline(child, catalog) for child in children]


def _is_short(requirement: Requirement) -> bool:
    """Whether a requirement is short enough to share a line with others."""
    if isinstance(requirement, Holds):
        return len(requirement.certifications) == 1
    return isinstance(requirement, Training | Course | Membership)


def _inline(requirement: Requirement, catalog: Catalog) -> str:
    if isinstance(requirement, AllOf):
        return phrases.join_names(_in_brackets(child, catalog) for child in requirement.children)
    if isinstance(requirement, AnyOf):
        return phrases.join_names(
            (_in_brackets(child, catalog) for child in requirement.children), "or"
        )
    return _SHORT[type(requirement)](requirement, catalog)


def _in_brackets(requirement: Requirement, catalog: Catalog) -> str:
    text = _inline(requirement, catalog)
    grouped = isinstance(requirement, AllOf | AnyOf) and len(requirement.children) > 1
    return f"({text})" if grouped else text


def _degree(leaf: Degree, _: Catalog) -> str:
    accredited = f" ({leaf.accreditation})" if leaf.accreditation else ""
    field = f" in {phrases.join_names(leaf.field, 'or')}" if leaf.field else ""
    return f"{DEGREES[leaf.degree]}{accredited}{field}"


def _experience(leaf: Experience, catalog: Catalog) -> str:
    units = (
        (leaf.months, "month"),
        (leaf.hours, "hour"),
        (leaf.person_days, "person_day"),
        (leaf.projects, "project"),
    )
    amounts = [phrases.amount(value, unit) for value, unit in units if value is not None]
    work = phrases.kind_name(leaf.kind, catalog)
    grades = [phrases.readable(grade) for grade in (leaf.complexity, leaf.responsibility) if grade]
    if grades:
        work += f" ({', '.join(grades)})"
    window = f" in {phrases.amount(leaf.within_years, 'year')}" if leaf.within_years else ""
    return f"{phrases.join_names(amounts)} of {work}{window}"


def _holds(leaf: Holds, catalog: Catalog) -> str:
    names = [phrases.certification_name(id, catalog) for id in leaf.certifications]
    if len(names) > _FEW:
        names = [*names[: _FEW - 1], f"{len(names) - _FEW + 1} others"]
    lapsed = " (or lapsed)" if leaf.lapsed else ""
    return f"{phrases.join_names(names, 'or')}{lapsed}"


_SHORT: dict[type, Callable[[Any, Catalog], str]] = {
    Degree: _degree,
    Experience: _experience,
    Training: lambda leaf, _: (
        f"{phrases.amount(leaf.hours, 'hour')} of {phrases.readable(leaf.topic)} training"
    ),
    Course: lambda leaf, catalog: phrases.course_name(leaf.course, catalog),
    Holds: _holds,
    Membership: phrases.LEAVES[Membership],
    Assessment: lambda leaf, _: leaf.text,
    Declare: lambda leaf, _: leaf.text,
}
