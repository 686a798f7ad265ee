"""Exports and folders of exports with column names of their own, read by a mapping file."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.people.builtin_mappings import mapping_path
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person, Reject
from certadvisor.profile.model import Credential

TODAY = date(2026, 11, 22)
MAPPING = """
tables:
  - file: staff*.csv
    columns: {Employee Number: id, Position: title, Hired: joined, Country: country}
    dates: DD/MM/YYYY
    values: {country: {United Kingdom: GB}}
  - file: jobs.csv
    section: work
    columns: {Employee Number: id, Job: title, From: start, To: end}
    dates: DD.MM.YYYY
  - file: courses.csv
    section: training
    columns: {Employee Number: id, Hours: hours, Done: completed}
    constants: {topic: project-management}
  - file: badges.csv
    section: certifications
    columns: {Employee Number: id, Name: certification, Issued: earned}
"""
TABLES = {
    "Staff-2026.csv": "Employee Number;Position;Hired;Country;Desk\n"
    "007;IT project manager;03/04/2020;United Kingdom;1\n008;;4/3/2020;us;2\n009;;2020-13;us;3\n",
    "jobs.csv": "Employee Number,Job,From,To\n"
    "008,Project manager,1.2.2019,28.2.2021\n007,Project manager,01.03.2021,\n"
    "007,Wizard,01.01.2019,31.12.2018\n",
    "courses.csv": "Employee Number,Hours,Done\n008,35,2024-02\n",
    "badges.csv": "Employee Number,Name,Issued\n008,CAPM,2024-05-10\n010,CAPM,\n,CAPM,\n",
}


def read(folder: Path, catalog: Catalog, mapping: str = MAPPING) -> list[Person | Reject]:
    """The rows of the export above, read by this mapping."""
    export = folder / "export"
    export.mkdir(exist_ok=True)
    for name, text in TABLES.items():
        (export / name).write_text(text, encoding="utf-8")
    (folder / "mapping.yaml").write_text(mapping, encoding="utf-8")
    mapping_file = folder / "mapping.yaml"
    return list(
        read_people(export, catalog, TODAY, mapping=mapping_file, display_name="export").rows
    )


def test_a_folder_of_exports_is_joined_by_the_persons_ids(small: Catalog, tmp_path: Path) -> None:
    """Dates have the mapping's format, words are translated, and entries join their person."""
    (person,) = (row for row in read(tmp_path, small) if isinstance(row, Person))
    assert (person.id, person.line, person.joined) == ("008", 3, date(2020, 3, 4))
    (job,) = person.profile.work or ()
    assert (job.start, job.end) == (date(2019, 2, 1), date(2021, 2, 28))
    (training,) = person.profile.training or ()
    assert (training.topic, training.hours) == ("project-management", 35)
    assert [credential.id for credential in person.profile.certifications or ()] == ["capm"]
    assert person.profile.education is None


def test_every_row_of_a_folder_without_a_person_is_rejected(small: Catalog, tmp_path: Path) -> None:
    """With its file and line, in a joined table too."""
    rejects = [row for row in read(tmp_path, small) if isinstance(row, Reject)]
    remedy = "write YYYY, YYYY-MM or YYYY-MM-DD"
    assert [str(fault) for row in rejects for fault in row.faults] == [
        "export/badges.csv:4: gives no person's id",
        "export/Staff-2026.csv:2: jobs.csv line 4, To: comes before `start`; fix one of them",
        f"export/Staff-2026.csv:4: Hired: `2020-13` is not a date; {remedy}",
        "export/badges.csv:3: id: matches no one in the table of persons",
    ]


