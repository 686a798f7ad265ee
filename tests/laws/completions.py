"""Every extreme form in which what a profile leaves open may be completed, for one leaf.

Each value that is not given takes its least and its most favourable form, each list that may lack
entries lacks none or one of the extremes. Amounts beside months stay as they are.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

from strategies import AS_OF

from certadvisor.base.months import DateSpan, month_number, month_span, touched_months
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import OTHER_EMPLOYER, Degree, Employer, Experience, Leaf
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import (
    CareerBreak,
    Credential,
    Education,
    Profile,
    TrainingRecord,
    WorkPeriod,
)
from certadvisor.rules.leaves.registry import kind_of

LONG_AGO = date(1990, 1, 1)
DAY = timedelta(days=1)
MOST = 10_000.0  # hours; of work its square, so that a day of a long job has enough of them


def completions(leaf: Leaf, profile: Profile, catalog: Catalog, day: date) -> Iterator[Profile]:
    """Yield the extreme completions of the lists that a leaf looks at."""
    if isinstance(leaf, Employer):
        kinds = (leaf.employer, OTHER_EMPLOYER)
        is_known = profile.employer in kinds
        for kind in (profile.employer,) if is_known else kinds:
            yield profile._replace(employer=kind)
        return
    lists: dict[str, list[Any]] = {}
    section = kind_of(leaf).SECTION
    lists[section] = [
        (*entries, *more)
        for entries in product(
            *(_entries(one, leaf, profile, catalog, day) for one in getattr(profile, section) or ())
        )
        for more in _missing(profile, section, leaf, catalog, day)
    ]
    lists["breaks"] = [
        (*(profile.breaks or ()), *more) for more in _missing(profile, "breaks", leaf, catalog, day)
    ]
    for chosen in product(*lists.values()):
        lists_given: dict[str, Any] = dict(zip(lists, chosen, strict=True))
        yield profile._replace(**lists_given, incomplete=())


def _entries(entry: Any, leaf: Leaf, profile: Profile, catalog: Catalog, day: date) -> list[Any]:
    match entry:
        case WorkPeriod():
            assert isinstance(leaf, Experience)
            return _work(entry, leaf, profile, catalog, day)
        case TrainingRecord():
            times = (day, day + DAY) if entry.completed_unknown else (entry.completed,)
            amounts = (0.0, MOST) if entry.hours is None else (entry.hours,)
            plain = entry._replace(completed_unknown=False)
            return [
                plain._replace(hours=hours, completed=time)
                for hours, time in product(amounts, times)
            ]
        case Education(awarded_unknown=True):
            plain_degree = entry._replace(awarded_unknown=False)
            return [plain_degree._replace(awarded=award) for award in (day, day + DAY)]
        case Credential():
            return _credential(entry, catalog, day)
        case _:
            return [entry]


def _work(
    entry: WorkPeriod, leaf: Experience, profile: Profile, catalog: Catalog, day: date
) -> list[WorkPeriod]:
    """Every kind, complexity and amount that is open; amounts beside months need not be given."""
    kinds = [catalog.kinds_of([leaf.kind]), frozenset()] if entry.kinds is None else [entry.kinds]
    has_complexity = entry.complexity is not None or leaf.complexity is None
    complexities = [entry.complexity] if has_complexity else ["simple", "very-complex"]
    is_total = entry.start is None and entry.months is None and leaf.months is not None
    # A job of which no time is known may go on since ever, since the window began, since this
    # month, or is yet to begin: its hours lie wherever it does.
    starts = [LONG_AGO, day - 20 * DAY, day + DAY]
    if leaf.within_years:
        starts.append(day - (365 * leaf.within_years - 2) * DAY)
    starts += _starts_that_leave_one_month(leaf, profile, catalog, day)
    times: list[tuple[int | None, date | None]]
    times = [(None, start) for start in starts] if is_total else [(entry.months, entry.start)]
    asks_hours = leaf.hours is not None and leaf.months is None
    no_hours = entry.hours is None and entry.hours_per_week is None
    amounts: list[tuple[float | None, float | None]] = [(entry.hours, entry.hours_per_week)]
    if asks_hours and no_hours:
        amounts = [(0.0, None), (MOST * MOST, None)]
        # Hours to the day of the question leave the window; those of each week go on.
        amounts += [(None, MOST * MOST)] if entry.start else []
    asks_projects = leaf.projects is not None and leaf.months is None
    projects = [0, 100] if asks_projects and entry.projects is None else [entry.projects]
    return [
        entry._replace(
            kinds=one,
            complexity=complexity,
            months=months,
            start=start,
            hours=hours,
            hours_per_week=weekly,
            projects=done,
        )
        for one, complexity, (months, start), (hours, weekly), done in product(
            kinds, complexities, times, amounts, projects
        )
    ]


def _credential(credential: Credential, catalog: Catalog, day: date) -> list[Credential]:
    """Active and lapsed, where its dates do not say which; what a person leaves out is active."""
    certification = catalog.certifications[credential.id]
    plain = credential._replace(earned_unknown=False, expires_unknown=False)
    if credential.expires is not None or certification.lifetime:
        return [plain]
    cycle = certification.cycle_years
    is_over = (
        credential.earned is not None
        and cycle is not None
        and day > _anniversary(credential.earned, cycle)
    )
    if not (credential.earned_unknown or credential.expires_unknown or is_over):
        return [plain]
    return [plain._replace(expires=day + timedelta(days=days)) for days in (-1, 1)]


def _anniversary(day: date, years: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + years, day.month, 28 if is_leap_day and years % 4 else day.day)


def _missing(
    profile: Profile, section: str, leaf: Leaf, catalog: Catalog, day: date
) -> list[tuple[Any, ...]]:
    """What a list may lack: nothing, or the entry that changes most in either direction."""
    if getattr(profile, section) is not None and section not in profile.incomplete:
        return [()]
    match section:
        case "work":
            assert isinstance(leaf, Experience)
            kinds = catalog.kinds_of([leaf.kind])
            most = WorkPeriod(kinds, start=LONG_AGO, complexity="very-complex")
            simple = most._replace(complexity="simple")
            if leaf.months:
                starts = [LONG_AGO, *_starts_that_leave_one_month(leaf, profile, catalog, day)]
                both = product((most, simple), starts)
                return [(), *((one._replace(start=start),) for one, start in both)]
            plain = most._replace(hours=MOST * MOST, projects=100)
            blocker = simple._replace(hours=0, projects=0)
            # Hours of work that goes on lie before the day of the question: a later window needs
            # later work.
            recent = plain._replace(start=day - 20 * DAY, end=day)
            return [(), (plain,), (recent,), (blocker,)]
        case "education":
            assert isinstance(leaf, Degree)
            field = " ".join(leaf.field) or None
            degree = Education("doctorate", field, "GAC", LONG_AGO)
            return [(), (degree,)]
        case "training":
            return [(), (TrainingRecord("project-management", MOST, day),)]
        case "courses":
            return [(), ("csm-course",)]
        case "certifications":
            ids = kind_of(leaf).certifications(leaf)
            return [(), (Credential(ids[0], LONG_AGO, date(2090, 1, 1)),)]
        case "breaks":
            return [(), (CareerBreak(LONG_AGO),), *_breaks_to_work(profile, leaf, catalog, day)]
        case _:
            raise AssertionError(section)


def _starts_that_leave_one_month(
    leaf: Experience, profile: Profile, catalog: Catalog, day: date
) -> list[date]:
    """Return starts of work that leave undated totals one month of the window."""
    dated = [one for one in profile.work or () if one.start and leaf.kind in (one.kinds or ())]
    taken = touched_months(DateSpan(one.start, one.end or day) for one in dated if one.start)
    starts = Evidence(profile, catalog, AS_OF).window(
        day, leaf.within_years, leaf.extendable_to_years
    )
    numbers = [range(month_number(start), month_number(AS_OF)) for start in set(starts) if start]
    free = [[number for number in one if number not in taken] for one in numbers]
    return [month_span(number).first for one in free for number in one[1:2]]


def _breaks_to_work(
    profile: Profile, leaf: Leaf, catalog: Catalog, day: date
) -> Iterator[tuple[CareerBreak]]:
    """Yield breaks that stretch the window just to the last day of work."""
    if not isinstance(leaf, Experience) or not (leaf.months and leaf.extendable_to_years):
        return

    def start_after(days: int) -> date:
        """The first day of the window with a break of so many days before the last."""
        breaks = (*(profile.breaks or ()), CareerBreak(day - days * DAY, day))
        evidence = Evidence(profile._replace(breaks=breaks, incomplete=()), catalog, AS_OF)
        start, _ = evidence.window(day, leaf.within_years, leaf.extendable_to_years)
        assert start
        return start

    lengths = range(366 * leaf.extendable_to_years)
    for end in {one.end for one in profile.work or () if one.end}:
        days = bisect_left(lengths, -end.toordinal(), key=lambda n: -start_after(n).toordinal())
        if days < len(lengths) and start_after(days) == end:
            yield (CareerBreak(day - days * DAY, day),)
