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
from types import TracebackType
from typing import Self

from running import environment

_PATIENCE = 20  # seconds before a test fails
_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[=>]|\r")


class Terminal:
    """The program on a terminal; `stdout` may be redirected to a file descriptor."""

    def __init__(self, *words: str, stdout: int | None = None, arrows: bool = False) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))
        self._seen = ""
        plain = {} if arrows else {"PYTHONPATH": f"{_without_arrows()}{os.pathsep}{_path()}"}
        self._program = subprocess.Popen(
            [sys.executable, "-m", "certadvisor", *words],
            stdin=slave,
            stdout=slave if stdout is None else stdout,
            stderr=slave,
            env=environment(TERM="xterm", PROMPT_TOOLKIT_NO_CPR="1", NO_COLOR="1", **plain),
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509  the tests start no threads here
        )
        os.close(slave)

    def read_until(self, *texts: str) -> str:
        """Return the output up to and including one of the texts; fails where none appears."""
        end = time.monotonic() + _PATIENCE
        while not any(text in self._seen for text in texts):
            if time.monotonic() > end or not self._read():
                raise AssertionError(f"none of {texts} came; last: {self._seen[-800:]!r}")
        cut = min(self._seen.index(text) + len(text) for text in texts if text in self._seen)
        seen, self._seen = self._seen[:cut], self._seen[cut:]
        return seen

    def send(self, keys: str) -> None:
        """Type these keys."""
        os.write(self._master, keys.encode())

    def finish(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and the rest of the output."""
        while self._read():
            pass
        return self._program.wait(_PATIENCE), self._seen

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._program.kill()
        self._program.wait()
        os.close(self._master)

    def _read(self) -> bool:
        """Read what is there; return False at the end of the output."""
        ready, _, _ = select.select([self._master], [], [], _PATIENCE)
        if not ready:
            return False
        try:
            read = os.read(self._master, 65536)
        except OSError:  # the other side is closed
            return False
        self._seen += _ESCAPES.sub("", read.decode(errors="replace"))
        return bool(read)


def _take_terminal() -> None:
    """Make standard input the controlling terminal, so that Ctrl-C sends SIGINT."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _path() -> str:
    return environment()["PYTHONPATH"]


def _without_arrows() -> str:
    """Return a folder that, put on the path first, hides `questionary`."""
    import tempfile
    from pathlib import Path

    folder = Path(tempfile.gettempdir()) / f"certadvisor-tests-plain-{os.getuid()}"
    folder.mkdir(exist_ok=True)
    (folder / "questionary.py").write_text("raise ImportError('not installed')\n", "utf-8")
    return str(folder)
