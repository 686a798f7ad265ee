"""Tables of people in .xlsx: typed cells, several sheets, and hostile files."""

import sys
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.people import workbook
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person, Reject

TODAY = date(2026, 11, 22)
Rows = Iterable[Iterable[Any]]
MAPPING = """
tables:
  - {file: staff*.csv, columns: {No: id, Job: title}}
  - {file: badges.csv, section: certifications, columns: {No: id, Name: certification}}
"""


def save_workbook(path: Path, **sheets: Rows) -> Any:
    """Save a workbook with these sheets, and return it to be changed and saved again."""
    created = openpyxl.Workbook()
    created.remove(created.active)
    for name, rows in sheets.items():
        sheet = created.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    created.save(path)
    return created


def read(path: Path, catalog: Catalog, mapping: Path | str | None = None) -> list[Person | Reject]:
    """The rows of a file."""
    return list(read_people(path, catalog, TODAY, mapping=mapping, display_name=path.name).rows)


def people_of(path: Path, catalog: Catalog, mapping: Path | str | None = None) -> list[Person]:
    """The people of a file; no row may be rejected."""
    rows = read(path, catalog, mapping)
    people = [row for row in rows if isinstance(row, Person)]
    assert people == rows
    return people


def test_typed_cells_are_read_as_in_a_csv(small: Catalog, tmp_path: Path) -> None:
    """Dates without the time, whole numbers without a fraction, an id as it is shown."""
    file = tmp_path / "people.xlsx"
    created = save_workbook(
        file,
        Staff=[
            ["id", "joined", "promoted", "work.1.start", "training.1.hours", "training.1.topic"],
            [
                71,
                datetime.fromisoformat("2020-02-01"),
                date(2023, 1, 15),
                2019,
                35.0,
                "project-management",
            ],
            [
                "007",
                datetime.fromisoformat("2020-02-01T13:45"),
                None,
                "2019-03",
                7.5,
                "project-management",
            ],
            [71.0, None, None, None, None, None],
        ],
    )
    created["Staff"]["A4"].number_format = "00000"
    created.save(file)
    first, second, third = people_of(file, small)
    assert [one.id for one in (first, second, third)] == ["71", "007", "00071"]
    assert [one.line for one in (first, second, third)] == [2, 3, 4]
    assert (first.joined, first.promoted) == (date(2020, 2, 1), date(2023, 1, 15))
    assert second.joined == date(2020, 2, 1)
    (job,) = first.profile.work or ()
    assert job.start == date(2019, 1, 1)
    hours = [one.hours for person in (first, second) for one in person.profile.training or ()]
    assert hours == [35, 7.5]


def test_a_formula_has_its_last_calculated_value(small: Catalog, tmp_path: Path) -> None:
    """Without one it is empty; no formula is ever calculated."""
    file = tmp_path / "people.xlsx"
    save_workbook(file, Staff=[["id", "title"], ["1", '="Project "&"manager"'], ["2", "=1+1"]])
    edit_part(file, "xl/worksheets/sheet1.xml", lambda text: text.replace(
        b'<f>"Project "&amp;"manager"</f><v />', b"<f>x</f><v>Project manager</v>"
    ).replace(b'<c r="B2">', b'<c r="B2" t="str">'))  # fmt: skip
    first, second = people_of(file, small)
    assert (first.title, second.title) == ("Project manager", None)


def test_faults_name_the_row_of_the_sheet(small: Catalog, tmp_path: Path) -> None:
    """Empty rows above and below the header are skipped, but counted."""
    file = tmp_path / "people.xlsx"
    rows: Rows = [[], ["id", "work.months"], [], ["1", "XX"], ["1", "9"], ["2", time(3, 4)]]
    save_workbook(file, Staff=rows)
    number = "is not a whole number; write 1 to 720, without quotes"
    faults_by_row = (row.faults for row in read(file, small) if isinstance(row, Reject))
    assert [str(fault) for faults in faults_by_row for fault in faults] == [
        f"people.xlsx:4: work.months: `XX` {number}",
        "people.xlsx:5: id: is that of line 4 too; give every person one row",
        f"people.xlsx:6: work.months: `03:04:00` {number}",
    ]


