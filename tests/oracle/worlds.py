"""The leaf `experience`: counted in every world that what is given allows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

from oracle.days import (
    EARLIEST,
    Span,
    days_of_month,
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
NONE, PLENTY = 0, 1_000_000
"""An amount that is not given may be as little as nothing, and more than any rule asks."""


def judge_experience(leaf: Written, question: Question) -> bool | None:
    """Whether all worlds meet the leaf; None where two disagree."""
    if question.profile.work is None:
        return None
    answers = {
        _meets(leaf, question, start, world)
        for start in _window_starts(leaf, question)
        for world in _worlds(leaf, question)
    }
    if answers == {True}:
        return True
    may_lack = "work" in question.profile.incomplete
    return False if answers == {False} and not may_lack else None


def _window_starts(leaf: Written, question: Question) -> set[date]:
    """The first day of the window; the latest and the earliest where breaks are not all given."""
    profile, day = question.profile, question.day
    years = leaf.get("within_years")
    if years is None:
        return {EARLIEST}
    at_most = leaf.get("extendable_to_years", years)
    starts = {stretched_start(day, years, at_most, profile.breaks or ())}
    if profile.breaks is None or "breaks" in profile.incomplete:
        starts.add(years_before(day, at_most))
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
    counts_less = {"complexity", "responsibility"} & leaf.keys() or "months" not in leaf
    if "work" in question.profile.incomplete and counts_less:
        # Work that is missing, too simple to count or of no hours, may move undated totals back.
        choices.append([None, (Work(start=EARLIEST), False)])
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
    """The entry with the extremes of each amount that the leaf asks and the entry does not give."""
    open_amounts: dict[str, list[Any]] = {}
    if not entry.dated and entry.months is None:
        if entry.end is not None:
            open_amounts["start"] = [EARLIEST, entry.end]
        elif "months" in leaf or not _gives_amount(leaf, entry):  # no time, or a job that goes on
            in_window = years_before(question.day, leaf.get("within_years", 40))
            open_amounts["start"] = [None, EARLIEST, in_window, question.asked]
    # Beside months, other amounts are judged only if given, so no world needs them.
    for unit in () if "months" in leaf else ("hours", "person_days", "projects"):
        by_week = unit == "hours" and entry.hours_per_week is not None
        if unit in leaf and getattr(entry, unit) is None and not by_week:
            open_amounts[unit] = [NONE, PLENTY]
    for amounts in product(*open_amounts.values()):
        yield replace(entry, **dict(zip(open_amounts, amounts, strict=True)))


def _gives_amount(leaf: Written, entry: Work) -> bool:
    """Whether an entry without any time gives what the leaf asks: it is then taken as recent."""
    return any(
        unit in leaf and getattr(entry, unit) is not None
        for unit in ("hours", "person_days", "projects")
    )


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
        if given == PLENTY:
            return Fraction(PLENTY)  # wherever in the entry it lies
        if given is not None:
            return Fraction(given) * (1 if unit == "projects" else self.share)
        if unit == "hours" and self.entry.hours_per_week is not None:
            return Fraction(self.entry.hours_per_week) * self.days / 7
        return None


def _meets(leaf: Written, question: Question, start: date, world: World) -> bool:
    """Whether a world meets the leaf, in every unit that it asks."""
    counted = [one for one in _count(question, (start, question.day), world) if one.reaches]
    if "months" in leaf:
        months = {month for one in counted for month in one.months}
        if len(months) < leaf["months"]:
            return False
    return all(
        _is_reached(leaf, [one.amount(unit) for one in counted], leaf[unit])
        for unit in ("hours", "person_days", "projects")
        if unit in leaf
    )


def _is_reached(leaf: Written, amounts: list[Fraction | None], need: int) -> bool:
    """Whether amounts are enough. Beside months they are judged only if all work gives them."""
    given = [amount for amount in amounts if amount is not None]
    if "months" in leaf and len(given) < len(amounts):
        return True
    return sum(given) >= need


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
