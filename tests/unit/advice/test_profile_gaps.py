"""Gaps of a profile over the whole catalogue; published résumés import and can be checked."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from importing import TODAY
from written_profiles import profile_of

from certadvisor.advice.profile_gaps import ProfileGap, check_profile
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.profile_writer import render_result_yaml
from certadvisor.profile.model import Profile
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption


def profile(text: str, catalog: Catalog) -> Profile:
    """Read a profile from YAML."""
    return profile_of(text, catalog, TODAY)


def test_an_empty_profile_lacks_every_list(small: Catalog) -> None:
    """The best question settles several verdicts."""
    check = check_profile(Profile(), small, TODAY)
    assert check.missing_lists == (
        "education", "work", "training", "courses", "certifications", "memberships", "breaks",
    )  # fmt: skip
    assert check.gaps == ()
    assert check.assumptions == ()
    assert check.question is not None
    assert check.question.settles > 1
    assert check.outcomes[Outcome.UNKNOWN] > check.outcomes[Outcome.MET]


def test_gaps_of_entries_have_a_path_and_a_label(small: Catalog) -> None:
    """The label is the title, topic or id by which the person recognises the entry."""
    gappy_profile = profile(
        "work: [{title: Cook, start: 2020}, {title: PM}, {kinds: [agile], months: 3}]\n"
        "training: [{topic: risk}]\n"
        "certifications: [{id: pmp}, {id: csm, earned: 2024}]",
        small,
    )
    assert check_profile(gappy_profile, small, TODAY).gaps == (
        ProfileGap("work[0].kinds", "Cook"),
        ProfileGap("work[1].start", "PM"),
        ProfileGap("training[0].hours", "risk"),
        ProfileGap("certifications[0].earned", "pmp"),
    )


def test_assumptions_of_all_rules_are_listed_once(small: Catalog) -> None:
    """Including the guesses of an import."""
    guessed_profile = profile(
        "work: [{title: PM, start: 2020}]\ncertifications: [{id: csm}]\nguessed: ['work[0].start']",
        small,
    )
    assumptions = check_profile(guessed_profile, small, TODAY).assumptions
    assert len(set(assumptions)) == len(assumptions)
    assert Assumption("guess", "work[0].start") in assumptions
    assert Assumption("kinds-from-title", "PM") in assumptions


RESUMES = sorted((Path(__file__).parents[2] / "resumes").glob("*.json"))


@pytest.mark.parametrize("file", RESUMES, ids=lambda file: file.name)
def test_a_published_resume_imports_and_can_be_checked(file: Path, catalog: Catalog) -> None:
    """The report names every field that has a value and is not used."""
    from certadvisor.profile.importers.detect import import_path

    imported = import_path(file, catalog, TODAY)
    imported_profile = profile(render_result_yaml(imported), catalog)
    assert imported.counts()["work"] == len(imported_profile.work or ())
    reported = {line.location.split(" “")[0] for line in imported.report}
    reported |= {origin.reason for origin in imported.origins}
    data = json.loads(file.read_bytes())
    assert [path for path, parents in _filled_paths(data) if reported.isdisjoint(parents)] == []
    assert check_profile(imported_profile, catalog, TODAY).outcomes[Outcome.MET]


def _filled_paths(value: Any, *parents: str) -> Iterator[tuple[str, set[str]]]:
    """Yield each path with a value, and all paths above it, with and without indexes."""
    children: Iterable[tuple[str, Any]] = ()
    if isinstance(value, dict):
        children = [(f".{key}" if parents else key, child) for key, child in value.items()]
    elif isinstance(value, list):
        children = [(f"[{index}]", child) for index, child in enumerate(value)]
    elif value not in (None, ""):
        yield parents[-1], {*parents, *(re.sub(r"\[[0-9]+\]", "", path) for path in parents)}
    for step, child in children:
        yield from _filled_paths(child, *parents, f"{parents[-1] if parents else ''}{step}")


def test_there_are_published_resumes() -> None:
    """An empty folder would make the test above pass vacuously."""
    assert len(RESUMES) == 3
