"""The diving example: its cases pass on top of the built-in catalogue, and on their own."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.base.yaml_reader import read_file
from certadvisor.catalog.loader import data_folder, load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Leaf, leaves
from certadvisor.linting.cases import EligibilityCase, find_differences, read_cases
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, WorkPeriod
from certadvisor.profile.reader import read_profile

DIVING = Path(__file__).parent.parent / "examples" / "diving"
CASE_FILES = sorted((DIVING / "cases").glob("*.yaml"))
DAY = date(2026, 11, 22)


def _cases(catalog: Catalog) -> list[EligibilityCase]:
    return [case for file in CASE_FILES for case in read_cases(read_file(file), catalog)]


BUILT_IN = load_catalog()
OVER = load_catalog((str(DIVING),))
ALONE = load_catalog((str(DIVING),), built_in=False, cache=False)
OWN = tuple(ALONE.certifications)


@pytest.mark.parametrize("case", _cases(OVER), ids=lambda case: f"{case.id}: {case.name}")
def test_every_case_passes_on_top_of_the_built_in_catalogue(case: EligibilityCase) -> None:
    """As with `--catalog examples/diving`."""
    assert find_differences(case, OVER) == ()


@pytest.mark.parametrize("case", _cases(ALONE), ids=lambda case: case.id)
def test_every_case_passes_without_the_built_in_catalogue(case: EligibilityCase) -> None:
    """The engine needs no built-in certification, role or kind of experience."""
    assert find_differences(case, ALONE) == ()


def test_each_certification_has_its_file_of_cases_and_each_case_its_id() -> None:
    """As in the built-in catalogue."""
    assert tuple(sorted(OWN)) == tuple(file.stem for file in CASE_FILES)
    for file in CASE_FILES:
        assert {case.certification for case in read_cases(read_file(file), ALONE)} == {file.stem}
    ids = [case.id for case in _cases(ALONE)]
    assert sorted(set(ids)) == sorted(ids)


def test_each_rule_has_a_met_an_unmet_and_an_unknown_case() -> None:
    """A rule without requirements has only met cases."""
    for certification in ALONE.certifications.values():
        outcomes = {
            c.expected["expect"] for c in _cases(ALONE) if c.certification == certification.id
        }
        has_requirement = any(leaves(rule.sit) for rule in certification.rules)
        assert outcomes == ({"met", "unmet", "unknown"} if has_requirement else {"met"})


def test_the_example_uses_the_whole_language() -> None:
    """Every leaf, a dated change, a rule of two parts, and every state but `unclear`."""
    rules = [rule for cert in ALONE.certifications.values() for rule in cert.rules]
    leaf_types = {type(leaf) for rule in rules for leaf in (*leaves(rule.sit), *leaves(rule.award))}
    assert leaf_types == set(Leaf.__args__)
    assert any(rule.since for rule in rules)
    assert any(rule.has_separate_exam_rule for rule in rules)
    states = {entry.state for cert in ALONE.certifications.values() for entry in cert.statuses}
    assert states == {"announced", "active", "retiring", "retired"}


def test_the_example_s_names_are_not_in_the_built_in_catalogue() -> None:
    """Every id and name of the diving school belongs to it alone."""
    assert not set(OWN) & set(BUILT_IN.certifications)
    assert not set(ALONE.kinds) & set(BUILT_IN.kinds)
    assert not set(ALONE.roles) & set(BUILT_IN.roles)
    assert not set(ALONE.skills) & set(BUILT_IN.skills)
    for id in OWN:
        record = OVER.certifications[id]
        for name in (id, record.abbreviation, record.name, *record.aliases):
            assert OVER.find_certification(name).id == id


def test_the_example_changes_nothing_in_the_built_in_catalogue() -> None:
    """On top of it, the example replaces no record and changes no outcome."""
    assert OVER.overridden == ()
    for file in sorted((data_folder() / "cases").glob("*.yaml")):
        for case in read_cases(read_file(file), OVER):
            assert find_differences(case, OVER) == (), case.id


def test_list_shows_the_diving_school() -> None:
    """From the command line, as the README says."""
    command = [sys.executable, "-m", "certadvisor", "list", "--catalog", str(DIVING)]
    options = ["--issuer", "kelpwick", "--issuer", "kelpwick-guild", "--status", "any"]
    result = subprocess.run(
        [*command, *options, "--format", "json", "--quiet"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    listed = json.loads(result.stdout)["certifications"]
    assert sorted(one["id"] for one in listed) == sorted(OWN)


@pytest.mark.parametrize(
    "over_built_in", [True, False], ids=["over the built-in catalogue", "alone"]
)
def test_the_diver_s_recommendations_come_from_the_same_engine(*, over_built_in: bool) -> None:
    """For the goal of a guide: the guide's card first, a month of the season to go."""
    catalog = OVER if over_built_in else ALONE
    profile = read_profile(read_file(DIVING / "diver.yaml"), catalog, DAY)
    assert profile.warnings == ()
    advice = recommend(Evidence(profile.profile, catalog, DAY), RankingOptions(top=50))
    first = advice.recommendations[0]
    assert first.certification.id == "kbd-guide"
    assert [(one.amount, one.unit) for one in first.missing] == [(1, "month")]
    gates = {gate.certification.id: gate.kind for gate in advice.gates}
    assert gates["kbd-rescue"] == "held"
    assert gates["kbd-open-sea"] == "held"
    assert gates["kbd-snorkel"] == "absorbed"
    assert gates["kbd-wreck"] == "not-obtainable"
    assert gates["kbd-instructor"] == "other-field"  # teaching, where guiding is the goal


@pytest.mark.parametrize(("months", "gate"), [(12, "too-junior"), (11, "other-field")])
def test_a_beginners_card_is_too_junior_after_a_year_of_teaching(
    months: int, gate: str | None
) -> None:
    """By the school's own table: no kind of experience is built into the engine."""
    kinds = ALONE.kinds_of(["dive-teaching"])
    profile = Profile(work=(WorkPeriod(kinds, months=months),), certifications=())
    advice = recommend(Evidence(profile, ALONE, DAY), RankingOptions(top=50))
    gates = {one.certification.id: one.kind for one in advice.gates}
    assert gates["kbd-deep"] == gate
    # The only first rung of the school's ladder stays: no other card leads up.
    assert gates["kbd-open-sea"] == "other-field"
