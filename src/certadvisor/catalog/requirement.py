"""The small core of the requirement language: groups and leaves without sugar.

Plain named tuples: quick to load, and open to a second back end that compiles
the same tree. Tuples of different leaves may compare equal; never use them as
keys without their type.
"""

from typing import NamedTuple


class AllOf(NamedTuple):
    """Met when every child is."""

    children: tuple["Requirement", ...]


class AnyOf(NamedTuple):
    """Met when one child is."""

    children: tuple["Requirement", ...]


class Degree(NamedTuple):
    """A degree of at least this level, accredited and in a field where asked."""

    degree: str
    accreditation: str | None = None
    field: tuple[str, ...] = ()


class Experience(NamedTuple):
    """An amount of one kind of work inside a window; see `model.requirement.Experience`."""

    kind: str
    months: int | None = None
    hours: int | None = None
    person_days: int | None = None
    projects: int | None = None
    within_years: int | None = None
    extendable_to_years: int | None = None
    complexity: str | None = None
    responsibility: str | None = None


class Training(NamedTuple):
    """Hours of training in one topic."""

    topic: str
    hours: int
    within_years: int | None = None


class Course(NamedTuple):
    """One named course."""

    course: str


class Holds(NamedTuple):
    """Any one of these certifications; a lapsed one too where `lapsed`."""

    certifications: tuple[str, ...]
    lapsed: bool = False
    group: str | None = None


class Membership(NamedTuple):
    """Membership of an organisation."""

    membership: str


class Assessment(NamedTuple):
    """An assessment passed before applying."""

    assessment: str
    text: str


class Declare(NamedTuple):
    """A condition that only the person can confirm."""

    declare: str
    text: str


Leaf = Degree | Experience | Training | Course | Holds | Membership | Assessment | Declare
Requirement = AllOf | AnyOf | Leaf

OPEN = AllOf(())  # anybody: nothing is asked, so everything asked is met

DEGREES = ("none", "secondary", "associate", "bachelor", "master", "doctorate")
COMPLEXITIES = ("simple", "moderate", "complex", "very-complex")


def leaves(requirement: Requirement) -> tuple[Leaf, ...]:
    """Every leaf, in the order written."""
    if isinstance(requirement, AllOf | AnyOf):
        return tuple(leaf for child in requirement.children for leaf in leaves(child))
    return (requirement,)
