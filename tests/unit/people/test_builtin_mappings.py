"""Exports of HR systems, read by the built-in mappings: the result of every row, and errors."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.people.builtin_mappings import builtin_mapping_names
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person, Reject

TODAY = date(2026, 11, 22)
FOLDER = Path(__file__).parents[2] / "people"


def to_plain(value: Any) -> Any:
    """A record as plain data, without the fields that are empty."""
    if isinstance(value, Person | Reject) or hasattr(value, "_asdict"):
        return {
            key: to_plain(part)
            for key, part in value._asdict().items()
            if part not in (None, ()) and part is not False
        }
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("name", builtin_mapping_names())
def test_an_export_is_read_by_the_name_of_its_system(name: str, small: Catalog) -> None:
    """What it lacks stays unknown; `make expected` rewrites the expected results for review."""
    rows = read_people(FOLDER / name, small, TODAY, mapping=name, display_name=name).rows
    text = json.dumps([to_plain(row) for row in rows], indent=1, ensure_ascii=False) + "\n"
    expected_file = FOLDER / f"{name}.json"
    if os.environ.get("CERTADVISOR_REWRITE"):
        expected_file.write_text(text, encoding="utf-8")
    assert text == expected_file.read_text(encoding="utf-8")


def test_an_unknown_mapping_name_is_refused_and_a_path_is_a_file(
    small: Catalog, tmp_path: Path
) -> None:
    """A bare word is a name unless such a file exists; with `./` it is always a file."""
    table = tmp_path / "people.csv"
    table.write_text("id\n1\n", encoding="utf-8")
    with pytest.raises(InputError, match="did you mean `workday`"):
        read_people(table, small, TODAY, mapping="workdy")
    with pytest.raises(InputError, match="bamboohr, frappe, linkedin, successfactors, workday"):
        read_people(table, small, TODAY, mapping="paper")
    with pytest.raises(InputError, match="no such file"):
        read_people(table, small, TODAY, mapping="./workday")
    own = tmp_path / "own"
    own.write_text("tables: [{columns: {ID: id}}]", encoding="utf-8")
    assert len(list(read_people(table, small, TODAY, mapping=own).rows)) == 1


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("/Date(0)/", date(1970, 1, 1)),
        ("/Date(-1)/", date(1969, 12, 31)),
        ("/Date(-315619200000)/", date(1960, 1, 1)),
        ("/Date(1388534400000+0000)/", date(2014, 1, 1)),
        ("/Date(1388534400000-0000)/", date(2014, 1, 1)),
        ("/Date(1388534399999)/", date(2013, 12, 31)),
        ("/Date(1388534400000+0060)/", None),
        ("/Date(99999999999999999)/", None),
        ("/Date()/", None),
        ("2014-01-01T00:00:00", date(2014, 1, 1)),
    ],
)
def test_milliseconds_since_1970_are_read_as_days(
    written: str, day: date | None, small: Catalog, tmp_path: Path
) -> None:
    """Negative ones too; with an offset the day would be ambiguous, so it is refused."""
    table = tmp_path / "User.csv"
    table.write_text(f"userId,hireDate\n1,{written}\n", encoding="utf-8")
    (row,) = read_people(table, small, TODAY, mapping="successfactors").rows
    assert (row.joined if isinstance(row, Person) else None) == day


def test_a_builtin_mapping_needs_the_columns_that_identify_a_row(
    small: Catalog, tmp_path: Path
) -> None:
    """Other columns may be missing, but not the person's id or the certification."""
    export = tmp_path / "export"
    export.mkdir()
    (export / "employees.csv").write_text("Employee Number,Job Title\n1,PM\n", encoding="utf-8")
    rows = list(read_people(export, small, TODAY, mapping="bamboohr").rows)
    assert [type(row) for row in rows] == [Person]
    (export / "certifications.csv").write_text("Employee #,Badge\n1,PMP\n", encoding="utf-8")
    with pytest.raises(InputError, match="has none of the columns that give certification"):
        read_people(export, small, TODAY, mapping="bamboohr")
    (export / "employees.csv").write_text("Number,Job Title\n1,PM\n", encoding="utf-8")
    with pytest.raises(InputError, match="has none of the columns that give id"):
        read_people(export, small, TODAY, mapping="bamboohr")


def test_the_id_of_a_person_with_a_folder_is_its_name(small: Catalog) -> None:
    """One export or a folder of several. A file is refused, and so is a ZIP."""
    (row,) = read_people(FOLDER / "linkedin" / "ada", small, TODAY, mapping="linkedin").rows
    assert row.id == "ada"
    with pytest.raises(InputError, match="`profile import` reads a ZIP"):
        read_people(FOLDER / "linkedin" / "ada" / "Profile.csv", small, TODAY, mapping="linkedin")
    with pytest.raises(InputError, match=r"holds no Profile\.csv"):
        read_people(FOLDER / "bamboohr", small, TODAY, mapping="linkedin")
