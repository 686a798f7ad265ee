"""Laws of the judge, for every person and every rule."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import (
    AS_OF,
    certifications,
    credentials,
    educations,
    experiences,
    profiles,
    requirements,
    trainings,
    work_periods,
)

from certadvisor.catalog.records import Catalog, Certification
from certadvisor.catalog.requirement import AllOf, AnyOf, Experience, Leaf, Requirement, leaves
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import (
    Credential,
    Education,
    Profile,
    TrainingRecord,
    WorkPeriod,
)
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.judge import judge, missing_in
from certadvisor.rules.outcome import Outcome

Evidenced = Education | WorkPeriod | TrainingRecord | Credential

shared_catalog = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


def outcome(requirement: Requirement, profile: Profile, catalog: Catalog) -> Outcome:
    """Return the outcome on the day of the question."""
    return judge(requirement, Evidence(profile, catalog, AS_OF), AS_OF).outcome


def reversed_children(requirement: Requirement) -> Requirement:
    """Return the same requirement with all children in reverse order."""
    if isinstance(requirement, AllOf):
        return AllOf(tuple(reversed_children(child) for child in requirement.children[::-1]))
    if isinstance(requirement, AnyOf):
        return AnyOf(tuple(reversed_children(child) for child in requirement.children[::-1]))
    return requirement


def reversed_entries(profile: Profile) -> Profile:
    """Return the same profile with every list in reverse order."""
    return profile._replace(
        education=profile.education and profile.education[::-1],
        work=profile.work and profile.work[::-1],
        training=profile.training and profile.training[::-1],
        certifications=profile.certifications and profile.certifications[::-1],
        breaks=profile.breaks and profile.breaks[::-1],
    )


@given(requirement=requirements, profile=profiles)
@shared_catalog
def test_the_order_of_requirements_does_not_matter(
    requirement: Requirement, profile: Profile, small: Catalog
) -> None:
    """A rule is a set of requirements; their order only breaks ties."""
    assert outcome(requirement, profile, small) is outcome(
        reversed_children(requirement), profile, small
    )


@given(requirement=requirements, profile=profiles)
@shared_catalog
def test_the_order_of_profile_entries_does_not_matter(
    requirement: Requirement, profile: Profile, small: Catalog
) -> None:
    """A profile is a set of facts; no outcome depends on their order."""
    assert outcome(requirement, profile, small) is outcome(
        requirement, reversed_entries(profile), small
    )


def asks_beside_months(leaf: Leaf) -> bool:
    """Whether a leaf asks for months and for another amount of the work."""
    return isinstance(leaf, Experience) and bool(
        leaf.months and (leaf.hours or leaf.person_days or leaf.projects)
    )


def richer(profile: Profile, more: Evidenced) -> Profile:
    """Return the profile with one more entry."""
    if isinstance(more, Education):
        return profile._replace(education=(*(profile.education or ()), more))
    if isinstance(more, WorkPeriod):
        return profile._replace(work=(*(profile.work or ()), more))
    if isinstance(more, TrainingRecord):
        return profile._replace(training=(*(profile.training or ()), more))
    return profile._replace(certifications=(*(profile.certifications or ()), more))


@given(
    requirement=requirements,
    profile=profiles,
    more=st.one_of(educations, work_periods(), trainings, credentials()),
)
@shared_catalog
def test_more_evidence_never_undoes_eligibility(
    requirement: Requirement,
    profile: Profile,
    more: Evidenced,
    small: Catalog,
) -> None:
    """A person who qualifies still does with one more fact in the profile.

    Unless it is the first work that gives an amount beside months, which is judged from then on.
    """
    assume(not (isinstance(more, WorkPeriod) and any(map(asks_beside_months, leaves(requirement)))))
    if outcome(requirement, profile, small) is Outcome.MET:
        assert outcome(requirement, richer(profile, more), small) is Outcome.MET


@given(leaf=experiences(), profile=profiles)
@shared_catalog
def test_a_wider_window_never_undoes_eligibility(
    leaf: Experience, profile: Profile, small: Catalog
) -> None:
    """A longer look-back window counts at least as much; see the law above for amounts."""
    assume(not asks_beside_months(leaf))
    if leaf.within_years and outcome(leaf, profile, small) is Outcome.MET:
        wider = leaf._replace(within_years=leaf.within_years + 1)
        assert outcome(wider, profile, small) is Outcome.MET
        assert outcome(wider._replace(within_years=None, extendable_to_years=None), profile, small) is Outcome.MET  # fmt: skip  # noqa: E501


@given(requirement=requirements, profile=profiles)
@shared_catalog
def test_shortfalls_are_given_exactly_where_the_outcome_is_unmet(
    requirement: Requirement, profile: Profile, small: Catalog
) -> None:
    """An unmet requirement has shortfalls, all above zero; any other outcome has none."""
    verdict = judge(requirement, Evidence(profile, small, AS_OF), AS_OF)
    missing = missing_in(verdict)
    assert bool(missing) is (verdict.outcome is Outcome.UNMET)
    assert all(shortfall.amount > 0 for shortfall in missing)


@given(certification=certifications(), profile=profiles)
@shared_catalog
def test_a_repeated_check_gives_the_same_answer(
    certification: Certification, profile: Profile, small: Catalog
) -> None:
    """The answer depends only on the catalogue, the profile and the day."""
    answers = [check(certification, Timeline(Evidence(profile, small, AS_OF))) for _ in range(2)]
    assert answers[0] == answers[1]
