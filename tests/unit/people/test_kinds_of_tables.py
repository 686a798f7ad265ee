"""The forms in which HR keeps its tables: each can be mapped, and none is read in silence."""

from datetime import date
from pathlib import Path

import pytest
from tables_of_people import held, people_of, rows_of

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.people.note_taker import NoteTaker
from certadvisor.people.person import Person, Reject

MATRIX = (
    "tables: [{columns: {Emp: id}, dates: DD/MM/YYYY, matrix: {columns: {PMP: pmp, CAPM: capm}}}]"
)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("14/03/2025,", {"pmp": (date(2025, 3, 14), None)}),
        (",", None),
        ("-,#N/A", None),
        ("no,nein", None),
        ("x,", {"pmp": (None, None)}),
        ("14/03/2025,ja", {"pmp": (date(2025, 3, 14), None), "capm": (None, None)}),
    ],
)
def test_a_matrix_says_who_holds_what(
    cells: str, expected: object, small: Catalog, tmp_path: Path
) -> None:
    """A date or a mark says that it is held; an empty cell and a "no" do not."""
    rows = rows_of(tmp_path / "t", small, MATRIX, staff=f"Emp,PMP,CAPM\n1,{cells}\n")
    assert held(rows[0]) == expected


def test_a_cell_of_a_matrix_that_is_not_understood_is_in_doubt(
    small: Catalog, tmp_path: Path
) -> None:
    """It is neither a yes nor a no, and it is reported."""
    rows = rows_of(tmp_path / "t", small, MATRIX, staff="Emp,PMP,CAPM\n1,exam booked,\n")
    assert isinstance(rows[0], Person)
    assert held(rows[0]) is None
    assert ["exam booked" in fault.problem for fault in rows[0].warnings] == [True]


def test_a_complete_matrix_says_that_there_is_none(small: Catalog, tmp_path: Path) -> None:
    """Then, and only then, an empty row is a no."""
    mapping = MATRIX.replace("capm}}", "capm}, complete: true}")
    assert held(rows_of(tmp_path / "t", small, mapping, staff="Emp,PMP,CAPM\n1,,\n")[0]) == {}


@pytest.mark.parametrize("name", ["PMPX", "CPM"])
def test_a_name_in_a_matrix_is_that_of_one_certification(
    name: str, small: Catalog, tmp_path: Path
) -> None:
    """Else a whole column would be ignored."""
    mapping = MATRIX.replace("PMP: pmp", f"PMP: {name}")
    with pytest.raises(InputError, match=f"`{name}` under `matrix:` is not a single certification"):
        rows_of(tmp_path / "t", small, mapping, staff="Emp,PMP,CAPM\n1,,\n")


@pytest.mark.parametrize("section", ["", ", section: certifications"])
def test_nothing_but_constants_makes_no_entry(section: str, small: Catalog, tmp_path: Path) -> None:
    """An empty cell under "PMP" is no PMP, in a table of persons or of entries."""
    fields = ("certifications.1.", "certifications.1.id") if not section else ("", "certification")
    mapping = (
        f"tables: [{{columns: {{Emp: id, PMP: {fields[0]}earned}}, "
        f"constants: {{{fields[1]}: pmp}}{section}}}]"
    )
    rows = rows_of(tmp_path / "t", small, mapping, staff="Emp,PMP\n1,2025-03-14\n2,\n")
    assert [held(row) for row in rows] == [{"pmp": (date(2025, 3, 14), None)}, None]


def test_people_come_from_a_table_of_certificates_alone(small: Catalog, tmp_path: Path) -> None:
    """With what the rows say of the person beside the certificate."""
    mapping = """
tables:
  - section: certifications
    columns: {Name: id, Job: person.title, What: certification, From: earned, To: expires}
"""
    table = (
        "Name,Job,What,From,To\nPat,Project manager,PMP,2025-01-02,2028-01-02\n"
        "Sam,Tester,CAPM,2024-05-06,\nPat,Programme manager,CAPM,2023-01-01,\n"
    )
    pat, sam = rows_of(tmp_path / "t", small, mapping, certificates=table)
    assert held(pat) == {
        "pmp": (date(2025, 1, 2), date(2028, 1, 2)),
        "capm": (date(2023, 1, 1), None),
    }
    assert held(sam) == {"capm": (date(2024, 5, 6), None)}
    assert isinstance(pat, Person)
    assert pat.title == "Project manager"
    assert ["says otherwise" in fault.problem for fault in pat.warnings] == [True]


