"""A team's report in words: its key figures, what to do first, and how it was reckoned."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from certadvisor.catalog.catalog import Catalog, Money
from certadvisor.render import phrases
from certadvisor.render.report import Frame, TeamReport
from certadvisor.team.coverage import Cover, Holding, Way
from certadvisor.team.summary import Month, Price, RoleSums
from certadvisor.team.totals import AMONG, MONTHS, SOON

TITLE = "Team report"
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
    Way.NONE: "none can be earned",
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


class Figure(NamedTuple):
    """A number that stands for itself, and what it is of."""

    name: str
    value: str
    about: str


def lead(report: TeamReport) -> str:
    """Of whom, and on which day."""
    people = people_of(report.summary.totals.people)
    return f"{report.source}: {people}, as of {report.frame.as_of.isoformat()}."


def figures(report: TeamReport) -> tuple[Figure, ...]:
    """What to know before reading on."""
    summary = report.summary
    every, totals = summary.all, summary.totals
    rejected = f"{phrases.number(report.rejected)} {_rows(report.rejected)} rejected"
    return (
        Figure("People", phrases.number(totals.people), rejected),
        Figure("Coverage", percent(every.share), f"{covered(every)} hold what is preferred"),
        Figure("Gaps", phrases.number(every.gaps), f"{counted(every.ways[Way.NOW])} can close now"),
        Figure("Lapsing soon", phrases.number(totals.soon), _soon(totals.soon)),
        Figure("Cost of the gaps", total(every.price), priced(every.price)),
    )


def _soon(count: int) -> str:
    verb = "person loses" if count == 1 else "people lose"
    return f"{verb} a certificate within {SOON} days"


def in_short(report: TeamReport) -> list[str]:
    """What to do first; nothing where nothing is to be done."""
    summary = report.summary
    every, totals, now = summary.all, summary.totals, summary.all.ways[Way.NOW]
    untold = every.covers[Cover.UNKNOWN]
    roleless = totals.no_role + totals.no_title
    told = (
        (now, f"{people_of(now)} may sit today what closes their gap: {cost(summary.now)}."),
        (totals.soon, f"{_lose(totals.soon)} within {SOON} days. Renew before buying new ones."),
        (untold, f"Of {people_of(untold)} nobody told what they hold, or until when. Ask them."),
        (roleless, f"{_roleless(roleless)}: a mapping can tell what the titles stand for."),
    )
    return [sentence for count, sentence in told if count]


def _lose(count: int) -> str:
    return f"{people_of(count)} {'loses' if count == 1 else 'lose'} a certificate"


def _roleless(count: int) -> str:
    return f"{people_of(count)} {'has' if count == 1 else 'have'} no title that leads to a role"


_RECKONED = (
    (
        "Covered: an active certification that employers prefer for the role in the person's "
        "country, or one that leaves no use for it. Entry-level roles and a few more ask for none."
    ),
    (
        "Unknown: nobody told what the person holds, or until when it is valid. Coverage is "
        "reckoned without these people."
    ),
    (
        "A gap is closed by the nearest of the preferred certifications, and of those by the "
        "cheapest: exam and application for a non-member, and a mandatory course at its low end."
    ),
    (
        "Lapses: active certificates by their last day, and where nobody told it by one renewal "
        "cycle. Those for which something held leaves no use are left out."
    ),
)


def reckoned(report: TeamReport) -> list[str]:
    """What the figures mean."""
    told = list(_RECKONED)
    rates = report.frame.catalog.tables.rates_on
    if report.summary.all.price.converted and rates:
        told.append(f"Currencies are added up by the catalogue's rates of {rates.isoformat()}.")
    if report.summary.totals.undated:
        count = certificates(report.summary.totals.undated)
        told.append(f"Nobody told until when {count} last: taken as active, and in no month.")
    told.append("Roles follow from titles. People are named by their ids alone.")
    return told


def counted(count: int) -> str:
    """So many of some people, as the subject of a sentence."""
    return phrases.number(count) if count else "none"


def covered(sums: RoleSums) -> str:
    """How many are covered, of those of whom it is known."""
    return f"{phrases.number(sums.covers[Cover.COVERED])} of {phrases.number(sums.known)}"


def percent(share: float | None) -> str:
    """A share; never all or nothing unless it is.

    >>> percent(0.995), percent(0.001), percent(1.0), percent(None)
    ('99%', '1%', '100%', 'not known')
    """
    if share is None:
        return phrases.NOT_KNOWN
    if 0 < share < 1:
        return f"{min(99, max(1, round(share * 100)))}%"
    return f"{share:.0%}"


def total(price: Price) -> str:
    """The cost as one sum; about where currencies were added up, in full where no rate is known."""
    if price.total is None:
        return " + ".join(whole(one) for one in price.sums) or phrases.NOT_KNOWN
    return f"≈ {whole(price.total)}" if price.converted else whole(price.total)


def whole(amount: Money) -> str:
    """Money without its cents: nobody pays a team's exams to the cent."""
    return phrases.money(Money(round(amount.amount), amount.currency))


