"""What a profile lacks, over the whole catalogue; and imports that answer as they were read."""

import json
from pathlib import Path

import pytest
from importing import TODAY, export, resume

from certadvisor.catalog.catalog import Catalog
from certadvisor.facts.evidence import Evidence
from certadvisor.facts.profile import Profile
from certadvisor.facts.reading import read_profile
from certadvisor.imports.checking import Gap, check_profile
from certadvisor.imports.writing import as_yaml
from certadvisor.model.yaml_reader import Document, read_bytes
from certadvisor.rules.check import check
from certadvisor.rules.dates import Timeline
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption


def profile(written: str, catalog: Catalog) -> Profile:
    """A profile from its YAML."""
    return read_profile(read_bytes(written.encode(), "me.yaml"), catalog, TODAY).profile


def test_of_nothing_everything_is_to_be_told(small: Catalog) -> None:
    """And one question settles more than any other."""
    found = check_profile(Profile(), small, TODAY)
    assert found.untold == (
        "education", "work", "training", "courses", "certifications", "memberships", "breaks",
    )  # fmt: skip
    assert found.gaps == ()
    assert found.assumptions == ()
    assert found.question is not None
    assert found.question.settles > 1
    assert found.outcomes[Outcome.UNKNOWN] > found.outcomes[Outcome.MET]


def test_entries_that_say_too_little_are_named_by_their_path(small: Catalog) -> None:
    """With the word by which the person knows them."""
    told = profile(
        "work: [{title: Cook, start: 2020}, {title: PM}, {kinds: [agile], months: 3}]\n"
        "training: [{topic: risk}]\n"
        "certifications: [{id: pmp}, {id: csm, earned: 2024}]",
        small,
    )
    assert check_profile(told, small, TODAY).gaps == (
        Gap("work[0].kinds", "Cook"),
        Gap("work[1].start", "PM"),
        Gap("training[0].hours", "risk"),
        Gap("certifications[0].earned", "pmp"),
    )


def test_assumptions_of_all_rules_are_gathered_once(small: Catalog) -> None:
    """Guesses of an import among them."""
    told = profile(
        "work: [{title: PM, start: 2020}]\ncertifications: [{id: csm}]\nguessed: ['work[0].start']",
        small,
    )
    found = check_profile(told, small, TODAY).assumptions
    assert len(set(found)) == len(found)
    assert Assumption("guess", "work[0].start") in found
    assert Assumption("kinds-from-title", "PM") in found


def test_a_profile_that_is_written_answers_as_the_one_in_memory(small: Catalog) -> None:
    """Every certification: the outcome, the dates, the questions and the assumptions."""
    spans = [{"startDate": "2019", "endDate": "2021"}, {"startDate": "2022-02"}]
    imports = (
        resume(
            small,
            work=[{"position": "IT project manager", **spans[0]}, {"position": "Cook", **spans[1]}],
            education=[{"studyType": "Diplom", "endDate": "2012"}, {"studyType": "?"}],
            certificates=[{"name": "CAPM", "date": "2025"}, {"name": "CPM"}],
        ),
        export(
            small, Positions="Title,Started On\nScrum master,Jan 2018\n", Education="School Name\nX"
        ),
    )
    for imported in imports:
        memory = read_profile(Document("memory", imported.profile, None), small, TODAY).profile
        for told in (
            profile(as_yaml(imported), small),
            profile(json.dumps(imported.profile), small),
        ):
            for certification in small.certifications.values():
                lines = [Timeline(Evidence(one, small, TODAY)) for one in (memory, told)]
                assert check(certification, lines[0]) == check(certification, lines[1])


RESUMES = sorted((Path(__file__).parents[2] / "resumes").glob("*.json"))


@pytest.mark.parametrize("file", RESUMES, ids=lambda file: file.name)
def test_a_published_resume_imports_and_can_be_checked(file: Path, catalog: Catalog) -> None:
    """Without an error; the report names every field that is filled in and not used."""
    from certadvisor.imports.reading import import_path

    imported = import_path(file, catalog, TODAY)
    told = profile(as_yaml(imported), catalog)
    assert imported.counts()["work"] == len(told.work or ())
    named = {
        line.place.split("[", maxsplit=1)[0].split(".", maxsplit=1)[0] for line in imported.report
    }
    used = {"work", "education", "skills", "certificates"}
    written = {key for key, value in json.loads(file.read_bytes()).items() if value}
    assert written - used <= named
    assert check_profile(told, catalog, TODAY).outcomes[Outcome.MET]


def test_there_are_published_resumes() -> None:
    """An empty folder would prove nothing."""
    assert len(RESUMES) == 3
