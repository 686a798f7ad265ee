"""Cells read by a mapping: separators, several entries in a row, filters, date formats."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person, Reject

TODAY = date(2026, 11, 22)


def read(folder: Path, catalog: Catalog, mapping: str, **tables: str) -> list[Person | Reject]:
    """The rows of an export with these tables, read by this mapping."""
    export = folder / "export"
    export.mkdir(exist_ok=True)
    for name, text in tables.items():
        (export / f"{name}.csv").write_text(text, encoding="utf-8")
    mapping_file = folder / "mapping.yaml"
    mapping_file.write_text(mapping, encoding="utf-8")
    return list(
        read_people(export, catalog, TODAY, mapping=mapping_file, display_name="export").rows
    )


def only_person(rows: list[Person | Reject]) -> Person:
    """The only row, which is a person."""
    (row,) = rows
    assert isinstance(row, Person), row
    return row


@pytest.mark.parametrize(
    ("separator", "cell"),
    [('", "', "PMP, CSM (x; y)"), ('"|"', "PMP|CSM (x; y)"), ('"\\n"', '"PMP\nCSM (x; y)"')],
)
def test_a_separator_of_a_mapping_splits_the_cells(
    separator: str, cell: str, catalog: Catalog, tmp_path: Path
) -> None:
    """A semicolon is then an ordinary character; the separator may be a line break."""
    mapping = f"tables: [{{separator: {separator}, columns: {{No: id, Held: certifications}}}}]"
    cell = cell if cell.startswith('"') else f'"{cell}"'
    person = only_person(read(tmp_path, catalog, mapping, staff=f"No,Held\n1,{cell}\n"))
    assert [credential.id for credential in person.profile.certifications or ()] == [
        "pmp",
        "csm-x-y",
    ]


def test_a_row_may_have_several_certificates(small: Catalog, tmp_path: Path) -> None:
    """Each has its own date and the constants of the map; empty ones are skipped."""
    mapping = """
tables:
  - {file: staff.csv, columns: {No: id}}
  - file: held.csv
    section: certifications
    columns: {No: id, First: certification, On: earned, Second: 2.certification, Then: 2.earned}
    constants: {expires: 2030-01}
"""
    held = "No,First,On,Second,Then\n1,PMP,2020,CSM,2021\n1,CAPM,2019,,\n"
    person = only_person(read(tmp_path, small, mapping, staff="No\n1\n", held=held))
    credentials = person.profile.certifications or ()
    assert [
        (credential.id, credential.earned and credential.earned.year) for credential in credentials
    ] == [
        ("pmp", 2020),
        ("csm", 2021),
        ("capm", 2019),
    ]
    assert {credential.expires for credential in credentials} == {date(2030, 1, 31)}


def test_rows_that_do_not_pass_the_filter_are_left_out(small: Catalog, tmp_path: Path) -> None:
    """A filter on a column that fills no field; leavers are not rejects."""
    mapping = "tables: [{columns: {No: id}, only: {Status: [Active, On leave]}}]"
    rows = read(tmp_path, small, mapping, staff="No,Status\n1,active\n2,Left\n3,ON LEAVE\n4,\n")
    assert [row.id for row in rows] == ["1", "3"]


@pytest.mark.parametrize(
    ("form", "cell", "day"),
    [
        ("DD/MM/YYYY", "4/3/2020", date(2020, 3, 4)),
        ("MM/DD/YYYY", "4/3/2020", date(2020, 4, 3)),
        ("DD-Mon-YYYY", "04-Mar-2020", date(2020, 3, 4)),
        ("Mon DD, YYYY", "Sept. 4, 2020", date(2020, 9, 4)),
        ("Mon DD, YYYY", "Foo 4, 2020", None),
        ("YYYYMMDD", "20200304", date(2020, 3, 4)),
        ("DD/MM/YYYY", "2020-03-04", date(2020, 3, 4)),
        ("DD/MM/YYYY", "31/02/2020", None),
        ("DD/MM/YYYY", "4-3-2020", None),
        ("", "March 2020", date(2020, 3, 1)),
        ("", "2020-03-04-08:00", date(2020, 3, 4)),
        ("", "2020-03-04 00:00:00", date(2020, 3, 4)),
        ("", "4/3/2020", None),
        ("", "9999-12-31", None),
        ("", "present", None),
    ],
)
def test_a_date_in_a_cell_has_the_format_given_or_an_unambiguous_one(
    form: str, cell: str, day: date | None, small: Catalog, tmp_path: Path
) -> None:
    """Which number is the day is never guessed; an ambiguous date rejects its row."""
    dates = f'dates: "{form}", ' if form else ""
    mapping = f"tables: [{{{dates}columns: {{No: id, Hired: joined}}}}]"
    (row,) = read(tmp_path, small, mapping, staff=f'No,Hired\n1,"{cell}"\n')
    assert (row.joined if isinstance(row, Person) else None) == day


@pytest.mark.parametrize("cell", ["", "Present", "9999-12-31", "current"])
def test_an_end_in_a_cell_may_be_open(cell: str, small: Catalog, tmp_path: Path) -> None:
    """The job is then ongoing, and the year 9999 does not reject the row."""
    mapping = "tables: [{columns: {No: id, From: work.1.start, To: work.1.end}}]"
    person = only_person(read(tmp_path, small, mapping, staff=f"No,From,To\n1,2020,{cell}\n"))
    (job,) = person.profile.work or ()
    assert job.end is None


def test_a_missing_column_is_a_fault_unless_it_is_optional(small: Catalog, tmp_path: Path) -> None:
    """The remedy is the most similar header of the file."""
    mapping = "tables: [{columns: {No: id, Job title: title, Since: joined}%s}]"
    staff = "No,Job titel\n1,PM\n"
    with pytest.raises(InputError, match=r"job title.* did you mean `Job titel`") as raised:
        read(tmp_path, small, mapping % "", staff=staff)
    assert len(raised.value.faults) == 2
    all_optional = mapping % ", optional: [Job title, Since], leave_out: [Job titel]"
    assert only_person(read(tmp_path, small, all_optional, staff=staff)).title is None


def test_the_first_of_two_optional_columns_that_is_not_empty_counts(
    small: Catalog, tmp_path: Path
) -> None:
    """In the order of the mapping; a header that occurs twice in the file is a fault."""
    mapping = "tables: [{columns: {No: id, New: title, Old: title}, optional: [New, Old]}]"
    rows = read(tmp_path, small, mapping, staff="Old,No,New\na,1,b\na,2,\n")
    assert [isinstance(row, Person) and row.title for row in rows] == ["b", "a"]
    with pytest.raises(InputError, match="stands in two columns"):
        read(tmp_path, small, mapping, staff="No,Old,old\n1,a,b\n")


def test_a_table_that_is_not_needed_may_be_missing(small: Catalog, tmp_path: Path) -> None:
    """Its section is then unknown for everyone."""
    mapping = """
