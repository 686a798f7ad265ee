"""The identity of the built-in catalogue is remembered only as long as no file of it changes."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

from certadvisor.catalog import loader, stamps
from certadvisor.catalog.stamps import take_stamps

pytestmark = pytest.mark.skipif(os.name != "posix", reason="remembers nothing: there is no ctime")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the program and its data as they are installed, and let the copy be what is loaded.

    Its files are new; their stamps are trusted at once.
    """
    package, data = Path(loader.__file__).parents[1], loader.data_folder()
    copy = tmp_path / "site-packages" / "certadvisor"
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__", "data"))
    shutil.copytree(data, copy / "data")
    monkeypatch.setattr(loader, "_PACKAGE", copy)
    monkeypatch.setattr(stamps, "_TICK", 0)
    sleep(0.01)
    return copy


def _recall(package: Path) -> loader._Identity:
    cache = package.parent / "cache"
    return loader._recall(cache, loader._catalog_files([package / "data"]))


def _edit_unseen(file: Path) -> None:
    """Change a file, keeping its size and the time of its last write."""
    stat, content = file.stat(), file.read_bytes()
    file.write_bytes(content[:-2] + b"#\n")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert file.read_bytes() != content
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (stat.st_size, stat.st_mtime_ns)


def _replace_unseen(file: Path) -> None:
    """Put another file of the same size and time in place of a file."""
    other = file.with_name("other")
    shutil.copy2(file, other)
    _edit_unseen(other)
    other.replace(file)


def _add(file: Path) -> None:
    file.with_name("another.py").write_text("# another module\n")


def test_it_is_remembered_while_nothing_changes(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file is read for it a second time."""
    identity = _recall(package)
    monkeypatch.delattr(loader, "_compute_digest")
    assert _recall(package) == identity


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (_edit_unseen, "data/advice.yaml"),
        (_edit_unseen, "catalog/compiler.py"),
        (_replace_unseen, "data/advice.yaml"),
        (_replace_unseen, "errors.py"),
        (_add, "catalog/definitions/base.py"),
    ],
)
def test_it_is_found_out_anew_after_a_change(
    change: Callable[[Path], None], name: str, package: Path
) -> None:
    """Even after one that leaves the size and the time of the file as they were."""
    before = _recall(package)
    change(package / name)
    after = _recall(package)
    assert after != before
    assert after == loader._identify(loader._catalog_files([package / "data"]))


def test_it_is_found_out_anew_for_another_version(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The version is part of the digest, and of no file that compiles."""
    before = _recall(package)
    monkeypatch.setattr(loader, "__version__", "9.9.9")
    assert _recall(package) != before


def test_a_damaged_one_is_made_anew(package: Path) -> None:
    """As every file of the cache."""
    identity = _recall(package)
    (file,) = (package.parent / "cache").iterdir()
    good = file.read_bytes()
    file.write_bytes(good.replace(identity.digest[:8].encode(), b"00000000"))
    assert _recall(package) == identity
    assert file.read_bytes() == good


def test_files_that_have_just_changed_are_not_trusted(tmp_path: Path) -> None:
    """They could change again within the same tick of the clock, under the same stamp."""
    file = tmp_path / "new"
    file.touch()
    taken = take_stamps([file])
    assert taken is not None
    assert not taken.trusted


def test_a_missing_file_has_no_stamp(tmp_path: Path) -> None:
    """The reader says then what is wrong."""
    assert take_stamps([tmp_path / "missing"]) is None
