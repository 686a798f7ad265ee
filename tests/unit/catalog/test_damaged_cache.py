"""A cache file that is not what was written is made anew: no crash, and no wrong catalogue."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from certadvisor.catalog import loader
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog

SMALL = Path(__file__).parents[2] / "small"
RAW = "certifications"


def _load(folder: Path = SMALL) -> Catalog:
    return load_catalog((str(folder),), built_in=False)


def _cache_file(cache: Path, part: str) -> Path:
    (file,) = cache.glob(f"*-{part}.cache")
    return file


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a cache with the small catalogue in it, and return its folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    _load()
    return tmp_path / "certadvisor"


def _json_of(good: bytes) -> bytes:
    """The JSON data of a cache file, without its checksum: the form of the first release."""
    return good.partition(b"\n")[2]


def _with_checksum_of(good: bytes, data: object) -> bytes:
    return good.partition(b"\n")[0] + b"\n" + json.dumps(data).encode()


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "truncated": lambda good: good[:-100],
    "only the checksum": lambda good: good.partition(b"\n")[0],
    "longer": lambda good: good + b" ",
    "one letter changed": lambda good: good.replace(b"PMP", b"PNP", 1),
    "no JSON": lambda _: b"no JSON",
    "no UTF-8": lambda good: good[:200] + b"\xff\xfe" + good[202:],
    "zeros, as after a power cut": lambda good: bytes(len(good)),
    "deep JSON": lambda _: b"[" * 100_000,
    "JSON without a checksum": _json_of,
    "JSON null": lambda _: b"null",
    "an empty list": lambda good: _with_checksum_of(good, []),
    "an empty object": lambda good: _with_checksum_of(good, {}),
    "null": lambda good: _with_checksum_of(good, None),
    "records by name": lambda good: _with_checksum_of(good, {"certifications": [], "roles": []}),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("part", ["core", RAW])
def test_a_damaged_cache_file_is_made_anew(
    damage: Callable[[bytes], bytes], part: str, cache: Path, small: Catalog
) -> None:
    """The catalogue is right, and the next run finds a good cache."""
    file = _cache_file(cache, part)
    good = file.read_bytes()
    file.write_bytes(damage(good))
    assert file.read_bytes() != good
    loaded = _load()
    assert loaded.certifications == small.certifications
    assert loaded.raw_records(RAW) == small.raw_records(RAW)
    assert file.read_bytes() == good


def test_a_cache_file_of_another_part_or_catalogue_is_not_read(
    cache: Path, small: Catalog, tmp_path: Path
) -> None:
    """Its own checksum is right: a file is only good under the name it was written to."""
    core = _cache_file(cache, "core")
    good = core.read_bytes()
    shutil.copy(_cache_file(cache, RAW), core)
    assert _load().certifications == small.certifications
    assert core.read_bytes() == good
    shutil.copytree(SMALL, tmp_path / "other")
    roles = tmp_path / "other" / "roles.yaml"
    roles.write_text(roles.read_text() + "\n# another catalogue\n")
    _load(tmp_path / "other")
    (other,) = set(cache.glob("*-core.cache")) - {core}
    shutil.copy(other, core)
    _load()
    assert core.read_bytes() == good


def test_a_folder_in_place_of_a_cache_file_is_left_alone(cache: Path, small: Catalog) -> None:
    """Neither reading nor writing it is possible, and neither is an error."""
    file = _cache_file(cache, "core")
    file.unlink()
    file.mkdir()
    assert _load().certifications == small.certifications
    assert file.is_dir()


def test_a_catalogue_that_changes_while_it_is_compiled_is_not_cached(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or its new content would be found under the digest of the old."""
    folder = tmp_path / "changing"
    shutil.copytree(SMALL, folder)
    before = set(cache.iterdir())
    compute_digest = loader._compute_digest

    def change_afterwards(files: list[Path], contents: list[bytes]) -> str:
        digest = compute_digest(files, contents)
        with (folder / "roles.yaml").open("a") as file:
            file.write("# changed\n")
        return digest

    monkeypatch.setattr(loader, "_compute_digest", change_afterwards)
    assert _load(folder).certifications
    assert set(cache.iterdir()) == before


def test_a_relative_cache_folder_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would lie in whatever folder the user stands in: a repository, say."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    _load()
    assert [folder.name for folder in tmp_path.iterdir()] == ["home"]