def test_people_left_out_by_a_filter_are_left_out_of_every_table(
    small: Catalog, tmp_path: Path
) -> None:
    """Their certificates are no fault; those of other people still are."""
    mapping = """
tables:
  - {file: staff.csv, columns: {Emp: id}, only: {Status: [Active]}}
  - {file: certs.csv, section: certifications, columns: {Emp: id, What: certification}}
"""
    staff = "Emp,Status\n1,Active\n2,Left\n"
    certs = "Emp,What\n1,PMP\n2,PMP\n3,PMP\n"
    rows = rows_of(tmp_path / "t", small, mapping, staff=staff, certs=certs)
    assert [(type(row), row.id) for row in rows] == [(Person, "1"), (Reject, "3")]


def test_names_are_looked_up(small: Catalog, tmp_path: Path) -> None:
    """Persons by names, certificates by codes; a name of two people stands for neither."""
    mapping = """
tables:
  - {file: staff.csv, columns: {Emp: id}}
  - file: certs.csv
    section: certifications
    id: [First, Last]
    columns: {Code: certification}
    look_up:
      id: {file: names.csv, key: [Given, Family], value: Emp}
      certification: {file: codes.csv, key: Code, value: Title}
"""
    rows = rows_of(
        tmp_path / "t", small, mapping, staff="Emp\n1\n2\n3\n",
        certs="First,Last,Code\nPat,Doe,C1\nKim,Roe,C1\n",
        names="Emp,Given,Family\n1,Pat,Doe\n2,Kim,Roe\n3,Kim,Roe\n", codes="Code,Title\nC1,PMP\n",
    )  # fmt: skip
    assert [held(row) for row in rows[:3]] == [{"pmp": (None, None)}, None, None]
    assert isinstance(rows[3], Reject)


@pytest.mark.parametrize(
    ("above", "mapping"),
    [
        ("Report of 2026\n\n", "tables: [{columns: {Emp: id, Job: title}}]"),
        ("Emp,Job,old\n", "tables: [{header: 2, columns: {Emp: id, Job: title}}]"),
        ("sep=;\r\n", "tables: [{columns: {Emp: id, Job: title}}]"),
    ],
)
def test_the_header_may_stand_below_other_lines(
    above: str, mapping: str, small: Catalog, tmp_path: Path
) -> None:
    """It is the first row with the columns of the mapping, or the line that the mapping gives."""
    table = "Emp,Job\n1,Tester\n"
    table = table.replace(",", ";") if above.startswith("sep") else table
    (row,) = rows_of(tmp_path / "t", small, mapping, staff=above + table)
    assert isinstance(row, Person)
    assert (row.id, row.title) == ("1", "Tester")


