"""Building blocks of all definitions: strict scalars, partial dates, sources."""

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
)
from pydantic_core import PydanticCustomError

from certadvisor.base.partial_date import PartialDate


class Definition(BaseModel):
    """A record of the catalogue: frozen, and an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def _text(value: str) -> str:
    if not value.strip() or value != value.strip():
        raise PydanticCustomError("text", "is empty or has spaces around it")
    return value


def _partial_date(value: str) -> str:
    try:
        PartialDate.parse(value)
    except ValueError as error:
        raise PydanticCustomError("partial_date", "{why}", {"why": str(error)}) from None
    return value


Text = Annotated[StrictStr, AfterValidator(_text)]
Id = Annotated[StrictStr, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
Count = Annotated[StrictInt, Field(ge=1, le=100_000)]
Years = Annotated[StrictInt, Field(ge=1, le=40)]
MoneyAmount = Annotated[StrictInt | StrictFloat, Field(ge=0, le=1_000_000)]
Percent = Annotated[StrictInt | StrictFloat, Field(gt=0, le=100)]
Currency = Annotated[StrictStr, Field(pattern=r"^[A-Z]{3}$")]
Country = Annotated[StrictStr, Field(pattern=r"^[A-Z]{2}$")]
Place = Annotated[StrictStr, Field(pattern=r"^([A-Z]{2}|outside-us)$")]  # EU is a place too
Url = Annotated[StrictStr, Field(pattern=r"^https?://[^\s<>\"]+$")]
Day = Annotated[
    StrictStr,
    AfterValidator(_partial_date),
    Field(json_schema_extra={"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]  # YYYY, YYYY-MM or YYYY-MM-DD; a partial date is read as its first day
WholeDay = Annotated[
    StrictStr, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_partial_date)
]
Flag = StrictBool
Confidence = Literal["high", "medium", "low"]
Level = Literal["entry", "mid", "senior", "executive"]


class Source(Definition):
    """Where a group of figures was read.

    `url` is the page, or `via` says what was read instead (a copy, a quotation). `author` is who
    wrote it, for those without an address.
    `official` marks the issuer's own page. `covers` names the groups of figures
    that the page supports.
    """

    url: Url | None = None
    via: Text | None = None
    author: Text | None = None
    official: Flag = False
    weak: Flag = False  # a machine-written page: never enough on its own
    published: Day | None = None
    checked: Day
    covers: tuple[Text, ...] = ()
    licence: Text | None = None  # of data taken from others, with the credit it requires


def first_day(partial_date: str) -> date:
    """The first day of a full or partial date: `2026-03` gives 1 March 2026, a plain day."""
    return date.fromordinal(PartialDate.parse(partial_date).first.toordinal())
