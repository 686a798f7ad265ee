"""Faulty profile files: each lists, in its first lines, the messages that it must give."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.profile.reader import read_profile

FILES = sorted((Path(__file__).parents[2] / "broken" / "profiles").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_faulty_profile_reports_every_fault_with_its_line(file: Path, small: Catalog) -> None:
    """No part of a faulty file is used, and its author gets all faults at once."""
    marked = [line for line in file.read_text().splitlines() if line.startswith(f"# {file.name}")]
    with pytest.raises(InputError) as raised:
        read_profile(read_file(file, display_name=file.name), small, date(2026, 11, 22))
    assert [f"# {fault}" for fault in raised.value.faults] == marked


def test_there_are_faulty_profiles() -> None:
    """The folder is not empty, for then the test above would prove nothing."""
    assert len(FILES) > 20
