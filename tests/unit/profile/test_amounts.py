"""Parsing amounts as people write them, and refusing what is not one."""

from collections.abc import Callable

import pytest

from certadvisor.base.scalars import ValueParseError
from certadvisor.catalog.records import Money
from certadvisor.profile.amounts import budget, horizon, months, training_hours
from certadvisor.profile.model import Horizon, HorizonUnit


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("30m", 30),
        ("4y", 48),
        ("2y6m", 30),
        ("2 years 6 months", 30),
        ("18 months", 18),
        ("1.5y", 18),
        ("1 MONTH", 1),
        ("0", 0),
        ("0m", 0),
        ("60y", 720),
        ("3 years and 2 months", 38),
        ("3 years, 2 months", 38),
        ("3 YRS", 36),
    ],
)
def test_a_length_of_work_is_whole_months(written: str, amount: int) -> None:
    """Months, years, or both; half a year is six months."""
    assert months(written) == amount


@pytest.mark.parametrize(
    ("written", "ahead"),
    [
        ("12 months", Horizon(12, HorizonUnit.MONTH)),
        ("2 years", Horizon(2, HorizonUnit.YEAR)),
        ("6 weeks", Horizon(6, HorizonUnit.WEEK)),
        ("90 days", Horizon(90, HorizonUnit.DAY)),
        ("1 day", Horizon(1, HorizonUnit.DAY)),
        ("8m", Horizon(8, HorizonUnit.MONTH)),
        ("1.5 years", Horizon(18, HorizonUnit.MONTH)),
        ("2y6m", Horizon(30, HorizonUnit.MONTH)),
        ("20 years", Horizon(20, HorizonUnit.YEAR)),
    ],
)
def test_a_horizon_keeps_the_unit_it_was_given_in(written: str, ahead: Horizon) -> None:
    """Six weeks are not a month and a half."""
    assert horizon(written) == ahead


@pytest.mark.parametrize(
    ("written", "money"),
    [
        ("1500 USD", Money(1500, "USD")),
        ("1500usd", Money(1500, "USD")),
        ("99.50 EUR", Money(99.5, "EUR")),
        ("0 GBP", Money(0, "GBP")),
        ("$500", Money(500, "USD")),
        ("US$ 1,500", Money(1500, "USD")),
        ("1,500 USD", Money(1500, "USD")),
        ("1.500 EUR", Money(1500, "EUR")),
        ("€ 1.500,50", Money(1500.5, "EUR")),
        ("1'500 CHF", Money(1500, "CHF")),
        ("1 500 zł", Money(1500, "PLN")),
        ("2k usd", Money(2000, "USD")),
        ("500 euros", Money(500, "EUR")),
        ("USD 500", Money(500, "USD")),
        ("₹40000", Money(40000, "INR")),
    ],
)
def test_a_budget_is_an_amount_with_its_currency(written: str, money: Money) -> None:
    """No default currency is assumed."""
    assert budget(written) == money


@pytest.mark.parametrize(("written", "hours"), [("35h", 35), ("35", 35), ("7.5 hours", 7.5)])
def test_training_hours_need_no_unit(written: str, hours: float) -> None:
    """Training is always in hours."""
    assert training_hours(written) == hours


@pytest.mark.parametrize(
    ("read", "written", "problem"),
    [
        (months, "30", "`30` is not a length of time"),
        (months, "", "`` is not a length of time"),
        (months, "-3m", "`-3m` is not a length of time"),
        (months, "2y2y", "`2y2y` is not a length of time"),
        (months, "3w", "`3w` is not a length of time"),
        (months, "1.3y", "`1.3y` is not a whole number of months"),
        (months, "721m", "`721m` is longer than 60 years"),
        (horizon, 12, "`12` has no unit"),
        (horizon, True, "`true` is not text"),
        (horizon, "0 days", "`0 days` is not between one day and 20 years"),
        (horizon, "21 years", "`21 years` is not between one day and 20 years"),
        (horizon, "1y2w", "`1y2w` is not a length of time"),
        (horizon, "1.5w", "`1.5w` is not a length of time"),
        (budget, 1500, "`1500` has no currency"),
        (budget, "1,50,0 USD", "`1,50,0 USD` is not a valid amount"),
        (budget, "¥500", "`¥500` names no one currency"),
        (budget, "500 kr.", "`500 kr.` is not a valid amount"),
        (budget, "USD", "`USD` is not a valid amount"),
        (budget, "2000000000 IDR", "`2000000000 IDR` is out of bounds"),
        (training_hours, "35 days", "`35 days` is not a number of hours"),
        (training_hours, "20001", "`20001` is out of bounds"),
    ],
)
def test_an_invalid_amount_is_refused(
    read: Callable[[object], object], written: object, problem: str
) -> None:
    """A guess would be worse than a question."""
    with pytest.raises(ValueParseError) as raised:
        read(written)
    assert raised.value.problem == problem
