"""Definitions of the requirement language: `all`, `any` and the leaves."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Discriminator, Tag, model_validator
from pydantic_core import PydanticCustomError

from certadvisor.catalog.definitions.base import Count, Definition, Id, Text, Years

DegreeLevel = Literal["none", "secondary", "associate", "bachelor", "master", "doctorate"]
Complexity = Literal["simple", "moderate", "complex", "very-complex"]


def _not_empty(children: tuple["Requirement", ...]) -> tuple["Requirement", ...]:
    if not children:
        raise PydanticCustomError("no_children", "names no requirement; list at least one")
    return children


class AllOf(Definition):
    """Every one of these."""

    all: Annotated[tuple["Requirement", ...], AfterValidator(_not_empty)]


class AnyOf(Definition):
    """At least one of these: the ways to qualify."""

    any: Annotated[tuple["Requirement", ...], AfterValidator(_not_empty)]


class Degree(Definition):
    """A degree of at least this level; `none` requires no degree at all.

    One degree must meet everything: the level, the accreditation of its
    programme, and one of the `field` words, if any are given.
    """

    degree: DegreeLevel
    accreditation: Text | None = None
    field: tuple[Text, ...] = ()


class Experience(Definition):
    """Work of one kind: in calendar months, in hours, in person-days or in projects.

    `within_years` is the look-back window; a career break may stretch it to
    `extendable_to_years`. `complexity` and `responsibility` require at least
    that much of the same work.
    """

    experience: Id
    months: Count | None = None
    hours: Count | None = None
    person_days: Count | None = None
    projects: Count | None = None
    within_years: Years | None = None
    extendable_to_years: Years | None = None
    complexity: Complexity | None = None
    responsibility: Id | None = None

    @model_validator(mode="after")
    def _amount(self) -> Self:
        amounts = (self.months, self.hours, self.person_days, self.projects)
        if all(amount is None for amount in amounts):
            problem = "says no amount; write months, hours, person_days or projects"
            raise PydanticCustomError("no_amount", problem)
        if self.extendable_to_years is not None and (
            self.within_years is None or self.extendable_to_years <= self.within_years
        ):
            problem = "extendable_to_years must be more than within_years"
            raise PydanticCustomError("window", problem)
        return self


class Training(Definition):
    """Hours of classes in a topic; topics match exactly."""

    training: Id
    hours: Count
    within_years: Years | None = None


class Course(Definition):
    """One named course that nothing replaces."""

    course: Id


class Holds(Definition):
    """Another certification, or any one of several, or one of a named group.

    It must be active on the day unless `lapsed: allowed`.
    """

    holds: Id | tuple[Id, ...]
    lapsed: Literal["allowed"] | None = None


class Membership(Definition):
    """Membership of an organisation."""

    membership: Id


class Assessment(Definition):
    """An assessment whose result is needed before applying."""

    assessment: Id
    text: Text


class Declare(Definition):
    """A condition that no data can settle: unknown until the person confirms it."""

    declare: Id
    text: Text


NODES: dict[str, type[Definition]] = {
    "all": AllOf,
    "any": AnyOf,
    "degree": Degree,
    "experience": Experience,
    "training": Training,
    "course": Course,
    "holds": Holds,
    "membership": Membership,
    "assessment": Assessment,
    "declare": Declare,
}


def _tag(value: Any) -> str | None:
    if isinstance(value, Definition):
        return next(tag for tag, node in NODES.items() if isinstance(value, node))
    if not isinstance(value, dict):
        return None
    tags = [tag for tag in NODES if tag in value]
    return tags[0] if len(tags) == 1 else None


Requirement = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Degree, Tag("degree")]
    | Annotated[Experience, Tag("experience")]
    | Annotated[Training, Tag("training")]
    | Annotated[Course, Tag("course")]
    | Annotated[Holds, Tag("holds")]
    | Annotated[Membership, Tag("membership")]
    | Annotated[Assessment, Tag("assessment")]
    | Annotated[Declare, Tag("declare")],
    Discriminator(
        _tag,
        custom_error_type="requirement",
        custom_error_message="name exactly one of: " + ", ".join(NODES),
    ),
]
