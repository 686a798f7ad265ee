"""The filter options of `list` and `map`, and the certifications that match them."""

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
    """Career levels, as values of `--level`."""

    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    EXECUTIVE = "executive"


class Approach(StrEnum):
    """Approaches to project work, as values of `--approach`."""

    PREDICTIVE = "predictive"
    AGILE = "agile"
    HYBRID = "hybrid"


class Status(StrEnum):
    """Statuses of a certification, as values of `--status`; `any` matches all of them."""

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
    """Filters of `map`. An option may be repeated; one of its values must match."""

    level: OfLevel = None
    issuer: OfIssuer = None
    discipline: OfDiscipline = None
    approach: OfApproach = None
    status: OfStatus = None


class Filters(NamedTuple):
    """Filters of `list`. An option may be repeated; one of its values must match."""

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
        """Parse `--max-cost`; a bare number is US dollars. Raises InputError."""
        if self.max_cost is None:
            return None
        from certadvisor.profile.amounts import budget

        bare = self.max_cost.replace(".", "", 1).isdecimal()
        return _read("--max-cost", budget, f"{self.max_cost} USD" if bare else self.max_cost)

    def place(self) -> str | None:
        """Parse `--country`, whose prices apply. Raises InputError."""
        if self.country is None:
            return None
        from certadvisor.base.countries import country

        return _read("--country", country, self.country)


def _read(option: str, read: Callable[[str], Value], written: str) -> Value:
    """Parse the value of an option; a fault is reported under the option's name."""
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
    """Return the certifications that match every filter, in the catalogue's order.

    `words` match anywhere in the id, names, issuer and disciplines, case aside. `costs`
    are by certification id, and only read where there is a `limit`; a certification whose
    cost cannot be compared with it does not match.
    """
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
