"""What public résumés of project people taught: shapes, names of fields, and remarks.

Every case is reworded; the kind of file that it comes from is named.
"""

from pathlib import Path
from typing import Any

import pytest
from importing import TODAY, import_resume, read_back, report_texts

from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.detect import import_path
from certadvisor.profile.importers.result import LineKind

JOB = {"title": "Scrum Master", "start": "2019-06", "end": "2020-04"}


@pytest.mark.parametrize(
    "sections",
    [
        {"work": {"jobs": [JOB]}},  # an exercise of a course in web programming
        {"employment": {"summary": "9 years", "history": [JOB]}},  # FRESH
        {"experience": [{"company": {**JOB, "name": "Acme"}}]},  # a résumé in a site's source
        {"resume": {"work": [JOB]}, "theme": "dark"},  # a wrapper of a tool
        {"experience_details": [{"position": "Scrum Master",
                                 "employment_period": "06/2019 - 04/2020"}]},  # AIHawk
        {"experience": [{"job_title": "Scrum Master", "employment_period":
                         {"start_date": "2019-06", "end_date": "2020-04"}}]},  # a generator
        {"experiences": [{"poste": "Scrum Master", "debut": "juin 2019", "fin": "avril 2020"}]},
        {"experiencia": [{"cargo": "Scrum Master", "periodo": "junio 2019 - abril 2020"}]},
        {"berufserfahrung": [{"stelle": "Scrum Master", "zeitraum": "06.2019 bis 04.2020"}]},
    ],
    ids=lambda sections: next(iter(sections)),
)  # fmt: skip
def test_a_job_is_found_in_the_shapes_of_other_tools(
    sections: dict[str, Any], catalog: Catalog
) -> None:
    """Lists in objects, fields in objects, wrappers, and names in other languages."""
    assert import_resume(catalog, **sections).profile["work"] == [JOB]


def test_what_stands_beside_a_nested_list_is_reported(catalog: Catalog) -> None:
    """Nothing is dropped in silence, outside the résumé and inside."""
    imported = import_resume(
        catalog,
        resume={"employment": {"summary": "9 years", "history": [JOB]}},
        theme={"colour": "dark"},
    )
    unused = report_texts(imported, LineKind.UNUSED)
    assert {"employment.summary: no part of a profile", "theme: no part of a profile"} <= {*unused}


def test_degrees_and_certificates_may_stand_in_one_section(catalog: Catalog) -> None:
    """A model of data for a site: `education` with a degree and a list of certificates."""
    imported = import_resume(
        catalog,
        education={
            "degree": {"degree_name": "BSc Computing", "graduation_year": 2017},
            "certifications": [{"cert_name": "PSM I", "issuer": "Scrum.org", "issue_date": "2020"}],
        },
    )
    assert imported.profile == {
        "education": [{"degree": "bachelor", "field": "Computing", "awarded": "2017"}],
        "certifications": [{"id": "psm-i", "earned": "2020"}],
    }


@pytest.mark.parametrize(
    "contract",
    ["Apprenticeship", "(Alternance)", "Alternance + CDD", "Internship", "Werkstudent",
     "Praktikum", "Stage", "Tirocinio", "Prácticas"],
)  # fmt: skip
@pytest.mark.parametrize("key", ["employmentType", "contract", "contrat", "jobType"])
def test_who_learns_by_contract_does_not_lead(contract: str, key: str, catalog: Catalog) -> None:
    """The CV of an apprentice project manager, who learnt it for three years."""
    job = {"position": "Chef de projet SI", "startDate": "2022-09", "endDate": "2024-08"}
    imported = import_resume(catalog, work=[{**job, key: contract}])
    (period,) = read_back(imported, catalog).profile.work or ()
    assert "project-leading" not in (period.kinds or ())


@pytest.mark.parametrize("contract", ["Full-time", "CDI", "Unbefristet", "Freelance", "Permanent"])
def test_another_contract_changes_nothing(contract: str, catalog: Catalog) -> None:
    """The title stays as it is written."""
    job = {"position": "Project Manager", "startDate": "2022-09", "employmentType": contract}
    assert import_resume(catalog, work=[job]).profile["work"] == [
        {"title": "Project Manager", "start": "2022-09"}
    ]


