"""Proposed mappings: exports whose columns carry the names of well-known systems."""

from datetime import date
from pathlib import Path

import pytest
from running import program, run

from certadvisor.catalog.loader import load_catalog
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person
from certadvisor.people.proposal import propose_mapping
from certadvisor.people.proposal_writer import render_mapping

EXPORTS = Path(__file__).parents[1] / "people" / "exports"
DAY = date(2026, 11, 30)
# What each sheet says of its first person: title, first day, certifications, hours of training.
EXPECTED = {
    "adp-census": ("Program Manager", date(2015, 2, 18), [], []),
    "bamboohr-employees": ("Project Manager", date(2019, 3, 25), [], []),
    "cornerstone-transcript": (None, None, [], [14, 7]),
    "docebo-certifications": (None, None, ["pmp"], []),
    "factorial-empleados": ("Jefe de proyecto", date(2017, 9, 25), [], []),
    "moodle-completion": (None, None, [], [None]),
    "peopleforce-employees": ("IT Project Manager", date(2023, 12, 1), [], []),
    "personio-mitarbeiter": ("Projektleiter", date(2018, 3, 15), [], []),
    "totara-certifications": (None, None, ["pmp", "csm"], []),
    "tracker-matrix": ("Project Manager", None, ["pmp", "csm"], []),
    "workday-certifications": ("Project Manager", None, ["pmp", "csm"], []),
}


def propose(file: Path, tmp_path: Path) -> tuple[Path, str]:
    """The proposed mapping as a file, and its text."""
    text = render_mapping(propose_mapping(file, file.name, load_catalog(()), DAY), file.name)
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(text, encoding="utf-8")
    return mapping, text


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_proposed_mapping_reads_the_export(name: str, tmp_path: Path) -> None:
    """As it is: every row can be read, and no column is left unsaid."""
    file = EXPORTS / f"{name}.csv"
    mapping, _ = propose(file, tmp_path)
    people = read_people(file, load_catalog(()), DAY, mapping=mapping)
    first, *others = people.rows
    assert people.unused_columns == ()
    assert all(isinstance(row, Person) for row in (first, *others))
    assert isinstance(first, Person)
    profile = first.profile
    assert (
        first.title,
        first.joined,
        [one.id for one in profile.certifications or ()],
        [one.hours for one in profile.training or ()],
    ) == EXPECTED[name]


@pytest.mark.parametrize(
    ("dates", "line"),
    [
        (("25/03/2024", "01/02/2024"), "dates: DD/MM/YYYY  # by 25/03/2024"),
        (("03/25/2024", "01/02/2024"), "dates: MM/DD/YYYY  # by 03/25/2024"),
        (("03/04/2024", "01/02/2024"), "# ? dates: DD/MM/YYYY or MM/DD/YYYY? every date fits both"),
        (("25/03/2024", "03/25/2024"), "# ? dates: 25/03/2024 begins with the day"),
        (("25.03.24", "01.02.24"), "dates: DD.MM.YY"),
        (("2024-03-25", "5 May 2024"), ""),
    ],
)
def test_the_order_of_day_and_month_is_read_off_the_cells(
    dates: tuple[str, str], line: str, tmp_path: Path
) -> None:
    """And asked for where the cells do not show it."""
    file = tmp_path / "staff.csv"
    rows = "".join(f"{number},{cell}\n" for number, cell in enumerate(dates))
    file.write_text(f"Emp ID,Hire Date\n{rows}", encoding="utf-8")
    _, text = propose(file, tmp_path)
    assert line in text
    assert bool(line) or "dates:" not in text


def test_a_folder_gets_a_map_for_each_table(tmp_path: Path) -> None:
    """The one with the titles is that of the persons."""
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "staff.csv").write_text("employee_id,role\n1,Project Manager\n", encoding="utf-8")
    (folder / "certs.csv").write_text(
        "employee_id,name,earned\n1,PMP,2025-03-01\n1,CSM,2025-04-01\n", encoding="utf-8"
    )
    mapping, _ = propose(folder, tmp_path)
    (row,) = read_people(folder, load_catalog(()), DAY, mapping=mapping).rows
    assert isinstance(row, Person)
    assert [one.id for one in row.profile.certifications or ()] == ["pmp", "csm"]


def test_a_missing_id_names_the_command(tmp_path: Path) -> None:
    """So that whoever tries a file first learns of it."""
    file = tmp_path / "staff.csv"
    file.write_text("Employee ID,Job Title\n1,Project Manager\n", encoding="utf-8")
    assert "certadvisor people map" in run("people", "check", str(file)).stderr


def test_the_command_writes_the_mapping_and_counts_its_questions() -> None:
    """The mapping on standard output, what comes next on standard error."""
    result = program("people", "map", str(EXPORTS / "tracker-matrix.csv"))
    assert result.returncode == 0
    assert "PMP: pmp" in result.stdout
    assert result.stderr.startswith("2 questions. Next: certadvisor people check")


SHEET = """Email,Job Title,Certification,Expiry Date
ann@x.example,Project Manager,PRINCE2 Practitioner,11/30/2027
bob@x.example,Scrum Master,PMP; CSM,06/30/2027; 07/31/2028
cy@x.example,Tester,,
"""


def test_what_only_the_company_knows_is_offered_ready_to_be_uncommented(tmp_path: Path) -> None:
    """Which edition a name stands for, and that who has no certification here has none."""
    sheet = tmp_path / "team.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    mapping, text = propose(sheet, tmp_path)
    unsure = read_people(sheet, load_catalog(()), DAY, mapping=mapping).rows
    assert [certifications_of(row) for row in unsure] == [None, ["pmp", "csm"], None]
    assert "# ? complete: true  # if who has no certification here has none" in text
    assert '{"PRINCE2 Practitioner": prince2-7-practitioner}}  # choose: prince2-7' in text
    mapping.write_text(text.replace("# ? ", ""), encoding="utf-8")
    sure = read_people(sheet, load_catalog(()), DAY, mapping=mapping).rows
    assert [certifications_of(row) for row in sure] == [
        ["prince2-7-practitioner"], ["pmp", "csm"], [],
    ]  # fmt: skip


def certifications_of(row: object) -> list[str] | None:
    """The ids of the certifications of a person; None where they are not known."""
    assert isinstance(row, Person)
    certifications = row.profile.certifications
    return None if certifications is None else [one.id for one in certifications]
