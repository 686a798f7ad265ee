"""Renewals in sentences: status, units still to earn, fees and possible lapses."""

from collections.abc import Iterator
from typing import assert_never

from certadvisor.advice.renewals.reinstatement_offer import ReinstatementOffer, ReinstatementState
from certadvisor.advice.renewals.renewal import (
    CredentialRenewal,
    RenewalFee,
    SharedActivity,
    SharedMethod,
)
from certadvisor.advice.renewals.renewal_outlook import LapseKind, LapseReason
from certadvisor.catalog.records import Catalog
from certadvisor.rules.credential_status import CredentialState, CredentialStatus
from certadvisor.rules.cycle_units import CycleUnits
from certadvisor.rules.unit_progress import UnitProgress
from certadvisor.rules.year_units import YearState, YearUnits
from certadvisor.views.words import phrases
from certadvisor.views.words.reinstatement import terms_text

_LAPSES = {
    LapseKind.ABSORBED: "the {by}, which you hold, supersedes it.",
    LapseKind.REPLACED: "it is replaced by the {by}, which you hold.",
    LapseKind.SAME_LEVEL: "the {by}, which you hold and which lasts longer, is of the same level.",
    LapseKind.OPENS_FIRST: "the {by}, which {opens}, supersedes it.",
}
_METHODS = {
    "units": "Units",
    "retake": "The exam again",
    "higher-exam": "A higher exam",
    "same-suite": "Another exam of the suite",
    "subscription": "A subscription",
    "reassessment": "A new assessment",
    "fee": "The fee",
}


def status_text(status: CredentialStatus) -> str:
    """The status of a credential, with its last day."""
    day = status.last_day.isoformat() if status.last_day else ""
    calculated = " (calculated from its cycle: no expiry date given)" if status.calculated else ""
    days = phrases.amount(abs(status.days or 0), "day")
    match status.state:
        case CredentialState.LIFETIME:
            return "valid for life"
        case CredentialState.FUTURE:
            return "not earned yet on that day"
        case CredentialState.UNKNOWN:
            elapsed = f"; one cycle after you earned it ended on {day}" if day else ""
            return f"no expiry date given{elapsed}"
        case CredentialState.EXPIRED:
            return f"expired: its last day was {day}, {days} ago{calculated}"
        case CredentialState.EXPIRING:
            deadline = f"its last day is {day}, in {days}{calculated}"
            return f"expires within {status.within} days: {deadline}"
        case CredentialState.VALID:
            return f"valid until {day}{calculated}"
        case _:
            assert_never(status.state)


def units_text(units: CycleUnits, status: CredentialStatus) -> str:
    """The units that a renewal cycle requires, and how many are still to earn."""
    total = units.total
    by = f" by {status.last_day.isoformat()}" if status.last_day and (status.days or 0) >= 0 else ""
    if total.missing is None:
        return (
            f"{_need(total)} a cycle{_parts(units)}. Record what you have earned under `units:` of "
            "the certification."
        )
    undated = (
        f"; {phrases.number(units.undated_amount)} of them without a date"
        if units.undated_amount
        else ""
    )
    have = f"{phrases.number(total.have or 0)} of {_need(total)} earned{undated}{_parts(units)}"
    if not units.to_earn:
        return f"{have}. Enough."
    missing_parts = [
        f"{phrases.number(due.missing or 0)} of {due.name}" for due in units.parts if due.missing
    ]
    at_least = f", at least {phrases.join_names(missing_parts)}" if missing_parts else ""
    return f"{have}. To earn{by}: {phrases.units(units.to_earn, total.name)}{at_least}."


def years_text(units: CycleUnits) -> Iterator[str]:
    """What each year of the cycle requires, and which year is short; nothing where none does."""
    if units.yearly_minimum:
        yield f"At least {phrases.units(units.yearly_minimum, units.total.name)} in each year."
    started = [one for one in units.years if one.state is not YearState.COMING]
    if started:
        yield " ".join(_year(one) for one in started)
    if any(one.state is YearState.OVER and one.is_short() for one in started):
        yield "What a year that is over lacks can no longer be earned: ask the issuer."


