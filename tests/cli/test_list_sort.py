"""`list --sort`: one table in the order that is asked for."""

import json
from typing import Any

import pytest
from running import program, run

from certadvisor.catalog.records import LEVELS


def listed(*words: str) -> list[dict[str, Any]]:
    """The certifications that `list` shows of the built-in catalogue."""
    result = program("list", "--json", "--status", "any", *words)
    assert result.returncode == 0, result.stderr
    entries: list[dict[str, Any]] = json.loads(result.stdout)["certifications"]
    return entries


@pytest.fixture(scope="module")
def catalogue_order() -> list[dict[str, Any]]:
    """All of them as the catalogue has them."""
    return listed()


def test_by_cost_the_cheapest_come_first_and_the_unknown_last() -> None:
    """In one currency of many: amounts of the same one never fall."""
    entries = listed("--sort", "cost")
    shown = [
        one["cost"] or one["cost_detail"]["at_least"] if one["cost_detail"] else None
        for one in entries
    ]
    known = [one for one in shown if one]
    assert shown[len(known) :] == [None] * (len(shown) - len(known))
    assert 100 < len(known) < len(shown)
    for currency in ("USD", "GBP", "EUR"):
        amounts = [one["amount"] for one in known if one["currency"] == currency]
        assert amounts == sorted(amounts)
        assert len(amounts) >= 3
    currencies = [one["currency"] for one in known]
    assert currencies != sorted(currencies)


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("name", lambda one: one["name"].casefold()),
        ("issuer", lambda one: one["issuer"]),
        ("id", lambda one: one["id"]),
        ("level", lambda one: min(map(LEVELS.index, one["levels"]))),
    ],
)
def test_the_order_is_that_of_the_field(
    sort: str, key: Any, catalogue_order: list[dict[str, Any]]
) -> None:
    """Those alike keep the catalogue's order; nothing is lost or repeated."""
    assert listed("--sort", sort) == sorted(catalogue_order, key=key)
    assert sort == "issuer" or listed("--sort", sort) != catalogue_order


def test_a_sorted_screen_has_no_parts_by_level() -> None:
    """They would break the order; without --sort they are there."""
    assert "Entry level" in run("list").stdout
    by_cost = run("list", "--sort", "cost").stdout
    assert "level\n" not in by_cost
    rows = [line.split()[0] for line in by_cost.splitlines() if "USD" in line]
    assert rows[:2] == ["psm-i", "capm"]


def test_filters_and_words_go_with_an_order() -> None:
    """As in a list without one."""
    words = ("--issuer", "pmi", "--max-cost", "500 USD")
    by_cost = [one["id"] for one in listed(*words, "--sort", "cost")]
    assert sorted(by_cost) == sorted(one["id"] for one in listed(*words))
    assert len(by_cost) > 1