def test_a_mapping_reads_the_table_of_persons_alone(small: Catalog, tmp_path: Path) -> None:
    """The same mapping reads a single file; its other columns are not used."""
    (tmp_path / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    file = tmp_path / "any.csv"
    file.write_text(TABLES["Staff-2026.csv"], encoding="utf-8")
    people = read_people(file, small, TODAY, mapping=tmp_path / "mapping.yaml")
    assert [(column.header, column.field) for column in people.columns][1:3] == [
        ("Position", "title"),
        ("Hired", "joined"),
    ]
    assert people.columns[-1].field is None
    rows = list(people.rows)
    assert isinstance(rows[0], Person)
    assert (rows[0].joined, rows[0].profile.country) == (date(2020, 4, 3), "GB")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("section: work", "section: jobs", r"mapping.yaml:\d+: .*`jobs` is not a section"),
        ("Job: title", "Job: titel", r"`titel` is not a field of `work`"),
        ("dates: DD/MM/YYYY", "dates: day first", "is not a date format"),
        ("constants: {topic: ", "constants: {subject: ", "`subject` is not a field of `training`"),
        ("values: {country:", "values: {land:", "`land` is not a field of the columns"),
        ("Position: title", "Position: joined", "two columns fill one field"),
        ("dates: DD.MM.YYYY", "date: DD.MM.YYYY", "did you mean `dates`"),
        ("Employee Number: id, Job", "Job", "no column is the person's `id`"),
        ("    section: work\n", "", "holds more than one table of persons"),
        ("jobs.csv", "work.csv", "holds 0 files called work.csv"),
        ("From: start", "Begin: start", "the mapping's column is not there"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(
    old: str, new: str, fault: str, small: Catalog, tmp_path: Path
) -> None:
    """Before any row is read, with the line of the mapping or the file at fault."""
    assert old in MAPPING
    with pytest.raises(InputError, match=fault):
        read(tmp_path, small, MAPPING.replace(old, new))


def test_a_folder_needs_a_mapping_and_json_takes_none(small: Catalog, tmp_path: Path) -> None:
    """The columns of a folder are never guessed."""
    with pytest.raises(InputError, match="--mapping"):
        read_people(tmp_path, small, TODAY)
    lines = tmp_path / "p.jsonl"
    with pytest.raises(InputError, match="no such file"):
        read_people(lines, small, TODAY, mapping=tmp_path / "m.yaml")
    lines.write_bytes(b"{}")
    with pytest.raises(InputError, match="is not read by a mapping"):
        read_people(lines, small, TODAY, mapping=tmp_path / "m.yaml")


@pytest.mark.parametrize(
    ("row", "expected"),
    [("", ()), ("008,CAPM,2024-05-10\n", ("capm",)), ("008,CPM,\n", None)],
)
def test_a_person_without_a_row_in_a_complete_table_has_an_empty_list(
    row: str, expected: tuple[str, ...] | None, small: Catalog, tmp_path: Path
) -> None:
    """A row that is ignored leaves the list unknown, because the person does have an entry."""
    mapping = MAPPING.replace(
        "section: certifications", "section: certifications\n    complete: true"
    )
    read(tmp_path, small, mapping)
    (tmp_path / "export" / "badges.csv").write_text(f"Employee Number,Name,Issued\n{row}", "utf-8")
    people = read_people(tmp_path / "export", small, TODAY, mapping=tmp_path / "mapping.yaml")
    (person,) = (row_read for row_read in people.rows if isinstance(row_read, Person))
    credentials = person.profile.certifications
    assert (
        None if credentials is None else tuple(credential.id for credential in credentials)
    ) == expected


def test_a_table_of_persons_cannot_be_complete(small: Catalog, tmp_path: Path) -> None:
    """It has no entries of a section."""
    mapping = MAPPING.replace("staff*.csv\n", "staff*.csv\n    complete: true\n")
    with pytest.raises(InputError, match="says nothing of a table of persons"):
        read(tmp_path, small, mapping)


def test_a_path_is_never_the_name_of_a_builtin_mapping() -> None:
    """A file may have the name of a built-in mapping; plain text means the built-in one."""
    assert mapping_path(Path("workday")) == Path("workday")
    assert mapping_path("workday").name == "workday.yaml"


@pytest.mark.parametrize("undated", ["", "undated: accept\n"])
def test_a_mapping_may_accept_undated_certificates(
    undated: str, small: Catalog, tmp_path: Path
) -> None:
    """In any other table a certificate without a date may have lapsed."""
    table, mapping = tmp_path / "staff.csv", tmp_path / "mapping.yaml"
    table.write_text("No;Held\n1;PMP\n", encoding="utf-8")
    mapping.write_text(
        f"{undated}tables: [{{columns: {{No: id, Held: certifications}}}}]", encoding="utf-8"
    )
    (row,) = read_people(table, small, TODAY, mapping=mapping).rows
    assert isinstance(row, Person)
    expected = Credential("pmp", earned_unknown=not undated)
    assert row.profile.certifications == (expected,)


def test_a_mapping_accepts_or_says_nothing_of_undated_certificates(
    small: Catalog, tmp_path: Path
) -> None:
    """There is one word for it."""
    with pytest.raises(InputError, match="undated: `yes` is not a valid value"):
        read(tmp_path, small, "undated: 'yes'\n" + MAPPING)
