"""The core of the requirement language: groups and leaves without shorthand.

Plain named tuples load quickly, and another back end can compile the same tree.
Tuples of different leaf types may compare equal: never use one as a key without
its type.
"""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple


class AllOf(NamedTuple):
    """Met when every child is met."""

    children: tuple["Requirement", ...]


class AnyOf(NamedTuple):
    """Met when at least one child is met."""

    children: tuple["Requirement", ...]


class Degree(NamedTuple):
    """A degree of at least this level, with the accreditation and a field if required."""

    degree: str
    accreditation: str | None = None
    field: tuple[str, ...] = ()


class Experience(NamedTuple):
    """An amount of one kind of work in a look-back window.

    The fields mean what they mean in `definitions.requirement.Experience`. `disputed` is the
    higher amount that other sources name.
    """

    kind: str
    months: int | None = None
    hours: int | None = None
    person_days: int | None = None
    projects: int | None = None
    within_years: int | None = None
    extendable_to_years: int | None = None
    complexity: str | None = None
    responsibility: str | None = None
    disputed: int | None = None


class Training(NamedTuple):
    """Hours of training in one topic; `disputed` is what other sources say, which is more."""

    topic: str
    hours: int
    within_years: int | None = None
    disputed: int | None = None


class Course(NamedTuple):
    """One named course."""

    course: str


class Holds(NamedTuple):
    """Any one of these certifications, active unless `lapsed` allows a lapsed one.

    `group` is the id of the named group that the certifications came from, for display.
    """

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


class Employer(NamedTuple):
    """A kind of present employer, such as `us-federal-civilian`."""

    employer: str


class Declare(NamedTuple):
    """A condition that only the person can confirm, or one of `proved_by` proves."""

    declare: str
    text: str
    proved_by: tuple[Degree | Experience, ...] = ()


Leaf = (
    Degree | Experience | Training | Course | Holds | Membership | Employer | Assessment | Declare
)
Requirement = AllOf | AnyOf | Leaf

LeafTag = Literal[
    "degree", "experience", "training", "course", "holds", "membership", "employer", "assessment",
    "declare",
]  # fmt: skip
TAGS: dict[type, LeafTag | Literal["all", "any"]] = {
    AllOf: "all",
    AnyOf: "any",
    Degree: "degree",
    Experience: "experience",
    Training: "training",
    Course: "course",
    Holds: "holds",
    Membership: "membership",
    Employer: "employer",
    Assessment: "assessment",
    Declare: "declare",
}  # the key that a requirement has in the language

OPEN = AllOf(())  # open to everyone: no children, so every child is met

# The leaves with an amount on which sources can disagree, and the fields with amounts.
DisputableLeaf = Experience | Training
AMOUNT_FIELDS = ("months", "hours", "person_days", "projects")

DEGREES = ("none", "secondary", "associate", "bachelor", "master", "doctorate")
OTHER_EMPLOYER = "other"  # of a person: an employer of none of the kinds that rules name
COMPLEXITIES = ("simple", "moderate", "complex", "very-complex")


def readings(leaf: DisputableLeaf) -> tuple[Any, Any]:
    """A disputed leaf as each of the two readings has it, the lower amount first."""
    field = next(name for name in AMOUNT_FIELDS if getattr(leaf, name, None) is not None)
    higher: dict[str, Any] = {field: leaf.disputed, "disputed": None}
    return leaf._replace(disputed=None), leaf._replace(**higher)


def tag_of(requirement: Requirement) -> str:
    """The key of a requirement in the language, such as `any` or `degree`."""
    return TAGS[type(requirement)]


def ids_named(leaves: Iterable[Leaf], *tags: str) -> tuple[str, ...]:
    """The ids that leaves of these tags name (a course, a topic …), each once, in order."""
    return tuple(dict.fromkeys(str(leaf[0]) for leaf in leaves if tag_of(leaf) in tags))


def leaves(requirement: Requirement) -> tuple[Leaf, ...]:
    """Every leaf, in the order of the definition."""
    if isinstance(requirement, AllOf | AnyOf):
        return tuple(leaf for child in requirement.children for leaf in leaves(child))
    return (requirement,)


def held_by_every_way(requirement: Requirement) -> frozenset[str]:
    """The certifications that every way through a requirement asks to hold."""
    match requirement:
        case AllOf(children):
            return frozenset().union(*map(held_by_every_way, children))
        case AnyOf(children):
            ways = [held_by_every_way(child) for child in children]
            return frozenset.intersection(*ways) if ways else frozenset()
        case Holds(certifications) if len(certifications) == 1:
            return frozenset(certifications)
        case _:
            return frozenset()


def counts_lapsed(requirement: Requirement, id: str) -> bool:
    """Whether a leaf lets this certification count though it has lapsed."""
    return any(
        isinstance(leaf, Holds) and leaf.lapsed and id in leaf.certifications
        for leaf in leaves(requirement)
    )
