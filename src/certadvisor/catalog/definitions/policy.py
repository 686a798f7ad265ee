"""A policy of an employer: who must hold or have what, from when on, and who is excused."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Discriminator, Field, StrictInt, Tag, model_validator
from pydantic_core import PydanticCustomError

from certadvisor.catalog.definitions.base import Country, Day, Definition, Id, Level, Text
from certadvisor.catalog.definitions.requirement import Requirement

Days = Annotated[StrictInt, Field(ge=0, le=3650)]
Months = Annotated[StrictInt, Field(ge=1, le=120)]
Severity = Literal["error", "warning", "note"]
Since = Literal["joined", "promoted", "either"]


def _listed(value: Any) -> Any:
    """One word stands for a list of one."""
    return (value,) if isinstance(value, str) else value


class Who(Definition):
    """Those of whom all this is true; of a list any one will do.

    `role` and `level` are what the title surely stands for, `title` is its
    wording (`*` stands for anything), `tag` a word of the table.
    """

    role: Id | tuple[Id, ...] = ()
    level: Level | tuple[Level, ...] = ()
    title: Text | tuple[Text, ...] = ()
    country: Country | tuple[Country, ...] = ()
    tag: Id | tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _asks(self) -> Self:
        if not any(getattr(self, key) for key in type(self).model_fields):
            problem = "names nobody; write role, level, title, country, tag, or `everyone`"
            raise PydanticCustomError("nobody", problem)
        return self

    def words(self, key: str) -> tuple[str, ...]:
        """What is asked under a key, as a list."""
        found: tuple[str, ...] = _listed(getattr(self, key))
        return found


class AtLeast(Definition):
    """So many of these requirements."""

    at_least: Annotated[StrictInt, Field(ge=1, le=20)]
    of: Annotated[tuple[Requirement, ...], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _enough(self) -> Self:
        if self.at_least > len(self.of):
            problem = "at_least asks for more than `of` lists"
            raise PydanticCustomError("at_least", problem)
        return self


def _form(value: Any) -> str:
    some = isinstance(value, AtLeast) or (isinstance(value, dict) and "at_least" in value)
    return "so-many" if some else "one-requirement"


Concerned = Annotated[
    Annotated[Literal["everyone"], Tag("every-one")] | Annotated[Who, Tag("some-people")],
    Discriminator(lambda value: "every-one" if isinstance(value, str) else "some-people"),
]
Needs = Annotated[
    Annotated[AtLeast, Tag("so-many")] | Annotated[Requirement, Tag("one-requirement")],
    Discriminator(_form),
]


class Grace(Definition):
    """Time after joining or promotion in which nobody is reproached; days or months."""

    days: Days | None = None
    months: Months | None = None
    after: Since = "joined"

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.days is None) == (self.months is None):
            raise PydanticCustomError("grace", "write one of days and months")
        return self


class PolicyRule(Definition):
    """What some people need; `warn_days` and `severity` say when and how loudly it is told."""

    id: Id
    text: Text | None = None
    who: Concerned
    except_: Who | None = Field(None, alias="except")
    needs: Needs
    grace: Grace | None = None
    warn_days: Days | None = None
    severity: Severity = "error"


class Waiver(Definition):
    """One person excused from one rule through a last day, why, and by whom."""

    person: Text
    rule: Id
    reason: Text
    by: Text
    until: Day


def _some(rules: tuple[PolicyRule, ...]) -> tuple[PolicyRule, ...]:
    if not rules:
        raise PydanticCustomError("no_rules", "names no rule; list at least one")
    return rules


def _one_each(waivers: tuple[Waiver, ...]) -> tuple[Waiver, ...]:
    pairs = [(waiver.person, waiver.rule) for waiver in waivers]
    if len(set(pairs)) < len(pairs):
        raise PydanticCustomError("twice", "one person has two waivers of one rule")
    return waivers


class PolicyFile(Definition):
    """A file of `audit --policy`.

    `titles` says which role a title of the company stands for (`*` stands for
    anything, the first that fits is taken), `none` for a job that is no role here.
    """

    policy: Text
    text: Text | None = None
    warn_days: Days = 90
    titles: dict[Text, Id] = {}
    rules: Annotated[tuple[PolicyRule, ...], AfterValidator(_some)]
    waivers: Annotated[tuple[Waiver, ...], AfterValidator(_one_each)] = ()
