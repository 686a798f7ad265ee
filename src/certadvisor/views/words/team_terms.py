"""The terms of a team report: names of states, and text for counts, shares, prices and months."""

from collections.abc import Iterable

from certadvisor.catalog.records import Catalog, Money
from certadvisor.team.coverage import Cover, Holding, Way
from certadvisor.team.summary import Month, Price, RoleSums
from certadvisor.team.totals import AMONG
from certadvisor.views.reports import Frame
from certadvisor.views.words import phrases

COVERS = {
    Cover.COVERED: "covered",
    Cover.LAPSED: "lapsed",
    Cover.WITHOUT: "never held",
    Cover.UNKNOWN: "unknown",
    Cover.NONE_ASKED: "none asked",
}

SHORT = {
    Way.NOW: "Now",
    Way.ASK: "After an answer",
    Way.LATER: "Later",
    Way.NONE: "Never",
}

WAYS = {
    Way.NOW: "may sit it now",
    Way.ASK: "an answer is needed first",
    Way.LATER: "something is missing",
}

HOLDINGS = {
    Holding.ACTIVE: "active",
    Holding.LAPSED: "lapsed",
    Holding.NONE: "never held",
    Holding.UNKNOWN: "unknown",
}

FIRST_NOW = "first, may sit it now"

FIRST_LATER = "first, not yet"

AMONG_FIVE = f"within the first {AMONG}"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def counted(count: int) -> str:
    """A count as the subject of a sentence: "none" for zero."""
    return phrases.number(count) if count else "none"


def covered(sums: RoleSums) -> str:
    """How many people are covered, out of those whose coverage is known."""
    return f"{phrases.number(sums.covers[Cover.COVERED])} of {phrases.number(sums.known)}"


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


def total(price: Price) -> str:
    """The cost as one sum: marked ≈ if converted, one sum per currency if a rate is missing."""
    if price.total is None:
        return " + ".join(whole(one) for one in price.sums) or phrases.NOT_KNOWN
    return f"≈ {whole(price.total)}" if price.converted else whole(price.total)


def whole(amount: Money) -> str:
    """Money rounded to whole units. Sums over a team are not exact to the cent."""
    return phrases.money(Money(round(amount.amount), amount.currency))


def sums(price: Price) -> str:
    """The cost by currency, as the prices are given."""
    return " + ".join(whole(one) for one in price.sums) or phrases.NOT_KNOWN


def priced(price: Price) -> str:
    """How many people the cost covers, and how many have no known price."""
    told = f"for {people_of(price.people)}"
    if price.unpriced:
        told += f"; {phrases.number(price.unpriced)} without a known price"
    return told


def cost(price: Price) -> str:
    """The cost as part of a sentence."""
    if not price.sums:
        return "the price is not known"
    return total(price) + (f" {priced(price)}" if price.unpriced else "")


def people_of(count: int) -> str:
    """A number of people."""
    return "1 person" if count == 1 else f"{phrases.number(count)} people"


def certificates(count: int) -> str:
    """A number of certificates."""
    return "1 certificate" if count == 1 else f"{phrases.number(count)} certificates"


def apart(price: Price) -> str:
    """The sums by currency behind a converted total, in brackets; empty if not converted."""
    return f" ({sums(price)})" if price.converted else ""


def month_name(month: Month) -> str:
    """The English three-letter name of the month, whatever the locale."""
    return _MONTHS[month.first.month - 1]


def listed(counts: Iterable[tuple[str, int]], catalog: Catalog) -> str:
    """Abbreviations of certifications, each with its count."""
    return ", ".join(
        f"{phrases.certification_name(id, catalog)} {phrases.number(count)}" for id, count in counts
    )


def role_of(sums: RoleSums, frame: Frame) -> str:
    """The title of a role, or "All roles"."""
    return "All roles" if sums.role is None else role(sums.role, frame)


def role(id: str, frame: Frame) -> str:
    """The title of a role."""
    return phrases.role_title(id, frame.catalog)
