"""The linter on sound catalogues: silence, and what it looks up below."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.catalog.loader import data_folder
from certadvisor.errors import InputError
from certadvisor.linting.linter import check_catalog, checked
from certadvisor.linting.sources import read_shelf

ROOT = Path(__file__).parents[3]
SMALL = ROOT / "tests" / "small"
DAY = date(2026, 11, 22)

OVER = """
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


def test_the_built_in_catalogue_has_no_fault() -> None:
    """Neither an error nor a warning, whatever advice there is; its cases hold."""
    found = check_catalog([data_folder()], DAY)
    assert [str(one) for one in found if one.severity != "advice"] == []


def test_the_example_of_another_field_has_no_fault() -> None:
    """Over the built-in catalogue, as its keeper checks it."""
    found = check_catalog([ROOT / "examples" / "diving"], DAY, [data_folder()])
    assert [str(one) for one in found if one.severity != "advice"] == []


def test_only_the_catalogue_under_test_is_told_of(tmp_path: Path) -> None:
    """A record of the one below is looked things up in, and left alone."""
    (tmp_path / "certifications.yaml").write_text(OVER)
    found = check_catalog([tmp_path], DAY, [SMALL])
    assert [(one.code, one.place) for one in found] == [("no-case", "pmp")]
    assert {one.file for one in found} == {str(tmp_path / "certifications.yaml")}


def test_findings_come_in_the_order_of_files_and_lines() -> None:
    """Whatever check found them."""
    found = check_catalog([SMALL], DAY)
    lines = [one.line or 0 for one in found]
    assert lines == sorted(lines)


def test_an_unsound_catalogue_still_says_which_bytes_it_is(tmp_path: Path) -> None:
    """So that an answer about it can be told from one about the next."""
    (tmp_path / "certifications.yaml").write_text("certification: []\n")
    first = checked([tmp_path], DAY).catalog
    (tmp_path / "certifications.yaml").write_text("certification: {}\n")
    assert first.digest != checked([tmp_path], DAY).catalog.digest
    assert not first.certifications


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_directory_without_a_catalogue_is_bad_input(tmp_path: Path, name: str) -> None:
    """Nothing can be said of it, so it is no finding."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError):
        check_catalog([tmp_path / name], DAY)


def test_a_faulty_record_leaves_the_others_to_be_checked(tmp_path: Path) -> None:
    """And what names it is no dangling reference."""
    text = OVER.replace("levels: [mid]", "level: mid") + OVER.replace("certifications:\n", "")
    text = text.replace("  - id: pmp", "  - id: pmx", 1)
    (tmp_path / "certifications.yaml").write_text(text.replace("holds: csm", "holds: pmx"))
    shelf = read_shelf([tmp_path], [SMALL])
    assert shelf.unread == {"pmx"}
    codes = {one.code for one in check_catalog([tmp_path], DAY, [SMALL])}
    assert codes == {"schema", "no-case"}
