"""Renewals: the deadline of each credential, the units still to earn, and the fee."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from certadvisor.advice.renewals.credential_status import Standing, State, state_of
from certadvisor.advice.target import horizon_of
from certadvisor.base.months import years_before
from certadvisor.base.scalars import kebab
from certadvisor.catalog.records import Catalog, Certification, Money
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, Profile

_ORDER = (
    State.EXPIRED, State.EXPIRING, State.VALID, State.UNKNOWN, State.FUTURE, State.LIFETIME,
)  # fmt: skip


class Due(NamedTuple):
    """Units of one kind that a cycle requires; `have` and `missing` are None where not given."""

    name: str
    need: float
    have: float | None
    missing: float | None


class Units(NamedTuple):
    """The units of a renewal cycle: in total, and the minimum in some parts.

    `since` is the first day of the cycle. `undated_amount` is the part without
    a date, which is counted as earned in this cycle.
    """

    total: Due
    parts: tuple[Due, ...]
    since: date | None
    undated: float


class Fee(NamedTuple):
    """The renewal fee for this person; `member` is None where memberships are not given."""

    amount: Money | None
    member: bool | None
    every_year: bool


class Way(NamedTuple):
    """An option for renewing, in the catalogue's words."""

    way: str
    text: str | None


class Lapse(NamedTuple):
    """Why a credential may lapse: `by` supersedes it (absorbed, replaced or same-level)."""

    reason: str
    by: str


class Renewal(NamedTuple):
    """A credential, and what renewing it takes."""

    id: str
    certification: Certification | None
    standing: Standing
    units: Units | None
    fee: Fee | None
    ways: tuple[Way, ...]
    note: str | None
    lapse: Lapse | None


class Shared(NamedTuple):
    """Certifications that one activity renews: units of one issuer, or an exam of one suite.

    `amount` is how many units count towards all of them at once, None for an exam.
    """

    way: str  # units or same-suite
    ids: tuple[str, ...]
    unit: str | None = None
    amount: float | None = None


class Renewals(NamedTuple):
    """All credentials of a person, the most urgent first.

    `credentials` is None where the profile does not list certifications. `costs`
    are the fees due by `until`, one sum per currency; `unpriced` are the ids
    whose fee is due but not known.
    """

    as_of: date
    until: date
    held: tuple[Renewal, ...] | None
    shared: tuple[Shared, ...]
    costs: tuple[Money, ...]
    unpriced: tuple[str, ...]


def renewals_of(evidence: Evidence) -> Renewals:
    """The renewals of a person's credentials on the evidence's as-of day."""
    profile, as_of = evidence.profile, evidence.as_of
    until = horizon_of(profile.goal.within, evidence)
    if profile.certifications is None:
        return Renewals(as_of, until, None, (), (), ())
    ids = dict.fromkeys(one.id for one in profile.certifications)
    held = {id: latest(id, evidence) for id in ids}
    standings = {id: standing_of(one, evidence) for id, one in held.items()}
    found = [_renewal(one, standings, evidence) for one in held.values()]
    found.sort(
        key=lambda one: (
            _ORDER.index(one.standing.state),
            one.standing.last_day or date.max,
            one.id,
        )
    )
    due = [one for one in found if _falls_due(one, until)]
    fees = [(one.id, one.fee) for one in due]
    return Renewals(
        as_of,
        until,
        tuple(found),
        _shared(found),
        _added(fee.amount for _, fee in fees if fee and fee.amount),
        tuple(id for id, fee in fees if fee is None or fee.amount is None),
    )


def lapsing(evidence: Evidence) -> list[Credential]:
    """The credentials that expire so soon that they come before anything new, soonest first."""
    days = timedelta(days=evidence.catalog.tables.values["renew_first"]["days"])
    soon = [
        one
        for one in evidence.profile.certifications or ()
        if one.expires and evidence.as_of <= one.expires <= evidence.as_of + days
    ]
    return sorted(soon, key=lambda one: (one.expires or evidence.as_of, one.id))


_ACTIVE = (State.VALID, State.EXPIRING, State.LIFETIME)


def standing_of(credential: Credential, evidence: Evidence) -> Standing:
    """The status of a credential on the evidence's as-of day."""
    known = evidence.catalog.certifications.get(credential.id)
    return state_of(credential, known, evidence.as_of)


def latest(id: str, evidence: Evidence) -> Credential:
    """The credential of a certification that is valid longest; `id` must be in the profile."""

    def rank(credential: Credential) -> tuple[bool, bool, date]:
        standing = standing_of(credential, evidence)
        lasting = standing.state is State.LIFETIME
        return standing.state in _ACTIVE, lasting, standing.last_day or date.min

    return max(evidence.credentials(id), key=rank)


