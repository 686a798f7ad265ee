"""What is recommended has a reason to be there, and no two lines about it contradict each other."""

import os

from hypothesis import HealthCheck, given, settings
from strategies import AS_OF
from test_recommended_plans import CATALOG, people

from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.recommendations import Recommendation, Recommendations
from certadvisor.advice.target import target_of
from certadvisor.catalog.ladders import ladders_of
from certadvisor.catalog.records import Certification
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome

PEOPLE = int(os.environ.get("CERTADVISOR_LAW_PEOPLE", "40"))
ASKED_FOR = 0.1  # the demand from which employers ask for a certification

# Pairs of keys of which no two may stand on one line: a reason for it and the one against it.
CONTRADICTIONS = {
    ("demand", "weak-demand"),
    ("preferred", "weak-demand"),
    ("helpful", "weak-demand"),
    ("cost", "budget-share"),
    ("cost", "likely-over-budget"),
    ("cost", "price-unknown"),
}
# Remarks above the list, and the reasons that no line below them may give.
DENIED = {
    "entry-asks-none": {"preferred", "preferred-judged"},
    "none-asked": {"preferred", "preferred-judged", "helpful", "helpful-judged"},
    "hold-all": {"preferred", "preferred-judged"},
    "none-now": {"preferred", "preferred-judged"},
}
NO_PRAISE = {"other-field", "other-method", "no-interest", "never", "demand-unknown"}


def has_reason(certification: Certification, evidence: Evidence) -> bool:
    """Whether something of section 6.2 of the contract speaks for it."""
    target = target_of(evidence)
    if not target.disciplines or not (target.weighted_roles or target.interests):
        return True  # nothing is known that could speak against it
    named = {id for one in target.expected.values() for id in (*one.preferred, *one.helpful)}
    same = {certification.id, *certification.same_level_as}
    follows = any(
        certification.id in record.next and is_of_use(record.id, certification.id, evidence)
        for credential in evidence.profile.certifications or ()
        if (record := CATALOG.certifications.get(credential.id))
    )
    main = certification.disciplines[0]
    known = {one.country: one.value for one in CATALOG.demand_for(certification.id)}
    demand = known.get(evidence.profile.country or "world", known.get("world"))
    is_asked_for = main in target.disciplines and (demand is None or demand >= ASKED_FOR)
    return bool(named & same) or follows or main in target.interests or is_asked_for


def is_of_use(held: str, next_id: str, evidence: Evidence) -> bool:
    """Whether a credential is active, may be, or counts when lapsed."""
    lapsed = ladders_of(CATALOG).takes_lapsed(next_id, held)
    return holds.judge_listed(held, evidence, AS_OF, lapsed=lapsed) is not Outcome.UNMET


@settings(max_examples=PEOPLE, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(people)
def test_every_recommendation_has_a_reason_and_a_price(person: Profile) -> None:
    """Each one listed and each beside it; who gives a budget sees what the whole way costs."""
    evidence = Evidence(person, CATALOG, AS_OF)
    advice = recommend(evidence, RankingOptions(complete=False))
    for one in advice.recommendations:
        for id in one.ids:
            assert has_reason(CATALOG.certifications[id], evidence), id
        if person.goal.budget is not None:
            assert one.way.total is not None, one.certification.id
        assert_no_contradiction(one, advice)


def assert_no_contradiction(one: Recommendation, advice: Recommendations) -> None:
    """No reason is a minus, and none denies the one against it or a remark above the list."""
    reasons = {reason.key for reason in one.reasons}
    assert reasons.isdisjoint(NO_PRAISE)
    against = one.drawback.key if one.drawback else None
    assert not any((key, against) in CONTRADICTIONS for key in reasons), (reasons, against)
    role_reasons = {
        factor.reason.key
        for factor in one.factors
        if factor.name == "role_fit"
        and factor.reason in one.reasons
        # A rung on the way may prefer what the target role does not.
        and factor.reason.values.get("role") == advice.target_role
    }
    for remark in advice.remarks:
        assert role_reasons.isdisjoint(DENIED.get(remark.key, set())), remark.key
