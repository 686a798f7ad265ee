"""Résumés of other tools: sections and fields under other names, bare words, other files."""

import io
import zipfile
from typing import Any

import pytest
from importing import TODAY, import_resume, read_back, report_texts

from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.profile.importers.detect import import_bytes
from certadvisor.profile.importers.result import LineKind
from certadvisor.profile.model import Education


@pytest.mark.parametrize(
    "section",
    ["work", "experience", "workExperience", "work_experience", "Employment History", "jobs",
     "positions", "professional-experience", "Berufserfahrung"],
)  # fmt: skip
@pytest.mark.parametrize(
    "entry",
    [
        {"position": "Project Manager", "startDate": "2019-07", "endDate": "2024-06"},
        {"title": "Project Manager", "start": "July 2019", "end": "06/2024"},
        {"role": "Project Manager", "from": {"year": 2019, "month": 7}, "to": "Juni 2024"},
        {"jobTitle": "Project Manager", "dates": "07/2019 - 06/2024"},
        {"job_title": "Project Manager", "period": "Jul 2019 to June 2024"},
    ],
    ids=str,
)
def test_a_job_may_stand_under_other_names(
    section: str, entry: dict[str, Any], small: Catalog
) -> None:
    """Every name of the section, with every name of its fields."""
    assert import_resume(small, **{section: [entry]}).profile["work"] == [
        {"title": "Project Manager", "start": "2019-07", "end": "2024-06"}
    ]


@pytest.mark.parametrize("section", ["certificates", "certifications", "licenses", "credentials"])
@pytest.mark.parametrize(
    "key",
    ["date", "startDate", "issueDate", "issued", "issuedOn", "issue_date", "dateIssued", "awarded",
     "earned", "obtained", "completionDate", "year", "validFrom"],
)  # fmt: skip
def test_the_day_of_a_certificate_may_stand_under_other_names(
    section: str, key: str, small: Catalog
) -> None:
    """As may the section."""
    imported = import_resume(small, **{section: [{"name": "CAPM", key: "2012-05"}]})
    assert imported.profile["certifications"] == [{"id": "capm", "earned": "2012-05"}]


@pytest.mark.parametrize(
    "key",
    ["expires", "endDate", "expirationDate", "expiry", "expiry_date", "expiresOn", "validUntil",
     "valid_to", "validThrough", "renewalDate"],
)  # fmt: skip
def test_the_last_day_of_a_certificate_may_stand_under_other_names(
    key: str, small: Catalog
) -> None:
    """A last day that cannot be read is not known."""
    for written, read in (("May 10, 2015", "2015-05-10"), ("05/06/2015", "unknown")):
        entry = {"name": "CAPM", "date": "2012-05-10", key: written}
        assert import_resume(small, certificates=[entry]).profile["certifications"] == [
            {"id": "capm", "earned": "2012-05-10", "expires": read}
        ]


def test_certificates_may_be_bare_words(small: Catalog) -> None:
    """In a list or in one text, with dates beside the names."""
    for value in (["PMP 2015-2018", "CSM"], "PMP 2015-2018; CSM"):
        assert import_resume(small, certifications=value).profile["certifications"] == [
            {"id": "pmp", "earned": "2015", "expires": "2018"},
            {"id": "csm", "earned": "unknown"},
        ]


@pytest.mark.parametrize(
    "status", ["expired", "in progress", "planned", "revoked", "inactive", "abgelaufen"]
)
def test_a_certificate_whose_status_says_otherwise_is_asked(status: str, small: Catalog) -> None:
    """Only the person knows whether they hold it."""
    imported = import_resume(small, certificates=[{"name": "PMP", "status": status}])
    assert "certifications" not in imported.profile
    assert len(report_texts(imported, LineKind.QUESTION)) == 1


def test_a_certification_behind_a_name_or_among_the_studies_is_asked(small: Catalog) -> None:
    """What is held already is not asked again."""
    imported = import_resume(
        small,
        basics={"name": "P. Doe, PMP, CSM"},
        certificates=[{"name": "CSM", "date": "2025"}],
        education=[{"studyType": "Certification", "area": "CAPM", "endDate": "2020"}],
    )
    assert imported.profile["incomplete"] == ["certifications"]
    assert report_texts(imported, LineKind.QUESTION) == [
        "basics.name: do you hold what “P. Doe, PMP, CSM” names?",
        "education[0].area: do you hold what “CAPM” names?",
    ]


@pytest.mark.parametrize(
    "entry",
    [
        {"studyType": "BSc (expected 2020)"},
        {"studyType": "BSc", "endDate": "Present"},
        {"studyType": "BSc", "status": "In progress", "endDate": "2020"},
        {"studyType": "BSc", "area": "Law (abgebrochen)", "endDate": "2020"},
        {"studyType": "BSc", "current": True},
        {"studyType": "BSc", "startDate": "2019"},
    ],
    ids=str,
)
def test_a_degree_without_an_award_is_asked(entry: dict[str, Any], small: Catalog) -> None:
    """Whatever field says it; what the list holds else is no longer all of it."""
    other = {"studyType": "Abitur", "endDate": "2010"}
    profile = import_resume(small, education=[other, entry]).profile
    assert [one["degree"] for one in profile["education"]] == ["secondary"]
    assert profile["incomplete"] == ["education"]


@pytest.mark.parametrize("day", ["Summer 2025", "06/07/2014", "class of '09", "2014-13"])
def test_a_day_of_award_that_cannot_be_read_is_unknown(day: str, small: Catalog) -> None:
    """The degree is there; whether it is awarded already is asked."""
    imported = import_resume(small, education=[{"studyType": "BSc", "endDate": day}])
    assert imported.profile == {"education": [{"degree": "bachelor", "awarded": "unknown"}]}
    assert report_texts(imported, LineKind.QUESTION) == ["education[0]: when was “BSc” awarded?"]
    assert read_back(imported, small).profile.education == (
        Education("bachelor", awarded_unknown=True),
    )


def test_a_degree_to_come_has_its_day(small: Catalog) -> None:
    """It counts from then on."""
    for entry in (
        {"studyType": "Bachelor (expected 2028)"},
        {"studyType": "BSc", "endDate": "2028"},
        {"studyType": "BSc in progress", "graduationDate": "2028"},
    ):
        profile = import_resume(small, education=[entry]).profile
        assert profile["education"][0]["awarded"] == "2028"


def test_jobs_whose_dates_cannot_be_read_stay_apart(small: Catalog) -> None:
    """Each is asked about; a job that is given twice is one."""
    jobs = [
        {"position": "Project Manager", "startDate": start, "endDate": "Summer 2020"}
        for start in ("Q1 2018", "Q3 2014", "Q3 2014")
    ]
    imported = import_resume(small, work=jobs)
    assert len(imported.profile["work"]) == 2
    assert len(imported.lines(LineKind.QUESTION)) == 2


def _zip(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1", "a text in RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of Word"),
        (_zip("word/document.xml"), "a Word document"),
        (_zip("content.xml"), "an OpenDocument text"),
        (b"<!DOCTYPE html><p>CV</p>", "a web page"),
    ],
)
def test_a_cv_in_another_form_is_refused_with_the_ways_that_work(
    raw: bytes, kind: str, small: Catalog
) -> None:
    """LinkedIn's export, a JSON Resume, or the interview."""
    with pytest.raises(InputError, match=f"is {kind}.*profile new"):
        import_bytes(raw, "cv", small, TODAY)
