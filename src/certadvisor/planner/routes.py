"""From entry rules to routes: the actions of each, and the days on which the rest is met.

A route to a certification picks one child of every `any` and one option for every leaf. A leaf is
met by the person's evidence, on the days on which it is, or by an action: training, a course, a
membership, or earning a certification that the leaf names. Degrees, experience, declarations and
assessments have no action: only evidence and time meet them. Whatever a plan earns counts as
renewed from then on. What the person held and can still reinstate has one route more, which asks
for none of the rule.

Two more kinds of action are not steps: ASK, an answer that is assumed to be yes, and LACK, a
gap that only the person can close. They are offered only in the modes that allow them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import IntEnum
from itertools import pairwise
from types import MappingProxyType

from certadvisor.catalog.records import Catalog, Certification
from certadvisor.catalog.requirement import AllOf, AnyOf, Leaf, Requirement, leaves
from certadvisor.planner.actions import (
    ANEW,
    REINSTATE,
    Action,
    ActionKind,
    Route,
    combine,
    prune_dominated,
)
from certadvisor.planner.day_intervals import (
    DayIntervals,
    days_with_outcome,
    intersection,
    interval,
)
from certadvisor.profile.model import Profile, Section
from certadvisor.rules.effort import total_effort_days
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.judge import judge_leaf, missing_in
from certadvisor.rules.lapsed_credentials import ReinstatableCredential
from certadvisor.rules.leaves.new_work import next_month, with_new_work
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome

_ACTIONS = {
    Section.TRAINING: ActionKind.TRAINING,
    Section.COURSES: ActionKind.COURSE,
    Section.MEMBERSHIPS: ActionKind.MEMBERSHIP,
    Section.CERTIFICATIONS: ActionKind.EARN,
}
MAX_ROUTES = 200  # through one requirement; a rule of the built-in catalogue has 52 at most
MET = (Outcome.MET,)
MET_OR_UNKNOWN = (Outcome.MET, Outcome.UNKNOWN)


class PlanningMode(IntEnum):
    """What a plan may rest on; each mode includes the ones before it."""

    EVIDENCE_ONLY = 0  # on the evidence alone
    WITH_ANSWERS = 1  # also on answers to open questions, assumed to be yes
    WITH_GAPS = 2  # also on degrees and work that the person lacks


class RouteFinder:
    """The routes to every certification for one person; each certification is looked up once.

    Args:
        timeline: The outcomes of the person's planning evidence over time.
        mode: What the routes may rest on.
        lapsed: The person's credentials that can be reinstated, by id.
    """

    def __init__(
        self,
        timeline: Timeline,
        mode: PlanningMode = PlanningMode.EVIDENCE_ONLY,
        lapsed: Mapping[str, ReinstatableCredential] = MappingProxyType({}),
    ) -> None:
        self.timeline = timeline
        self.mode = mode
        self.lapsed = lapsed
        evidence = timeline.evidence
        self.profile: Profile = evidence.profile
        self.catalog: Catalog = evidence.catalog
        self.as_of = evidence.as_of
        self.start = evidence.as_of.toordinal()
        self.end = evidence.horizon.toordinal() + 1
        self.always = interval(self.start, self.end)
        self._routes: dict[str, tuple[Route, ...]] = {}
        self.is_cut_short = False
        """Whether a rule had more routes than are followed."""

    def routes_for(self, id: str) -> tuple[Route, ...]:
        """List every route to a certification that no other route dominates.

        Args:
            id: A certification of the catalogue.

        Returns:
            The routes, those with fewer actions first; empty if there is none before the horizon.
        """
        if id not in self._routes:
            certification = self.catalog.certifications[id]
            routes = self._find_routes(certification)
            if id in self.lapsed:
                routes = self._with_reinstatement(certification, routes)
            self._routes[id] = routes
        return self._routes[id]

    def _with_reinstatement(
        self, certification: Certification, routes: Iterable[Route]
    ) -> tuple[Route, ...]:
        """Add reinstating what has lapsed, and mark the others as earning it anew.

        Neither dominates the other: they differ in price and hours.
        """
        id = certification.id
        until = self.lapsed[id].until.toordinal()
        reinstating = Route(frozenset({Action(REINSTATE, id)}), interval(self.start, until + 1))
        anew = Route(frozenset({Action(ANEW, id)}), self.always)
        pairs = (combine(reinstating, days) for days in self._obtainable_routes(certification))
        return (
            *(route for route in pairs if route.open_days),
            *(combine(route, anew) for route in routes),
        )

    def _find_routes(self, certification: Certification) -> tuple[Route, ...]:
        routes: list[Route] = []
        # Each rule version holds until the next one starts, the last one up to the horizon.
        starts = [rule.since.toordinal() if rule.since else 0 for rule in certification.rules]
        for rule, (since, until) in zip(
            certification.rules, pairwise([*starts, self.end]), strict=True
        ):
            in_force = intersection(interval(since, until), self.always)
            if in_force:
                base = Route(_mandatory_course(certification, self.profile), in_force)
                award_routes = self._routes_through(rule.award, certification.id)
                routes += [route for one in award_routes if (route := combine(base, one)).open_days]
        if not certification.rules and self.mode >= PlanningMode.WITH_ANSWERS:
            routes.append(Route(frozenset({Action(ActionKind.ASK, certification.id)}), self.always))
        obtainable = self._obtainable_routes(certification)
        return prune_dominated(
            route
            for one in routes
            for obtainable_route in obtainable
            if (route := combine(one, obtainable_route)).open_days
        )

    def _obtainable_routes(self, certification: Certification) -> list[Route]:
        """The days on which the certification can be earned, as routes.

        Where that is not sure the route has an open question, or a gap, in the modes that allow it.
        """
        changes = {s.since.toordinal() for s in certification.statuses if s.since}
        days = sorted({self.start, *(day for day in changes if self.start < day < self.end)})
        states = {day: certification.obtainable_on(date.fromordinal(day)) for day in days}
        routes = [Route(frozenset(), _days_in_state(states, (True,), self.end))]
        if self.mode >= PlanningMode.WITH_ANSWERS and None in states.values():
            ask = frozenset({Action(ActionKind.ASK, certification.id)})
            routes.append(Route(ask, _days_in_state(states, (True, None), self.end)))
        if self.mode is PlanningMode.WITH_GAPS and set(states.values()) == {False}:
            routes.append(
                Route(
                    frozenset({Action(ActionKind.LACK, certification.id, is_final=True)}),
                    self.always,
                )
            )
        return [route for route in routes if route.open_days]

    def _routes_through(self, requirement: Requirement, certification_id: str) -> tuple[Route, ...]:
        if isinstance(requirement, AnyOf):
            return prune_dominated(
                route
                for child in requirement.children
                for route in self._routes_through(child, certification_id)
            )
        if isinstance(requirement, AllOf):
            routes: tuple[Route, ...] = (Route(frozenset(), self.always),)
            # Dominated and never open routes are dropped after each child, or their number would
            # grow with the product of all options.
            for child in requirement.children:
                options = self._routes_through(child, certification_id)
                pairs = (combine(one, other) for one in routes for other in options)
                routes = self._bounded(prune_dominated(route for route in pairs if route.open_days))
            return routes
        return self._leaf_routes(requirement, certification_id)

    def _bounded(self, routes: tuple[Route, ...]) -> tuple[Route, ...]:
        """Keep those with the fewest actions: "one of four" six times over makes 4,096 of them."""
        self.is_cut_short = self.is_cut_short or len(routes) > MAX_ROUTES
        return routes[:MAX_ROUTES]

    def _leaf_routes(self, leaf: Leaf, certification_id: str) -> tuple[Route, ...]:
        """The options for one leaf: evidence, an action, an answer, or closing a gap."""
        leaf_timeline = self.timeline.outcomes(leaf)
        by_evidence = Route(frozenset(), days_with_outcome(leaf_timeline, MET, self.end), (leaf,))
        if by_evidence.open_days == self.always:
            return (by_evidence,)
        routes = [by_evidence] if by_evidence.open_days else []
        actions = self._leaf_actions(leaf, certification_id)
        routes += [Route(frozenset({action}), self.always) for action in actions]
        # A booked step will do; earning another certification is no such step.
        has_step = any(action.kind is not ActionKind.EARN for action in actions)
        if (
            self.mode >= PlanningMode.WITH_ANSWERS
            and not has_step
            and Outcome.UNKNOWN in leaf_timeline.outcomes
        ):
            ask = frozenset({Action(ActionKind.ASK, type(leaf).__name__, leaf=leaf)})
            routes.append(
                Route(ask, days_with_outcome(leaf_timeline, MET_OR_UNKNOWN, self.end), (leaf,))
            )
        if (
            self.mode is PlanningMode.WITH_GAPS
            and not actions
            and Outcome.UNKNOWN not in leaf_timeline.outcomes
        ):
            closed = self._days_if_started(leaf)
            lack = Action(ActionKind.LACK, type(leaf).__name__, leaf=leaf, is_final=not closed)
            routes.append(Route(frozenset({lack}), closed or self.always, (leaf,)))
        return prune_dominated(routes)

    def _leaf_actions(self, leaf: Leaf, certification_id: str) -> list[Action]:
        return [
            Action(_ACTIONS[one.section], one.name, one.hours)
            for one in kind_of(leaf).acquisitions(leaf, self.profile, self.as_of)
            if one.section is not Section.CERTIFICATIONS
            or (one.name in self.catalog.certifications and one.name != certification_id)
        ]

    def _days_if_started(self, leaf: Leaf) -> DayIntervals:
        """The days on which a gap is closed if the person begins now; () where it never is.

        Experience has dates if the work starts next month; all else takes the days of the tables.
        """
        evidence = self.timeline.evidence
        started = with_new_work(evidence, (leaf,), next_month(self.as_of))
        if started is not None:
            closed_days = days_with_outcome(Timeline(started).outcomes(leaf), MET, self.end)
            if closed_days:
                return closed_days
        missing = missing_in(judge_leaf(leaf, evidence, self.as_of))
        closed = self.start + round(total_effort_days(missing, evidence, self.as_of))
        return interval(closed, self.end) if closed < self.end else ()


def _mandatory_course(certification: Certification, profile: Profile) -> frozenset[Action]:
    """The mandatory course of the certification's price, if no rule names it and it isn't done."""
    course = f"{certification.id}-course"
    is_named = any(
        kind_of(leaf).SECTION is Section.COURSES
        for rule in certification.rules
        for leaf in leaves(rule.award)
    )
    is_mandatory = any(price.course_mandatory for price in certification.prices)
    needed = is_mandatory and not is_named and course not in (profile.courses or ())
    return frozenset({Action(ActionKind.COURSE, course)} if needed else ())


def _days_in_state(
    states: dict[int, bool | None], accepted: Sequence[bool | None], end: int
) -> DayIntervals:
    next_changes = [*list(states)[1:], end]
    intervals: list[tuple[int, int]] = []
    for (start, state), next_change in zip(states.items(), next_changes, strict=True):
        if state in accepted:
            if intervals and intervals[-1][1] == start:
                intervals[-1] = (intervals[-1][0], next_change)
            else:
                intervals.append((start, next_change))
    return tuple(intervals)