def _year(units: YearUnits) -> str:
    short = units.is_short()
    opening = f"Year to {units.year.last_day.isoformat()}: {phrases.number(units.total.have or 0)}"
    if short is None:
        return f"{opening}, which is enough only with units without a date."
    if not short:
        return f"{opening}, enough."
    parts = [
        f"at least {phrases.number(one.missing)} of {one.name}"
        for one in units.parts
        if one.missing
    ]
    gap = max(one.missing or 0 for one in (units.total, *units.parts))
    label = "short by" if units.state is YearState.OVER else "still to earn:"
    return f"{opening}, {label} {', '.join((phrases.number(gap), *parts))}."


def _need(due: UnitProgress) -> str:
    return phrases.units(due.need, due.name)


def _parts(units: CycleUnits) -> str:
    texts = [f"{part.name} {_bounds(part)}" for part in units.parts]
    return f" ({', '.join(texts)})" if texts else ""


def _bounds(part: UnitProgress) -> str:
    """What a part requires or allows, and what of it counts; surplus units are pointed out."""
    if part.have is None:
        return phrases.bounds(part.need, part.most)
    if part.surplus:
        earned = part.have + part.surplus
        return f"{phrases.number(part.have)} of the {phrases.number(earned)} earned count"
    if part.need:
        return f"{phrases.number(part.have)} of {phrases.number(part.need)}"
    return f"{phrases.number(part.have)}, {phrases.bounds(None, part.most)}"


def fee_text(fee: RenewalFee | None) -> str:
    """The renewal fee."""
    if fee is None or fee.amount is None:
        return f"Fee {phrases.NOT_KNOWN}."
    membership = {True: " as a member", False: "", None: " for non-members"}[fee.member]
    period = "a year" if fee.every_year else "a cycle"
    return f"Fee {phrases.money(fee.amount)} {period}{membership}."


def renewal_methods(renewal: CredentialRenewal) -> list[str]:
    """The renewal methods; units described already only if they have a text."""
    return [
        phrases.sentence(method.text) if method.text else f"{_METHODS[method.kind]}."
        for method in renewal.options
        if method.text or not (method.kind == "units" and renewal.units)
    ]


def reinstatement_text(offer: ReinstatementOffer) -> str:
    """Whether what has lapsed can be reinstated, until when, and for how much."""
    until = offer.until.isoformat() if offer.until else ""
    match offer.state:
        case ReinstatementState.POSSIBLE:
            return _possible_reinstatement(offer, until)
        case ReinstatementState.OVER:
            return f"It could be reinstated until {until}; now it has to be earned again."
        case ReinstatementState.NEVER:
            return "It cannot be reinstated; it has to be earned again."
        case ReinstatementState.UNKNOWN:
            return "Whether it can be reinstated is not known: ask the issuer."
        case _:
            assert_never(offer.state)


def _possible_reinstatement(offer: ReinstatementOffer, until: str) -> str:
    if offer.planned is None:
        return f"It can be reinstated until {until}, but not within your limits."
    limit = ", which is over your budget" if offer.over_budget else ""
    return f"It can be reinstated until {until}: {terms_text(offer.planned.values)}{limit}."


def lapse_text(lapse: LapseReason, status: CredentialStatus, catalog: Catalog) -> str:
    """Why the credential may lapse, or stay lapsed, without loss."""
    opening = "It may stay so" if status.state is CredentialState.EXPIRED else "It may lapse"
    opens = f"opens to you on {lapse.on.isoformat()}" if lapse.on else "is open to you"
    name = phrases.certification_name(lapse.by, catalog)
    reason = _LAPSES[lapse.kind].format(by=name, opens=opens)
    return f"{opening}: {reason}"


def shared_text(shared: SharedActivity, catalog: Catalog) -> str:
    """Which certifications one activity renews at once."""
    names = phrases.join_names(phrases.certification_name(id, catalog) for id in shared.ids)
    match shared.kind:
        case SharedMethod.SAME_SUITE:
            return f"One more exam of the suite renews {names}."
        case SharedMethod.UNITS:
            if not shared.amount:
                return f"The same units count for {names}."
            amount = phrases.units(shared.amount, shared.unit or "")
            return f"The same {amount} count for {names}: earn them once."
        case _:
            assert_never(shared.kind)
