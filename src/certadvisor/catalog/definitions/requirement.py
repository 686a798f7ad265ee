"""Definitions of the requirement language: `all`, `any` and the leaves.

What the linter, the compiler and the reader of policies ask of a leaf is a method of its
definition, so that none of them names a leaf.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Discriminator, Tag, model_validator
from pydantic_core import PydanticCustomError

from certadvisor.catalog import requirement as core
from certadvisor.catalog.definitions.base import Count, Definition, Id, Text, Years

DegreeLevel = Literal["none", "secondary", "associate", "bachelor", "master", "doctorate"]
Complexity = Literal["simple", "moderate", "complex", "very-complex"]
Groups = Mapping[str, Sequence[str]]  # the certifications of each named group

_DAYS_IN_YEAR = 366


class NamedThing(StrEnum):
    """What an id in a leaf stands for, as a noun for messages."""

    KIND = "kind of experience"
    RESPONSIBILITY = "responsibility"
    CERTIFICATION = "certification"
    MEMBERSHIP = "membership"


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


class LeafDefinition(Definition, ABC):
    """A leaf, with the answers of those that need no method of their own."""

    @abstractmethod
    def to_record(self, groups: Groups) -> core.Leaf:
        """The record that the engine judges, without shorthand."""

    def named_ids(self) -> tuple[tuple[NamedThing, str], ...]:
        """The ids of other records that the leaf names, with what each stands for."""
        return ()

    def accepted_certifications(self, groups: Groups) -> tuple[str, ...] | None:  # noqa: ARG002
        """The certifications of which one is enough; None if the leaf asks for none."""
        return None

    def accepts_lapsed(self) -> bool:
        """Whether a certification that has lapsed is enough."""
        return False

    def window_overflow(self) -> str:
        """Why the amount does not fit in the window; empty if it fits or there is no window."""
        return ""

    def is_window_reversed(self) -> bool:
        """Whether the extended window does not reach beyond the window."""
        return False


def _check_disputed(amount: int, disputed: int | None) -> None:
    if disputed is not None and disputed <= amount:
        problem = "disputed must be the higher amount; write the lower one as usual"
        raise PydanticCustomError("disputed", problem)


class Degree(LeafDefinition):
    """A degree of at least this level; `none` requires no degree at all.

    One degree must meet everything: the level, the accreditation of its
    programme, and one of the `field` words, if any are given.
    """

    degree: DegreeLevel
    accreditation: Text | None = None
    field: tuple[Text, ...] = ()

    def to_record(self, groups: Groups) -> core.Degree:  # noqa: ARG002
        """The record, its fields ready for comparison."""
        field = tuple(word.casefold() for word in self.field)
        return core.Degree(self.degree, self.accreditation, field)


class Experience(LeafDefinition):
    """Work of one kind: in calendar months, in hours, in person-days or in projects.

    `within_years` is the look-back window; a career break may stretch it to
    `extendable_to_years`. `complexity` and `responsibility` require at least
    that much of the same work. `disputed` is the higher amount that other sources
    name: whoever has less than it and enough by the lower one is unknown.
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
    disputed: Count | None = None

    @model_validator(mode="after")
    def _amount(self) -> Self:
        amounts = (self.months, self.hours, self.person_days, self.projects)
        given = [amount for amount in amounts if amount is not None]
        if not given:
            problem = "says no amount; write months, hours, person_days or projects"
            raise PydanticCustomError("no_amount", problem)
        if self.disputed is not None and len(given) > 1:
            problem = "disputed needs one amount, so that it is clear which one it is about"
            raise PydanticCustomError("disputed", problem)
        _check_disputed(given[0], self.disputed)
        if self.extendable_to_years is not None and (
            self.within_years is None or self.extendable_to_years <= self.within_years
        ):
            problem = "extendable_to_years must be more than within_years"
            raise PydanticCustomError("window", problem)
        return self

    def to_record(self, groups: Groups) -> core.Experience:  # noqa: ARG002
        """The record with the same fields."""
        return core.Experience(
            kind=self.experience,
            months=self.months,
            hours=self.hours,
            person_days=self.person_days,
            projects=self.projects,
            within_years=self.within_years,
            extendable_to_years=self.extendable_to_years,
            complexity=self.complexity,
            responsibility=self.responsibility,
            disputed=self.disputed,
        )

    def named_ids(self) -> tuple[tuple[NamedThing, str], ...]:
        """The kind of work, and the responsibility if one is asked for."""
        kind = (NamedThing.KIND, self.experience)
        if self.responsibility is None:
            return (kind,)
        return (kind, (NamedThing.RESPONSIBILITY, self.responsibility))

    def window_overflow(self) -> str:
        """Compare the amounts with the longest window; its first and last month may be partial."""
        years = max(self.within_years or 0, self.extendable_to_years or 0)
        if not years:
            return ""
        limits = {
            "months": (self.months, years * 12 + 1),
            "hours": (self.hours, years * _DAYS_IN_YEAR * 24),
            "person-days": (self.person_days, years * _DAYS_IN_YEAR),
        }
        for unit, (required, limit) in limits.items():
            if required is None:
                continue
            highest = self.disputed or required
            if highest > limit:
                return f"{years} years hold no {highest:,} {unit}: at most {limit:,}"
        return ""

    def is_window_reversed(self) -> bool:
        """Compare both windows; an extension without a window extends nothing."""
        window, extended = self.within_years, self.extendable_to_years
        return extended is not None and (window is None or extended < window)


