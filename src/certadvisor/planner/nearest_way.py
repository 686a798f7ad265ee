"""Checks with the nearest way through the rule marked: the one that takes the least time.

Experience grows at work while everything else is done one thing after another. Another
certification takes as long as `plan` needs to reach it; all else takes the days of
data/advice.yaml (`effort_days`, `degree_days`).
"""

from collections.abc import Callable, Iterable, Sequence
from math import inf

from certadvisor.catalog.records import Certification
from certadvisor.catalog.requirement import AllOf, AnyOf, Leaf
from certadvisor.planner.actions import ASK, Action
from certadvisor.planner.branch_and_bound import Limits
from certadvisor.planner.planning_context import PlanningContext
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.planner.routes import PlanningMode
from certadvisor.planner.schedule import actions_of
from certadvisor.rules.check import check, stands_still
from certadvisor.rules.effort import effort_days, total_days
from certadvisor.rules.judge import judge_leaf, missing_in, shortfall_of
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check, Shortfall, Verdict, nearest_leaves


def check_certification(certification: Certification, resources: PlanningResources) -> Check:
    """Check a certification for a person, with what is missing on the nearest way.

    Args:
        certification: The certification to check.
        resources: The person's evidence, and what all plans of the person share.
    """
    return NearestWays(resources).mark(check(certification, resources.timeline))


class NearestWays:
    """Marks the nearest ways in the checks of one person.

    Args:
        resources: The person's evidence, and what all plans of the person share.
    """

    def __init__(self, resources: PlanningResources) -> None:
        self._resources = resources
        self._evidence = resources.evidence
        self._days_to_earn: dict[str, float] = {}

    def mark(self, answer: Check) -> Check:
        """Mark the nearest way of a check, and list what is missing on it."""
        if answer.outcome is Outcome.MET and answer.award in (None, Outcome.MET):
            return answer
        verdict = answer.verdict and self.mark_verdict(answer.verdict)
        missing = missing_in(verdict) if verdict and answer.outcome is not Outcome.MET else ()
        return answer._replace(
            verdict=verdict,
            award_verdict=answer.award_verdict and self.mark_verdict(answer.award_verdict),
            missing=missing,
            stands_still=stands_still(missing, self._evidence),
        )

    def mark_verdict(self, verdict: Verdict) -> Verdict:
        """Mark the nearest child of each group that is not met; others keep their mark."""
        if verdict.outcome is Outcome.MET or not verdict.children:
            return verdict
        children = tuple(map(self.mark_verdict, verdict.children))
        nearest = None
        if isinstance(verdict.requirement, AnyOf):
            # What is not given hides no gap that is known: "4 months of agile work" stays named
            # beside a certification that the person may hold. Only where every way rests on a
            # guess, there is nothing to be hidden.
            guesses = [self._rests_on_guess(child) for child in children]
            nearest = self._nearest(children, doubting=not all(guesses))
        return verdict._replace(children=children, nearest=nearest)

    def _nearest(self, children: Sequence[Verdict], *, doubting: bool) -> int:
        """Return the index of the nearest child; plan only for those that can still be nearer."""
        bounds = sorted(
            (self._distance(child, self._least_days, doubting=doubting), index)
            for index, child in enumerate(children)
        )
        known: list[tuple[tuple[float, int], int]] = []
        for bound in bounds:
            if known and bound > min(known):
                break  # this one and the rest take longer even if nothing else is missing
            child = children[bound[1]]
            known.append((self._distance(child, self._days, doubting=doubting), bound[1]))
        return min(known)[1]

    def _distance(
        self, verdict: Verdict, days_for: Callable[[Shortfall], float], *, doubting: bool
    ) -> tuple[float, int]:
        """The days that a way takes, and its open leaves; when `doubting`, no guess is met."""
        open_leaves = [leaf for leaf in nearest_leaves(verdict) if leaf.outcome is not Outcome.MET]
        lacking = (
            shortfall_of(leaf)
            for leaf in open_leaves
            if leaf.outcome is Outcome.UNMET or (doubting and self._is_guess(leaf))
        )
        return total_days(lacking, days_for), len(open_leaves)

    def _days(self, shortfall: Shortfall) -> float:
        ids = kind_of(shortfall.leaf).certifications(shortfall.leaf)
        if ids:
            return self._days_to_hold(ids)
        return effort_days(shortfall, self._evidence, self._evidence.as_of)

    def _least_days(self, shortfall: Shortfall) -> float:
        """The days of a shortfall if certifications to hold took study and decision alone."""
        ids = kind_of(shortfall.leaf).certifications(shortfall.leaf)
        if ids:
            return min(map(self._least_days_to_earn, ids))
        return effort_days(shortfall, self._evidence, self._evidence.as_of)

    def _rests_on_guess(self, verdict: Verdict) -> bool:
        return any(map(self._is_guess, nearest_leaves(verdict)))

    def _is_guess(self, leaf: Verdict) -> bool:
        """Whether a leaf is unknown, and nothing in the profile makes it likely that it is met."""
        return leaf.outcome is Outcome.UNKNOWN and not kind_of(_requirement(leaf)).is_likely(
            leaf, self._evidence
        )

    def _days_to_hold(self, ids: Iterable[str]) -> float:
        """The days until the person holds the nearest of several certifications."""
        days = inf
        for least, id in sorted((self._least_days_to_earn(id), id) for id in ids):
            if least >= days:
                break  # this one and the rest take longer even if nothing else is missing
            days = min(days, self._days_until_earned(id))
        return days

    def _least_days_to_earn(self, id: str) -> float:
        """Study and the issuer's decision alone; without a record the figure of the table."""
        catalog = self._evidence.catalog
        if id not in catalog.certifications:
            return catalog.tables.effort_days["certification"]
        figures, hours = self._resources.figures("USD"), self._resources.hours_per_week
        return figures.study(id).likely / hours * 7 + figures.decision_days(id)

    def _days_until_earned(self, id: str) -> float:
        if id not in self._evidence.catalog.certifications:
            return self._least_days_to_earn(id)
        if id not in self._days_to_earn:
            as_of = self._evidence.as_of
            context = PlanningContext.for_certification(self._resources, id)
            best = context.find_best(PlanningMode.WITH_GAPS, Limits())
            days = best[0].finish - as_of.toordinal() if best else inf
            if best and any(map(self._supposes, actions_of(best[0].selection))):
                days = (self._evidence.horizon - as_of).days  # no nearer than any known way
            self._days_to_earn[id] = days
        return self._days_to_earn[id]

    def _supposes(self, action: Action) -> bool:
        """Whether an action of a plan is an answer that nothing in the profile makes likely."""
        if action.kind is not ASK or action.leaf is None:
            return action.kind is ASK
        return self._is_guess(judge_leaf(action.leaf, self._evidence, self._evidence.as_of))


def _requirement(leaf: Verdict) -> Leaf:
    requirement = leaf.requirement
    assert not isinstance(requirement, AllOf | AnyOf)  # noqa: S101  `nearest_leaves` yields leaves
    return requirement
