"""The interview: number of questions, profiles, files, and interruptions at any point."""

import json
from pathlib import Path

import pytest
from running import program
from terminal import PROMPTS, TOO_MANY, Terminal, answer_questions

pytestmark = pytest.mark.interrupted
DAY = ("--as-of", "2026-11-22")
ENTRY = {
    "your job now": "student",
    "aiming for": "project coordinator",
    "highest degree": "secondary",
    "certifications do you hold": "none",
    "hours of training": "none",
}
MID = {
    "your job now": "Project manager",
    "aiming for": "senior project manager",
    "did you start": "4y",
    "before that": "project coordinator, 2019-02 to 2021-05",
    "highest degree": "BSc",
    "hours of training": "35h",
    "certifications do you hold": "none",
    "country do you": "US",
}
SENIOR = {
    "your job now": "PMO Director",
    "aiming for": "none",
    "did you start": "2015-03",
    "highest degree": "Master of Science",
    "certifications do you hold": "PMP 2020-05-01, PSM I",
    "member of": "no",
    "hours of training": "60h",
}
PEOPLE = {"entry": ENTRY, "mid": MID, "senior": SENIOR}
TYPED_CONTROLS = "? don't know, < to go back"
BACK = "Back to the previous question"  # the last choice; two above it is "I don't know"
UP, DOWN, ENTER, CTRL_C, CTRL_D = "\x1b[A", "\x1b[B", "\r", "\x03", "\x04"
HOSTILE = ("\x1b[31mPMP\x1b]0;x\x07", "\u202egninnalp", "x" * 5_000, "\x00", "=1+1", "[red]x")


@pytest.mark.parametrize("person", PEOPLE)
def test_six_questions_bring_the_first_recommendations(person: str, tmp_path: Path) -> None:
    """For entry, mid and senior level; the saved profile gives the same recommendations."""
    profile = tmp_path / "me.yaml"
    with Terminal("profile", "new", *DAY, "--output", str(profile)) as terminal:
        count = answer_questions(terminal, PEOPLE[person], until="Which certification next?")
        screen = terminal.read_until("Continue?")
        terminal.send("n\n")
        code, _ = terminal.finish()
    assert code == 0
    assert count <= 6
    assert "\n1. " in screen
    check = program("profile", "check", str(profile), *DAY)
    assert check.returncode == 0, check.stdout + check.stderr
    again = program("recommend", "--profile", str(profile), *DAY, COLUMNS="100").stdout
    assert before_commands(again) == before_commands("\n".join(recommendation_lines(screen)))


def before_commands(screen: str) -> list[str]:
    """Return the lines before the commands, which name the file of the profile."""
    return screen.strip().partition("\nNext\n")[0].rstrip().splitlines()


def recommendation_lines(screen: str) -> list[str]:
    """Return the lines of the recommendations on the terminal, from their title on."""
    return f"Which certification next?{screen}".strip().splitlines()


def test_an_interview_ends_when_no_answer_would_change_the_first_five(tmp_path: Path) -> None:
    """Answering yes to more questions does not continue forever."""
    profile = tmp_path / "me.yaml"
    with Terminal("profile", "new", *DAY, "--output", str(profile)) as terminal:
        count = answer_questions(terminal, {"Continue?": "y"} | MID, until="No further question")
        code, _ = terminal.finish()
    assert code == 0
    assert count < TOO_MANY
    assert profile.exists()


def test_recommend_alone_interviews_on_a_terminal_and_saves_only_on_request(tmp_path: Path) -> None:
    """The answer goes to standard output, the questions do not."""
    answers, profile = tmp_path / "answers.txt", tmp_path / "me.yaml"
    with answers.open("w") as out, Terminal("recommend", *DAY, stdout=out.fileno()) as terminal:
        answer_questions(terminal, MID, until="Continue?")
        terminal.send("n\n")
        terminal.read_until("Save your answers")
        terminal.send(f"{profile}\n")
        code, _ = terminal.finish()
    assert code == 0
    recommendations = answers.read_text("utf-8")
    assert recommendations.startswith("Which certification next?")
    again = program("recommend", "--profile", str(profile), *DAY).stdout
    assert before_commands(again) == before_commands(recommendations)
    assert "  certadvisor check pmp -p FILE --as-of" in recommendations