@pytest.mark.parametrize(
    "title", ["Professional Scrum Master I", "Professional Scrum Developer", "PRINCE2 Practitioner"]
)
def test_a_certification_in_place_of_a_title_is_no_job(title: str, catalog: Catalog) -> None:
    """What the person did is asked."""
    imported = import_resume(catalog, work=[{"position": title, "startDate": "2022-09"}])
    assert imported.profile["work"] == [{"title": title, "start": "2022-09"}]
    (period,) = read_back(imported, catalog).profile.work or ()
    assert period.kinds is None


@pytest.mark.parametrize(
    "title",
    ["Certified Scrum Product Owner (CSPO)", "Certified Practising Project Manager",
     "PRINCE2 Project Management Practitioner", "Certified Senior Project Manager (IPMA)",
     "Advanced Certified ScrumMaster", "PMO Certified Professional", "FAC-P/PM Senior"],
)  # fmt: skip
def test_a_certification_is_no_job_though_its_name_has_one(title: str, catalog: Catalog) -> None:
    """A product owner's timeline has jobs and certifications in one list."""
    job = {"position": title, "startDate": "2022-09"}
    (period,) = read_back(import_resume(catalog, work=[job]), catalog).profile.work or ()
    assert period.kinds is None


def test_an_entry_of_a_timeline_may_say_that_it_is_a_certification(catalog: Catalog) -> None:
    """The same timeline: its entries have a type."""
    name = "Certified Scrum Product Owner"
    entry = {"type": "certification", "title": name, "organization": "Scrum Alliance"}
    imported = import_resume(catalog, experience=[{**entry, "date": "2024"}])
    assert imported.profile == {"certifications": [{"id": "cspo", "earned": "2024"}]}


@pytest.mark.parametrize("key", ["date", "dates", "year", "period"])
@pytest.mark.parametrize("day", ["2018", "May 2018", "05/2018"])
def test_one_date_of_a_job_is_no_start_of_one_that_goes_on(
    key: str, day: str, catalog: Catalog
) -> None:
    """A program manager's timeline gives each job one year: it may be all of it."""
    imported = import_resume(catalog, work=[{"position": "Project Manager", key: day}])
    assert imported.profile["work"] == [{"title": "Project Manager"}]
    assert report_texts(imported, LineKind.UNREAD) == [
        f"work[0].{key}: may be the start of the job or the whole of it; no date was taken"
    ]


def test_one_date_of_the_present_job_is_its_start(catalog: Catalog) -> None:
    """The same timeline: the flag says that it goes on."""
    job = {"position": "Project Manager", "year": "2024", "current": True}
    assert import_resume(catalog, work=[job]).profile["work"] == [
        {"title": "Project Manager", "start": "2024"}
    ]


@pytest.mark.parametrize("key", ["subtitle", "org", "platform", "academy"])
def test_a_course_seller_in_another_place_is_no_issuer(key: str, catalog: Catalog) -> None:
    """Cards on sites have a title and a subtitle, which is the issuer or the name again."""
    card = {"title": "PMP", "date": "2022"}
    assert import_resume(catalog, certificates=[{**card, key: "Udemy"}]).profile == {}
    for fitting in ("PMI", "Project Management Institute", "Project Management Professional"):
        imported = import_resume(catalog, certificates=[{**card, key: fitting}])
        assert imported.profile["certifications"] == [{"id": "pmp", "earned": "2022"}]


@pytest.mark.parametrize(
    ("section", "list_name"),
    [
        ("additional_experience", "work"),
        ("consulting", "work"),
        ("earlier jobs", "work"),
        ("other_certifications", "certifications"),
        ("continuing education", "education"),
    ],
)
def test_a_section_that_is_not_read_leaves_its_list_incomplete(
    section: str, list_name: str, catalog: Catalog
) -> None:
    """Executives list earlier jobs apart, and developers the projects that they consult."""
    lists = {
        "work": [{"position": "Project Manager", "startDate": "2020"}],
        "education": [{"studyType": "BSc", "endDate": "2010"}],
        "certificates": [{"name": "CSM", "date": "2026"}],
    }
    imported = import_resume(catalog, **lists, **{section: ["PMO Lead | 2001 - 2009"]})
    assert imported.profile["incomplete"] == [list_name]


