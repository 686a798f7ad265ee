"""`roles` on the command line: the ladder, `--from` and `--steps`."""

import json

import pytest
from running import program, run


def test_roles_from_finds_a_role_by_title_alias_or_likeness() -> None:
    """Likeness counts only where it is certain, and the answer says so."""
    for name in ("project-manager", "Project Manager", "PM"):
        document = json.loads(run("roles", "--from", name, "--format", "json").stdout)
        assert (document["from"], document["title"]) == ("project-manager", None)
    result = program("roles", "--from", "Sr. IT Project Mgr (Agile)")
    assert result.returncode == 0
    assert "is read as Senior Project Manager" in result.stdout


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("projct manager of", "did you mean"), ("Chief Wizard", "certadvisor roles lists them")],
)
def test_a_title_that_no_role_surely_matches_is_an_error(name: str, remedy: str) -> None:
    """Nothing is guessed: exit code 2, with a suggestion where a title is similar."""
    result = run("roles", "--from", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not a role in the catalogue" in result.stderr
    assert remedy in result.stderr


@pytest.mark.parametrize("name", ["", " ", "\x1b[31mred", "=1+1", "x" * 5000, "\u202e"])
def test_a_hostile_title_is_refused_and_escaped(name: str) -> None:
    """Control characters never reach the terminal."""
    result = run("roles", "--from", name)
    assert result.exit_code == 2
    assert result.stderr.replace("\n", "").isprintable()
    assert len(result.stderr) < 500


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
        (("--country", "Ruritania"), 2),
    ],
)
def test_the_exit_code_of_roles_shows_whether_a_path_exists(
    words: tuple[str, ...], code: int
) -> None:
    """0 for an answer, 1 for no path to the goal, 2 for wrong usage."""
    result = run("roles", *words)
    assert result.exit_code == code
    assert bool(result.stdout) is (code != 2)
    assert bool(result.stderr) is (code == 2)


def test_the_ladder_marks_the_present_role_of_the_person() -> None:
    """And shows the pay in their country."""
    lines = run("roles", "--title", "PM", "--country", "GB").stdout.splitlines()
    (marked_line,) = [line for line in lines if "you" in line and "←" in line]
    assert marked_line.startswith("Project manager")
    assert marked_line.endswith("47,500 GBP")


def test_the_checklist_is_shown_for_a_path_to_its_role() -> None:
    """And for no path to another role."""
    options = "--from", "project-coordinator", "--format", "json", "--role"
    document = json.loads(run("roles", *options, "it-project-manager").stdout)
    assert document["checklist"]["role"] == "it-project-manager"
    assert json.loads(run("roles", *options, "project-manager").stdout)["checklist"] is None


def test_requirements_of_roles_are_marked_only_for_a_profile() -> None:
    """A country and a goal are no facts that requirements look at."""
    words = ("roles", "--from", "project-coordinator", "--country", "US")
    assert "? a bachelor's degree" not in run(*words).stdout
    assert "✓ a bachelor's degree" in run(*words, "--degree", "bachelor").stdout


@pytest.mark.parametrize("option", [("--from", "PM"), ("--steps",), ("--title", "PM")])
def test_options_of_the_ladder_before_a_subcommand_are_refused(option: tuple[str, ...]) -> None:
    """They would be dropped silently."""
    result = run("roles", *option, "match", stdin="PM\n")
    assert result.exit_code == 2
    assert "options stand before `match`" in result.stderr


@pytest.mark.parametrize("words", [("roles",), ("roles", "--from", "project coordinator")])
@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_the_built_in_ladder_fits_every_width(words: tuple[str, ...], width: str) -> None:
    """From the narrowest terminal to a wide one."""
    result = program(*words, COLUMNS=width)
    assert result.returncode == 0
    assert max(map(len, result.stdout.splitlines())) <= int(width)


@pytest.mark.parametrize(
    ("name", "start", "title"),
    [
        ("software-developer", "software-developer", None),
        ("Krankenschwester", "nurse", None),
        (
            "Senior Softwareentwickler (m/w/d)",
            "software-developer",
            "Senior Softwareentwickler (m/w/d)",
        ),
    ],
)
def test_roles_from_a_job_outside_the_ladder_says_what_to_do_first(
    name: str, start: str, title: str | None
) -> None:
    """The ways lead through its usual first roles, each as a step of its own."""
    document = json.loads(program("roles", "--from", name, "--format", "json").stdout)
    assert (document["from"], document["title"]) == (start, title)
    first = [role["id"] for role in document["starting_point"]["first_roles"]]
    assert [way[:2] for way in document["paths"]] == [[start, id] for id in first]
    assert [step["to"] for step in document["steps"]] == first
    kinds = {step["kind"] for step in document["starting_point"]["steps"]}
    assert {"work", "certification"} <= kinds
    assert document["starting_point"]["sources"]


def test_roles_from_a_job_outside_the_ladder_leads_on_to_a_role() -> None:
    """With an aim, the shortest ways to it; the screen names the job and its first steps."""
    result = program("roles", "--from", "nurse", "--role", "project-manager", "--format", "json")
    ways = json.loads(result.stdout)["paths"]
    assert ways
    assert all((way[0], way[-1]) == ("nurse", "project-manager") for way in ways)
    screen = program("roles", "--from", "nurse").stdout
    assert "What to do first" in screen
    assert "Level       entry" in screen  # of the role: the job has none of its own


def test_show_knows_a_job_outside_the_ladder() -> None:
    """By any of its names."""
    document = json.loads(program("show", "infirmière", "--format", "json").stdout)
    assert (document["kind"], document["id"]) == ("starting_point", "nurse")


def test_a_part_of_a_job_title_is_a_question() -> None:
    """With the job outside the ladder that it may be, in `--title` too."""
    result = run("roles", "--from", "software")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is only a part of a job title; did you mean `software-developer`?" in result.stderr
    warning = run("recommend", "--title", "software", "--degree", "bachelor").stderr
    assert "did you mean `software-developer`" in warning


def test_a_way_up_names_what_other_work_would_bring() -> None:
    """For the person of the options in that job; the question comes where the degree is open."""
    words = ("roles", "--from", "developer", "--as-of", "2026-11-30")
    known = " ".join(run(*words, "--degree", "bachelor").stdout.split())
    assert "PMP on 2029-12-15, if you start leading projects by 2027-01-01" in known
    unknown = run(*words).stdout
    assert "at the earliest" in unknown
    assert "? What is your highest degree?" in unknown
    leader = run("roles", "--from", "IT project manager", "--degree", "bachelor").stdout
    assert "leading projects by" not in leader
