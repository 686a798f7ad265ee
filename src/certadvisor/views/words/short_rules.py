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


def lines(asked: Requirement, catalog: Catalog) -> list[str]:
    """One line per requirement, and one per option where there are several."""
    if isinstance(asked, AllOf):
        if not asked.children:
            return ["anybody may"]
        parts = [_part(child, catalog) for child in asked.children]
        return [
            f"and {line}" if index and number == 0 else line
            for index, part in enumerate(parts)
            for number, line in enumerate(part)
        ]
    if _has_ways(asked):
        return [f"or {way}" if index else way for index, way in enumerate(_ways(asked, catalog))]
    return [_inline(asked, catalog)]


def _part(asked: Requirement, catalog: Catalog) -> list[str]:
    """A requirement among others: its options are marked as a list of their own."""
    if _has_ways(asked):
        return ["one of:", *(f"- {way}" for way in _ways(asked, catalog))]
    return [_inline(asked, catalog)]


def _has_ways(asked: Requirement) -> bool:
    return isinstance(asked, AnyOf) and not all(map(_is_short, asked.children))


def _ways(asked: Requirement, catalog: Catalog) -> list[str]:
    children = asked.children if isinstance(asked, AnyOf) else ()
    return [_inline(child, catalog) for child in children]


def _is_short(asked: Requirement) -> bool:
    """Whether a requirement is short enough to share a line with others."""
    if isinstance(asked, Holds):
        return len(asked.certifications) == 1
    return isinstance(asked, Training | Course | Membership)


def _inline(asked: Requirement, catalog: Catalog) -> str:
    if isinstance(asked, AllOf):
        return phrases.several(_within(child, catalog) for child in asked.children)
    if isinstance(asked, AnyOf):
        return phrases.several((_within(child, catalog) for child in asked.children), "or")
    return _SHORT[type(asked)](asked, catalog)


def _within(asked: Requirement, catalog: Catalog) -> str:
    text = _inline(asked, catalog)
    grouped = isinstance(asked, AllOf | AnyOf) and len(asked.children) > 1
    return f"({text})" if grouped else text


def _degree(leaf: Degree, _: Catalog) -> str:
    accredited = f" ({leaf.accreditation})" if leaf.accreditation else ""
    field = f" in {phrases.several(leaf.field, 'or')}" if leaf.field else ""
    return f"{DEGREES[leaf.degree]}{accredited}{field}"


def _experience(leaf: Experience, catalog: Catalog) -> str:
    units = (
        (leaf.months, "month"),
        (leaf.hours, "hour"),
        (leaf.person_days, "person_day"),
        (leaf.projects, "project"),
    )
    told = [phrases.amount(value, unit) for value, unit in units if value is not None]
    work = phrases.kind_name(leaf.kind, catalog)
    grades = [phrases.readable(one) for one in (leaf.complexity, leaf.responsibility) if one]
    if grades:
        work += f" ({', '.join(grades)})"
    window = f" in {phrases.amount(leaf.within_years, 'year')}" if leaf.within_years else ""
    return f"{phrases.several(told)} of {work}{window}"


def _holds(leaf: Holds, catalog: Catalog) -> str:
    names = [phrases.certification_name(id, catalog) for id in leaf.certifications]
    if len(names) > _FEW:
        names = [*names[: _FEW - 1], f"{len(names) - _FEW + 1} others"]
    lapsed = " (or lapsed)" if leaf.lapsed else ""
    return f"{phrases.several(names, 'or')}{lapsed}"


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
