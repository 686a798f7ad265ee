"""Experience breakdowns: the amounts of the entries add up to what the judge counts."""

from hypothesis import HealthCheck, given, settings
from strategies import AS_OF, certifications, experiences, profiles

from certadvisor.catalog.records import Catalog, Certification
from certadvisor.catalog.requirement import Experience
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.experience_breakdown import COUNTED, tally, window_matters, work_of
from certadvisor.rules.judge import judge_leaf

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
    found = tally(leaf, evidence, AS_OF)
    for unit, need in found.need.items():
        alone = leaf._replace(
            months=need if unit == "month" else None, hours=need if unit == "hour" else None
        )
        verdict = judge_leaf(alone, evidence, AS_OF)
        assert (found.have[unit], need, unit) == (verdict.have, verdict.need, verdict.unit)
    if leaf.months is not None:
        months = [
            number
            for entry in found.entries
            for run in entry.months
            if run.state == COUNTED
            for number in range(run.first, run.last + 1)
        ]
        assert len(months) == len(set(months)) == (found.have["month"] or 0)


@given(leaf=experiences(), profile=profiles)
@shared_catalog
def test_every_breakdown_entry_has_its_index_in_the_profile(
    leaf: Experience, profile: Profile, small: Catalog
) -> None:
    """The index of an entry points to its work in the profile, and no index occurs twice."""
    found = tally(leaf, Evidence(profile, small, AS_OF), AS_OF)
    places = [entry.place for entry in found.entries]
    assert len(places) == len(set(places))
    assert all((profile.work or ())[one.place] == one.period for one in found.entries)


@given(certification=certifications(), profile=profiles)
@shared_catalog
def test_any_rule_can_be_broken_down(
    certification: Certification, profile: Profile, small: Catalog
) -> None:
    """There is one breakdown for each kind of work, whatever the profile gives."""
    evidence = Evidence(profile, small, AS_OF)
    answer = check(certification, Timeline(evidence))
    found = work_of(answer, evidence)
    assert len({one.leaf for one in found}) == len(found)
    assert window_matters(answer, found) in (True, False)
