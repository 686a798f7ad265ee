"""The status of a credential on a day: valid, expiring, expired, for life or unknown."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from certadvisor.base.months import years_after
from certadvisor.catalog.records import Certification
from certadvisor.profile.model import Credential

WARNINGS = (30, 60, 90)  # days before the last valid day


class State(StrEnum):
    """States of a credential."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    LIFETIME = "lifetime"
    UNKNOWN = "unknown"  # no last day is known
    FUTURE = "future"  # earned after the day


class Standing(NamedTuple):
    """A credential's state on a day.

    `last_day` is the last day on which it is valid, `days` the number of days
    left until then (negative afterwards), `within` the warning period that
    applies (30, 60 or 90 days). `calculated` is true where the profile gives no
    last day, so that it is one renewal cycle after the day it was earned.
    """

    state: State
    last_day: date | None = None
    days: int | None = None
    within: int | None = None
    reckoned: bool = False


def state_of(credential: Credential, certification: Certification | None, day: date) -> Standing:
    """The status of a credential on `day`; `certification` is None without a catalogue record.

    A credential is valid through its last day. Without one, a lifetime
    certification is valid for good, and any other until its first cycle ends;
    afterwards the state is unknown, since it may have been renewed.
    """
    if credential.earned and credential.earned > day:
        return Standing(State.FUTURE)
    if credential.expires is not None:
        return _dated(credential.expires, day, reckoned=False)
    if certification and certification.lifetime:
        return Standing(State.LIFETIME)
    if credential.earned is None or certification is None or certification.cycle_years is None:
        return Standing(State.UNKNOWN)
    last = years_after(credential.earned, certification.cycle_years)
    return Standing(State.UNKNOWN, last) if last < day else _dated(last, day, reckoned=True)


def _dated(last: date, day: date, *, reckoned: bool) -> Standing:
    days = (last - day).days
    if days < 0:
        return Standing(State.EXPIRED, last, days, None, reckoned)
    within = next((warning for warning in WARNINGS if days <= warning), None)
    state = State.VALID if within is None else State.EXPIRING
    return Standing(state, last, days, within, reckoned)
