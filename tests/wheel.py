"""Build the wheel, install it alone, and run what a new user runs. A script, no test module.

    python tests/wheel.py

The new virtual environment has the core dependencies and nothing from the `dev`
extra, so an import of a package that only developers install fails here.
"""

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROFILE_OPTIONS = [
    "--degree",
    "bachelor",
    "--leading",
    "40m",
    "--training",
    "project-management=35h",
]


def main() -> None:
    """Raise SystemExit if the installed program does not do its main job."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        venv.create(home / "env", with_pip=True)
        programs = home / "env" / ("Scripts" if sys.platform == "win32" else "bin")
        pip = [str(programs / "python"), "-m", "pip", "install", "-q"]
        run([*pip, "-c", str(ROOT / "constraints.txt"), str(ROOT)], home)
        installed = run([str(programs / "python"), "-m", "pip", "list", "--format", "json"], home)
        names = {package["name"].lower() for package in json.loads(installed)}
        if "pytest" in names:
            raise SystemExit("the environment is not clean")
        program = str(programs / "certadvisor")
        run([program, "--help"], home)
        answer = json.loads(
            run([program, "check", "pmp", *PROFILE_OPTIONS, "--format", "json"], home)
        )
        if answer["outcome"] != "met":
            raise SystemExit(f"the installed wheel judges {answer['outcome']}")
        script = "from certadvisor import Advisor; print(Advisor().check({}, 'pmp').outcome)"
        if run([str(programs / "python"), "-c", script], home).strip() != "unknown":
            raise SystemExit("the installed wheel answers no program")
        advice = run([program, "recommend", *PROFILE_OPTIONS, "--role", "project-manager"], home)
        if "PMP" not in advice:
            raise SystemExit("the installed wheel recommends nothing")
        (home / "workers.csv").write_text("Employee ID\n1\n", encoding="utf-8")
        run([program, "people", "check", "workers.csv", "--mapping", "workday"], home)
        print(f"installed and ran: {len(names)} packages, no dev extra")


def run(command: list[str], folder: Path) -> str:
    """Run a command outside the checkout and return its output. Raises SystemExit if it fails."""
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise SystemExit(
            f"{command[0]} {command[1:]} ended with {result.returncode}: {result.stderr}"
        )
    return result.stdout


if __name__ == "__main__":
    main()
