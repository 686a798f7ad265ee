"""A leaf is unknown exactly if two completions of what the profile does not say disagree on it.

So do two readings of a rule on which sources disagree.

The completions are made by brute force: each value that is not given takes its least and its most
favourable form, each list that may lack entries lacks none or one of the extremes. The judge is
asked about each of these profiles, which leave nothing open.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import AS_OF, WALK, leaves, leaves_with_evidence, profiles

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import (
    OTHER_EMPLOYER,
    Declare,
    Degree,
    DisputableLeaf,
    Employer,
    Experience,
    Leaf,
    readings,
)
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import (
    CareerBreak,
    Credential,
    Education,
    Profile,
    TrainingRecord,
    WorkPeriod,
)
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome

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
            *(_entries(one, leaf, catalog, day) for one in getattr(profile, section) or ())
        )
        for more in _missing(profile, section, leaf, catalog, day)
    ]
    lists["breaks"] = [
        (*(profile.breaks or ()), *more) for more in _missing(profile, "breaks", leaf, catalog, day)
    ]
    for chosen in product(*lists.values()):
        lists_given: dict[str, Any] = dict(zip(lists, chosen, strict=True))
        yield profile._replace(**lists_given, incomplete=())


def _entries(entry: Any, leaf: Leaf, catalog: Catalog, day: date) -> list[Any]:
    match entry:
        case WorkPeriod():
            assert isinstance(leaf, Experience)
            return _work(entry, leaf, catalog, day)
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


def _work(entry: WorkPeriod, leaf: Experience, catalog: Catalog, day: date) -> list[WorkPeriod]:
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
    times: list[tuple[int | None, date | None]]
    times = [(None, start) for start in starts] if is_total else [(entry.months, entry.start)]
    asks_hours = leaf.hours is not None and leaf.months is None
    no_hours = entry.hours is None and entry.hours_per_week is None
    hours = [0.0, MOST * MOST] if asks_hours and no_hours else [entry.hours]
    asks_projects = leaf.projects is not None and leaf.months is None
    projects = [0, 100] if asks_projects and entry.projects is None else [entry.projects]
    return [
        entry._replace(
            kinds=one, complexity=complexity, months=months, start=start, hours=most, projects=done
        )
        for one, complexity, (months, start), most, done in product(
            kinds, complexities, times, hours, projects
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
            plain = most._replace(hours=MOST * MOST, projects=100)
            blocker = plain._replace(complexity="simple", hours=0.0, projects=0)
            # Hours of work that goes on lie before the day of the question: a later window needs
            # later work.
            recent = plain._replace(start=day - 20 * DAY, end=day)
            return [(), (plain,), (recent,), (blocker,), *([(most,)] if leaf.months else [])]
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
            return [(), (CareerBreak(LONG_AGO),)]
        case _:
            raise AssertionError(section)


def assert_exact(leaf: Leaf, profile: Profile, catalog: Catalog, day: date) -> None:
    """Compare the judge on the profile with the judge on its completions."""
    assume(not isinstance(leaf, Declare))  # silence about a statement is never a no
    if isinstance(leaf, Experience) and leaf.months and leaf.within_years:
        # A rule that asks for all of its window depends on half a month at its ends.
        assume((leaf.disputed or leaf.months) <= 12 * leaf.within_years - 3)
    if isinstance(leaf, Experience) and leaf.months and (leaf.hours or leaf.projects):
        # Other amounts are judged beside months only if given. Whether they are is open where an
        # entry gives neither time nor amount, or a break would bring one without amount in.
        assume(all(one.start or one.months for one in profile.work or ()))
        assume(leaf.extendable_to_years is None or profile.breaks is not None)
    disputed = isinstance(leaf, DisputableLeaf) and leaf.disputed
    rules: tuple[Leaf, ...] = readings(leaf) if disputed else (leaf,)  # type: ignore[arg-type]
    completed = {
        judge_leaf(reading, Evidence(one, catalog, AS_OF), day).outcome
        for reading in rules
        for one in completions(reading, profile, catalog, day)
    }
    assert Outcome.UNKNOWN not in completed
    expected = completed.pop() if len(completed) == 1 else Outcome.UNKNOWN
    assert judge_leaf(leaf, Evidence(profile, catalog, AS_OF), day).outcome is expected


exactly = settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
later = st.just(0) | st.integers(0, WALK)


@given(leaf_and_profile=leaves_with_evidence, days=later)
@exactly
def test_a_leaf_with_evidence_is_unknown_exactly_where_completions_disagree(
    leaf_and_profile: tuple[Leaf, Profile], days: int, small: Catalog
) -> None:
    """Whatever is not given, not read, or may be missing."""
    assert_exact(*leaf_and_profile, small, AS_OF + timedelta(days=days))


@given(leaf=leaves, profile=profiles, days=later)
@exactly
def test_a_leaf_is_unknown_exactly_where_completions_disagree(
    leaf: Leaf, profile: Profile, days: int, small: Catalog
) -> None:
    """Also where the profile gives no list at all."""
    assert_exact(leaf, profile, small, AS_OF + timedelta(days=days))