tables:
  - {file: staff.csv, columns: {No: id}}
  - {file: badges.csv, section: certifications, needed: %s, columns: {No: id, Is: certification}}
"""
    person = only_person(read(tmp_path, small, mapping % "false", staff="No\n1\n"))
    assert person.profile.certifications is None
    with pytest.raises(InputError, match=r"holds 0 files called badges\.csv"):
        read(tmp_path, small, mapping % "true", staff="No\n1\n")


@pytest.mark.parametrize(
    ("cell", "code"), [("Germany", "DE"), ("united  kingdom", "GB"), ("de", "DE"), ("Turkey", "TR")]
)
def test_a_country_may_have_its_english_name(
    cell: str, code: str, small: Catalog, tmp_path: Path
) -> None:
    """As exports write it; case and spaces make no difference."""
    mapping = "tables: [{columns: {No: id, Land: country}}]"
    person = only_person(read(tmp_path, small, mapping, staff=f"No,Land\n1,{cell}\n"))
    assert person.profile.country == code


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("{columns: {No: id}, separator: a}", "nothing that separates words"),
        ("{columns: {No: id}, optional: [Job]}", "`job` is not one of the columns"),
        ("{columns: {No: id, A: title, B: title}, optional: [A]}", "two columns fill one field"),
        ("{columns: {No: id}, needed: maybe}", "neither true nor false"),
        ("{columns: {No: id}, dates: DD/Mon}", "is not a date format"),
        ("{columns: {No: id}, only: {Status: []}}", "is empty"),
    ],
)
def test_an_invalid_mapping_is_refused(
    table: str, fault: str, small: Catalog, tmp_path: Path
) -> None:
    """With the line of the fault, before any row is read."""
    with pytest.raises(InputError, match=f"mapping.yaml:1: .*{fault}"):
        read(tmp_path, small, f"tables: [{table}]", staff="No\n1\n")


@pytest.mark.parametrize("cell", ["4/3/2020", "some day", "04/03/20"])
@pytest.mark.parametrize("field", ["education.1.awarded", "training.1.completed"])
def test_a_day_of_a_degree_or_of_training_that_cannot_be_read_is_unknown(
    field: str, cell: str, small: Catalog, tmp_path: Path
) -> None:
    """It rejects no row, and settles nothing; the warning names the cell."""
    columns = "No: id, Degree: education.1.degree, Topic: training.1.topic, Day: "
    mapping = f"tables: [{{columns: {{{columns}{field}}}}}]"
    staff = f"No,Degree,Topic,Day\n1,BSc,project-management,{cell}\n"
    person = only_person(read(tmp_path, small, mapping, staff=staff))
    (degree,), (record,) = person.profile.education or (), person.profile.training or ()
    assert degree.awarded_unknown is (field == "education.1.awarded")
    assert record.completed_unknown is (field == "training.1.completed")
    assert [f"`{cell}`" in one.problem for one in person.warnings] == [True]
