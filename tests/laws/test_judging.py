"""Laws of the judge: what must hold for every person and every rule."""

from hypothesis import HealthCheck, given, settings
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
from certadvisor.catalog.requirement import AllOf, AnyOf, Experience, Requirement
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
    """The outcome on the day of the question."""
    return judge(requirement, Evidence(profile, catalog, AS_OF), AS_OF).outcome


def reversed_children(requirement: Requirement) -> Requirement:
    """The same requirement, written the other way round."""
    if isinstance(requirement, AllOf):
        return AllOf(tuple(reversed_children(child) for child in requirement.children[::-1]))
    if isinstance(requirement, AnyOf):
        return AnyOf(tuple(reversed_children(child) for child in requirement.children[::-1]))
    return requirement


def reversed_entries(profile: Profile) -> Profile:
    """The same profile, every list written the other way round."""
    return profile._replace(
        education=profile.education and profile.education[::-1],
        work=profile.work and profile.work[::-1],
        training=profile.training and profile.training[::-1],
        certifications=profile.certifications and profile.certifications[::-1],
        breaks=profile.breaks and profile.breaks[::-1],
    )


@given(requirement=requirements, profile=profiles)
@shared_catalog
def test_the_order_of_children_changes_nothing(
    requirement: Requirement, profile: Profile, small: Catalog
) -> None:
    """A rule is a set of conditions; the order written only breaks ties."""
    assert outcome(requirement, profile, small) is outcome(
        reversed_children(requirement), profile, small
    )


@given(requirement=requirements, profile=profiles)
@shared_catalog
def test_the_order_of_entries_changes_nothing(
    requirement: Requirement, profile: Profile, small: Catalog
) -> None:
    """A profile lists facts; nobody is judged by the order of telling."""
    assert outcome(requirement, profile, small) is outcome(
        requirement, reversed_entries(profile), small
    )


def richer(profile: Profile, more: Evidenced) -> Profile:
    """The profile with one entry more."""
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
def test_more_evidence_never_undoes_a_met(
    requirement: Requirement,
    profile: Profile,
    more: Evidenced,
    small: Catalog,
) -> None:
    """Whoever qualifies still does with one fact more on record."""
    if outcome(requirement, profile, small) is Outcome.MET:
        assert outcome(requirement, richer(profile, more), small) is Outcome.MET


@given(leaf=experiences(), profile=profiles)
@shared_catalog
def test_a_wider_window_never_undoes_a_met(
    leaf: Experience, profile: Profile, small: Catalog
) -> None:
    """Looking back further finds no less."""
    if leaf.within_years and outcome(leaf, profile, small) is Outcome.MET:
        wider = leaf._replace(within_years=leaf.within_years + 1)
        assert outcome(wider, profile, small) is Outcome.MET
        assert outcome(wider._replace(within_years=None, extendable_to_years=None), profile, small) is Outcome.MET  # fmt: skip  # noqa: E501


@given(requirement=requirements, profile=profiles)
@shared_catalog
def test_what_is_missing_is_told_exactly_where_the_answer_is_no(
    requirement: Requirement, profile: Profile, small: Catalog
) -> None:
    """An unmet requirement names a shortfall above zero; any other answer names none."""
    verdict = judge(requirement, Evidence(profile, small, AS_OF), AS_OF)
    missing = missing_in(verdict)
    assert bool(missing) is (verdict.outcome is Outcome.UNMET)
    assert all(shortfall.amount > 0 for shortfall in missing)


@given(certification=certifications(), profile=profiles)
@shared_catalog
def test_the_same_question_gets_the_same_answer(
    certification: Certification, profile: Profile, small: Catalog
) -> None:
    """Nothing but the catalogue, the profile and the day plays a part."""
    answers = [check(certification, Timeline(Evidence(profile, small, AS_OF))) for _ in range(2)]
    assert answers[0] == answers[1]
