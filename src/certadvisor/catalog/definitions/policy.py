"""Definitions of a policy file: who must hold what, by when, and who is exempt."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Discriminator, Field, StrictInt, Tag, model_validator
from pydantic_core import PydanticCustomError

from certadvisor.catalog.definitions.base import Country, Day, Definition, Id, Level, Text
from certadvisor.catalog.definitions.requirement import Requirement

Days = Annotated[StrictInt, Field(ge=0, le=3650)]
Months = Annotated[StrictInt, Field(ge=1, le=120)]
MaxUnknown = (
    Annotated[StrictInt, Field(ge=0)] | Annotated[str, Field(pattern=r"^(100|[0-9]{1,2})%$")]
)
Severity = Literal["error", "warning", "note"]
GraceStart = Literal["joined", "promoted", "either"]


def _as_tuple(value: Any) -> Any:
    """Wrap a single word in a tuple."""
    return (value,) if isinstance(value, str) else value


class Who(Definition):
    """The people for whom every key matches; a list matches if any of its values does.

    `role` and `level` are those recognised with certainty from the job title,
    `title` is its wording (`*` matches anything), `tag` is a word in the table.
    """

    role: Id | tuple[Id, ...] = ()
    level: Level | tuple[Level, ...] = ()
    title: Text | tuple[Text, ...] = ()
    country: Country | tuple[Country, ...] = ()
    tag: Id | tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _check_not_empty(self) -> Self:
        if not any(getattr(self, key) for key in type(self).model_fields):
            problem = "applies to no one; write role, level, title, country, tag, or `everyone`"
            raise PydanticCustomError("nobody", problem)
        return self

    def values_of(self, key: str) -> tuple[str, ...]:
        """The values of a key as a tuple; () if the key is not given."""
        values: tuple[str, ...] = _as_tuple(getattr(self, key))
        return values


class AtLeast(Definition):
    """At least this many of the requirements."""

    at_least: Annotated[StrictInt, Field(ge=1, le=20)]
    of: Annotated[tuple[Requirement, ...], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _check_count(self) -> Self:
        if self.at_least > len(self.of):
            problem = "at_least requires more than `of` lists"
            raise PydanticCustomError("at_least", problem)
        return self


def _needs_tag(value: Any) -> str:
    is_at_least = isinstance(value, AtLeast) or (isinstance(value, dict) and "at_least" in value)
    return "so-many" if is_at_least else "one-requirement"


RuleScope = Annotated[
    Annotated[Literal["everyone"], Tag("every-one")] | Annotated[Who, Tag("some-people")],
    Discriminator(lambda value: "every-one" if isinstance(value, str) else "some-people"),
]
Needs = Annotated[
    Annotated[AtLeast, Tag("so-many")] | Annotated[Requirement, Tag("one-requirement")],
    Discriminator(_needs_tag),
]


class Grace(Definition):
    """Days or months after joining or promotion before the rule applies."""

    days: Days | None = None
    months: Months | None = None
    after: GraceStart = "joined"

    @model_validator(mode="after")
    def _check_one_unit(self) -> Self:
        if (self.days is None) == (self.months is None):
            raise PydanticCustomError("grace", "write one of days and months")
        return self


class PolicyRule(Definition):
    """What some people must have; `warn_days` and `severity` control how breaches are reported.

    `max_unknown`: for how many people, or for what share of those concerned ("20%"), the rule
    may be unknown before the audit fails.
    """

    id: Id
    text: Text | None = None
    who: RuleScope
    except_: Who | None = Field(None, alias="except")
    needs: Needs
    grace: Grace | None = None
    warn_days: Days | None = None
    severity: Severity = "error"
    max_unknown: MaxUnknown | None = None


class Waiver(Definition):
    """Exempts one person from one rule up to and including a day, with the reason and approver."""

    person: Text
    rule: Id
    reason: Text
    by: Text
    until: Day


def _check_has_rules(rules: tuple[PolicyRule, ...]) -> tuple[PolicyRule, ...]:
    if not rules:
        raise PydanticCustomError("no_rules", "names no rule; list at least one")
    return rules


def _check_unique_waivers(waivers: tuple[Waiver, ...]) -> tuple[Waiver, ...]:
    pairs = [(waiver.person, waiver.rule) for waiver in waivers]
    if len(set(pairs)) < len(pairs):
        raise PydanticCustomError("twice", "one person has two waivers of one rule")
    return waivers


class PolicyFile(Definition):
    """A file for `audit --policy`.

    `titles` maps job titles of the company to roles (`*` matches anything, the
    first match counts); `none` marks a job that is not a project role. With
    `undated: accept` a credential without a date counts as active.
    """

    policy: Text
    text: Text | None = None
    warn_days: Days = 90
    max_unknown: MaxUnknown | None = None
    undated: Literal["accept"] | None = None
    titles: dict[Text, Id] = {}
    rules: Annotated[tuple[PolicyRule, ...], AfterValidator(_check_has_rules)]
    waivers: Annotated[tuple[Waiver, ...], AfterValidator(_check_unique_waivers)] = ()
