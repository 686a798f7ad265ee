"""The filter options of `list` and `map`, and the certifications that match them."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, NamedTuple, TypeVar

import typer

from certadvisor.catalog.records import Certification, Money
from certadvisor.cli import completion
from certadvisor.errors import Fault, InputError
from certadvisor.planner.buyer_prices import Cost, fits_budget
from certadvisor.profile.matching import lookup
from certadvisor.views.reports import AnswerContext

_FILTERS_PANEL = "Filters"
Value = TypeVar("Value")


class LevelFilter(StrEnum):
    """Career levels, as values of `--level`."""

    ENTRY = "entry"
    MID = "mid"
    SENIOR = "senior"
    EXECUTIVE = "executive"


class ApproachFilter(StrEnum):
    """Approaches to project work, as values of `--approach`."""

    PREDICTIVE = "predictive"
    AGILE = "agile"
    HYBRID = "hybrid"


class StatusFilter(StrEnum):
    """Statuses of a certification, as values of `--status`; `any` matches all of them."""

    ANNOUNCED = "announced"
    ACTIVE = "active"
    RETIRING = "retiring"
    RETIRED = "retired"
    UNCLEAR = "unclear"
    ANY = "any"


LevelOption = Annotated[
    list[LevelFilter] | None,
    typer.Option(rich_help_panel=_FILTERS_PANEL, metavar="LEVEL", help="Level"),
]
IssuerOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ISSUER",
        rich_help_panel=_FILTERS_PANEL,
        autocompletion=completion.issuers,
        help="Issuer: its id or name.",
    ),
]
DisciplineOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD", rich_help_panel=_FILTERS_PANEL, autocompletion=completion.disciplines,
        help="Field: project, agile, risk.",
    ),
]  # fmt: skip
ApproachOption = Annotated[
    list[ApproachFilter] | None,
    typer.Option(metavar="APPROACH", rich_help_panel=_FILTERS_PANEL, help="Approach"),
]
StatusOption = Annotated[
    list[StatusFilter] | None,
    typer.Option(
        metavar="STATUS",
        rich_help_panel=_FILTERS_PANEL,
        help="Status: {choices}. [default: active, retiring]",
    ),
]


class MapFilters(NamedTuple):
    """Filters of `map`. An option may be repeated; one of its values must match."""

    level: LevelOption = None
    issuer: IssuerOption = None
    discipline: DisciplineOption = None
    approach: ApproachOption = None
    status: StatusOption = None


class ListFilters(NamedTuple):
    """Filters of `list`. An option may be repeated; one of its values must match."""

    level: LevelOption = None
    issuer: IssuerOption = None
    discipline: DisciplineOption = None
    approach: ApproachOption = None
    status: StatusOption = None
    max_cost: Annotated[
        str | None,
        typer.Option(
            "--max-cost", metavar="MONEY", rich_help_panel=_FILTERS_PANEL,
            help="No more than this: '500 USD', or 500 for US dollars. Unknown prices do not pass.",
        ),
    ] = None  # fmt: skip
    country: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            rich_help_panel=_FILTERS_PANEL,
            autocompletion=completion.countries,
            help="Prices where you live: US, GB.",
        ),
    ] = None

    def price_limit(self) -> Money | None:
        """Parse `--max-cost`; a bare number is US dollars. Raises InputError."""
        if self.max_cost is None:
            return None
        from certadvisor.profile.amounts import budget

        lacks_currency = self.max_cost.replace(".", "", 1).isdecimal()
        return _read_option(
            "--max-cost", budget, f"{self.max_cost} USD" if lacks_currency else self.max_cost
        )

    def price_country(self) -> str | None:
        """Parse `--country`, whose prices apply. Raises InputError."""
        if self.country is None:
            return None
        from certadvisor.base.countries import country

        return _read_option("--country", country, self.country)


def _read_option(option: str, parse: Callable[[str], Value], text: str) -> Value:
    """Parse the value of an option; a fault is reported under the option's name."""
    from certadvisor.base.scalars import ValueParseError

    try:
        return parse(text)
    except ValueParseError as error:
        raise InputError([Fault(option, error.problem, remedy=error.remedy)]) from None


def filter_certifications(
    answer_context: AnswerContext,
    filters: ListFilters,
    words: Iterable[str],
    costs: dict[str, Cost],
    limit: Money | None,
) -> tuple[Certification, ...]:
    """Return the certifications that match every filter, in the catalogue's order.

    `words` match anywhere in the id, names, issuer and disciplines, case aside. `costs`
    are by certification id, and only read where there is a `limit`; a certification whose
    cost cannot be compared with it does not match.
    """
    catalog = answer_context.catalog
    certifications = catalog.certifications.values()
    known_disciplines = {
        field for certification in certifications for field in certification.disciplines
    }
    issuers = lookup.check_known("--issuer", filters.issuer or (), catalog.issuers, catalog.issuers)
    disciplines = lookup.check_known(
        "--discipline", filters.discipline or (), sorted(known_disciplines)
    )
    statuses = set(filters.status or (StatusFilter.ACTIVE, StatusFilter.RETIRING))
    search_words = [word.casefold() for word in words]
    return tuple(
        certification
        for certification in certifications
        if (not filters.level or set(filters.level) & set(certification.levels))
        and (not issuers or certification.issuer in issuers)
        and (not disciplines or disciplines & set(certification.disciplines))
        and (not filters.approach or certification.approach in filters.approach)
        and (
            StatusFilter.ANY in statuses
            or certification.status_on(answer_context.as_of) in statuses
        )
        and (limit is None or _is_affordable(costs[certification.id], limit))
        and all(
            word in _searchable_text(certification, catalog.issuers.get(certification.issuer, ""))
            for word in search_words
        )
    )


def _is_affordable(cost: Cost, limit: Money) -> bool:
    return cost.amount is not None and fits_budget(cost, limit) is True


def _searchable_text(certification: Certification, issuer: str) -> str:
    parts = (
        certification.id,
        certification.abbreviation,
        certification.name,
        issuer,
        *certification.aliases,
        *certification.disciplines,
    )
    return "\n".join(parts).casefold()
