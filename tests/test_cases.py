"""Every eligibility case of the catalogue: a person, a day, and the answer an issuer would give."""

from pathlib import Path

import pytest

from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.loader import data_folder, load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.linting.cases import EligibilityCase, find_differences, read_cases

CATALOG = load_catalog()
FILES = sorted((data_folder() / "cases").glob("*.yaml"))
CASES = [case for file in FILES for case in read_cases(read_file(file), CATALOG)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.id}: {case.name}")
def test_the_judge_gives_the_answer_of_the_issuer(case: EligibilityCase) -> None:
    """Outcome, shortfalls and dates are those of the published rule."""
    assert find_differences(case, CATALOG) == ()


def test_every_certification_with_a_rule_has_cases(catalog: Catalog) -> None:
    """Every rule is tried by at least one case."""
    with_cases = {case.certification for case in CASES}
    assert {cert.id for cert in catalog.certifications.values() if cert.rules} <= with_cases


def test_case_ids_are_unique() -> None:
    """An id names one case, so that a failure points to one person."""
    ids = [case.id for case in CASES]
    assert sorted(set(ids)) == sorted(ids)


def test_a_case_file_contains_the_certification_in_its_name() -> None:
    """An expert finds the cases of a certification by the name of the file."""
    for file in FILES:
        assert {case.certification for case in read_cases(read_file(file), CATALOG)} == {
            Path(file).stem
        }
