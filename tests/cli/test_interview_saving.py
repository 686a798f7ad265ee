"""The end of the interview: the answers are kept unless refused, and the next commands named."""

import shlex
from pathlib import Path

import pytest
from running import program
from terminal import Terminal, answer_questions

pytestmark = pytest.mark.interrupted
DAY = ("--as-of", "2026-11-22")
ENTRY = {
    "your job now": "student",
    "aiming for": "project coordinator",
    "highest degree": "secondary",
    "certifications do you hold": "none",
    "hours of training": "none",
}


def end_interview(folder: Path, reply: str) -> str:
    """Answer the last question of an interview in this folder; return what follows it."""
    with Terminal("recommend", *DAY, folder=folder) as terminal:
        answer_questions(terminal, ENTRY, until="Continue?")
        terminal.send("n\n")
        terminal.read_until("(Enter for yes, no, or another file name) ")
        terminal.send(f"{reply}\n")
        code, rest = terminal.finish()
    assert code == 0
    return rest


def test_enter_saves_under_the_name_that_is_proposed(tmp_path: Path) -> None:
    """A file that is there stays as it is: another name is proposed. The next commands run."""
    for name in ("me.yaml", "me2.yaml"):
        rest = end_interview(tmp_path, "")
        assert f"Saved in {name}. Next:\n  certadvisor plan --to " in rest
        profile = (tmp_path / name).read_text("utf-8")
        assert profile.startswith("# A profile for certadvisor")
    assert {file.name for file in tmp_path.iterdir()} == {"me.yaml", "me2.yaml"}
    commands = [line for line in rest.splitlines() if line.startswith("  certadvisor ")]
    assert [command.split()[1] for command in commands] == ["plan", "show", "recommend"]
    for command in commands:
        words = shlex.split(command.replace("me2.yaml", str(tmp_path / "me2.yaml")))[1:]
        assert program(*words, *(DAY if words[0] != "show" else ())).returncode in (0, 1)


def test_no_saves_nothing(tmp_path: Path) -> None:
    """The next command then needs no file."""
    rest = end_interview(tmp_path, "no")
    assert "Nothing was saved. Next:\n  certadvisor show " in rest
    assert "--profile" not in rest
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_at_the_last_question_saves_nothing(tmp_path: Path) -> None:
    """As at any other."""
    with Terminal("recommend", *DAY, folder=tmp_path) as terminal:
        answer_questions(terminal, ENTRY, until="Continue?")
        terminal.send("n\n")
        terminal.read_until("Save your answers to [me.yaml]?")
        terminal.send("\x03")
        code, rest = terminal.finish()
    assert code == 130
    assert rest.endswith("\nStopped; nothing was saved.\n")
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_not_overwritten_and_another_name_is_asked_for(tmp_path: Path) -> None:
    """Answers are not lost where a name cannot be used."""
    existing, new = tmp_path / "there.yaml", tmp_path / "new.yaml"
    existing.write_text("mine\n", "utf-8")
    with Terminal("recommend", *DAY) as terminal:
        answer_questions(terminal, ENTRY, until="Continue?")
        terminal.send("n\n")
        for name in (existing, tmp_path / "no" / "folder.yaml", tmp_path / ("x" * 300), new):
            terminal.read_until("Save your answers")
            terminal.send(f"{name}\n")
        code, rest = terminal.finish()
    assert code == 0
    assert f"certadvisor recommend --profile {new}" in rest
    assert existing.read_text("utf-8") == "mine\n"
    assert sorted(tmp_path.iterdir()) == [new, existing]


def test_profile_new_asks_for_a_file_name(tmp_path: Path) -> None:
    """On a terminal without --output; a dash prints the profile."""
    profile = tmp_path / "me.yaml"
    for name in (str(profile), "-"):
        with Terminal("profile", "new", *DAY) as terminal:
            answer_questions(terminal, ENTRY, until="Continue?")
            terminal.send("n\n")
            terminal.read_until("Save your profile")
            terminal.send(f"{name}\n")
            code, rest = terminal.finish()
        assert code == 0
        assert ("A profile for certadvisor" in rest) is (name == "-")
    assert profile.read_text("utf-8").startswith("# A profile for certadvisor")
