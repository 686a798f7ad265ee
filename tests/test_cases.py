"""Every eligibility case of the catalogue: a person, a day, and the answer an issuer would sign."""

from pathlib import Path

import pytest

from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.loader import data_folder, load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.linting.cases import Case, differences, read_cases

CATALOG = load_catalog()
FILES = sorted((data_folder() / "cases").glob("*.yaml"))
CASES = [case for file in FILES for case in read_cases(read_file(file), CATALOG)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.id}: {case.name}")
def test_the_judge_says_what_the_issuer_would_sign(case: Case) -> None:
    """Outcome, what is missing and from when are those of the published rule."""
    assert differences(case, CATALOG) == ()


def test_every_certification_with_a_rule_has_cases(catalog: Catalog) -> None:
    """Nobody may rely on a rule that no case has tried."""
    tried = {case.certification for case in CASES}
    assert {cert.id for cert in catalog.certifications.values() if cert.rules} <= tried


def test_cases_are_told_apart_by_their_ids() -> None:
    """An id names one case, so that a failure names one person."""
    ids = [case.id for case in CASES]
    assert sorted(set(ids)) == sorted(ids)


def test_a_file_holds_the_cases_of_the_certification_it_is_named_after() -> None:
    """So that an expert finds them."""
    for file in FILES:
        assert {case.certification for case in read_cases(read_file(file), CATALOG)} == {
            Path(file).stem
        }
