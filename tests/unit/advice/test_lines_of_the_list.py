"""What one line of the list stands for: equals beside the best, one line for each ladder."""

from datetime import date

from written_profiles import evidence_of

from certadvisor.advice.recommend.ranking import RankingOptions, recommend
from certadvisor.advice.recommend.recommendations import GateKind, Recommendations
from certadvisor.catalog.records import Catalog

AS_OF = date(2026, 11, 30)


def advice_for(profile_yaml: str, catalog: Catalog) -> Recommendations:
    """The recommendations for a profile."""
    return recommend(evidence_of(profile_yaml, catalog, AS_OF), RankingOptions())


def gates_of(advice: Recommendations, kind: GateKind) -> dict[str, str]:
    """By id: what the gates of a kind name as the better one."""
    return {
        gate.certification.id: str(gate.reason.values.get("as"))
        for gate in advice.gates
        if gate.kind is kind
    }


LEADER = """
country: {country}
education: [{{degree: bachelor}}]
work: [{{kinds: [project-leading], start: 2021-01}}]
training: [{{topic: project-management, hours: 35}}]
certifications: []
goal: {{role: project-manager, within: 12 months}}
"""


def test_an_equal_stands_beside_the_best_only_where_it_is_asked_for(catalog: Catalog) -> None:
    """IPMA Level C beside the PMP in Denmark, whose list names both, and not in the US."""
    danish = advice_for(LEADER.format(country="DK"), catalog)
    beside = {
        id
        for one in danish.recommendations
        for id in one.ids
        if {"pmp", "ipma-c"}.intersection(one.ids)
    }
    assert {"pmp", "ipma-c"} <= beside
    american = advice_for(LEADER.format(country="US"), catalog)
    assert american.recommendations[0].certification.id == "pmp"
    assert "ipma-c" not in american.recommendations[0].equivalent_ids


def test_a_ladder_has_one_line(catalog: Catalog) -> None:
    """The Foundation is a step of the Practitioner's way, and no line of its own beside it."""
    advice = advice_for(LEADER.format(country="NO"), catalog)
    listed = [one.certification.id for one in advice.recommendations]
    assert "prince2-7-practitioner" in listed
    assert "prince2-7-foundation" not in listed


def test_a_later_step_is_not_listed_beside_the_first(catalog: Catalog) -> None:
    """Who starts with the PSM I is not sold the PSM II in the same list."""
    profile = "country: FR\nwork: [{kinds: [technical], start: 2025-09}]\ncertifications: []\n"
    advice = advice_for(profile + "goal: {role: scrum-master, within: 6 months}", catalog)
    assert advice.recommendations[0].certification.id in ("psm-i", "csm")
    assert gates_of(advice, GateKind.SAME_WAY)["psm-ii"] in ("psm-i", "csm")


def test_what_falls_far_behind_the_best_is_left_out(catalog: Catalog) -> None:
    """Every line scores at least 0.7 of the first; the others say so."""
    advice = advice_for(LEADER.format(country="US"), catalog)
    scores = [one.score for one in advice.recommendations]
    assert all(score >= 0.7 * scores[0] for score in scores)
    reasons = {gate.reason.key for gate in advice.gates if gate.kind is GateKind.OUTRANKED}
    assert "far-behind" in reasons


def test_the_best_of_a_named_interest_is_listed_however_far_behind(catalog: Catalog) -> None:
    """A leader who names AI sees one certificate about it, if not more."""
    profile = LEADER.format(country="US").replace("within", "interests: [ai], within")
    listed = [one.certification.id for one in advice_for(profile, catalog).recommendations]
    assert any(catalog.certifications[id].disciplines[0] == "ai" for id in listed)


CIVILIAN = """
country: US
education: [{degree: bachelor}]
work: [{kinds: [project], start: 2025-06}]
training: [{topic: project-management, hours: 60, completed: 2026-05}]
certifications: []
goal: {role: assistant-project-manager, within: 9 months}
"""


