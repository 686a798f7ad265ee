"""The sentences of a team report: key figures, what to do first, and how it is calculated."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.team.coverage import Availability, CoverageState
from certadvisor.team.summary import GapCost, LapseMonth
from certadvisor.team.totals import MONTHS_AHEAD, SOON_DAYS, TOP_RANKS
from certadvisor.views.reports import TeamReport
from certadvisor.views.words import phrases, team_terms
from certadvisor.views.words.ignored import ignored_text

TITLE = "Team report"


class KeyFigure(NamedTuple):
    """A key figure: its name, its value, and a line about it."""

    name: str
    value: str
    about: str


def lead(report: TeamReport) -> str:
    """The source, the number of people and the as-of day."""
    people = team_terms.people_count(report.summary.totals.people)
    return f"{report.source}: {people}, as of {report.context.as_of.isoformat()}."


def figures(report: TeamReport) -> tuple[KeyFigure, ...]:
    """The key figures at the top of the report."""
    summary = report.summary
    all_roles, totals = summary.overall, summary.totals
    rejected = f"{phrases.number(report.rejected)} {_rows(report.rejected)} rejected"
    return (
        KeyFigure("People", phrases.number(totals.people), rejected),
        KeyFigure(
            "Coverage",
            team_terms.percent(all_roles.share),
            f"{team_terms.covered_of_known(all_roles)} hold what is preferred",
        ),
        KeyFigure(
            "Gaps",
            phrases.number(all_roles.gaps),
            f"{team_terms.count_or_none(all_roles.availability[Availability.NOW])} can close now",
        ),
        KeyFigure("Lapsing soon", phrases.number(totals.soon), _soon(totals.soon)),
        KeyFigure(
            "Cost of the gaps",
            team_terms.total(all_roles.gap_cost),
            team_terms.people_priced(all_roles.gap_cost),
        ),
    )


def _soon(count: int) -> str:
    verb = "person loses" if count == 1 else "people lose"
    return f"{verb} a certificate within {SOON_DAYS} days"


def in_short(report: TeamReport) -> list[str]:
    """What to do first; empty if there is nothing to do."""
    summary = report.summary
    all_roles, totals, now = (
        summary.overall,
        summary.totals,
        summary.overall.availability[Availability.NOW],
    )
    unknown = all_roles.states[CoverageState.UNKNOWN]
    price = team_terms.cost(summary.cost_now)
    without_role = totals.no_role + totals.no_title
    counted_sentences = (
        (
            now,
            f"{team_terms.people_count(now)} can close their gap today: {price}.",
        ),
        (
            totals.soon,
            f"{_people_losing(totals.soon)} within {SOON_DAYS} days. Renew before buying new ones.",
        ),
        (
            unknown,
            (
                f"What {team_terms.people_count(unknown)} {_verb(unknown)}, or until when, is not "
                "known. Ask them."
            ),
        ),
        (
            without_role,
            f"{_people_without_role(without_role)}: a mapping can say what the titles mean.",
        ),
    )
    return [
        *(sentence for count, sentence in counted_sentences if count),
        *_not_counted(report),
    ]


_NAMED_HERE = 5  # people of a sentence


def _not_counted(report: TeamReport) -> list[str]:
    """Whose certificates could not be read, and what is ignored most often."""
    totals, ignored = report.summary.totals, report.notes.ignored
    sentences = []
    if totals.unread:
        ids = [member.person for member in totals.unread_members[:_NAMED_HERE]]
        more = totals.unread - len(ids)
        names = ", ".join(ids) + (f" and {phrases.number(more)} more" if more else "")
        sentences.append(
            f"{team_terms.people_count(totals.unread)} {_have(totals.unread)} certificates that "
            f"could not be read in full ({names}): coverage and lapses may lack them."
        )
    if totals.ignored:
        word = "Most often" if ignored and ignored[0].times > 1 else "For example"
        most = f" {word}: {ignored_text(ignored[0])}." if ignored else ""
        sentences.append(
            f"{team_terms.people_count(totals.ignored)} {_have(totals.ignored)} values that are "
            f"ignored.{most}"
        )
    return sentences


def _have(count: int) -> str:
    return "has" if count == 1 else "have"


def _verb(count: int) -> str:
    return "holds" if count == 1 else "hold"


def _people_losing(count: int) -> str:
    return f"{team_terms.people_count(count)} {'loses' if count == 1 else 'lose'} a certificate"


def _people_without_role(count: int) -> str:
    return f"{team_terms.people_count(count)} {_have(count)} no title that leads to a role"


_CALCULATION_NOTES = (
    (
        "Covered: an active certification preferred for the role in the person's country, by "
        "employers or in our judgement (`certadvisor show ROLE` has the basis of each), or one "
        "that supersedes it. Entry-level roles and a few more require none."
    ),
    (
        "Unknown: what the person holds, or until when it is valid, is not known. Coverage is "
        "calculated without these people."
    ),
    (
        "A gap is closed by the nearest of the preferred certifications, and of those by the "
        "cheapest: exam and application for a non-member, and a mandatory course at its low end."
    ),
    (
        "Lapses: active certificates by their last day or, where it is not given, by one renewal "
        "cycle. Those superseded by something the person holds are left out."
    ),
)


def calculation_notes(report: TeamReport) -> list[str]:
    """How the figures are calculated."""
    notes = list(_CALCULATION_NOTES)
    rates = report.context.catalog.tables.rates_on
    if report.summary.overall.gap_cost.converted and rates:
        notes.append(f"Currencies are added up by the catalogue's rates of {rates.isoformat()}.")
    if report.summary.totals.undated:
        count = team_terms.certificate_count(report.summary.totals.undated)
        notes.append(
            f"{count} without a known last day: assumed to be active, and listed in no month."
        )
    notes.append("Roles follow from titles. People are named by their ids alone.")
    return notes


def gaps_sentence(report: TeamReport) -> str:
    """How many people have a gap, and when it can be closed; empty without gaps."""
    all_roles = report.summary.overall
    if not all_roles.gaps:
        return ""
    helpful_text = (
        f", {phrases.number(all_roles.helpful_holders)} of them something helpful"
        if all_roles.helpful_holders
        else ""
    )
    readiness = phrases.join_names(
        f"{phrases.number(all_roles.availability[timing])} {name.lower()}"
        for timing, name in team_terms.GAP_LABELS.items()
        if all_roles.availability[timing]
    )
    ready_text = f"When they can close it: {readiness}."
    people = team_terms.people_count(all_roles.gaps)
    return f"{people} {_verb(all_roles.gaps)} none of what is preferred{helpful_text}. {ready_text}"


def cost_sentence(report: TeamReport) -> str:
    """The cost of all gaps, and of those that can be closed now; empty without gaps."""
    all_gaps, now = report.summary.overall.gap_cost, report.summary.cost_now
    if not all_gaps.people + all_gaps.unpriced:
        return ""
    text = f"All gaps: {_price_text(all_gaps)}."
    if not now.sums:
        return text
    return f"{text} Those that can be closed now: {_price_text(now)}."


def _price_text(price: GapCost) -> str:
    breakdown = team_terms.currency_breakdown(price)
    return f"{team_terms.total(price)}{breakdown}, {team_terms.people_priced(price)}"


def lapses_sentence(report: TeamReport) -> str:
    """How many certificates lapse in the months shown, and which have lapsed already."""
    summary = report.summary
    upcoming = sum(month.certificates for month in summary.months)
    verb = "lapses" if upcoming == 1 else "lapse"
    text = f"{team_terms.certificate_count(upcoming)} {verb} in the next {MONTHS_AHEAD} months."
    lapsed = sum(count for _, count in summary.lapsed)
    if lapsed:
        text += (
            f" Lapsed already: {team_terms.counts_by_name(summary.lapsed, report.context.catalog)}."
        )
    return text


def lapse_months(months: Iterable[LapseMonth]) -> str:
    """The months in which certificates lapse, with their counts."""
    entries = (
        f"{team_terms.month_name(month)} {month.first.year} {phrases.number(month.certificates)}"
        for month in months
        if month.certificates
    )
    return ", ".join(entries) or "none"


def recommendations_sentence(report: TeamReport) -> str:
    """What the recommendation counts mean, and how many people have no recommendation."""
    if not report.summary.totals.people:
        return ""
    text = f"What to take next, for each of them: ranked first, or within the first {TOP_RANKS}."
    without = report.summary.totals.without_recommendation
    return (
        f"{text} For {team_terms.people_count(without)} there is nothing to recommend."
        if without
        else text
    )


def ready_title(report: TeamReport) -> str:
    """The title of the list of people who can close their gap now."""
    count = report.summary.overall.availability[Availability.NOW]
    return f"Who can take the exam now{_list_size(len(report.summary.ready), count)}"


def next_title(report: TeamReport) -> str:
    """The title of the list of upcoming lapses."""
    count = sum(month.certificates for month in report.summary.months)
    return f"What lapses next{_list_size(len(report.summary.next_lapses), count)}"


def _list_size(listed_count: int, count: int) -> str:
    if listed_count == count:
        return f" ({phrases.number(count)})"
    return f" (the first {phrases.number(listed_count)} of {phrases.number(count)})"


def _rows(count: int) -> str:
    return "row" if count == 1 else "rows"


def exempt_roles_sentence(report: TeamReport) -> str:
    """The roles in which people need no certification, with their number; empty if none."""
    roles = [
        f"{team_terms.role_or_all(sums, report.context)} "
        f"{phrases.number(sums.states[CoverageState.NONE_REQUIRED])}"
        for sums in report.summary.roles
        if sums.states[CoverageState.NONE_REQUIRED]
    ]
    return f"No certification required: {', '.join(roles)}." if roles else ""
