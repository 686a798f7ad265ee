"""`audit` on the command line: exit codes, formats, the example, and privacy."""

import json
from pathlib import Path

import pytest
from company import as_csv, as_lines, people
from junitparser import JUnitXml
from running import program, run

HERE = Path(__file__).parents[1]
PEOPLE, POLICY = str(HERE / "people" / "audited.jsonl"), str(HERE / "people" / "policy.yaml")
HR = HERE.parents[0] / "examples" / "hr"
PERSON = (
    '{{"id": "1", "name": "Ada Lovelace", "title": "Project manager", "certifications": [{}]}}\n'
)
RULE = "policy: P\nrules: [{id: r, who: everyone, needs: {holds: pmp}}]\n"


def write_files(tmp_path: Path, people: str, policy: str = RULE) -> tuple[str, str, str]:
    """Write both files and return the words that name them."""
    table, rules = tmp_path / "people.jsonl", tmp_path / "policy.yaml"
    table.write_text(people, encoding="utf-8")
    rules.write_text(policy, encoding="utf-8")
    return str(table), "--policy", str(rules)


@pytest.mark.parametrize(
    ("credentials", "options", "code"),
    [
        ('{"id": "pmp", "expires": "2029-01-01"}', (), 0),
        ('{"id": "pmp"}', ("--fail-on", "never"), 1),  # unknown for all
        ("", (), 1),
        ("", ("--fail-on", "missing"), 1),
        ("", ("--fail-on", "never"), 0),
        ('{"id": "pmp", "expires": "2027-02-01"}', (), 0),
        ('{"id": "pmp", "expires": "2027-02-01"}', ("--fail-on", "expiring"), 1),
        ('{"id": "pmp", "expires": "2027-02-01"}', ("--as-of", "2027-03-01"), 1),
        (
            '{"id": "pmp", "expires": "2027-02-01"}',
            ("--as-of", "2027-03-01", "--fail-on", "missing"),
            0,
        ),
        ('{"id": "pmp", "earned": "2019-01-01"}', (), 1),
        ('{"id": "pmp", "earned": "2019-01-01"}', ("--fail-on", "unknown"), 1),
        ("", ("--fail-on", "sometimes"), 2),
    ],
)
def test_the_exit_code_of_an_audit_depends_on_findings_and_fail_on(
    credentials: str, options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """A later --as-of counts what lapses before it."""
    words = (
        "audit",
        *write_files(tmp_path, PERSON.format(credentials)),
        *(() if "--as-of" in options else ("--as-of", "2026-11-22")),
        *options,
    )
    assert run(*words).exit_code == code


@pytest.mark.parametrize(
    ("options", "code"), [((), 1), (("--fail-on", "never"), 1), (("--allow-rejects",), 0)]
)
def test_an_audit_with_rejected_rows_fails_unless_they_are_allowed(
    options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """Whatever --fail-on is: the person was not judged."""
    words = write_files(tmp_path, PERSON.format('{"id": "pmp", "expires": "2029-01-01"}') + "{}\n")
    assert run("audit", *words, *options).exit_code == code


@pytest.mark.parametrize(
    "words",
    [
        (PEOPLE,),
        (PEOPLE, "--policy", "nowhere.yaml"),
        ("nowhere.jsonl", "--policy", POLICY),
        (PEOPLE, "--policy", PEOPLE),
    ],
)
def test_wrong_usage_of_audit_exits_with_2(words: tuple[str, ...]) -> None:
    """Not with 1, which is the answer no."""
    assert run("audit", *words).exit_code == 2


@pytest.mark.parametrize(
    ("format", "matrix"),
    [
        *((one, ()) for one in ("table", "json", "csv", "markdown", "junit", "github")),
        *((one, ("--matrix",)) for one in ("table", "json", "csv", "markdown")),
    ],
)
def test_an_audit_shows_no_names_and_no_profiles(
    format: str, matrix: tuple[str, ...], tmp_path: Path
) -> None:
    """Only ids, and what the rules require."""
    person = PERSON.format("").replace(
        "}\n", ', "work": [{"title": "Secret agent", "start": "2020"}]}\n'
    )
    result = run("audit", *write_files(tmp_path, person), "--format", format, *matrix)
    assert result.exit_code == 1
    assert "Lovelace" not in result.output
    assert "Secret" not in result.output


@pytest.mark.parametrize("name", ["people.jsonl", "people.csv"])
def test_the_counts_of_an_audit_add_up(name: str, tmp_path: Path) -> None:
    """Rows = judged + rejected, every reject has faults, and the states of each rule add up."""
    team = list(people(600, dirty=0.1 if name.endswith("l") else 0.0))
    table = tmp_path / name
    text = as_lines(iter(team)) if name.endswith("l") else as_csv(iter(team))
    table.write_text(text, encoding="utf-8", newline="")
    result = run("audit", str(table), "--policy", POLICY, "--format", "json", "--matrix")
    document = json.loads(result.stdout)
    counts = document["counts"]
    assert counts["rows"] == 600 == counts["judged"] + counts["rejected"]
    assert len(document["matrix"]) == counts["judged"]
    assert len(document["rejects"]) == counts["rejected"]
    assert all(one["faults"] for one in document["rejects"])
    for position, rule in enumerate(document["rules"]):
        states = [row["states"][position] for row in document["matrix"] if row["states"][position]]
        assert rule["applies_to"] == len(states)
        finding_states = [one["state"] for one in document["findings"] if one["rule"] == rule["id"]]
        for state in ("missing", "expired", "expiring", "unknown", "waived", "grace"):
            assert rule[state] == states.count(state) == finding_states.count(state)
        assert rule["met"] == states.count("met")


def test_the_example_of_the_hr_page_can_be_audited(tmp_path: Path) -> None:
    """A folder of exports, a mapping and a policy, as docs/hr.md has them."""
    words = (str(HR / "export"), "--mapping", str(HR / "mapping.yaml"))
    report = tmp_path / "audit.xml"
    result = program(
        "audit", *words, "--policy", str(HR / "policy.yaml"), "--as-of", "2026-11-26",
        "--format", "junit", "--output", str(report),
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (1, "")
    junit = JUnitXml.fromfile(str(report))
    assert [suite.name for suite in junit] == [
        "leaders-certified", "scrum-masters-certified", "keeps-learning", "waivers", "rows",
        "ignored",
    ]  # fmt: skip
    assert (junit.failures, junit.errors) == (3, 1)


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown", "junit", "github"])
def test_a_redacted_audit_shows_no_words_of_people(format: str) -> None:
    """No titles, waiver reasons, approvers or invalid values; ids, states and exit code stay."""
    words = ("audit", PEOPLE, "--policy", POLICY, "--as-of", "2026-11-22", "--format", format)
    plain, redacted = run(*words), run(*words, "--redact")
    secrets = ("wonders", "parental leave", "head of delivery", "exam booked", "has left")
    assert plain.exit_code == redacted.exit_code == 1
    for secret in (*secrets, "hobby"):
        assert secret not in redacted.output
    assert any(secret in plain.output for secret in secrets)
    assert "w-07" in redacted.output
    if format == "json":
        before, after = json.loads(plain.stdout), json.loads(redacted.stdout)
        assert before["rules"] == after["rules"]
        assert before["counts"] == after["counts"]