@pytest.mark.parametrize(
    "remark",
    ["Ongoing", "In-Progress", "Pending", "Planned", "TBD", "Expected 2027", "en cours",
     "Scheduled for March 2026", "geplant", "voraussichtlich 2027", "em andamento"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["CAPM", "PSM I"])  # one that lapses, and one for life
def test_a_remark_in_place_of_the_day_is_no_award(name: str, remark: str, catalog: Catalog) -> None:
    """A page of certificates says "Issued: Ongoing": whether it is held is asked."""
    imported = import_resume(catalog, certificates=[{"name": name, "issued_date": remark}])
    assert "certifications" not in imported.profile
    assert report_texts(imported, LineKind.QUESTION) == [
        f"certificates[0]: “{name}” is marked “{remark}”: do you hold it?"
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"valid": "Dec 2023 – Aug 2026"}, {"earned": "2023-12", "expires": "2026-08"}),
        ({"validity": "Dec 2023 - Dec 2025"}, {"earned": "2023-12", "expires": "2025-12"}),
        ({"date": "seit 2024"}, {"earned": "2024"}),
        ({"date": "Issued May 2024"}, {"earned": "2024-05"}),
        ({"date": "valid until 2027"}, {"expires": "2027"}),
        ({"year": "2018", "valid_until": "2025"}, {"earned": "2018", "expires": "2025"}),
        ({"validity": "Dec 2023 - Dec 2025 (not currently renewed)"}, {"expires": "unknown"}),
    ],
    ids=str,
)
def test_words_beside_a_date_say_which_it_is(
    fields: dict[str, str], expected: dict[str, str], catalog: Catalog
) -> None:
    """A remark that is not understood leaves it unknown."""
    imported = import_resume(catalog, certificates=[{"name": "CSM", **fields}])
    assert imported.profile["certifications"] == [{"id": "csm", **expected}]


def test_letters_behind_a_name_are_the_certificate_with_dates(catalog: Catalog) -> None:
    """A program manager's résumé gives both; of one that lapsed, the letters may be a new one."""
    for valid, count in (("Dec 2023 - Dec 2026", 1), ("Dec 2021 - Aug 2026", 2)):
        imported = import_resume(
            catalog, credentials=["PMP"], certifications=[{"name": "PMP", "valid": valid}]
        )
        assert len(imported.profile["certifications"]) == count


def test_a_part_of_a_name_is_asked(catalog: Catalog) -> None:
    """An auditor's CV writes what each certificate is about behind a stroke."""
    imported = import_resume(
        catalog,
        certificates=[
            {"name": "PRINCE2 | PROJECT MANAGEMENT", "year": "2024"},
            {"name": "Project Management: The Basics", "year": "2024"},
        ],
    )
    assert [line.location for line in imported.lines(LineKind.QUESTION)] == ["certificates[0].name"]
    assert imported.profile == {}


def test_a_certificate_among_courses_is_asked(catalog: Catalog) -> None:
    """An architect's list of courses, as his education, has an ITIL certificate in it."""
    imported = import_resume(
        catalog,
        education=[
            {"area": "ITIL", "studyType": "certification ITIL", "endDate": "2009-06-12"},
            {"area": "Informatique", "studyType": "DEA", "endDate": "1997"},
        ],
    )
    assert report_texts(imported, LineKind.QUESTION) == [
        "education[0].studyType: do you hold what “certification ITIL” names?"
    ]
    assert imported.profile["education"] == [
        {"degree": "master", "field": "Informatique", "awarded": "1997"}
    ]


def test_several_subjects_are_one_field(catalog: Catalog) -> None:
    """Majors are often a list."""
    entry = {"degree": "MBA", "dates": "2008 - 2010", "major": ["Marketing", " Operations"]}
    assert import_resume(catalog, education={"schools": [entry]}).profile["education"] == [
        {"degree": "master", "field": "Marketing, Operations", "awarded": "2010"}
    ]


def test_one_table_of_a_linkedin_export_is_read(catalog: Catalog, tmp_path: Path) -> None:
    """People take the table out of the ZIP. A table of another name is no export."""
    table = tmp_path / "Positions.csv"
    table.write_text("Company Name,Title,Started On,Finished On\nAcme,Scrum Master,Jun 2019,\n")
    assert import_path(table, catalog, TODAY).profile["work"] == [
        {"title": "Scrum Master", "start": "2019-06"}
    ]
