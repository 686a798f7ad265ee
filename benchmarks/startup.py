"""Start-up times of the installed program as ratios to a yardstick, with the promised limits.

    python benchmarks/startup.py [--environment DIR] [runs]

Measures what users start: `bin/certadvisor` of a virtual environment made by the
README's first command (a normal install of the wheel), from another folder than
the checkout. Without `--environment`, makes one in a temporary folder. The
catalogue's cache is a temporary one too, and filled before the first timed run.

Runs the commands in turn, so that a busy moment of the machine affects all of
them alike, and prints the median and the fastest run of each with its ratio;
where the two ratios differ much, the machine was too busy to measure on.
The yardstick is a one-command Typer app that imports yaml, pydantic.BaseModel,
rich.console and rich.table at module level and prints a word. Screens are
written to a pipe and, in colour, to a pseudo-terminal.

Returns 1 if a ratio of medians is above its limit. The limit of `--version` is
for a launcher as a current pip or uv writes it. Older pips write one that
imports `re`, which takes half as long as Python's own start; with such a
launcher the limit is for `python -m certadvisor --version`. Both are printed.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
YARDSTICK = """
import typer, yaml
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table
app = typer.Typer()
@app.command()
def main(name: str = "world") -> None:
    print("word")
app()
"""
PROFILE = """
country: US
education: [{degree: bachelor, awarded: 2015-06}]
work:
  - {title: IT Project Manager, start: 2024-03}
  - {title: Project Coordinator, start: 2021-02, end: 2024-02}
training: [{topic: project-management, hours: 35, completed: 2024-02}]
courses: []
certifications: [{id: capm, earned: 2024-05-10, expires: 2027-05-10}]
memberships: []
goal: {role: senior-technical-project-manager, budget: 1500 USD, within: 12 months}
"""
COMPLETION = {
    "_CERTADVISOR_COMPLETE": "complete_bash",
    "COMP_WORDS": "certadvisor show pm",
    "COMP_CWORD": "2",
}
BARE, REFERENCE = "python -c pass", "yardstick"
MODULE_VERSION = "python -m … --version"
LAUNCHERS = {  # by whether it imports `re`
    False: "does not import re, as a current pip or uv writes it",
    True: f"imports re, as older pips write it: the promise is for {MODULE_VERSION}",
}


class MeasuredCommand(NamedTuple):
    """A command, what it is compared with, and the highest ratio allowed (None: no limit)."""

    name: str
    command: list[str]
    baseline: str
    limit: float | None = None
    variables: dict[str, str] = {}
    on_terminal: bool = False


def main() -> int:
    """Print the table; return 1 if a promise is broken."""
    parser = argparse.ArgumentParser(description="Measure the start of the installed program.")
    parser.add_argument("--environment", metavar="DIR", type=Path, help="a virtual environment")
    parser.add_argument("runs", nargs="?", type=int, default=41, help="timed runs of each command")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("measure at least one run")
    if options.environment and not (options.environment / "bin" / "certadvisor").is_file():
        parser.error(f"{options.environment} has no bin/certadvisor")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = (options.environment or folder / "environment").absolute()
        if options.environment is None:
            build_environment(environment)
        print(describe_install(environment, folder))
        launcher_imports_re = does_import_re(environment / "bin" / "certadvisor")
        print(f"the launcher bin/certadvisor {LAUNCHERS[launcher_imports_re]}")
        commands = list_commands(environment, folder, launcher_imports_re=launcher_imports_re)
        times_by_name = measure(commands, folder, options.runs)
    print(f"{options.runs} runs each, in turn; milliseconds")
    return 0 if print_table(commands, times_by_name) else 1


def build_environment(environment: Path) -> None:
    """Make a virtual environment by the README's first command, without the question at its end."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"^```sh\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    if block is None:
        raise SystemExit("the README has no block of shell commands")
    steps = [step.strip() for step in block[1].replace("\\\n", " ").split("&&")][:2]
    print(f"built by: {' && '.join(steps)}", flush=True)
    for step in steps:
        words = [word.replace(".venv", str(environment)) for word in shlex.split(step)]
        if words[0] == "python3":
            words[0] = sys.executable
        subprocess.run(words, cwd=ROOT, check=True)


