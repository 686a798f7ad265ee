"""The linter on valid catalogues, and how it uses the catalogues underneath."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.loader import data_folder
from certadvisor.errors import InputError
from certadvisor.linting.finding import LintFinding
from certadvisor.linting.linter import check_catalog, lint_catalog
from certadvisor.linting.sources import read_sources

ROOT = Path(__file__).parents[3]
SMALL = ROOT / "tests" / "small"
DAY = date(2026, 11, 30)

OVERLAID = """
certifications:
  - id: pmp
    abbreviation: PMP
    name: Project Management Professional
    issuer: pmi
    disciplines: [project]
    levels: [mid]
    statuses: [{state: active}]
    rules:
      - {needs: {holds: csm}, confidence: high}
    no_source: invented for tests
"""


@pytest.fixture(
    scope="module",
    params=[(data_folder(), []), (ROOT / "examples" / "diving", [data_folder()])],
    ids=["built-in", "example of another field"],
)
def findings(request: pytest.FixtureRequest) -> tuple[LintFinding, ...]:
    """What is found in a catalogue that others copy, as its maintainer checks it."""
    folder, base_folders = request.param
    return check_catalog([folder], DAY, base_folders)


def test_a_shipped_catalogue_has_no_fault(findings: tuple[LintFinding, ...]) -> None:
    """Neither an error nor a warning, and all cases pass; advice is allowed."""
    assert [str(one) for one in findings if one.severity != "advice"] == []


def test_records_are_sorted_with_a_comment_for_each_issuer(
    findings: tuple[LintFinding, ...],
) -> None:
    """Their own advice is taken by the catalogues that others copy."""
    order = ("record-order", "issuer-comment", "old-key")
    assert [str(one) for one in findings if one.code in order] == []


def test_the_prose_about_names_stands_behind_the_records() -> None:
    """So that a reader comes to the certifications first."""
    keys = list(read_file(data_folder() / "certifications.yaml").data)
    assert keys[keys.index("certifications") :] == ["certifications", "known_names", "shared_names"]


def test_findings_are_only_about_the_catalogue_under_test(tmp_path: Path) -> None:
    """Ids are looked up in the catalogue underneath, but it is not checked."""
    (tmp_path / "certifications.yaml").write_text(OVERLAID)
    findings = check_catalog([tmp_path], DAY, [SMALL])
    assert [(one.code, one.place) for one in findings] == [("no-case", "pmp")]
    assert {one.file for one in findings} == {str(tmp_path / "certifications.yaml")}


def test_findings_are_sorted_by_file_and_line() -> None:
    """Regardless of the check that found them."""
    findings = check_catalog([SMALL], DAY)
    lines = [one.line or 0 for one in findings]
    assert lines == sorted(lines)


def test_a_faulty_catalogue_still_has_a_digest(tmp_path: Path) -> None:
    """So that answers about different versions can be distinguished."""
    (tmp_path / "certifications.yaml").write_text("certification: []\n")
    first = lint_catalog([tmp_path], DAY).catalog
    (tmp_path / "certifications.yaml").write_text("certification: {}\n")
    assert first.digest != lint_catalog([tmp_path], DAY).catalog.digest
    assert not first.certifications


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_directory_without_a_catalogue_is_bad_input(tmp_path: Path, name: str) -> None:
    """There is nothing to check, so it is an input error and not a finding."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError):
        check_catalog([tmp_path / name], DAY)


def test_a_faulty_record_does_not_stop_the_check_of_others(tmp_path: Path) -> None:
    """And a reference to it is not dangling."""
    text = OVERLAID.replace("levels: [mid]", "level: mid") + OVERLAID.replace(
        "certifications:\n", ""
    )
    text = text.replace("  - id: pmp", "  - id: pmx", 1)
    (tmp_path / "certifications.yaml").write_text(text.replace("holds: csm", "holds: pmx"))
    sources = read_sources([tmp_path], [SMALL])
    assert sources.unread_ids == {"pmx"}
    codes = {one.code for one in check_catalog([tmp_path], DAY, [SMALL])}
    assert codes == {"schema", "no-case"}
