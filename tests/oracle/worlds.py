"""The leaf `experience`: counted in every world that what is given allows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import product

from oracle.days import (
    EARLIEST,
    ONE_DAY,
    Span,
    days_of_month,
    each_day,
    laid_back,
    length,
    month_number,
    months_touched,
    overlap,
    stretched_start,
    years_before,
)
from oracle.reading import Catalogue, Question, Work, Written

COMPLEXITIES = ["simple", "moderate", "complex", "very-complex"]
UNITS = "hours", "person_days", "projects"


def judge_experience(leaf: Written, question: Question) -> bool | None:
    """Whether all worlds meet the leaf; None where two disagree."""
    if question.profile.work is None:
        return None
    answers = {
        answer
        for start in _window_starts(leaf, question)
        for world in _worlds(leaf, question)
        for answer in _answers(leaf, question, start, world)
    }
    if answers == {True}:
        return True
    may_lack = "work" in question.profile.incomplete
    return False if answers == {False} and not may_lack else None


def _window_starts(leaf: Written, question: Question) -> set[date]:
    """The first day of the window; the latest and the earliest where breaks are not all given.

    Between them, days on which work ends settle which of it gives an amount beside months.
    """
    profile, day = question.profile, question.day
    years = leaf.get("within_years")
    if years is None:
        return {date.min}
    at_most = leaf.get("extendable_to_years", years)
    starts = {stretched_start(day, years, at_most, profile.breaks or ())}
    if profile.breaks is None or "breaks" in profile.incomplete:
        latest, earliest = *starts, years_before(day, at_most)
        starts.add(earliest)
        if "months" in leaf and any(unit in leaf for unit in UNITS):
            ends = {entry.end for entry in profile.work or ()}
            starts.update(
                one
                for one in each_day((earliest, latest))
                if one in ends or (one + ONE_DAY).day == 1
            )
    return starts


World = tuple[tuple[Work, bool], ...]
"""Complete entries of the leaf's kind, each with whether it is complex and responsible enough."""


def _worlds(leaf: Written, question: Question) -> Iterator[World]:
    """The work of the leaf's kind in every way in which it may be completed."""
    choices: list[list[tuple[Work, bool] | None]] = []
    for entry in question.profile.work or ():
        is_kind = None if entry.kinds is None else leaf["experience"] in entry.kinds
        if is_kind is False:
            continue
        is_enough = _is_enough(leaf, entry, question.catalogue)
        ways: list[tuple[Work, bool] | None] = []
        if is_enough is not False:
            ways += [(completed, True) for completed in _completed(leaf, entry, question)]
        if not is_enough:
            ways += [(one, False) for one in _completed({}, entry, question)]
        if is_kind is None:
            ways.append(None)
        choices.append(ways)
    if "work" in question.profile.incomplete:
        # Work that is missing, too simple to count or of no hours, may move undated totals back.
        missing = [Work(start=start) for start in _places(leaf, question)]
        is_graded = not {"complexity", "responsibility"}.isdisjoint(leaf)
        enough = [True, False] if is_graded else [True]
        choices.append([None, *product(missing, enough)])
    for world in product(*choices):
        yield tuple(entry for entry in world if entry is not None)


def _is_enough(leaf: Written, entry: Work, catalogue: Catalogue) -> bool | None:
    """Whether the work is as complex and responsible as the leaf asks; None where it may be."""
    answers = [
        _at_least(entry.complexity, leaf.get("complexity"), COMPLEXITIES),
        _at_least(entry.responsibility, leaf.get("responsibility"), catalogue.responsibilities),
    ]
    if False in answers:
        return False
    return None if None in answers else True


def _at_least(given: str | None, asked: str | None, scale: list[str]) -> bool | None:
    if asked is None:
        return True
    return None if given is None else scale.index(given) >= scale.index(asked)


def _completed(leaf: Written, entry: Work, question: Question) -> Iterator[Work]:
    """The entry in every place in which it may lie."""
    if entry.dated or entry.months is not None or _gives_amount(leaf, entry):
        yield entry
        return
    yield entry
    for start in _places(leaf, question):
        yield replace(entry, start=start)


