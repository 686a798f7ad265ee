"""Evidence: a profile prepared for judging, with what certainly counts and what may count.

It is built once for a person and the day of the question, and can then be queried for any
day from there to the horizon. Work without an end date is assumed to continue. Undated
totals are backfilled from the day of the question and do not grow.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from itertools import repeat
from typing import NamedTuple

from certadvisor.base.months import (
    DateSpan,
    MonthSet,
    backfill_months,
    make_month_set,
    stretch_back,
    touched_months,
    window_exit_ordinal,
    years_after,
    years_before,
)
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import COMPLEXITIES
from certadvisor.profile.amounts import MAX_MONTHS
from certadvisor.profile.model import Credential, Profile, WorkPeriod

HORIZON_YEARS = 20
_BEFORE_EVERY_WINDOW = date(1900, 1, 1)


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
    dates are searched for: 20 years after `as_of`.
    """

    def __init__(self, profile: Profile, catalog: Catalog, as_of: date) -> None:
        self.profile = profile
        self.catalog = catalog
        self.as_of = as_of
        self.horizon = years_after(as_of, HORIZON_YEARS)
        self._counted_months: dict[WorkFilter, CountedMonths] = {}
        self._matching_periods: dict[WorkFilter, tuple[tuple[WorkPeriod, bool], ...]] = {}
        self._window_exits: dict[tuple[MonthSet, int], tuple[int, ...]] = {}
        self._month_sets: dict[tuple[tuple[DateSpan, ...], tuple[int, ...]], MonthSet] = {}

    def is_complete(self, section: str) -> bool:
        """Return whether the profile gives a list and does not say that it may lack entries.

        Only then does what the list does not hold count as not there.
        """
        return section in self._complete_lists

    @cached_property
    def _complete_lists(self) -> frozenset[str]:
        profile = self.profile
        given = (
            ("education", profile.education),
            ("work", profile.work),
            ("training", profile.training),
            ("courses", profile.courses),
            ("certifications", profile.certifications),
            ("memberships", profile.memberships),
            ("breaks", profile.breaks),
        )
        return frozenset(
            name for name, part in given if part is not None and name not in profile.incomplete
        )

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
        """Return the entries that match or may match, each with whether it certainly does.

        The answer is cached.
        """
        if work_filter not in self._matching_periods:
            matches = (
                (period, self._matches(period, work_filter)) for period in self.profile.work or ()
            )
            self._matching_periods[work_filter] = tuple(
                (period, is_match is True) for period, is_match in matches if is_match is not False
            )
        return self._matching_periods[work_filter]

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

    @cached_property
    def break_spans(self) -> tuple[DateSpan, ...]:
        """The career breaks up to the horizon, ascending; those that meet are one."""
        spans: list[DateSpan] = []
        for start, end, _ in sorted(self.profile.breaks or (), key=lambda one: one.start):
            last = min(end or self.horizon, self.horizon)
            if spans and start <= spans[-1].last + timedelta(days=1):
                spans[-1] = DateSpan(spans[-1].first, max(spans[-1].last, last))
            elif start <= last:
                spans.append(DateSpan(start, last))
        return tuple(spans)

    @cached_property
    def _has_no_breaks(self) -> bool:
        return not self.break_spans and self.is_complete("breaks")

    def window(
        self, day: date, years: int | None, extendable: int | None
    ) -> tuple[date | None, date | None]:
        """Return the first day of the look-back window: the certain one and the earliest possible.

        `years` None means no window: (None, None). Where the rule lets career breaks stretch
        the window to at most `extendable` years, both days move back by the days of the
        breaks in it (`stretch_back`). If the profile may lack breaks, any number is possible:
        then the earliest possible day is that of the full extension.
        """
        if years is None:
            return None, None
        base = years_before(day, years)
        if extendable is None or extendable <= years or self._has_no_breaks:
            return base, base
        widest = years_before(day, extendable)
        since = max(widest, stretch_back(base, day, self.break_spans))
        return since, since if self.is_complete("breaks") else widest

    def _collect_months(self, work_filter: WorkFilter) -> CountedMonths:
        entries = self.matching_periods(work_filter)
        certain = self._months_of([one for one, matches in entries if matches], work_filter)
        possible = certain
        if self._has_open_work or not all(matches for _, matches in entries):
            possible = self._months_of([one for one, _ in entries], work_filter, certain=False)
        unbounded = not self.is_complete("work") or any(
            period.start is None and period.months is None for period, _ in entries
        )
        return CountedMonths(certain, possible, unbounded)

    @cached_property
    def _has_open_work(self) -> bool:
        """Whether entries of unknown kind or time, or such as are missing, can take months."""
        work = self.profile.work or ()
        return "work" in self.profile.incomplete or any(
            one.kinds is None or (one.start is None and one.months is None) for one in work
        )

    def _months_of(
        self, selection: list[WorkPeriod], work_filter: WorkFilter, *, certain: bool = True
    ) -> MonthSet:
        spans = tuple(span for period in selection if (span := self.span(period)))
        backfilled = tuple(self.backfilled_months(work_filter, selection, certain=certain))
        return self._month_set(spans, backfilled)

    def backfilled_months(
        self, work_filter: WorkFilter, selection: Iterable[WorkPeriod], *, certain: bool
    ) -> list[int]:
        """Return the month numbers over which the undated totals of a selection are laid.

        They go where no dated work of the same kind lies, whatever its complexity or
        responsibility: the same month would otherwise count for two entries. Where it is not
        known whether a dated entry is of that kind, the months lie where fewest count
        (`certain`), or where most do: an entry that counts itself takes months from the totals
        only to give them back, while one that only takes them pushes the totals out of a window.

        This holds but for the half months at both ends of a window, which a total fills and an
        entry beside it may not. That matters only to a rule that requires every month of its
        window, and no issuer has one.
        """
        total = sum(period.months or 0 for period in selection if period.start is None)
        if not total:
            return []
        may_be_pushed = bool(work_filter.complexity or work_filter.responsibility)
        laid_from = self.as_of
        if certain and may_be_pushed and self.profile.work and self._may_push(work_filter):
            laid_from = _BEFORE_EVERY_WINDOW
        same_kind = (
            self.span(period)
            for period in self.profile.work or ()
            if self._takes_months(period, work_filter, certain=certain)
        )
        covered = touched_months(span for span in same_kind if span)
        return backfill_months(min(total, MAX_MONTHS), laid_from, covered)

    def _may_push(self, work_filter: WorkFilter) -> bool:
        """Whether work that does not count may lie in any months: of no known time, or missing."""
        return "work" in self.profile.incomplete or any(
            period.start is None
            and period.months is None
            and (period.kinds is None or work_filter.kind in period.kinds)
            and self._matches(period._replace(kinds=frozenset((work_filter.kind,))), work_filter)
            is not True
            for period in self.profile.work or ()
        )

    def _takes_months(self, period: WorkPeriod, work_filter: WorkFilter, *, certain: bool) -> bool:
        """Return whether a dated entry takes its months from the undated totals of a kind."""
        if period.kinds is not None:
            return work_filter.kind in period.kinds
        would_match = self._matches(
            period._replace(kinds=frozenset((work_filter.kind,))), work_filter
        )
        return would_match is not True if certain else would_match is not False

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
