"""What to check again, and what of it first."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.linting.staleness import REASONS, StaleFact, stale

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


def _of_new(facts: tuple[StaleFact, ...], *ids: str) -> list[tuple[str, str]]:
    return [(fact.reason, fact.id) for fact in facts if fact.id in ids]


def test_low_confidence_comes_before_age_and_age_before_names(tmp_path: Path) -> None:
    """Among entry rules that nobody has looked at for a year."""
    catalog = _catalog(
        tmp_path,
        _record("fresh", "2026-01"),
        _record("old", "2025-06"),
        _record("older", "2024-06"),
        _record("doubtful", "2025-10", confidence="low"),
    )
    names = ("fresh", "old", "older", "doubtful")
    facts = stale(catalog, DAY)
    assert _of_new(facts, *names) == [("old", "doubtful"), ("old", "older"), ("old", "old")]
    assert _of_new(stale(catalog, DAY, 24), *names) == [("old", "older")]


@pytest.mark.parametrize(
    ("checked", "is_old"), [("2025-11-21", True), ("2025-11-22", False), ("2025-11-23", False)]
)
def test_a_year_is_over_on_the_day_after_its_last(
    checked: str,
    *,
    is_old: bool,
    tmp_path: Path,
) -> None:
    """Both sides of the limit."""
    facts = stale(_catalog(tmp_path, _record("one", checked)), DAY)
    assert bool(_of_new(facts, "one")) is is_old


def test_what_is_about_to_change_comes_before_what_is_old(tmp_path: Path) -> None:
    """The soonest retirement first, then the latest, then age, then second-hand sources."""
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
    assert _of_new(stale(catalog, DAY), *names) == [
        ("retiring", "leaves-soon"),
        ("retiring", "leaves-later"),
        ("retired", "left"),
        ("old", "old"),
        ("second-hand", "rumour"),
        ("unclear", "nobody-knows"),
    ]


def test_an_announced_rule_is_told_until_it_takes_effect(small: Catalog) -> None:
    """The PMP's new rule, on the day before and on the day."""
    before = stale(small, date(2026, 7, 8))
    assert before[0] == StaleFact(
        "announced", "certifications", "pmp", ("rules",), date(2026, 7, 9), "high", ()
    )
    assert "announced" not in {fact.reason for fact in stale(small, date(2026, 7, 9))}


def test_the_built_in_catalogue_is_told_in_order(catalog: Catalog) -> None:
    """Reasons never mix."""
    places = [REASONS.index(fact.reason) for fact in stale(catalog, DAY)]
    assert places == sorted(places)
