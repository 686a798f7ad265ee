"""Faulty catalogues: the first comments in each list exactly the findings it must give."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.linting.finding import CODES, SEVERITIES
from certadvisor.linting.linter import check_catalog

TESTS = Path(__file__).parents[2]
KINDS = sorted((TESTS / "broken" / "catalogs").iterdir())
DAY = date(2026, 11, 22)
WITHOUT_CASES = "no-case"  # a finding that most of them would also give


def _expected_findings(folder: Path) -> list[str]:
    lines = [line for file in folder.rglob("*.yaml") for line in file.read_text().splitlines()]
    marks = tuple(f"# {severity}: " for severity in SEVERITIES)
    return sorted(line.removeprefix("# ") for line in lines if line.startswith(marks))


def _actual_findings(folder: Path) -> list[str]:
    return sorted(
        f"{finding.severity}: {finding} [{finding.code}]".replace(f"{folder}/", "").replace(
            str(folder), "the catalogue"
        )
        for finding in check_catalog([folder], DAY, [TESTS / "small"])
        if finding.code != WITHOUT_CASES or folder.name == WITHOUT_CASES
    )


@pytest.mark.parametrize("folder", KINDS, ids=[folder.name for folder in KINDS])
def test_a_faulty_catalogue_gives_all_its_findings_at_once(folder: Path) -> None:
    """Exactly those in its comments, each with its line."""
    assert _actual_findings(folder) == _expected_findings(folder) != []


def test_every_finding_code_has_a_faulty_catalogue() -> None:
    """Without one, a check could stop working unnoticed."""
    expected = "\n".join(line for folder in KINDS for line in _expected_findings(folder))
    assert [code for code in CODES if f"[{code}]" not in expected] == []


def test_there_are_faulty_catalogues_of_twenty_kinds() -> None:
    """Issue 3 requires at least twenty."""
    assert len(KINDS) >= 20
