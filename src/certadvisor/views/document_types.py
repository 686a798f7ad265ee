"""The types that the JSON documents of several answers share.

Documents are `TypedDict`s: mypy holds what the answers build to them, and `json_schema` makes
the schemas in `schemas/output/` of them. These modules must not use postponed annotations,
which would hide from Python 3.11 which keys may be left out.
"""

from typing import Annotated, Literal, NamedTuple, TypedDict

from certadvisor import __version__
from certadvisor.catalog.records import LEVELS
from certadvisor.rules.outcome import Outcome
from certadvisor.views.reports import AnswerContext


class Allowed(NamedTuple):
    """What a value may be beyond its type, as JSON Schema says it; `words` are all it can be."""

    minimum: float | None = None
    exclusive_minimum: float | None = None
    maximum: float | None = None
    min_items: int | None = None
    max_items: int | None = None
    min_length: int | None = None
    format: str | None = None
    pattern: str | None = None
    description: str | None = None
    words: tuple[str | int, ...] | None = None
    required: tuple[str, ...] | None = None  # keys that a free-form object has
    may_grow: bool = False  # wherever the type is used it may get more keys, as a document's top


Day = Annotated[str, Allowed(format="date", pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
GivenDay = Annotated[
    str,
    Allowed(
        pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        description="As precise as it was given: a day, a month or a year.",
    ),
]
GivenDayOrUnknown = Annotated[
    str,
    Allowed(
        pattern="^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|unknown)$",
        description="As precise as it was given; `unknown`: there is one that could not be read.",
    ),
]
Month = Annotated[str, Allowed(pattern="^[0-9]{4}-[0-9]{2}$")]
NonNegative = Annotated[float, Allowed(minimum=0)]
Positive = Annotated[float, Allowed(exclusive_minimum=0)]
Share = Annotated[float, Allowed(minimum=0, maximum=1)]
Count = Annotated[int, Allowed(minimum=0)]
AmountUnit = Annotated[str, Allowed(words=("month", "hour", "person_day", "project"))]
LineNumber = Annotated[int, Allowed(minimum=1)]
PlaceCode = Annotated[str, Allowed(pattern="^([A-Z]{2}|outside-us)$")]  # of a price
CurrencyCode = Annotated[str, Allowed(pattern="^[A-Z]{3}$")]

OutcomeWord = Annotated[str, Allowed(words=tuple(Outcome))]
LevelWord = Annotated[str, Allowed(words=LEVELS)]
StatusWord = Annotated[
    str, Allowed(words=("announced", "active", "retiring", "retired", "unclear"))
]
ConfidenceWord = Annotated[str, Allowed(words=("high", "medium", "low"))]


class CatalogVersion(TypedDict):
    """The catalogue that the answer rests on."""

    version: str
    digest: str


class _Version1(TypedDict):
    schema_version: Literal[1]


class _Version2(TypedDict):
    schema_version: Literal[2]


class _Source(TypedDict):
    certadvisor_version: str
    as_of: Day
    catalog: CatalogVersion


class Head(_Version1, _Source):
    """What a document begins with."""


class HeadV2(_Version2, _Source):
    """What a document begins with whose keys were renamed once (CHANGELOG.md has the table)."""


class MoneyJson(TypedDict):
    """An amount with its currency (ISO 4217)."""

    amount: NonNegative
    currency: CurrencyCode


class TotalJson(MoneyJson):
    """What the whole way costs: likely, with its range; estimated if a part of it is.

    Place and day are those of the certification's own price.
    """

    low: NonNegative
    high: NonNegative
    estimated: bool
    place: PlaceCode | None
    on: Day | None


class CostDetail(TypedDict):
    """What is known of a cost apart from its amount; `at_least` adds up the known parts."""

    at_least: MoneyJson | None
    place: PlaceCode | None
    on: Day | None
    converted: MoneyJson | None
    course: NonNegative | None
    buys: str | None
    confidence: ConfidenceWord | None
    is_sum: Annotated[bool, Allowed(description="The sum of what its modules cost.")]
    for_members: bool


def head(context: AnswerContext) -> Head:
    """The keys that a document of version 1 begins with."""
    return {"schema_version": 1, **_source(context)}


def head_v2(context: AnswerContext) -> HeadV2:
    """The keys that a document of version 2 begins with."""
    return {"schema_version": 2, **_source(context)}


def _source(context: AnswerContext) -> _Source:
    return {
        "certadvisor_version": __version__,
        "as_of": context.as_of.isoformat(),
        "catalog": {"version": context.catalog.version, "digest": context.catalog.digest},
    }