def describe_install(environment: Path, folder: Path) -> str:
    """Return a line on how the program is installed. Raises CalledProcessError where it is not."""
    script = "import sys, certadvisor as it; print(sys.version.split()[0], it.__file__)"
    result = subprocess.run(
        [str(environment / "bin" / "python"), "-c", script],
        cwd=folder,
        env=environment_variables(folder),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    version, file = result.stdout.strip().split(" ", 1)
    is_normal = Path(file).resolve().is_relative_to(environment.resolve())
    kind = "a normal install" if is_normal else "an editable install, which users do not start"
    return f"certadvisor on Python {version}: {kind}"


def does_import_re(launcher: Path) -> bool:
    """Return whether a launcher script imports `re` before the program."""
    text = launcher.read_text(encoding="utf-8", errors="replace")
    return re.search(r"^\s*import re$", text, re.MULTILINE) is not None


def list_commands(
    environment: Path, folder: Path, *, launcher_imports_re: bool
) -> list[MeasuredCommand]:
    """Write the files that the commands read into `folder`, and return the commands."""
    yardstick, profile = folder / "yardstick.py", folder / "me.yaml"
    yardstick.write_text(YARDSTICK, encoding="utf-8")
    profile.write_text(PROFILE, encoding="utf-8")
    python, program = (str(environment / "bin" / name) for name in ("python", "certadvisor"))
    launcher_limit, module_limit = (None, 1.5) if launcher_imports_re else (1.5, None)
    screens = {
        "recommend --profile": ([program, "recommend", "--profile", str(profile)], 1.0),
        "list": ([program, "list"], 0.7),
        "show pmp": ([program, "show", "pmp"], 0.7),
    }
    return [
        MeasuredCommand(BARE, [python, "-c", "pass"], BARE),
        MeasuredCommand(REFERENCE, [python, str(yardstick)], REFERENCE),
        *(
            MeasuredCommand(name, command, REFERENCE, limit)
            for name, (command, limit) in screens.items()
        ),
        *(
            MeasuredCommand(f"{name}, terminal", command, REFERENCE, limit, on_terminal=True)
            for name, (command, limit) in screens.items()
        ),
        MeasuredCommand("completion", [program], REFERENCE, 0.7, COMPLETION),
        MeasuredCommand("--version", [program, "--version"], BARE, launcher_limit),
        MeasuredCommand(
            MODULE_VERSION, [python, "-m", "certadvisor", "--version"], BARE, module_limit
        ),
    ]


def environment_variables(folder: Path) -> dict[str, str]:
    """Return the variables of a user's shell, with colours and with a cache in `folder`."""
    inherited = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith("PYTHON") and name != "NO_COLOR"
    }
    return {**inherited, "TERM": "xterm-256color", "XDG_CACHE_HOME": str(folder / "cache")}


def measure(commands: list[MeasuredCommand], folder: Path, runs: int) -> dict[str, list[float]]:
    """Return the milliseconds of every run by name; a first round only warms the caches.

    Raises CalledProcessError where a command fails: it would take no time to do nothing.
    """
    variables = environment_variables(folder)
    terminal = open_terminal()
    times_by_name: dict[str, list[float]] = {one.name: [] for one in commands}
    for number in range(runs + 1):
        for one in commands:
            start = time.perf_counter()
            subprocess.run(
                one.command,
                cwd=folder,
                stdout=terminal if one.on_terminal else subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**variables, **one.variables},
                check=True,
            )
            if number:
                times_by_name[one.name].append((time.perf_counter() - start) * 1000)
    return times_by_name


def open_terminal() -> int:
    """Return the descriptor of a pseudo-terminal whose output a thread reads and drops."""
    reader, terminal = os.openpty()

    def drain() -> None:
        while os.read(reader, 65_536):
            pass

    threading.Thread(target=drain, daemon=True).start()
    return terminal


def print_table(commands: list[MeasuredCommand], times_by_name: dict[str, list[float]]) -> bool:
    """Print a row for each command; return whether every promise is kept."""
    print(f"{'':30} {'median':>7} {'ratio':>6}   {'fastest':>7} {'ratio':>6}   promise")
    all_kept = True
    for one in commands:
        times, baseline = times_by_name[one.name], times_by_name[one.baseline]
        ratio, fastest_ratio = median(times) / median(baseline), min(times) / min(baseline)
        is_kept = one.limit is None or ratio <= one.limit
        all_kept = all_kept and is_kept
        promise = "" if one.limit is None else f"<= {one.limit}{'' if is_kept else '  broken'}"
        row = (
            f"{one.name:30} {median(times):7.1f} {ratio:6.2f}   "
            f"{min(times):7.1f} {fastest_ratio:6.2f}   {promise}"
        )
        print(row.rstrip())
    return all_kept


if __name__ == "__main__":
    sys.exit(main())
