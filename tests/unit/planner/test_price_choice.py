"""Which of several prices a person sees, and what modules cost together."""

from datetime import date

import pytest

from certadvisor.catalog.compiler import compile_catalog
from certadvisor.catalog.definitions.advice import AdviceFile
from certadvisor.catalog.definitions.certification import CertificationFile
from certadvisor.catalog.definitions.demand import DemandFile
from certadvisor.catalog.definitions.role import RoleFile
from certadvisor.catalog.records import Catalog, Certification, Price
from certadvisor.planner.buyer_prices import Buyer, cost_of, price_for
from certadvisor.planner.figures import ZERO_AMOUNT, Figures

DAY = date(2026, 11, 30)
BASE = Price("USD", None, date(2026, 1, 1), None, 100, None, None, None, None, False, "exam", "low")


def choose(country: str | None, *prices: Price, catalog: Catalog) -> Price | None:
    """Return the price that a person in a country sees."""
    return price_for(catalog.certifications["pmp"]._replace(prices=prices), Buyer(DAY, country))


@pytest.mark.parametrize(
    ("country", "chosen"), [("US", 0), ("DE", 1), ("GB", 2), (None, 0), ("IN", 2)]
)
def test_the_price_of_the_country_or_its_region_comes_first(
    country: str | None, chosen: int, small: Catalog
) -> None:
    """Then the best founded one; a price seen outside the US holds in any other country."""
    us = BASE._replace(place="US", confidence="high")
    eu, outside = BASE._replace(place="EU"), BASE._replace(place="outside-us")
    prices = (us, eu, outside)
    assert choose(country, *prices, catalog=small) is prices[chosen]


def test_a_price_without_a_place_does_not_beat_a_better_founded_one(small: Catalog) -> None:
    """Neither without a country nor in one that neither price is of."""
    vague, us = BASE, BASE._replace(place="US", confidence="medium", exam_non_member=200)
    assert choose(None, vague, us, catalog=small) is us
    assert choose("FR", vague, us, catalog=small) is us


def test_of_equally_founded_prices_the_one_with_a_place_comes_first_and_then_the_latest(
    small: Catalog,
) -> None:
    """A later price without a place comes after an earlier one with a place."""
    old = BASE._replace(place="US", on=date(2025, 1, 1))
    new = BASE._replace(place="US", on=date(2026, 6, 1))
    vague = BASE._replace(on=date(2026, 11, 1))
    assert choose(None, vague, old, new, catalog=small) is new


def record(id: str, **more: object) -> dict[str, object]:
    """The least that a record of a certification has, and more."""
    fixed = {"issuer": "x", "disciplines": ["project"], "levels": ["mid"], "no_rule": "none"}
    states = {"statuses": [{"state": "active"}], "no_source": "none"}
    return {"id": id, "abbreviation": id, "name": id, **fixed, **states, **more}


def paid(currency: str, place: str, day: str, confidence: str, **more: object) -> dict[str, object]:
    """A price entry."""
    return {"currency": currency, "place": place, "date": day, "confidence": confidence, **more}


A = (
    paid("USD", "US", "2026-01", "high", exam_non_member=300),
    paid("GBP", "GB", "2026-01", "low", exam_non_member=200),
)
B = (
    paid("USD", "US", "2025-05", "medium", exam_non_member=50),
    paid("GBP", "GB", "2026-01", "low", exam_non_member=40, course={"mandatory": True}),
)
SUM = {"reason": "sum of its modules", "modules": ["a", "b"]}


def consisting_of(*costs: tuple[dict[str, object], ...]) -> Certification:
    """A certification that consists of two modules with these prices."""
    modules = [record(id, costs=one) for id, one in zip("ab", costs, strict=True)]
    file = CertificationFile.model_validate(
        {"certifications": [*modules, record("whole", no_price=SUM)]}
    )
    compiled = compile_catalog(file, RoleFile(), DemandFile(), AdviceFile())
    return compiled.certifications["whole"]


@pytest.fixture(scope="module")
def whole() -> Certification:
    """A certification that consists of two modules."""
    return consisting_of(A, B)


def test_modules_are_added_up_where_each_has_its_whole_price(
    whole: Certification, small: Catalog
) -> None:
    """The oldest day and the lowest confidence of all; not in pounds: a course has no price."""
    cost = cost_of(whole, Buyer(DAY), small.tables)
    assert [price.currency for price in whole.prices] == ["USD"]
    assert cost.amount
    assert (cost.amount.amount, cost.on, cost.confidence) == (350, date(2025, 5, 1), "medium")
    assert cost.is_sum


@pytest.mark.parametrize(("mandatory", "total"), [(True, 1_400), (False, 250)])
def test_the_exam_of_a_module_is_free_only_in_a_mandatory_course(
    *, mandatory: bool, total: int, small: Catalog
) -> None:
    """Who need not take the course of 700 EUR pays 125 EUR for the exam."""
    course = {"mandatory": mandatory, "low": 700, "exam_included": True}
    cost = paid("EUR", "EU", "2026-01", "high", exam_non_member=125, course=course)
    summed = cost_of(consisting_of((cost,), (cost,)), Buyer(DAY), small.tables)
    assert summed.amount
    assert summed.amount.amount == total


def test_in_a_plan_the_modules_are_paid_for_on_their_own(
    whole: Certification, catalog: Catalog
) -> None:
    """Each is a step with its price, so the whole costs nothing on top."""
    figures = Figures(catalog, Buyer(DAY), "USD")
    assert figures._price_exam(whole).non_member == ZERO_AMOUNT
