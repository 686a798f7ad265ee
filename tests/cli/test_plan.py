"""`certadvisor plan`: exit codes, names, and the destination of each format."""

import builtins
import json
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from icalendar import Calendar
from running import program, run

LEADER = (
    "--degree", "bachelor", "--leading", "30m", "--training", "project-management=0h",
    "--as-of", "2026-11-22",
)  # fmt: skip


def test_a_plan_exits_with_0() -> None:
    """Standard output has the answer."""
    result = run("plan", "--to", "PMP", *LEADER)
    assert result.exit_code == 0, result.stderr
    assert "Yes: PMP on " in result.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--to", "pmp", *LEADER, "--budget", "10 USD"),
        ("--to", "pmp", *LEADER, "--until", "2026-12-01"),
        ("--to", "pmp"),
        ("--to", "prince2-6-foundation", *LEADER),
    ],
    ids=["too dear", "too late", "nothing told", "retired"],
)
def test_no_plan_exits_with_1(words: tuple[str, ...]) -> None:
    """Standard output says why."""
    result = run("plan", *words)
    assert result.exit_code == 1
    assert "No: " in result.stdout or "Unknown: " in result.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "--to: is missing"),
        (("--to", "pmpp"), "did you mean `pmp`"),
        (("--to", "cpm"), "iapm-cpm"),
        (("--to", "projekt manager"), "project-manager"),
        (("--to", "pmp", "--until", "2026-01-01", "--as-of", "2026-11-22"), "lies in the past"),
        (("--to", "pmp", "--until", "soon"), "YYYY-MM-DD"),
        (("--to", "pmp", "--by", "easiest"), "fastest"),
        (("--to", "pmp", "--format", "html"), "mermaid"),
        (("--to", "pmp", "--name", "Ada"), "use svg"),
    ],
)
def test_wrong_usage_of_plan_exits_with_2(words: tuple[str, ...], message: str) -> None:
    """With the word to use instead, and nothing on standard output."""
    result = run("plan", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_plan_finds_a_role_by_its_title_and_by_the_goal() -> None:
    """`--to` overrides the role of the goal, which is the default."""
    by_title = run("plan", "--to", "Scrum master", *LEADER, "--format", "json")
    by_goal = run("plan", "--role", "scrum-master", *LEADER, "--format", "json")
    for result in (by_title, by_goal):
        assert json.loads(result.stdout)["to"] == {"kind": "role", "id": "scrum-master"}


def test_hours_per_week_is_an_option_too() -> None:
    """It overrides the goal's; more hours are never slower."""
    study = ("--kind", "project-leading=9y", "--degree", "bachelor", "--as-of", "2026-11-22")
    days = []
    for hours in ("2", "10"):
        result = run("plan", "--to", "pmp", *study, "--hours-per-week", hours, "--format", "json")
        document = json.loads(result.stdout)
        assert document["limits"]["hours_per_week"] == int(hours)
        days.append(document["plan"]["finish"])
    assert days[1] < days[0]
    assert run("plan", "--to", "pmp", *study, "--hours-per-week", "0").exit_code == 2


def test_a_calendar_goes_into_a_file(tmp_path: Path) -> None:
    """Complete, and readable by another library."""
    file = tmp_path / "plan.ics"
    result = run("plan", "--to", "pmp", *LEADER, "--format", "ics", "--output", str(file))
    assert (result.exit_code, result.stdout) == (0, "")
    content = file.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n")
    assert Calendar.from_ical(content).walk("VEVENT")


@pytest.mark.parametrize("format", ["ics", "mermaid", "svg"])
def test_without_a_plan_no_chart_or_calendar_is_written(format: str, tmp_path: Path) -> None:
    """The reason goes to standard error."""
    file = tmp_path / "plan"
    result = run("plan", "--to", "pmp", "--format", format, "--output", str(file))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no plan: " in result.stderr
    assert not file.exists()


def test_without_icalendar_the_extra_is_named() -> None:
    """Only `--format ics` needs it."""
    original_import = builtins.__import__

    def import_without_icalendar(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "icalendar":
            raise ImportError(name)
        return original_import(name, *rest, **more)

    with mock.patch("builtins.__import__", import_without_icalendar):
        calendar = run("plan", "--to", "pmp", *LEADER, "--format", "ics")
        chart = run("plan", "--to", "pmp", *LEADER, "--format", "mermaid")
    assert calendar.exit_code == 2
    assert "certadvisor[calendar]" in calendar.stderr
    assert chart.exit_code == 0


def test_the_plan_document_names_the_objective() -> None:
    """`by` is fastest or cheapest."""
    result = run("plan", "--to", "pmp", *LEADER, "--by", "cheapest", "--format", "json")
    assert json.loads(result.stdout)["objective"] == "cheapest"


DEVELOPER = """\
country: US
education: [{degree: bachelor}]
training: []
certifications: []
work:
  - {title: Software developer, start: 2021-03}
"""


def test_the_day_of_a_condition_is_that_of_the_plan_with_such_a_job(tmp_path: Path) -> None:
    """As a person would try it: the job is written into the profile's file."""
    file = tmp_path / "me.yaml"
    options = ("plan", "--to", "pmp", "--as-of", "2026-11-30", "--format", "json", "--profile")
    file.write_text(DEVELOPER, encoding="utf-8")
    result = run(*options, str(file))
    assert result.exit_code == 1
    conditional = json.loads(result.stdout)["conditional"]
    job = f"  - {{kinds: {json.dumps(conditional['kinds'])}, start: {conditional['start_by']}}}\n"
    file.write_text(DEVELOPER + job, encoding="utf-8")
    result = run(*options, str(file))
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document["conditional"] is None
    assert document["plan"]["finish"] == conditional["ready_on"]
    assert document["total"] == conditional["total"]


def test_plan_recommend_and_roles_show_the_same_condition(tmp_path: Path) -> None:
    """Of one person on one day, the first steps included."""
    file = tmp_path / "me.yaml"
    file.write_text(DEVELOPER, encoding="utf-8")
    person = ("--profile", str(file), "--as-of", "2026-11-30", "--format", "json")
    planned = json.loads(run("plan", "--to", "pmp", *person).stdout)["conditional"]
    assert planned["until_then"]["work"]
    for words in (("recommend",), ("roles", "--from", "developer")):
        assert json.loads(run(*words, *person).stdout)["conditionals"] == [planned], words


def test_a_format_that_needs_a_plan_names_the_condition() -> None:
    """A calendar shows steps that are certain."""
    words = ("--title", "developer", "--degree", "bachelor", "--as-of", "2026-11-30")
    result = run("plan", "--to", "pmp", *words, "--format", "mermaid")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        "no plan: if you start leading projects by 2027-01-01: PMP on 2029-12-15" in result.stderr
    )


def test_a_plan_renews_at_the_end_of_a_common_period() -> None:
    """Certified in December 2026, the FAC-P/PM Entry lasts until 30 April 2028."""
    profile = (
        "employer: us-federal-civilian\neducation: []\nconfirmed: [fac-ppm-entry-training]\n"
        "work: [{kinds: [project], start: 2024-01, end: 2026-10}]"
    )
    words = ("plan", "--to", "fac-ppm-entry", "--profile", "-", "--as-of", "2026-11-30")
    result = program(*words, "--format", "json", stdin=profile)
    (renewal,) = json.loads(result.stdout)["plan"]["renewals"]
    assert renewal == {"certification": "fac-ppm-entry", "until": "2028-04-30"}
