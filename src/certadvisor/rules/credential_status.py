"""The status of a credential on a day: valid, expiring, expired, for life or unknown."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.base.months import cycle_end_from, years_after
from certadvisor.catalog.records import Certification
from certadvisor.profile.model import Credential
from certadvisor.rules.outcome import Outcome

WARNING_DAYS = (30, 60, 90)  # days before the last valid day


class CredentialState(StrEnum):
    """States of a credential."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    LIFETIME = "lifetime"
    UNKNOWN = "unknown"  # no last day is known: taken as active, or not known whether it is
    FUTURE = "future"  # earned after the day


class CredentialStatus(NamedTuple):
    """A credential's state on a day.

    `last_day` is the last day on which it is valid, `days` the number of days
    left until then (negative afterwards), `within` the warning period that
    applies (30, 60 or 90 days). `calculated` is true where the profile gives no
    last day, so that it is one renewal cycle after the day it was earned.
    """

    state: CredentialState
    last_day: date | None = None
    days: int | None = None
    within: int | None = None
    calculated: bool = False


def judge_active(
    credential: Credential, certification: Certification | None, day: date, *, lapsed: bool = False
) -> Outcome:
    """Judge whether a credential is active on a day: the one place that decides it.

    Args:
        credential: The credential.
        certification: Its record; None where the catalogue has none.
        day: The day to judge for.
        lapsed: Whether a credential that has lapsed counts too.

    Returns:
        Unknown where it lapses and its last day is not known: more than one renewal cycle has
        passed since it was earned, or its dates are there but could not be read. One without
        dates in a profile that the person wrote is taken as active.
    """
    if credential.earned is not None and credential.earned > day:
        return Outcome.UNMET
    if lapsed:
        return Outcome.MET
    if credential.expires is not None:
        return Outcome.MET if day <= credential.expires else Outcome.UNMET
    if certification is not None and certification.lifetime:
        return Outcome.MET
    if credential.expires_unknown or (credential.earned is None and credential.earned_unknown):
        return Outcome.UNKNOWN
    last_day = last_day_of_cycle(credential, certification)
    return Outcome.MET if last_day is None or day <= last_day else Outcome.UNKNOWN


def last_day_of_cycle(credential: Credential, certification: Certification | None) -> date | None:
    """Return the last day of the first renewal cycle, which a common end cuts short.

    None where the day it was earned is not known, and for certifications without a cycle: valid
    for life, or without a record.
    """
    if credential.earned is None or certification is None or certification.lifetime:
        return None
    cycle = certification.first_cycle_years
    if cycle is None:
        return None
    if certification.common_cycle_end is not None:
        return cycle_end_from(credential.earned, certification.common_cycle_end, cycle)
    return years_after(credential.earned, cycle)


def cycle_length(
    credential: Credential, certification: Certification, last_day: date
) -> int | None:
    """Return how many years the cycle has that ends on `last_day`; None without a cycle.

    It is the first cycle where it ends no later than that one does.
    """
    first_ends = last_day_of_cycle(credential, certification)
    is_first = first_ends is not None and last_day <= first_ends
    return certification.first_cycle_years if is_first else certification.cycle_years


def credential_status(
    credential: Credential, certification: Certification | None, day: date
) -> CredentialStatus:
    """The status of a credential on `day`; `certification` is None without a catalogue record.

    A credential is valid through its last day. Without one, a lifetime
    certification is valid for good, and any other until its first cycle ends;
    afterwards the state is unknown, since it may have been renewed.
    """
    if credential.earned and credential.earned > day:
        return CredentialStatus(CredentialState.FUTURE)
    if credential.expires is not None:
        return _status_by_last_day(credential.expires, day, calculated=False)
    if certification and certification.lifetime:
        return CredentialStatus(CredentialState.LIFETIME)
    last_day = last_day_of_cycle(credential, certification)
    if last_day is None or judge_active(credential, certification, day) is not Outcome.MET:
        is_over = last_day is not None and last_day < day
        return CredentialStatus(CredentialState.UNKNOWN, last_day if is_over else None)
    return _status_by_last_day(last_day, day, calculated=True)


def holding_credential(
    credentials: Iterable[Credential], certification: Certification | None, day: date
) -> Credential:
    """Return the one of a person's credentials of one certification that holds on a day.

    An active one comes before one that may be active, and both before what has lapsed; among
    equals the one that is valid for life or longest.

    Args:
        credentials: At least one credential, all of this certification.
        certification: Their record; None where the catalogue has none.
        day: The day.
    """

    def rank(credential: Credential) -> tuple[int, bool, date, date]:
        status = credential_status(credential, certification, day)
        outcome = judge_active(credential, certification, day)
        return (
            _HOLDING_ORDER.index(outcome),
            status.state is CredentialState.LIFETIME,
            status.last_day or date.min,
            credential.earned or date.min,
        )

    return max(credentials, key=rank)


_HOLDING_ORDER = (Outcome.UNMET, Outcome.UNKNOWN, Outcome.MET)


def _status_by_last_day(last_day: date, day: date, *, calculated: bool) -> CredentialStatus:
    days = (last_day - day).days
    if days < 0:
        return CredentialStatus(CredentialState.EXPIRED, last_day, days, None, calculated)
    within = next((warning for warning in WARNING_DAYS if days <= warning), None)
    state = CredentialState.VALID if within is None else CredentialState.EXPIRING
    return CredentialStatus(state, last_day, days, within, calculated)
