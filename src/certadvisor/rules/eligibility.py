"""From when, and until when: exact days, found by knowing when anything can change.

Every leaf names the days on which its outcome may change; between two of them
it cannot (hours grow evenly, so there one crossing is found by halving). The
outcomes over time are folded like the outcomes of one day.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from certadvisor.catalog.records import OBTAINABLE, Certification, StatusFrom, state_on
from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Degree,
    Experience,
    Holds,
    Leaf,
    Requirement,
    Training,
)
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules import causes
from certadvisor.rules.judge import judge, judge_leaf
from certadvisor.rules.leaves import degree, experience, holds, training
from certadvisor.rules.outcome import Outcome, all_of, any_of
from certadvisor.rules.verdict import Cause, Coming, Verdict

DAY = timedelta(days=1)


class Run(NamedTuple):
    """An outcome over time: the day of each change, and the outcome from that day on."""

    days: tuple[date, ...]
    outcomes: tuple[Outcome, ...]

    def on(self, day: date) -> Outcome:
        """The outcome on a day not before the first."""
        return self.outcomes[bisect_right(self.days, day) - 1]

    def met(self) -> tuple[date | None, date | None]:
        """The first day on which it is met, and the first later one on which it no longer is."""
        changes = tuple(zip(self.days, self.outcomes, strict=True))
        since = next((day for day, yes in changes if yes is Outcome.MET), None)
        if since is None:
            return None, None
        ends = (day for day, yes in changes if day > since and yes is not Outcome.MET)
        return since, next(ends, None)


class Eligibility(NamedTuple):
    """The first day that judges met and can be earned, and the first later day that does not."""

    since: date | None
    until: date | None = None
    from_cause: Cause | None = None  # where it begins later than the day of the question
    until_cause: Cause | None = None

    @property
    def reason(self) -> str | None:
        """Why it ends: window, lapse, rule or retirement."""
        return self.until_cause.reason if self.until_cause else None


# By the `id()` of a requirement, which is kept beside so that no other object gets its number.
Known = Mapping[int, tuple[Requirement, Verdict]]


class Timeline:
    """The outcomes of a person's evidence over time; leaves that rules share are found once.

    `known` are verdicts of this evidence on the day of the question.
    """

    def __init__(self, evidence: Evidence, known: Known | None = None) -> None:
        self.evidence = evidence
        self._leaves: dict[tuple[type, Leaf], Run] = {}
        self._verdicts: dict[tuple[type, Leaf], Verdict] = {}
        self._judged = dict(known or {})

    def supposing(self, profile: Profile) -> "Timeline":
        """The timeline of a profile that differs in anything but work."""
        supposed = Timeline(self.evidence.supposing(profile))
        supposed._leaves.update(
            (key, run) for key, run in self._leaves.items() if key[0] is Experience
        )
        return supposed

    def judge(self, requirement: Requirement) -> Verdict:
        """The verdict on the day of the question; rules and leaves asked again are judged once."""
        key = id(requirement)
        if key not in self._judged:
            found = judge(requirement, self.evidence, self.evidence.as_of, self._verdict)
            self._judged[key] = requirement, found
        return self._judged[key][1]

    def _verdict(self, leaf: Leaf) -> Verdict:
        key = type(leaf), leaf
        if key not in self._verdicts:
            self._verdicts[key] = judge_leaf(leaf, self.evidence, self.evidence.as_of)
        return self._verdicts[key]

    def eligibility(self, certification: Certification, *, until: bool = True) -> Eligibility:
        """Search from the day of the question to its horizon; see product.md section 5."""
        if not self._may_come(certification):
            return Eligibility(None)
        since, stop = self._eligible(certification).met()
        if since is None or not until:
            return Eligibility(since)
        later = since > self.evidence.as_of
        return Eligibility(
            since,
            stop,
            causes.beginning(certification, since, self.evidence, self._met) if later else None,
            causes.ending(certification, stop, self.evidence, self._met) if stop else None,
        )

    def lasting(self, requirement: Requirement) -> Eligibility:
        """As `eligibility`, of a requirement that stands alone: nothing is asked but this."""
        since, stop = self.outcomes(requirement).met()
        cause = causes.loss(requirement, stop, self.evidence, self._met) if stop else None
        return Eligibility(since, stop, None, cause)

    def coming(self, certification: Certification) -> tuple[Coming, ...]:
        """What is known to change about a certification after the day of the question."""
        return causes.coming(certification, self.evidence, self._outcome)

    def outcomes(self, requirement: Requirement) -> Run:
        """The outcome of a requirement on every day up to the horizon."""
        if isinstance(requirement, AllOf | AnyOf):
            fold = all_of if isinstance(requirement, AllOf) else any_of
            settled = Outcome.UNMET if isinstance(requirement, AllOf) else Outcome.MET
            courses = []
            for child in _quick_first(requirement.children):
                course = self.outcomes(child)
                if course.outcomes == (settled,):
                    return course  # settled for good, whatever its siblings do
                courses.append(course)
            return _folded(courses, fold, self.evidence.as_of)
        key = type(requirement), requirement
        if key not in self._leaves:
            self._leaves[key] = self._leaf(requirement)
        return self._leaves[key]

    def _may_come(self, certification: Certification) -> bool:
        """Whether any rule from now on can be met some day; if none can, no day need be sought."""
        as_of = self.evidence.as_of
        in_force = certification.rule_on(as_of)
        return any(
            self._sometimes(rule.sit)
            for rule in certification.rules
            if rule is in_force or (rule.since and rule.since > as_of)
        )

    def _sometimes(self, requirement: Requirement) -> bool:
        """Whether each part of a requirement is met on some day, if not all on the same."""
        if isinstance(requirement, AllOf | AnyOf):
            parts = map(self._sometimes, _quick_first(requirement.children))
            return all(parts) if isinstance(requirement, AllOf) else any(parts)
        return Outcome.MET in self.outcomes(requirement).outcomes

    def _eligible(self, certification: Certification) -> Run:
        """Met where the rule in force is met and the certification can be earned."""
        as_of, horizon = self.evidence.as_of, self.evidence.horizon
        obtainable = _obtainable(certification.statuses, as_of, horizon)
        if obtainable.outcomes == (Outcome.UNMET,):
            return obtainable
        starts = [
            as_of,
            *(r.since for r in certification.rules if r.since and as_of < r.since <= horizon),
        ]
        days: list[date] = []
        outcomes: list[Outcome] = []
        for start, end in zip(starts, [*starts[1:], horizon + DAY], strict=True):
            rule = certification.rule_on(start)
            if rule is None:
                days.append(start)
                outcomes.append(Outcome.UNKNOWN)
                continue
            course = self.outcomes(rule.sit)
            days.append(start)
            outcomes.append(course.on(start))
            for day, outcome in zip(course.days, course.outcomes, strict=True):
                if start < day < end:
                    days.append(day)
                    outcomes.append(outcome)
        return _folded([_compressed(days, outcomes), obtainable], all_of, as_of)

    def _leaf(self, leaf: Leaf) -> Run:
        evidence = self.evidence
        if not isinstance(leaf, Experience | Degree | Training | Holds):  # no day changes it
            return Run((evidence.as_of,), (self._verdict(leaf).outcome,))

        def outcome(day: date) -> Outcome:
            return judge_leaf(leaf, evidence, day).outcome

        moments = _moments(leaf, evidence)
        if isinstance(leaf, Experience) and experience.gradual(leaf):
            return _gradual_course(moments, outcome, evidence.as_of, evidence.horizon)
        return _course(moments, outcome, evidence.as_of, evidence.horizon)

    def _met(self, requirement: Requirement, day: date) -> bool:
        return self._outcome(requirement, day) is Outcome.MET

    def _outcome(self, requirement: Requirement, day: date) -> Outcome:
        return self.outcomes(requirement).on(day)


# Experience is judged last: a course that nobody took settles the rest at once.
_PACE: dict[type, int] = {Experience: 2, AllOf: 1, AnyOf: 1}


def _quick_first(children: tuple[Requirement, ...]) -> list[Requirement]:
    return sorted(children, key=lambda child: _PACE.get(type(child), 0))


@lru_cache(20_000)  # the same for everybody who is asked about on a day
def _obtainable(statuses: tuple[StatusFrom, ...], start: date, horizon: date) -> Run:
    """Met where a certification of these statuses can be earned."""

    def outcome(day: date) -> Outcome:
        can = state_on(statuses, day) in OBTAINABLE
        return Outcome.MET if can else Outcome.UNMET

    return _course((status.since for status in statuses), outcome, start, horizon)


def _moments(leaf: Experience | Degree | Training | Holds, evidence: Evidence) -> Iterable[date]:
    if isinstance(leaf, Experience):
        return experience.moments(leaf, evidence)
    if isinstance(leaf, Degree):
        return degree.moments(leaf, evidence)
    if isinstance(leaf, Training):
        return training.moments(leaf, evidence)
    return holds.moments(leaf, evidence)


def _course(
    moments: Iterable[date | None],
    outcome: Callable[[date], Outcome],
    start: date,
    horizon: date,
) -> Run:
    days = [start, *sorted({day for day in moments if day and start < day <= horizon})]
    return _compressed(days, [outcome(day) for day in days])


def _gradual_course(
    moments: Iterable[date], outcome: Callable[[date], Outcome], start: date, horizon: date
) -> Run:
    """As `_course`, where the amount also moves evenly between two moments."""
    edges = {day for day in moments if start < day <= horizon}
    edges |= {  # a window pauses on the leap day
        day
        for year in range(start.year, horizon.year + 1)
        for month, number in ((2, 28), (3, 1), (3, 2))
        if start < (day := date(year, month, number)) <= horizon
    }
    days = [start, *sorted(edges), horizon + DAY]
    found: list[date] = []
    outcomes: list[Outcome] = []
    for first, after in pairwise(days):
        _halve(first, after - DAY, outcome, found, outcomes)
    return _compressed(found, outcomes)


def _halve(
    first: date,
    last: date,
    outcome: Callable[[date], Outcome],
    days: list[date],
    outcomes: list[Outcome],
) -> None:
    """Note every change between two days over which the amount only grows or only shrinks."""
    begin, end = outcome(first), outcome(last)
    days.append(first)
    outcomes.append(begin)
    while begin is not end:
        low, high = first, last
        while high - low > DAY:
            middle = low + (high - low) // 2
            if outcome(middle) is begin:
                low = middle
            else:
                high = middle
        first, begin = high, outcome(high)
        days.append(first)
        outcomes.append(begin)


def _folded(courses: Sequence[Run], fold: Callable[[list[Outcome]], Outcome], start: date) -> Run:
    if len(courses) == 1:
        return courses[0]
    days = sorted({start, *(day for course in courses for day in course.days)})
    return _compressed(days, [fold([course.on(day) for course in courses]) for day in days])


def _compressed(days: Sequence[date], outcomes: Sequence[Outcome]) -> Run:
    kept = [0, *(i for i in range(1, len(days)) if outcomes[i] is not outcomes[i - 1])]
    return Run(tuple(days[i] for i in kept), tuple(outcomes[i] for i in kept))
