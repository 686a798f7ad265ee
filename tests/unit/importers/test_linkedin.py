"""The importer of LinkedIn's export: variants of its tables, and files that stay closed."""

import sys
from pathlib import Path
from typing import Any

import pytest
from importing import TODAY, import_export, make_zip, read_back, report_texts

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.profile.importers.detect import import_bytes, import_path
from certadvisor.profile.importers.result import LineKind

POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\r\n"
WHOLE = {
    "Positions": f"\ufeff{POSITIONS}"
    'Acme,IT project manager,"Led,\r\nand led.",Hull,Mar 2021,\r\n'
    "Acme,Project manager,,,Jan 2018,Feb 2021\r\n",
    "Education": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    "U of Hull,2012,2015,,BSc Computer Science,Chess\n"
    "Hull High School,2005,2012,,,\n",
    "Certifications": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "Project Management Professional (PMP)®,javascript:alert(1),PMI,May 2022,May 2025,123\n"
    "Best Cook,,Me,Jan 2020,,\n",
    "Skills": "Name\nLeadership\nPiano\n",
    "Projects": "Title,Description,Url,Started On,Finished On\nERP,Big,,Jan 2019,Feb 2020\n",
}


def test_a_whole_export_becomes_a_profile(small: Catalog) -> None:
    """With a byte order mark, line breaks in cells and columns that are not used."""
    imported = import_export(small, **WHOLE)
    assert imported.format == "linkedin"
    assert imported.profile == {
        "education": [
            {"degree": "bachelor", "field": "Computer Science", "awarded": "2015"},
            {"degree": "secondary", "awarded": "2012"},
        ],
        "work": [
            {"title": "IT project manager", "start": "2021-03"},
            {"title": "Project manager", "start": "2018-01", "end": "2021-02"},
        ],
        "certifications": [{"id": "pmp", "earned": "2022-05", "expires": "2025-05"}],
        "skills": ["leadership"],
        "guessed": ["education[1].degree"],
    }
    assert report_texts(imported, LineKind.UNREAD) == []
    assert report_texts(imported, LineKind.QUESTION) == [
        "Projects.csv line 2: what was your part in the project “ERP”?"
    ]
    assert report_texts(imported, LineKind.UNUSED) == [
        "Positions.csv, Company Name: no part of a profile",
        "Positions.csv, Description: no part of a profile",
        "Positions.csv, Location: no part of a profile",
        "Education.csv, Activities: no part of a profile",
        "Education.csv, School Name: no part of a profile",
        "Education.csv, Start Date: no part of a profile",
        "Certifications.csv, Url: no part of a profile",
        "Certifications.csv, License Number: no part of a profile",
        "Certifications.csv line 3 “Best Cook”: the catalogue has no such certification",
        "Skills.csv line 3, Name “Piano”: the catalogue has no such skill",
        "Projects.csv, Description: no part of a profile",
    ]
    read_back(imported, small)


@pytest.mark.parametrize(
    "table",
    [
        f"{POSITIONS}Acme,Project manager,,,2018-01,2021-02",
        "Title,Started On,Finished On,\nProject manager,Jan 2018,Feb 2021,\n",
        "Position;From;To\nProject manager;January 2018;February 2021",
        f'Notes:\n"Some, words"\n\n{POSITIONS}Acme,Project manager,x,y,2018-01-31,2021-02-01',
    ],
    ids=["ISO dates", "fewer columns", "semicolons", "preamble"],
)
def test_variants_of_a_table_are_read(table: str, small: Catalog) -> None:
    """As written by exports of different years and by spreadsheets."""
    (work,) = import_export(small, Positions=table).profile["work"]
    assert (work["title"], work["start"][:7], work["end"][:7]) == (
        "Project manager",
        "2018-01",
        "2021-02",
    )


