"""Runs the program on a pseudo-terminal that a test reads and types on."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from running import environment

_TIMEOUT = 60  # seconds before a test fails; a busy machine needs some of them
# Run by the child itself: a function that runs between fork and exec can wait forever for a lock
# of a thread that the fork did not copy, and the processes of pytest-xdist have threads.
_LAUNCHER = """
import fcntl, runpy, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # the controlling terminal, so that Ctrl-C sends SIGINT
"""
_WITHOUT_ARROWS = 'sys.modules["questionary"] = None  # as if it were not installed\n'
_START = 'runpy.run_module("certadvisor", run_name="__main__", alter_sys=True)\n'
# Without a default profile, a file in the folder is proposed to keep the answers in.
_VARIABLES = {
    "TERM": "xterm",
    "PROMPT_TOOLKIT_NO_CPR": "1",
    "NO_COLOR": "1",
    "PAGER": "cat",  # an answer longer than the terminal would wait for a key
    "CERTADVISOR_PROFILE": "none",
}
PROMPTS = ("\n> ", "]> ")  # of a question in the interview without arrow keys
TOO_MANY = 40  # questions; an interview never has as many
_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[=>]|\r")


class Terminal:
    """The program on a terminal; `stdout` may be redirected to a file descriptor."""

    def __init__(
        self,
        *words: str,
        stdout: int | None = None,
        arrows: bool = False,
        columns: int = 100,
        folder: Path | None = None,
        **variables: str,
    ) -> None:
        self._test_end, program_end = pty.openpty()
        fcntl.ioctl(program_end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        self._output = ""
        launcher = f"{_LAUNCHER}{'' if arrows else _WITHOUT_ARROWS}{_START}"
        self._process = subprocess.Popen(
            [sys.executable, "-c", launcher, *words],
            stdin=program_end,
            stdout=program_end if stdout is None else stdout,
            stderr=program_end,
            env=environment(**_VARIABLES | variables),
            start_new_session=True,
            cwd=folder,
        )
        os.close(program_end)

    def read_until(self, *texts: str) -> str:
        """Return the output up to and including one of the texts; fails where none appears."""
        end = time.monotonic() + _TIMEOUT
        while not any(text in self._output for text in texts):
            if time.monotonic() > end or not self._read():
                raise AssertionError(f"none of {texts} came; last: {self._output[-800:]!r}")
        length = min(self._output.index(text) + len(text) for text in texts if text in self._output)
        output, self._output = self._output[:length], self._output[length:]
        return output

    def send(self, keys: str) -> None:
        """Type these keys."""
        os.write(self._test_end, keys.encode())

    def finish(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and the rest of the output."""
        while self._read():
            pass
        return self._process.wait(_TIMEOUT), self._output

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._test_end)

    def _read(self) -> bool:
        """Read what is there; return False at the end of the output."""
        ready, _, _ = select.select([self._test_end], [], [], _TIMEOUT)
        if not ready:
            return False
        try:
            chunk = os.read(self._test_end, 65536)
        except OSError:  # the other side is closed
            return False
        self._output += _ESCAPES.sub("", chunk.decode(errors="replace"))
        return bool(chunk)


def answer_questions(terminal: Terminal, person: dict[str, str], *, until: str) -> int:
    """Answer each question, "?" where the person has no answer; return how many there were."""
    count = 0
    while until not in (screen := terminal.read_until(*PROMPTS, until)):
        count += 1
        assert count < TOO_MANY, screen
        replies = (reply for question, reply in person.items() if question in screen)
        terminal.send(f"{next(replies, '?')}\n")
    return count
