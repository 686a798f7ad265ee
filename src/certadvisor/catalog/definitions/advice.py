"""Definitions of `advice.yaml`: the numbers behind recommendations, each with its basis."""

from typing import Annotated

from pydantic import Field, StrictFloat, StrictInt, StrictStr

from certadvisor.catalog.definitions.base import Currency, Day, Definition, Id, Level, Text, Url

Number = Annotated[StrictInt | StrictFloat, Field(ge=0)]


class Table(Definition):
    """Numbers by name, and where they come from: a source, or the word judgement."""

    basis: Text
    values: dict[StrictStr, Number]


class Weight(Definition):
    """How much a factor counts, and where that comes from."""

    value: Number
    basis: Text


class Rates(Definition):
    """How many units of a currency one US dollar bought on a day."""

    date: Day
    basis: Text
    url: Url | None = None
    per_usd: dict[Currency, Number]


class Fields(Definition):
    """The disciplines that each kind of experience belongs to."""

    basis: Text
    values: dict[Id, tuple[Id, ...]]


class LevelMonths(Definition):
    """How many months of a kind put a person on a level."""

    basis: Text
    values: dict[Id, dict[Level, Number]]


class TooJunior(Definition):
    """By discipline: months of which kinds put a person beyond its entry certificates."""

    basis: Text
    values: dict[Id, dict[Id, Number]]


class AdviceFile(Definition):
    """The form of `advice.yaml`."""

    version: StrictStr | None = None
    weights: dict[StrictStr, Weight] = {}
    tables: dict[StrictStr, Table] = {}
    fields: Fields | None = None
    level_months: LevelMonths | None = None
    too_junior: TooJunior | None = None
    rates: Rates | None = None
