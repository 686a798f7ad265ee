"""Resolve every extra of pyproject.toml with constraints.txt; every release found is a pinned one.

Nothing is installed. Without the second rule an extra would resolve to other releases each week.
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def _name_key(name: str) -> str:
    """Return a package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _read_pins() -> set[str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return {_name_key(line.partition("==")[0]) for line in lines if "==" in line}


def _resolve(extra: str) -> list[str]:
    """Return the packages that an extra installs, ours left out. Raises where pip finds none."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--quiet", "--dry-run"),
                *("--ignore-installed", "--report", str(report)),
                *("--constraint", "constraints.txt", f".[{extra}]"),
            ],
            cwd=ROOT,
            check=True,
        )
        found = json.loads(report.read_text("utf-8"))["install"]
    return [entry["metadata"]["name"] for entry in found if not entry.get("is_direct")]


def main() -> int:
    """Print a line for each extra; return 1 where one does not resolve to pinned releases."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pins = _read_pins()
    failed = False
    for extra in settings["project"]["optional-dependencies"]:
        try:
            names = _resolve(extra)
        except subprocess.CalledProcessError:
            print(f"{extra}: does not install with constraints.txt")
            failed = True
            continue
        unpinned = [name for name in names if _name_key(name) not in pins]
        verdict = f"not in constraints.txt: {', '.join(unpinned)}" if unpinned else "ok"
        print(f"{extra}: {len(names)} packages, {verdict}")
        failed = failed or bool(unpinned)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
