"""Experience breakdowns: the amounts of the entries add up to what the judge counts."""

from hypothesis import HealthCheck, given, settings
from strategies import AS_OF, certifications, experiences, profiles

from certadvisor.catalog.records import Catalog, Certification
from certadvisor.catalog.requirement import Experience
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.leaves.experience_breakdown import (
    MonthState,
    break_down_experience,
    break_down_rule,
    window_matters,
)

shared_catalog = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)


@given(leaf=experiences(), profile=profiles)
@shared_catalog
def test_the_totals_of_a_breakdown_are_those_of_the_judge(
    leaf: Experience, profile: Profile, small: Catalog
) -> None:
    """In every unit required; a month is counted under one entry only."""
    evidence = Evidence(profile, small, AS_OF)
    breakdown = break_down_experience(leaf, evidence, AS_OF)
    for unit, need in breakdown.need.items():
        single_unit = leaf._replace(
            months=need if unit == "month" else None,
            hours=need if unit == "hour" else None,
            projects=need if unit == "project" else None,
        )
        verdict = judge_leaf(single_unit, evidence, AS_OF)
        assert (breakdown.have[unit], need, unit) == (verdict.have, verdict.need, verdict.unit)
    if leaf.months is not None:
        months = [
            number
            for entry in breakdown.entries
            for run in entry.months
            if run.state is MonthState.COUNTED
            for number in range(run.first, run.last + 1)
        ]
        assert len(months) == len(set(months)) == (breakdown.have["month"] or 0)


@given(leaf=experiences(), profile=profiles)
@shared_catalog
def test_every_breakdown_entry_has_its_index_in_the_profile(
    leaf: Experience, profile: Profile, small: Catalog
) -> None:
    """The index of an entry points to its work in the profile, and no index occurs twice."""
    breakdown = break_down_experience(leaf, Evidence(profile, small, AS_OF), AS_OF)
    indices = [entry.work_index for entry in breakdown.entries]
    assert len(indices) == len(set(indices))
    assert all((profile.work or ())[one.work_index] == one.period for one in breakdown.entries)


@given(certification=certifications(), profile=profiles)
@shared_catalog
def test_any_rule_can_be_broken_down(
    certification: Certification, profile: Profile, small: Catalog
) -> None:
    """There is one breakdown for each kind of work, whatever the profile gives."""
    evidence = Evidence(profile, small, AS_OF)
    answer = check(certification, Timeline(evidence))
    breakdowns = break_down_rule(answer, evidence)
    assert len({one.leaf for one in breakdowns}) == len(breakdowns)
    assert window_matters(answer, breakdowns) in (True, False)
