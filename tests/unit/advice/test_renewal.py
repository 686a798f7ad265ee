"""Renewals: units of the cycle, fees, credentials that may lapse, shared activities."""

from datetime import date

import pytest
from written_profiles import evidence_of

from certadvisor.advice.renewals.renewal import (
    CredentialRenewal,
    Renewals,
    SharedActivity,
    SharedMethod,
    renewals_of,
)
from certadvisor.advice.renewals.renewal_outlook import LapseKind, LapseReason
from certadvisor.catalog.records import Catalog, Money
from certadvisor.profile.model import Credential, UnitRecord
from certadvisor.rules.credential_status import credential_status
from certadvisor.rules.cycle_units import CycleUnits, cycle_units

DAY = date(2026, 11, 22)


def renewals(profile_yaml: str, catalog: Catalog) -> Renewals:
    """The renewals of a profile."""
    return renewals_of(evidence_of(profile_yaml, catalog, DAY))


def renewal_of(id: str, overview: Renewals) -> CredentialRenewal:
    """The renewal of one certification."""
    return next(one for one in overview.credentials or () if one.id == id)


def pmp(units: str) -> str:
    """The profile of a PMP earned in 2024 with these units."""
    return f"certifications: [{{id: pmp, earned: 2024-01-11, expires: 2027-01-10, units: {units}}}]"


@pytest.mark.parametrize(
    ("on", "have"), [("2024-01-10", 0), ("2024-01-11", 10), ("2026-11-22", 10), ("2026-11-23", 0)]
)
def test_only_units_of_the_cycle_count(on: str, have: int, small: Catalog) -> None:
    """From the first day of the cycle to the as-of day."""
    renewal = renewal_of(
        "pmp", renewals(pmp(f"[{{topic: education, amount: 10, date: {on}}}]"), small)
    )
    assert renewal.units
    assert (renewal.units.total.have, renewal.units.total.missing) == (have, 60 - have)
    assert (renewal.units.parts[0].have, renewal.units.parts[0].missing) == (have, 35 - have)


def test_units_of_another_part_fill_the_total_alone(small: Catalog) -> None:
    """60 PDU of giving back leave the 35 of education open; undated units count and are listed."""
    renewal = renewal_of("pmp", renewals(pmp("[{topic: giving-back, amount: 60}]"), small))
    assert renewal.units
    assert (renewal.units.total.missing, renewal.units.parts[0].missing) == (0, 35)
    assert renewal.units.undated_amount == 60


def test_units_not_given_are_unknown_and_an_empty_list_is_zero(small: Catalog) -> None:
    """A missing `units:` is not the same as an empty one."""
    not_given = renewal_of(
        "pmp", renewals("certifications: [{id: pmp, expires: 2027-01-10}]", small)
    )
    empty = renewal_of("pmp", renewals(pmp("[]"), small))
    assert not_given.units
    assert empty.units
    assert (not_given.units.total.have, not_given.units.total.missing) == (None, None)
    assert (empty.units.total.have, empty.units.total.missing) == (0, 60)


@pytest.mark.parametrize(
    ("membership", "amount", "member"),
    [("memberships: [pmi]", 60, True), ("memberships: []", 150, False), ("country: US", 150, None)],
)
def test_the_renewal_fee_follows_the_membership(
    membership: str,
    amount: int,
    member: bool | None,  # noqa: FBT001  a fact of the case
    small: Catalog,
) -> None:
    """Members pay less; an unknown membership is reported with the non-member fee."""
    fee = renewal_of("pmp", renewals(f"{pmp('[]')}\n{membership}", small)).fee
    assert fee
    assert (fee.amount, fee.member) == (Money(amount, "USD"), member)


def test_a_credential_that_a_higher_one_absorbs_may_lapse(small: Catalog) -> None:
    """A valid PMP supersedes the CAPM; an expired PMP does not."""
    capm = "{id: capm, expires: 2027-05-10}"
    for expires, lapse in (
        ("2027-01-10", LapseReason(LapseKind.ABSORBED, "pmp")),
        ("2026-11-21", None),
    ):
        profile_yaml = f"certifications: [{capm}, {{id: pmp, expires: {expires}}}]"
        assert renewal_of("capm", renewals(profile_yaml, small)).lapse_reason == lapse


