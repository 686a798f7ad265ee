"""The interview: choosing by part of a name, ticking several, and lines that end at words."""

from pathlib import Path

import pytest
import yaml
from running import program
from terminal import PROMPTS, Terminal, answer_questions

pytestmark = pytest.mark.interrupted
DAY = ("--as-of", "2026-11-22")
DEVELOPER = {
    "your job now": "software developer",
    "aiming for": "technical project manager",
    "certifications do you hold": "none",
    "hours of training": "20h",
    "highest degree": "bachelor",
}
DOWN, ENTER, CTRL_C = "\x1b[B", "\r", "\x03"
ROLES, KINDS = "Back to the previous question", "Professional work"  # the ends of two lists


def new_profile(*answers: str) -> tuple[str, dict[str, object]]:
    """Return the questions of an interview in a pipe, and its profile."""
    result = program("profile", "new", *DAY, stdin="".join(f"{one}\n" for one in answers))
    assert result.returncode == 0, result.stderr
    return result.stderr, yaml.safe_load(result.stdout)


def role_in(profile: dict[str, object]) -> object:
    """Return the role that a profile aims at."""
    goal = profile["goal"]
    assert isinstance(goal, dict)
    return goal["role"]


def test_part_of_a_name_leaves_the_choices_that_it_fits() -> None:
    """One that fits is taken and shown; of several the number is asked for."""
    questions, profile = new_profile("student", "agile c")
    assert "> Agile Coach (senior)\n" in questions
    assert role_in(profile) == "agile-coach"
    questions, profile = new_profile("student", "technical", "1")
    again = questions.split("What role are you aiming for?")[2]
    assert "  1 Technical Project Manager (mid)\n  2 Senior Technical" in again
    assert "Scrum Master" not in again.split("Question 3")[0]
    assert role_in(profile) == "technical-project-manager"


def test_a_whole_name_stands_for_itself_though_others_contain_it() -> None:
    """So is another name of the role."""
    for name in ("project manager", "PM"):
        assert role_in(new_profile("student", name)[1]) == "project-manager"


@pytest.mark.parametrize(
    ("answer", "kinds"),
    [
        ("1, 3", ["technical", "managerial", "project-leading"]),
        ("1 3", ["technical", "managerial", "project-leading"]),
        ("leading projects; agile", ["technical", "project-leading", "agile"]),
        ("none", ["technical"]),
    ],
)
def test_several_kinds_of_work_are_chosen_beside_that_of_the_title(
    answer: str, kinds: list[str], tmp_path: Path
) -> None:
    """A developer's work stays technical, also for nothing else; what it implies is no choice."""
    file = tmp_path / "me.yaml"
    with Terminal("profile", "new", *DAY, "--output", str(file)) as terminal:
        answer_questions(terminal, DEVELOPER, until="involve?")
        choices = terminal.read_until(*PROMPTS)
        terminal.send(f"{answer}\n")
        answer_questions(terminal, DEVELOPER, until="Continue?")
        terminal.send("n\n")
        assert terminal.finish()[0] == 0
    assert "  3 Leading projects \u2013 you plan a project" in choices
    assert "Technical work" not in choices
    assert yaml.safe_load(file.read_text("utf-8"))["work"][0]["kinds"] == kinds


def test_questions_are_numbered_and_abbreviations_spelled_out() -> None:
    """At most six come before the first recommendations; back takes its number along."""
    questions, _ = new_profile("tester", "", "<", "", "yes")
    numbers = [line for line in questions.splitlines() if line.startswith("Question ")]
    assert [line.split(":")[0] for line in numbers] == [
        f"Question {number} of at most 6" for number in (1, 2, 3, 2, 3, 4)
    ]
    assert "the course for the CSM (Certified ScrumMaster)?" in " ".join(questions.split())


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("software developer", "scrum-master"),
        ("tester", "scrum-master"),
        ("network engineer", "assistant-project-manager"),
        ("nurse", "project-coordinator"),
    ],
)
def test_who_comes_from_outside_the_ladder_is_led_onto_it(title: str, role: str) -> None:
    """Enter alone takes the usual first role, and the answer names certifications for it."""
    questions, profile = new_profile(title, "")
    assert role_in(profile) == role
    assert "\n1. " in questions
    assert "usual next step" in questions


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    """Lines end at words, so that the terminal breaks none of them."""
    with Terminal("recommend", *DAY, columns=columns) as terminal:
        screen = terminal.read_until(*PROMPTS)
        terminal.send("nurse\n")
        screen += terminal.read_until(*PROMPTS)
        terminal.send("king\n")
        while "involve?" not in screen:
            screen += terminal.read_until(*PROMPTS)
            terminal.send("\n")
        terminal.send(CTRL_C)
        _, rest = terminal.finish()
    lines = (screen + rest).splitlines()
    assert max(map(len, lines)) <= min(columns, 100)
    questions = " ".join(" ".join(lines).split())
    for words in (
        "? if you don't know, < to go back", "for example IT project manager; none if",
        "you give other people's projects methods, reports and support", "numbers, such as 1, 4",
    ):  # fmt: skip
        assert words in questions


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("coach", "agile-coach"),
        ("technical project", "technical-project-manager"),
        ("project manager", "project-manager"),
        (f"senior{DOWN}", "senior-project-manager"),
    ],
)
def test_typing_filters_the_list_of_roles(typed: str, role: str, tmp_path: Path) -> None:
    """Enter takes the marked one, except where what was typed is itself a title."""
    file = tmp_path / "me.yaml"
    with Terminal("profile", "new", *DAY, "--output", str(file), arrows=True) as terminal:
        terminal.read_until("your job now?")
        terminal.send(f"student{ENTER}")
        terminal.read_until(ROLES)
        terminal.send(typed)
        terminal.read_until("...")
        terminal.send(ENTER)
        shown = terminal.read_until("Question 3")
        terminal.send(CTRL_C)
        assert terminal.finish()[0] == 130
    assert f"\n> {role.replace('-', ' ')}" in shown.casefold()


def test_typing_that_fits_no_role_takes_none(tmp_path: Path) -> None:
    """The role at the top is not taken for what was typed; the list comes again."""
    file = tmp_path / "me.yaml"
    with Terminal("profile", "new", *DAY, "--output", str(file), arrows=True) as terminal:
        terminal.read_until("your job now?")
        terminal.send(f"student{ENTER}")
        terminal.read_until(ROLES)
        terminal.send("zookeeper")
        terminal.read_until("...")
        terminal.send(ENTER)
        terminal.read_until("! `zookeeper` is not a role that we know")
        terminal.read_until(ROLES)
        terminal.send(CTRL_C)
        assert terminal.finish()[0] == 130


def test_kinds_of_work_are_ticked(tmp_path: Path) -> None:
    """Space ticks, Enter goes on; ? leaves the question unknown and < goes back to it."""
    file = tmp_path / "me.yaml"
    with Terminal("profile", "new", *DAY, "--output", str(file), arrows=True) as terminal:
        terminal.read_until("your job now?")
        terminal.send(f"mechanical engineer{ENTER}")
        terminal.read_until(ROLES)
        terminal.send(f"not sure{ENTER}")
        terminal.read_until(KINDS)
        terminal.send("?")
        terminal.read_until("> I don't know")
        terminal.read_until("do you hold?", "did you start")
        terminal.send(f"<{ENTER}")
        terminal.read_until(KINDS)
        terminal.send(f"{DOWN} {DOWN} {ENTER}")
        terminal.read_until("> Technical work, Working in projects")
        terminal.send(CTRL_C)
        assert terminal.finish()[0] == 130
