"""The filters of `list` and `map`, and what passes them."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, NamedTuple, TypeVar

import typer

from certadvisor.advice.cost import Cost, in_budget
from certadvisor.catalog.records import Certification, Money
from certadvisor.cli import completion
from certadvisor.errors import Fault, InputError
from certadvisor.profile.matching import lookup
from certadvisor.views.reports import Frame

_PANEL = "Filters"
Value = TypeVar("Value")


class Level(StrEnum):
    """The career levels."""

    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    EXECUTIVE = "executive"


class Approach(StrEnum):
    """Ways of working."""

    PREDICTIVE = "predictive"
    AGILE = "agile"
    HYBRID = "hybrid"


class Status(StrEnum):
    """States, and all of them."""

    ANNOUNCED = "announced"
    ACTIVE = "active"
    RETIRING = "retiring"
    RETIRED = "retired"
    UNCLEAR = "unclear"
    ANY = "any"


OfLevel = Annotated[
    list[Level] | None, typer.Option(rich_help_panel=_PANEL, help="A career level.")
]
OfIssuer = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID",
        rich_help_panel=_PANEL,
        autocompletion=completion.issuers,
        help="Who gives it.",
    ),
]
OfDiscipline = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD", rich_help_panel=_PANEL, autocompletion=completion.disciplines,
        help="A field: project, agile, risk.",
    ),
]  # fmt: skip
OfApproach = Annotated[
    list[Approach] | None, typer.Option(rich_help_panel=_PANEL, help="A way of working.")
]
OfStatus = Annotated[
    list[Status] | None,
    typer.Option(rich_help_panel=_PANEL, help="A status. [default: active, retiring]"),
]


class Sorts(NamedTuple):
    """What to show; each option may be repeated, and one of its values must fit."""

    level: OfLevel = None
    issuer: OfIssuer = None
    discipline: OfDiscipline = None
    approach: OfApproach = None
    status: OfStatus = None


class Filters(NamedTuple):
    """What to list; each option may be repeated, and one of its values must fit."""

    level: OfLevel = None
    issuer: OfIssuer = None
    discipline: OfDiscipline = None
    approach: OfApproach = None
    status: OfStatus = None
    max_cost: Annotated[
        str | None,
        typer.Option(
            "--max-cost", metavar="MONEY", rich_help_panel=_PANEL,
            help="No more than this: '500 USD', or 500 for US dollars. Unknown prices do not pass.",
        ),
    ] = None  # fmt: skip
    country: Annotated[
        str | None,
        typer.Option(metavar="CODE", rich_help_panel=_PANEL, help="Prices where you live: US, GB."),
    ] = None

    def limit(self) -> Money | None:
        """The money of `--max-cost`."""
        if self.max_cost is None:
            return None
        from certadvisor.profile.amounts import budget

        bare = self.max_cost.replace(".", "", 1).isdecimal()
        return _read("--max-cost", budget, f"{self.max_cost} USD" if bare else self.max_cost)

    def place(self) -> str | None:
        """The country whose prices count."""
        if self.country is None:
            return None
        from certadvisor.base.countries import country

        return _read("--country", country, self.country)


def _read(option: str, read: Callable[[str], Value], written: str) -> Value:
    """A value, or its fault under the option's name."""
    from certadvisor.base.scalars import MisreadError

    try:
        return read(written)
    except MisreadError as error:
        raise InputError([Fault(option, error.problem, remedy=error.remedy)]) from None


def chosen(
    frame: Frame,
    filters: Filters,
    words: Iterable[str],
    costs: dict[str, Cost],
    limit: Money | None,
) -> tuple[Certification, ...]:
    """The certifications that pass every filter, in the catalogue's order."""
    catalog = frame.catalog
    everything = catalog.certifications.values()
    fields = {field for one in everything for field in one.disciplines}
    issuers = lookup.one_of("--issuer", filters.issuer or (), catalog.issuers)
    disciplines = lookup.one_of("--discipline", filters.discipline or (), sorted(fields))
    states = set(filters.status or (Status.ACTIVE, Status.RETIRING))
    sought = [word.casefold() for word in words]
    return tuple(
        one
        for one in everything
        if (not filters.level or set(filters.level) & set(one.levels))
        and (not issuers or one.issuer in issuers)
        and (not disciplines or disciplines & set(one.disciplines))
        and (not filters.approach or one.approach in filters.approach)
        and (Status.ANY in states or one.status_on(frame.as_of) in states)
        and (limit is None or _affordable(costs[one.id], limit))
        and all(word in _text(one, catalog.issuers.get(one.issuer, "")) for word in sought)
    )


def _affordable(cost: Cost, limit: Money) -> bool:
    return cost.total is not None and in_budget(cost, limit) is True


def _text(one: Certification, issuer: str) -> str:
    parts = (one.id, one.abbreviation, one.name, issuer, *one.aliases, *one.disciplines)
    return "\n".join(parts).casefold()
