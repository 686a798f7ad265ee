"""The importer of JSON Resume: what is imported, guessed, asked and not used."""

from datetime import date

import pytest
from importing import import_resume, read_back, report_texts

from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.result import LineKind, OriginKind
from certadvisor.profile.model import Credential, Education, WorkPeriod

LEADING = frozenset({"project-leading", "project", "professional"})
LEADING_IT = LEADING | {"technical"}


def test_a_whole_resume_becomes_a_profile(small: Catalog) -> None:
    """Every section that a profile has a field for."""
    imported = import_resume(
        small,
        basics={"name": "Ada", "email": "a@b.c", "location": {"countryCode": "GB", "city": "Hull"}},
        work=[
            {
                "name": "Acme",
                "position": "IT project manager",
                "startDate": "2021-03",
                "endDate": "2024-08",
            },
            {"company": "Old", "position": "Clerk", "startDate": "2019-01-07", "endDate": "2020"},
        ],
        education=[
            {"institution": "U", "studyType": "BSc", "area": "Physics", "endDate": "2015-06"}
        ],
        certificates=[{"name": "PMP®", "date": "2022-05-10", "issuer": "PMI", "url": "x"}],
        skills=[{"name": "Leadership", "level": "high", "keywords": ["Risk management", "Piano"]}],
    )
    profile = read_back(imported, small).profile
    assert profile.country == "GB"
    assert profile.education == (Education("bachelor", "Physics", None, date(2015, 6, 1)),)
    assert profile.work == (
        WorkPeriod(
            LEADING_IT,
            "IT project manager",
            date(2021, 3, 1),
            date(2024, 8, 31),
            kinds_from_title=True,
        ),
        WorkPeriod(None, "Clerk", date(2019, 1, 7), date(2020, 12, 31)),
    )
    assert profile.certifications == (Credential("pmp", date(2022, 5, 10)),)
    assert profile.skills == ("leadership", "risk-management")
    assert profile.training is None
    assert profile.guessed == ("work[1].end",)
    assert report_texts(imported, LineKind.UNUSED) == [
        "work.name: no part of a profile",
        "work.company: no part of a profile",
        "basics.name: personal, and not needed by any rule",
        "basics.email: personal, and not needed by any rule",
        "basics.location.city: personal, and not needed by any rule",
        "education.institution: no part of a profile",
        "certificates.url: no part of a profile",
        "skills.level: no part of a profile",
        "skills[0].keywords[1] “Piano”: the catalogue has no such skill",
    ]
    assert report_texts(imported, LineKind.UNREAD) == []
    assert report_texts(imported, LineKind.QUESTION) == ["work[1]: what did you do as “Clerk”?"]


def test_every_imported_field_has_its_origin(small: Catalog) -> None:
    """Its location in the file, or the reason for the guess."""
    imported = import_resume(
        small,
        work=[{"position": "PM", "startDate": "2019", "endDate": "2020"}],
        basics={"label": "x"},
    )
    assert [(origin.path, origin.kind, origin.reason) for origin in imported.origins] == [
        ("work[0].title", OriginKind.IMPORTED, "work[0].position"),
        (
            "work[0].start",
            OriginKind.GUESSED_KEY,
            "only the years are given: read as 24 months, may be 2",
        ),
        (
            "work[0].end",
            OriginKind.GUESSED_KEY,
            "only the years are given: read as 24 months, may be 2",
        ),
    ]


def test_a_job_whose_end_is_empty_or_absent_is_ongoing(small: Catalog) -> None:
    """As the schema has it, and as many files do although the schema does not allow it."""
    for job in ({"endDate": ""}, {}, {"endDate": None}, {"endDate": "Present"}):
        imported = import_resume(small, work=[{"position": "PM", "startDate": "2021-03", **job}])
        assert imported.profile["work"] == [{"title": "PM", "start": "2021-03"}]
        assert "guessed" not in imported.profile


def test_an_open_end_of_a_job_before_a_later_one_is_a_guess(small: Catalog) -> None:
    """An end is often forgotten, but not where the file says Present."""
    jobs = [
        {"position": "PM", "startDate": "2021-03"},
        {"position": "project lead", "startDate": "2019-03", "endDate": ""},
        {"position": "project coordinator", "startDate": "2018-03", "endDate": "present"},
    ]
    assert import_resume(small, work=jobs).profile["guessed"] == ["work[1].end"]


