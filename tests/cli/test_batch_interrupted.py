"""`batch` as a program: any number of processes, killed at any moment, gives the same bytes."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from company import as_lines, people
from running import environment, program

KILLS = 20
pytestmark = pytest.mark.interrupted
# What `multiprocessing` prints where its program was killed after it started a process, and
# before it sent it the task: no code of ours runs in that process yet.
UNSENT = re.compile(
    r"Traceback .*\n(?: .*\n)*? .*, in spawn_main\n(?: .*\n)*EOFError: Ran out of input\n"
)
posix = pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")


def batch_command(file: Path, output: Path, *options: str) -> list[str]:
    """Return the words of the command."""
    fixed_options = ("--as-of", "2026-11-22", "--allow-rejects")
    return ["batch", str(file), "--output", str(output), *fixed_options, *options]


def start_program(command: list[str]) -> "subprocess.Popen[str]":
    """Start the program in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "certadvisor", *command],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def start_until_journaled(command: list[str], output: Path, lines: int) -> "subprocess.Popen[str]":
    """Start the program, and wait until its journal has so many complete lines.

    The first is the request. Before it is written nothing says what the run was about.
    """
    running = start_program(command)
    journal = output.with_name(f"{output.name}.journal")
    while not journal.exists() or journal.read_bytes().count(b"\n") < lines:
        assert running.poll() is None, "it finished before it could be interrupted"
        time.sleep(0.02)
    return running


