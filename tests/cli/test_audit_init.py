"""`audit --init`: a first policy that the audit takes as it is, and that never overwrites."""

import json
from pathlib import Path

import pytest
import yaml
from running import program, run

from certadvisor.audit.policy_reader import load_policy
from certadvisor.catalog.records import Catalog

DAY = ("--as-of", "2026-11-30")
HOSTILE = ('Wizard [a-z]* of "doom"? # x', "null", "*", "x: y", "\u202egninnalp", "@home")


def write_table(folder: Path, *rows: str) -> str:
    """Write a table of people with these titles, countries and days of joining."""
    file = folder / "people.csv"
    lines = (f"{number},{row}" for number, row in enumerate(rows, start=1))
    text = "\n".join(["id,title,country,joined,certifications", *lines])
    file.write_text(f"{text}\n", encoding="utf-8")
    return str(file)


def init(table: str, output: Path) -> str:
    """Write a first policy; return what is said beside."""
    result = program("audit", table, "--init", str(output), *DAY)
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    return result.stderr


def test_a_first_policy_has_a_rule_for_each_role_with_its_basis(
    catalog: Catalog, tmp_path: Path
) -> None:
    """Where the people live counts too. The next command is named, and the policy can be used."""
    table = write_table(
        tmp_path,
        "Project manager,US,2020-01-01,PMP 2024-01-01",
        "Project manager,GB,2020-01-01,none",
        "Scrum master,US,2020-01-01,CSM",
        "Software engineer,US,,",
        "Head of Wonders,US,,",
        ",US,,",
    )
    output = tmp_path / "policy.yaml"
    said = init(table, output)
    assert f"Next: certadvisor audit {table} --policy {output}" in said
    text = output.read_text("utf-8")
    data = yaml.safe_load(text)
    rules = {rule["id"]: rule for rule in data["rules"]}
    assert list(rules) == ["project-manager", "scrum-master"]
    held = rules["project-manager"]["needs"]["holds"]
    role = catalog.roles["project-manager"]
    assert set(held) == {*role.preferred, *role.local["GB"].preferred}
    assert held[: len(role.preferred)] == list(role.preferred)
    assert rules["project-manager"]["grace"] == {"months": 12, "after": "joined"}
    assert data["titles"] == {"Software engineer": "none"}
    for words in (
        '# ? "Head of Wonders": none  # 1 person; none, or which role?',
        "# No job title in the table: 1 person.",
        "  # Project Manager: 2 people.\n",
        "  # - PMP: named in 11 of 199 US project adverts",
        "(GB): ",
        '#   - {person: "ID", rule: project-manager',
    ):  # fmt: skip
        assert words in text
    assert "is active is unknown (here of 1 person)." in " ".join(text.replace("#", "").split())
    assert max(map(len, text.splitlines()[1:])) <= 110
    result = program("audit", table, "--policy", str(output), *DAY)
    assert (result.returncode, "What to do next\n" in result.stdout) == (1, True)


def test_lines_with_a_question_hold_once_the_mark_is_taken_away(
    catalog: Catalog, tmp_path: Path
) -> None:
    """Titles of any kind, which the policy reads as they are written."""
    table = write_table(tmp_path, "Project manager,,,", "Head of Wonders,,,", "Zoo keeper,,,")
    output = tmp_path / "policy.yaml"
    assert "4 questions" in init(table, output)
    output.write_text(output.read_text("utf-8").replace("# ? ", ""), encoding="utf-8")
    policy = load_policy(output, catalog)
    assert policy.accepts_undated
    assert dict(policy.titles) == {"head of wonders": None, "zoo keeper": None}
    assert policy.rules[0].grace is not None


def test_titles_of_any_form_are_quoted(catalog: Catalog, tmp_path: Path) -> None:
    """What means something in YAML, in a pattern or on a terminal is only a title."""
    file = tmp_path / "people.jsonl"
    titles = ["Project manager", *HOSTILE]
    rows = ({"id": str(number), "title": title} for number, title in enumerate(titles))
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    output = tmp_path / "policy.yaml"
    init(str(file), output)
    text = output.read_text("utf-8")
    assert "\u202e" not in text
    output.write_text(text.replace("# ? ", ""), encoding="utf-8")
    assert len(load_policy(output, catalog).titles) == len(HOSTILE)
    result = program("audit", str(file), "--policy", str(output), *DAY)
    assert "0 met, 0 not met, 1 unknown." in result.stdout  # the project manager's certifications


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((), "--policy: is missing; name a policy, or let `--init FILE` write a first one"),
        (("--policy", "p.yaml", "--init", "q.yaml"), "--policy: does not go with --init"),
        (("--init", "{there}"), "is there already; name a file that is not"),
        (("--init", ""), "is empty"),
    ],
)
def test_wrong_usage_writes_nothing(options: tuple[str, ...], message: str, tmp_path: Path) -> None:
    """With exit code 2; a file that is there stays as it is."""
    there = tmp_path / "there.yaml"
    there.write_text("mine\n", encoding="utf-8")
    table = write_table(tmp_path, "Project manager,,,")
    words = [one.replace("{there}", str(there)) for one in options]
    result = run("audit", table, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert there.read_text("utf-8") == "mine\n"


def test_a_table_without_roles_has_no_first_policy(tmp_path: Path) -> None:
    """A policy needs a rule; the message leads to the titles."""
    output = tmp_path / "policy.yaml"
    result = program("audit", write_table(tmp_path, "Zoo keeper,,,"), "--init", str(output))
    assert result.returncode == 2
    assert "certadvisor people check" in result.stderr
    assert not output.exists()


def test_what_to_do_next_names_each_thing_that_keeps_the_audit_red(tmp_path: Path) -> None:
    """Rejected rows, unknown titles, missing facts, breaches and waivers that are over."""
    table = write_table(
        tmp_path, "Zoo keeper,,,none", "Wizard of doom,,,none", "Project manager,,soon,none",
        "Project manager,,,none", "Project manager,,,",
    )  # fmt: skip
    policy = tmp_path / "policy.yaml"
    policy.write_text(
        "policy: P\nrules: [{id: r, who: {role: project-manager}, needs: {holds: pmp}}]\n"
        'waivers: [{person: "4", rule: r, reason: x, by: y, until: "2026-01-01"}]\n',
        encoding="utf-8",
    )
    result = program("audit", table, "--policy", str(policy), *DAY, COLUMNS="100")
    steps = " ".join(result.stdout.split("What to do next")[1].split())
    for words in (
        f"Fix the rows that could not be read: `certadvisor people check {table}` shows",
        f"under `titles:` in {policy} which role “Zoo keeper” and “Wizard of doom” stand for",
        "Add what the table lacks", "`grace:`, or excuse one", "waivers in ",
    ):  # fmt: skip
        assert words in steps
    passed = program("audit", table, "--policy", str(policy), *DAY, "--fail-on", "never",
                     "--allow-rejects")  # fmt: skip
    assert ("What to do next" in passed.stdout) is (passed.returncode == 1)
