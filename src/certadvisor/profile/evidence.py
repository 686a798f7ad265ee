"""Evidence: a profile prepared for judging, with what certainly counts and what may count.

It is built once for a person and the day of the question, and can then be queried for any
day from there to the horizon. Work without an end date is assumed to continue. Undated
totals are backfilled from the day of the question and do not grow.
"""

from datetime import date, timedelta
from functools import cached_property
from itertools import repeat
from typing import NamedTuple

from certadvisor.base.months import (
    MonthLine,
    Span,
    departure,
    laid_back,
    month_line,
    months_touched,
    years_after,
    years_before,
)
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import COMPLEXITIES
from certadvisor.profile.model import Credential, Profile, WorkPeriod

HORIZON_YEARS = 20


class Work(NamedTuple):
    """The work to count: its kind, and the least complexity and responsibility (None: any)."""

    kind: str
    complexity: str | None = None
    responsibility: str | None = None


class Worked(NamedTuple):
    """The months that match a filter.

    `possible` includes `certain`. `unbounded` means that there may be any number of further
    months, because work is not given or an entry has neither dates nor months.
    """

    certain: MonthLine
    possible: MonthLine
    unbounded: bool


class Evidence:
    """A profile on the day of the question.

    Immutable apart from its caches, so it is safe to share. `horizon` is the last day that
    dates are searched for: 20 years after `as_of`.
    """

    def __init__(self, profile: Profile, catalog: Catalog, as_of: date) -> None:
        self.profile = profile
        self.catalog = catalog
        self.as_of = as_of
        self.horizon = years_after(as_of, HORIZON_YEARS)
        self._worked: dict[Work, Worked] = {}
        self._departures: dict[tuple[MonthLine, int], tuple[int, ...]] = {}
        self._lines: dict[tuple[tuple[Span, ...], tuple[int, ...]], MonthLine] = {}

    def supposing(self, profile: Profile) -> "Evidence":
        """Return evidence of a changed profile on the same day, sharing the counted months.

        The profile must not differ in work.
        """
        supposed = Evidence(profile, self.catalog, self.as_of)
        supposed._departures = self._departures
        supposed._worked = self._worked
        return supposed

    def worked(self, work: Work) -> Worked:
        """Return the months that match the filter (cached)."""
        if work not in self._worked:
            self._worked[work] = self._count(work)
        return self._worked[work]

    def departures(self, line: MonthLine, years: int | None) -> tuple[int, ...]:
        """Return the ordinals on which each month leaves a look-back window of `years` (cached).

        Ascending and as many as there are months; () where there is no window.
        """
        if years is None:
            return ()
        if (line, years) not in self._departures:
            self._departures[line, years] = tuple(map(departure, line.lasts, repeat(years)))
        return self._departures[line, years]

    def periods(self, work: Work) -> tuple[tuple[WorkPeriod, bool], ...]:
        """Return the entries that match or may match, each with whether it certainly matches."""
        judged = ((period, self._counts(period, work)) for period in self.profile.work or ())
        return tuple((period, counts is True) for period, counts in judged if counts is not False)

    def span(self, period: WorkPeriod) -> Span | None:
        """Return the days of a dated entry, up to the horizon if it has no end.

        None where it has no start, or starts after the horizon.
        """
        if period.start is None:
            return None
        end = self.horizon if period.end is None else min(period.end, self.horizon)
        return Span(period.start, end) if period.start <= end else None

    def credentials(self, id: str) -> tuple[Credential, ...]:
        """Return the person's credentials of one certification, in the order given."""
        return self._credentials.get(id, ())

    @cached_property
    def _credentials(self) -> dict[str, tuple[Credential, ...]]:
        held: dict[str, tuple[Credential, ...]] = {}
        for credential in self.profile.certifications or ():
            held[credential.id] = (*held.get(credential.id, ()), credential)
        return held

    def break_days(self, since: date, day: date) -> int:
        """Count the days of career breaks from `since` to `day`, both included, each once."""
        away: set[int] = set()
        for pause in self.profile.breaks or ():
            first = max(pause.start, since).toordinal()
            last = min(pause.end or self.horizon, day).toordinal()
            away.update(range(first, last + 1))
        return len(away)

    def window(
        self, day: date, years: int | None, extendable: int | None
    ) -> tuple[date | None, date | None]:
        """Return the first day of the look-back window: the certain one and the earliest possible.

        `years` None means no window: (None, None). Where the rule lets career breaks stretch
        the window to at most `extendable` years, both days move back by the days of the
        breaks. If the profile does not give breaks, any number is possible: then the earliest
        possible day is that of the full extension.
        """
        if years is None:
            return None, None
        base = years_before(day, years)
        if extendable is None or extendable <= years:
            return base, base
        widest = years_before(day, extendable)
        if self.profile.breaks is None:
            return base, widest
        # Breaks are counted over the whole widest window, so a break before the stretched start
        # counts too: one pass, where counting within the stretched window would need several.
        stretched = base - timedelta(days=self.break_days(widest, day))
        return max(widest, stretched), max(widest, stretched)

    def _count(self, work: Work) -> Worked:
        entries = self.periods(work)
        undated = any(period.start is None for period, _ in entries)
        # Undated months go where no dated work of the same kind is counted, whatever its
        # complexity or responsibility: the same month would otherwise count for two entries.
        same_kind = [
            self.span(period)
            for period in self.profile.work or ()
            if period.kinds is not None and work.kind in period.kinds
        ]
        covered = months_touched(span for span in same_kind if span) if undated else frozenset()
        lines = []
        for counted in ([entry for entry in entries if entry[1]], entries):
            spans = tuple(span for period, _ in counted if (span := self.span(period)))
            total = sum(period.months or 0 for period, _ in counted if period.start is None)
            laid = tuple(laid_back(total, self.as_of, covered)) if total else ()
            lines.append(self._line(spans, laid))
        unbounded = self.profile.work is None or any(
            period.start is None and period.months is None for period, _ in entries
        )
        return Worked(lines[0], lines[1], unbounded)

    def _line(self, spans: tuple[Span, ...], laid: tuple[int, ...]) -> MonthLine:
        """Return the months of these days (cached: several filters often match the same work)."""
        if (spans, laid) not in self._lines:
            self._lines[spans, laid] = month_line(spans, laid)
        return self._lines[spans, laid]

    def _counts(self, period: WorkPeriod, work: Work) -> bool | None:
        """Return whether an entry matches the filter; None where it does not say enough."""
        answers = (
            None if period.kinds is None else work.kind in period.kinds,
            self._at_least(work.complexity, period.complexity, COMPLEXITIES),
            self._at_least(
                work.responsibility, period.responsibility, self.catalog.responsibilities
            ),
        )
        return False if False in answers else None if None in answers else True

    @staticmethod
    def _at_least(asked: str | None, told: str | None, scale: tuple[str, ...]) -> bool | None:
        if asked is None:
            return True
        if told is None:
            return None
        if told in scale and asked in scale:
            return scale.index(told) >= scale.index(asked)
        # A word that is not on the scale cannot be compared, only recognised as the same.
        return True if told == asked else None
