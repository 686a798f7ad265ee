"""Job titles in imports, with the built-in tables: known, guessed with a reason, or asked."""

from importing import import_resume, read_back, report_texts

from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.result import LineKind


def test_a_title_that_only_resembles_a_role_is_a_guess_of_its_kinds(catalog: Catalog) -> None:
    """The kinds are written to the profile, so that the person can fix them."""
    imported = import_resume(
        catalog, work=[{"position": "Sr. IT Project Mgr (Agile)", "startDate": "2021"}]
    )
    work = imported.profile["work"][0]
    assert {"project-leading", "agile"} <= set(work["kinds"])
    assert imported.profile["guessed"] == ["work[0].kinds", "work[0].start"]
    read_back(imported, catalog)


def test_the_exact_name_of_a_role_is_not_a_guess(catalog: Catalog) -> None:
    """The kinds follow from the title when the profile is read."""
    imported = import_resume(
        catalog, work=[{"position": "IT project manager", "startDate": "2021-01"}]
    )
    assert imported.profile == {"work": [{"title": "IT project manager", "start": "2021-01"}]}


def test_titles_without_a_role_are_asked(catalog: Catalog) -> None:
    """A cook may have led projects too."""
    imported = import_resume(catalog, work=[{"position": "Pastry cook", "startDate": "2021-01"}])
    assert report_texts(imported, LineKind.QUESTION) == [
        "work[0]: what did you do as “Pastry cook”?"
    ]
