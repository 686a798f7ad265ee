"""The units of a renewal cycle: what counts, in total and by part and year, and what is missing."""

from datetime import date
from typing import NamedTuple

from certadvisor.catalog.records import Certification
from certadvisor.profile.model import Credential
from certadvisor.rules.credential_status import CredentialStatus, cycle_length
from certadvisor.rules.unit_progress import RawUnits, UnitProgress, count_units
from certadvisor.rules.year_units import (
    CycleYear,
    YearState,
    YearUnits,
    units_by_year,
    within_yearly_maximum,
    years_of_cycle,
)


class CycleUnits(NamedTuple):
    """The units of a renewal cycle: in total, in the parts that are bounded, and in each year.

    `to_earn` is the least number of units that closes every gap that can still be closed; None
    where the units are not given. `since` is the first day of the cycle. `undated_amount` is the
    part without a date, which is counted as earned in this cycle. `yearly_minimum` is the least
    of each year, None where the year makes no difference. `years` is empty where it makes none,
    and where the units or the days of the cycle are not given.
    """

    total: UnitProgress
    parts: tuple[UnitProgress, ...]
    to_earn: float | None
    since: date | None
    undated_amount: float
    yearly_minimum: float | None = None
    years: tuple[YearUnits, ...] = ()


def cycle_units(
    raw_units: RawUnits,
    credential: Credential,
    status: CredentialStatus,
    certification: Certification,
    day: date,
) -> CycleUnits:
    """Count the units of a credential's current cycle, which ends on its last day."""
    years = _years(credential, status, certification)
    since = years[0].first_day if years else None
    yearly_minimum = raw_units.get("yearly_minimum")
    if credential.units is None:
        total = UnitProgress(raw_units["name"], raw_units["amount"], None, None)
        parts = tuple(
            UnitProgress(part["name"], part.get("minimum", 0), None, None, part.get("maximum"))
            for part in raw_units.get("parts", ())
        )
        return CycleUnits(total, parts, None, since, 0, yearly_minimum)
    units = [
        one
        for one in credential.units
        if one.date is None or ((since is None or one.date >= since) and one.date <= day)
    ]
    undated = sum(one.amount for one in units if one.date is None)
    by_year = units_by_year(raw_units, units, years, day)
    # Without the days of the cycle, it is not known which units exceed what counts in a year.
    counting = list(within_yearly_maximum(raw_units, units, years)) if years else units
    counted = count_units(raw_units, counting)
    in_open_years = sum(one.to_earn for one in by_year if one.state is not YearState.OVER)
    return CycleUnits(
        counted.total,
        tuple(_with_surplus(part, by_year) for part in counted.parts),
        max(counted.to_earn, in_open_years - undated),
        since,
        undated,
        yearly_minimum,
        by_year,
    )


def _years(
    credential: Credential, status: CredentialStatus, certification: Certification
) -> tuple[CycleYear, ...]:
    """The years of the cycle that ends on the last day; none where one of both is not known."""
    if status.last_day is None:
        return ()
    length = cycle_length(credential, certification, status.last_day)
    return years_of_cycle(status.last_day, length or 0)


def _with_surplus(part: UnitProgress, years: tuple[YearUnits, ...]) -> UnitProgress:
    """The part with the units that its yearly maximum leaves out."""
    of_years = sum(one.surplus for year in years for one in year.parts if one.name == part.name)
    return part._replace(surplus=part.surplus + of_years)