def _places(leaf: Written, question: Question) -> Iterator[date]:
    """Days on which work that goes on may have started: it takes all months from undated totals.

    Or all of the window but the first, which leaves a total one.
    """
    yield EARLIEST
    work = [entry for entry in question.profile.work or () if entry.kinds is not None]
    if not any(entry.months for entry in work):
        return
    spans = [(entry.start, entry.end or question.day) for entry in work if entry.start]
    taken = {month for span in spans for month in months_touched(span)}
    for years in {leaf[key] for key in ("within_years", "extendable_to_years") if key in leaf}:
        window = years_before(question.day, years), question.asked
        free = [month for month in months_touched(window) if month not in taken]
        yield from (date(month // 12, month % 12 + 1, 1) for month in free[1:2])


def _gives_amount(leaf: Written, entry: Work) -> bool:
    """Whether an entry without any time gives what the leaf asks: it is then taken as recent."""
    return any(unit in leaf and getattr(entry, unit) is not None for unit in UNITS)


@dataclass(frozen=True)
class Counted:
    """An entry beside the months of it that lie in the window, and the share of it that does."""

    entry: Work
    months: frozenset[int]
    share: Fraction
    days: int
    reaches: bool
    """Whether any of it lies in the window."""

    def amount(self, unit: str) -> Fraction | None:
        """The hours, person-days or projects that count; None where the entry gives none."""
        given = getattr(self.entry, unit)
        if given is not None:
            return Fraction(given) * (1 if unit == "projects" else self.share)
        has_time = self.entry.dated or self.entry.months
        if unit == "hours" and self.entry.hours_per_week is not None and has_time:
            return Fraction(self.entry.hours_per_week) * self.days / 7
        return None


def _answers(leaf: Written, question: Question, start: date, world: World) -> set[bool]:
    """Whether a world meets the leaf: in every unit that it asks. Both where amounts are open."""
    counted = [one for one in _count(question, (start, question.day), world) if one.reaches]
    answers = [
        _reaches(leaf, [one.amount(unit) for one in counted], leaf[unit])
        for unit in UNITS
        if unit in leaf
    ]
    if "months" in leaf:
        months = len({month for one in counted for month in one.months})
        has_time = all(one.entry.dated or one.entry.months for one in counted)
        answers.append({months >= leaf["months"]} | (set() if has_time else {True}))
    return {all(chosen) for chosen in product(*answers)}


def _reaches(leaf: Written, amounts: list[Fraction | None], need: int) -> set[bool]:
    """Whether amounts reach what is asked; one that is not given may be nothing, or plenty.

    Beside months, they are judged only if some work gives them.
    """
    given = [amount for amount in amounts if amount is not None]
    if "months" in leaf and not given:
        return {True}
    return {sum(given) >= need} | ({True} if len(given) < len(amounts) else set())


def _count(question: Question, window: Span, world: World) -> Iterator[Counted]:
    """What lies in the window of each entry that counts."""
    taken: set[int] = set()
    for entry, is_enough in world:
        if entry.start is None:
            continue
        whole = entry.start, entry.end or max(question.asked, entry.start)
        taken.update(months_touched(whole))  # dated work of the kind, enough or not
        if is_enough:
            inside = overlap((entry.start, entry.end or question.day), window)
            share = Fraction(length(overlap(whole, window)), length(whole))
            days = length(inside)
            yield Counted(entry, frozenset(months_touched(inside)), share, days, days > 0)
    for entry, is_enough in world:
        if entry.start is None and is_enough:
            yield _count_total(entry, question, window, taken)


def _count_total(entry: Work, question: Question, window: Span, taken: set[int]) -> Counted:
    """What of an undated total lies in the window; the months it takes are added to `taken`.

    One without months is recent.
    """
    if not entry.months:
        return Counted(entry, frozenset(), Fraction(1), 0, reaches=True)
    laid = laid_back(entry.months, question.asked, taken)
    taken.update(laid)
    first, last = month_number(window[0]), month_number(window[1])
    inside = frozenset(number for number in laid if first <= number <= last)
    share = Fraction(len(inside), entry.months)
    return Counted(entry, inside, share, sum(map(days_of_month, inside)), bool(inside))
