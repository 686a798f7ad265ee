"""The judge: walks a requirement, decides every node, and marks the nearest way."""

from collections.abc import Callable
from datetime import date
from typing import assert_never

from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Assessment,
    Course,
    Declare,
    Degree,
    Experience,
    Holds,
    Leaf,
    Membership,
    Requirement,
    Training,
)
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.effort import effort
from certadvisor.rules.leaves import degree, experience, holds, listed, training
from certadvisor.rules.outcome import Outcome, all_of, any_of
from certadvisor.rules.verdict import Shortfall, Verdict


def judge(
    requirement: Requirement,
    evidence: Evidence,
    day: date,
    leaf: Callable[[Leaf], Verdict] | None = None,
) -> Verdict:
    """Decide a requirement for a person on a day; every child is judged, whatever its siblings say.

    `day` is not before the day that the evidence was made for. `leaf` gives the verdict on a
    leaf where it may be known already.
    """
    if isinstance(requirement, AllOf | AnyOf):
        children = tuple(judge(child, evidence, day, leaf) for child in requirement.children)
        return judge_group(requirement, children, evidence, day)
    return leaf(requirement) if leaf else judge_leaf(requirement, evidence, day)


def judge_group(
    group: AllOf | AnyOf, children: tuple[Verdict, ...], evidence: Evidence, day: date
) -> Verdict:
    """Decide a group by the verdicts on its children."""
    outcomes = [child.outcome for child in children]
    if isinstance(group, AllOf):
        return Verdict(group, all_of(outcomes), children=children)
    outcome = any_of(outcomes)
    nearest = _nearest(children, outcome, evidence, day)
    return Verdict(group, outcome, children=children, nearest=nearest)


def judge_leaf(leaf: Leaf, evidence: Evidence, day: date) -> Verdict:
    """Decide one leaf."""
    if isinstance(leaf, Experience):
        return experience.judge(leaf, evidence, day)
    if isinstance(leaf, Degree):
        return degree.judge(leaf, evidence, day)
    if isinstance(leaf, Training):
        return training.judge(leaf, evidence, day)
    if isinstance(leaf, Holds):
        return holds.judge(leaf, evidence, day)
    if isinstance(leaf, Course | Membership | Assessment | Declare):
        return listed.judge(leaf, evidence)
    assert_never(leaf)


def missing_in(verdict: Verdict) -> tuple[Shortfall, ...]:
    """What is missing on the nearest way: a shortfall for each unmet leaf, none twice."""
    return tuple(
        dict.fromkeys(
            Shortfall(leaf.requirement, (leaf.need or 0) - (leaf.have or 0), leaf.unit or "")  # type: ignore[arg-type]  # a leaf's verdict
            for leaf in nearest_leaves(verdict)
            if leaf.outcome is Outcome.UNMET
        )
    )


def nearest_leaves(verdict: Verdict) -> tuple[Verdict, ...]:
    """The leaves of the nearest way, in the order written."""
    if isinstance(verdict.requirement, AnyOf):
        return () if verdict.nearest is None else nearest_leaves(verdict.children[verdict.nearest])
    if isinstance(verdict.requirement, AllOf):
        return tuple(leaf for child in verdict.children for leaf in nearest_leaves(child))
    return (verdict,)


def _nearest(
    children: tuple[Verdict, ...], outcome: Outcome, evidence: Evidence, day: date
) -> int | None:
    """The child with the group's own outcome that asks the least time, then the fewest leaves."""
    candidates = [index for index, child in enumerate(children) if child.outcome is outcome]
    if outcome is Outcome.MET or not candidates:
        return candidates[0] if candidates else None

    def distance(index: int) -> tuple[float, int, int]:
        open_leaves = [
            leaf for leaf in nearest_leaves(children[index]) if leaf.outcome is not Outcome.MET
        ]
        return effort(missing_in(children[index]), evidence, day), len(open_leaves), index

    return min(candidates, key=distance)
