"""Changes of parts of a record: a few lines in an own catalogue, the rest stays as below."""

from pathlib import Path

import pytest

from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError

RULE = """
changes:
  pmp:
    rules:
      - from: 2027-06-01
        all: [{training: project-management, hours: 40}]
        sources: [circular]
        confidence: high
    sources:
      circular: {via: circular of the academy, checked: 2026-11-30, covers: [rules]}
"""
PRICE = """
changes:
  pmp:
    costs: [{currency: USD, place: US, date: 2026-11, exam_non_member: 500, confidence: high}]
"""


def changed(text: str, folder: Path) -> Catalog:
    """Load the built-in catalogue with these lines over it."""
    (folder / "certifications.yaml").write_text(text, "utf-8")
    return load_catalog((str(folder),), cache=False)


def test_a_rule_version_is_added_and_everything_else_stays(
    catalog: Catalog, tmp_path: Path
) -> None:
    """The versions before it judge as they did."""
    before, after = (one.certifications["pmp"] for one in (catalog, changed(RULE, tmp_path)))
    assert after.rules[:-1] == before.rules
    assert after.rules[-1].sources == ("circular of the academy",)
    assert after._replace(rules=()) == before._replace(rules=())


def test_a_version_of_the_same_day_is_replaced(catalog: Catalog, tmp_path: Path) -> None:
    """So one rule can be corrected, with the order by days kept."""
    day = catalog.certifications["pmp"].rules[-1].since
    after = changed(RULE.replace("2027-06-01", str(day)), tmp_path).certifications["pmp"]
    assert len(after.rules) == len(catalog.certifications["pmp"].rules)
    assert after.rules[-1].confidence == "high"


def test_a_price_replaces_that_of_its_currency_and_place(catalog: Catalog, tmp_path: Path) -> None:
    """The others stay; the change is reported as an override."""
    over = changed(PRICE, tmp_path)
    prices = over.certifications["pmp"].prices
    assert [price.exam_non_member for price in prices if price.place == "US"] == [500]
    assert len(prices) == len(catalog.certifications["pmp"].prices)
    assert [id for id, _ in over.overridden] == ["pmp"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (RULE.replace("pmp:", "pmpp:"), "no certification `pmpp`"),
        (RULE.replace("[circular]", "[letter]"), "no source `letter`"),
    ],
)
def test_a_fault_names_the_line_of_the_change(text: str, problem: str, tmp_path: Path) -> None:
    """Not that of the record below."""
    with pytest.raises(InputError) as caught:
        changed(text, tmp_path)
    (fault,) = caught.value.faults
    assert (fault.problem, fault.source) == (problem, str(tmp_path / "certifications.yaml"))
    assert fault.line is not None
