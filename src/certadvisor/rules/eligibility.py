"""Eligibility over time: the exact days from which and until which a rule is met.

Every leaf lists the days on which its outcome can change; between two of them it is
constant, so judging those days is enough. Hours and person-days change evenly between them
instead, so there the day of a change is found by bisection. Outcomes over time are combined
like the outcomes of one day. tests/laws/test_dates.py compares the result with judging
every single day.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from certadvisor.catalog.records import OBTAINABLE, Certification, StatusFrom, state_on
from certadvisor.catalog.requirement import AllOf, AnyOf, Leaf, Requirement
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Section
from certadvisor.rules import causes
from certadvisor.rules.judge import judge, judge_leaf
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome, all_of, any_of
from certadvisor.rules.verdict import Cause, CauseReason, UpcomingChange, Verdict

DAY = timedelta(days=1)


class OutcomeTimeline(NamedTuple):
    """An outcome over time: the days of change, ascending, and the outcome from each day on.

    The first day is the day of the question; neighbouring outcomes differ.
    """

    days: tuple[date, ...]
    outcomes: tuple[Outcome, ...]

    def on(self, day: date) -> Outcome:
        """Return the outcome on a day.

        Args:
            day: A day not before the first one.
        """
        return self.outcomes[bisect_right(self.days, day) - 1]

    def first_met_period(self) -> tuple[date | None, date | None]:
        """Return the first period in which the outcome is met.

        Returns:
            Its first day and the first day after it (half-open). The end is None where the
            period does not end before the horizon, both are None where there is no period.
        """
        changes = tuple(zip(self.days, self.outcomes, strict=True))
        since = next((day for day, outcome in changes if outcome is Outcome.MET), None)
        if since is None:
            return None, None
        ends = (day for day, outcome in changes if day > since and outcome is not Outcome.MET)
        return since, next(ends, None)


class Eligibility(NamedTuple):
    """The first period in which the rule is met and the certification can be earned.

    `since` is its first day and `until` the first day after it (half-open); None as in
    `OutcomeTimeline.first_met_period`.
    """

    since: date | None
    until: date | None = None
    from_cause: Cause | None = None  # only where it begins after the day of the question
    until_cause: Cause | None = None

    @property
    def reason(self) -> CauseReason | None:
        """Why it ends; None where it does not."""
        return self.until_cause.reason if self.until_cause else None


# By the `id()` of a requirement. The requirement is stored too: as long as it lives, no other
# object can get its id. Hashing whole trees would cost more than judging them.
KnownVerdicts = Mapping[int, tuple[Requirement, Verdict]]


class Timeline:
    """The outcomes of one person's evidence over time, from the day of the question to the horizon.

    Leaves that several rules share are worked out once. `known_verdicts` are verdicts on this
    evidence on the day of the question that need not be judged again.
    """

    def __init__(self, evidence: Evidence, known_verdicts: KnownVerdicts | None = None) -> None:
        self.evidence = evidence
        self._work_timelines: dict[tuple[type, Leaf], OutcomeTimeline] = {}
        self._other_timelines: dict[tuple[type, Leaf], OutcomeTimeline] = {}
        self._leaf_verdicts: dict[tuple[type, Leaf], Verdict] = {}
        self._requirement_verdicts = dict(known_verdicts or {})

    def judge(self, requirement: Requirement) -> Verdict:
        """Judge a requirement on the day of the question; equal leaves are judged once.

        Args:
            requirement: The requirement.

        Returns:
            The verdict, cached by the identity of the requirement.
        """
        key = id(requirement)
        if key not in self._requirement_verdicts:
            verdict = judge(requirement, self.evidence, self.evidence.as_of, self._leaf_verdict)
            self._requirement_verdicts[key] = requirement, verdict
        return self._requirement_verdicts[key][1]

    def _leaf_verdict(self, leaf: Leaf) -> Verdict:
        key = type(leaf), leaf
        if key not in self._leaf_verdicts:
            self._leaf_verdicts[key] = judge_leaf(leaf, self.evidence, self.evidence.as_of)
        return self._leaf_verdicts[key]

    def eligibility(self, certification: Certification, *, with_end: bool = True) -> Eligibility:
        """Find when the person qualifies, between the day of the question and the horizon.

        Args:
            certification: The certification.
            with_end: Whether to find the end and the causes too.

        Returns:
            The first period of eligibility; all None where there is none.
        """
        if not self._can_become_met(certification):
            return Eligibility(None)
        since, end = self._eligibility_timeline(certification).first_met_period()
        if since is None or not with_end:
            return Eligibility(since)
        starts_later = since > self.evidence.as_of
        return Eligibility(
            since,
            end,
            causes.cause_of_start(certification, since, self.evidence, self._is_met)
            if starts_later
            else None,
            causes.cause_of_end(certification, end, self.evidence, self._is_met) if end else None,
        )

    def duration_of(self, requirement: Requirement) -> Eligibility:
        """Find when a single requirement is met, regardless of any certification.

        Args:
            requirement: The requirement.

        Returns:
            The first period in which it is met, with the cause of its end.
        """
        since, end = self.outcomes(requirement).first_met_period()
        cause = causes.cause_of_loss(requirement, end, self.evidence, self._is_met) if end else None
        return Eligibility(since, end, None, cause)

    def upcoming_changes(self, certification: Certification) -> tuple[UpcomingChange, ...]:
        """Collect the known changes of a certification after the day of the question.

        Args:
            certification: The certification.

        Returns:
            Rule versions and statuses, by date.
        """
        return causes.upcoming_changes(certification, self.evidence, self._outcome)

    def outcomes(self, requirement: Requirement) -> OutcomeTimeline:
        """Return the outcome of a requirement on every day up to the horizon.

        Args:
            requirement: A leaf or a group.

        Returns:
            The outcomes over time.
        """
        if isinstance(requirement, AllOf | AnyOf):
            fold = all_of if isinstance(requirement, AllOf) else any_of
            decisive = Outcome.UNMET if isinstance(requirement, AllOf) else Outcome.MET
            timelines = []
            for child in _cheapest_first(requirement.children):
                timeline = self.outcomes(child)
                if timeline.outcomes == (decisive,):
                    return timeline  # decides the group on every day
                timelines.append(timeline)
            return _combine(timelines, fold, self.evidence.as_of)
        is_work = kind_of(requirement).SECTION is Section.WORK
        timelines_by_leaf = self._work_timelines if is_work else self._other_timelines
        key = type(requirement), requirement
        if key not in timelines_by_leaf:
            timelines_by_leaf[key] = self._leaf_timeline(requirement)
        return timelines_by_leaf[key]

    def _can_become_met(self, certification: Certification) -> bool:
        """Return whether some rule, in force or upcoming, might be met on some day.

        A cheap test that spares the search for most people and certifications.
        """
        as_of = self.evidence.as_of
        in_force = certification.rule_on(as_of)
        return any(
            self._is_ever_met(rule.sit)
            for rule in certification.rules
            if rule is in_force or (rule.since and rule.since > as_of)
        )

    def _is_ever_met(self, requirement: Requirement) -> bool:
        """Return whether each part of a requirement is met on some day, whichever day that is."""
        if isinstance(requirement, AllOf | AnyOf):
            parts = map(self._is_ever_met, _cheapest_first(requirement.children))
            return all(parts) if isinstance(requirement, AllOf) else any(parts)
        return Outcome.MET in self.outcomes(requirement).outcomes

    def _eligibility_timeline(self, certification: Certification) -> OutcomeTimeline:
        """Return a timeline that is met where the rule in force is met and can be applied for.

        Each rule version contributes the outcomes of the days on which it is in force.
        """
        as_of, horizon = self.evidence.as_of, self.evidence.horizon
        obtainable = _obtainable(certification.statuses, as_of, horizon)
        if obtainable.outcomes == (Outcome.UNMET,):
            return obtainable
        starts = [
            as_of,
            *(
                version.since
                for version in certification.rules
                if version.since and as_of < version.since <= horizon
            ),
        ]
        days: list[date] = []
        outcomes: list[Outcome] = []
        for start, end in zip(starts, [*starts[1:], horizon + DAY], strict=True):
            rule = certification.rule_on(start)
            if rule is None:
                days.append(start)
                outcomes.append(Outcome.UNKNOWN)
                continue
            # Cut the rule's timeline to [start, end): its outcome on the first day, then changes.
            timeline = self.outcomes(rule.sit)
            days.append(start)
            outcomes.append(timeline.on(start))
            for day, outcome in zip(timeline.days, timeline.outcomes, strict=True):
                if start < day < end:
                    days.append(day)
                    outcomes.append(outcome)
        return _combine([_merge_equal(days, outcomes), obtainable], all_of, as_of)

    def _leaf_timeline(self, leaf: Leaf) -> OutcomeTimeline:
        evidence, kind = self.evidence, kind_of(leaf)

        def outcome(day: date) -> Outcome:
            if day == evidence.as_of:
                return self._leaf_verdict(leaf).outcome
            return kind.judge(leaf, evidence, day).outcome

        change_dates = kind.change_dates(leaf, evidence)
        if kind.is_gradual(leaf):
            return _bisected_timeline(change_dates, outcome, evidence.as_of, evidence.horizon)
        return _step_timeline(change_dates, outcome, evidence.as_of, evidence.horizon)

    def _is_met(self, requirement: Requirement, day: date) -> bool:
        return self._outcome(requirement, day) is Outcome.MET

    def _outcome(self, requirement: Requirement, day: date) -> Outcome:
        return self.outcomes(requirement).on(day)


def _cheapest_first(children: tuple[Requirement, ...]) -> list[Requirement]:
    # Work is by far the slowest to judge, so it comes last: often an untaken course or a missing
    # degree has decided the group by then.
    return sorted(children, key=_judging_cost)


def _judging_cost(requirement: Requirement) -> int:
    if isinstance(requirement, AllOf | AnyOf):
        return 1
    return 2 if kind_of(requirement).SECTION is Section.WORK else 0


@lru_cache(20_000)  # the same for all people of one day
def _obtainable(statuses: tuple[StatusFrom, ...], start: date, horizon: date) -> OutcomeTimeline:
    """Return a timeline that is met where a certification with these statuses can be earned."""

    def outcome(day: date) -> Outcome:
        can_be_earned = state_on(statuses, day) in OBTAINABLE
        return Outcome.MET if can_be_earned else Outcome.UNMET

    return _step_timeline((status.since for status in statuses), outcome, start, horizon)


def _step_timeline(
    change_dates: Iterable[date | None],
    outcome: Callable[[date], Outcome],
    start: date,
    horizon: date,
) -> OutcomeTimeline:
    """Judge the start and each possible day of change; between them the outcome is constant."""
    days = [start, *sorted({day for day in change_dates if day and start < day <= horizon})]
    return _merge_equal(days, [outcome(day) for day in days])


def _bisected_timeline(
    change_dates: Iterable[date], outcome: Callable[[date], Outcome], start: date, horizon: date
) -> OutcomeTimeline:
    """Like `_step_timeline`, for amounts that also change between the days of change.

    Between two such days an amount only grows or only shrinks (hours are spread evenly over
    their entry), so each change of the outcome can be found by bisection.
    """
    edges = {day for day in change_dates if start < day <= horizon}
    edges |= {  # leap days make a window pause or jump
        day
        for year in range(start.year, horizon.year + 1)
        for month, number in ((2, 28), (3, 1), (3, 2))
        if start < (day := date(year, month, number)) <= horizon
    }
    days = [start, *sorted(edges), horizon + DAY]
    change_days: list[date] = []
    outcomes: list[Outcome] = []
    for first, after in pairwise(days):
        _bisect(first, after - DAY, outcome, change_days, outcomes)
    return _merge_equal(change_days, outcomes)


def _bisect(
    first: date,
    last: date,
    outcome: Callable[[date], Outcome],
    days: list[date],
    outcomes: list[Outcome],
) -> None:
    """Append `first` and every later day up to `last` on which the outcome changes.

    The amount must be monotonic from `first` to `last`. Then equal outcomes at both ends
    mean no change between them. Unmet, unknown and met can follow one another, so after a
    change is found the search goes on from there until the outcome equals that at the end.
    """
    first_outcome, last_outcome = outcome(first), outcome(last)
    days.append(first)
    outcomes.append(first_outcome)
    while first_outcome is not last_outcome:
        low, high = first, last
        while high - low > DAY:
            middle = low + (high - low) // 2
            if outcome(middle) is first_outcome:
                low = middle
            else:
                high = middle
        first, first_outcome = high, outcome(high)
        days.append(first)
        outcomes.append(first_outcome)


def _combine(
    timelines: Sequence[OutcomeTimeline], fold: Callable[[list[Outcome]], Outcome], start: date
) -> OutcomeTimeline:
    """Combine timelines day by day; only the days on which one of them changes matter."""
    if len(timelines) == 1:
        return timelines[0]
    days = sorted({start, *(day for timeline in timelines for day in timeline.days)})
    return _merge_equal(days, [fold([timeline.on(day) for timeline in timelines]) for day in days])


def _merge_equal(days: Sequence[date], outcomes: Sequence[Outcome]) -> OutcomeTimeline:
    """Drop the days on which the outcome stays the same."""
    if len(days) == 1:  # most leaves never change
        return OutcomeTimeline(tuple(days), tuple(outcomes))
    kept_indices = [0, *(i for i in range(1, len(days)) if outcomes[i] is not outcomes[i - 1])]
    return OutcomeTimeline(
        tuple(days[i] for i in kept_indices), tuple(outcomes[i] for i in kept_indices)
    )
