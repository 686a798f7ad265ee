"""Requirements that no person can meet, as opposed to hard ones."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.linting.checks.cycles import find_cycles
from certadvisor.linting.linter import check_catalog

SMALL = Path(__file__).parents[2] / "small"
FORM = """
certifications:
  - id: one
    abbreviation: ONE
    name: Certificate one
    issuer: pmi
    disciplines: [project]
    levels: [entry]
    statuses: [{{state: active}}]
    rules:
      - {{needs: {rule}, confidence: high}}
    no_source: invented for tests
"""


def _codes(rule: str, folder: Path) -> set[str]:
    (folder / "certifications.yaml").write_text(FORM.format(rule=rule))
    findings = check_catalog([folder], date(2026, 11, 22), [SMALL])
    return {finding.code for finding in findings} - {"no-case"}


@pytest.mark.parametrize(
    ("rule", "codes"),
    [
        ("{experience: risk, months: 25, within_years: 2}", set()),
        ("{experience: risk, months: 26, within_years: 2}", {"impossible-requirement"}),
        ("{experience: risk, months: 36, within_years: 2, extendable_to_years: 3}", set()),
        ("{experience: risk, person_days: 733, within_years: 2}", {"impossible-requirement"}),
        ("{experience: risk, months: 600}", set()),
        ("{holds: one}", {"cyclic-holds"}),
        ("{any: [{holds: one}, {degree: bachelor}]}", set()),
        ("{holds: [one, gaqm-cpm]}", set()),
        ("{holds: iapm-cpm}", set()),
        ("{holds: prince2-6-foundation}", set()),
    ],
)
def test_impossible_requirements_are_reported_and_hard_ones_are_not(
    rule: str, codes: set[str], tmp_path: Path
) -> None:
    """Two years touch 25 calendar months; a name without a record counts as obtainable."""
    assert _codes(rule, tmp_path) == codes


def test_each_cycle_is_found_once() -> None:
    """The shortest through its first node, and none through nodes that only lead to a cycle."""
    graph: dict[str, tuple[str, ...]] = {
        "a": ("b",),
        "b": ("c", "d"),
        "c": ("b",),
        "d": ("d",),
        "e": (),
    }
    assert find_cycles(graph) == [("b", "c"), ("d",)]
