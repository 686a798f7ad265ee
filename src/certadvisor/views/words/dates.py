"""Dates that matter, in words: when eligibility starts and ends, why, and announced changes."""

from datetime import date

from certadvisor.catalog.records import Catalog
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Cause, CauseReason, ChangeEvent, Check, UpcomingChange
from certadvisor.views.words import leaves, names_and_amounts

END_REASONS = {  # used if the evidence that causes the end cannot be named
    CauseReason.WINDOW: "work or training drops out of the look-back window",
    CauseReason.LAPSE: "a certification that the rule requires expires",
    CauseReason.RULE: "another rule takes effect",
    CauseReason.RETIREMENT: "it can no longer be earned",
}
START_REASONS = {
    CauseReason.EXPERIENCE: "by then you have the work that is required",
    CauseReason.TRAINING: "by then your training is completed",
    CauseReason.DEGREE: "by then your degree is awarded",
    CauseReason.HOLDS: "by then you hold what is required",
    CauseReason.RULE: "another rule takes effect",
    CauseReason.OPENING: "it can be earned from then on",
}
STATUS_CHANGES = {
    "announced": "It is announced again and cannot be earned",
    "active": "It can be earned from then on",
    "retiring": "It is being retired, and can still be earned",
    "retired": "It retires",
    "unclear": "Whether it can be earned from then on is unclear",
}
_OUTCOMES = {
    Outcome.MET: "under it you would qualify",
    Outcome.UNMET: "under it you would not qualify",
    Outcome.UNKNOWN: "whether you qualify then depends on something you have not given",
}


month = names_and_amounts.month


def until(cause: Cause, catalog: Catalog) -> str:
    """Why eligibility ends."""
    if cause.leaf and (lost := leaves.loss_text(cause.leaf, cause, catalog)):
        return lost
    if cause.reason is CauseReason.RETIREMENT and cause.state == "retired":
        return "it retires"
    return END_REASONS[cause.reason]


def since(cause: Cause, catalog: Catalog) -> str:
    """Why eligibility starts."""
    if cause.leaf and (gained := leaves.gain_text(cause.leaf, cause, catalog)):
        return gained
    return START_REASONS[cause.reason]


def dates_that_matter(check: Check, catalog: Catalog) -> list[tuple[date, str]]:
    """Every date that matters with its sentence, ascending; empty if no change is known."""
    sentences: list[tuple[date, str]] = []
    if check.from_cause:
        cause = check.from_cause
        sentences.append((cause.on, f"You qualify from this date: {since(cause, catalog)}."))
    if check.until_cause:
        cause = check.until_cause
        sentences.append((cause.on, f"You stop qualifying on this date: {until(cause, catalog)}."))
    shown_dates = {
        cause.on
        for cause in (check.from_cause, check.until_cause)
        if cause and cause.reason in (CauseReason.RULE, CauseReason.OPENING, CauseReason.RETIREMENT)
    }
    sentences += [
        (change.on, _upcoming_text(change))
        for change in check.upcoming
        if change.on not in shown_dates
    ]
    return sorted(sentences)


def _upcoming_text(change: UpcomingChange) -> str:
    if change.event is ChangeEvent.RULE and change.outcome is not None:
        return f"A new rule takes effect: {_OUTCOMES[change.outcome]}."
    return f"{STATUS_CHANGES.get(change.state or '', 'Its status changes')}."