def test_arrow_keys_select_choices_and_text_can_be_typed(tmp_path: Path) -> None:
    """Down and Enter select the second role of the list; a job is typed."""
    profile = tmp_path / "me.yaml"
    with Terminal("profile", "new", *DAY, "--output", str(profile), arrows=True) as terminal:
        terminal.read_until("your job now?")
        terminal.send(f"student{ENTER}")
        terminal.read_until("aiming for?")
        terminal.read_until(BACK)
        terminal.send(f"{DOWN}{ENTER}")
        while "Continue?" not in (screen := terminal.read_until(BACK, TYPED_CONTROLS, "Continue?")):
            terminal.send(f"{UP * 3 if BACK in screen else '?'}{ENTER}")
        terminal.send(f"{DOWN}{ENTER}")
        code, _ = terminal.finish()
    assert code == 0
    assert "role: project-assistant" in profile.read_text("utf-8")


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
@pytest.mark.parametrize("questions", range(7))
def test_an_interrupted_interview_leaves_nothing_behind(
    key: str, questions: int, tmp_path: Path
) -> None:
    """At any question, and when asked to continue: exit code 130, no file, no traceback."""
    profile = tmp_path / "me.yaml"
    with Terminal("profile", "new", *DAY, "--output", str(profile)) as terminal:
        for _ in range(questions):
            terminal.read_until(*PROMPTS)
            terminal.send("?\n")
        terminal.read_until(*PROMPTS)
        terminal.send(key)
        code, rest = terminal.finish()
    assert code == 130
    assert rest.endswith("\nStopped; nothing was saved.\n")
    assert "Traceback" not in rest
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_answers_line_by_line_and_its_end_ends_the_interview() -> None:
    """What was not answered is unknown; the profile on standard output is complete."""
    result = program("profile", "new", "--format", "json", *DAY, stdin="Scrum master\nnone\n")
    assert result.returncode == 0
    profile = json.loads(result.stdout)
    assert profile["work"] == [{"title": "Scrum master"}]
    assert "education" not in profile
    assert "Which certification next?" in result.stderr


def test_an_interview_without_answers_writes_no_profile() -> None:
    """Empty input ends with exit code 2."""
    result = program("profile", "new", *DAY, stdin="")
    assert (result.returncode, result.stdout) == (2, "")
    assert "no question was answered" in result.stderr


def test_back_undoes_the_last_answer() -> None:
    """The previous question is asked again, and its first answer is dropped."""
    result = program("profile", "new", *DAY, stdin="Scrum master\n<\nAgile coach\n")
    assert "title: Agile coach" in result.stdout
    assert "Scrum master" not in result.stdout


def test_an_invalid_answer_is_asked_again_with_a_remedy() -> None:
    """A mistake does not end the interview."""
    result = program(
        "profile", "new", *DAY, stdin="Project manager\nking\nnone\nyesterday\n2024-01\n"
    )
    questions = " ".join(result.stderr.split())
    assert "! `king` is not a role that we know" in questions
    assert "since when (2021-03), or how long" in questions
    assert "start: 2024-01" in result.stdout


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_typed_control_characters_never_reach_the_terminal(text: str) -> None:
    """Terminal sequences, direction marks and endless lines become plain text or are refused."""
    result = program("profile", "new", *DAY, stdin=f"{text}\n{text}\n{text}\n?\n")
    assert result.returncode in (0, 2)
    assert "Traceback" not in result.stderr
    for stream in (result.stdout, result.stderr):
        assert not set(stream) & {"\x1b", "\u202e", "\x07", "\x00"}