def test_of_two_credentials_at_one_level_the_one_that_lasts_longer_stays(small: Catalog) -> None:
    """CSM may lapse because PSM I, at the same level, is for life; never the reverse."""
    overview = renewals("certifications: [{id: csm, expires: 2027-05-10}, {id: psm-i}]", small)
    assert renewal_of("csm", overview).lapse_reason == LapseReason(LapseKind.SAME_LEVEL, "psm-i")
    assert renewal_of("psm-i", overview).lapse_reason is None


def test_units_of_one_issuer_serve_several_certifications(catalog: Catalog) -> None:
    """PDU count for PMP and PMI-ACP at once: as many as both need, 24 for the PMP's sides."""
    profile_yaml = (
        "certifications: [{id: pmp, expires: 2027-01-10, units: [{topic: education, amount: 40, "
        "date: 2026-01}]}, {id: pmi-acp, expires: 2028-05-10, units: []}]"
    )
    assert renewals(profile_yaml, catalog).shared == (
        SharedActivity(SharedMethod.UNITS, ("pmp", "pmi-acp"), "PDU", 24),
    )


def test_costs_are_those_due_within_the_horizon(small: Catalog) -> None:
    """A year by default; an unknown fee is listed as unpriced, not counted as zero."""
    profile_yaml = (
        "certifications: [{id: pmp, expires: 2027-11-22}, {id: a-csm, expires: 2027-11-22}]\n"
        "memberships: [pmi]"
    )
    near = renewals(profile_yaml, small)
    assert (near.costs, near.unpriced) == ((Money(60, "USD"),), ("a-csm",))
    later = renewals(profile_yaml.replace("2027-11-22", "2027-11-23"), small)
    assert (later.costs, later.unpriced) == ((), ())


def test_certifications_not_given_are_not_an_empty_list(small: Catalog) -> None:
    """A profile without `certifications:` has unknown renewals."""
    assert renewals("country: US", small).credentials is None
    assert renewals("certifications: []", small).credentials == ()


def test_the_later_of_two_credentials_of_one_certification_counts(small: Catalog) -> None:
    """Two entries for the PMP give one renewal."""
    profile_yaml = (
        "certifications: [{id: pmp, expires: 2024-01-10}, {id: pmp, expires: 2027-01-10}]"
    )
    (one,) = renewals(profile_yaml, small).credentials or ()
    assert one.status.last_day == date(2027, 1, 10)


PARTS = {
    "name": "PDU",
    "amount": 30,
    "parts": [
        {"name": "education", "minimum": 18},
        {"name": "power skills", "part_of": "education", "minimum": 4},
        {"name": "giving back", "maximum": 12},
        {"name": "working", "part_of": "giving back", "maximum": 4},
    ],
}


def counted(small: Catalog, **amounts: float) -> CycleUnits:
    """The units of a PMP with the parts above, by topic."""
    units = tuple(
        UnitRecord(topic.replace("_", "-"), amount, None) for topic, amount in amounts.items()
    )
    credential = Credential("pmp", date(2024, 1, 11), date(2027, 1, 10))._replace(units=units)
    pmp = small.certifications["pmp"]
    return cycle_units(PARTS, credential, credential_status(credential, pmp, DAY), pmp, DAY)


def test_units_beyond_the_most_of_a_part_do_not_count(small: Catalog) -> None:
    """30 of giving back count as 12: 18 of education are missing."""
    units = counted(small, giving_back=30)
    assert (units.total.have, units.total.missing, units.to_earn) == (12, 18, 18)
    giving_back = next(part for part in units.parts if part.name == "giving back")
    assert (giving_back.have, giving_back.surplus, giving_back.missing) == (12, 18, 0)


def test_a_part_inside_a_part_is_capped_first(small: Catalog) -> None:
    """10 of working count as 4 of giving back, which leaves room for 8 more of it."""
    units = counted(small, working=10, giving_back=8, education=18)
    assert [part.have for part in units.parts] == [18, 0, 12, 4]
    assert (units.total.have, units.total.missing) == (30, 0)


def test_units_of_an_inner_part_count_for_the_outer_one_too(small: Catalog) -> None:
    """20 of power skills are 20 of education; 26 of other education lack power skills."""
    assert [part.missing for part in counted(small, power_skills=20).parts] == [0, 0, 0, 0]
    others = counted(small, education=26, giving_back=4)
    assert (others.total.missing, others.to_earn) == (0, 4)


def test_the_units_to_earn_close_the_gaps_of_all_parts_at_once(small: Catalog) -> None:
    """Units without a topic fill the total alone: the 18 of education are all still to earn."""
    units = counted(small, webinars=29)
    assert (units.total.missing, units.to_earn) == (1, 18)