def test_only_visible_sheets_and_named_columns_are_read(small: Catalog, tmp_path: Path) -> None:
    """Not hidden or empty sheets, notes next to the table, or cells under a merged header."""
    file = tmp_path / "people.xlsx"
    created = save_workbook(
        file,
        Old=[["id"], ["9"]],
        Staff=[["id", "title", None, None], ["1", "PM", "x", None, "a note"]],
        Empty=[],
    )
    created["Old"].sheet_state = "hidden"
    created["Staff"].merge_cells("B1:C1")
    created.save(file)
    (person,) = people_of(file, small)
    assert (person.id, person.title) == ("1", "PM")


def test_of_several_sheets_the_one_with_ids_is_read(small: Catalog, tmp_path: Path) -> None:
    """A sheet of notes does no harm; between two tables there is no guessing."""
    file = tmp_path / "people.xlsx"
    save_workbook(file, Notes=[["Made by HR"]], Staff=[["id"], ["1"]])
    assert [person.id for person in people_of(file, small)] == ["1"]
    save_workbook(file, Staff=[["id"], ["1"]], Leavers=[["ID"], ["2"]])
    with pytest.raises(InputError, match="2 sheets with a column `id`, of: Staff, Leavers"):
        read(file, small)


def test_sheets_of_a_workbook_replace_the_files_of_a_folder(small: Catalog, tmp_path: Path) -> None:
    """One mapping reads a folder of CSVs, a workbook of sheets, and a folder with both."""
    mapping, file = tmp_path / "ours.yaml", tmp_path / "all.xlsx"
    mapping.write_text(MAPPING, encoding="utf-8")
    staff: Rows = [["No", "Job"], [1, "Project manager"]]
    badges: Rows = [["No", "Name"], [1, "CAPM"]]
    save_workbook(file, Staff=staff, Badges=badges)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "staff.csv").write_text("No,Job\n1,Project manager\n", encoding="utf-8")
    save_workbook(folder / "badges.xlsx", Anything=badges)
    (folder / "~$badges.xlsx").write_bytes(b"a lock")
    mixed = tmp_path / "mixed.yaml"
    mixed.write_text(MAPPING.replace("badges.csv", "badges.xlsx"), encoding="utf-8")
    (one,), (other,) = people_of(file, small, mapping), people_of(folder, small, mixed)
    assert one == other
    assert [credential.id for credential in one.profile.certifications or ()] == ["capm"]
    save_workbook(folder / "badges.xlsx", Anything=badges, More=badges)
    with pytest.raises(InputError, match=r"badges\.xlsx: shows 2 sheets"):
        read(folder, small, mixed)


def test_the_only_sheet_is_the_table_of_persons(small: Catalog, tmp_path: Path) -> None:
    """Whatever the sheet is called."""
    file = tmp_path / "any.xlsx"
    save_workbook(file, Sheet1=[["Employee ID", "Business Title"], [1, "PM"]])
    (person,) = people_of(file, small, "workday")
    assert (person.id, person.title) == ("1", "PM")


def edit_part(path: Path, name: str, change: Any) -> None:
    """Change one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, content in parts.items():
            archive.writestr(one, content)


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("declared", [ENTITIES, OUTSIDE])
def test_xml_entities_in_a_workbook_are_refused(
    declared: bytes, part: str, small: Catalog, tmp_path: Path
) -> None:
    """Those that multiply and those that fetch a file."""
    file = tmp_path / "people.xlsx"
    save_workbook(file, Staff=[["id"], ["1"]])
    edit_part(file, part, lambda text: declared + text.split(b"?>")[-1])
    with pytest.raises(InputError, match="is not a readable workbook"):
        read(file, small)


@pytest.mark.parametrize(
    ("size", "fault"),
    [(5, "unpacks to far more than tables do"), (40, "unpacks to more than 32 MB")],
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(
    size: int, fault: str, small: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its directory; an entry with a false size is cut off at that size."""
    file = tmp_path / "people.xlsx"
    save_workbook(file, Staff=[["id"], ["1"]])
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/much.xml", bytes(size * 1024 * 1024))
    assert file.stat().st_size < 100_000
    monkeypatch.setattr(workbook, "_MAX_UNPACKED", 32 * 1024 * 1024)
    with pytest.raises(InputError, match=fault):
        read(file, small)


