"""Several certifications in one cell, beside one date or as many as there are names."""

from datetime import date
from pathlib import Path

import pytest

from certadvisor.catalog.records import Catalog
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person

MAPPING = """
tables:
  - file: team.csv
    columns: {Who: id, Certificate: certifications.1.id, Until: certifications.1.expires}
    dates: MM/DD/YYYY
    values: {certifications.1.id: {PRINCE2 Practitioner: prince2-7-practitioner}}
"""


def read_cells(names: str, until: str, catalog: Catalog, folder: Path) -> Person:
    """Read a table of one person with these cells."""
    (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    table = folder / "team.csv"
    table.write_text(f'Who,Certificate,Until\n1,"{names}","{until}"\n', encoding="utf-8")
    people = read_people(table, catalog, date(2026, 11, 30), mapping=folder / "mapping.yaml")
    (person,) = people.rows
    assert isinstance(person, Person)
    return person


@pytest.mark.parametrize(
    ("names", "until", "expected"),
    [
        ("PMP; CSM", "06/30/2027; 07/31/2028", [("pmp", "2027-06-30"), ("csm", "2028-07-31")]),
        ("PMP, CSM", "", [("pmp", None), ("csm", None)]),
        ("PMP", "06/30/2027", [("pmp", "2027-06-30")]),
        ("PRINCE2 Practitioner", "06/30/2027", [("prince2-7-practitioner", "2027-06-30")]),
    ],
)
def test_as_many_dates_as_names_belong_to_them_in_order(
    names: str, until: str, expected: list[tuple[str, str | None]], catalog: Catalog, tmp_path: Path
) -> None:
    """Each in the form that the mapping names. `values:` takes the name under `columns:` too."""
    person = read_cells(names, until, catalog, tmp_path)
    held = [
        (one.id, str(one.expires) if one.expires else None)
        for one in person.profile.certifications or ()
    ]
    assert (held, person.warnings) == (expected, ())


def test_one_date_for_two_names_is_of_neither(catalog: Catalog, tmp_path: Path) -> None:
    """Both are held, until when is not known, and a warning says how to write it."""
    person = read_cells("PMP; CSM", "06/30/2027", catalog, tmp_path)
    held = [(one.id, one.expires_unknown) for one in person.profile.certifications or ()]
    assert held == [("pmp", True), ("csm", True)]
    (warning,) = person.warnings
    assert "stands beside 2 names, so it is not known whose date it is" in warning.problem


def test_names_that_are_not_all_certifications_are_left_as_they_are(
    catalog: Catalog, tmp_path: Path
) -> None:
    """A comma may be part of a name."""
    person = read_cells("CITPM, Senior", "06/30/2027", catalog, tmp_path)
    assert len(person.profile.certifications or ()) + len(person.warnings) == 1
