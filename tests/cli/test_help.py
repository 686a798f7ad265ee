"""The help: grouped and short in the list of commands, and with examples that run.

The commands on docs/how-to.md run as the examples do.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from importing import make_zip
from running import program, run
from typer.testing import CliRunner

from certadvisor import __version__
from certadvisor.cli import help_page
from certadvisor.cli.app import COMMANDS, app

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 55  # characters of a description in a list: it fits beside the name at 80 columns
PROFILE = "country: GB\neducation: [{degree: bachelor}]\nwork: [{title: PM, start: 2021-03}]\n"
RESUME = '{"work": [{"position": "Project manager", "startDate": "2019-01"}]}'
POSITIONS = "Title,Started On,Finished On\nProject Manager,Mar 2019,\n"
PEOPLE = "id,title\n1,Project manager\n2,Scrum master\n"
POLICY = """
policy: Leaders
rules: [{id: leaders, who: {role: [project-manager]}, needs: {holds: pmp}}]
"""
# What the examples name, by file name.
FILES = {
    "me.yaml": PROFILE,
    "resume.json": RESUME,
    "titles.txt": "Senior IT PM\n",
    "people.csv": PEOPLE,
    "staff.csv": "Number,Job\n1,Project manager\n2,Scrum master\n",
    "ours.yaml": "tables: [{columns: {Number: id, Job: title}}]\n",
    "policy.yaml": POLICY,
    "export-folder/staff.csv": "Employee ID,Job Title\n1,Project manager\n",
}


CommandPath = tuple[str, ...]


def commands(group: Any = None, path: CommandPath = ()) -> Iterator[tuple[CommandPath, Any]]:
    """Every command and group of commands with its path."""
    root: Any = group or typer.main.get_command(app)
    for name, command in root.commands.items():
        yield (*path, name), command
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))


COMMAND_LIST = list(commands())
EXAMPLES = [
    (path, example)
    for path, command in COMMAND_LIST
    for example in help_page.split_help(command.help)[1]
]
NAMES = [" ".join(path) for path, _ in COMMAND_LIST]
HOW_TO = re.findall(
    r"^certadvisor .+", (ROOT / "docs" / "how-to.md").read_text("utf-8"), re.MULTILINE
)


@pytest.mark.parametrize(("path", "command"), COMMAND_LIST, ids=NAMES)
def test_a_description_fits_beside_the_name(path: tuple[str, ...], command: Any) -> None:
    """It was cut by `...` at any width."""
    text = command.get_short_help_str()
    assert 10 < len(text) <= LONGEST, path
    assert text[0].isupper()
    assert text[-1] not in ".:,"


@pytest.mark.parametrize(("path", "command"), COMMAND_LIST, ids=NAMES)
def test_a_command_has_two_examples_of_itself(path: tuple[str, ...], command: Any) -> None:
    """Groups that only hold commands need none."""
    only_holds_commands = hasattr(command, "commands") and command.no_args_is_help
    examples = [text for own, text in EXAMPLES if own == path]
    assert len(examples) >= (0 if only_holds_commands else 2)
    words = [example.split() for example in examples]
    assert all("certadvisor" in one for one in words)
    assert all(path[-1] in one or "search" in one for one in words)


def page_of(path: CommandPath, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """The help of a command on a terminal of this width; typer's runner knows but one width."""
    monkeypatch.setenv("COLUMNS", str(width))
    command: Any = typer.main.get_command(app)
    ctx: Any = None
    for name in ("certadvisor", *path):
        command = command.commands[name] if ctx else command
        settings = command.context_settings
        ctx = command.context_class(command, info_name=name, parent=ctx, **settings)
    text: str = command.get_help(ctx)
    return text


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("path", [(), *(path for path, _ in COMMAND_LIST)], ids=["root", *NAMES])
def test_a_page_fits_its_width_and_has_no_braces(
    path: CommandPath, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Apart from examples, which are never broken; braces read as a choice."""
    text = page_of(path, width, monkeypatch).partition("\nExample")[0]
    assert max(map(len, text.splitlines())) <= width
    assert not re.search(r"[{}]|<[a-z ]+>|<.*\|", text)


def test_a_page_uses_the_width_of_the_terminal_up_to_a_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It stopped at 78 columns; lines of 200 are hard to read."""
    longest = {}
    for width in (80, 100, 120, 200):
        text = page_of(("plan",), width, monkeypatch).partition("\nExample")[0]
        longest[width] = max(map(len, text.splitlines()))
    assert longest[80] <= 80 < longest[100] <= 100 < longest[120] <= 120
    assert longest[200] == longest[120]
    wide = program("plan", "--help", COLUMNS="120").stdout
    assert wide == page_of(("plan",), 120, monkeypatch) + "\n"


def test_the_commands_stand_in_three_groups() -> None:
    """All of them, each once."""
    page = run("--help").stdout
    titles = ["For you:", "For teams:", "For catalogue keepers:", "Options:"]
    assert sorted(page.index(title) for title in titles) == [page.index(one) for one in titles]
    listed = re.findall(r"^  ([a-z]+)  ", page, re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)
    teams = page.partition("For teams:")[2].partition("For catalogue keepers:")[0]
    assert re.findall(r"^  ([a-z]+)  ", teams, re.MULTILINE) == ["people", "batch", "audit"]


def test_arguments_stand_first_and_own_options_before_shared_ones() -> None:
    """In each command alike."""
    page = run("check", "--help").stdout
    titles = ["Arguments:", "Options:", "About you:", "Date and catalogue:", "Output:", "Examples:"]
    assert [line for line in page.splitlines() if line.endswith(":") and line[0] != " "] == titles


@pytest.mark.parametrize("words", [(), ("profile",), ("people",), ("catalog",)])
def test_a_group_by_itself_shows_its_help_on_standard_output(words: tuple[str, ...]) -> None:
    """With exit code 0: `certadvisor | less` was empty."""
    result = run(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == run(*words, "--help").stdout


@pytest.mark.parametrize(
    "path", [(), ("check",), ("profile", "import"), ("roles",), ("catalog",)], ids=" ".join
)
def test_help_shows_the_help_of_a_command(path: tuple[str, ...]) -> None:
    """As --help behind it does."""
    result = run("help", *path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == run(*path, "--help").stdout


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        (("chek",), "`chek`: is not a command of certadvisor; did you mean `check`?"),
        (("profile", "imprt"), "`imprt`: is not a command of certadvisor profile; did you mean"),
        (("\x1b[31m",), "`\\x1b[31m`: is not a command of certadvisor"),
    ],
)
def test_help_for_what_is_no_command_is_refused(path: CommandPath, problem: str) -> None:
    """With what is near."""
    result = run("help", *path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"error: {problem}" in result.stderr


@pytest.mark.parametrize("word", ["help", "-h", "--help"])
def test_help_for_help_is_that_of_the_program(word: str) -> None:
    """There is no more to say about it."""
    assert run("help", word).stdout == run("--help").stdout


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version_has_a_short_option(option: str) -> None:
    """Both as the program and as a command of others."""
    assert program(option).stdout == f"certadvisor {__version__}\n"
    assert run(option).stdout == f"certadvisor {__version__}\n"


def test_search_lists_by_words() -> None:
    """With the options of `list`, and its help under its own name."""
    assert run("search", "scrum", "--json").stdout == run("list", "scrum", "--json").stdout
    assert run("search", "-h").stdout.startswith("Usage: certadvisor search [OPTIONS] [WORD]...")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with everything that the examples name, as the current one."""
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    export = make_zip({"Positions.csv": POSITIONS})
    (tmp_path / "LinkedInDataExport.zip").write_bytes(export)
    for name in ("my-catalogue", "old-catalogue", "new-catalogue"):
        shutil.copytree(ROOT / "examples" / "diving", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    monkeypatch.setenv("BROWSER", f"{shutil.which('true')} %s")
    return tmp_path


@pytest.mark.scripts
@pytest.mark.parametrize(("path", "example"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_an_example_runs(path: tuple[str, ...], example: str, folder: Path) -> None:
    """Over the built-in catalogue; it answers yes or no, and writes the file that it names."""
    piped, _, line = example.rpartition(" | ")
    words = shlex.split(line)[1:]
    stdin = "project manager\n" if path == ("profile", "new") else f"{piped[6:-1]}\n"
    result = CliRunner().invoke(app, words, input=stdin, prog_name="certadvisor")
    assert result.exit_code in (0, 1), result.stderr
    output = next((words[at + 1] for at, word in enumerate(words) if word == "--output"), None)
    to_files = {"--output", "--save", "--write"} & set(words)
    assert bool(result.stdout) is not bool(to_files)
    assert output is None or (folder / output).stat().st_size > 0


@pytest.mark.scripts
@pytest.mark.parametrize("line", HOW_TO)
def test_a_command_on_the_page_of_questions_runs(line: str, folder: Path) -> None:
    """It answers yes or no, and writes the file that it names."""
    words = shlex.split(line, comments=True)[1:]
    result = CliRunner().invoke(app, words, input="project manager\n", prog_name="certadvisor")
    assert result.exit_code in (0, 1), result.stderr
    files = [words[at + 1] for at, word in enumerate(words) if word in ("--output", "--init")]
    assert [file for file in files if not (folder / file).stat().st_size] == []
    assert files or result.stdout
