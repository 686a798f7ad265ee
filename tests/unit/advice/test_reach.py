"""Reach: how far a certification is, with which step first, and why eligibility ends soon."""

from datetime import date

import pytest

from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.eligibility_dates import eligibility_dates
from certadvisor.advice.recommend.factors import Candidate, factors_of
from certadvisor.advice.recommend.ranking import recommend
from certadvisor.advice.recommend.reachability import Reach
from certadvisor.advice.recommend.recommendations import Reachability
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.reader import read_profile

AS_OF = date(2026, 11, 22)


def checks_of(profile_yaml: str, catalog: Catalog) -> CandidateChecks:
    """Return the checks for a profile."""
    profile = read_profile(read_bytes(profile_yaml.encode(), "profile"), catalog, AS_OF).profile
    return CandidateChecks(Evidence(profile, catalog, AS_OF))


def reach_of(id: str, profile_yaml: str, catalog: Catalog) -> Reach:
    """Return how near a certification is for a profile."""
    return checks_of(profile_yaml, catalog).reach(catalog.certifications[id])


GROWING = """
education: [{degree: bachelor}]
work: [{kinds: [project-leading], start: 2024-03}]
courses: []
certifications: []
"""


def test_steps_are_added_to_today_one_after_another(small: Catalog) -> None:
    """The 23 hours of the CAPM take 9 days beside a job."""
    person = "education: [{degree: secondary}]\nwork: []\ntraining: []\ncourses: []"
    reach = reach_of("capm", person, small)
    assert reach == Reach(Reachability.AFTER_STEPS, date(2026, 12, 1))


def test_work_alone_is_a_matter_of_time(small: Catalog) -> None:
    """With the training done, only months are missing: the 36th begins in February."""
    person = f"{GROWING}training: [{{topic: project-management, hours: 35}}]"
    assert reach_of("pmp", person, small) == Reach(Reachability.ON_DATE, date(2027, 2, 1))


def test_work_and_training_are_steps_until_the_work_is_there(small: Catalog) -> None:
    """14 days of training do not delay what work delays longer."""
    reach = reach_of("pmp", f"{GROWING}training: []", small)
    assert reach == Reach(Reachability.AFTER_STEPS, date(2027, 2, 1))


SCRUM_MASTER = """
education: []
work: [{kinds: [scrum-master], start: 2025-01}]
training: []
courses: [csm-course, a-csm-course]
"""


def test_the_prerequisite_is_named_as_the_step_to_take_first(small: Catalog) -> None:
    """The A-CSM requires a CSM, which is open to this person and takes 90 days."""
    reach = reach_of("a-csm", f"{SCRUM_MASTER}certifications: []", small)
    assert reach == Reach(Reachability.AFTER_STEPS, date(2027, 2, 20), "csm")


def test_a_certification_is_out_of_reach_where_its_prerequisite_cannot_be_taken(
    small: Catalog,
) -> None:
    """Above the budget, the CSM is no step."""
    person = f"{SCRUM_MASTER}certifications: []\ngoal: {{budget: 100 USD}}"
    assert reach_of("a-csm", person, small).reachability is Reachability.NEVER


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


@pytest.mark.parametrize(("budget", "value"), [(0, 0.0), (1350, 0.5)])
def test_the_cost_factor_is_the_share_of_the_budget_that_is_left(
    budget: int, value: float, small: Catalog
) -> None:
    """Half of 1,350 USD after the PMP's 675, and nothing of a budget of nothing."""
    checks = checks_of(f"goal: {{budget: {budget} USD}}", small)
    pmp = small.certifications["pmp"]
    factors = factors_of(
        Candidate(pmp, checks.reach(pmp), checks.cost(pmp)),
        checks.evidence.profile,
        checks.target,
        small,
        AS_OF,
        small.tables.weights,
    )
    assert next(factor.value for factor in factors if factor.name == "cost") == value
