"""The commands at the end of a screen run as they are pasted, about the same person."""

import re
import shlex
from pathlib import Path

import pytest
from running import run

OPTIONS = ("--title", "IT project manager", "--degree", "bachelor", "--country", "US")
DAY = ("--as-of", "2026-11-22")


def commands_of(screen: str) -> list[list[str]]:
    """The words of each command on a screen."""
    lines = screen.replace("\\\n", "").splitlines()
    return [shlex.split(line)[1:] for line in lines if line.startswith("  certadvisor ")]


def test_a_command_to_paste_runs_with_the_same_options(tmp_path: Path) -> None:
    """With options, with a file whose name has spaces, and with both."""
    profile = tmp_path / "my profile.yaml"
    profile.write_text("country: US\neducation: [{degree: bachelor}]\n", "utf-8")
    own_file = ("-p", str(profile))
    for given, names in (
        (OPTIONS, [["check"], ["plan"]]),  # one where two would be long
        (own_file, [["check", "plan"]]),
        ((*own_file, *OPTIONS), [["check"], ["plan"]]),
    ):
        commands = commands_of(run("recommend", *given, *DAY).stdout)
        assert [words[0] for words in commands] in names
        for words in commands:
            assert set(given[1::2]) <= set(words)
            assert words[-2:] == list(DAY)
            again = run(*words)
            assert again.exit_code in (0, 1), again.output


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("check pmp", ["plan --to pmp", "recommend"]),
        ("check psm-i", ["plan --to psm-i"]),
        ("check capm --holds capm", ["renew"]),
        ("check prince2-6-foundation", ["recommend"]),  # it can no longer be earned
        (
            "plan --to pmp --leading 30m --by cheapest --hours-per-week 7.5 --until 2029-01-31",
            ["plan --to pmp --by cheapest --hours-per-week 7.5 --until 2029-01-31", "check pmp"],
        ),
        ("plan --to capm --holds capm", ["renew"]),
        ("plan --to pmp --leading 30m --budget 1USD", ["check pmp", "recommend"]),
        (
            "plan --to project-manager --role scrum-master --budget 1USD",
            ["recommend --role project-manager"],
        ),
        ("show pmp", ["check pmp"]),
        ("show cpm", ["show iapm-cpm"]),
        ("show scrum-master", ["recommend --role scrum-master"]),
        ("show mid", ["list --level mid"]),
        ("show software-developer", ["roles --from software-developer"]),
        ("show budgeting", []),
        ("list --issuer axelos", []),
        ("list capm", ["show capm"]),
        ("list scrum", ["show a-csm", "compare a-csm csm"]),
        ("renew --holds PMP", ["recommend"]),
        ("compare pmp capm", ["check pmp"]),
        ("compare scrum-master project-manager", ["recommend --role scrum-master"]),
        ("roles --from project-manager", ["recommend --role it-project-manager"]),
        (
            "roles --from project-coordinator --role project-manager",
            ["recommend --role project-manager"],
        ),
    ],
)
def test_each_screen_leads_on(line: str, expected: list[str], tmp_path: Path) -> None:
    """The person's options follow, unless the command gives its own."""
    words = shlex.split(line)
    about_person = ("check", "plan", "renew", "compare", "roles")
    person = OPTIONS if words[0] in about_person else ()
    commands = commands_of(run(*words, *person, *DAY).stdout)
    lead = [" ".join(command) for command in commands]
    assert len(lead) == len(expected)
    for begin, command, arguments in zip(expected, lead, commands, strict=True):
        assert command.startswith(begin)
        assert arguments[-2:] == list(DAY)
        assert set(person[1::2]) <= set(arguments)
        assert arguments.count("--role") <= 1
        calendar = str(tmp_path / "calendar.ics")
        again = run(*(calendar if word.endswith(".ics") else word for word in arguments))
        assert again.exit_code in (0, 1), again.output


@pytest.mark.parametrize(
    ("expires", "expected"),
    [("2027-02-01", "renew --output renewals.ics"), ("2026-06-01", "plan --to pmp")],
)
def test_renew_leads_to_what_is_urgent(expires: str, expected: str, tmp_path: Path) -> None:
    """One that has expired, to the plan that reinstates it; else to the days of the calendar."""
    profile = tmp_path / "me.yaml"
    profile.write_text(f"certifications: [{{id: pmp, expires: {expires}}}]\n", "utf-8")
    (words,) = commands_of(run("renew", "-p", str(profile), *DAY).stdout)
    assert " ".join(words).startswith(expected)


def test_a_profile_of_standard_input_has_a_placeholder() -> None:
    """The shell that pastes the command has nothing to give there."""
    screen = run("recommend", "-p", "-", *DAY, stdin="country: US\n").stdout
    assert all("-p FILE" in " ".join(words) for words in commands_of(screen))
    assert commands_of(screen)


@pytest.mark.parametrize("format", ["json", "csv"])
def test_explain_is_of_the_screen(format: str) -> None:
    """JSON has all of it anyway; a CSV has no room for it."""
    result = run("recommend", *OPTIONS, *DAY, "--explain", "--format", format)
    assert result.exit_code == (0 if format == "json" else 2)
    assert format == "json" or re.search("csv.*--explain", result.stderr)
