"""The certification map: its edges, the states of its nodes for a person, and their order."""

from datetime import date

import pytest
from sample_people import DAY, LEADER, profile

from certadvisor.advice.landscape import Landscape, State, landscape
from certadvisor.catalog.records import LEVELS, Catalog, Certification, StatusFrom
from certadvisor.catalog.requirement import Holds, leaves
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Timeline

VETERAN = LEADER.replace("2024-03", "2019-01")


def mapped(catalog: Catalog, written: str | None = None, day: date = DAY) -> Landscape:
    """The map of every certification."""
    told = Evidence(profile(written, catalog), catalog, day) if written else None
    return landscape(catalog.certifications.values(), catalog, day, told)


def asked(one: Certification, day: date) -> set[str]:
    """The ids of all certifications that the rule in force names."""
    rule = one.rule_on(day)
    named = (*leaves(rule.sit), *leaves(rule.award)) if rule else ()
    return {id for leaf in named if isinstance(leaf, Holds) for id in leaf.certifications}


def test_arrows_are_the_holds_leaves_of_the_rules(catalog: Catalog) -> None:
    """One edge for each certification that a rule names and that has a record; no others."""
    land = mapped(catalog)
    arrows = [(link.source, link.target) for link in land.links if link.kind == "entry_rule"]
    known = catalog.certifications
    wanted = {
        (source, one.id)
        for one in known.values()
        for source in asked(one, DAY)
        if source in known and source != one.id
    }
    assert len(arrows) == len(set(arrows))
    assert set(arrows) == wanted


def test_a_replaced_certification_has_an_edge_to_its_successor(catalog: Catalog) -> None:
    """Replacements have edges of a kind of their own."""
    heirs = {(one.source, one.target) for one in mapped(catalog).links if one.kind != "entry_rule"}
    assert ("prince2-6-foundation", "prince2-7-foundation") in heirs


def test_only_a_certification_required_by_every_branch_is_needed(catalog: Catalog) -> None:
    """An A-CSM requires the CSM; a PMP does not require a CAPM."""
    needed = {(link.source, link.target): link.needed for link in mapped(catalog).links}
    assert needed["csm", "a-csm"]
    assert not needed["capm", "pmp"]


def test_an_edge_needs_both_of_its_ends(small: Catalog) -> None:
    """A certification that is not shown has no edges."""
    land = landscape([small.certifications["pmp"]], small, DAY)
    assert land.links == ()


@pytest.mark.parametrize(
    ("written", "id", "state"),
    [
        (LEADER, "capm", State.HELD),
        (VETERAN, "pmp", State.OPEN),
        (LEADER, "pmp", State.REACHABLE),
        (LEADER, "cbap", State.LOCKED),
        ("work: [{title: Project manager, start: 2020-01}]", "pmp", State.ASK),
        (VETERAN, "prince2-6-foundation", State.LOCKED),
    ],
)
def test_a_node_has_the_state_of_the_person(
    written: str, id: str, state: State, small: Catalog
) -> None:
    """Held, open, reachable, ask or locked; a retired one is locked for everyone."""
    place = next(one for one in mapped(small, written).places if one.certification.id == id)
    assert place.state is state


def test_an_unclear_status_makes_the_state_a_question(small: Catalog) -> None:
    """The rule is met, but whether the certification can be earned is not known."""
    unclear = small.certifications["pmp"]._replace(statuses=(StatusFrom("unclear", None),))
    told = Evidence(profile(VETERAN, small), small, DAY)
    (place,) = landscape([unclear], small, DAY, told).places
    assert place.state is State.ASK


@pytest.mark.parametrize("written", [LEADER, VETERAN, "goal: {role: project-coordinator}"])
def test_states_agree_with_the_judge(written: str, catalog: Catalog) -> None:
    """Open means that the exam can be taken today; reachable has a day within the horizon."""
    land = mapped(catalog, written)
    timeline = Timeline(Evidence(profile(written, catalog), catalog, DAY))
    for place in land.places:
        found = check(place.certification, timeline, until=False)
        assert (place.state is State.HELD) == (found.held is True)
        if place.state is State.OPEN:
            assert found.outcome == "met"
            assert found.obtainable
        if place.state is State.REACHABLE:
            assert place.on
            assert land.until
            assert DAY <= place.on <= land.until


def test_a_map_without_a_person_has_no_states(catalog: Catalog) -> None:
    """Nor a horizon."""
    land = mapped(catalog)
    assert {place.state for place in land.places} == {None}
    assert land.until is None


def test_the_goal_marks_what_employers_prefer(small: Catalog) -> None:
    """The ids preferred for the role; none without a target role."""
    land = mapped(small, LEADER)
    role = small.roles["program-manager"]
    marked = {place.certification.id for place in land.places if place.preferred}
    assert marked == set(role.preferred) & set(small.certifications) | marked & {
        id for preferred, _ in role.local.values() for id in preferred
    }
    assert not any(place.preferred for place in mapped(small, "courses: []").places)


def test_the_map_has_every_certification_and_field(catalog: Catalog) -> None:
    """Each certification is on its lowest level, in the first of its fields."""
    land = mapped(catalog)
    assert [one.certification.id for one in land.places] == list(catalog.certifications)
    assert set(land.fields) == {one.field for one in land.places}
    assert len(land.fields) == len(set(land.fields))
    for place in land.places:
        assert place.level == min(place.certification.levels, key=LEVELS.index)