def test_invalid_dates_of_a_job_are_left_out_and_asked(small: Catalog) -> None:
    """A job without its end would count as ongoing; the rest of the file is imported."""
    imported = import_resume(
        small,
        work=[
            {"position": "PM", "startDate": "2012-01", "endDate": "06/07/2014"},
            {"position": "project lead", "startDate": "2014-01", "endDate": "2012-01"},
            {"position": "scrum master", "endDate": "2012-01"},
            {"position": "program manager", "startDate": "1/2/2012"},
            {"startDate": "2012-01", "endDate": "2013-01"},
            {"summary": "nothing else"},
        ],
    )
    assert imported.profile["work"] == [
        {"title": "PM"},
        {"title": "project lead"},
        {"title": "scrum master"},
        {"title": "program manager"},
        {"start": "2012-01", "end": "2013-01"},
    ]
    assert report_texts(imported, LineKind.UNREAD) == [
        "work[0].endDate: `06/07/2014` may be read in more than one way",
        "work[1].endDate: comes before the start; neither was taken",
        "work[2].endDate: has no start, so it was not used",
        "work[3].startDate: `1/2/2012` may be read in more than one way",
        "work[5]: has neither a title nor a date",
    ]
    assert [line for line in report_texts(imported, LineKind.QUESTION) if "when" in line] == [
        f"work[{index}]: from when to when did you work as “{title}”?"
        for index, title in enumerate(["PM", "project lead", "scrum master", "program manager"])
    ]


def test_voluntary_work_and_projects_count_as_guesses_where_their_title_is_known(
    small: Catalog,
) -> None:
    """A tutor's months could not count as experience of any kind."""
    span = {"startDate": "2020-01", "endDate": "2020-12"}
    imported = import_resume(
        small,
        volunteer=[
            {"organization": "O", "position": "Scrum Master", **span},
            {"position": "Tutor"},
        ],
        projects=[{"name": "P", "roles": ["Project Manager", "Owl"], **span}, {"name": "Q"}],
    )
    assert imported.profile["work"] == [
        {"title": "Scrum Master", "start": "2020-01", "end": "2020-12"},
        {"title": "Project Manager", "start": "2020-01", "end": "2020-12"},
    ]
    assert imported.profile["guessed"] == ["work[0]", "work[1]"]
    left_out = [line.location for line in imported.lines(LineKind.UNUSED) if "[" in line.location]
    assert left_out == ["volunteer[1]", "projects[0]", "projects[1]"]


def test_the_label_of_a_resume_is_the_present_job_only_where_no_job_is_given(
    small: Catalog,
) -> None:
    """It is a guess."""
    without_jobs = import_resume(small, basics={"label": "Project Manager"})
    assert without_jobs.profile == {"work": [{"title": "Project Manager"}], "guessed": ["work[0]"]}
    with_a_job = import_resume(
        small, basics={"label": "Project Manager"}, work=[{"position": "Clerk"}]
    )
    assert with_a_job.profile == {"work": [{"title": "Clerk"}]}


def test_education_is_imported_guessed_or_asked(small: Catalog) -> None:
    """A list that may lack a degree is marked as possibly incomplete."""
    imported = import_resume(
        small,
        education=[
            {"studyType": "Bachelor", "area": "Arts", "endDate": "2015"},
            {"studyType": "Diplom", "endDate": "2016-02"},
            {"studyType": "Master", "endDate": "2027-06"},
            {"studyType": "PhD", "startDate": "2024-10"},
            {"studyType": "Certificate", "area": "Cooking", "endDate": "2010"},
            {"institution": "Hull High School", "endDate": "2009"},
            {"area": "B.A. History", "endDate": "2026"},
            {"studyType": "HND"},
        ],
    )
    assert imported.profile["education"] == [
        {"degree": "bachelor", "field": "Arts", "awarded": "2015"},
        {"degree": "bachelor", "awarded": "2016-02"},
        {"degree": "master", "awarded": "2027-06"},
        {"degree": "secondary", "awarded": "2009"},
        {"degree": "bachelor", "field": "History", "awarded": "2026"},
        {"degree": "associate"},
    ]
    assert imported.profile["incomplete"] == ["education"]
    assert imported.profile["guessed"] == [
        "education[1].degree",
        "education[3].degree",
        "education[4].awarded",
        "education[5].awarded",
    ]
    assert [line.location for line in imported.lines(LineKind.QUESTION)] == [
        "education[3]",
        "education[4]",
    ]
    read_back(imported, small)


def test_certificates_are_imported_asked_or_reported(small: Catalog) -> None:
    """A name that several share is asked, and the list is marked as possibly incomplete."""
    imported = import_resume(
        small,
        certificates=[
            {"name": "PMP", "date": "2022-13-45"},
            {"name": "CPM"},
            {"name": "Best Cook"},
            {"name": ""},
            ["text"],
        ],
    )
    assert imported.profile == {
        "certifications": [{"id": "pmp", "earned": "unknown"}],
        "incomplete": ["certifications"],
    }
    assert report_texts(imported, LineKind.QUESTION) == [
        "certificates[0]: when was “PMP” earned, and until when is it valid?",
        "certificates[1].name: which certification is “CPM”?",
    ]
    assert "certificates[2] “Best Cook”: the catalogue has no such certification" in report_texts(
        imported, LineKind.UNUSED
    )
    assert report_texts(imported, LineKind.UNREAD) == [
        "certificates[0].date: `2022-13-45` is not a date",
        "certificates[3]: has no name",
        "certificates[4]: is not an object",
    ]


