"""A ranking that searches only the ways it needs is the ranking that searches them all."""

from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.catalog.records import Catalog

DAY = date(2026, 11, 22)
LEADER = """
country: US
education: [{degree: bachelor}]
work: [{title: Project manager, start: 2019-01}]
training: []
courses: []
certifications: []
"""
PEOPLE = {
    "nothing given": "{}",
    "a leader": LEADER,
    "a leader on a budget": f"{LEADER}goal: {{role: program-manager, budget: 900 USD}}",
    "a leader in a hurry": f"{LEADER}goal: {{role: project-manager, within: 2 months}}",
    "an open list": "country: GB\nwork: [{title: Scrum Master, start: 2022-03}]",
}


@pytest.mark.parametrize("name", PEOPLE)
def test_searching_fewer_ways_changes_nothing_but_the_gates(name: str, catalog: Catalog) -> None:
    """The same recommendations, later ones, questions and remarks, in the same order."""
    whole, part = (
        recommend(evidence_of(PEOPLE[name], catalog, DAY), RankingOptions(complete=complete))
        for complete in (True, False)
    )
    assert whole.recommendations
    assert part._replace(gates=()) == whole._replace(gates=())
    assert {gate.certification.id for gate in part.gates} <= {
        gate.certification.id for gate in whole.gates
    }
