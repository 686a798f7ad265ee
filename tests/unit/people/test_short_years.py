"""Years of two digits in tables: read in the century of the mapping, else refused by name."""

from datetime import date
from pathlib import Path

import pytest
from tables_of_people import TODAY, held, rows_of

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.people.person import Person, Reject


@pytest.mark.parametrize(
    ("cell", "years", "expected"),
    [
        ("05/07/11", "1950-2049", date(2011, 7, 5)),
        ("05/07/49", "1950-2049", date(2049, 7, 5)),
        ("05/07/51 00:00", "1950-2049", date(1951, 7, 5)),
        ("05/07/2011 12:00:00 AM", "1950-2049", date(2011, 7, 5)),
        ("5-Jul-2011", "1950-2049", date(2011, 7, 5)),
    ],
)
def test_two_digits_of_a_year_stand_in_the_century_of_the_mapping(
    cell: str, years: str, expected: date, small: Catalog, tmp_path: Path
) -> None:
    """A time behind the date changes nothing."""
    columns = "{Emp: id, Ends: certifications.1.expires, What: certifications.1.id}"
    mapping = f"tables: [{{columns: {columns}, dates: DD/MM/YY, century: {years}}}]"
    (row,) = rows_of(tmp_path / "t", small, mapping, staff=f"Emp,What,Ends\n1,PMP,{cell}\n")
    assert isinstance(row, Person | Reject)
    if expected.year > TODAY.year + 20:
        assert isinstance(row, Reject)
        return
    assert held(row) == {"pmp": (None, expected)}


@pytest.mark.parametrize("form", ["DD/MM/YY", "DD/MM/YYYY"])
def test_a_century_reads_short_years_beside_full_ones(
    form: str, small: Catalog, tmp_path: Path
) -> None:
    """An export has `05/07/2011 00:00`, `5-Jul-2011` and `05/07/11` in one column."""
    mapping = f"tables: [{{columns: {{No: id, Hired: joined}}, dates: {form}, century: 1950-2049}}]"
    staff = "No,Hired\n1,05/07/2011 00:00\n2,5-Jul-2011\n3,05/07/11\n4,05/07/11 00:00\n"
    rows = rows_of(tmp_path / "t", small, mapping, staff=staff)
    assert {row.joined if isinstance(row, Person) else row for row in rows} == {date(2011, 7, 5)}


def test_numbers_without_marks_between_have_all_their_digits(
    small: Catalog, tmp_path: Path
) -> None:
    """200315 is a day of 2020 in two digits, not the fifth of January 2003."""
    columns = "{No: id, Hired: joined}"
    mapping = f"tables: [{{columns: {columns}, dates: YYMMDD, century: 1950-2049}}]"
    rows = rows_of(tmp_path / "t", small, mapping, staff="No,Hired\n1,200315\n2,20200315\n")
    assert {row.joined if isinstance(row, Person) else row for row in rows} == {date(2020, 3, 15)}


@pytest.mark.parametrize("field", ["joined", "certifications.1.earned"])
def test_a_short_year_without_a_century_names_the_form_to_map(
    field: str, small: Catalog, tmp_path: Path
) -> None:
    """In a row that is rejected, and in a credential whose date is then not known."""
    columns = f"{{No: id, Certificate: certifications.1.id, Day: {field}}}"
    mapping = f"tables: [{{columns: {columns}, dates: DD/MM/YYYY}}]"
    (row,) = rows_of(tmp_path / "t", small, mapping, staff="No,Certificate,Day\n1,APP,05/07/11\n")
    faults = row.warnings if isinstance(row, Person) else row.faults
    assert any("`dates: DD/MM/YY` and `century: 1950-2049`" in one.remedy for one in faults)


def test_two_digits_of_a_year_need_a_century(small: Catalog, tmp_path: Path) -> None:
    """Nothing guesses it."""
    mapping = "tables: [{columns: {Emp: id, Since: joined}, dates: DD/MM/YY}]"
    with pytest.raises(InputError, match="century: 1950-2049"):
        rows_of(tmp_path / "t", small, mapping, staff="Emp,Since\n1,05/07/11\n")