@pytest.mark.parametrize(
    ("cell", "months"), [("7", 84), ("7.5", 90), ("7,5", 90), ("10+ years", 120), ("many", None)]
)
def test_years_of_experience_are_months(
    cell: str, months: int | None, small: Catalog, tmp_path: Path
) -> None:
    """Of the kind that the mapping gives; what is not a number is reported and ignored."""
    mapping = (
        "tables: [{columns: {Emp: id, Exp: work.1.years}, constants: {work.1.kinds: project}}]"
    )
    (row,) = rows_of(tmp_path / "t", small, mapping, staff=f'Emp,Exp\n1,"{cell}"\n')
    assert isinstance(row, Person)
    assert [one.months for one in row.profile.work or ()] == ([months] if months else [])
    assert bool(row.warnings) == (months is None)


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("id,title\r1,Tester\r2,Tester\r", ["1", "2"]),
        ("id;title;country\n1;Tester\n", ["1"]),
        ("id,title\n1,Tester,,\n", ["1"]),
        ("id|title\n1|Tester\n", ["1"]),
    ],
)
def test_forms_of_csv(table: str, rows: list[str], small: Catalog, tmp_path: Path) -> None:
    """Ends of lines of old Macs, rows that lack their last cells, and rows with empty ones."""
    found = rows_of(tmp_path / "t", small, None, people=table)
    assert [row.id for row in found if isinstance(row, Person)] == rows


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("Expiry Date", "a date of expiry"),
        ("Gültig bis", "a date of expiry"),
        ("PMP expires", "a date of expiry"),
        ("Job Title", "a job title"),
        ("Intitulé du poste", "a job title"),
        ("Degree", "a degree"),
        ("Wykształcenie", "a degree"),
        ("Personalnummer", "a person's number"),
        ("Issuing organization", "an issuer"),
        ("Years of experience", "years of experience"),
        ("資格名", "a certification"),
        ("PMP", "a certification"),
    ],
)
def test_a_column_that_looks_like_a_fact_stops_the_run(
    header: str, what: str, small: Catalog, tmp_path: Path
) -> None:
    """Without a mapping, and by one, until it reads the column or leaves it out."""
    table = f"Emp,title,{header}\n1,Tester,x\n"
    mapping = "tables: [{columns: {Emp: id, title: title}}]"
    with pytest.raises(InputError, match=f"looks like {what}"):
        rows_of(tmp_path / "t", small, None, people=table.replace("Emp", "id"))
    with pytest.raises(InputError, match=f"looks like {what}"):
        rows_of(tmp_path / "t", small, mapping, people=table)
    left_out = mapping.replace("}}", f'}}, leave_out: ["{header}"]}}')
    people = people_of(tmp_path / "t", small, left_out, people=table)
    assert (len(list(people.rows)), people.unused_columns) == (1, ())


@pytest.mark.parametrize(
    "header",
    ["Desk", "Manager's job title", "Contract end date", "Date of birth", "Certificate number",
     "Visa expiry date", "Position ID", "Salary", "Role category"],
)  # fmt: skip
def test_other_columns_are_reported(header: str, small: Catalog, tmp_path: Path) -> None:
    """They stop nothing, and are named."""
    people = people_of(tmp_path / "t", small, None, people=f"id,title,{header}\n1,Tester,x\n")
    assert people.unused_columns == (header,)
    assert [type(row) for row in people.rows] == [Person]


def test_what_is_ignored_is_counted_by_what_is_wrong(small: Catalog, tmp_path: Path) -> None:
    """The same value in several rows is one line, the most frequent first."""
    table = "id,certifications\n1,First aid\n2,PMP; First aid\n3,Knitting\n"
    taker = NoteTaker(people_of(tmp_path / "t", small, None, people=table))
    assert len(list(taker.rows())) == 3
    assert [(one.times, one.problem[:45]) for one in taker.notes().ignored] == [
        (2, "the catalogue has no certification `First aid`"[:45]),
        (1, "the catalogue has no certification `Knitting`,"[:45]),
    ]


def test_a_country_of_another_language_is_read_and_an_unknown_one_ignored(
    small: Catalog, tmp_path: Path
) -> None:
    """Neither costs the row."""
    rows = rows_of(tmp_path / "t", small, None, staff="id,country\n1,Allemagne\n2,Ruritania\n")
    assert [row.profile.country for row in rows if isinstance(row, Person)] == ["DE", None]
    assert isinstance(rows[1], Person)
    assert ["Ruritania" in fault.problem for fault in rows[1].warnings] == [True]


@pytest.mark.parametrize("day", ["planned", "in progress", "expected 2027"])
def test_a_remark_in_place_of_the_day_is_no_award(day: str, small: Catalog, tmp_path: Path) -> None:
    """Of a certification for life too, which would be held whenever it was earned."""
    header = "id,certifications.id,certifications.earned"
    rows = rows_of(tmp_path / "t", small, None, staff=f"{header}\n1,psm-i,{day}\n")
    assert held(rows[0]) is None
