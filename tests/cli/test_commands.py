"""The commands for one person: their options and their answers."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from running import run

DAY = ("--as-of", "2026-11-22")
PROFILE = """
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2024-03}]
training: [{topic: project-management, hours: 35}]
certifications: []
courses: []
"""


def document(*words: str, stdin: str | None = None) -> dict[str, Any]:
    """Run a command with --format json and return the document."""
    parsed: dict[str, Any] = json.loads(run(*words, "--format", "json", stdin=stdin).stdout)
    return parsed


def ids(*words: str) -> list[str]:
    """Return the ids that `list` shows."""
    entries = document("list", *DAY, *words)["certifications"]
    return [one["id"] for one in entries]


def test_check_says_what_is_missing_and_from_when_the_rule_is_met() -> None:
    """The example of the contract: 3 months of leading projects are missing."""
    answer = document("check", "pmp", "--profile", "-", *DAY, stdin=PROFILE)
    assert answer["outcome"] == "unmet"
    assert answer["eligible_from"] == "2027-02-01"
    assert answer["missing"] == [
        {"requirement": "experience", "kind": "project-leading", "amount": 3, "unit": "month"}
    ]


def test_a_profile_is_read_from_a_file_or_from_standard_input(tmp_path: Path) -> None:
    """Both give the same bytes; the commands to paste, which screens end with, name the file."""
    file = tmp_path / "me.yaml"
    file.write_text(PROFILE, encoding="utf-8")
    words = ("check", "pmp", *DAY, "--json")
    from_file = run(*words, "-p", str(file))
    assert from_file.stdout == run(*words, "-p", "-", stdin=PROFILE).stdout


def test_options_override_a_profile() -> None:
    """`--leading` replaces the months of the file."""
    words = ("check", "pmp", "--profile", "-", "--leading", "36m", *DAY)
    assert document(*words, stdin=PROFILE)["outcome"] == "met"


def test_all_faults_of_a_profile_are_reported_at_once() -> None:
    """A line each with its position, then their number."""
    result = run("check", "pmp", "--profile", "-", stdin="educaton: []\nwork: [{start: soon}]\n")
    assert result.exit_code == 2
    assert "error: standard input:1: educaton" in result.stderr
    assert "did you mean `education`" in result.stderr
    assert "work[0].start" in result.stderr
    assert result.stderr.endswith("2 errors.\n")


def test_an_unknown_credential_is_a_warning_unless_quiet() -> None:
    """It does not change the answer."""
    profile = PROFILE.replace("certifications: []", "certifications: [{id: wizardry}]")
    words = ("check", "pmp", "--profile", "-", *DAY)
    loud, quiet = run(*words, stdin=profile), run(*words, "--quiet", stdin=profile)
    assert "warning:" in loud.stderr
    assert "wizardry" in loud.stderr
    assert quiet.stderr == ""
    assert loud.stdout == quiet.stdout


def test_recommend_without_a_profile_shows_how_to_give_one() -> None:
    """With an example to paste, on standard error."""
    result = run("recommend")
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'certadvisor recommend --title "IT project manager"' in result.stderr


def test_recommend_ranks_and_explains() -> None:
    """As many as --top, each with its factors."""
    words = ("recommend", "--role", "project-coordinator", *DAY)
    answer = document(*words)
    assert [one["rank"] for one in answer["recommendations"]] == [1, 2]
    assert len(document(*words, "--top", "1")["recommendations"]) == 1
    assert all(one["factors"] for one in answer["recommendations"])


def test_a_weight_is_shown_with_its_factor() -> None:
    """In every recommendation."""
    words = ("recommend", "--leading", "4y", "--country", "US", *DAY)
    answer = document(*words, "--weight", "demand=9")
    factors = [factor for one in answer["recommendations"] for factor in one["factors"]]
    assert {factor["weight"] for factor in factors if factor["name"] == "demand"} == {9}


def test_why_not_names_the_gate() -> None:
    """For any name of the certification."""
    answer = document("recommend", "--holds", "capm", "--why-not", "PMI-CAPM", *DAY)
    assert answer["why_not"]["gate"] == "held"
    assert answer["why_not"]["reasons"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--level", "senior"), ["cbap", "pmp"]),
        (("--level", "senior", "--level", "mid", "--issuer", "pmi"), ["pmp"]),
        (("--issuer", "scrum-org"), ["psm-i"]),
        (("--discipline", "agile"), ["a-csm", "csm", "psm-i"]),
        (("--approach", "hybrid"), ["pmp"]),
        (("--status", "retired"), ["prince2-6-foundation"]),
        (("--status", "retired", "--status", "unclear"), ["iapm-cpm", "prince2-6-foundation"]),
        (("--max-cost", "300"), ["capm", "psm-i"]),
        (("--max-cost", "300 USD"), ["capm", "psm-i"]),
        (("SCRUM", "master", "certified"), ["a-csm", "csm"]),
        (("institute",), ["cbap", "capm", "pmp"]),
        (("no-such-word",), []),
    ],
)
def test_list_shows_what_matches_its_filters(words: tuple[str, ...], expected: list[str]) -> None:
    """Any value of an option may match, but every option must."""
    assert ids(*words) == expected


def test_list_leaves_out_what_cannot_be_earned() -> None:
    """Unless --status any is given; the status is that of the day."""
    assert "prince2-6-foundation" not in ids()
    assert {"prince2-6-foundation", "iapm-cpm"} <= set(ids("--status", "any"))
    early = document("list", "--as-of", "2025-06-30")["certifications"]
    assert "prince2-6-foundation" in {one["id"] for one in early}


@pytest.mark.parametrize(
    ("name", "kind", "id"),
    [
        ("PMP", "certification", "pmp"),
        ("certified scrum master", "certification", "csm"),
        ("IT project manager", "role", "it-project-manager"),
        ("scrum-master", "role", "scrum-master"),
        ("mid", "level", "mid"),
        ("Risk management", "skill", "risk-management"),
        ("CPM", "shared_name", None),
    ],
)
def test_show_finds_by_id_or_name(name: str, kind: str, id: str | None) -> None:
    """Ignoring case and punctuation."""
    answer = document("show", name)
    assert (answer["kind"], answer["id"]) == (kind, id)


@pytest.mark.parametrize("command", ["check", "show"])
def test_a_misspelt_name_is_only_suggested(command: str) -> None:
    """A similar name is never used in its place."""
    assert "did you mean `pmp`" in run(command, "pmpp").stderr


def test_a_shared_name_is_an_error_that_lists_its_ids() -> None:
    """`check` does not choose one."""
    assert "iapm-cpm, gaqm-cpm" in run("check", "cpm").stderr


def test_a_name_without_a_record_says_so() -> None:
    """Rules may name certifications that have no record."""
    assert "has no record here" in run("check", "gaqm-cpm").stderr


def test_an_own_catalogue_overrides_the_built_in_one(tmp_path: Path) -> None:
    """Replaced records are warned of, unless --quiet is given."""
    (tmp_path / "certifications.yaml").write_text(
        "certifications:\n"
        "  - {id: pmp, abbreviation: PMP, name: Ours, issuer: pmi, disciplines: [project],"
        " levels: [mid], statuses: [{state: active}],"
        " rules: [{open: true, confidence: low}], no_source: ours}\n",
        encoding="utf-8",
    )
    result = run("show", "pmp", "--catalog", str(tmp_path))
    assert "Ours (PMP)" in result.stdout
    assert "`pmp` changes a record below" in result.stderr
    assert run("show", "pmp", "--catalog", str(tmp_path), "-q").stderr == ""


@pytest.mark.parametrize(
    "day",
    ["22.11.2026", "2026-13-01", "20261122", "2026-W47-7", "86400", "2026-11", "1949-12-31", ""],
)
def test_as_of_accepts_only_full_iso_dates(day: str) -> None:
    """Other notations are not guessed at."""
    result = run("list", "--as-of", day)
    assert result.exit_code == 2
    assert "--as-of" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("check", "pmp", "--leading", "3y"),
        ("recommend", "--leading", "3y"),
        ("list",),
        ("show", "pmp"),
        ("roles",),
    ],
)
def test_every_command_writes_every_format(words: tuple[str, ...]) -> None:
    """JSON parses, CSV has rows of one length, Markdown has a title."""
    assert document(*words)["schema_version"] == (2 if words[0] == "recommend" else 1)
    rows = list(csv.reader(io.StringIO(run(*words, "--format", "csv").stdout)))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1
    assert run(*words, "--format", "markdown").stdout.startswith("# ")


def test_the_same_command_gives_the_same_bytes() -> None:
    """When run twice."""
    words = ("recommend", "--leading", "3y", "--role", "project-manager", *DAY, "--format", "json")
    assert run(*words).stdout == run(*words).stdout
