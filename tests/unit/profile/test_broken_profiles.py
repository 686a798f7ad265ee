"""Faulty profile files: each names in its first lines the very messages that it must give."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.profile.reader import read_profile

FILES = sorted((Path(__file__).parents[2] / "broken" / "profiles").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_faulty_profile_is_told_every_fault_with_its_line(file: Path, small: Catalog) -> None:
    """Nothing of a faulty file is used, and its author gets the whole list at once."""
    marked = [line for line in file.read_text().splitlines() if line.startswith(f"# {file.name}")]
    with pytest.raises(InputError) as raised:
        read_profile(read_file(file, shown=file.name), small, date(2026, 11, 22))
    assert [f"# {fault}" for fault in raised.value.faults] == marked


def test_there_are_faulty_profiles() -> None:
    """An empty folder would prove nothing."""
    assert len(FILES) > 20
