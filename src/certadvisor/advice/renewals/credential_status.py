"""The status of a credential on a day: valid, expiring, expired, for life or unknown."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.base.months import years_after
from certadvisor.catalog.records import Certification
from certadvisor.profile.model import Credential

WARNING_DAYS = (30, 60, 90)  # days before the last valid day


class CredentialState(StrEnum):
    """States of a credential."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    LIFETIME = "lifetime"
    UNKNOWN = "unknown"  # no last day is known
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
    if credential.earned is None or certification is None or certification.cycle_years is None:
        return CredentialStatus(CredentialState.UNKNOWN)
    last_day = years_after(credential.earned, certification.cycle_years)
    return (
        CredentialStatus(CredentialState.UNKNOWN, last_day)
        if last_day < day
        else _status_by_last_day(last_day, day, calculated=True)
    )


def _status_by_last_day(last_day: date, day: date, *, calculated: bool) -> CredentialStatus:
    days = (last_day - day).days
    if days < 0:
        return CredentialStatus(CredentialState.EXPIRED, last_day, days, None, calculated)
    within = next((warning for warning in WARNING_DAYS if days <= warning), None)
    state = CredentialState.VALID if within is None else CredentialState.EXPIRING
    return CredentialStatus(state, last_day, days, within, calculated)
