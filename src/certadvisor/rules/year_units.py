"""The years of a renewal cycle: which units of each count, and which year is short."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from certadvisor.base.kebab import kebab
from certadvisor.base.months import years_before
from certadvisor.profile.model import UnitRecord
from certadvisor.rules.unit_progress import (
    CountedUnits,
    RawUnits,
    UnitProgress,
    count_units,
)


class CycleYear(NamedTuple):
    """One year of a cycle; both days belong to it."""

    first_day: date
    last_day: date


class YearState(StrEnum):
    """Where a year of a cycle lies, seen from a day."""

    OVER = "over"
    RUNNING = "running"
    COMING = "coming"


class YearUnits(NamedTuple):
    """The units of one year of a cycle that sets bounds to each of its years.

    Only units with a date count. `missing` is None where those without one may close the gap;
    else it is what stays missing even if all of them are of this year. `to_earn` is the
    least number that closes every gap of the year.
    """

    year: CycleYear
    state: YearState
    total: UnitProgress
    parts: tuple[UnitProgress, ...]
    to_earn: float

    def is_short(self) -> bool | None:
        """Whether units are missing in this year; None where undated ones may close the gap."""
        missing = [one.missing for one in (self.total, *self.parts)]
        return True if any(missing) else None if None in missing else False


def years_of_cycle(last_day: date, count: int) -> tuple[CycleYear, ...]:
    """Divide the cycle of `count` years that ends on `last_day`; the first year comes first."""
    return tuple(
        CycleYear(
            years_before(last_day, left) + timedelta(days=1), years_before(last_day, left - 1)
        )
        for left in range(count, 0, -1)
    )


def units_by_year(
    raw_units: RawUnits, units: Sequence[UnitRecord], years: Iterable[CycleYear], day: date
) -> tuple[YearUnits, ...]:
    """Count the units of each year on `day`; none where the renewal sets no bounds to a year."""
    bounds = _yearly_bounds(raw_units)
    if bounds is None:
        return ()
    undated = sum(one.amount for one in units if one.date is None)
    return tuple(
        _make_year(year, _state(year, day), count_units(bounds, _in_year(units, year)), undated)
        for year in years
    )


def within_yearly_maximum(
    raw_units: RawUnits, units: Sequence[UnitRecord], years: Sequence[CycleYear]
) -> Iterator[UnitRecord]:
    """Yield the units, but of each part no more in a year than its yearly maximum.

    Units without a date are all taken, for their year is not known, and those after the last
    year, which no maximum of a year bounds.
    """
    most = {
        kebab(part["name"]): part["yearly_maximum"]
        for part in raw_units.get("parts", ())
        if "yearly_maximum" in part
    }
    last = years[-1].last_day
    yield from (one for one in units if one.date is None or one.date > last)
    for year in years:
        left = dict(most)
        for one in _in_year(units, year):
            amount = one.amount
            if one.topic in left:
                amount = min(amount, left[one.topic])
                left[one.topic] -= amount
            yield one._replace(amount=amount)


def _in_year(units: Iterable[UnitRecord], year: CycleYear) -> list[UnitRecord]:
    return [one for one in units if one.date and year.first_day <= one.date <= year.last_day]


def _yearly_bounds(raw_units: RawUnits) -> RawUnits | None:
    """The bounds of a year in the form of those of a cycle; None where there are none."""
    parts = [
        {
            "name": part["name"],
            **({"part_of": part["part_of"]} if "part_of" in part else {}),
            **({"minimum": part["yearly_minimum"]} if "yearly_minimum" in part else {}),
            **({"maximum": part["yearly_maximum"]} if "yearly_maximum" in part else {}),
        }
        for part in raw_units.get("parts", ())
    ]
    bounds = {"name": raw_units["name"], "amount": raw_units.get("yearly_minimum", 0)}
    is_bounded = bounds["amount"] or any("minimum" in one or "maximum" in one for one in parts)
    return {**bounds, "parts": parts} if is_bounded else None


def _state(year: CycleYear, day: date) -> YearState:
    if year.last_day < day:
        return YearState.OVER
    return YearState.COMING if day < year.first_day else YearState.RUNNING


def _make_year(
    year: CycleYear, state: YearState, counted: CountedUnits, undated: float
) -> YearUnits:
    return YearUnits(
        year,
        state,
        _with_undated(counted.total, undated),
        tuple(
            _with_undated(part, undated)
            for part in counted.parts
            if part.need or part.most is not None
        ),
        counted.to_earn,
    )


def _with_undated(progress: UnitProgress, undated: float) -> UnitProgress:
    """The progress of a year to which units without a date may belong, all, some or none."""
    gap = progress.missing or 0
    return progress._replace(missing=None if 0 < gap <= undated else max(0, gap - undated))
