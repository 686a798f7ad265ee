"""Gaps of a profile over the whole catalogue; published résumés import and can be checked."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from importing import TODAY

from certadvisor.advice.profile_gaps import Gap, check_profile
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.importers.profile_writer import as_yaml
from certadvisor.profile.model import Profile
from certadvisor.profile.reader import read_profile
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Assumption


def profile(written: str, catalog: Catalog) -> Profile:
    """Read a profile from YAML."""
    return read_profile(read_bytes(written.encode(), "me.yaml"), catalog, TODAY).profile


def test_an_empty_profile_lacks_every_list(small: Catalog) -> None:
    """The best question settles several verdicts."""
    found = check_profile(Profile(), small, TODAY)
    assert found.untold == (
        "education", "work", "training", "courses", "certifications", "memberships", "breaks",
    )  # fmt: skip
    assert found.gaps == ()
    assert found.assumptions == ()
    assert found.question is not None
    assert found.question.settles > 1
    assert found.outcomes[Outcome.UNKNOWN] > found.outcomes[Outcome.MET]


def test_gaps_of_entries_have_a_path_and_a_label(small: Catalog) -> None:
    """The label is the title, topic or id by which the person recognises the entry."""
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


def test_assumptions_of_all_rules_are_listed_once(small: Catalog) -> None:
    """Including the guesses of an import."""
    told = profile(
        "work: [{title: PM, start: 2020}]\ncertifications: [{id: csm}]\nguessed: ['work[0].start']",
        small,
    )
    found = check_profile(told, small, TODAY).assumptions
    assert len(set(found)) == len(found)
    assert Assumption("guess", "work[0].start") in found
    assert Assumption("kinds-from-title", "PM") in found


RESUMES = sorted((Path(__file__).parents[2] / "resumes").glob("*.json"))


@pytest.mark.parametrize("file", RESUMES, ids=lambda file: file.name)
def test_a_published_resume_imports_and_can_be_checked(file: Path, catalog: Catalog) -> None:
    """The report names every field that has a value and is not used."""
    from certadvisor.profile.importers.detect import import_path

    imported = import_path(file, catalog, TODAY)
    told = profile(as_yaml(imported), catalog)
    assert imported.counts()["work"] == len(told.work or ())
    named = {line.place.split(" “")[0] for line in imported.report}
    named |= {mark.reason for mark in imported.marks}
    written = json.loads(file.read_bytes())
    assert [place for place, above in _places(written) if named.isdisjoint(above)] == []
    assert check_profile(told, catalog, TODAY).outcomes[Outcome.MET]


def _places(value: Any, *above: str) -> Iterator[tuple[str, set[str]]]:
    """Yield each path with a value, and all paths above it, with and without indexes."""
    inner: Iterable[tuple[str, Any]] = ()
    if isinstance(value, dict):
        inner = [(f".{key}" if above else key, one) for key, one in value.items()]
    elif isinstance(value, list):
        inner = [(f"[{at}]", one) for at, one in enumerate(value)]
    elif value not in (None, ""):
        yield above[-1], {*above, *(re.sub(r"\[[0-9]+\]", "", place) for place in above)}
    for step, one in inner:
        yield from _places(one, *above, f"{above[-1] if above else ''}{step}")


def test_there_are_published_resumes() -> None:
    """An empty folder would make the test above pass vacuously."""
    assert len(RESUMES) == 3
