"""`catalog`: the output and the exit codes of its commands."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from running import program, run

from certadvisor.base.months import months_after
from certadvisor.catalog.records import Catalog
from certadvisor.cli import exit_codes
from certadvisor.linting.schemas import NAMES

TESTS = Path(__file__).parents[1]
BROKEN = TESTS / "broken" / "catalogs"
SMALL = TESTS / "small"
DAY = ("--as-of", "2026-11-22")


def _broken(kind: str) -> str:
    return str(BROKEN / kind)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", _broken("misspelt-key")), exit_codes.NEGATIVE),
        (("check", _broken("aliases-twice")), exit_codes.NEGATIVE),
        (("check", _broken("aliases-twice"), "--fail-on", "error"), exit_codes.OK),
        (("check", _broken("number-in-prose")), exit_codes.OK),
        (("check", _broken("number-in-prose"), "--fail-on", "advice"), exit_codes.NEGATIVE),
        (("check", "nowhere"), exit_codes.USAGE),
        (("check", "--fail-on", "anything"), exit_codes.USAGE),
        (("test", _broken("case-that-fails")), exit_codes.NEGATIVE),
        (("test", _broken("cases-misspelt")), exit_codes.USAGE),
        (("test", _broken("misspelt-key")), exit_codes.USAGE),
        (("test", str(SMALL)), exit_codes.USAGE),
        (("stale",), exit_codes.OK),
        (("stale", "--older-than", "soon"), exit_codes.USAGE),
        (("diff", str(SMALL), str(SMALL)), exit_codes.OK),
        (("diff", "--since", "2026-01-01"), exit_codes.OK),
        (("diff",), exit_codes.USAGE),
        (("diff", str(SMALL)), exit_codes.USAGE),
        (("diff", str(SMALL), str(SMALL), "--since", "2026-01-01"), exit_codes.USAGE),
        (("schema", "certifications"), exit_codes.OK),
        (("schema", "certification"), exit_codes.USAGE),
    ],
)
def test_catalog_exits_with_1_for_findings_and_2_for_wrong_usage(
    words: tuple[str, ...], code: int
) -> None:
    """0 for success, 1 for findings or failing cases, 2 where there is nothing to check."""
    day = () if words[0] == "schema" else DAY
    assert run("catalog", *words, *day).exit_code == code


def test_a_finding_is_one_line_with_file_line_position_and_remedy() -> None:
    """At any width of the terminal, so that scripts can parse it."""
    result = run("catalog", "check", _broken("misspelt-key"), *DAY)
    file = BROKEN / "misspelt-key" / "certifications.yaml"
    message = "new-one, rules[0].all[1].month: unknown key; did you mean `months`?"
    assert f"error: {file}:11: {message} [schema]" in result.stdout.splitlines()


def test_findings_as_json_are_counted_by_severity() -> None:
    """And every part of a finding has a key of its own."""
    result = run("catalog", "check", _broken("percentages"), "--format", "json", *DAY)
    document = json.loads(result.stdout)
    assert document["severities"] == {"error": 1, "warning": 0, "advice": 0}
    assert document["findings"][0]["code"] == "domain-percentages"
    assert document["findings"][0]["place"] == "new-one, domains"


@pytest.mark.parametrize("form", ["json", "csv", "markdown", "table"])
@pytest.mark.parametrize(
    "words",
    [
        ("check", _broken("percentages")),
        ("test", _broken("case-that-fails")),
        ("stale",),
        ("diff", "--since", "2026-01-01"),
    ],
)
def test_every_catalog_command_has_every_format(words: tuple[str, ...], form: str) -> None:
    """And no output is empty."""
    result = run("catalog", *words, "--format", form, *DAY)
    assert result.stdout.strip()
    assert result.exit_code in (exit_codes.OK, exit_codes.NEGATIVE)


def test_a_failing_case_shows_expected_and_actual_outcome() -> None:
    """And the summary counts it."""
    stdout = run("catalog", "test", _broken("case-that-fails"), *DAY).stdout
    assert "NEW-ONE: A doctor may not." in stdout
    assert "expect: expected unmet, judged met" in stdout
    assert "1 of 2 cases fails." in stdout


def test_catalog_diff_describes_changes_in_words(tmp_path: Path) -> None:
    """Of a price and of a rule."""
    new = tmp_path / "new"
    shutil.copytree(SMALL, new)
    file = new / "certifications.yaml"
    text = file.read_text().replace("exam_non_member: 300", "exam_non_member: 325")
    file.write_text(text.replace("hours: 23", "hours: 24"))
    stdout = run("catalog", "diff", str(SMALL), str(new), *DAY).stdout
    assert "CAPM (capm)" in stdout
    assert "24 hours of training in project management instead of 23 hours" in stdout
    assert "no longer asked" not in stdout
    assert "exam 325 USD (was 300 USD)" in stdout


def test_catalogues_that_refer_to_built_in_records_are_compared_over_them() -> None:
    """They cannot be loaded alone."""
    own = _broken("aliases-twice")
    assert run("catalog", "diff", own, own, *DAY).exit_code == exit_codes.OK


def test_schemas_are_written_as_files(tmp_path: Path) -> None:
    """One for each kind of file."""
    run("catalog", "schema", "--write", str(tmp_path / "made"))
    assert sorted(file.name for file in (tmp_path / "made").iterdir()) == [
        f"{name}.schema.json" for name in sorted(NAMES)
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("check", _broken("percentages")),
        ("test", _broken("case-that-fails")),
        ("stale",),
        ("diff", "--since", "2020-01-01"),
    ],
)
def test_the_documents_of_catalog_commands_fit_their_schemas(words: tuple[str, ...]) -> None:
    """And the schema lists every key."""
    document = json.loads(run("catalog", *words, "--format", "json", *DAY).stdout)
    file = TESTS.parent / "schemas" / "output" / f"catalog-{words[0]}.schema.json"
    schema = json.loads(file.read_text("utf-8"))
    faults = Draft202012Validator(schema).iter_errors(document)
    assert [error.message for error in faults] == []
    assert list(document) == list(schema["properties"])


def test_sources_are_a_checklist_of_one_issuer_in_markdown() -> None:
    """A line for each certification to look at, with the issuer's own page."""
    result = run("catalog", "sources", "--issuer", "pmi", "--as-of", "2026-11-30")
    lines = [line for line in result.stdout.splitlines() if line.startswith("- [ ] ")]
    assert "- [ ] **PMP** (`pmp`): prices" in result.stdout
    assert len(lines) == len(set(lines))
    assert "iapm-cpm" not in result.stdout
    assert "iapm-cpm" in run("catalog", "sources", "--as-of", "2026-11-30").stdout
    assert run("catalog", "sources", "--issuer", "nobody").exit_code == exit_codes.USAGE


def test_an_old_catalogue_says_so_once_on_stderr(catalog: Catalog) -> None:
    """More than six months after the day of its version; not on the last day of them."""
    last = months_after(date(*map(int, catalog.version.split("."))), 6)
    late = (last + timedelta(days=1)).isoformat()

    def stderr(*words: str) -> str:
        return program("show", "pmp", "--as-of", *words).stderr

    assert stderr(late).count(f"more than 6 months before {late}") == 1
    assert stderr(last.isoformat()) == stderr(late, "--quiet") == ""
    assert run("show", "pmp", "--as-of", "2030-01-01").stderr == ""  # its version is not a day
