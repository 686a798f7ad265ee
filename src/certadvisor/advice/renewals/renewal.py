"""Renewals: the deadline of each credential, the units still to earn, and the fee."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from certadvisor.catalog.records import Catalog, Certification, Money
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.horizon import horizon_end
from certadvisor.profile.model import Credential, Profile
from certadvisor.rules.credential_status import (
    CredentialState,
    CredentialStatus,
    credential_status,
    holding_credential,
)
from certadvisor.rules.cycle_units import CycleUnits, cycle_units

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


class LapseKind(StrEnum):
    """Why a credential may lapse: how another one supersedes it."""

    ABSORBED = "absorbed"
    REPLACED = "replaced"
    SAME_LEVEL = "same-level"  # and it lasts longer


class LapseReason(NamedTuple):
    """Why a credential may lapse: `by` supersedes it."""

    kind: LapseKind
    by: str


class CredentialRenewal(NamedTuple):
    """A credential, and what renewing it takes."""

    id: str
    certification: Certification | None
    status: CredentialStatus
    units: CycleUnits | None
    fee: RenewalFee | None
    options: tuple[RenewalOption, ...]
    note: str | None
    lapse_reason: LapseReason | None


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
    ids = dict.fromkeys(one.id for one in profile.certifications)
    credentials = {id: credential_that_holds(id, evidence) for id in ids}
    statuses = {id: status_of(one, evidence) for id, one in credentials.items()}
    renewals = [_make_renewal(one, statuses, evidence) for one in credentials.values()]
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


def credentials_to_renew_first(evidence: Evidence) -> list[Credential]:
    """The credentials that expire so soon that they come before anything new, soonest first."""
    days = timedelta(days=evidence.catalog.tables.values["renew_first"]["days"])
    expiring = [
        one
        for one in evidence.profile.certifications or ()
        if one.expires and evidence.as_of <= one.expires <= evidence.as_of + days
    ]
    return sorted(expiring, key=lambda one: (one.expires or evidence.as_of, one.id))


_ACTIVE = (CredentialState.VALID, CredentialState.EXPIRING, CredentialState.LIFETIME)


def status_of(credential: Credential, evidence: Evidence) -> CredentialStatus:
    """The status of a credential on the evidence's as-of day."""
    certification = evidence.catalog.certifications.get(credential.id)
    return credential_status(credential, certification, evidence.as_of)


def credential_that_holds(id: str, evidence: Evidence) -> Credential:
    """The credential of a certification that holds; `id` must be in the profile."""
    certification = evidence.catalog.certifications.get(id)
    return holding_credential(evidence.credentials(id), certification, evidence.as_of)


def _make_renewal(
    credential: Credential, statuses: dict[str, CredentialStatus], evidence: Evidence
) -> CredentialRenewal:
    catalog = evidence.catalog
    certification = catalog.certifications.get(credential.id)
    raw_record = catalog.raw_record("certifications", credential.id) if certification else {}
    raw_renewal: dict[str, Any] = raw_record.get("renewal") or {}
    status = statuses[credential.id]
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
        _lapse_reason(certification, statuses, catalog) if certification else None,
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


def _lapse_reason(
    certification: Certification, statuses: dict[str, CredentialStatus], catalog: Catalog
) -> LapseReason | None:
    """Why this credential may lapse; of two at one level, the one that lasts longer stays."""
    own = statuses[certification.id]
    if own.state is CredentialState.LIFETIME:
        return None
    for reason, ids in (
        (LapseKind.ABSORBED, tuple(one.id for one in catalog.absorbers(certification.id))),
        (LapseKind.REPLACED, certification.replaced_by),
        (LapseKind.SAME_LEVEL, certification.same_level_as),
    ):
        for id in ids:
            other = statuses.get(id)
            if (
                other
                and other.state in _ACTIVE
                and (reason is not LapseKind.SAME_LEVEL or _outlasts(other, own))
            ):
                return LapseReason(reason, id)
    return None


def _outlasts(other: CredentialStatus, own: CredentialStatus) -> bool:
    """Whether `other` is certainly valid for longer than `own`."""
    if other.state is CredentialState.LIFETIME:
        return True
    return bool(other.last_day and own.last_day and other.last_day > own.last_day)


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