def test_a_large_part_that_is_kept_in_memory_is_refused(
    small: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shared strings are in memory whole, so their limit is tighter than that of sheets."""
    file = tmp_path / "people.xlsx"
    save_workbook(file, Staff=[["id"], ["1"]])
    monkeypatch.setattr(workbook, "_MAX_PART", 10)
    with pytest.raises(InputError, match="holds a part of more than"):
        read(file, small)


@pytest.mark.parametrize(
    "raw",
    [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 an encrypted workbook", b"id,title\n1,PM\n", bytes(99)],
)
def test_a_file_that_is_not_a_workbook_is_refused(
    raw: bytes, small: Catalog, tmp_path: Path
) -> None:
    """Including old formats, encrypted files and a CSV with the wrong suffix."""
    file = tmp_path / "people.xlsx"
    file.write_bytes(raw)
    with pytest.raises(InputError, match=r"is not a readable workbook; save it as an \.xlsx"):
        read(file, small)


def test_a_truncated_sheet_is_refused(small: Catalog, tmp_path: Path) -> None:
    """The rows before the break are not passed off as the whole table."""
    file = tmp_path / "people.xlsx"
    save_workbook(file, Staff=[["id"], ["1"], ["2"]])
    edit_part(file, "xl/worksheets/sheet1.xml", lambda text: text[: text.rindex(b"<row")])
    with pytest.raises(InputError, match="is not a readable workbook"):
        read(file, small)


def test_columns_and_empty_books_are_bounded(small: Catalog, tmp_path: Path) -> None:
    """Ten thousand columns, and a workbook with only empty sheets."""
    file = tmp_path / "people.xlsx"
    save_workbook(file, Staff=[["id", *(f"c{at}" for at in range(10_000))], ["1"]])
    with pytest.raises(InputError, match="more than 2000 columns"):
        read(file, small)
    save_workbook(file, Staff=[])
    with pytest.raises(InputError, match="shows no sheet that holds anything"):
        read(file, small)
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none.xlsx", small)


def test_a_row_at_the_end_of_the_sheet_costs_no_more_than_its_rows(
    small: Catalog, tmp_path: Path
) -> None:
    """A million empty rows in between are skipped; a row beyond the limit is not read."""
    file = tmp_path / "people.xlsx"
    created = save_workbook(file, Staff=[["id"], ["1"]])
    created["Staff"]["A1048576"] = "last"
    created.save(file)
    assert [person.line for person in people_of(file, small)] == [2, 1_048_576]
    edit_part(
        file,
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace(b'"1048576"', b'"99999999999"').replace(b"A1048576", b"A2000000"),
    )
    assert [person.line for person in people_of(file, small)] == [2]


def test_macros_of_a_workbook_are_never_read(small: Catalog, tmp_path: Path) -> None:
    """Even an invalid one does no harm."""
    file = tmp_path / "people.xlsm"
    save_workbook(file, Staff=[["id"], ["1"]])
    edit_part(file, "xl/vbaProject.bin", lambda _: b"no macro at all")
    assert len(people_of(file, small)) == 1


def test_without_openpyxl_the_remedy_is_named(
    small: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which package to install, or which format needs none."""
    file = tmp_path / "people.xlsx"
    save_workbook(file, Staff=[["id"], ["1"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(InputError, match=r"pip install 'certadvisor\[xlsx\]'"):
        read(file, small)


def test_reading_a_workbook_writes_no_file(small: Catalog, tmp_path: Path) -> None:
    """No copy of personal data is left anywhere."""
    file = tmp_path / "people.xlsx"
    save_workbook(file, Staff=[["id"], ["1"]])
    opened: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and is_watching and arguments[1] not in (None, "r", "rb"):
            opened.append(str(arguments[0]))

    is_watching = True
    sys.addaudithook(watch)
    people_of(file, small)
    is_watching = False
    assert opened == []
