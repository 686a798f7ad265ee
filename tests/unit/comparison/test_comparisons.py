"""Certifications and roles side by side: what is compared, and for whom."""

from datetime import date
from itertools import pairwise

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf, Course, Membership
from certadvisor.comparison.agreement import Agreement
from certadvisor.comparison.certifications import Comparison, compare
from certadvisor.comparison.roles import compare_roles
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile

DAY = date(2026, 11, 22)


def compared(catalog: Catalog, *ids: str, profile: Profile | None = None) -> Comparison:
    """A comparison, for a person where one is told of."""
    evidence = Evidence(profile or Profile(), catalog, DAY)
    certifications = [catalog.certifications[id] for id in ids]
    return compare(certifications, evidence, person=profile is not None)


def test_a_person_gets_an_answer_for_each(small: Catalog) -> None:
    """And nobody gets none: then the rule stands alone."""
    told = compared(small, "psm-i", "pmp", profile=Profile(education=(), work=()))
    outcomes = [column.check.outcome.value for column in told.columns if column.check]
    assert outcomes == ["met", "unmet"]
    assert told.agreement["outcome"] is Agreement.DIFFERS
    assert told.agreement["eligible_from"] is Agreement.DIFFERS
    assert "outcome" not in compared(small, "psm-i", "pmp").agreement


def test_an_unknown_outcome_is_no_agreement(small: Catalog) -> None:
    """Two that hang on answers are not the same for that."""
    told = compared(small, "pmp", "capm", profile=Profile(country="US"))
    assert told.agreement["outcome"] is Agreement.UNKNOWN


def test_the_rule_of_the_day_is_compared(small: Catalog) -> None:
    """Open to anybody, some requirement, or no confirmed rule at all."""
    entries = [column.facts.entry for column in compared(small, "psm-i", "iapm-cpm").columns]
    assert entries == [AllOf(()), None]


def test_two_rules_of_one_form_are_not_one_rule(small: Catalog) -> None:
    """A course and a membership of the same name ask for different things."""
    by_name = compared(small, "csm", "psm-i").columns
    csm, psm = (column.certification for column in by_name)
    rules = [csm.rules[0]._replace(sit=leaf) for leaf in (Course("x"), Membership("x"))]
    pair = [csm._replace(rules=(rules[0],)), psm._replace(rules=(rules[1],))]
    found = compare(pair, Evidence(Profile(), small, DAY), person=False)
    assert found.agreement["entry"] is Agreement.DIFFERS


def test_what_a_rule_takes_opens_it(small: Catalog) -> None:
    """CSM counts for A-CSM; CAPM takes the place of training for PMP."""
    csm, capm = (column.facts.asked_by for column in compared(small, "csm", "capm").columns)
    assert (csm, capm) == (("a-csm",), ("pmp",))


def test_demand_is_that_of_the_country_and_the_world(catalog: Catalog) -> None:
    """Of every country only where none is told."""
    there = compared(catalog, "pmp", "ipma-c", profile=Profile(country="DE"))
    assert there.countries == ("world", "DE")
    assert len(compared(catalog, "pmp", "ipma-c").countries) > 20


def test_local_employers_count_where_the_person_lives(catalog: Catalog) -> None:
    """In Germany project managers are asked for IPMA's certificates."""
    here, there = (
        compared(catalog, "ipma-c", "pmp", profile=Profile(country=country)).columns[0].facts
        for country in ("US", "DE")
    )
    assert "project-manager" not in here.preferred_by
    assert "project-manager" in (*there.preferred_by, *there.helpful_for)


def test_pay_is_that_of_the_country_if_any_is_known_there(catalog: Catalog) -> None:
    """Else all that is known, each with its place."""
    roles = [catalog.roles[id] for id in ("project-manager", "scrum-master")]
    british, american = (column.facts.pay for column in compare_roles(roles, catalog, "GB").columns)
    assert british is not None
    assert american is not None
    assert {pay["country"] for pay in british} == {"GB"}
    assert {pay["country"] for pay in american} == {"US"}


def test_any_two_of_the_catalogue_can_be_compared(catalog: Catalog) -> None:
    """Neighbours in the list, without a fault."""
    for one, other in pairwise(catalog.certifications):
        found = compared(catalog, one, other)
        assert set(found.agreement) >= {"entry", "total", "nine_years", "skills"}
