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

from certadvisor.advice.renewals.credential_status import WARNINGS, State
from certadvisor.advice.renewals.renewal import latest, standing_of
from certadvisor.base.months import month_number
from certadvisor.catalog.records import Catalog
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome
from certadvisor.team.coverage import Cover, Coverage, Gap, Holding, Way, coverage_of
from certadvisor.team.member import Standing

LISTED = 25  # entries of a list of people
MONTHS = 12  # the current month and those after it
SOON = max(WARNINGS)  # days
HUNDREDTHS = 100
AMONG = 5  # ranks


class Lapse(NamedTuple):
    """A certificate that lapses after its last day; lists are sorted by that day."""

    last_day: date
    line: int
    person: str
    certification: str


class Ready(NamedTuple):
    """A person who can close the gap today; lists are in the order of the table."""

    line: int
    person: str
    role: str
    certification: str


class Totals(NamedTuple):
    """Counts of people, or of certificates where noted; never modified.

    `amounts` are sums in cents. Months are counted as in `months.month_number`. Certificates that
    another credential makes pointless are left out of those that lapse or have lapsed.
    """

    people: int = 0
    no_title: int = 0
    no_role: int = 0  # with a title that is not recognised as a role
    covers: Counter[tuple[str, Cover]] = Counter()  # by role
    helped: Counter[str] = Counter()  # with a gap, holding a helpful certification; by role
    holdings: Counter[tuple[str, bool, str, Holding]] = Counter()  # role, preferred, certification
    ways: Counter[tuple[str, Way]] = Counter()  # with a gap, by role and availability
    closing: Counter[tuple[Way, str]] = Counter()  # with a gap, by what would close it
    # With a gap whose price is known, by role, availability and currency.
    priced: Counter[tuple[str, Way, str]] = Counter()
    amounts: Counter[tuple[str, Way, str]] = Counter()  # cents, keys as in `priced`
    lapses: Counter[tuple[int, str]] = Counter()  # certificates by month and certification
    lapsed: Counter[str] = Counter()  # certificates, by certification
    soon: int = 0  # with a certificate that lapses within SOON_DAYS
    undated: int = 0  # active certificates without a known expiry date
    firsts: Counter[tuple[str, str]] = Counter()  # by certification ranked first, and its reach
    among: Counter[str] = Counter()  # by certification within the top ranks
    unadvised: int = 0  # without any recommendation
    next_lapses: tuple[Lapse, ...] = ()
    ready: tuple[Ready, ...] = ()


def totals_of(standings: Iterable[Standing], catalog: Catalog, as_of: date) -> Totals:
    """Add up the results of some people; they are read once."""
    sums = Totals()
    for standing in standings:
        sums = merged(sums, _one(standing, Evidence(standing.person.profile, catalog, as_of)))
    return sums


def merged(one: Totals, other: Totals) -> Totals:
    """Add two totals up."""
    pairs: Iterable[tuple[Any, Any]] = zip(one, other, strict=True)  # every field adds up
    sums = Totals(*(mine + theirs for mine, theirs in pairs))
    return sums._replace(
        next_lapses=tuple(nsmallest(LISTED, sums.next_lapses)),
        ready=tuple(nsmallest(LISTED, sums.ready)),
    )


def _one(standing: Standing, evidence: Evidence) -> Totals:
    person = standing.person
    found = _advised(standing, Totals(people=1))
    found = _running_out(standing, evidence, found)
    coverage = coverage_of(standing, evidence)
    if coverage is None:
        return found._replace(no_title=int(not person.title), no_role=int(bool(person.title)))
    found = _covered(coverage, found)
    return found if coverage.gap is None else _closing(coverage.gap, coverage, standing, found)


def _advised(standing: Standing, sums: Totals) -> Totals:
    ranked = standing.advice.recommendations
    return sums._replace(
        firsts=Counter((one.certification.id, one.reach) for one in ranked[:1]),
        among=Counter(one.certification.id for one in ranked[:AMONG]),
        unadvised=int(not ranked),
    )


def _covered(coverage: Coverage, sums: Totals) -> Totals:
    role = coverage.role
    return sums._replace(
        covers=Counter([(role, coverage.cover)]),
        helped=Counter([role] if coverage.gap and coverage.helped else []),
        holdings=Counter(
            (role, preferred, id, held)
            for preferred, wanted in ((True, coverage.preferred), (False, coverage.helpful))
            for id, held in wanted
        ),
    )


def _closing(gap: Gap, coverage: Coverage, standing: Standing, sums: Totals) -> Totals:
    person, role = standing.person, coverage.role
    found = sums._replace(ways=Counter([(role, gap.way)]))
    if gap.certification is None:
        return found
    found = found._replace(closing=Counter([(gap.way, gap.certification)]))
    if gap.way is Way.NOW:
        ready = Ready(person.line, person.id, role, gap.certification)
        found = found._replace(ready=(ready,))
    if gap.cost is None:
        return found
    key = role, gap.way, gap.cost.currency
    cents = round(gap.cost.amount * HUNDREDTHS)
    return found._replace(priced=Counter([key]), amounts=Counter({key: cents}))


def _running_out(standing: Standing, evidence: Evidence, sums: Totals) -> Totals:
    """Count what lapses or has lapsed, without credentials that the catalogue does not know."""
    person, catalog, as_of = standing.person, evidence.catalog, evidence.as_of
    first, until = month_number(as_of), month_number(as_of) + MONTHS
    lapsing: list[Lapse] = []
    lapsed: list[str] = []
    undated = 0
    for id in dict.fromkeys(one.id for one in person.profile.certifications or ()):
        if id not in catalog.certifications or _superseded(id, evidence):
            continue
        credential = latest(id, evidence)
        state = standing_of(credential, evidence)
        if state.state in (State.VALID, State.EXPIRING) and state.last_day:
            lapsing.append(Lapse(state.last_day, person.line, person.id, id))
        elif state.state is State.EXPIRED:
            lapsed.append(id)
        elif state.state is State.UNKNOWN:
            undated += holds.active(credential, evidence, as_of) is Outcome.MET
    coming = [one for one in lapsing if first <= month_number(one.last_day) < until]
    return sums._replace(
        lapses=Counter((month_number(one.last_day), one.certification) for one in coming),
        lapsed=Counter(lapsed),
        soon=int(any((one.last_day - as_of).days <= SOON for one in coming)),
        undated=undated,
        next_lapses=tuple(sorted(coming)[:LISTED]),
    )


def _superseded(id: str, evidence: Evidence) -> bool:
    """Whether an active credential makes this one pointless: one that absorbs or replaces it."""
    catalog = evidence.catalog
    above = (one.id for one in catalog.absorbers(id))
    heirs = catalog.certifications[id].replaced_by
    return any(holds.held(one, evidence, evidence.as_of) is Outcome.MET for one in (*above, *heirs))
