"""The terms of a team report: names of states, and text for counts, shares, prices and months."""

from collections.abc import Iterable

from certadvisor.catalog.records import Catalog, Money
from certadvisor.team.coverage import Availability, CoverageState, Holding
from certadvisor.team.summary import GapCost, LapseMonth, RoleSummary
from certadvisor.team.totals import TOP_RANKS
from certadvisor.views.reports import AnswerContext
from certadvisor.views.words import phrases

COVERS = {
    CoverageState.COVERED: "covered",
    CoverageState.LAPSED: "lapsed",
    CoverageState.WITHOUT: "never held",
    CoverageState.UNKNOWN: "unknown",
    CoverageState.NONE_REQUIRED: "none required",
}

GAP_LABELS = {
    Availability.NOW: "Now",
    Availability.ASK: "After an answer",
    Availability.LATER: "Later",
    Availability.NONE: "Never",
}

GAP_PHRASES = {
    Availability.NOW: "can take the exam now",
    Availability.ASK: "an answer is needed first",
    Availability.LATER: "something is missing",
}

HOLDINGS = {
    Holding.ACTIVE: "active",
    Holding.LAPSED: "lapsed",
    Holding.NONE: "never held",
    Holding.UNKNOWN: "unknown",
}

FIRST_NOW = "first, can take the exam now"

FIRST_LATER = "first, not yet"

AMONG_FIRST = f"within the first {TOP_RANKS}"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def count_or_none(count: int) -> str:
    """A count as the subject of a sentence: "none" for zero."""
    return phrases.number(count) if count else "none"


def covered_of_known(sums: RoleSummary) -> str:
    """How many people are covered, out of those whose coverage is known."""
    return f"{phrases.number(sums.states[CoverageState.COVERED])} of {phrases.number(sums.known)}"


def percent(share: float | None) -> str:
    """A share as a percentage. It rounds to 0% or 100% only if it is exactly that.

    >>> percent(0.995), percent(0.001), percent(1.0), percent(None)
    ('99%', '1%', '100%', 'not known')
    """
    if share is None:
        return phrases.NOT_KNOWN
    if 0 < share < 1:  # clamped, so that one gap among 1,000 people does not read 100%
        return f"{min(99, max(1, round(share * 100)))}%"
    return f"{share:.0%}"


def total(price: GapCost) -> str:
    """The cost as one sum: marked ≈ if converted, one sum per currency if a rate is missing."""
    if price.total is None:
        return " + ".join(whole_money(one) for one in price.sums) or phrases.NOT_KNOWN
    return f"≈ {whole_money(price.total)}" if price.converted else whole_money(price.total)


def whole_money(amount: Money) -> str:
    """Money rounded to whole units. Sums over a team are not exact to the cent."""
    return phrases.money(Money(round(amount.amount), amount.currency))


def sums(price: GapCost) -> str:
    """The cost by currency, as the prices are given."""
    return " + ".join(whole_money(one) for one in price.sums) or phrases.NOT_KNOWN


def people_priced(price: GapCost) -> str:
    """How many people the cost covers, and how many have no known price."""
    text = f"for {people_count(price.people)}"
    if price.unpriced:
        text += f"; {phrases.number(price.unpriced)} without a known price"
    return text


def cost(price: GapCost) -> str:
    """The cost as part of a sentence."""
    if not price.sums:
        return "the price is not known"
    return total(price) + (f" {people_priced(price)}" if price.unpriced else "")


def people_count(count: int) -> str:
    """A number of people."""
    return "1 person" if count == 1 else f"{phrases.number(count)} people"


def certificate_count(count: int) -> str:
    """A number of certificates."""
    return "1 certificate" if count == 1 else f"{phrases.number(count)} certificates"


def currency_breakdown(price: GapCost) -> str:
    """The sums by currency behind a converted total, in brackets; empty if not converted."""
    return f" ({sums(price)})" if price.converted else ""


def month_name(month: LapseMonth) -> str:
    """The English three-letter name of the month, whatever the locale."""
    return _MONTHS[month.first.month - 1]


def counts_by_name(counts: Iterable[tuple[str, int]], catalog: Catalog) -> str:
    """Abbreviations of certifications, each with its count."""
    return ", ".join(
        f"{phrases.certification_name(id, catalog)} {phrases.number(count)}" for id, count in counts
    )


def role_or_all(sums: RoleSummary, context: AnswerContext) -> str:
    """The title of a role, or "All roles"."""
    return "All roles" if sums.role is None else role_name(sums.role, context)


def role_name(id: str, context: AnswerContext) -> str:
    """The title of a role."""
    return phrases.role_title(id, context.catalog)
