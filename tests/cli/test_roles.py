"""`roles` on the command line: the ladder, `--from` and `--steps`."""

import json

import pytest
from running import program, run


def test_roles_from_finds_a_role_by_title_alias_or_likeness() -> None:
    """Likeness counts only where it is certain, and the answer says so."""
    for name in ("project-manager", "Project Manager", "PM"):
        found = json.loads(run("roles", "--from", name, "--format", "json").stdout)
        assert (found["from"], found["title"]) == ("project-manager", None)
    done = program("roles", "--from", "Sr. IT Project Mgr (Agile)")
    assert done.returncode == 0
    assert "is taken as Senior Project Manager" in done.stdout


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("projct manager of", "did you mean"), ("Chief Wizard", "certadvisor roles lists them")],
)
def test_a_title_that_no_role_surely_matches_is_an_error(name: str, remedy: str) -> None:
    """Nothing is guessed: exit code 2, with a suggestion where a title is similar."""
    done = run("roles", "--from", name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is no role of the catalogue" in done.stderr
    assert remedy in done.stderr


@pytest.mark.parametrize("name", ["", " ", "\x1b[31mred", "=1+1", "x" * 5000, "\u202e"])
def test_a_hostile_title_is_refused_and_escaped(name: str) -> None:
    """Control characters never reach the terminal."""
    done = run("roles", "--from", name)
    assert done.exit_code == 2
    assert done.stderr.replace("\n", "").isprintable()
    assert len(done.stderr) < 500


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--from", "project-coordinator"), 0),
        (("--from", "project-coordinator", "--role", "program-manager"), 0),
        (("--from", "program-manager"), 0),
        (("--from", "program-manager", "--role", "project-coordinator"), 1),
        (("--from", "project-manager", "--role", "project-manager"), 2),
        (("--from", "project-manager", "--steps"), 2),
        (("--steps",), 0),
        (("--steps", "--role", "it-project-manager"), 0),
        (("--steps", "--role", "scrum-master"), 2),
        (("--title", "PM", "--country", "GB"), 0),
        (("--country", "England"), 2),
    ],
)
def test_the_exit_code_of_roles_tells_whether_a_path_exists(
    words: tuple[str, ...], code: int
) -> None:
    """0 for an answer, 1 for no path to the goal, 2 for wrong usage."""
    done = run("roles", *words)
    assert done.exit_code == code
    assert bool(done.stdout) is (code != 2)
    assert bool(done.stderr) is (code == 2)


def test_the_ladder_marks_the_present_role_of_the_person() -> None:
    """And shows the pay in their country."""
    lines = run("roles", "--title", "PM", "--country", "GB").stdout.splitlines()
    (here,) = [line for line in lines if "you" in line and "←" in line]
    assert here.startswith("Project manager")
    assert here.endswith("47,500 GBP")


def test_the_checklist_is_shown_for_a_path_to_its_role() -> None:
    """And for no path to another role."""
    to = "--from", "project-coordinator", "--format", "json", "--role"
    found = json.loads(run("roles", *to, "it-project-manager").stdout)
    assert found["checklist"]["role"] == "it-project-manager"
    assert json.loads(run("roles", *to, "project-manager").stdout)["checklist"] is None


def test_requirements_of_roles_are_marked_only_for_a_profile() -> None:
    """A country and a goal are no facts that requirements look at."""
    ways = ("roles", "--from", "project-coordinator", "--country", "US")
    assert "?" not in run(*ways).stdout
    assert "✓ a bachelor's degree" in run(*ways, "--degree", "bachelor").stdout


@pytest.mark.parametrize("option", [("--from", "PM"), ("--steps",), ("--title", "PM")])
def test_options_of_the_ladder_before_a_subcommand_are_refused(option: tuple[str, ...]) -> None:
    """They would be dropped silently."""
    done = run("roles", *option, "match", given="PM\n")
    assert done.exit_code == 2
    assert "options stand before `match`" in done.stderr


@pytest.mark.parametrize("words", [("roles",), ("roles", "--from", "project coordinator")])
@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_the_built_in_ladder_fits_every_width(words: tuple[str, ...], width: str) -> None:
    """From the narrowest terminal to a wide one."""
    done = program(*words, COLUMNS=width)
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= int(width)
