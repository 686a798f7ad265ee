"""Every format of `profile import` can be asked for, detected and named."""

import pytest
from importing import TODAY, make_zip

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.profile.importers import profile_writer, report
from certadvisor.profile.importers.detect import import_bytes
from certadvisor.profile.importers.result import ImportFormat


def test_every_format_has_its_names() -> None:
    """In the report and at the head of the profile; without one an import would stop there."""
    assert set(report._FORMAT_NAMES) == set(ImportFormat)
    assert set(profile_writer._FORMAT_NAMES) == set(ImportFormat)


@pytest.mark.parametrize("format", ImportFormat)
def test_a_json_or_a_zip_may_have_the_format(format: ImportFormat, small: Catalog) -> None:
    """`--from` is not refused for both: `detect` knows which of them the format can be."""
    problems = []
    for raw in (b"{}", make_zip({"other.csv": ""})):
        with pytest.raises(InputError) as error:
            import_bytes(raw, "file", small, TODAY, format)
        problems.append(str(error.value))
    refused = [problem for problem in problems if f"which {format} is not" in problem]
    assert len(refused) == 1
