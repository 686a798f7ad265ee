"""The case runner: each result has its line, and faults of all files are reported together."""

from pathlib import Path

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.linting.case_runner import run_cases

FORM = """
certification: capm
cases:
  - id: capm-a
    name: A school leaver with 23 hours may sit it.
    as_of: 2026-01-01
    profile: {{education: [{{degree: secondary}}], training: [{{topic: project-management, hours: {hours}}}]}}
    expect: met
"""  # noqa: E501  written as an author would


def _write_case_file(folder: Path, name: str, text: str) -> Path:
    (folder / "cases").mkdir(exist_ok=True)
    (folder / "cases" / name).write_text(text)
    return folder


def test_a_case_that_passes_and_one_that_fails(small: Catalog, tmp_path: Path) -> None:
    """The failing case has the expected and the actual outcome."""
    _write_case_file(tmp_path, "a.yaml", FORM.format(hours=23))
    _write_case_file(tmp_path, "b.yaml", FORM.format(hours=22))
    passing, failing = run_cases([tmp_path], small)
    assert (passing.differences, passing.line) == ((), 4)
    assert [(one.key, one.expected, one.judged) for one in failing.differences] == [
        ("expect", "met", "unmet")
    ]


def test_no_case_runs_if_a_file_is_faulty(small: Catalog, tmp_path: Path) -> None:
    """Every fault of every file is reported."""
    _write_case_file(tmp_path, "a.yaml", FORM.format(hours=23).replace("expect", "expects"))
    _write_case_file(tmp_path, "b.yaml", FORM.format(hours=23).replace("degree:", "degre:"))
    with pytest.raises(InputError) as raised:
        run_cases([tmp_path], small)
    assert {Path(fault.source).name for fault in raised.value.faults} == {"a.yaml", "b.yaml"}


def test_no_cases_at_all_is_bad_input(small: Catalog, tmp_path: Path) -> None:
    """A run without cases must not pass."""
    with pytest.raises(InputError, match="holds no cases"):
        run_cases([tmp_path], small)