def live_processes(leader: int) -> list[str]:
    """Return the command lines of the live processes in a group."""
    listing = subprocess.run(
        ["ps", "-A", "-o", "pgid=,stat=,args="],  # noqa: S607  found on the path
        capture_output=True,
        text=True,
        check=True,
    )
    rows = (line.split(None, 2) for line in listing.stdout.splitlines())
    return [row[2] for row in rows if row[0] == str(leader) and not row[1].startswith("Z")]


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of 320 people; some of the rows cannot be read."""
    file = tmp_path_factory.mktemp("company") / "people.jsonl"
    file.write_text(as_lines(people(320, dirty=0.05)), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def whole(company: Path) -> tuple[bytes, bytes]:
    """Output and rejects of an uninterrupted run in one process."""
    output = company.with_name("whole.jsonl")
    assert program(*batch_command(company, output, "--jobs", "1")).returncode == 0
    return output.read_bytes(), output.with_name("whole.jsonl.rejects.jsonl").read_bytes()


def read_output(output: Path) -> tuple[bytes, bytes]:
    """Return output and rejects of a run, and assert that it left no other file."""
    rejects = output.with_name(f"{output.name}.rejects.jsonl")
    assert set(output.parent.iterdir()) == {output, rejects}
    return output.read_bytes(), rejects.read_bytes()


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_batch_writes_the_same_bytes_with_any_number_of_processes(
    jobs: str, company: Path, whole: tuple[bytes, bytes], tmp_path: Path
) -> None:
    """Which process judges which row leaves no trace."""
    result = program(*batch_command(company, tmp_path / "out", "--jobs", jobs))
    assert result.returncode == 0
    assert read_output(tmp_path / "out") == whole


@posix
def test_a_batch_killed_at_random_moments_ends_in_the_same_bytes(
    company: Path, whole: tuple[bytes, bytes], tmp_path: Path
) -> None:
    """Twenty kills without notice; no process outlives the program, or complains of its end."""
    moments = random.Random(20)  # noqa: S311  seeded: the same moments every time
    output, kills = tmp_path / "out", 0
    while True:
        running = start_program(batch_command(company, output, "--jobs", "2"))
        if kills == KILLS:
            break
        try:
            running.wait(moments.uniform(0.1, 1.0))
        except subprocess.TimeoutExpired:
            running.kill()
            kills += 1
        else:  # it finished before the kill; the next run starts over
            assert read_output(output) == whole
        _, stderr = running.communicate()
        printed = UNSENT.sub("", stderr).splitlines()
        assert all(line.startswith(("Continuing after", "320 rows")) for line in printed), stderr
        assert_group_ended(running.pid)
    assert running.wait(300) == 0
    running.communicate()
    assert read_output(output) == whole


def assert_group_ended(leader: int) -> None:
    """Wait until no process of the group runs, for twenty seconds at most."""
    end = time.monotonic() + 20
    while live_processes(leader):
        assert time.monotonic() < end, live_processes(leader)
        time.sleep(0.05)


@posix
def test_an_interrupted_batch_says_how_to_resume(
    company: Path, whole: tuple[bytes, bytes], tmp_path: Path
) -> None:
    """Ctrl-C reaches all processes: one line, exit code 130, and the next run finishes."""
    output = tmp_path / "out"
    running = start_until_journaled(batch_command(company, output), output, 3)
    os.killpg(running.pid, signal.SIGINT)
    _, stderr = running.communicate(timeout=300)
    assert running.returncode == 130
    assert "the same command continues from there" in stderr
    assert len(stderr.splitlines()) == 1
    assert_group_ended(running.pid)
    result = program(*batch_command(company, output))
    assert "Continuing after" in result.stderr
    assert read_output(output) == whole


@posix
def test_a_resumed_run_keeps_the_day_on_which_it_started(company: Path, tmp_path: Path) -> None:
    """Without --as-of all lines and rejects are of the day on which the first run started."""
    output = tmp_path / "out"
    command = ["batch", str(company), "--output", str(output), "--allow-rejects"]
    running = start_until_journaled(command, output, 3)
    running.kill()
    running.communicate()
    journal = tmp_path / "out.journal"
    assert_group_ended(running.pid)
    head, *entries = journal.read_bytes().splitlines(keepends=True)
    earlier_head = json.loads(head) | {"as_of": "2026-01-31", "bound": "2026-01-31"}
    head_line = json.dumps(earlier_head, separators=(",", ":")).encode() + b"\n"
    journal.write_bytes(b"".join([head_line, *entries]))
    result = program(*command)
    assert "as of 2026-01-31" in result.stderr
    for content in read_output(output):
        assert json.loads(content.splitlines()[-1])["as_of"] == "2026-01-31"


@posix
def test_a_batch_can_resume_after_a_full_disk(
    company: Path, whole: tuple[bytes, bytes], tmp_path: Path
) -> None:
    """What was written stays; once there is space the same command finishes."""
    output = tmp_path / "out"
    small = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000));"
    script = f"{small} from certadvisor.cli.app import run; run()"
    result = subprocess.run(
        [sys.executable, "-c", script, *batch_command(company, output, "--jobs", "1")],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert "cannot be written: file too large" in result.stderr
    assert "Continuing after" in program(*batch_command(company, output)).stderr
    assert read_output(output) == whole


def test_a_closed_pipe_ends_a_batch_without_an_error(company: Path) -> None:
    """`| head` ends the run."""
    running = subprocess.Popen(
        [sys.executable, "-m", "certadvisor", "batch", str(company), "--allow-rejects"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert running.stdout is not None
    assert running.stdout.read(10)
    running.stdout.close()
    assert running.wait(300) == 0


def test_a_changed_table_restarts_the_run(company: Path, tmp_path: Path) -> None:
    """Output of other rows is discarded, with a warning."""
    file, output = tmp_path / "people.jsonl", tmp_path / "out"
    file.write_bytes(company.read_bytes())
    running = start_until_journaled(batch_command(file, output), output, 1)
    running.kill()
    running.communicate()
    assert_group_ended(running.pid)
    file.write_text('{"id": "new"}\n', encoding="utf-8")
    result = program(*batch_command(file, output))
    assert "an interrupted run was started with other options (people)" in result.stderr
    assert [json.loads(line)["id"] for line in output.read_text("utf-8").splitlines()] == ["new"]
