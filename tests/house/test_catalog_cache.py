"""The compiled catalogue's cache is named by every byte of code that compiles it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from certadvisor.catalog import loader

PACKAGE = Path(loader.__file__).parents[1]
LOADED = """
import sys
from pathlib import Path
import certadvisor.catalog.loader
import certadvisor.catalog.overlay
for name, module in sorted(sys.modules.items()):
    if name.startswith("certadvisor."):
        print(module.__file__)
"""


def _compiling() -> list[Path]:
    """Return the files of ours that a fresh interpreter loads to compile a catalogue."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    return [Path(line).relative_to(PACKAGE) for line in done.stdout.split("\n") if line]


COMPILING = _compiling()


def test_compiling_loads_definitions_and_reader() -> None:
    """An empty list would make the test below pass without a look at any file."""
    assert len(COMPILING) > 15


@pytest.fixture(scope="module")
def package_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the package's sources to a folder where a test may change them."""
    copy = tmp_path_factory.mktemp("copy") / "certadvisor"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


@pytest.mark.parametrize("name", COMPILING, ids=str)
def test_a_change_of_any_file_that_compiles_the_catalogue_renames_its_cache(
    name: Path, package_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or a catalogue that older code compiled would be read as today's."""
    monkeypatch.setattr(loader, "_PACKAGE", package_copy)
    before = loader._compute_digest([], [])
    source = (package_copy / name).read_bytes()
    (package_copy / name).write_bytes(source + b"# changed\n")
    after = loader._compute_digest([], [])
    (package_copy / name).write_bytes(source)
    assert after != before
