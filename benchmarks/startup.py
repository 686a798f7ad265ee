"""Start-up times relative to a yardstick: the ratios promised in product.md, section 10.

    python benchmarks/startup.py [runs]

Runs the commands in turn, so that a busy moment of the machine affects all of
them alike, and prints the median and the fastest run of each with its ratio.
The yardstick is a one-command Typer app that imports yaml, pydantic.BaseModel,
rich.console and rich.table at module level and prints a word.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

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
PROMISES = {  # command: its baseline, and the highest ratio allowed
    "recommend --profile": ("yardstick", 1.25),
    "list": ("yardstick", 0.7),
    "show pmp": ("yardstick", 0.7),
    "completion": ("yardstick", 0.7),
    "--version": ("python -c pass", 1.5),
}


def main() -> int:
    """Print the table; return 1 if a promise is broken."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    with tempfile.TemporaryDirectory() as folder:
        yardstick, profile = Path(folder, "yardstick.py"), Path(folder, "me.yaml")
        yardstick.write_text(YARDSTICK, encoding="utf-8")
        profile.write_text(PROFILE, encoding="utf-8")
        program = str(Path(sys.executable).with_name("certadvisor"))
        commands: dict[str, tuple[list[str], dict[str, str]]] = {
            "python -c pass": ([sys.executable, "-c", "pass"], {}),
            "yardstick": ([sys.executable, str(yardstick)], {}),
            "recommend --profile": ([program, "recommend", "--profile", str(profile)], {}),
            "list": ([program, "list"], {}),
            "show pmp": ([program, "show", "pmp"], {}),
            "completion": ([program], COMPLETION),
            "--version": ([program, "--version"], {}),
        }
        times_by_command = measure(commands, runs)
    print(f"{runs} runs each; milliseconds")
    print(f"{'command':22} {'median':>7} {'fastest':>8} {'ratio':>7} {'promise':>8}")
    failures = 0
    for name, times in times_by_command.items():
        baseline, limit = PROMISES.get(name, (name, 0.0))
        ratio = median(times) / median(times_by_command[baseline])
        is_kept = ratio <= limit or not limit
        failures += not is_kept
        promise = f"<= {limit}" if limit else ""
        fastest = min(times)
        print(f"{name:22} {median(times):7.0f} {fastest:8.0f} {ratio:7.2f} {promise:>8}", end="")
        print("" if is_kept else "  broken")
    return 1 if failures else 0


def measure(
    commands: dict[str, tuple[list[str], dict[str, str]]], runs: int
) -> dict[str, list[float]]:
    """The milliseconds of every run by command; a first round only warms the caches."""
    times_by_command: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, (command, variables) in commands.items():
            start = time.perf_counter()
            subprocess.run(
                command,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **variables},
                check=False,
            )
            if number:
                times_by_command[name].append((time.perf_counter() - start) * 1000)
    return times_by_command


if __name__ == "__main__":
    sys.exit(main())