def sums(price: Price) -> str:
    """The cost in the currencies of the prices."""
    return " + ".join(whole(one) for one in price.sums) or phrases.NOT_KNOWN


def priced(price: Price) -> str:
    """Of how many people it is the cost, and of how many it is not known."""
    told = f"for {people_of(price.people)}"
    if price.unpriced:
        told += f"; {phrases.number(price.unpriced)} without a known price"
    return told


def cost(price: Price) -> str:
    """The cost in a sentence."""
    if not price.sums:
        return "the price is not known"
    return total(price) + (f" {priced(price)}" if price.unpriced else "")


def people_of(count: int) -> str:
    """So many people."""
    return "1 person" if count == 1 else f"{phrases.number(count)} people"


def certificates(count: int) -> str:
    """So many certificates."""
    return "1 certificate" if count == 1 else f"{phrases.number(count)} certificates"


def gaps_said(report: TeamReport) -> str:
    """How many hold nothing of what is preferred, and how near they are; empty without gaps."""
    every = report.summary.all
    if not every.gaps:
        return ""
    helped = f", {phrases.number(every.helped)} of them something helpful" if every.helped else ""
    near = phrases.several(
        f"{phrases.number(every.ways[way])} {name.lower()}"
        for way, name in SHORT.items()
        if every.ways[way]
    )
    when = f"They may sit one: {near}."
    verb = "holds" if every.gaps == 1 else "hold"
    return f"{people_of(every.gaps)} {verb} none of what is preferred{helped}. {when}"


def cost_said(report: TeamReport) -> str:
    """The cost of all gaps, and of those that may be closed now."""
    every, now = report.summary.all.price, report.summary.now
    if not every.people + every.unpriced:
        return ""
    told = f"All gaps: {total(every)}{_apart(every)}, {priced(every)}."
    if not now.sums:
        return told
    return f"{told} Those that can be closed now: {total(now)}{_apart(now)}, {priced(now)}."


def _apart(price: Price) -> str:
    """The sums behind one that rests on rates."""
    return f" ({sums(price)})" if price.converted else ""


def lapses_said(report: TeamReport) -> str:
    """How many certificates lapse in the months shown, and how many have."""
    summary = report.summary
    coming = sum(month.certificates for month in summary.months)
    told = f"{certificates(coming)} lapse{'s' if coming == 1 else ''} in the next {MONTHS} months."
    gone = sum(count for _, count in summary.lapsed)
    if gone:
        told += f" Lapsed already: {listed(summary.lapsed, report.frame.catalog)}."
    return told


def lapses_told(months: Iterable[Month]) -> str:
    """The months in which something lapses, with their counts."""
    told = (
        f"{month_name(month)} {month.first.year} {phrases.number(month.certificates)}"
        for month in months
        if month.certificates
    )
    return ", ".join(told) or "none"


def month_name(month: Month) -> str:
    """The month in three letters, whatever the language of the machine."""
    return _MONTHS[month.first.month - 1]


def recommended_said(report: TeamReport) -> str:
    """What the counts of recommendations are of, and for how many people there are none."""
    if not report.summary.totals.people:
        return ""
    told = f"What to take next, for each of them: ranked first, or within the first {AMONG}."
    none = report.summary.totals.unadvised
    return f"{told} For {people_of(none)} there is nothing to recommend." if none else told


def ready_title(report: TeamReport) -> str:
    """Above the list of those who may close their gap now."""
    count = report.summary.all.ways[Way.NOW]
    return f"Who may sit it now{_first_of(len(report.summary.ready), count)}"


def next_title(report: TeamReport) -> str:
    """Above the list of what lapses next."""
    count = sum(month.certificates for month in report.summary.months)
    return f"What lapses next{_first_of(len(report.summary.next_lapses), count)}"


def _first_of(shown: int, count: int) -> str:
    if shown == count:
        return f" ({phrases.number(count)})"
    return f" (the first {phrases.number(shown)} of {phrases.number(count)})"


def _rows(count: int) -> str:
    return "row" if count == 1 else "rows"


def listed(counts: Iterable[tuple[str, int]], catalog: Catalog) -> str:
    """Certifications with their counts, by abbreviation."""
    return ", ".join(
        f"{phrases.certification_name(id, catalog)} {phrases.number(count)}" for id, count in counts
    )


def role_of(sums: RoleSums, frame: Frame) -> str:
    """A role by its title, or all of them."""
    return "All roles" if sums.role is None else role(sums.role, frame)


def role(id: str, frame: Frame) -> str:
    """A role by its title."""
    return phrases.role_title(id, frame.catalog)


def asking(roles: Sequence[RoleSums]) -> list[RoleSums]:
    """The roles that ask something of somebody in them."""
    return [one for one in roles if one.asked]


def spared(report: TeamReport) -> str:
    """The roles in which somebody is asked for none, with so many people; empty without any."""
    told = [
        f"{role_of(one, report.frame)} {phrases.number(one.covers[Cover.NONE_ASKED])}"
        for one in report.summary.roles
        if one.covers[Cover.NONE_ASKED]
    ]
    return f"None is asked of: {', '.join(told)}." if told else ""
