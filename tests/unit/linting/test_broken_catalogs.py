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


def _marked(folder: Path) -> list[str]:
    lines = [line for file in folder.rglob("*.yaml") for line in file.read_text().splitlines()]
    marks = tuple(f"# {severity}: " for severity in SEVERITIES)
    return sorted(line.removeprefix("# ") for line in lines if line.startswith(marks))


def _found(folder: Path) -> list[str]:
    return sorted(
        f"{one.severity}: {one} [{one.code}]".replace(f"{folder}/", "").replace(
            str(folder), "the catalogue"
        )
        for one in check_catalog([folder], DAY, [TESTS / "small"])
        if one.code != WITHOUT_CASES or folder.name == WITHOUT_CASES
    )


@pytest.mark.parametrize("folder", KINDS, ids=[folder.name for folder in KINDS])
def test_a_faulty_catalogue_gives_all_its_findings_at_once(folder: Path) -> None:
    """Exactly those in its comments, each with its line."""
    assert _found(folder) == _marked(folder) != []


def test_every_finding_code_has_a_faulty_catalogue() -> None:
    """Without one, a check could stop working unnoticed."""
    told = "\n".join(line for folder in KINDS for line in _marked(folder))
    assert [code for code in CODES if f"[{code}]" not in told] == []


def test_there_are_faulty_catalogues_of_twenty_kinds() -> None:
    """Issue 3 requires at least twenty."""
    assert len(KINDS) >= 20
