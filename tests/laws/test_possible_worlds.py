"""A leaf is unknown exactly if two completions of what the profile does not say disagree on it.

So do two readings of a rule on which sources disagree.

The completions are made by brute force: each value that is not given takes its least and its most
favourable form, each list that may lack entries lacks none or one of the extremes. The judge is
asked about each of these profiles, which leave nothing open. Of months with other amounts he is
asked one by one: only amounts that some work in the window gives are judged, and work that does
not give them may have any.

`CERTADVISOR_LAW_EXAMPLES` says how many examples are drawn.
"""

import os
from datetime import date, timedelta
from itertools import product, zip_longest
from typing import Any

from completions import MOST, completions
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import AS_OF, WALK, leaves, leaves_with_evidence, profiles

from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import (
    Declare,
    DisputableLeaf,
    Experience,
    Leaf,
    readings,
)
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile, WorkPeriod
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.outcome import Outcome, all_of

EXAMPLES = int(os.environ.get("CERTADVISOR_LAW_EXAMPLES", "200"))


def outcomes(leaf: Leaf, profile: Profile, catalog: Catalog, day: date) -> set[Outcome]:
    """Return the outcomes of all completions."""
    units = [unit for unit in ("hours", "projects") if getattr(leaf, unit, None)]
    if not isinstance(leaf, Experience) or not leaf.months or not units:
        return {judge(leaf, one, catalog, day) for one in completions(leaf, profile, catalog, day)}
    alone = leaf._replace(months=None, hours=None, projects=None)
    found: set[Outcome] = set()
    for completed in completions(leaf, profile, catalog, day):
        parts = [{judge(alone._replace(months=leaf.months), completed, catalog, day)}]
        for unit in units:
            amount: dict[str, Any] = {unit: getattr(leaf, unit)}
            work = _timeless_amounts_recent(completed, profile, unit)
            parts.append(_outcomes_if_given(alone._replace(**amount), unit, work, catalog, day))
        found.update(all_of(chosen) for chosen in product(*parts))
    return found


def judge(leaf: Leaf, profile: Profile, catalog: Catalog, day: date) -> Outcome:
    """Judge a leaf."""
    return judge_leaf(leaf, Evidence(profile, catalog, AS_OF), day).outcome


def _outcomes_if_given(
    leaf: Experience, unit: str, profile: Profile, catalog: Catalog, day: date
) -> set[Outcome]:
    """Return the outcomes of an amount beside months: met where no work in the window gives it."""
    work = profile.work or ()
    as_projects = tuple(one._replace(projects=int(_gives(one, unit))) for one in work)
    any_project: dict[str, Any] = {unit: None, "projects": 1}
    is_given = judge(leaf._replace(**any_project), profile._replace(work=as_projects), catalog, day)
    if is_given is not Outcome.MET:
        return {Outcome.MET}
    return {
        judge(leaf, profile._replace(work=completed), catalog, day)
        for most in (False, True)
        for completed in [
            tuple(one if _gives(one, unit) else _fill(one, unit, most=most) for one in work)
        ]
    }


def _fill(work: WorkPeriod, unit: str, *, most: bool) -> WorkPeriod:
    """Give work nothing or the most of an amount; hours a week go on after the question."""
    if unit == "projects":
        return work._replace(projects=100 if most else 0)
    hours = MOST * MOST if most else 0
    return work._replace(hours_per_week=hours) if work.start else work._replace(hours=hours)


def _gives(work: WorkPeriod, unit: str) -> bool:
    has_time = work.start is not None or work.months is not None
    by_week = unit == "hours" and work.hours_per_week is not None and has_time
    return getattr(work, unit) is not None or by_week


def _timeless_amounts_recent(completed: Profile, profile: Profile, unit: str) -> Profile:
    """Return a completed profile in which amounts given without any time count whole."""
    work = []
    for one, written in zip_longest(completed.work or (), profile.work or ()):
        is_timeless = written and written.start is None and written.months is None
        work.append(one._replace(start=None) if is_timeless and _gives(written, unit) else one)
    return completed._replace(work=tuple(work))


def assert_exact(leaf: Leaf, profile: Profile, catalog: Catalog, day: date) -> None:
    """Compare the judge on the profile with the judge on its completions."""
    assume(not isinstance(leaf, Declare))  # silence about a statement is never a no
    if isinstance(leaf, Experience) and leaf.months and leaf.within_years:
        # A rule that asks for all of its window depends on half a month at its ends.
        assume((leaf.disputed or leaf.months) <= 12 * leaf.within_years - 3)
    disputed = isinstance(leaf, DisputableLeaf) and leaf.disputed
    rules: tuple[Leaf, ...] = readings(leaf) if disputed else (leaf,)  # type: ignore[arg-type]
    completed = set().union(*(outcomes(one, profile, catalog, day) for one in rules))
    assert Outcome.UNKNOWN not in completed
    expected = completed.pop() if len(completed) == 1 else Outcome.UNKNOWN
    outcome = judge(leaf, profile, catalog, day)
    if _may_move_totals(leaf, profile):
        assert outcome in (expected, Outcome.UNKNOWN)  # see `LaidMonths`
    else:
        assert outcome is expected


def _may_move_totals(leaf: Leaf, profile: Profile) -> bool:
    """Whether work that only may count bears on how much of undated amounts a window holds."""
    if not isinstance(leaf, Experience) or not (leaf.hours or leaf.projects):
        return False
    work = profile.work or ()
    return any(one.months for one in work) and any(
        one.kinds is None or (leaf.complexity and one.complexity is None) for one in work
    )


exactly = settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
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
