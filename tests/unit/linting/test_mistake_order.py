"""The order of stale facts by what a mistake in them would cost."""

from datetime import date

from certadvisor.catalog.records import Catalog
from certadvisor.linting.staleness import StaleFact, StaleReason, find_stale_facts, mistake_cost

FACT = StaleFact(StaleReason.SECOND_HAND, "certifications", "a", ("rules",), None, "low", ())


def test_a_wrong_rule_costs_more_than_a_wrong_price_and_that_more_than_an_exam_figure() -> None:
    """Of the same certification; several groups cost what the worst of them does."""
    groups = (("rules",), ("costs",), ("exam",), ("exam", "costs"))
    costs = [mistake_cost(FACT._replace(groups=one), {}) for one in groups]
    assert costs == [4, 2, 1, 2]


def test_a_price_that_many_look_at_comes_before_a_rule_that_few_look_at() -> None:
    """What reaches people counts as much as what it does to them."""
    popular = FACT._replace(id="popular", groups=("costs",))
    assert mistake_cost(popular, {"popular": 5}) > mistake_cost(FACT, {"popular": 5})


def test_the_pmp_comes_first_of_what_is_second_hand(catalog: Catalog) -> None:
    """Most roles and most employers name it."""
    facts = find_stale_facts(catalog, date(2026, 11, 30))
    second_hand = [fact.id for fact in facts if fact.reason is StaleReason.SECOND_HAND]
    assert second_hand[0] == "pmp"


def test_a_change_that_is_not_settled_is_to_be_looked_at(catalog: Catalog) -> None:
    """The training hours of the PMP, whatever the day."""
    facts = find_stale_facts(catalog, date(2026, 11, 30))
    assert (StaleReason.ANNOUNCED, "pmp") in [(fact.reason, fact.id) for fact in facts]
