"""Never a yes without ground: what cannot be read, or is not what it looks like, grants nothing.

The values are a collection of their own (`tests/unreadable`). Each goes through the importers
and tables into the rules: nothing is held, led or awarded for certain.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from importing import TODAY, import_resume, read_back

from certadvisor.catalog.records import Catalog
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import Person
from certadvisor.profile.evidence import Evidence, WorkFilter
from certadvisor.profile.model import Profile
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.outcome import Outcome

VALUES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parents[1] / "unreadable" / "values.yaml").read_text("utf-8")
)
DEGREE = {"studyType": "BSc", "endDate": "2013-09"}
LEADER = {"position": "Project Manager", "startDate": "2018-01", "endDate": "2026-01"}


def outcome(profile: Profile, catalog: Catalog, id: str = "pmp") -> Outcome:
    """Whether the person may take the exam today."""
    timeline = Timeline(Evidence(profile, catalog, TODAY))
    return check(catalog.certifications[id], timeline).outcome


def imported(catalog: Catalog, **sections: Any) -> Profile:
    """The profile of a résumé with these sections, as the engine reads it."""
    return read_back(import_resume(catalog, **sections), catalog).profile


def person(catalog: Catalog, folder: Path, header: str, row: str) -> Person | None:
    """The person in a table of one row; None where the row is rejected."""
    file = folder / "people.csv"
    file.write_text(f"{header}\n{row}\n", encoding="utf-8")
    (one,) = read_people(file, catalog, TODAY, display_name="people.csv").rows
    return one if isinstance(one, Person) else None


def test_the_control_is_a_yes(catalog: Catalog) -> None:
    """With values that can be read the same person may take the exam."""
    active = {"name": "CAPM", "issuer": "PMI", "date": "2025-05-10"}
    profile = imported(catalog, education=[DEGREE], work=[LEADER], certificates=[active])
    assert outcome(profile, catalog) is Outcome.MET


@pytest.mark.parametrize("written", VALUES["dates"])
def test_an_unreadable_date_of_a_certificate_grants_nothing(written: str, catalog: Catalog) -> None:
    """Whichever key it stands under, and beside the name too."""
    keyed = [{"name": "CAPM", "issuer": "PMI", key: written} for key in VALUES["keys"]]
    beside = [{"name": f"CAPM ({written})", "issuer": "PMI"}, {"name": f"CAPM, {written}"}]
    for certificate in (*keyed, *beside):
        profile = imported(catalog, education=[DEGREE], work=[LEADER], certificates=[certificate])
        assert outcome(profile, catalog) is not Outcome.MET, certificate


@pytest.mark.parametrize("issuer", VALUES["issuers"])
def test_a_certificate_of_another_issuer_is_not_held(
    issuer: str, catalog: Catalog, tmp_path: Path
) -> None:
    """In a résumé as in a table."""
    certificate = {"name": "CAPM", "issuer": issuer, "date": "2025-05-10"}
    profile = imported(catalog, education=[DEGREE], work=[LEADER], certificates=[certificate])
    assert not profile.certifications
    assert outcome(profile, catalog) is Outcome.UNKNOWN
    header = "id,certifications.1.id,certifications.1.issuer,certifications.1.earned"
    one = person(catalog, tmp_path, header, f'1,CAPM,"{issuer}",2025-05-10')
    assert one is not None
    assert not one.profile.certifications


@pytest.mark.parametrize("title", VALUES["titles"])
def test_who_stands_beside_a_job_does_not_lead(
    title: str, catalog: Catalog, tmp_path: Path
) -> None:
    """No month of theirs certainly leads a project."""
    job = {**LEADER, "position": title}
    row = f'1,"{title}",2018-01,2026-01'
    one = person(catalog, tmp_path, "id,work.1.title,work.1.start,work.1.end", row)
    assert one is not None
    for profile in (imported(catalog, education=[DEGREE], work=[job]), one.profile):
        months = Evidence(profile, catalog, TODAY).count_months(WorkFilter("project-leading"))
        assert months.certain.count_in(None, TODAY) == 0


@pytest.mark.parametrize("end", VALUES["ends"])
def test_a_job_whose_end_is_not_known_is_not_going_on(
    end: str, catalog: Catalog, tmp_path: Path
) -> None:
    """Its months are asked; a row with it is refused."""
    job = {**LEADER, "endDate": end}
    months = Evidence(imported(catalog, work=[job]), catalog, TODAY).count_months(
        WorkFilter("project-leading")
    )
    assert months.certain.count_in(None, TODAY) == 0
    header, row = "id,work.1.title,work.1.start,work.1.end", f'1,PM,2018-01,"{end}"'
    assert person(catalog, tmp_path, header, row) is None


@pytest.mark.parametrize("degree", VALUES["degrees"])
def test_a_degree_that_is_not_awarded_grants_nothing(
    degree: str, catalog: Catalog, tmp_path: Path
) -> None:
    """A bachelor's degree is neither there nor denied."""
    one = person(catalog, tmp_path, "id,education", f'1,"{degree}"')
    assert one is not None
    for profile in (
        imported(catalog, education=[{"studyType": degree}], work=[LEADER]),
        one.profile,
    ):
        awarded = [
            entry
            for entry in profile.education or ()
            if entry.degree in ("bachelor", "master", "doctorate")
            and (entry.awarded or date.min) <= TODAY
        ]
        assert not awarded


@pytest.mark.parametrize("name", VALUES["names"])
def test_a_name_that_is_not_certain_is_not_held(
    name: str, catalog: Catalog, tmp_path: Path
) -> None:
    """Candidates, courses, lapsed ones and names that several issuers share."""
    known = catalog.certifications
    profile = imported(catalog, certificates=[{"name": name, "date": "2025-05-10"}])
    assert not profile.certifications
    one = person(catalog, tmp_path, "id,certifications", f'1,"{name}"')
    assert one is not None
    assert not [entry for entry in one.profile.certifications or () if entry.id in known]


@pytest.mark.parametrize("cell", VALUES["cells"])
def test_a_cell_that_says_nothing_fills_nothing(
    cell: str, catalog: Catalog, tmp_path: Path
) -> None:
    """Neither a certificate nor a degree, nor a person of that id."""
    one = person(catalog, tmp_path, "id,certifications,education", f'1,"{cell}","{cell}"')
    assert one is not None
    assert not one.profile.certifications
    assert not one.profile.education
    if cell.startswith("#"):
        assert person(catalog, tmp_path, "id,certifications", f'"{cell}",PMP') is None


def test_unknown_columns_and_keys_grant_nothing(catalog: Catalog) -> None:
    """What stands under an unknown name is not read as something else."""
    entry = {"name": "CAPM", "issuer": "PMI", "zzz": "2025-05-10"}
    profile = imported(catalog, education=[DEGREE], work=[LEADER], certificates=[entry])
    assert outcome(profile, catalog) is not Outcome.MET


def test_the_collection_is_long_enough() -> None:
    """Three hundred values and more, each once."""
    values = [(group, value) for group, list_ in VALUES.items() for value in list_]
    assert len(values) == len(set(values)) > 300
