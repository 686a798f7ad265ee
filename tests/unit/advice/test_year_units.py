"""The years of a renewal cycle: a cycle can have units enough, and one of its years too few."""

from datetime import date

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.profile.model import Credential, UnitRecord
from certadvisor.rules.credential_status import credential_status
from certadvisor.rules.cycle_units import CycleUnits, cycle_units
from certadvisor.rules.year_units import YearState
from certadvisor.views.words.renewals import years_text

DAY = date(2026, 11, 30)
POINTS = {
    "name": "CPD point",
    "amount": 60,
    "yearly_minimum": 20,
    "parts": [
        {"name": "professional experience", "minimum": 15, "yearly_minimum": 5},
        {"name": "community", "maximum": 45, "yearly_maximum": 15},
    ],
}
WORK, COMMUNITY = "professional-experience", "community"
WHOLE_YEAR = ((WORK, 5), (COMMUNITY, 15))


def counted(
    small: Catalog, by_day: dict[str | None, tuple[tuple[str, float], ...]], day: date = DAY
) -> CycleUnits:
    """The units of a cycle of three years from 2024-11-01 to 2027-10-31, by the day earned."""
    units = tuple(
        UnitRecord(topic, amount, date.fromisoformat(on) if on else None)
        for on, amounts in by_day.items()
        for topic, amount in amounts
    )
    credential = Credential("pmp", expires=date(2027, 10, 31))._replace(units=units)
    pmp = small.certifications["pmp"]
    return cycle_units(POINTS, credential, credential_status(credential, pmp, day), pmp, day)


def test_a_cycle_is_divided_at_the_anniversaries_of_its_last_day(small: Catalog) -> None:
    """Each year ends on the day on which the certificate will expire."""
    years = counted(small, {"2025-01-01": ()}).years
    assert [(one.year.first_day, one.year.last_day, one.state) for one in years] == [
        (date(2024, 11, 1), date(2025, 10, 31), YearState.OVER),
        (date(2025, 11, 1), date(2026, 10, 31), YearState.OVER),
        (date(2026, 11, 1), date(2027, 10, 31), YearState.RUNNING),
    ]


@pytest.mark.parametrize(
    ("on", "missing"), [("2025-10-31", (0, 20, 20)), ("2025-11-01", (20, 0, 20))]
)
def test_a_unit_counts_in_the_year_of_its_day(
    on: str, missing: tuple[int, ...], small: Catalog
) -> None:
    """The last day of a year and the first of the next."""
    years = counted(small, {on: WHOLE_YEAR}).years
    assert tuple(one.total.missing for one in years) == missing


def test_enough_in_the_cycle_does_not_make_up_for_a_short_year(small: Catalog) -> None:
    """60 points in all, none of them in the first year, which is over."""
    units = counted(
        small, {"2026-01-01": ((WORK, 25), (COMMUNITY, 15)), "2026-11-10": ((WORK, 20),)}
    )
    assert (units.total.missing, units.to_earn) == (0, 0)
    assert [one.is_short() for one in units.years] == [True, False, False]
    assert "Year to 2025-10-31: 0, short by 20, at least 5 of professional experience." in " ".join(
        years_text(units)
    )


def test_enough_in_each_year_leaves_nothing_to_earn(small: Catalog) -> None:
    """The other side: 20 in each year, 5 of them of experience."""
    units = counted(small, dict.fromkeys(("2025-01-01", "2026-01-01", "2026-11-10"), WHOLE_YEAR))
    assert (units.to_earn, [one.is_short() for one in units.years]) == (0, [False] * 3)
    assert not any("ask the issuer" in text for text in years_text(units))


def test_a_year_can_lack_a_part_alone(small: Catalog) -> None:
    """20 points with 4 of experience: one of experience is missing, though none in all."""
    year = counted(small, {"2025-01-01": ((WORK, 4), (COMMUNITY, 15), ("course", 1))}).years[0]
    assert year.total.missing == 0
    assert [one.missing for one in year.parts] == [1, 0]
    assert year.is_short()


def test_units_beyond_the_most_of_a_year_count_neither_in_it_nor_in_the_cycle(
    small: Catalog,
) -> None:
    """40 of community in one year are 15, and 20 in another too; without its day, all count."""
    units = counted(small, {"2025-01-01": ((COMMUNITY, 40),), "2026-01-01": ((COMMUNITY, 20),)})
    community = next(part for part in units.parts if part.name == "community")
    assert (units.total.have, community.have, community.surplus) == (30, 30, 30)
    assert [one.total.have for one in units.years] == [15, 15, 0]
    assert counted(small, {None: ((COMMUNITY, 40),)}).total.have == 40


@pytest.mark.parametrize(("undated", "missing"), [(7, 1), (8, None), (0, 8)])
def test_units_without_a_date_may_belong_to_a_short_year(
    undated: float, missing: float | None, small: Catalog
) -> None:
    """Where they could close the gap it is not known; where they could not, the rest is missing."""
    units = counted(small, {"2025-01-01": ((WORK, 5), ("course", 7)), None: (("course", undated),)})
    assert units.years[0].total.missing == missing
    assert units.years[0].is_short() is (None if missing is None else True)


def test_what_is_to_earn_leaves_out_the_years_that_are_over(small: Catalog) -> None:
    """A year that is over cannot be made up; those still open ask for 20 each."""
    units = counted(small, {"2025-06-01": (("course", 55), (WORK, 5))}, date(2025, 12, 1))
    assert units.total.missing == 0
    assert units.to_earn == 40


def test_without_the_days_of_the_cycle_there_are_no_years(small: Catalog) -> None:
    """Neither the last day nor the day it was earned is given: the least of a year is all."""
    credential = Credential("pmp")._replace(units=(UnitRecord(WORK, 5, date(2025, 1, 1)),))
    pmp = small.certifications["pmp"]
    units = cycle_units(POINTS, credential, credential_status(credential, pmp, DAY), pmp, DAY)
    assert (units.years, units.yearly_minimum) == ((), 20)
    assert list(years_text(units)) == ["At least 20 CPD points in each year."]


@pytest.mark.parametrize(
    ("id", "least", "name"),
    [
        ("prince2-7-practitioner", 20, "CPD point"),
        ("ipma-d", 35, "CPD hour"),
        ("cism", 20, "CPE"),
        ("aaism", 10, "CPE on AI"),
        ("pmp", None, "PDU"),
    ],
)
def test_the_records_say_what_each_year_requires(
    id: str, least: int | None, name: str, catalog: Catalog
) -> None:
    """Hours of professional development, not of courses, with IPMA; PMI counts the cycle alone."""
    units = catalog.raw_record("certifications", id)["renewal"]["units"]
    assert (units["name"], units.get("yearly_minimum")) == (name, least)
