"""docs/catalogue.md: its walk-through works, its reference is current, all keys are explained."""

import json
import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from certadvisor.base.yaml_reader import read_bytes, read_file
from certadvisor.catalog.definitions.advice import AdviceFile
from certadvisor.catalog.definitions.base import Definition
from certadvisor.catalog.definitions.certification import (
    Certification,
    CertificationFile,
    CoursePrice,
    Exam,
    Fee,
    Issuer,
    Lineage,
    Price,
    Renewal,
    RuleVersion,
)
from certadvisor.catalog.definitions.demand import Demand, DemandFile, Finding
from certadvisor.catalog.definitions.role import RoleFile
from certadvisor.catalog.loader import load_catalog
from certadvisor.linting.cases import CASE_KEYS, find_differences, read_cases

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "catalogue.md").read_text("utf-8")
ID = "acme-delivery-lead"


def _yaml_block(name: str) -> Any:
    """The YAML block under the comment that names its file."""
    block = re.search(rf"<!-- file: {name} -->\n```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert block, name
    return read_bytes(block[1].encode(), name).data


def _failing_cases(folder: Path, certifications: Any, cases: Any) -> list[str]:
    """The ids of the cases that fail on top of the catalogue, both written as files."""
    (folder / "certifications.yaml").write_text(json.dumps(certifications), "utf-8")
    (folder / "cases.yaml").write_text(json.dumps(cases), "utf-8")
    catalog = load_catalog((str(folder),), cache=False)
    read = read_cases(read_file(folder / "cases.yaml"), catalog)
    return [case.id for case in read if find_differences(case, catalog)]


def test_the_walk_through_works(tmp_path: Path) -> None:
    """The certification and its cases, as they are on the page."""
    assert (
        _failing_cases(
            tmp_path, _yaml_block("certifications.yaml"), _yaml_block(f"cases/{ID}.yaml")
        )
        == []
    )


def test_the_new_rule_version_fails_only_the_case_that_the_page_then_fixes(tmp_path: Path) -> None:
    """The second half of the walk-through, added to the first."""
    certifications, cases = _yaml_block("certifications.yaml"), _yaml_block(f"cases/{ID}.yaml")
    certifications["certifications"][0].update(_yaml_block("certifications.yaml, rules"))
    cases["cases"] += _yaml_block(f"cases/{ID}.yaml, more")
    assert _failing_cases(tmp_path, certifications, cases) == ["acme-12-months"]
    cases["cases"][0].update(eligible_until="2027-01-01", until_reason="rule")
    assert _failing_cases(tmp_path, certifications, cases) == []


def test_a_wrong_number_makes_a_case_fail(tmp_path: Path) -> None:
    """The page suggests trying this."""
    certifications = _yaml_block("certifications.yaml")
    certifications["certifications"][0]["rules"][0]["all"][0]["months"] = 13
    cases = _yaml_block(f"cases/{ID}.yaml")
    assert _failing_cases(tmp_path, certifications, cases) == [
        case["id"] for case in cases["cases"]
    ]


def test_the_reference_on_the_page_is_current() -> None:
    """If this fails, run `python docs/make_reference.py`."""
    refreshed = runpy.run_path(str(DOCS / "make_reference.py"))["refreshed"]
    assert refreshed(PAGE) == PAGE


@pytest.mark.parametrize(
    "form",
    [
        CertificationFile, Certification, Issuer, Lineage, RuleVersion, Exam, Price, CoursePrice,
        Renewal, Fee, RoleFile, DemandFile, Demand, Finding, AdviceFile,
    ],
)  # fmt: skip
def test_every_key_of_a_record_is_explained(form: type[Definition]) -> None:
    """Each key is on the page as code."""
    keys = {field.alias or name for name, field in form.model_fields.items()}
    assert {key for key in keys if not re.search(rf"`{key}[`:]", PAGE)} == set()


def test_every_key_of_a_case_is_explained() -> None:
    """Each key is on the page as code, like those of the records."""
    assert {key for key in CASE_KEYS if f"`{key}`" not in PAGE} == set()