def test_a_date_of_a_certificate_that_is_not_known_is_written_as_unknown(small: Catalog) -> None:
    """Whatever the reason; its dates are asked, unless it is valid for life."""
    imported = import_resume(
        small,
        certificates=[
            {"name": "PMP"},
            {"name": "CAPM", "date": "2020", "endDate": "soon"},
            {"name": "CSM", "date": "2020-05", "endDate": "2019"},
            {"name": "PSM I"},
        ],
    )
    assert imported.profile["certifications"] == [
        {"id": "pmp", "earned": "unknown"},
        {"id": "capm", "earned": "2020", "expires": "unknown"},
        {"id": "csm", "earned": "unknown", "expires": "unknown"},
        {"id": "psm-i", "earned": "unknown"},
    ]
    assert [line.remedy for line in imported.lines(LineKind.QUESTION)] == [
        "write `certifications[0].earned`",
        "write `certifications[1].expires`",
        "write `certifications[2].earned` and `certifications[2].expires`",
    ]


@pytest.mark.parametrize("name", ["PMP (in progress)", "PMP training", "CAPM & Best Cook"])
def test_a_certificate_with_words_around_its_name_is_asked(name: str, small: Catalog) -> None:
    """Only the person knows whether they hold it, so nothing is imported."""
    imported = import_resume(small, certificates=[{"name": name}])
    assert "certifications" not in imported.profile
    (question,) = imported.lines(LineKind.QUESTION)
    assert question.text == f"what do you hold of “{name}”?"
    assert question.remedy == f"add it to `certifications:`: {name[:4].strip().lower()}"


def test_two_certificates_on_one_line_are_both_asked(catalog: Catalog) -> None:
    """Of each edition, where the text names none; an edition without a record is not asked."""
    (question,) = import_resume(
        catalog, certificates=[{"name": "PRINCE2 Foundation & Practitioner"}]
    ).lines(LineKind.QUESTION)
    assert "prince2-7-foundation" in question.remedy
    assert "prince2-6-practitioner" in question.remedy
    assert (
        import_resume(catalog, certificates=[{"name": "ITIL v3 Foundation"}]).lines(
            LineKind.QUESTION
        )
        == ()
    )


def test_an_award_of_a_resume_before_schema_1_may_be_a_certificate(small: Catalog) -> None:
    """An award with the exact name of a certification is one, as a guess."""
    imported = import_resume(
        small, awards=[{"title": "PMP", "date": "2014-11-01"}, {"title": "Cup"}]
    )
    assert imported.profile == {
        "certifications": [{"id": "pmp", "earned": "2014-11-01"}],
        "guessed": ["certifications[0].id"],
    }


def test_empty_sections_of_a_resume_stay_unknown(small: Catalog) -> None:
    """An empty list in a template does not mean that the person never went to school."""
    imported = import_resume(small, basics={}, work=[], education=[], certificates=[], skills=[])
    assert imported.profile == {}
    assert imported.report == ()
    assert read_back(imported, small).profile.education is None


def test_sections_of_the_wrong_type_are_reported(small: Catalog) -> None:
    """The rest is read."""
    imported = import_resume(
        small,
        basics=["x"],
        work={"a": 1},
        education=[5],
        skills=["Leadership", {"keywords": "x"}],
    )
    assert imported.profile == {"skills": ["leadership"]}
    assert report_texts(imported, LineKind.UNREAD) == [
        "work: is not a list",
        "basics: is not an object",
        "education[0]: is not an object",
        "skills[1].keywords: is not a list",
    ]


def test_an_unknown_country_is_reported_with_what_to_write(small: Catalog) -> None:
    """By its code or its name."""
    assert import_resume(small, basics={"location": {"countryCode": "UK"}}).profile == {
        "country": "GB"
    }
    imported = import_resume(small, basics={"location": {"countryCode": "XX"}})
    assert imported.profile == {}
    assert imported.report[0].remedy == "write the two letters of ISO 3166, such as US"


def test_a_duplicate_job_is_imported_once(small: Catalog) -> None:
    """A bilingual résumé would ask everything twice otherwise."""
    job = {"position": "PM", "startDate": "2021-03"}
    imported = import_resume(small, work=[job, job])
    assert imported.profile["work"] == [{"title": "PM", "start": "2021-03"}]
    assert report_texts(imported, LineKind.UNUSED) == [
        "work[1]: says again what another entry of `work` says"
    ]