def test_an_ambiguous_date_is_reported_with_its_row(small: Catalog) -> None:
    """The other rows are imported."""
    rows = (
        "A,Project manager,,,06/07/2014,\nA,Scrum master,,,Foo 2015,\nA,Program manager,,,May 2016,"
    )
    imported = import_export(small, Positions=POSITIONS + rows)
    assert [(line.location, line.remedy) for line in imported.lines(LineKind.UNREAD)] == [
        ("Positions.csv line 2, Started On", "write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("Positions.csv line 3, Started On", "write YYYY, YYYY-MM or YYYY-MM-DD"),
    ]
    assert imported.profile["work"][2] == {"title": "Program manager", "start": "2016-05"}


def test_a_row_has_the_line_on_which_it_begins(small: Catalog) -> None:
    """Even below a cell with line breaks."""
    rows = 'A,PM,"one\n\ntwo",,Jan 2020,\n\nA,Cook,,,Jan 2019,Dec 2019\n'
    imported = import_export(small, Positions=POSITIONS.replace("\r", "") + rows)
    assert report_texts(imported, LineKind.QUESTION) == [
        "Positions.csv line 6: what did you do as “Cook”?"
    ]


@pytest.mark.parametrize("table", ["", "No positions found", "a,b\n1,2\n", "\n\n\n"])
def test_a_table_without_its_columns_is_reported(table: str, small: Catalog) -> None:
    """It may be empty, or not be a table at all."""
    imported = import_export(small, Positions=table, Skills="Name\nLeadership\n")
    assert imported.profile == {"skills": ["leadership"]}
    assert report_texts(imported, LineKind.UNREAD) == [
        "Positions.csv: has no row with the names of the columns, so it was not read"
    ]


def test_columns_of_one_name_and_cells_beyond_the_header_are_reported(small: Catalog) -> None:
    """Nothing is ignored in silence."""
    imported = import_export(small, Positions="Title,Title,Started On\nPM,Cook,Jan 2020,more\n")
    assert imported.profile["work"] == [{"title": "PM", "start": "2020-01"}]
    assert report_texts(imported, LineKind.UNREAD) == [
        "Positions.csv, Title: is the name of two columns; the first was taken"
    ]
    assert report_texts(imported, LineKind.UNUSED) == [
        "Positions.csv, Title: no part of a profile",
        "Positions.csv, a cell beyond the header: no part of a profile",
    ]


def test_the_folder_of_an_export_gives_the_same_profile(small: Catalog, tmp_path: Path) -> None:
    """Unpacked, with the tables in it or in one folder below."""
    subfolder = tmp_path / "Basic_LinkedInDataExport_11-22-2026"
    subfolder.mkdir()
    for name, text in WHOLE.items():
        (subfolder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    from_zip = import_export(small, **WHOLE)
    for folder in (subfolder, tmp_path):
        imported = import_path(folder, small, TODAY)
        assert imported.profile == from_zip.profile
        assert imported.report == from_zip.report


def test_no_other_file_of_an_export_is_opened(small: Catalog, tmp_path: Path) -> None:
    """The folder also contains messages, birth dates and addresses."""
    for name in ("Profile", "messages", "Connections", "Email Addresses", "Positions", "Learning"):
        (tmp_path / f"{name}.csv").write_text(POSITIONS, encoding="utf-8")
    opened: list[str] = []
    is_watching = True

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if is_watching and event == "open":
            opened.append(str(arguments[0]))

    sys.addaudithook(watch)
    import_path(tmp_path, small, TODAY)
    is_watching = False
    assert [path for path in opened if path.startswith(str(tmp_path))] == [
        str(tmp_path / "Positions.csv")
    ]


def test_no_other_entry_of_a_zip_is_unpacked(small: Catalog) -> None:
    """A broken entry does no harm, because it is never opened."""
    raw = make_zip({"folder/Positions.csv": WHOLE["Positions"], "messages.csv": "x" * 5000})
    index = raw.index(b"messages.csv") + len("messages.csv")
    broken = raw[:index] + b"\xff\xff\xff" + raw[index + 3 :]
    assert import_bytes(broken, "export.zip", small, TODAY).profile["work"]


def test_an_export_without_any_table_is_an_error(small: Catalog, tmp_path: Path) -> None:
    """With the names of the tables that would be read."""
    with pytest.raises(InputError, match="holds no table of a LinkedIn export"):
        import_path(tmp_path, small, TODAY)
    with pytest.raises(InputError, match="holds no table of a LinkedIn export"):
        import_bytes(make_zip({"a.csv": "x"}), "export.zip", small, TODAY)
