"""Tables of people: every row becomes a person or a reject."""

import json
from datetime import date
from pathlib import Path

import pytest
from company import as_csv, as_folder, as_lines, dirty_csv, people

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.people.lines import MAX_LINE
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person, Reject

TODAY = date(2026, 11, 22)


def rows(text: str | bytes, name: str, folder: Path, catalog: Catalog) -> list[Person | Reject]:
    """The rows of a file with this name and content."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_people(file, catalog, TODAY, display_name=name).rows)


def only_person(text: str | bytes, name: str, folder: Path, catalog: Catalog) -> Person:
    """The only person of a file."""
    (row,) = rows(text, name, folder, catalog)
    assert isinstance(row, Person)
    return row


def faults_of(row: Person | Reject) -> list[str]:
    """The faults of a reject, as text."""
    assert isinstance(row, Reject)
    return [str(fault) for fault in row.faults]


def test_a_row_has_an_envelope_beside_the_profile(small: Catalog, tmp_path: Path) -> None:
    """It holds the attributes that a policy selects by; role and level follow from the title."""
    line = json.dumps(
        {"id": "007", "name": "Ada", "title": "IT project manager", "tags": ["Team A"]}
        | {"joined": "2020-02", "promoted": "2023-01-15", "country": "gb"}
    )
    person = only_person(line, "people.jsonl", tmp_path, small)
    assert (person.id, person.line, person.name, person.tags) == ("007", 1, "Ada", ("team-a",))
    assert (person.role, person.level) == ("it-project-manager", "mid")
    assert (person.joined, person.promoted) == (date(2020, 2, 1), date(2023, 1, 15))
    assert person.profile.country == "GB"
    assert person.profile.work is None


def test_the_present_title_is_that_of_the_ongoing_job(small: Catalog, tmp_path: Path) -> None:
    """Of several the one that started last; a finished job does not count."""
    work = [
        {"title": "Project manager", "start": "2015"},
        {"title": "IT project manager", "start": "2020"},
        {"title": "Wizard", "start": "2021", "end": "2022"},
    ]
    line = json.dumps({"id": "1", "work": work})
    assert only_person(line, "people.jsonl", tmp_path, small).title == "IT project manager"


@pytest.mark.parametrize("name", ["people.jsonl", "people.csv"])
def test_every_row_of_a_dirty_table_is_returned_once(
    name: str, small: Catalog, tmp_path: Path
) -> None:
    """In order; invalid rows with their line and a fault."""
    records = list(people(300, dirty=0.3 if name.endswith("l") else 0.0))
    text = as_lines(iter(records)) if name.endswith("l") else as_csv(iter(records))
    read_rows = rows(text, name, tmp_path, small)
    first = 1 if name.endswith("l") else 2
    assert [row.line for row in read_rows] == list(range(first, first + len(records)))
    rejects = [row for row in read_rows if isinstance(row, Reject)]
    assert bool(rejects) == name.endswith("l")
    assert all(row.faults for row in rejects)
    assert all(fault.line == row.line for row in rejects for fault in row.faults)


def test_a_company_is_the_same_in_every_format(small: Catalog, tmp_path: Path) -> None:
    """JSON Lines, a list and a CSV give the same people, apart from their lines."""
    records = list(people(40))
    lines = rows(as_lines(iter(records)), "people.jsonl", tmp_path, small)
    listed = rows(json.dumps(records), "people.json", tmp_path, small)
    flat = rows(as_csv(iter(records)), "people.csv", tmp_path, small)
    semicolons = rows(as_csv(iter(records), ";"), "semicolons.csv", tmp_path, small)
    assert flat == semicolons

    def people_without_lines(read_rows: list[Person | Reject]) -> list[Person]:
        return [row._replace(line=0) for row in read_rows if isinstance(row, Person)]

    assert len(people_without_lines(lines)) == len(records)
    assert people_without_lines(lines) == people_without_lines(listed)
    # A title that is not the name of a role becomes a guess in a CSV, as in an import.
    certain = [row for row in people_without_lines(flat) if not row.profile.guessed]
    by_id = {row.id: row for row in people_without_lines(lines)}
    assert certain
    assert all(row == by_id[row.id] for row in certain)


def test_a_company_is_the_same_in_a_folder_of_joined_tables(small: Catalog, tmp_path: Path) -> None:
    """Ten entries each, in five tables; no entry joins another person."""
    records = list(people(40))
    mapping = as_folder(records, tmp_path / "export")
    joined = read_people(tmp_path / "export", small, TODAY, mapping=mapping).rows
    lines = rows(as_lines(iter(records)), "people.jsonl", tmp_path, small)
    for one, other in zip(joined, lines, strict=True):
        assert isinstance(one, Person)
        assert isinstance(other, Person)
        joined_profile, expected = one.profile, other.profile
        assert (one.id, one.joined, one.tags) == (other.id, other.joined, other.tags)
        for name in ("country", "education", "training", "certifications", "memberships"):
            assert getattr(joined_profile, name) == getattr(expected, name)
        assert [(job.title, job.start, job.end) for job in joined_profile.work or ()] == [
            (job.title, job.start, job.end) for job in expected.work or ()
        ]


def test_each_invalid_row_of_a_csv_is_rejected_and_harms_no_other(
    small: Catalog, tmp_path: Path
) -> None:
    """Broken quotes, extra cells, an old encoding, formulas and marks, with line and reason."""
    raw, faults = dirty_csv()
    read_rows = rows(raw, "people.csv", tmp_path, small)
    assert [type(row) for row in read_rows] == [Reject, Person] * len(faults)
    assert [row.line for row in read_rows] == list(range(2, 2 + 2 * len(faults)))
    for row, fault in zip(read_rows[::2], faults, strict=True):
        assert fault in faults_of(row)[0]


def test_an_id_belongs_to_one_person(small: Catalog, tmp_path: Path) -> None:
    """A second row is rejected with the line of the first; leading zeros make a different id."""
    read_rows = rows('{"id": "01"}\n\n{"id": "1"}\n{"id": 1}\n', "p.jsonl", tmp_path, small)
    assert [type(row) for row in read_rows] == [Person, Person, Reject]
    assert faults_of(read_rows[2]) == [
        "p.jsonl:4: id: is that of line 3 too; give every person one row"
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b'{"id": "1"', "is not valid JSON"),
        (b'{"id": "1", "id": "2"}', "id: written twice"),
        (b'{"id": "1", "title": "\\ud83d"}', "half a character"),
        (b'{"id": "1", "name": "\xe9"}', "is not UTF-8 text"),
        (b'{"id": "a\\u202eb"}', "direction marks"),
        (b'{"id": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"id": 1, "work": [{"months": ' + b"9" * 5000 + b"}]}", "number that is too long"),
        (b'{"id": 1, "name": NaN}', "has no value"),
        (b"[]", "is not a mapping"),
        (b'{"country": "GB"}', "id: is missing"),
        (b'{"id": "1", "certificatons": []}', "did you mean `certifications`?"),
        (b'{"id": "' + b"x" * MAX_LINE + b'"}', "is longer than 1 MB"),
        (b"\x00\x01\x02", "is not valid JSON"),
    ],
)
def test_a_broken_line_does_no_harm_to_the_next(
    line: bytes, fault: str, small: Catalog, tmp_path: Path
) -> None:
    """It is rejected with its line and its fault, which never contains the whole row."""
    read_rows = rows(line + b'\n{"id": "next"}', "people.jsonl", tmp_path, small)
    assert len(read_rows) == 2
    (problem, *_) = faults_of(read_rows[0])
    assert problem.startswith("people.jsonl:1: ")
    assert fault in problem
    assert len(problem) < 300
    assert isinstance(read_rows[1], Person)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (b"1,x,y,z", "has 4 cells where the header has 3"),
        (b'1,"a"b,', "is not a row"),
        (b"1,\xe9,", "is not UTF-8 text"),
        (b",x,", "id: is missing"),
        (b"1,x,3/12/2020", "joined: `3/12/2020` may be read in more than one way"),
        (b"1," + b"x" * MAX_LINE + b",", "is longer than 1 MB"),
        (b"1," + b"x" * 200_000 + b",", "is not a row"),
    ],
)
def test_a_broken_row_does_no_harm_to_the_next(
    row: bytes, fault: str, small: Catalog, tmp_path: Path
) -> None:
    """Faults have the name of the column."""
    text = b"id,title,joined\n" + row + b'\nnext,"two\nlines",2020-01-02\nlast,,\n'
    read_rows = rows(text, "people.csv", tmp_path, small)
    assert [read_row.line for read_row in read_rows] == [2, 3, 5]
    assert fault in faults_of(read_rows[0])[0]
    assert isinstance(read_rows[1], Person)
    assert read_rows[1].title == "two lines"


def test_a_row_with_an_unclosed_quote_is_rejected(small: Catalog, tmp_path: Path) -> None:
    """The text up to the end of the file is one reject, with the line where it begins."""
    read_rows = rows('id,title\n1,"open\n2,x\n', "people.csv", tmp_path, small)
    assert [row.line for row in read_rows] == [2]
    assert "close every quote" in faults_of(read_rows[0])[0]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("id,certificatons\n", "did you mean `certifications`?"),
        ("id,work.1.strt\n", "did you mean"),
        ("id,name,name\n", "stands in two columns"),
        ("name,title\n", "no column is called `id`"),
        ("", "no names of columns"),
        ("id\rname,title\n", "is not a valid CSV"),
        ("id," + "x" * 200_000, "is not a valid CSV"),
        (",".join(["id", *("x" * 9 for _ in range(10_000))]), "more than 2000 columns"),
    ],
)
def test_a_header_that_would_lose_facts_is_refused(
    text: str, fault: str, small: Catalog, tmp_path: Path
) -> None:
    """A misspelt column name is a fault, not an unused column."""
    with pytest.raises(InputError, match=fault.replace("?", r"\?")):
        rows(text, "people.csv", tmp_path, small)


def test_a_missing_id_names_the_columns_and_how_to_map_them(small: Catalog, tmp_path: Path) -> None:
    """Nothing else is said: the other names are of another system. A likely column is proposed."""
    with pytest.raises(InputError) as caught:
        rows("Email,Job Title,Certification\n", "our team.csv", tmp_path, small)
    (fault,) = caught.value.faults
    assert fault.problem.endswith("there are `Email`, `Job Title`, `Certification`")
    assert fault.remedy.startswith("`Email` looks like it: rename it to `id`, or run")
    assert "our team.csv' --output ours.yaml`" in fault.remedy
    with pytest.raises(InputError, match=r"`c12`, …; name one so, or run"):
        rows(",".join(f"c{number}" for number in range(1, 20)), "c.csv", tmp_path, small)


def test_a_column_of_other_systems_is_no_misspelling(small: Catalog, tmp_path: Path) -> None:
    """`Employee` is near the field `employer`, and is left out like any other column."""
    person = only_person("id,Employee,Employer ID\n1,Ada,77\n", "people.csv", tmp_path, small)
    assert (person.name, person.warnings) == (None, ())


def test_an_empty_cell_is_unknown_and_none_is_an_empty_list(small: Catalog, tmp_path: Path) -> None:
    """Unknown and "none" are different answers."""
    text = "id,certifications,work,courses,memberships\n1,,,none,\n2,none,none,,pmi; PMI\n"
    first, second = (
        row.profile for row in rows(text, "people.csv", tmp_path, small) if isinstance(row, Person)
    )
    assert (first.certifications, first.work, first.courses) == (None, None, ())
    assert (second.certifications, second.work, second.courses) == ((), (), None)
    assert second.memberships == ("pmi",)


def test_certificates_in_a_cell_are_recognised_as_people_write_them(
    catalog: Catalog, tmp_path: Path
) -> None:
    """An ambiguous one is ignored with a warning, and the list is marked as incomplete."""
    text = "id,certifications\n1,PMP®; Certified Scrum Master (CSM); CPM; Welding 2\n"
    person = only_person(text, "people.csv", tmp_path, catalog)
    ids = [credential.id for credential in person.profile.certifications or ()]
    assert ids == ["pmp", "csm", "welding-2"]
    assert person.profile.incomplete == ("certifications",)
    problems = [fault.problem for fault in person.warnings]
    assert "`CPM` may be several certifications; it counts for none" in problems
    assert len(problems) == 2  # the other: the last one is unknown


def test_degrees_in_a_cell_are_recognised_and_doubtful_ones_marked(
    small: Catalog, tmp_path: Path
) -> None:
    """A degree that may have two levels is a guess; an unfinished one is ignored."""
    text = "id,education\n1,MSc Physics\n2,Diplom-Informatiker\n3,Vordiplom\n"
    first, second, third = rows(text, "people.csv", tmp_path, small)
    assert isinstance(first, Person)
    assert isinstance(second, Person)
    assert isinstance(third, Person)
    assert [(education.degree, education.field) for education in first.profile.education or ()] == [
        ("master", "Physics")
    ]
    assert second.profile.guessed == ("education[0].degree",)
    assert third.profile.education is None
    assert third.warnings


@pytest.mark.parametrize(
    "name", ["people.jsonl", "people.csv", "people.yaml", "people", "people.docx"]
)
def test_a_missing_file_of_people_is_an_error_at_once(
    name: str, small: Catalog, tmp_path: Path
) -> None:
    """Before the first row is requested."""
    with pytest.raises(InputError, match="no such file"):
        read_people(tmp_path / name, small, TODAY)


def test_a_file_of_people_in_an_unknown_format_is_refused(small: Catalog, tmp_path: Path) -> None:
    """By its suffix; a YAML mapping is one profile and not a list."""
    file = tmp_path / "people.docx"
    file.write_bytes(b"")
    with pytest.raises(InputError, match="no form that is known"):
        read_people(file, small, TODAY)
    with pytest.raises(InputError, match="is not a list of people"):
        rows("country: GB\n", "people.yaml", tmp_path, small)


def test_rows_of_a_table_are_read_lazily(small: Catalog, tmp_path: Path) -> None:
    """The first person is available before the last one is read."""
    file = tmp_path / "people.jsonl"
    file.write_text('{"id": "1"}\n' * 1000, encoding="utf-8")
    opened = read_people(file, small, TODAY).rows
    assert isinstance(next(opened), Person)
    opened.close()  # type: ignore[attr-defined]  # a generator, which closes the file