def test_the_certificate_of_the_own_employer_comes_first(catalog: Catalog) -> None:
    """FAC-P/PM for a US federal civilian, and not for who does not say so."""
    inside = advice_for(CIVILIAN + "employer: us-federal-civilian\n", catalog)
    assert inside.recommendations[0].certification.id == "fac-ppm-entry"
    outside = advice_for(CIVILIAN, catalog)
    assert "fac-ppm-entry" not in [one.certification.id for one in outside.recommendations]


def test_what_comes_later_anyway_has_its_day_whatever_it_costs(catalog: Catalog) -> None:
    """A PMP in two years, with 400 USD today; within the horizon the budget excludes it."""
    profile = LEADER.format(country="US").replace("2021-01", "2026-02")
    poor = profile.replace("within", "budget: 400 USD, within")
    assert "pmp" in [one.certification.id for one in advice_for(poor, catalog).later]
    near = LEADER.format(country="US").replace("within", "budget: 400 USD, within")
    kinds = {one.certification.id: one.kind for one in advice_for(near, catalog).gates}
    assert kinds["pmp"] is GateKind.OVER_BUDGET


def test_of_the_employers_own_certificates_that_of_the_roles_level_comes_first(
    catalog: Catalog,
) -> None:
    """A mid-level role: the IT specialization before the senior level, for a holder of mid."""
    profile = (
        "country: US\nemployer: us-federal-civilian\neducation: [{degree: bachelor}]\n"
        "work: [{title: IT Project Manager, start: 2018-10}]\n"
        "certifications: [{id: pmp, expires: 2027-06-14}, {id: fac-ppm-mid, expires: 2028-04-30}]\n"
        "goal: {role: it-project-manager, within: 12 months}\n"
    )
    advice = advice_for(profile, catalog)
    own = [one.certification.id for one in advice.recommendations][:2]
    assert own == ["fac-ppm-it", "fac-ppm-senior"]


STARTER = """
country: MX
education: [{degree: bachelor}]
work: [{title: Project Coordinator, start: 2026-02}]
training: []
certifications: []
goal: {role: project-manager, budget: 700 USD, within: 7 months, prefers: hybrid}
"""


def test_of_equals_that_score_alike_the_one_that_is_asked_for_more_leads(catalog: Catalog) -> None:
    """The CAPM before Project+, which is nearer and cheaper; not above the budget."""
    assert advice_for(STARTER.replace("700", "530"), catalog).recommendations[0].ids[:2] == (
        "capm",
        "comptia-project-plus",
    )
    tight = advice_for(STARTER.replace("700", "529"), catalog)
    assert tight.recommendations[0].certification.id == "comptia-project-plus"


def test_an_open_step_above_takes_the_place_of_the_first_if_it_is_asked_for_more(
    catalog: Catalog,
) -> None:
    """Security+ instead of the CC below it, where the budget allows it."""
    profile = (
        "country: NG\nwork: [{{title: IT Support, start: 2022-02}}]\ncertifications: []\n"
        "goal: {{budget: {budget} USD, within: 6 months, interests: [security]}}\n"
    )
    wide = advice_for(profile.format(budget=500), catalog)
    assert gates_of(wide, GateKind.SAME_WAY)["isc2-cc"] == "comptia-security-plus"
    tight = advice_for(profile.format(budget=400), catalog)
    assert tight.recommendations[0].certification.id == "isc2-cc"


def test_what_ends_before_long_gives_way_to_its_successor(catalog: Catalog) -> None:
    """ITIL Foundation (Version 5) for a newcomer, as far as the budget goes; else ITIL 4."""
    profile = (
        "country: PH\nwork: [{{title: Service desk agent, start: 2023-09}}]\ncertifications: []\n"
        "goal: {{budget: {budget} USD, within: 6 months, interests: [service-management]}}\n"
    )
    for budget, first in ((690, "itil-5-foundation"), (689, "itil-4-foundation")):
        advice = advice_for(profile.format(budget=budget), catalog)
        assert advice.recommendations[0].certification.id == first
