"""The gravest drawback of a recommendation is the one shown."""

from datetime import date

import pytest

from certadvisor.advice.recommend.ranking import recommend
from certadvisor.advice.recommend.recommendations import Advice
from certadvisor.base.yaml_reader import read_bytes
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.reader import read_profile

DAY = date(2026, 11, 22)
LEADER = """
country: US
education: [{degree: bachelor}]
work: [{title: Project manager, start: 2019-01}]
training: [{topic: project-management, hours: 35}]
courses: []
certifications: []
"""


def advised(written: str, catalog: Catalog) -> Advice:
    """The recommendations for a profile."""
    profile = read_profile(read_bytes(written.encode(), "profile"), catalog, DAY).profile
    return recommend(Evidence(profile, catalog, DAY))


@pytest.mark.parametrize(
    ("budget", "key"), [(1126, "renewal"), (1125, "budget-share"), (900, "budget-share")]
)
def test_a_cost_of_sixty_percent_of_the_budget_is_a_drawback(
    budget: int, key: str, catalog: Catalog
) -> None:
    """The PMP's 675 USD are less than 60 % of 1,126 and exactly 60 % of 1,125."""
    advice = advised(f"{LEADER}goal: {{role: project-manager, budget: {budget} USD}}", catalog)
    pmp = next(one for one in advice.recommendations if one.certification.id == "pmp")
    assert pmp.against is not None
    assert pmp.against.key == key


def test_the_renewal_drawback_has_its_units_and_fee(catalog: Catalog) -> None:
    """60 PDU and 150 USD every three years."""
    advice = advised(f"{LEADER}goal: {{role: project-manager}}", catalog)
    pmp = next(one for one in advice.recommendations if one.certification.id == "pmp")
    assert pmp.against
    assert (pmp.against.values["units"], pmp.against.values["fee"]) == (60, 150)


def test_equivalents_are_at_most_two(catalog: Catalog) -> None:
    """Equivalents of the first recommendation, each with its own price and reach."""
    advice = advised("country: US\ngoal: {role: scrum-master}\neducation: []", catalog)
    best = next(one for one in advice.recommendations if one.equivalents)
    assert tuple(one.certification.id for one in best.beside) == best.equivalents
    assert len(best.beside) <= 2


def test_a_remark_appears_where_employers_require_no_certification(catalog: Catalog) -> None:
    """A remark says so where employers expect no other certification of a head of projects."""
    holder = """
country: US
education: [{degree: bachelor}]
work: [{title: PMO director, start: 2010-01}]
training: []
courses: []
certifications: [{id: pmp}, {id: pgmp}, {id: pfmp}, {id: pmi-pmocp}, {id: pmi-acp}]
goal: {role: head-of-projects}
"""
    for written, said in ((holder, True), (f"{LEADER}goal: {{role: project-manager}}", False)):
        remarks = [remark.key for remark in advised(written, catalog).remarks]
        assert ("none-asked" in remarks) is said
