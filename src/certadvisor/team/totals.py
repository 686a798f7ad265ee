"""A team's totals: counted person by person, and merged over any split of the people.

Their size is bounded by the catalogue: counts, amounts in cents, and the first few entries of each
list of people. So memory does not grow with the number of people, and the result does not depend
on how they are split between processes.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from heapq import nsmallest
from typing import Any, NamedTuple

from certadvisor.advice.renewals.renewal_outlook import credential_that_holds, status_of
from certadvisor.base.months import month_number
from certadvisor.catalog.ladders import ladders_of
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.credential_status import WARNING_DAYS, CredentialState
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome
from certadvisor.team.coverage import (
    Availability,
    CoverageGap,
    CoverageState,
    Holding,
    RoleCoverage,
    judge_coverage,
)
from certadvisor.team.member import MemberResult

MAX_LISTED = 25  # entries of a list of people
MONTHS_AHEAD = 12  # the current month and those after it
SOON_DAYS = max(WARNING_DAYS)  # days
CENTS_PER_UNIT = 100
TOP_RANKS = 5  # ranks


class UpcomingLapse(NamedTuple):
    """A certificate that lapses after its last day; lists are sorted by that day."""

    last_day: date
    line: int
    person: str
    certification: str


class ReadyMember(NamedTuple):
    """A person who can close the gap today; lists are in the order of the table."""

    line: int
    person: str
    role: str
    certification: str


class ListedMember(NamedTuple):
    """A person, by line and id; lists are in the order of the table."""

    line: int
    person: str


class TeamTotals(NamedTuple):
    """Counts of people, or of certificates where noted; never modified.

    `amounts` are sums in cents. Months are counted as in `months.month_number`. Certificates that
    another credential makes pointless are left out of those that lapse or have lapsed.
    """

    people: int = 0
    no_title: int = 0
    no_role: int = 0  # with a title that is not recognised as a role
    coverage: Counter[tuple[str, CoverageState]] = Counter()  # by role
    helpful_holders: Counter[str] = (
        Counter()
    )  # with a gap, holding a helpful certification; by role
    holdings: Counter[tuple[str, bool, str, Holding]] = Counter()  # role, preferred, certification
    gaps: Counter[tuple[str, Availability]] = Counter()  # with a gap, by role and availability
    closing: Counter[tuple[Availability, str]] = Counter()  # with a gap, by what would close it
    # With a gap whose price is known, by role, availability and currency.
    priced: Counter[tuple[str, Availability, str]] = Counter()
    amounts: Counter[tuple[str, Availability, str]] = Counter()  # cents, keys as in `priced`
    lapses: Counter[tuple[int, str]] = Counter()  # certificates by month and certification
    lapsed: Counter[str] = Counter()  # certificates, by certification
    soon: int = 0  # with a certificate that lapses within SOON_DAYS
    undated: int = 0  # active certificates without a known expiry date
    firsts: Counter[tuple[str, str]] = Counter()  # by certification ranked first, and its reach
    among: Counter[str] = Counter()  # by certification within the top ranks
    without_recommendation: int = 0  # without any recommendation
    next_lapses: tuple[UpcomingLapse, ...] = ()
    ready: tuple[ReadyMember, ...] = ()
    ignored: int = 0  # with values that are ignored
    unread: int = 0  # with a certificate that could not be read, or not in full
    unread_members: tuple[ListedMember, ...] = ()


def count_totals(results: Iterable[MemberResult], catalog: Catalog, as_of: date) -> TeamTotals:
    """Add up the results of some people; they are read once."""
    sums = TeamTotals()
    for result in results:
        sums = merge_totals(
            sums, _count_member(result, Evidence(result.person.profile, catalog, as_of))
        )
    return sums


def merge_totals(left: TeamTotals, right: TeamTotals) -> TeamTotals:
    """Add two totals up."""
    pairs: Iterable[tuple[Any, Any]] = zip(left, right, strict=True)  # every field adds up
    sums = TeamTotals(*(mine + theirs for mine, theirs in pairs))
    return sums._replace(
        next_lapses=tuple(nsmallest(MAX_LISTED, sums.next_lapses)),
        ready=tuple(nsmallest(MAX_LISTED, sums.ready)),
        unread_members=tuple(nsmallest(MAX_LISTED, sums.unread_members)),
    )


def _count_member(result: MemberResult, evidence: Evidence) -> TeamTotals:
    person = result.person
    unread = (ListedMember(person.line, person.id),) if person.unread_certificates else ()
    totals = TeamTotals(
        people=1, ignored=int(bool(person.warnings)), unread=len(unread), unread_members=unread
    )
    totals = _count_recommendations(result, totals)
    totals = _count_lapses(result, evidence, totals)
    coverage = judge_coverage(result, evidence)
    if coverage is None:
        return totals._replace(no_title=int(not person.title), no_role=int(bool(person.title)))
    totals = _count_coverage(coverage, totals)
    return totals if coverage.gap is None else _count_gap(coverage.gap, coverage, result, totals)


def _count_recommendations(result: MemberResult, sums: TeamTotals) -> TeamTotals:
    ranked = result.advice.recommendations
    return sums._replace(
        firsts=Counter((one.certification.id, one.reach) for one in ranked[:1]),
        among=Counter(one.certification.id for one in ranked[:TOP_RANKS]),
        without_recommendation=int(not ranked),
    )


def _count_coverage(coverage: RoleCoverage, sums: TeamTotals) -> TeamTotals:
    role = coverage.role
    return sums._replace(
        coverage=Counter([(role, coverage.state)]),
        helpful_holders=Counter([role] if coverage.gap and coverage.holds_helpful else []),
        holdings=Counter(
            (role, preferred, id, holding)
            for preferred, entries in ((True, coverage.preferred), (False, coverage.helpful))
            for id, holding in entries
        ),
    )


def _count_gap(
    gap: CoverageGap, coverage: RoleCoverage, result: MemberResult, sums: TeamTotals
) -> TeamTotals:
    person, role = result.person, coverage.role
    totals = sums._replace(gaps=Counter([(role, gap.availability)]))
    if gap.certification is None:
        return totals
    totals = totals._replace(closing=Counter([(gap.availability, gap.certification)]))
    if gap.availability is Availability.NOW:
        ready = ReadyMember(person.line, person.id, role, gap.certification)
        totals = totals._replace(ready=(ready,))
    if gap.cost is None:
        return totals
    key = role, gap.availability, gap.cost.currency
    cents = round(gap.cost.amount * CENTS_PER_UNIT)
    return totals._replace(priced=Counter([key]), amounts=Counter({key: cents}))


def _count_lapses(result: MemberResult, evidence: Evidence, sums: TeamTotals) -> TeamTotals:
    """Count what lapses or has lapsed, without credentials that the catalogue does not know."""
    person, catalog, as_of = result.person, evidence.catalog, evidence.as_of
    first, until = month_number(as_of), month_number(as_of) + MONTHS_AHEAD
    lapsing: list[UpcomingLapse] = []
    lapsed: list[str] = []
    undated = 0
    for id in dict.fromkeys(one.id for one in person.profile.certifications or ()):
        if id not in catalog.certifications or _is_superseded(id, evidence):
            continue
        credential = credential_that_holds(id, evidence)
        status = status_of(credential, evidence)
        if status.state in (CredentialState.VALID, CredentialState.EXPIRING) and status.last_day:
            lapsing.append(UpcomingLapse(status.last_day, person.line, person.id, id))
        elif status.state is CredentialState.EXPIRED:
            lapsed.append(id)
        elif status.state is CredentialState.UNKNOWN:
            undated += holds.judge_credential(credential, evidence, as_of) is Outcome.MET
    upcoming = [one for one in lapsing if first <= month_number(one.last_day) < until]
    return sums._replace(
        lapses=Counter((month_number(one.last_day), one.certification) for one in upcoming),
        lapsed=Counter(lapsed),
        soon=int(any((one.last_day - as_of).days <= SOON_DAYS for one in upcoming)),
        undated=undated,
        next_lapses=tuple(sorted(upcoming)[:MAX_LISTED]),
    )


def _is_superseded(id: str, evidence: Evidence) -> bool:
    """Whether an active credential makes this one pointless: one that absorbs or replaces it."""
    catalog = evidence.catalog
    absorbers = (one.id for one in ladders_of(catalog).absorbers(id))
    successors = catalog.certifications[id].replaced_by
    return any(
        holds.judge_certification(one, evidence, evidence.as_of) is Outcome.MET
        for one in (*absorbers, *successors)
    )
