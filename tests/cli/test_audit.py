"""`audit` on the command line: exit codes, forms, the example, and what it never shows."""

import json
from pathlib import Path

import pytest
from company import as_csv, as_lines, people
from junitparser import JUnitXml
from running import program, run

HERE = Path(__file__).parents[1]
PEOPLE, POLICY = str(HERE / "people" / "audited.jsonl"), str(HERE / "people" / "policy.yaml")
HR = HERE.parents[0] / "examples" / "hr"
ONE = '{{"id": "1", "name": "Ada Lovelace", "title": "Project manager", "certifications": [{}]}}\n'
RULE = "policy: P\nrules: [{id: r, who: everyone, needs: {holds: pmp}}]\n"


def written(tmp_path: Path, people: str, policy: str = RULE) -> tuple[str, str, str]:
    """The words that name the two files."""
    table, rules = tmp_path / "people.jsonl", tmp_path / "policy.yaml"
    table.write_text(people, encoding="utf-8")
    rules.write_text(policy, encoding="utf-8")
    return str(table), "--policy", str(rules)


@pytest.mark.parametrize(
    ("held", "options", "code"),
    [
        ('{"id": "pmp"}', (), 0),
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
        ('{"id": "pmp", "earned": "2019-01-01"}', (), 0),
        ('{"id": "pmp", "earned": "2019-01-01"}', ("--fail-on", "unknown"), 1),
        ("", ("--fail-on", "sometimes"), 2),
    ],
)
def test_the_exit_code_is_the_answer(
    held: str, options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """A day to come tells who lapses before it."""
    words = ("audit", *written(tmp_path, ONE.format(held)), "--as-of", "2026-11-22", *options)
    assert run(*words).exit_code == code


@pytest.mark.parametrize(
    ("options", "code"), [((), 1), (("--fail-on", "never"), 1), (("--allow-rejects",), 0)]
)
def test_a_row_that_cannot_be_read_is_no_green_light(
    options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """Nobody was judged there."""
    words = written(tmp_path, ONE.format('{"id": "pmp"}') + "{}\n")
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
def test_what_cannot_be_asked_is_wrong_usage(words: tuple[str, ...]) -> None:
    """2, and not the answer no."""
    assert run("audit", *words).exit_code == 2


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown", "junit", "github"])
@pytest.mark.parametrize("matrix", [(), ("--matrix",)])
def test_no_name_and_no_profile_is_shown(
    format: str, matrix: tuple[str, ...], tmp_path: Path
) -> None:
    """The id, and what the rules ask."""
    told = ONE.format("").replace(
        "}\n", ', "work": [{"title": "Secret agent", "start": "2020"}]}\n'
    )
    done = run("audit", *written(tmp_path, told), "--format", format, *matrix)
    assert done.exit_code == 1
    assert "Lovelace" not in done.output
    assert "Secret" not in done.output


@pytest.mark.parametrize("name", ["people.jsonl", "people.csv"])
def test_a_company_adds_up(name: str, tmp_path: Path) -> None:
    """Read = judged + rejected, every reject is explained, and each rule's states add up."""
    made = list(people(600, dirty=0.1 if name.endswith("l") else 0.0))
    table = tmp_path / name
    text = as_lines(iter(made)) if name.endswith("l") else as_csv(iter(made))
    table.write_text(text, encoding="utf-8", newline="")
    done = run("audit", str(table), "--policy", POLICY, "--format", "json", "--matrix")
    told = json.loads(done.stdout)
    counts = told["counts"]
    assert counts["rows"] == 600 == counts["judged"] + counts["rejected"]
    assert len(told["matrix"]) == counts["judged"]
    assert len(told["rejects"]) == counts["rejected"]
    assert all(one["faults"] for one in told["rejects"])
    for at, rule in enumerate(told["rules"]):
        states = [row["states"][at] for row in told["matrix"] if row["states"][at]]
        assert rule["concerned"] == len(states)
        found = [one["state"] for one in told["findings"] if one["rule"] == rule["id"]]
        for state in ("missing", "expired", "expiring", "unknown", "waived", "grace"):
            assert rule[state] == states.count(state) == found.count(state)
        assert rule["met"] == states.count("met")


def test_the_example_is_audited(tmp_path: Path) -> None:
    """A folder of exports, a mapping and a policy: as the page for HR walks it."""
    words = (str(HR / "export"), "--mapping", str(HR / "mapping.yaml"))
    report = tmp_path / "audit.xml"
    done = program(
        "audit", *words, "--policy", str(HR / "policy.yaml"), "--as-of", "2026-11-26",
        "--format", "junit", "--output", str(report),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    read = JUnitXml.fromfile(str(report))
    assert [suite.name for suite in read] == [
        "leaders-certified", "scrum-masters-certified", "keeps-learning", "waivers", "rows",
    ]  # fmt: skip
    assert (read.failures, read.errors) == (3, 1)


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown", "junit", "github"])
def test_what_is_redacted_tells_nobody_s_words(format: str) -> None:
    """No titles, who waived and why, or values at fault; ids, states and the exit code stay."""
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
