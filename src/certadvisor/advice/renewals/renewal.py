"""Renewals: the deadline of each credential, the units still to earn, and the fee."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from certadvisor.advice.renewals.reinstatement_offer import ReinstatementOffer
from certadvisor.advice.renewals.renewal_outlook import LapseReason, RenewalOutlook
from certadvisor.catalog.records import Certification, Money
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.planner.ways import find_way
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.horizon import horizon_end
from certadvisor.profile.model import Credential, Profile
from certadvisor.rules.credential_status import CredentialState, CredentialStatus
from certadvisor.rules.cycle_units import CycleUnits, cycle_units
from certadvisor.rules.eligibility import Timeline

_STATE_ORDER = (
    CredentialState.EXPIRED,
    CredentialState.EXPIRING,
    CredentialState.VALID,
    CredentialState.UNKNOWN,
    CredentialState.FUTURE,
    CredentialState.LIFETIME,
)


class RenewalFee(NamedTuple):
    """The renewal fee for this person; `member` is None where memberships are not given."""

    amount: Money | None
    member: bool | None
    every_year: bool


class RenewalOption(NamedTuple):
    """An option for renewing, in the catalogue's words."""

    kind: str
    text: str | None


class CredentialRenewal(NamedTuple):
    """A credential, and what renewing it takes; `reinstatement` is None unless it has lapsed."""

    id: str
    certification: Certification | None
    status: CredentialStatus
    units: CycleUnits | None
    fee: RenewalFee | None
    options: tuple[RenewalOption, ...]
    note: str | None
    lapse_reason: LapseReason | None
    reinstatement: ReinstatementOffer | None = None


class SharedMethod(StrEnum):
    """How one activity renews several credentials."""

    UNITS = "units"  # of one issuer
    SAME_SUITE = "same-suite"  # an exam of a suite


class SharedActivity(NamedTuple):
    """Certifications that one activity renews.

    `amount` is how many units count towards all of them at once, None for an exam.
    """

    kind: SharedMethod
    ids: tuple[str, ...]
    unit: str | None = None
    amount: float | None = None


class Renewals(NamedTuple):
    """All credentials of a person, the most urgent first.

    `credentials` is None where the profile does not list certifications. `costs`
    are the fees due by `until`, one sum per currency; `unpriced` are the ids
    whose fee is due but not known. With `may_lack_some` the profile says that it may hold more.
    """

    as_of: date
    until: date
    credentials: tuple[CredentialRenewal, ...] | None
    shared: tuple[SharedActivity, ...]
    costs: tuple[Money, ...]
    unpriced: tuple[str, ...]
    may_lack_some: bool = False


def renewals_of(evidence: Evidence) -> Renewals:
    """The renewals of a person's credentials on the evidence's as-of day."""
    profile, as_of = evidence.profile, evidence.as_of
    until = horizon_end(profile.goal.within, evidence)
    if profile.certifications is None:
        return Renewals(as_of, until, None, (), (), ())
    timeline = Timeline(evidence)
    resources = PlanningResources(evidence, timeline)
    outlook = RenewalOutlook(timeline, cache(lambda one: find_way(resources, one.id)))
    renewals = [_make_renewal(one, outlook, evidence) for one in outlook.credentials.values()]
    renewals.sort(
        key=lambda renewal: (
            _STATE_ORDER.index(renewal.status.state),
            renewal.status.last_day or date.max,
            renewal.id,
        )
    )
    due = [one for one in renewals if _falls_due(one, until)]
    fees = [(one.id, one.fee) for one in due]
    return Renewals(
        as_of,
        until,
        tuple(renewals),
        _shared_activities(renewals),
        _sum_by_currency(fee.amount for _, fee in fees if fee and fee.amount),
        tuple(id for id, fee in fees if fee is None or fee.amount is None),
        may_lack_some="certifications" in profile.incomplete,
    )


def _make_renewal(
    credential: Credential, outlook: RenewalOutlook, evidence: Evidence
) -> CredentialRenewal:
    catalog = evidence.catalog
    certification = catalog.certifications.get(credential.id)
    raw_record = catalog.raw_record("certifications", credential.id) if certification else {}
    raw_renewal: dict[str, Any] = raw_record.get("renewal") or {}
    status = outlook.statuses[credential.id]
    return CredentialRenewal(
        credential.id,
        certification,
        status,
        cycle_units(raw_renewal["units"], credential, status, certification, evidence.as_of)
        if certification and "units" in raw_renewal
        else None,
        _renewal_fee(raw_renewal.get("fee"), certification, evidence.profile),
        tuple(
            RenewalOption(option["way"], option.get("text"))
            for option in raw_renewal.get("ways", ())
        ),
        raw_renewal.get("note"),
        outlook.lapse_reason(credential.id),
        outlook.offer(credential.id),
    )


def _renewal_fee(
    raw_fee: dict[str, Any] | None, certification: Certification | None, profile: Profile
) -> RenewalFee | None:
    if raw_fee is None or certification is None:
        return None
    members = profile.memberships
    is_member = None if members is None else certification.issuer in members
    # An unknown membership counts as none; a member fee that is not known falls back.
    amount = raw_fee.get("member") if is_member else raw_fee.get("non_member")
    if amount is None:
        amount = raw_fee.get("non_member") if is_member else None
    money = None if amount is None else Money(amount, raw_fee["currency"])
    return RenewalFee(money, is_member, bool(raw_fee.get("every_year")))


def _falls_due(renewal: CredentialRenewal, until: date) -> bool:
    last_day = renewal.status.last_day
    is_running = renewal.status.state in (CredentialState.VALID, CredentialState.EXPIRING)
    return (
        is_running and last_day is not None and last_day <= until and renewal.lapse_reason is None
    )


def _shared_activities(renewals: Iterable[CredentialRenewal]) -> tuple[SharedActivity, ...]:
    """Activities that renew several credentials at once, among those that are to be renewed."""
    by_unit: dict[tuple[str, str], list[CredentialRenewal]] = {}
    by_suite: dict[tuple[str, str], list[CredentialRenewal]] = {}
    for renewal in renewals:
        is_running = (
            renewal.status.state in (CredentialState.VALID, CredentialState.EXPIRING)
            and renewal.lapse_reason is None
        )
        if renewal.certification is None or not is_running:
            continue
        issuer = renewal.certification.issuer
        if renewal.units:
            by_unit.setdefault((issuer, renewal.units.total.name), []).append(renewal)
        for option in renewal.options:
            if option.kind == "same-suite":
                by_suite.setdefault((issuer, option.text or ""), []).append(renewal)
    units = [
        SharedActivity(
            SharedMethod.UNITS, tuple(one.id for one in group), name, min(map(_units_open, group))
        )
        for (_, name), group in by_unit.items()
        if len(group) > 1
    ]
    suites = [
        SharedActivity(SharedMethod.SAME_SUITE, tuple(one.id for one in group))
        for group in by_suite.values()
        if len(group) > 1
    ]
    return (*units, *suites)


def _units_open(renewal: CredentialRenewal) -> float:
    """Units still to earn; all of them where none are given."""
    assert renewal.units  # noqa: S101  the caller passes only those with units
    units = renewal.units
    return units.total.need if units.to_earn is None else units.to_earn


def _sum_by_currency(amounts: Iterable[Money]) -> tuple[Money, ...]:
    sums: dict[str, float] = {}
    for money in amounts:
        sums[money.currency] = sums.get(money.currency, 0) + money.amount
    return tuple(Money(amount, currency) for currency, amount in sums.items())
