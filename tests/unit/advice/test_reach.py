"""Reach: how far a certification is, with which step first, and why eligibility ends soon."""

from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.eligibility_dates import eligibility_dates
from certadvisor.advice.recommend.factors import Candidate, factors_of
from certadvisor.advice.recommend.ranking import recommend
from certadvisor.advice.recommend.recommendations import GateKind, Reachability
from certadvisor.catalog.records import Catalog

AS_OF = date(2026, 11, 22)


def checks_of(profile_yaml: str, catalog: Catalog) -> CandidateChecks:
    """Return the checks for a profile."""
    return CandidateChecks(evidence_of(profile_yaml, catalog, AS_OF))


def reach_of(id: str, profile_yaml: str, catalog: Catalog) -> tuple[Reachability, date | None]:
    """How near a certification is for a profile, and the day on which its exam can be taken."""
    checks, certification = checks_of(profile_yaml, catalog), catalog.certifications[id]
    return checks.reach(certification), checks.way(certification).ready_on


GROWING = """
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2024-03}]
courses: []
certifications: []
"""


def test_steps_are_added_to_today_one_after_another(small: Catalog) -> None:
    """23 hours of training at five a week, then nine weeks of study for the CAPM."""
    person = "education: [{degree: secondary}]\nwork: []\ntraining: []\ncourses: []"
    reach = reach_of("capm", person, small)
    assert reach == (Reachability.AFTER_STEPS, date(2027, 2, 26))


def test_work_alone_is_a_matter_of_time(small: Catalog) -> None:
    """The 36th month begins in February; by the end of March 90 hours are studied."""
    person = f"{GROWING}training: [{{topic: project-management, hours: 35}}]"
    assert reach_of("pmp", person, small) == (Reachability.ON_DATE, date(2027, 3, 28))


def test_work_and_training_are_steps_until_the_work_is_there(small: Catalog) -> None:
    """Seven weeks of training and 18 of study outlast the wait for the 36th month."""
    reach = reach_of("pmp", f"{GROWING}training: []", small)
    assert reach == (Reachability.AFTER_STEPS, date(2027, 5, 16))


SCRUM_MASTER = """
education: []
work: [{kinds: [scrum-master], start: 2025-01}]
training: []
courses: [csm-course, a-csm-course]
"""


def test_a_prerequisite_is_a_step_to_take_first(small: Catalog) -> None:
    """The A-CSM requires a CSM, which is open to this person: each takes its own study."""
    reach = reach_of("a-csm", f"{SCRUM_MASTER}certifications: []", small)
    assert reach == (Reachability.AFTER_STEPS, date(2027, 4, 18))


def test_a_certification_is_not_recommended_where_its_whole_way_is_too_dear(
    small: Catalog,
) -> None:
    """No way to the A-CSM keeps within 100 USD, whatever its own price."""
    checks = checks_of(f"{SCRUM_MASTER}certifications: []\ngoal: {{budget: 100 USD}}", small)
    gates = {gate.certification.id: gate.kind for gate in recommend(checks.evidence).gates}
    assert gates["a-csm"] is GateKind.OVER_BUDGET


def test_only_eligibility_that_starts_or_ends_has_dates(small: Catalog) -> None:
    """Work of 2017 to 2019 leaves the ten years in 2027; the course of the CSM stays."""
    person = """
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2017-01, end: 2019-12}]
training: [{topic: project-management, hours: 35}]
courses: [csm-course]
certifications: []
"""
    checks = checks_of(person, small)
    dates = {
        one.certification: (one.eligible_from, one.eligible_until, one.soon)
        for one in eligibility_dates(
            recommend(checks.evidence).recommendations, checks.timeline, date(2027, 2, 1)
        )
    }
    assert dates == {"pmp": (AS_OF, date(2027, 2, 1), True)}


@pytest.mark.parametrize(("budget", "value"), [(0, 0.0), (1810, 0.5)])
def test_the_cost_factor_is_the_share_of_the_budget_that_is_left(
    budget: int, value: float, small: Catalog
) -> None:
    """Half of 1,810 USD after the 905 of the whole way, and nothing of a budget of nothing."""
    checks = checks_of(f"goal: {{budget: {budget} USD}}", small)
    pmp = small.certifications["pmp"]
    factors = factors_of(
        Candidate(pmp, checks.reach(pmp), checks.way(pmp)),
        checks.evidence,
        checks.target,
        small.tables.weights,
    )
    assert next(factor.value for factor in factors if factor.name == "cost") == value
