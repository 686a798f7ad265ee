"""A company of 5,000 with faulty rows goes through the batch commands: no row is lost."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from company import DIRT, as_lines, people
from running import environment, run_process

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.company
SIZE, DIRTY = 5_000, 0.03


class Company(NamedTuple):
    """The table, and the numbers of its faulty lines."""

    table: Path
    dirty: frozenset[int]


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    """The same people every time, some of them with a fault."""
    records = list(people(SIZE, dirty=DIRTY))
    table = tmp_path_factory.mktemp("company") / "people.jsonl"
    table.write_text(as_lines(iter(records)), encoding="utf-8")
    faults = [dirt.items() for dirt in DIRT]
    dirty = {
        line
        for line, row in enumerate(records, start=1)
        if any(all(key in row and row[key] == value for key, value in dirt) for dirt in faults)
    }
    return Company(table, frozenset(dirty))


def run_with_rejects(*words: str) -> str:
    """The JSON document of a run that exits with 1, because rows were rejected."""
    process = run_process(words, None, environment(), 600)
    assert process.returncode == 1, process.stderr
    return process.stdout


def test_the_audit_counts_every_row(company: Company) -> None:
    """Each is judged or rejected, and a rejected row has its faults."""
    policy = str(ROOT / "examples" / "hr" / "policy.yaml")
    document = json.loads(
        run_with_rejects("audit", str(company.table), "--policy", policy, "--format", "json")
    )
    rejected = {one["line"] for one in document["rejects"]}
    counts = document["counts"]
    rows = (counts["rows"], counts["judged"], counts["rejected"])
    assert rows == (SIZE, SIZE - len(rejected), len(rejected))
    rules = document["rules"]
    answers = {
        "met": sum(rule["met"] + rule["expiring"] for rule in rules),
        "not_met": sum(rule["missing"] + rule["expired"] for rule in rules),
        "unknown": sum(rule["unknown"] for rule in rules),
    }
    assert {key: counts[key] for key in answers} == answers
    assert rejected == company.dirty != set()
    assert all(one["faults"] for one in document["rejects"])
    for rule in document["rules"]:
        findings = [one for one in document["findings"] if one["rule"] == rule["id"]]
        assert rule["applies_to"] == rule["met"] + len(findings)


def test_the_batch_answers_for_every_row(company: Company, tmp_path: Path) -> None:
    """One line a person in the order of the table, every other row once in the rejects."""
    output = tmp_path / "next.jsonl"
    assert run_with_rejects("batch", str(company.table), "--output", str(output), "--quiet") == ""
    lines = [json.loads(line)["line"] for line in output.read_text("utf-8").splitlines()]
    written = Path(f"{output}.rejects.jsonl").read_text("utf-8").splitlines()
    rejects = [json.loads(line) for line in written]
    assert {one["line"] for one in rejects} == company.dirty
    assert all(one["faults"] for one in rejects)
    assert lines == [line for line in range(1, SIZE + 1) if line not in company.dirty]
    assert sorted(tmp_path.iterdir()) == [output, Path(f"{output}.rejects.jsonl")]


def test_the_report_counts_every_row(company: Company, tmp_path: Path) -> None:
    """Each is in one role, or counted as without a role or without a title."""
    output = tmp_path / "team.json"
    run_with_rejects(
        "batch", str(company.table), "--report", "json", "--output", str(output), "--quiet"
    )
    document = json.loads(output.read_text("utf-8"))
    counts = document["counts"]
    assert (counts["rows"], counts["rejected"]) == (SIZE, len(company.dirty))
    assert counts["rows"] == counts["people"] + counts["rejected"]
    groups = ("in_roles", "without_role", "without_title")
    assert counts["people"] == sum(counts[group] for group in groups)
    assert counts["in_roles"] == sum(role["people"] for role in document["roles"])
    parts = ("covered", "lapsed", "without", "unknown", "none_required")
    for role in (*document["roles"], document["coverage"]):
        assert role["people"] == sum(role[part] for part in parts)