def _renewal(credential: Credential, standings: dict[str, Standing], evidence: Evidence) -> Renewal:
    catalog = evidence.catalog
    known = catalog.certifications.get(credential.id)
    page = catalog.page("certifications", credential.id) if known else {}
    written: dict[str, Any] = page.get("renewal") or {}
    standing = standings[credential.id]
    return Renewal(
        credential.id,
        known,
        standing,
        _units(written.get("units"), credential, standing, known, evidence.as_of),
        _fee(written.get("fee"), known, evidence.profile),
        tuple(Way(one["way"], one.get("text")) for one in written.get("ways", ())),
        written.get("note"),
        _lapse(known, standings, catalog) if known else None,
    )


def _units(
    asked: dict[str, Any] | None,
    credential: Credential,
    standing: Standing,
    certification: Certification | None,
    day: date,
) -> Units | None:
    if asked is None or certification is None:
        return None
    # The cycle starts the day after the previous last day, `cycle_years` before this one.
    since = None
    if standing.last_day and certification.cycle_years:
        since = years_before(standing.last_day, certification.cycle_years) + timedelta(days=1)
    records = credential.units
    counted = [
        one
        for one in records or ()
        if one.on is None or ((since is None or one.on >= since) and one.on <= day)
    ]

    def due(name: str, need: float, topic: str | None) -> Due:
        if records is None:
            return Due(name, need, None, None)
        have = sum(one.amount for one in counted if topic is None or one.topic == topic)
        return Due(name, need, have, max(0, need - have))

    parts = tuple(
        due(part["name"], part["minimum"], kebab(part["name"])) for part in asked.get("parts", ())
    )
    undated = sum(one.amount for one in counted if one.on is None)
    return Units(due(asked["name"], asked["amount"], None), parts, since, undated)


def _fee(
    asked: dict[str, Any] | None, certification: Certification | None, profile: Profile
) -> Fee | None:
    if asked is None or certification is None:
        return None
    members = profile.memberships
    member = None if members is None else certification.issuer in members
    # An unknown membership counts as none; a member fee that is not known falls back.
    amount = asked.get("member") if member else asked.get("non_member")
    if amount is None:
        amount = asked.get("non_member") if member else None
    money = None if amount is None else Money(amount, asked["currency"])
    return Fee(money, member, bool(asked.get("every_year")))


def _lapse(
    certification: Certification, standings: dict[str, Standing], catalog: Catalog
) -> Lapse | None:
    """Why this credential may lapse; of two at one level, the one that lasts longer stays."""
    own = standings[certification.id]
    if own.state is State.LIFETIME:
        return None
    for reason, ids in (
        ("absorbed", tuple(one.id for one in catalog.absorbers(certification.id))),
        ("replaced", certification.replaced_by),
        ("same-level", certification.same_level_as),
    ):
        for id in ids:
            other = standings.get(id)
            if (
                other
                and other.state in _ACTIVE
                and (reason != "same-level" or _outlasts(other, own))
            ):
                return Lapse(reason, id)
    return None


def _outlasts(other: Standing, own: Standing) -> bool:
    """Whether `other` is certainly valid for longer than `own`."""
    if other.state is State.LIFETIME:
        return True
    return bool(other.last_day and own.last_day and other.last_day > own.last_day)


def _falls_due(one: Renewal, until: date) -> bool:
    last = one.standing.last_day
    running = one.standing.state in (State.VALID, State.EXPIRING)
    return running and last is not None and last <= until and one.lapse is None


def _shared(held: Iterable[Renewal]) -> tuple[Shared, ...]:
    """Activities that renew several credentials at once, among those that are to be renewed."""
    by_unit: dict[tuple[str, str], list[Renewal]] = {}
    by_suite: dict[tuple[str, str], list[Renewal]] = {}
    for one in held:
        running = one.standing.state in (State.VALID, State.EXPIRING) and one.lapse is None
        if one.certification is None or not running:
            continue
        issuer = one.certification.issuer
        if one.units:
            by_unit.setdefault((issuer, one.units.total.name), []).append(one)
        for way in one.ways:
            if way.way == "same-suite":
                by_suite.setdefault((issuer, way.text or ""), []).append(one)
    units = [
        Shared("units", tuple(one.id for one in several), name, min(map(_open, several)))
        for (_, name), several in by_unit.items()
        if len(several) > 1
    ]
    suites = [
        Shared("same-suite", tuple(one.id for one in several))
        for several in by_suite.values()
        if len(several) > 1
    ]
    return (*units, *suites)


def _open(one: Renewal) -> float:
    """Units still to earn; all of them where none are given."""
    assert one.units  # noqa: S101  the caller passes only those with units
    total = one.units.total
    return total.need if total.missing is None else total.missing


def _added(amounts: Iterable[Money]) -> tuple[Money, ...]:
    sums: dict[str, float] = {}
    for one in amounts:
        sums[one.currency] = sums.get(one.currency, 0) + one.amount
    return tuple(Money(amount, currency) for currency, amount in sums.items())
