"""Runs the command line: in this process over the small catalogue, or as a program."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

from typer.testing import CliRunner, Result

from certadvisor.catalog import loader
from certadvisor.cli.app import app

SMALL = Path(__file__).parents[1] / "small"
SOURCE = Path(loader.__file__).parents[2]
HOME = Path(tempfile.gettempdir()) / f"certadvisor-tests-{os.getuid() if os.name != 'nt' else 0}"
_PASSED_VARIABLES = (
    "PATH", "SYSTEMROOT", "TEMP", "TMP", "PYTHONDONTWRITEBYTECODE", "COVERAGE_PROCESS_CONFIG",
)  # fmt: skip


def run(*words: str, stdin: str | None = None) -> Result:
    """Run a command over the small catalogue."""
    environment = {"XDG_CACHE_HOME": str(HOME), "COLUMNS": None, "TERM": "xterm"}
    with mock.patch.object(loader, "data_folder", return_value=SMALL):
        return CliRunner().invoke(
            app, list(words), input=stdin, env=environment, prog_name="certadvisor"
        )


def environment(**more: str) -> dict[str, str]:
    """Return the environment of the program, without settings of whoever runs the tests."""
    variables = {key: value for key, value in os.environ.items() if key in _PASSED_VARIABLES}
    path = os.pathsep.join([str(SOURCE), *filter(None, sys.path)])
    folders = {"HOME": str(HOME), "XDG_CONFIG_HOME": str(HOME / "no-such-configuration")}
    return variables | folders | {"PYTHONPATH": path, "PYTHONUTF8": "1"} | more


def unmeasured_environment(**more: str) -> dict[str, str]:
    """Return the same without `make coverage`, which itself loads modules and writes a file."""
    return {
        key: value for key, value in environment(**more).items() if key != "COVERAGE_PROCESS_CONFIG"
    }


def program(
    *words: str, stdin: str | None = None, **more: str
) -> "subprocess.CompletedProcess[str]":
    """Run the program as a process, over the built-in catalogue."""
    return run_process(words, stdin, environment(**more), 300)


def run_process(
    words: Sequence[str], stdin: str | None, env: dict[str, str], seconds: int
) -> "subprocess.CompletedProcess[str]":
    """Run the program in this environment; raises TimeoutExpired after so many seconds."""
    return subprocess.run(
        [sys.executable, "-m", "certadvisor", *words],
        env=env,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )
