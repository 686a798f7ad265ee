"""The team's totals: who is covered, what closes a gap and at what price, what lapses when."""

from datetime import date

import pytest
from written_profiles import profile_of

from certadvisor.advice.recommend.ranking import DEFAULT_OPTIONS
from certadvisor.base.months import month_number
from certadvisor.catalog.records import Catalog
from certadvisor.people.person import Person
from certadvisor.team.coverage import Availability, CoverageState, Holding
from certadvisor.team.member import MemberJudge
from certadvisor.team.totals import TeamTotals, count_totals

DAY = date(2026, 11, 22)
MANAGER = "project-manager"
ABLE = (
    "education: [{degree: bachelor}]\nwork: [{kinds: [project-leading], start: 2020-01}]\n"
    "training: [{topic: project-management, hours: 35}]\n"
)


def totals_for(profile_yaml: str, catalog: Catalog, role: str | None = MANAGER) -> TeamTotals:
    """The totals of one person in a role."""
    profile = profile_of(profile_yaml, catalog, DAY)
    result = MemberJudge(catalog, DAY, DEFAULT_OPTIONS).judge(
        Person("a-1", 7, profile, title=role, role=role)
    )
    return count_totals([result], catalog, DAY)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("certifications: [{id: pmp, earned: 2025-01-10}]", CoverageState.COVERED),
        ("certifications: [{id: pmp}]", CoverageState.COVERED),
        ("certifications: [{id: pmp, expires: 2026-11-22}]", CoverageState.COVERED),
        ("certifications: [{id: pmp, expires: 2026-11-21}]", CoverageState.LAPSED),
        ("certifications: [{id: pmp, earned: 2027-01-10}]", CoverageState.WITHOUT),
        ("certifications: [{id: pmp, earned: 2020-01-10}]", CoverageState.UNKNOWN),
        ("certifications: [{id: csm}]", CoverageState.WITHOUT),
        ("certifications: []", CoverageState.WITHOUT),
        ("country: US", CoverageState.UNKNOWN),
    ],
)
def test_a_holder_of_a_preferred_certification_is_covered(
    written: str, expected: CoverageState, small: Catalog
) -> None:
    """Through the last day; data that is not given is unknown and not a gap."""
    assert totals_for(written, small).coverage == {(MANAGER, expected): 1}


def test_the_preferred_certifications_depend_on_the_country(small: Catalog) -> None:
    """PRINCE2 in Great Britain, where a PMP is only helpful."""
    totals = totals_for("country: GB\ncertifications: [{id: pmp}]", small)
    assert totals.coverage == {(MANAGER, CoverageState.WITHOUT): 1}
    assert totals.helpful_holders == {MANAGER: 1}
    assert totals.holdings[MANAGER, True, "prince2-7-foundation", Holding.NONE] == 1
    assert totals.holdings[MANAGER, False, "pmp", Holding.ACTIVE] == 1


def test_an_equivalent_certificate_covers_too(small: Catalog) -> None:
    """CSM and PSM I are equivalent: a holder of one needs neither."""
    totals = totals_for("certifications: [{id: csm}]", small, "scrum-master")
    assert totals.coverage == {("scrum-master", CoverageState.COVERED): 1}
    assert totals.holdings["scrum-master", True, "psm-i", Holding.NONE] == 1


def test_an_entry_level_role_has_no_gap(small: Catalog) -> None:
    """No certification is required for it."""
    totals = totals_for("certifications: []", small, "project-coordinator")
    assert totals.coverage == {("project-coordinator", CoverageState.NONE_REQUIRED): 1}
    assert not totals.gaps


@pytest.mark.parametrize(("title", "counted"), [(None, "no_title"), ("Wizard", "no_role")])
def test_people_without_a_title_or_a_role_are_counted_apart(
    title: str | None, counted: str, small: Catalog
) -> None:
    """A title that is not recognised as a role differs from no title."""
    profile = profile_of("country: US", small, DAY)
    result = MemberJudge(small, DAY, DEFAULT_OPTIONS).judge(Person("1", 1, profile, title=title))
    totals = count_totals([result], small, DAY)
    assert getattr(totals, counted) == totals.people == 1
    assert not totals.coverage


