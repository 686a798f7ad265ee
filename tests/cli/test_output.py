"""Output: atomic files, colours only on terminals, closed pipes without errors."""

import contextlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from running import environment, program, run, unmeasured_environment


def test_output_goes_to_the_file_alone(tmp_path: Path) -> None:
    """The same bytes as on standard output."""
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / "list.csv"
    result = run("list", "--format", "csv", "--output", str(file))
    assert result.stdout == ""
    assert file.read_text("utf-8") == run("list", "--format", "csv").stdout
    assert [one.name for one in folder.iterdir()] == ["list.csv"]


def test_an_existing_output_file_keeps_its_permissions(tmp_path: Path) -> None:
    """A new file gets the default ones."""
    file = tmp_path / "list.txt"
    file.write_text("before")
    file.chmod(0o640)
    run("list", "--output", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    new = tmp_path / "new.txt"
    run("list", "--output", str(new))
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~mask


def test_output_to_a_symlink_replaces_its_target(tmp_path: Path) -> None:
    """The link stays a link."""
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before")
    link.symlink_to(target)
    run("list", "--output", str(link))
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("Certifications")


@pytest.mark.parametrize("name", ["missing/list.txt", "."])
def test_an_output_that_cannot_be_written_is_a_usage_error(name: str, tmp_path: Path) -> None:
    """Exit code 2, and no temporary file is left."""
    result = run("list", "--output", str(tmp_path / name))
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".certadvisor")]


def test_a_usage_error_leaves_the_output_file_as_it_was(tmp_path: Path) -> None:
    """The file is opened only when the answer is complete."""
    file = tmp_path / "answer"
    file.write_text("before")
    assert run("check", "pmpp", "--output", str(file)).exit_code == 2
    assert file.read_text() == "before"


@pytest.mark.parametrize(
    "variables", [{}, {"GITHUB_ACTIONS": "true"}, {"FORCE_COLOR": "1"}, {"NO_COLOR": "1"}]
)
@pytest.mark.parametrize("words", [("show", "pmp"), ("check", "--help"), ("check",)])
def test_a_pipe_gets_no_colour(words: tuple[str, ...], variables: dict[str, str]) -> None:
    """Neither answers nor help nor errors, in any environment."""
    result = program(*words, **variables)
    assert "\x1b" not in result.stdout + result.stderr


def test_a_pipe_is_eighty_wide_unless_columns_is_set() -> None:
    """COLUMNS sets the width."""
    assert max(map(len, program("show", "pmp").stdout.splitlines())) <= 80
    wide = program("show", "pmp", COLUMNS="120").stdout.splitlines()
    assert 80 < max(map(len, wide)) <= 120


def test_the_marks_of_outcomes_stay_distinct_in_ascii() -> None:
    """A met requirement never looks like an unknown one."""
    words = ("check", "pmp", "--leading", "36m", "--degree", "bachelor")
    result = program(*words, PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert result.returncode == 1
    assert "+ 36 months of leading projects" in result.stdout
    assert "x an associate" not in result.stdout


def run_on_terminal(*words: str, **variables: str) -> bytes:
    """Run `check pmp` on a terminal and return the bytes that it gets."""
    import pty

    our_end, program_end = pty.openpty()
    command = [sys.executable, "-m", "certadvisor", "check", "pmp", *words]
    with subprocess.Popen(command, env=environment(**variables), stdout=program_end) as process:
        os.close(program_end)
        output = b""
        with contextlib.suppress(OSError):  # the terminal is gone
            while part := os.read(our_end, 4096):
                output += part
        os.close(our_end)
    assert process.returncode == 1
    return output


@pytest.mark.skipif(os.name == "nt", reason="a terminal of its own needs a pty")
def test_a_terminal_gets_colour_unless_it_is_switched_off() -> None:
    """NO_COLOR, --no-color and a dumb terminal are plain; a console has no links."""
    assert b"\x1b[" in run_on_terminal(TERM="xterm")
    assert b"\x1b]8;;https://www.pmi.org" in run_on_terminal(TERM="xterm")
    assert b"\x1b]8" not in run_on_terminal(TERM="linux")
    assert b"\x1b[" not in run_on_terminal("--no-color", TERM="xterm")
    assert b"\x1b[" not in run_on_terminal(TERM="xterm", NO_COLOR="1")
    assert b"\x1b[" not in run_on_terminal(TERM="dumb")


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise there")
def test_a_closed_pipe_is_no_error() -> None:
    """`certadvisor show pmp | head -1` prints no error and keeps its exit code."""
    with subprocess.Popen(
        [sys.executable, "-m", "certadvisor", "show", "pmp"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        stderr = running.stderr.read()
        code = running.wait(timeout=60)
    assert (code, stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is played by a device")
@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("check", "pmp", "--format", "json"),
        ("list", "--help"),
        ("--help",),
        ("--version",),
    ],
)
def test_a_full_disk_is_no_fault_of_ours(words: tuple[str, ...]) -> None:
    """Exit code 2 and the reason: nothing to report, and no traceback when Python ends."""
    command = [sys.executable, "-m", "certadvisor", *words]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            command, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert result.returncode == 2
    assert "no space left" in result.stderr
    assert "Traceback" not in result.stderr
    assert "fault of certadvisor" not in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="the shell closes the stream")
def test_a_closed_standard_output_is_said() -> None:
    """Exit code 2: the answer has nowhere to go."""
    command = ["sh", "-c", '"$0" -m certadvisor list >&-', sys.executable]
    result = subprocess.run(
        command, env=environment(), stderr=subprocess.PIPE, text=True, check=False
    )
    assert (result.returncode, "standard output: is closed" in result.stderr) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("command", [("list",), ("batch", "people.jsonl")])
def test_an_output_that_leads_nowhere_is_refused(command: tuple[str, ...], tmp_path: Path) -> None:
    """An empty name and links in a circle."""
    there, back = tmp_path / "there", tmp_path / "back"
    there.symlink_to(back)
    back.symlink_to(there)
    for output in ("", str(there)):
        result = run(*command, "--output", output)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "fault of certadvisor" not in result.stderr


def test_the_version_is_printed() -> None:
    """Without any warnings or errors."""
    result = program("--version")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("certadvisor ")


def test_list_loads_no_heavy_module_it_does_not_use() -> None:
    """No YAML, Pydantic or rich for a list in a pipe, once the catalogue is compiled."""
    code = (
        "import sys; sys.argv = ['certadvisor', 'list']\n"
        "from certadvisor.__main__ import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'yaml', 'pydantic', 'rich', 'dataclasses', 'socket'} & set(sys.modules)\n"
        "sys.stderr.write(repr(sorted(heavy)))\n"
    )
    for _ in range(2):  # the first run compiles
        result = subprocess.run(
            [sys.executable, "-c", code],
            env=unmeasured_environment(),
            capture_output=True,
            text=True,
            check=True,
        )
    assert result.stderr == "[]"
