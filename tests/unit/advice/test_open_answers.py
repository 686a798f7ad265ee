"""What `recommend` does with open declarations and with certificates that may be active."""

from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.recommendations import GateKind, Reachability
from certadvisor.catalog.records import Catalog

AS_OF = date(2026, 11, 30)
ANALYST = """
education: [{degree: bachelor, awarded: 2008}]
work: [{kinds: [business-analysis], start: 2016-01, hours: 14000}]
training: []
courses: []
certifications: []
memberships: []
goal: {within: 24 months, interests: [business-analysis]}
"""


def test_a_missing_step_above_an_open_declaration_comes_first(catalog: Catalog) -> None:
    """The training of the CBAP, then its statement to confirm; confirmed, the same day."""
    advice = recommend(evidence_of(ANALYST, catalog, AS_OF))
    cbap = next(one for one in advice.recommendations if one.certification.id == "cbap")
    assert cbap.reach is Reachability.AFTER_STEPS
    assert [(one.topic, one.subject) for one in cbap.answers] == [("declare", "cbap-areas")]
    assert [(one.amount, one.unit) for one in cbap.missing] == [(35, "hour")]
    confirmed = recommend(evidence_of(f"{ANALYST}confirmed: [cbap-areas]", catalog, AS_OF))
    again = next(one for one in confirmed.recommendations if one.certification.id == "cbap")
    assert again.answers == ()
    assert again.way.ready_on == cbap.way.ready_on


@pytest.mark.parametrize("id", ["pmp", "csm"])
def test_what_may_be_active_is_asked_about_and_not_recommended(id: str, catalog: Catalog) -> None:
    """Nor what it would leave no use for: a CAPM beside a PMP, a PSM I beside a CSM."""
    text = "goal: {role: project-manager}\ncertifications: [{id: %s, earned: %s}]"
    advice = recommend(evidence_of(text % (id, "unknown"), catalog, AS_OF), RankingOptions(top=50))
    superseded = {"pmp": "capm", "csm": "psm-i"}[id]
    gates = {gate.certification.id: gate.kind for gate in advice.gates}
    assert gates[id] is gates[superseded] is GateKind.MAYBE_HELD
    assert ("expiry", id) in [question[:2] for question in advice.questions]
    dated = evidence_of(text % (id, "2026-01-01"), catalog, AS_OF)
    known = recommend(dated, RankingOptions(top=50))
    assert GateKind.MAYBE_HELD not in {gate.kind for gate in known.gates}
    assert ("expiry", id) not in [question[:2] for question in known.questions]
