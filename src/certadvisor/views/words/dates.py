"""Dates that matter, in words: when eligibility starts and ends, why, and announced changes."""

from datetime import date

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Experience, Holds, Training
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Cause, Check, Coming
from certadvisor.views.words import phrases

UNTIL = {  # used if the evidence that causes the end cannot be named
    "window": "work or training leaves the time that the rule looks back on",
    "lapse": "a certification that the rule asks for expires",
    "rule": "another rule takes effect",
    "retirement": "it can no longer be earned",
}
FROM = {
    "experience": "by then you have the work that is asked",
    "training": "by then your training is completed",
    "degree": "by then your degree is awarded",
    "holds": "by then you hold what is asked",
    "rule": "another rule takes effect",
    "opening": "it can be earned from then on",
}
STATES = {
    "announced": "It is announced again and cannot be earned",
    "active": "It can be earned from then on",
    "retiring": "It is being retired, and can still be earned",
    "retired": "It retires",
    "unclear": "Whether it can be earned from then on is unclear",
}
_OUTCOMES = {
    Outcome.MET: "by it you may sit it, as things stand",
    Outcome.UNMET: "by it you may not, as things stand",
    Outcome.UNKNOWN: "whether you may sit it then hangs on what you have not told",
}


def month(day: date) -> str:
    """A month in ISO form, such as 2026-11."""
    return f"{day.year:04}-{day.month:02}"


def until(cause: Cause, catalog: Catalog) -> str:
    """Why eligibility ends."""
    leaf = cause.leaf
    if isinstance(leaf, Experience) and cause.days:
        return _work_left(cause, leaf)
    if isinstance(leaf, Training) and cause.days:
        topic = phrases.readable(leaf.topic)
        day = cause.days.last.isoformat()
        return f"your training in {topic} of {day} leaves the {leaf.within_years}-year window"
    if isinstance(leaf, Holds) and cause.certification:
        name = phrases.certification_name(cause.certification, catalog)
        if cause.last_day:
            return f"your {name} lapses, its last day is {cause.last_day.isoformat()}"
        return f"your {name} is one cycle old then, and you told of no renewal"
    if cause.reason == "retirement" and cause.state == "retired":
        return "it retires"
    return UNTIL[cause.reason]


def since(cause: Cause, catalog: Catalog) -> str:
    """Why eligibility starts."""
    leaf = cause.leaf
    if isinstance(leaf, Experience):
        titles = dict.fromkeys(f"“{period.title}”" for period in cause.work if period.title)
        going = f", with {phrases.several(titles)} going on" if titles else ""
        return f"your work comes to {phrases.requirement(leaf, catalog)}{going}"
    if isinstance(leaf, Holds) and cause.certification:
        return f"by then you hold {phrases.certification_name(cause.certification, catalog)}"
    return FROM[cause.reason]


def matter(check: Check, catalog: Catalog) -> list[tuple[date, str]]:
    """Every date that matters with its sentence, ascending; empty if no change is known."""
    told: list[tuple[date, str]] = []
    if check.from_cause:
        cause = check.from_cause
        told.append((cause.on, f"You may sit it from this day on: {since(cause, catalog)}."))
    if check.until_cause:
        cause = check.until_cause
        told.append((cause.on, f"No longer from this day on: {until(cause, catalog)}."))
    said = {
        cause.on
        for cause in (check.from_cause, check.until_cause)
        if cause and cause.reason in ("rule", "opening", "retirement")
    }
    told += [(one.on, _coming(one)) for one in check.coming if one.on not in said]
    return sorted(told)


def _coming(one: Coming) -> str:
    if one.event == "rule" and one.outcome is not None:
        return f"Another rule takes effect: {_OUTCOMES[one.outcome]}."
    return f"{STATES.get(one.state or '', 'Its status changes')}."


def _work_left(cause: Cause, leaf: Experience) -> str:
    assert cause.days  # noqa: S101  the caller checked it
    gone = month(cause.days.first)
    years = leaf.within_years
    window = f"the {years}-year window" if not leaf.extendable_to_years else "the window"
    if not cause.work:
        return f"the oldest of your months without dates ({gone}) leaves {window}"
    titles = dict.fromkeys(f"“{period.title}”" for period in cause.work if period.title)
    named = f" ({phrases.several(titles)})" if titles else ""
    return f"your work of {gone}{named} leaves {window}"
