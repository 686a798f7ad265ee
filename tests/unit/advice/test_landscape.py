"""The certification map: its edges, the states of its nodes for a person, and their order."""

from datetime import date

import pytest
from sample_people import DAY, LEADER
from written_profiles import evidence_of, profile_of

from certadvisor.advice.landscape import Landscape, MapState, make_landscape
from certadvisor.catalog.records import LEVELS, Catalog, Certification, StatusFrom
from certadvisor.catalog.requirement import Holds, leaves
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline

VETERAN = LEADER.replace("2024-03", "2019-01")


def draw_map(catalog: Catalog, profile_yaml: str | None = None, day: date = DAY) -> Landscape:
    """The map of every certification."""
    profile = profile_of(profile_yaml, catalog, DAY) if profile_yaml else None
    evidence = Evidence(profile, catalog, day) if profile else None
    return make_landscape(catalog.certifications.values(), catalog, day, evidence)


def prerequisites(one: Certification, day: date) -> set[str]:
    """The ids of all certifications that the rule in force names."""
    rule = one.rule_on(day)
    named = (*leaves(rule.sit), *leaves(rule.award)) if rule else ()
    return {id for leaf in named if isinstance(leaf, Holds) for id in leaf.certifications}


def test_arrows_are_the_holds_leaves_of_the_rules(catalog: Catalog) -> None:
    """One edge for each certification that a rule names and that has a record; no others."""
    land = draw_map(catalog)
    arrows = [(link.source, link.target) for link in land.edges if link.kind == "entry_rule"]
    known = catalog.certifications
    expected = {
        (source, one.id)
        for one in known.values()
        for source in prerequisites(one, DAY)
        if source in known and source != one.id
    }
    assert len(arrows) == len(set(arrows))
    assert set(arrows) == expected


def test_a_replaced_certification_has_an_edge_to_its_successor(catalog: Catalog) -> None:
    """Replacements have edges of a kind of their own."""
    heirs = {
        (one.source, one.target) for one in draw_map(catalog).edges if one.kind != "entry_rule"
    }
    assert ("prince2-6-foundation", "prince2-7-foundation") in heirs


def test_only_a_certification_required_by_every_branch_is_needed(catalog: Catalog) -> None:
    """An A-CSM requires the CSM; a PMP does not require a CAPM."""
    needed = {(link.source, link.target): link.needed for link in draw_map(catalog).edges}
    assert needed["csm", "a-csm"]
    assert not needed["capm", "pmp"]


def test_an_edge_needs_both_of_its_ends(small: Catalog) -> None:
    """A certification that is not shown has no edges."""
    land = make_landscape([small.certifications["pmp"]], small, DAY)
    assert land.edges == ()


@pytest.mark.parametrize(
    ("written", "id", "state"),
    [
        (LEADER, "capm", MapState.HELD),
        (VETERAN, "pmp", MapState.OPEN),
        (LEADER, "pmp", MapState.REACHABLE),
        (LEADER, "cbap", MapState.LOCKED),
        ("work: [{title: Project manager, start: 2020-01}]", "pmp", MapState.ASK),
        (VETERAN, "prince2-6-foundation", MapState.LOCKED),
    ],
)
def test_a_node_has_the_state_of_the_person(
    written: str, id: str, state: MapState, small: Catalog
) -> None:
    """Held, open, reachable, ask or locked; a retired one is locked for everyone."""
    node = next(one for one in draw_map(small, written).nodes if one.certification.id == id)
    assert node.state is state


def test_an_unclear_status_makes_the_state_a_question(small: Catalog) -> None:
    """The rule is met, but whether the certification can be earned is not known."""
    unclear = small.certifications["pmp"]._replace(statuses=(StatusFrom("unclear", None),))
    evidence = evidence_of(VETERAN, small, DAY)
    (node,) = make_landscape([unclear], small, DAY, evidence).nodes
    assert node.state is MapState.ASK


@pytest.mark.parametrize("written", [LEADER, VETERAN, "goal: {role: project-coordinator}"])
def test_states_agree_with_the_judge(written: str, catalog: Catalog) -> None:
    """Open means that the exam can be taken today; reachable has a day within the horizon."""
    land = draw_map(catalog, written)
    timeline = Timeline(evidence_of(written, catalog, DAY))
    for node in land.nodes:
        result = check(node.certification, timeline, with_end=False)
        assert (node.state is MapState.HELD) == (result.held is True)
        if node.state is MapState.OPEN:
            assert result.outcome == "met"
            assert result.obtainable
        if node.state is MapState.REACHABLE:
            assert node.on
            assert land.until
            assert DAY <= node.on <= land.until


def test_a_map_without_a_person_has_no_states(catalog: Catalog) -> None:
    """Nor a horizon."""
    land = draw_map(catalog)
    assert {node.state for node in land.nodes} == {None}
    assert land.until is None


def test_the_goal_marks_what_employers_prefer(small: Catalog) -> None:
    """The ids preferred for the role; none without a target role."""
    land = draw_map(small, LEADER)
    role = small.roles["program-manager"]
    marked = {node.certification.id for node in land.nodes if node.preferred}
    assert marked == set(role.preferred) & set(small.certifications) | marked & {
        id for lists in role.local.values() for id in lists.preferred
    }
    assert not any(node.preferred for node in draw_map(small, "courses: []").nodes)


def test_the_map_has_every_certification_and_field(catalog: Catalog) -> None:
    """Each certification is on its lowest level, in the first of its fields."""
    land = draw_map(catalog)
    assert [one.certification.id for one in land.nodes] == list(catalog.certifications)
    assert set(land.fields) == {one.field for one in land.nodes}
    assert len(land.fields) == len(set(land.fields))
    for node in land.nodes:
        assert node.level == min(node.certification.levels, key=LEVELS.index)
