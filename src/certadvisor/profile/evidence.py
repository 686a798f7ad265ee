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
    DateSpan,
    MonthSet,
    backfill_months,
    make_month_set,
    touched_months,
    window_exit_ordinal,
    years_after,
    years_before,
)
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import COMPLEXITIES
from certadvisor.profile.model import Credential, Profile, WorkPeriod

HORIZON_YEARS = 20


class WorkFilter(NamedTuple):
    """The work to count: its kind, and the least complexity and responsibility (None: any)."""

    kind: str
    complexity: str | None = None
    responsibility: str | None = None


class CountedMonths(NamedTuple):
    """The months that match a filter.

    `possible` includes `certain`. `unbounded` means that there may be any number of further
    months, because work is not given or an entry has neither dates nor months.
    """

    certain: MonthSet
    possible: MonthSet
    unbounded: bool


class Evidence:
    """A profile on the day of the question.

    Immutable apart from its caches, so it is safe to share. `horizon` is the last day that
    dates are searched for: 20 years after `as_of`. `title` is the present job's, where a table
    gives it apart from the work; no experience follows from it.
    """

    def __init__(
        self, profile: Profile, catalog: Catalog, as_of: date, title: str | None = None
    ) -> None:
        self.profile = profile
        self.catalog = catalog
        self.as_of = as_of
        self.title = title
        self.horizon = years_after(as_of, HORIZON_YEARS)
        self._counted_months: dict[WorkFilter, CountedMonths] = {}
        self._window_exits: dict[tuple[MonthSet, int], tuple[int, ...]] = {}
        self._month_sets: dict[tuple[tuple[DateSpan, ...], tuple[int, ...]], MonthSet] = {}

    def with_profile(self, profile: Profile) -> "Evidence":
        """Return evidence of a changed profile on the same day, sharing the counted months.

        The profile must not differ in work.
        """
        evidence = Evidence(profile, self.catalog, self.as_of, self.title)
        evidence._window_exits = self._window_exits
        evidence._counted_months = self._counted_months
        return evidence

    def count_months(self, work_filter: WorkFilter) -> CountedMonths:
        """Return the months that match the filter (cached)."""
        if work_filter not in self._counted_months:
            self._counted_months[work_filter] = self._collect_months(work_filter)
        return self._counted_months[work_filter]

    def window_exits(self, month_set: MonthSet, years: int | None) -> tuple[int, ...]:
        """Return the ordinals on which each month leaves a look-back window of `years` (cached).

        Ascending and as many as there are months; () where there is no window.
        """
        if years is None:
            return ()
        if (month_set, years) not in self._window_exits:
            self._window_exits[month_set, years] = tuple(
                map(window_exit_ordinal, month_set.lasts, repeat(years))
            )
        return self._window_exits[month_set, years]

    def matching_periods(self, work_filter: WorkFilter) -> tuple[tuple[WorkPeriod, bool], ...]:
        """Return the entries that match or may match, each with whether it certainly matches."""
        matches = (
            (period, self._matches(period, work_filter)) for period in self.profile.work or ()
        )
        return tuple(
            (period, is_match is True) for period, is_match in matches if is_match is not False
        )

    def span(self, period: WorkPeriod) -> DateSpan | None:
        """Return the days of a dated entry, up to the horizon if it has no end.

        None where it has no start, or starts after the horizon.
        """
        if period.start is None:
            return None
        end = self.horizon if period.end is None else min(period.end, self.horizon)
        return DateSpan(period.start, end) if period.start <= end else None

    def credentials(self, id: str) -> tuple[Credential, ...]:
        """Return the person's credentials of one certification, in the order given."""
        return self._credentials.get(id, ())

    @cached_property
    def _credentials(self) -> dict[str, tuple[Credential, ...]]:
        by_id: dict[str, tuple[Credential, ...]] = {}
        for credential in self.profile.certifications or ():
            by_id[credential.id] = (*by_id.get(credential.id, ()), credential)
        return by_id

    def break_days(self, since: date, day: date) -> int:
        """Count the days of career breaks from `since` to `day`, both included, each once."""
        ordinals: set[int] = set()
        for career_break in self.profile.breaks or ():
            first = max(career_break.start, since).toordinal()
            last = min(career_break.end or self.horizon, day).toordinal()
            ordinals.update(range(first, last + 1))
        return len(ordinals)

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

    def _collect_months(self, work_filter: WorkFilter) -> CountedMonths:
        entries = self.matching_periods(work_filter)
        has_undated = any(period.start is None for period, _ in entries)
        # Undated months go where no dated work of the same kind is counted, whatever its
        # complexity or responsibility: the same month would otherwise count for two entries.
        same_kind = [
            self.span(period)
            for period in self.profile.work or ()
            if period.kinds is not None and work_filter.kind in period.kinds
        ]
        covered = touched_months(span for span in same_kind if span) if has_undated else frozenset()
        month_sets = []
        for selection in ([entry for entry in entries if entry[1]], entries):
            spans = tuple(span for period, _ in selection if (span := self.span(period)))
            total = sum(period.months or 0 for period, _ in selection if period.start is None)
            backfilled = tuple(backfill_months(total, self.as_of, covered)) if total else ()
            month_sets.append(self._month_set(spans, backfilled))
        unbounded = self.profile.work is None or any(
            period.start is None and period.months is None for period, _ in entries
        )
        return CountedMonths(month_sets[0], month_sets[1], unbounded)

    def _month_set(self, spans: tuple[DateSpan, ...], backfilled: tuple[int, ...]) -> MonthSet:
        """Return the months of these days (cached: several filters often match the same work)."""
        if (spans, backfilled) not in self._month_sets:
            self._month_sets[spans, backfilled] = make_month_set(spans, backfilled)
        return self._month_sets[spans, backfilled]

    def _matches(self, period: WorkPeriod, work_filter: WorkFilter) -> bool | None:
        """Return whether an entry matches the filter; None where it does not say enough."""
        checks = (
            None if period.kinds is None else work_filter.kind in period.kinds,
            self._at_least(work_filter.complexity, period.complexity, COMPLEXITIES),
            self._at_least(
                work_filter.responsibility, period.responsibility, self.catalog.responsibilities
            ),
        )
        return False if False in checks else None if None in checks else True

    @staticmethod
    def _at_least(required: str | None, actual: str | None, scale: tuple[str, ...]) -> bool | None:
        if required is None:
            return True
        if actual is None:
            return None
        if actual in scale and required in scale:
            return scale.index(actual) >= scale.index(required)
        # A word that is not on the scale cannot be compared, only recognised as the same.
        return True if actual == required else None
