"""Definitions of `demand.yaml`: how often employers ask for certifications, and their worth."""

from typing import Annotated, Literal

from pydantic import Field, StrictInt, StrictStr

from certadvisor.catalog.definitions.base import (
    Confidence,
    Country,
    Day,
    Definition,
    Flag,
    Id,
    Text,
    Url,
)

AdvertTotal = Annotated[StrictInt, Field(ge=1, le=100_000_000)]


class Demand(Definition):
    """How often employers in a country ask for a certification: 0 to 1, relative to its peers."""

    certification: Id
    country: Country | Literal["world"]
    value: Annotated[float, Field(ge=0, le=1)]
    basis: Text  # the figure it rests on, or the word judgement with the reason
    year: Annotated[StrictInt, Field(ge=1990, le=2100)] | None = None
    sample: AdvertTotal | None = None  # the adverts counted
    url: Url | None = None
    confidence: Confidence


class NamedIn(Definition):
    """In how many adverts a certification is named, and how many call it required or preferred."""

    total: AdvertTotal
    required: AdvertTotal | None = None
    preferred: AdvertTotal | None = None


class AdvertCount(Definition):
    """What the adverts with a project-management title of one country name.

    `none_named` is how many name no certification; absent where the adverts were chosen
    because they name one.
    """

    country: Country | Literal["world"]
    what: Text  # the adverts counted, in a few words
    period: Day
    adverts: AdvertTotal
    none_named: AdvertTotal | None = None
    named: dict[Id, NamedIn] = {}
    note: Text | None = None
    url: Url


class Finding(Definition):
    """A published figure on value or demand, in the unit of its source."""

    what: Text
    country: Text | None = None
    year: Annotated[StrictInt, Field(ge=1990, le=2100)] | None = None
    sample: Text | None = None
    figures: tuple[Text, ...]
    certifications: tuple[Id, ...] = ()
    url: Url | None = None
    via: Text | None = None
    official: Flag = False
    confidence: Confidence
    note: Text | None = None


class DemandFile(Definition):
    """The form of `demand.yaml`."""

    version: StrictStr | None = None
    demand: tuple[Demand, ...] = ()
    adverts: tuple[AdvertCount, ...] = ()
    findings: tuple[Finding, ...] = ()
