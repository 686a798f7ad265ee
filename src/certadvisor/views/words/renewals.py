"""Renewals in sentences: status, units still to earn, fees and possible lapses."""

from certadvisor.advice.renewals.credential_status import Standing, State
from certadvisor.advice.renewals.renewal import Due, Fee, Lapse, Renewal, Shared, Units
from certadvisor.catalog.records import Catalog
from certadvisor.views.words import phrases

_LAPSES = {
    "absorbed": "the {by}, which you hold, leaves no use for it.",
    "replaced": "it is replaced by the {by}, which you hold.",
    "same-level": "the {by}, which you hold and which lasts longer, is of the same level.",
}
_WAYS = {
    "units": "Units",
    "retake": "The exam again",
    "higher-exam": "A higher exam",
    "same-suite": "Another exam of the suite",
    "subscription": "A subscription",
    "reassessment": "A new assessment",
    "fee": "The fee",
}


def standing(held: Standing) -> str:
    """The status of a credential, with its last day."""
    day = held.last_day.isoformat() if held.last_day else ""
    reckoned = " (reckoned from its cycle: its last day is not told)" if held.reckoned else ""
    if held.state is State.LIFETIME:
        return "valid for life"
    if held.state is State.FUTURE:
        return "not earned yet on that day"
    if held.state is State.UNKNOWN:
        over = f": a cycle after it was earned, {day}, is over" if day else ""
        return f"nobody told until when it is valid{over}"
    days = phrases.amount(abs(held.days or 0), "day")
    if held.state is State.EXPIRED:
        return f"expired: its last day was {day}, {days} ago{reckoned}"
    if held.state is State.EXPIRING:
        return f"expires within {held.within} days: its last day is {day}, in {days}{reckoned}"
    return f"valid until {day}{reckoned}"


def units(asked: Units, held: Standing) -> str:
    """The units that a renewal cycle requires, and how many are still to earn."""
    total = asked.total
    by = f" by {held.last_day.isoformat()}" if held.last_day and (held.days or 0) >= 0 else ""
    if total.missing is None:
        return (
            f"{_need(total)} a cycle{_parts(asked)}. Tell those earned as `units:` of the "
            "certification."
        )
    undated = f"; {phrases.number(asked.undated)} of them without a date" if asked.undated else ""
    have = f"{phrases.number(total.have or 0)} of {_need(total)} earned{undated}{_parts(asked)}"
    short = [due for due in (total, *asked.parts) if due.missing]
    if not short:
        return f"{have}. Enough."
    most = max(due.missing or 0 for due in short)
    lacking = [
        f"{phrases.number(due.missing or 0)} of {due.name}" for due in asked.parts if due.missing
    ]
    at_least = f", at least {phrases.several(lacking)}" if lacking else ""
    return f"{have}. Still to earn{by}: {_amount(most, total.name)}{at_least}."


def _need(due: Due) -> str:
    return _amount(due.need, due.name)


def _amount(count: float, unit: str) -> str:
    """A number of units; abbreviations (PDU) take no plural."""
    plural = "" if count == 1 or unit.isupper() else "s"
    return f"{phrases.number(count)} {unit}{plural}"


def _parts(asked: Units) -> str:
    told = [
        f"{part.name} "
        + (f"{phrases.number(part.have)} of " if part.have is not None else "at least ")
        + phrases.number(part.need)
        for part in asked.parts
    ]
    return f" ({', '.join(told)})" if told else ""


def fee(asked: Fee | None) -> str:
    """The renewal fee."""
    if asked is None or asked.amount is None:
        return f"Fee {phrases.NOT_KNOWN}."
    who = {True: " as a member", False: "", None: " for non-members"}[asked.member]
    often = "a year" if asked.every_year else "a cycle"
    return f"Fee {phrases.money(asked.amount)} {often}{who}."


def ways(one: Renewal) -> list[str]:
    """The renewal methods; units described already only if they have a text."""
    return [
        phrases.sentence(way.text) if way.text else f"{_WAYS[way.way]}."
        for way in one.ways
        if way.text or not (way.way == "units" and one.units)
    ]


def lapse(found: Lapse, held: Standing, catalog: Catalog) -> str:
    """Why the credential may lapse, or stay lapsed, without loss."""
    may = "It may stay so" if held.state is State.EXPIRED else "It may lapse"
    reason = _LAPSES[found.reason].format(by=phrases.certification_name(found.by, catalog))
    return f"{may}: {reason}"


def shared(one: Shared, catalog: Catalog) -> str:
    """Which certifications one activity renews at once."""
    names = phrases.several(phrases.certification_name(id, catalog) for id in one.ids)
    if one.way == "same-suite":
        return f"One more exam of the suite renews {names}."
    if not one.amount:
        return f"The same units count for {names}."
    amount = _amount(one.amount, one.unit or "")
    return f"The same {amount} count for {names}: earn them once."