class Training(LeafDefinition):
    """Hours of classes in a topic; topics match exactly.

    `disputed` is the higher number of hours that other sources name.
    """

    training: Id
    hours: Count
    within_years: Years | None = None
    disputed: Count | None = None

    @model_validator(mode="after")
    def _check_readings(self) -> Self:
        _check_disputed(self.hours, self.disputed)
        return self

    def to_record(self, groups: Groups) -> core.Leaf:  # noqa: ARG002
        """The record with the same fields."""
        return core.Training(self.training, self.hours, self.within_years, self.disputed)


class Course(LeafDefinition):
    """One named course that nothing replaces."""

    course: Id

    def to_record(self, groups: Groups) -> core.Leaf:  # noqa: ARG002
        """The record with the same fields."""
        return core.Course(self.course)


class Holds(LeafDefinition):
    """Another certification, or any one of several, or one of a named group.

    It must be active on the day unless `lapsed: allowed`.
    """

    holds: Id | tuple[Id, ...]
    lapsed: Literal["allowed"] | None = None

    def to_record(self, groups: Groups) -> core.Leaf:
        """The record, its groups expanded and the name of a single group kept for display."""
        ids = self._ids()
        return core.Holds(
            certifications=self.accepted_certifications(groups),
            lapsed=self.accepts_lapsed(),
            group=ids[0] if len(ids) == 1 and ids[0] in groups else None,
        )

    def named_ids(self) -> tuple[tuple[NamedThing, str], ...]:
        """The certifications and groups."""
        return tuple((NamedThing.CERTIFICATION, id) for id in self._ids())

    def accepted_certifications(self, groups: Groups) -> tuple[str, ...]:
        """The certifications, with groups expanded."""
        return tuple(member for id in self._ids() for member in groups.get(id, (id,)))

    def accepts_lapsed(self) -> bool:
        """Whether `lapsed: allowed` is written."""
        return self.lapsed == "allowed"

    def _ids(self) -> tuple[str, ...]:
        return (self.holds,) if isinstance(self.holds, str) else self.holds


class Membership(LeafDefinition):
    """Membership of an organisation."""

    membership: Id

    def to_record(self, groups: Groups) -> core.Leaf:  # noqa: ARG002
        """The record with the same fields."""
        return core.Membership(self.membership)

    def named_ids(self) -> tuple[tuple[NamedThing, str], ...]:
        """The organisation."""
        return ((NamedThing.MEMBERSHIP, self.membership),)


class Employer(LeafDefinition):
    """The kind of present employer that the certification is reserved for."""

    employer: Id

    def to_record(self, groups: Groups) -> core.Leaf:  # noqa: ARG002
        """The record with the same fields."""
        return core.Employer(self.employer)


class Assessment(LeafDefinition):
    """An assessment whose result is needed before applying."""

    assessment: Id
    text: Text

    def to_record(self, groups: Groups) -> core.Leaf:  # noqa: ARG002
        """The record with the same fields."""
        return core.Assessment(self.assessment, self.text)


class Declare(LeafDefinition):
    """A condition that no rule of the issuer puts in figures: unknown until it is confirmed.

    Other evidence may prove it: a bachelor's degree, for example, that the person is 18. Any one
    of `proved_by` will do. They are no ways to qualify, and none of them ever refutes it.
    """

    declare: Id
    text: Text
    proved_by: tuple[Degree | Experience, ...] = ()

    def to_record(self, groups: Groups) -> core.Leaf:
        """The record with the same fields."""
        proofs = tuple(proof.to_record(groups) for proof in self.proved_by)
        return core.Declare(self.declare, self.text, proofs)

    def named_ids(self) -> tuple[tuple[NamedThing, str], ...]:
        """The names in what proves it."""
        return tuple(name for proof in self.proved_by for name in proof.named_ids())


NODES: dict[str, type[Definition]] = {
    "all": AllOf,
    "any": AnyOf,
    "degree": Degree,
    "experience": Experience,
    "training": Training,
    "course": Course,
    "holds": Holds,
    "membership": Membership,
    "employer": Employer,
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
    | Annotated[Employer, Tag("employer")]
    | Annotated[Assessment, Tag("assessment")]
    | Annotated[Declare, Tag("declare")],
    Discriminator(
        _tag,
        custom_error_type="requirement",
        custom_error_message="name exactly one of: " + ", ".join(NODES),
    ),
]
