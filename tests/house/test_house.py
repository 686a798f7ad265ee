"""House rules that no linter checks: clocks, sockets, docstrings, and names in files."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "certadvisor").rglob("*.py"))
ENTRY_POINTS = ("cli/options.py", "api.py")  # the entry points for people and programs
CLOCKS = {"today", "now", "utcnow", "fromtimestamp", "localtime", "gmtime", "monotonic"}

WATCHED = """
import sys
def watch(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise SystemExit(f"opened the network: {event}")
sys.addaudithook(watch)
from certadvisor.__main__ import main
sys.argv = ["certadvisor", *sys.argv[1:]]
main()
"""


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_entry_points_read_the_clock(source: Path) -> None:
    """Everywhere else the day is an argument, so that any day can be asked about."""
    called = {
        node.func.attr
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    module_path = source.relative_to(ROOT / "src" / "certadvisor").as_posix()
    assert module_path in ENTRY_POINTS or not called & CLOCKS


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_docstring_starts_with_a_sentence(source: Path) -> None:
    """A reader sees at once what the module is for."""
    docstring = ast.get_docstring(ast.parse(source.read_text("utf-8")))
    assert docstring is not None
    assert docstring.splitlines()[0].endswith(".")


@pytest.fixture(scope="module")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder: whichever command comes first compiles the catalogue."""
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize(
    "command",
    [
        ["recommend", "--degree", "bachelor", "--leading", "40m", "--role", "project-manager"],
        ["check", "pmp", "--degree", "bachelor"],
        ["list", "--format", "json"],
        ["map", "--degree", "bachelor", "--format", "html"],
        ["show", "pmp"],
        ["roles"],
        ["roles", "--from", "project coordinator", "--title", "PM"],
        ["compare", "pmp", "csm", "--country", "US"],
        ["profile", "import", str(ROOT / "tests" / "resumes" / "sample.json")],
        ["people", "check", str(ROOT / "tests" / "people" / "dirty.csv")],
        ["batch", str(ROOT / "tests" / "people" / "dirty.csv"), "--jobs", "2"],
        ["profile", "check", str(ROOT / "examples" / "diving" / "diver.yaml")],
    ],
    ids=lambda command: command[0],
)
def test_no_socket_is_ever_opened(command: list[str], cache_folder: Path) -> None:
    """Profiles are personal and never leave the machine, not even on a cold cache."""
    completed = subprocess.run(
        [sys.executable, "-c", WATCHED, *command],
        capture_output=True,
        text=True,
        check=False,
        env={
            "XDG_CACHE_HOME": str(cache_folder),
            "XDG_CONFIG_HOME": str(cache_folder / "no-such-configuration"),
            "PATH": "/usr/bin:/bin",
        },
    )
    assert "network" not in completed.stderr
    assert completed.returncode in (0, 1)
    assert completed.stdout


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout knows what is committed")
def test_no_file_contains_a_registry_or_a_local_path() -> None:
    """Addresses of package hosts and paths of a machine must not be committed."""
    files = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607  git is found on the PATH
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.split(b"\0")
    forbidden = re.compile(
        rb"(?:files\.|test\.)?(?:pypi|pythonhosted)\.org|registry\.npmjs|deb\.debian\.org|(?:^|[\s\"'=(])/(?:root|home|tmp|work)/"
    )
    offenders = [
        name.decode()
        for name in files
        if name and (ROOT / name.decode()).is_file() and name != b"tests/house/test_house.py"
        for line in (ROOT / name.decode()).read_bytes().splitlines()
        if forbidden.search(line)
    ]
    assert offenders == []
