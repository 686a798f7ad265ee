"""The interview: number of questions, profiles, files, and interruptions at any point."""

import json
from pathlib import Path

import pytest
from running import program
from terminal import Terminal

pytestmark = pytest.mark.interrupted
DAY = ("--as-of", "2026-11-22")
ENTRY = {
    "your job now": "student",
    "aim at": "project coordinator",
    "highest degree": "secondary",
    "certifications do you hold": "none",
    "hours of classes": "none",
}
MID = {
    "your job now": "Project manager",
    "aim at": "senior project manager",
    "Since when": "4y",
    "before that": "project coordinator, 2019-02 to 2021-05",
    "highest degree": "BSc",
    "hours of classes": "35h",
    "certifications do you hold": "none",
    "country": "US",
}
SENIOR = {
    "your job now": "PMO Director",
    "aim at": "none",
    "Since when": "2015-03",
    "highest degree": "Master of Science",
    "certifications do you hold": "PMP 2020-05-01, PSM I",
    "member of": "no",
    "hours of classes": "60h",
}
PEOPLE = {"entry": ENTRY, "mid": MID, "senior": SENIOR}
PROMPTS = ("\n> ", "]> ")
TOO_MANY = 40  # questions; an interview never has as many
TYPED_CONTROLS = "? don't know · < back)"
BACK = "back to the question before"  # the last choice; two above it is "I don't know"
UP, DOWN, ENTER, CTRL_C, CTRL_D = "\x1b[A", "\x1b[B", "\r", "\x03", "\x04"
HOSTILE = ("\x1b[31mPMP\x1b]0;x\x07", "\u202egninnalp", "x" * 5_000, "\x00", "=1+1", "[red]x")


def answer_questions(terminal: Terminal, person: dict[str, str], *, until: str) -> int:
    """Answer each question, "?" where the person has no answer; return how many there were."""
    count = 0
    while until not in (screen := terminal.read_until(*PROMPTS, until)):
        count += 1
        assert count < TOO_MANY, screen
        replies = (reply for question, reply in person.items() if question in screen)
        terminal.send(f"{next(replies, '?')}\n")
    return count


@pytest.mark.parametrize("person", PEOPLE)
def test_six_questions_bring_the_first_recommendations(person: str, tmp_path: Path) -> None:
    """For entry, mid and senior level; the saved profile gives the same recommendations."""
    profile = tmp_path / "me.yaml"
    with Terminal("profile", "new", *DAY, "--output", str(profile)) as terminal:
        count = answer_questions(terminal, PEOPLE[person], until="Which certification next?")
        screen = terminal.read_until("Go on?")
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
        count = answer_questions(terminal, {"Go on?": "y"} | MID, until="No further question")
        code, _ = terminal.finish()
    assert code == 0
    assert count < TOO_MANY
    assert profile.exists()


def test_recommend_alone_interviews_on_a_terminal_and_saves_only_on_request(tmp_path: Path) -> None:
    """The answer goes to standard output, the questions do not."""
    answers, profile = tmp_path / "answers.txt", tmp_path / "me.yaml"
    with answers.open("w") as out, Terminal("recommend", *DAY, stdout=out.fileno()) as terminal:
        answer_questions(terminal, MID, until="Go on?")
        terminal.send("n\n")
        terminal.read_until("Keep your answers")
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
        terminal.read_until("aim at?")
        terminal.read_until(BACK)
        terminal.send(f"{DOWN}{ENTER}")
        while "Go on?" not in (screen := terminal.read_until(BACK, TYPED_CONTROLS, "Go on?")):
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
    assert "! `king` is no role of the catalogue" in result.stderr
    assert "since when (2021-03), or how long" in result.stderr
    assert "start: 2024-01" in result.stdout


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_typed_control_characters_never_reach_the_terminal(text: str) -> None:
    """Terminal sequences, direction marks and endless lines become plain text or are refused."""
    result = program("profile", "new", *DAY, stdin=f"{text}\n{text}\n{text}\n?\n")
    assert result.returncode in (0, 2)
    assert "Traceback" not in result.stderr
    for stream in (result.stdout, result.stderr):
        assert not set(stream) & {"\x1b", "\u202e", "\x07", "\x00"}


def test_an_existing_file_is_not_overwritten_and_another_name_is_asked_for(tmp_path: Path) -> None:
    """Answers are not lost where a name cannot be used."""
    existing, new = tmp_path / "there.yaml", tmp_path / "new.yaml"
    existing.write_text("mine\n", "utf-8")
    with Terminal("recommend", *DAY) as terminal:
        answer_questions(terminal, ENTRY, until="Go on?")
        terminal.send("n\n")
        for name in (existing, tmp_path / "no" / "folder.yaml", tmp_path / ("x" * 300), new):
            terminal.read_until("Keep your answers?")
            terminal.send(f"{name}\n")
        code, rest = terminal.finish()
    assert code == 0
    assert f"Next time: certadvisor recommend --profile {new}" in rest
    assert existing.read_text("utf-8") == "mine\n"
    assert sorted(tmp_path.iterdir()) == [new, existing]


def test_profile_new_asks_for_a_file_name(tmp_path: Path) -> None:
    """On a terminal without --output; a dash prints the profile."""
    profile = tmp_path / "me.yaml"
    for name in (str(profile), "-"):
        with Terminal("profile", "new", *DAY) as terminal:
            answer_questions(terminal, ENTRY, until="Go on?")
            terminal.send("n\n")
            terminal.read_until("Where shall I keep it?")
            terminal.send(f"{name}\n")
            code, rest = terminal.finish()
        assert code == 0
        assert ("A profile for certadvisor" in rest) is (name == "-")
    assert profile.read_text("utf-8").startswith("# A profile for certadvisor")
