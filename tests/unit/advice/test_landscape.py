"""The landscape: which arrows there are, how places stand to a person, and their order."""

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
    """The landscape of every certification."""
    told = Evidence(profile(written, catalog), catalog, day) if written else None
    return landscape(catalog.certifications.values(), catalog, day, told)


def asked(one: Certification, day: date) -> set[str]:
    """Every certification that the rule in force names."""
    rule = one.rule_on(day)
    named = (*leaves(rule.sit), *leaves(rule.award)) if rule else ()
    return {id for leaf in named if isinstance(leaf, Holds) for id in leaf.certifications}


def test_arrows_are_the_holds_leaves_of_the_rules(catalog: Catalog) -> None:
    """Each certification that a rule names and that has a record, once; and nothing else."""
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


def test_successors_follow_those_they_replace(catalog: Catalog) -> None:
    """Lineage has arrows of its own kind."""
    heirs = {(one.source, one.target) for one in mapped(catalog).links if one.kind != "entry_rule"}
    assert ("prince2-6-foundation", "prince2-7-foundation") in heirs


def test_what_every_way_asks_is_needed_and_one_way_of_several_is_not(catalog: Catalog) -> None:
    """An A-CSM cannot be had without the CSM; a PMP needs no CAPM."""
    needed = {(link.source, link.target): link.needed for link in mapped(catalog).links}
    assert needed["csm", "a-csm"]
    assert not needed["capm", "pmp"]


def test_a_link_needs_both_of_its_ends(small: Catalog) -> None:
    """What is not shown has no arrows."""
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
def test_a_place_stands_to_a_person(written: str, id: str, state: State, small: Catalog) -> None:
    """Held, open, reachable, to ask or locked; a retired one is locked whatever one has."""
    place = next(one for one in mapped(small, written).places if one.certification.id == id)
    assert place.state is state


def test_nobody_knows_is_no_refusal(small: Catalog) -> None:
    """What is met, but perhaps not to be had, is a question."""
    unclear = small.certifications["pmp"]._replace(statuses=(StatusFrom("unclear", None),))
    told = Evidence(profile(VETERAN, small), small, DAY)
    (place,) = landscape([unclear], small, DAY, told).places
    assert place.state is State.ASK


@pytest.mark.parametrize("written", [LEADER, VETERAN, "goal: {role: project-coordinator}"])
def test_states_agree_with_the_judge(written: str, catalog: Catalog) -> None:
    """Open is what may be sat today; reachable has a later day inside the horizon."""
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


def test_nobody_has_no_states(catalog: Catalog) -> None:
    """Without a person there is the landscape itself."""
    land = mapped(catalog)
    assert {place.state for place in land.places} == {None}
    assert land.until is None


def test_the_goal_marks_what_employers_prefer(small: Catalog) -> None:
    """The role's own list, and nothing where there is no role."""
    land = mapped(small, LEADER)
    role = small.roles["program-manager"]
    marked = {place.certification.id for place in land.places if place.preferred}
    assert marked == set(role.preferred) & set(small.certifications) | marked & {
        id for preferred, _ in role.local.values() for id in preferred
    }
    assert not any(place.preferred for place in mapped(small, "courses: []").places)


def test_places_and_fields_are_complete(catalog: Catalog) -> None:
    """Every certification is on its lowest level, in the field that it names first."""
    land = mapped(catalog)
    assert [one.certification.id for one in land.places] == list(catalog.certifications)
    assert set(land.fields) == {one.field for one in land.places}
    assert len(land.fields) == len(set(land.fields))
    for place in land.places:
        assert place.level == min(place.certification.levels, key=LEVELS.index)
