"""The gravest drawback of a recommendation is the one shown."""

from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.advice.recommend.reasons import main_drawback
from certadvisor.advice.recommend.recommendations import (
    Reachability,
    Recommendation,
    Recommendations,
)
from certadvisor.catalog.records import Catalog, Certification, StatusFrom
from certadvisor.planner.buyer_prices import Buyer, cost_of
from certadvisor.planner.plan_request import PlanStatus
from certadvisor.planner.ways import Way
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.reason import Reason

DAY = date(2026, 11, 22)
LEADER = """
country: US
education: [{degree: bachelor}]
work: [{title: Project manager, start: 2019-01}]
training: [{topic: project-management, hours: 35}]
courses: []
certifications: []
"""


def recommend_for(profile_yaml: str, catalog: Catalog) -> Recommendations:
    """The recommendations for a profile."""
    return recommend(evidence_of(profile_yaml, catalog, DAY))


@pytest.mark.parametrize(
    ("budget", "key"), [(1016, "renewal"), (1014, "budget-share"), (620, "budget-share")]
)
def test_a_total_of_sixty_percent_of_the_budget_is_a_drawback(
    budget: int, key: str, catalog: Catalog
) -> None:
    """The PMP takes 609 USD with a membership that pays for itself: just over 60 % of 1,014."""
    advice = recommend_for(
        f"{LEADER}goal: {{role: project-manager, budget: {budget} USD}}", catalog
    )
    pmp = next(one for one in advice.recommendations if one.certification.id == "pmp")
    assert pmp.drawback is not None
    assert pmp.drawback.key == key


def test_the_renewal_drawback_has_its_units_and_fee(catalog: Catalog) -> None:
    """60 PDU and 150 USD every three years."""
    advice = recommend_for(f"{LEADER}goal: {{role: project-manager}}", catalog)
    pmp = next(one for one in advice.recommendations if one.certification.id == "pmp")
    assert pmp.drawback
    assert (pmp.drawback.values["units"], pmp.drawback.values["fee"]) == (60, 150)


def test_equivalents_are_at_most_two(catalog: Catalog) -> None:
    """Equivalents of the first recommendation, each with its own price and reach."""
    advice = recommend_for("country: US\ngoal: {role: scrum-master}\neducation: []", catalog)
    best = next(one for one in advice.recommendations if one.equivalent_ids)
    assert tuple(one.certification.id for one in best.equivalents) == best.equivalent_ids
    assert len(best.equivalents) <= 2


@pytest.mark.parametrize(("budget", "said"), [("200 USD", True), ("2000 USD", False)])
def test_what_a_role_prefers_is_out_of_reach_for_a_small_budget(
    budget: str, catalog: Catalog, *, said: bool
) -> None:
    """What a project manager is asked for costs more than 200 USD."""
    text = f"{LEADER}goal: {{role: project-manager, budget: {budget}}}"
    remarks = [remark.key for remark in recommend_for(text, catalog).remarks]
    assert ("none-now" in remarks) is said


def drawback_of(certification: Certification, catalog: Catalog) -> Reason | None:
    """The drawback of a certification for a person about whom nothing is known."""
    recommendation = Recommendation(
        rank=1,
        certification=certification,
        score=0,
        outcome=Outcome.UNKNOWN,
        award=Outcome.UNKNOWN,
        reach=Reachability.ASK,
        eligible_from=None,
        way=Way(PlanStatus.ASK),
        equivalents=(),
        cost=cost_of(certification, Buyer(DAY), catalog.tables, None),
        factors=(),
        missing=(),
        reasons=(),
        drawback=None,
    )
    evidence = Evidence(Profile(), catalog, DAY)
    return main_drawback(recommendation, check(certification, Timeline(evidence)), evidence)


@pytest.mark.parametrize(
    ("state", "since", "key"),
    [
        ("retired", date(2026, 11, 23), "retires"),
        ("retired", DAY, "renewal"),
        ("retiring", date(2026, 11, 23), "renewal"),
    ],
)
def test_a_retirement_to_come_is_the_gravest_drawback(
    state: str, since: date, key: str, small: Catalog
) -> None:
    """From tomorrow on; a warning without its day is none yet."""
    pmp = small.certifications["pmp"]
    retiring = pmp._replace(statuses=(*pmp.statuses, StatusFrom(state, since)))
    drawback = drawback_of(retiring, small)
    assert drawback
    assert drawback.key == key
    if key == "retires":
        assert drawback.values == {"on": since}


def test_a_doubtful_rule_is_a_drawback(small: Catalog) -> None:
    """A rule of low confidence, or none at all."""
    pmp = small.certifications["pmp"]
    doubtful = tuple(rule._replace(confidence="low") for rule in pmp.rules)
    assert drawback_of(pmp._replace(rules=doubtful), small) == Reason("weak-rule", {})
    assert drawback_of(pmp._replace(rules=()), small) == Reason("weak-rule", {})


def test_a_mandatory_course_is_a_drawback_with_its_price(small: Catalog) -> None:
    """The course of the CSM costs 400 USD at least; the PMP has none."""
    csm, pmp = (drawback_of(small.certifications[id], small) for id in ("csm", "pmp"))
    assert csm == Reason("course", {"amount": 400, "currency": "USD"})
    assert pmp
    assert pmp.key == "renewal"
