"""The sentences of a team report: key figures, what to do first, and how it is calculated."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.team.coverage import Cover, Way
from certadvisor.team.summary import Month
from certadvisor.team.totals import AMONG, MONTHS, SOON
from certadvisor.views.reports import TeamReport
from certadvisor.views.words import phrases, team_terms

TITLE = "Team report"


class Figure(NamedTuple):
    """A key figure: its name, its value, and a line about it."""

    name: str
    value: str
    about: str


def lead(report: TeamReport) -> str:
    """The source, the number of people and the as-of day."""
    people = team_terms.people_of(report.summary.totals.people)
    return f"{report.source}: {people}, as of {report.frame.as_of.isoformat()}."


def figures(report: TeamReport) -> tuple[Figure, ...]:
    """The key figures at the top of the report."""
    summary = report.summary
    every, totals = summary.all, summary.totals
    rejected = f"{phrases.number(report.rejected)} {_rows(report.rejected)} rejected"
    return (
        Figure("People", phrases.number(totals.people), rejected),
        Figure(
            "Coverage",
            team_terms.percent(every.share),
            f"{team_terms.covered(every)} hold what is preferred",
        ),
        Figure(
            "Gaps",
            phrases.number(every.gaps),
            f"{team_terms.counted(every.ways[Way.NOW])} can close now",
        ),
        Figure("Lapsing soon", phrases.number(totals.soon), _soon(totals.soon)),
        Figure("Cost of the gaps", team_terms.total(every.price), team_terms.priced(every.price)),
    )


def _soon(count: int) -> str:
    verb = "person loses" if count == 1 else "people lose"
    return f"{verb} a certificate within {SOON} days"


def in_short(report: TeamReport) -> list[str]:
    """What to do first; empty if there is nothing to do."""
    summary = report.summary
    every, totals, now = summary.all, summary.totals, summary.all.ways[Way.NOW]
    untold = every.covers[Cover.UNKNOWN]
    price = team_terms.cost(summary.now)
    roleless = totals.no_role + totals.no_title
    told = (
        (
            now,
            f"{team_terms.people_of(now)} may sit today what closes their gap: {price}.",
        ),
        (totals.soon, f"{_lose(totals.soon)} within {SOON} days. Renew before buying new ones."),
        (
            untold,
            (
                f"Of {team_terms.people_of(untold)} nobody told what they hold, or until when. "
                "Ask them."
            ),
        ),
        (roleless, f"{_roleless(roleless)}: a mapping can tell what the titles stand for."),
    )
    return [sentence for count, sentence in told if count]


def _lose(count: int) -> str:
    return f"{team_terms.people_of(count)} {'loses' if count == 1 else 'lose'} a certificate"


def _roleless(count: int) -> str:
    have = "has" if count == 1 else "have"
    return f"{team_terms.people_of(count)} {have} no title that leads to a role"


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
    """How the figures are calculated."""
    told = list(_RECKONED)
    rates = report.frame.catalog.tables.rates_on
    if report.summary.all.price.converted and rates:
        told.append(f"Currencies are added up by the catalogue's rates of {rates.isoformat()}.")
    if report.summary.totals.undated:
        count = team_terms.certificates(report.summary.totals.undated)
        told.append(f"Nobody told until when {count} last: taken as active, and in no month.")
    told.append("Roles follow from titles. People are named by their ids alone.")
    return told


def gaps_said(report: TeamReport) -> str:
    """How many people have a gap, and when it can be closed; empty without gaps."""
    every = report.summary.all
    if not every.gaps:
        return ""
    helped = f", {phrases.number(every.helped)} of them something helpful" if every.helped else ""
    near = phrases.several(
        f"{phrases.number(every.ways[way])} {name.lower()}"
        for way, name in team_terms.SHORT.items()
        if every.ways[way]
    )
    when = f"They may sit one: {near}."
    verb = "holds" if every.gaps == 1 else "hold"
    return f"{team_terms.people_of(every.gaps)} {verb} none of what is preferred{helped}. {when}"


def cost_said(report: TeamReport) -> str:
    """The cost of all gaps, and of those that can be closed now; empty without gaps."""
    every, now = report.summary.all.price, report.summary.now
    if not every.people + every.unpriced:
        return ""
    told = (
        f"All gaps: {team_terms.total(every)}{team_terms.apart(every)}, {team_terms.priced(every)}."
    )
    if not now.sums:
        return told
    sums = f"{team_terms.total(now)}{team_terms.apart(now)}, {team_terms.priced(now)}"
    return f"{told} Those that can be closed now: {sums}."


def lapses_said(report: TeamReport) -> str:
    """How many certificates lapse in the months shown, and which have lapsed already."""
    summary = report.summary
    coming = sum(month.certificates for month in summary.months)
    verb = "lapses" if coming == 1 else "lapse"
    told = f"{team_terms.certificates(coming)} {verb} in the next {MONTHS} months."
    gone = sum(count for _, count in summary.lapsed)
    if gone:
        told += f" Lapsed already: {team_terms.listed(summary.lapsed, report.frame.catalog)}."
    return told


def lapses_told(months: Iterable[Month]) -> str:
    """The months in which certificates lapse, with their counts."""
    told = (
        f"{team_terms.month_name(month)} {month.first.year} {phrases.number(month.certificates)}"
        for month in months
        if month.certificates
    )
    return ", ".join(told) or "none"


def recommended_said(report: TeamReport) -> str:
    """What the recommendation counts mean, and how many people have no recommendation."""
    if not report.summary.totals.people:
        return ""
    told = f"What to take next, for each of them: ranked first, or within the first {AMONG}."
    none = report.summary.totals.unadvised
    return (
        f"{told} For {team_terms.people_of(none)} there is nothing to recommend." if none else told
    )


def ready_title(report: TeamReport) -> str:
    """The title of the list of people who can close their gap now."""
    count = report.summary.all.ways[Way.NOW]
    return f"Who may sit it now{_first_of(len(report.summary.ready), count)}"


def next_title(report: TeamReport) -> str:
    """The title of the list of upcoming lapses."""
    count = sum(month.certificates for month in report.summary.months)
    return f"What lapses next{_first_of(len(report.summary.next_lapses), count)}"


def _first_of(shown: int, count: int) -> str:
    if shown == count:
        return f" ({phrases.number(count)})"
    return f" (the first {phrases.number(shown)} of {phrases.number(count)})"


def _rows(count: int) -> str:
    return "row" if count == 1 else "rows"


def spared(report: TeamReport) -> str:
    """The roles in which people need no certification, with their number; empty if none."""
    told = [
        f"{team_terms.role_of(one, report.frame)} {phrases.number(one.covers[Cover.NONE_ASKED])}"
        for one in report.summary.roles
        if one.covers[Cover.NONE_ASKED]
    ]
    return f"None is asked of: {', '.join(told)}." if told else ""
