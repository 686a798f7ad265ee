"""Definitions of `demand.yaml`: how often employers ask for certifications, and their worth."""

from typing import Annotated, Literal

from pydantic import Field, StrictInt, StrictStr

from certadvisor.catalog.definitions.base import (
    Confidence,
    Country,
    Definition,
    Flag,
    Id,
    Text,
    Url,
)


class Demand(Definition):
    """How often employers in a country ask for a certification: 0 to 1, relative to its peers."""

    certification: Id
    country: Country | Literal["world"]
    value: Annotated[float, Field(ge=0, le=1)]
    basis: Text  # the figure it rests on, or the word judgement with the reason
    year: Annotated[StrictInt, Field(ge=1990, le=2100)] | None = None
    url: Url | None = None
    confidence: Confidence


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
    findings: tuple[Finding, ...] = ()
