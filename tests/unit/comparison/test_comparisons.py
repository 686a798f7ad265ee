"""Comparing certifications and roles: what is compared, with and without a person."""

from datetime import date
from itertools import pairwise

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import AllOf, Course, Membership
from certadvisor.comparison.agreement import Agreement
from certadvisor.comparison.certifications import CertificationComparison, compare_certifications
from certadvisor.comparison.roles import compare_roles
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile

DAY = date(2026, 11, 22)


def compare_ids(
    catalog: Catalog, *ids: str, profile: Profile | None = None
) -> CertificationComparison:
    """A comparison; with a profile, for that person."""
    evidence = Evidence(profile or Profile(), catalog, DAY)
    certifications = [catalog.certifications[id] for id in ids]
    return compare_certifications(certifications, evidence, for_person=profile is not None)


def test_each_certification_has_an_outcome_where_there_is_a_person(small: Catalog) -> None:
    """Without a person there is no row for the outcome."""
    comparison = compare_ids(small, "psm-i", "pmp", profile=Profile(education=(), work=()))
    outcomes = [column.check.outcome.value for column in comparison.columns if column.check]
    assert outcomes == ["met", "unmet"]
    assert comparison.agreement["outcome"] is Agreement.DIFFERS
    assert comparison.agreement["eligible_from"] is Agreement.DIFFERS
    assert "outcome" not in compare_ids(small, "psm-i", "pmp").agreement


def test_two_unknown_outcomes_do_not_agree(small: Catalog) -> None:
    """Both depend on answers, which does not make them the same."""
    comparison = compare_ids(small, "pmp", "capm", profile=Profile(country="US"))
    assert comparison.agreement["outcome"] is Agreement.UNKNOWN


def test_the_rule_in_force_on_the_day_is_compared(small: Catalog) -> None:
    """Open to everyone, or no confirmed rule at all."""
    entries = [
        column.facts.entry_rule for column in compare_ids(small, "psm-i", "iapm-cpm").columns
    ]
    assert entries == [AllOf(()), None]


def test_two_rules_of_the_same_shape_differ(small: Catalog) -> None:
    """A course and a membership with the same id are different requirements."""
    by_name = compare_ids(small, "csm", "psm-i").columns
    csm, psm = (column.certification for column in by_name)
    rules = [csm.rules[0]._replace(sit=leaf) for leaf in (Course("x"), Membership("x"))]
    pair = [csm._replace(rules=(rules[0],)), psm._replace(rules=(rules[1],))]
    comparison = compare_certifications(pair, Evidence(Profile(), small, DAY), for_person=False)
    assert comparison.agreement["entry_rule"] is Agreement.DIFFERS


def test_a_certification_lists_those_whose_rules_accept_it(small: Catalog) -> None:
    """CSM counts for A-CSM; CAPM replaces the training for PMP."""
    csm, capm = (column.facts.required_by for column in compare_ids(small, "csm", "capm").columns)
    assert (csm, capm) == (("a-csm",), ("pmp",))


def test_demand_is_that_of_the_country_and_the_world(catalog: Catalog) -> None:
    """Of every country only where the profile gives none."""
    there = compare_ids(catalog, "pmp", "ipma-c", profile=Profile(country="DE"))
    assert there.countries == ("world", "DE")
    assert len(compare_ids(catalog, "pmp", "ipma-c").countries) > 20


def test_employers_of_the_person_s_country_count(catalog: Catalog) -> None:
    """In Germany employers expect IPMA's certificates of project managers."""
    here, there = (
        compare_ids(catalog, "ipma-c", "pmp", profile=Profile(country=country)).columns[0].facts
        for country in ("US", "DE")
    )
    assert "project-manager" not in here.preferred_by
    assert "project-manager" in (*there.preferred_by, *there.helpful_for)


def test_pay_is_that_of_the_country_if_any_is_known_there(catalog: Catalog) -> None:
    """Otherwise all figures are listed, each with its country."""
    roles = [catalog.roles[id] for id in ("project-manager", "scrum-master")]
    british, american = (column.facts.pay for column in compare_roles(roles, catalog, "GB").columns)
    assert british is not None
    assert american is not None
    assert {pay["country"] for pay in british} == {"GB"}
    assert {pay["country"] for pay in american} == {"US"}


def test_any_two_certifications_of_the_catalogue_can_be_compared(catalog: Catalog) -> None:
    """Each certification with the next one in the list."""
    for one, other in pairwise(catalog.certifications):
        comparison = compare_ids(catalog, one, other)
        assert set(comparison.agreement) >= {"entry_rule", "total", "nine_years", "skills"}