@pytest.mark.parametrize(
    ("written", "way"),
    [
        (f"{ABLE}certifications: []", Availability.NOW),
        ("certifications: []", Availability.ASK),
        ("education: []\nwork: []\ntraining: []\ncertifications: []", Availability.LATER),
    ],
)
def test_a_gap_is_closed_by_the_most_readily_available_certification(
    written: str, way: Availability, small: Catalog
) -> None:
    """Now, after an answer, or once what is missing is there; each at its price."""
    totals = totals_for(f"country: US\n{written}", small)
    assert totals.gaps == {(MANAGER, way): 1}
    assert totals.closing == {(way, "pmp"): 1}
    assert totals.priced == {(MANAGER, way, "USD"): 1}
    assert [one.person for one in totals.ready] == (["a-1"] if way is Availability.NOW else [])


def test_the_cheapest_of_the_available_certifications_closes_a_gap(small: Catalog) -> None:
    """Of two open to beginners, the one that costs less; money is in cents."""
    totals = totals_for("certifications: []", small, "scrum-master")
    assert totals.closing == {(Availability.NOW, "psm-i"): 1}
    assert totals.amounts == {("scrum-master", Availability.NOW, "USD"): 20000}


@pytest.mark.parametrize(
    ("last", "month"),
    [
        ("2026-11-21", None),
        ("2026-11-22", (2026, 11)),
        ("2027-10-31", (2027, 10)),
        ("2027-11-01", None),
    ],
)
def test_a_lapsing_certificate_is_counted_in_its_month(
    last: str, month: tuple[int, int] | None, small: Catalog
) -> None:
    """The current month and the eleven after it; lapsed ones are counted separately."""
    totals = totals_for(f"certifications: [{{id: pmp, expires: {last}}}]", small)
    expected = {(month_number(date(*month, 1)), "pmp"): 1} if month else {}
    assert totals.lapses == expected
    assert totals.lapsed == ({"pmp": 1} if last < DAY.isoformat() else {})
    assert [one.last_day.isoformat() for one in totals.next_lapses] == [last] * len(expected)


@pytest.mark.parametrize(("last", "soon"), [("2027-02-20", 1), ("2027-02-21", 0)])
def test_soon_is_within_ninety_days(last: str, soon: int, small: Catalog) -> None:
    """The last day counts."""
    assert totals_for(f"certifications: [{{id: pmp, expires: {last}}}]", small).soon == soon


def test_a_superseded_certificate_is_not_counted_as_lapsing(small: Catalog) -> None:
    """A holder of a PMP need not renew a CAPM."""
    both = "certifications: [{id: capm, expires: 2027-01-10}, {id: pmp, expires: 2028-01-10}]"
    assert not totals_for(both, small).lapses
    alone = "certifications: [{id: capm, expires: 2027-01-10}]"
    assert totals_for(alone, small).lapses.total() == 1


def test_an_unknown_credential_is_not_counted(small: Catalog) -> None:
    """Free text in a table never becomes a line of a report."""
    totals = totals_for("certifications: [{id: Grand Wizard, expires: 2027-01-10}]", small)
    assert not totals.lapses
    assert not totals.next_lapses


def test_active_certificates_without_an_expiry_date_are_counted(small: Catalog) -> None:
    """Its expiry date is unknown."""
    assert totals_for("certifications: [{id: pmp}]", small).undated == 1
    assert (
        totals_for("certifications: [{id: psm-i, earned: 2020-01-01}]", small).undated == 0
    )  # lifetime


def test_recommendations_are_counted_by_rank(small: Catalog) -> None:
    """What is ranked first, whether it can be taken now, and what is among the first five."""
    totals = totals_for(f"country: US\n{ABLE}certifications: []", small)
    assert totals.firsts == {("pmp", "now"): 1}
    assert totals.among["pmp"] == 1
    assert totals.without_recommendation == 0
