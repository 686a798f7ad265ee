"""Guesses in a profile: which paths are valid, and in which answers they are assumptions."""

from datetime import date

import pytest

from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.errors import InputError
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.from_options import ProfileOptions, profile_from_options
from certadvisor.profile.model import ReadProfile
from certadvisor.profile.reader import read_profile
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline

TODAY = date(2026, 11, 22)
PERSON = """
education: [{degree: bachelor}]
work: [{title: scrum master, start: 2020-01}, {title: PM, start: 2022-01}]
certifications: [{id: capm, earned: 2025-01}]
"""


def read(text: str, catalog: Catalog) -> ReadProfile:
    """Read a profile from YAML text."""
    return read_profile(read_bytes(text.encode(), "me.yaml"), catalog, TODAY)


def assumed_guesses(id: str, guessed: str, catalog: Catalog) -> list[str]:
    """Return the guesses that an answer about a certification depends on."""
    profile = read(f"{PERSON}guessed: [{guessed}]", catalog).profile
    answer = check(catalog.certifications[id], Timeline(Evidence(profile, catalog, TODAY)))
    return [one.subject for one in answer.assumptions if one.topic == "guess"]


def test_an_answer_names_the_guesses_that_it_uses(small: Catalog) -> None:
    """Guesses about the jobs that count, the degrees, and the credentials required."""
    paths = (
        "'education[0].degree', 'work[0].kinds', 'work[1].start', 'work[1]','certifications[0].id'"
    )
    assert assumed_guesses("pmp", paths, small) == [
        "education[0].degree",
        "work[1].start",
        "work[1]",
        "certifications[0].id",
    ]
    assert assumed_guesses("csm", paths, small) == []


def test_a_profile_without_guesses_has_no_guess_assumptions(small: Catalog) -> None:
    """As in every profile written by hand."""
    assert read(PERSON, small).profile.guessed == ()
    assert assumed_guesses("pmp", "", small) == []


@pytest.mark.parametrize(
    "path", ["work[2]", "work[0].degree", "training", "training[0]", "country"]
)
def test_a_guess_path_without_an_entry_is_dropped_with_a_warning(path: str, small: Catalog) -> None:
    """A person who deletes a job need not renumber the other paths before the file can be read."""
    result = read(f"{PERSON}guessed: ['{path}', 'work[1].start']", small)
    assert result.profile.guessed == ("work[1].start",)
    (warning,) = result.warnings
    problem = f"`{path}` names nothing in this profile, so it is ignored"
    assert str(warning) == f"me.yaml:5: guessed[0]: {problem}; remove it"


@pytest.mark.parametrize("path", ["jobs[0]", "work.0", "work[0", "guess", "Work[0]", "work[0].a.b"])
def test_an_invalid_guess_path_is_a_fault(path: str, small: Catalog) -> None:
    """As with any value that cannot be parsed."""
    with pytest.raises(InputError, match="is not a path; write one such as work"):
        read(f"{PERSON}guessed: ['{path}']", small)


def test_guesses_keep_their_job_when_an_option_replaces_others(small: Catalog) -> None:
    """`--leading` replaces leading jobs; a guess about another job still points to that job."""
    names = ("PM", "Cook", "scrum master")
    work = [{"title": title, "start": "2019-01"} for title in names]
    paths = ["work[0].start", "work[1].start", "work[2].kinds"]
    base = read(f"work: {work}\nguessed: {paths}", small).profile
    profile = profile_from_options(
        ProfileOptions(leading="30m", kinds=("agile=2y",)), base, small, TODAY
    ).profile
    titles = [job.title for job in profile.work or ()]
    title_by_path = {path: titles[int(path[5])] for path in profile.guessed}
    assert set(title_by_path.values()) <= set(names)
    assert (
        title_by_path[next(path for path in title_by_path if path.endswith("kinds"))]
        == "scrum master"
    )
