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
LONGEST = 720
"""The most months that an undated total may have."""


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


def _worlds(leaf: Written, question: Question) -> Iterator[tuple[Work, ...]]:
    """The work that counts for the leaf, complete, in every way in which it may be completed."""
    choices: list[list[Work | None]] = []
    for entry in question.profile.work or ():
        counts = _counts(leaf, entry, question.catalogue)
        if counts is False:
            continue
        completed: list[Work | None] = [*_completed(leaf, entry)]
        choices.append(completed if counts else [None, *completed])
    for world in product(*choices):
        yield tuple(entry for entry in world if entry is not None)


def _counts(leaf: Written, entry: Work, catalogue: Catalogue) -> bool | None:
    """Whether the entry is of the leaf's kind, complexity and responsibility, or None: maybe."""
    answers = [
        None if entry.kinds is None else leaf["experience"] in entry.kinds,
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


def _completed(leaf: Written, entry: Work) -> Iterator[Work]:
    """The entry with the extremes of each amount that the leaf asks and the entry does not give."""
    open_amounts: dict[str, list[Any]] = {}
    if not entry.dated and entry.months is None:
        if entry.end is not None:
            open_amounts["start"] = [EARLIEST, entry.end]
        elif "months" in leaf or entry.hours_per_week is not None:
            open_amounts["months"] = [NONE, LONGEST]
    # Beside months, hours are judged only if given, so no world needs them.
    hours_given = entry.hours is not None or entry.hours_per_week is not None
    if "hours" in leaf and "months" not in leaf and not hours_given:
        open_amounts["hours"] = [NONE, PLENTY]
    if "person_days" in leaf and entry.person_days is None:
        open_amounts["person_days"] = [NONE, PLENTY]
    if "projects" in leaf and entry.projects is None:
        open_amounts["projects"] = [NONE, PLENTY]
    for amounts in product(*open_amounts.values()):
        yield replace(entry, **dict(zip(open_amounts, amounts, strict=True)))


@dataclass(frozen=True)
class Counted:
    """An entry beside the months of it that lie in the window, and the share of it that does."""

    entry: Work
    months: frozenset[int]
    share: Fraction
    days: int
    reaches: bool
    """Whether any of it lies in the window."""


def _meets(leaf: Written, question: Question, start: date, world: tuple[Work, ...]) -> bool | None:
    """Whether a world meets the leaf; None where hours of only some of the work leave it open."""
    window = start, question.day
    counted = [one for one in _count(question, window, world) if one.reaches]
    answers: list[bool | None] = []
    if "months" in leaf:
        months = {month for one in counted for month in one.months}
        answers.append(len(months) >= leaf["months"])
    if "person_days" in leaf:
        days = sum(Fraction(one.entry.person_days or 0) * one.share for one in counted)
        answers.append(days >= leaf["person_days"])
    if "projects" in leaf:
        answers.append(sum(one.entry.projects or 0 for one in counted) >= leaf["projects"])
    if "hours" in leaf:
        answers.append(_enough_hours(leaf, counted))
    if False in answers:
        return False
    return None if None in answers else True


def _enough_hours(leaf: Written, counted: list[Counted]) -> bool | None:
    """Whether the hours are enough; None where some work gives hours, too few, and some none.

    Beside months, hours are judged only if any are given.
    """
    hours = [_hours(one) for one in counted]
    given = [amount for amount in hours if amount is not None]
    if ("months" in leaf and not given) or sum(given) >= leaf["hours"]:
        return True
    return False if len(given) == len(hours) else None


def _hours(one: Counted) -> Fraction | None:
    """The hours of an entry that lie in the window."""
    if one.entry.hours is not None:
        return Fraction(one.entry.hours) * one.share
    if one.entry.hours_per_week is not None:
        return Fraction(one.entry.hours_per_week) * one.days / 7
    return None


def _count(question: Question, window: Span, world: tuple[Work, ...]) -> Iterator[Counted]:
    """What of each entry lies in the window."""
    taken: set[int] = set()
    for entry in world:
        if entry.start is not None:
            whole = entry.start, entry.end or max(question.asked, entry.start)
            taken.update(months_touched(whole))
            inside = overlap((entry.start, entry.end or question.day), window)
            share = Fraction(length(overlap(whole, window)), length(whole))
            days = length(inside)
            yield Counted(entry, frozenset(months_touched(inside)), share, days, days > 0)
    for entry in world:
        if entry.start is None:
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
