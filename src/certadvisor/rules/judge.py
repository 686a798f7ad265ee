"""Judging a requirement tree: decides every node and marks the nearest alternative."""

from collections.abc import Callable
from datetime import date

from certadvisor.catalog.requirement import AllOf, AnyOf, Leaf, Requirement
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.effort import total_effort_days
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome, all_of, any_of
from certadvisor.rules.verdict import Shortfall, Verdict, nearest_leaves


def judge(
    requirement: Requirement,
    evidence: Evidence,
    day: date,
    leaf_verdict: Callable[[Leaf], Verdict] | None = None,
) -> Verdict:
    """Judge a requirement for a person on a day.

    Every child is judged, even where its siblings already decide the group, so that the tree
    shows all of them.

    Args:
        requirement: A leaf or a group.
        evidence: The person's evidence.
        day: The day to judge for, not before `evidence.as_of`.
        leaf_verdict: Returns the verdict on a leaf on `day`, for callers that cache them;
            None judges every leaf anew.

    Returns:
        The verdict tree, in the shape of the requirement.
    """
    if isinstance(requirement, AllOf | AnyOf):
        children = tuple(
            judge(child, evidence, day, leaf_verdict) for child in requirement.children
        )
        return judge_group(requirement, children, evidence, day)
    return leaf_verdict(requirement) if leaf_verdict else judge_leaf(requirement, evidence, day)


def judge_group(
    group: AllOf | AnyOf, children: tuple[Verdict, ...], evidence: Evidence, day: date
) -> Verdict:
    """Judge a group from the verdicts on its children.

    Args:
        group: The `all` or `any` group.
        children: The verdicts on its children, in the order written.
        evidence: The person's evidence, used to estimate which alternative is nearest.
        day: The day that the children were judged for.

    Returns:
        The verdict on the group, with `nearest` set where it is an `any` group.
    """
    outcomes = [child.outcome for child in children]
    if isinstance(group, AllOf):
        return Verdict(group, all_of(outcomes), children=children)
    outcome = any_of(outcomes)
    nearest = _nearest_child(children, outcome, evidence, day)
    return Verdict(group, outcome, children=children, nearest=nearest)


def judge_leaf(leaf: Leaf, evidence: Evidence, day: date) -> Verdict:
    """Judge one leaf.

    Args:
        leaf: The leaf.
        evidence: The person's evidence.
        day: The day to judge for, not before `evidence.as_of`.

    Returns:
        The verdict, with its amounts and unit.
    """
    return kind_of(leaf).judge(leaf, evidence, day)


def missing_in(verdict: Verdict) -> tuple[Shortfall, ...]:
    """Collect the shortfalls of the nearest alternative.

    Args:
        verdict: A verdict tree.

    Returns:
        One shortfall for each unmet leaf, without duplicates, in the order written; () where
        no leaf on the nearest path is unmet.
    """
    open_leaves = (leaf for leaf in nearest_leaves(verdict) if leaf.outcome is Outcome.UNMET)
    return tuple(dict.fromkeys(map(shortfall_of, open_leaves)))


def shortfall_of(leaf: Verdict) -> Shortfall:
    """Return what a leaf still needs, by what certainly counts.

    Args:
        leaf: The verdict on a leaf.
    """
    requirement: Leaf = leaf.requirement  # type: ignore[assignment]  # a leaf's verdict
    return Shortfall(requirement, (leaf.need or 0) - (leaf.have or 0), leaf.unit or "")


def _nearest_child(
    children: tuple[Verdict, ...], outcome: Outcome, evidence: Evidence, day: date
) -> int | None:
    """Return the index of the nearest child among those that share the group's outcome.

    Nearest is the child that takes the least calendar time, then the one with the fewest
    open leaves, then the first. None where there are no children.
    """
    candidates = [index for index, child in enumerate(children) if child.outcome is outcome]
    if outcome is Outcome.MET or not candidates:
        return candidates[0] if candidates else None

    def distance(index: int) -> tuple[float, int, int]:
        open_leaves = [
            leaf for leaf in nearest_leaves(children[index]) if leaf.outcome is not Outcome.MET
        ]
        return (
            total_effort_days(missing_in(children[index]), evidence, day),
            len(open_leaves),
            index,
        )

    return min(candidates, key=distance)
