"""Laws of eligibility over time: its days are those that a day-by-day walk finds."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from lively import lively_certifications, people
from strategies import AS_OF, WALK, certifications, leaves_with_evidence, profiles, requirements

from certadvisor.catalog.records import Catalog, Certification
from certadvisor.catalog.requirement import Leaf, Requirement
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.judge import judge, judge_leaf
from certadvisor.rules.outcome import Outcome

DAY = timedelta(days=1)


def eligible(certification: Certification, evidence: Evidence, day: date) -> bool:
    """Return whether the rule is met on `day` and the certification can be earned."""
    rule = certification.rule_on(day)
    if rule is None or certification.obtainable_on(day) is not True:
        return False
    return judge(rule.sit, evidence, day).outcome is Outcome.MET


def assert_as_walked(certification: Certification, profile: Profile, small: Catalog) -> None:
    """Compare the days of eligibility with those of a day-by-day walk."""
    evidence = Evidence(profile, small, AS_OF)
    eligibility = Timeline(evidence).eligibility(certification)
    since = until = None
    for number in range(WALK):
        day = AS_OF + number * DAY
        is_eligible = eligible(certification, evidence, day)
        if since is None and is_eligible:
            since = day
        elif since is not None and not is_eligible:
            until = day
            break
    last = AS_OF + WALK * DAY
    assert eligibility.since == since or (
        since is None and eligibility.since is not None and eligibility.since >= last
    )
    if since is not None:
        assert eligibility.until == until or (
            until is None and (eligibility.until is None or eligibility.until >= last)
        )
        assert (eligibility.reason is None) is (eligibility.until is None)


@given(leaf_and_profile=leaves_with_evidence)
@settings(
    max_examples=600,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
def test_the_outcomes_of_a_leaf_are_those_of_the_judge_on_every_day(
    leaf_and_profile: tuple[Leaf, Profile], small: Catalog
) -> None:
    """Work, degrees, training and credentials start, are earned, lapse and leave the window."""
    leaf, profile = leaf_and_profile
    evidence = Evidence(profile, small, AS_OF)
    timeline = Timeline(evidence).outcomes(leaf)
    walk = [AS_OF + number * DAY for number in range(WALK)]
    expected = [judge_leaf(leaf, evidence, day).outcome for day in walk]
    assert [timeline.on(day) for day in walk] == expected


@given(requirement=requirements, profile=profiles)
@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
def test_the_outcomes_of_a_rule_are_those_of_the_judge_on_every_day(
    requirement: Requirement, profile: Profile, small: Catalog
) -> None:
    """Met, unmet and unknown on each day of the walk: no change is missed or added."""
    evidence = Evidence(profile, small, AS_OF)
    timeline = Timeline(evidence).outcomes(requirement)
    walk = [AS_OF + number * DAY for number in range(WALK)]
    expected = [judge(requirement, evidence, day).outcome for day in walk]
    assert [timeline.on(day) for day in walk] == expected


@given(certification=lively_certifications(), profile=people)
@settings(
    max_examples=500,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
def test_eligibility_that_changes_soon_does_so_on_its_day(
    certification: Certification, profile: Profile, small: Catalog
) -> None:
    """Months that enter and leave, degrees, training, lapses, rule changes, retirements."""
    assert_as_walked(certification, profile, small)


@given(certification=certifications(), profile=profiles)
@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
def test_eligibility_begins_and_ends_on_the_days_that_a_walk_finds(
    certification: Certification, profile: Profile, small: Catalog
) -> None:
    """Rule changes, lapses, sliding windows, continuing work and retirements fall on their day."""
    assert_as_walked(certification, profile, small)


@given(certification=certifications(), profile=profiles)
@settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
def test_eligibility_is_right_beyond_the_walk(
    certification: Certification, profile: Profile, small: Catalog
) -> None:
    """Met on the first day, not the day before; not met on the end, but the day before."""
    evidence = Evidence(profile, small, AS_OF)
    eligibility = Timeline(evidence).eligibility(certification)
    if eligibility.since is not None:
        assert eligible(certification, evidence, eligibility.since)
        assert eligibility.since == AS_OF or not eligible(
            certification, evidence, eligibility.since - DAY
        )
    if eligibility.until is not None:
        assert not eligible(certification, evidence, eligibility.until)
        assert eligible(certification, evidence, eligibility.until - DAY)
