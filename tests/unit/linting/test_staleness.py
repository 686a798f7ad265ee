"""Facts to check again, and their order."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.linting.staleness import REASONS, StaleFact, StaleReason, find_stale_facts

HEAD = """
certifications:
"""
FORM = """
  - id: {id}
    abbreviation: {id}
    name: Certificate {id}
    issuer: pmi
    disciplines: [project]
    levels: [entry]
    statuses: [{{state: active}}{more}]
    rules:
      - {{open: true, sources: [page], confidence: {confidence}}}
    sources:
      page: {{url: "https://example.org/{id}", {official}checked: {checked}, covers: [rules]}}
"""
SMALL = str(Path(__file__).parents[2] / "small")
DAY = date(2026, 11, 22)


def _catalog(folder: Path, *records: str) -> Catalog:
    (folder / "certifications.yaml").write_text(HEAD + "".join(records))
    return load_catalog((SMALL, str(folder)), built_in=False, cache=False)


def _record(
    id: str,
    checked: str,
    confidence: str = "high",
    official: str = "official: true, ",
    more: str = "",
) -> str:
    return FORM.format(id=id, checked=checked, confidence=confidence, official=official, more=more)


def _reasons_and_ids(facts: tuple[StaleFact, ...], *ids: str) -> list[tuple[str, str]]:
    return [(fact.reason, fact.id) for fact in facts if fact.id in ids]


def test_low_confidence_comes_before_age_and_age_before_id(tmp_path: Path) -> None:
    """Among entry rules that were not checked for a year."""
    catalog = _catalog(
        tmp_path,
        _record("fresh", "2026-01"),
        _record("old", "2025-06"),
        _record("older", "2024-06"),
        _record("doubtful", "2025-10", confidence="low"),
    )
    names = ("fresh", "old", "older", "doubtful")
    facts = find_stale_facts(catalog, DAY)
    assert _reasons_and_ids(facts, *names) == [
        ("old", "doubtful"),
        ("old", "older"),
        ("old", "old"),
    ]
    assert _reasons_and_ids(find_stale_facts(catalog, DAY, 24), *names) == [("old", "older")]


@pytest.mark.parametrize(
    ("checked", "is_old"), [("2025-11-21", True), ("2025-11-22", False), ("2025-11-23", False)]
)
def test_a_fact_is_old_after_more_than_a_year(
    checked: str,
    *,
    is_old: bool,
    tmp_path: Path,
) -> None:
    """Both sides of the limit."""
    facts = find_stale_facts(_catalog(tmp_path, _record("one", checked)), DAY)
    assert bool(_reasons_and_ids(facts, "one")) is is_old


def test_known_changes_come_before_old_facts(tmp_path: Path) -> None:
    """The next retirement first, then past ones, then old facts, then second-hand ones."""
    catalog = _catalog(
        tmp_path,
        _record("old", "2020-01"),
        _record("leaves-later", "2026-11", more=", {state: retired, from: 2027-09}"),
        _record("leaves-soon", "2026-11", more=", {state: retired, from: 2027-01}"),
        _record("leaves-far", "2026-11", more=", {state: retired, from: 2029-01}"),
        _record("left", "2026-11", more=", {state: retired, from: 2026-06}"),
        _record("rumour", "2026-11", official=""),
        _record("nobody-knows", "2026-11", more=", {state: unclear, from: 2026-06}"),
    )
    names = ("old", "leaves-later", "leaves-soon", "leaves-far", "left", "rumour", "nobody-knows")
    assert _reasons_and_ids(find_stale_facts(catalog, DAY), *names) == [
        ("retiring", "leaves-soon"),
        ("retiring", "leaves-later"),
        ("retired", "left"),
        ("old", "old"),
        ("second-hand", "rumour"),
        ("unclear", "nobody-knows"),
    ]


def test_an_announced_rule_is_listed_until_it_takes_effect(small: Catalog) -> None:
    """The PMP's new rule, on the day before and on the day."""
    before = find_stale_facts(small, date(2026, 7, 8))
    assert before[0] == StaleFact(
        StaleReason.ANNOUNCED, "certifications", "pmp", ("rules",), date(2026, 7, 9), "high", ()
    )
    assert "announced" not in {fact.reason for fact in find_stale_facts(small, date(2026, 7, 9))}


def test_stale_facts_of_the_built_in_catalogue_are_grouped_by_reason(catalog: Catalog) -> None:
    """In the order of `REASONS`."""
    positions = [REASONS.index(fact.reason) for fact in find_stale_facts(catalog, DAY)]
    assert positions == sorted(positions)
