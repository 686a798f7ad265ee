"""From entry rules to routes: the actions of each, and the days on which the rest is met.

A route to a certification picks one child of every `any` and one option for every leaf. A leaf is
met by the person's evidence, on the days on which it is, or by an action: training, a course, a
membership, or earning a certification that the leaf names. Degrees, experience, declarations and
assessments have no action: only evidence and time meet them. Whatever a plan earns counts as
renewed from then on.

Two more kinds of action are not steps: `ask`, an answer that is assumed to be yes, and `lack`, a
gap that only the person can close. They are offered only in the modes that allow them.
"""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from itertools import pairwise
from math import ceil

from certadvisor.catalog.records import Catalog, Certification
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
    leaves,
)
from certadvisor.planner.actions import Act, Way, joined, pruned
from certadvisor.planner.day_intervals import Days, both, days_of, stretch
from certadvisor.planner.planning_assumptions import begun
from certadvisor.profile.model import Profile
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.outcome import Outcome

MET = (Outcome.MET,)
NOT_REFUSED = (Outcome.MET, Outcome.UNKNOWN)


class Mode(IntEnum):
    """What a plan may rest on; each mode includes the ones before it."""

    SURE = 0  # on the evidence alone
    ASK = 1  # also on answers to open questions, assumed to be yes
    LACK = 2  # also on degrees and work that the person lacks


class Ways:
    """The routes to every certification for one person; each certification is looked up once.

    Args:
        timeline: The outcomes of the person's planning evidence over time.
        mode: What the routes may rest on.
    """

    def __init__(self, timeline: Timeline, mode: Mode = Mode.SURE) -> None:
        self.timeline = timeline
        self.mode = mode
        evidence = timeline.evidence
        self.profile: Profile = evidence.profile
        self.catalog: Catalog = evidence.catalog
        self.as_of = evidence.as_of
        self.first = evidence.as_of.toordinal()
        self.after = evidence.horizon.toordinal() + 1
        self.always = stretch(self.first, self.after)
        self._known: dict[str, tuple[Way, ...]] = {}

    def to(self, id: str) -> tuple[Way, ...]:
        """List every route to a certification that no other route dominates.

        Args:
            id: A certification of the catalogue.

        Returns:
            The routes, those with fewer actions first; empty if there is none before the horizon.
        """
        if id not in self._known:
            self._known[id] = self._find(self.catalog.certifications[id])
        return self._known[id]

    def _find(self, certification: Certification) -> tuple[Way, ...]:
        found: list[Way] = []
        # Each rule version holds until the next one starts, the last one up to the horizon.
        starts = [rule.since.toordinal() if rule.since else 0 for rule in certification.rules]
        for rule, (since, until) in zip(
            certification.rules, pairwise([*starts, self.after]), strict=True
        ):
            in_force = both(stretch(since, until), self.always)
            if in_force:
                base = Way(_bought_course(certification, self.profile), in_force)
                ways = self._of(rule.award, certification.id)
                found += [way for one in ways if (way := joined(base, one)).open]
        if not certification.rules and self.mode >= Mode.ASK:
            found.append(Way(frozenset({Act("ask", certification.id)}), self.always))
        for_sale = self._for_sale(certification)
        return pruned(way for one in found for sold in for_sale if (way := joined(one, sold)).open)

    def _for_sale(self, certification: Certification) -> list[Way]:
        """The days on which the certification can be earned, as routes.

        Where that is not sure the route has an open question, or a gap, in the modes that allow it.
        """
        changes = {s.since.toordinal() for s in certification.statuses if s.since}
        days = sorted({self.first, *(day for day in changes if self.first < day < self.after)})
        states = {day: certification.obtainable_on(date.fromordinal(day)) for day in days}
        ways = [Way(frozenset(), _where(states, (True,), self.after))]
        if self.mode >= Mode.ASK and None in states.values():
            ask = frozenset({Act("ask", certification.id)})
            ways.append(Way(ask, _where(states, (True, None), self.after)))
        if self.mode is Mode.LACK and set(states.values()) == {False}:
            ways.append(Way(frozenset({Act("lack", certification.id)}), self.always))
        return [way for way in ways if way.open]

    def _of(self, asked: Requirement, wanted: str) -> tuple[Way, ...]:
        if isinstance(asked, AnyOf):
            return pruned(way for child in asked.children for way in self._of(child, wanted))
        if isinstance(asked, AllOf):
            found: tuple[Way, ...] = (Way(frozenset(), self.always),)
            # Dominated and never open routes are dropped after each child, or their number would
            # grow with the product of all options.
            for child in asked.children:
                options = self._of(child, wanted)
                pairs = (joined(one, other) for one in found for other in options)
                found = pruned(way for way in pairs if way.open)
            return found
        return self._options(asked, wanted)

    def _options(self, leaf: Leaf, wanted: str) -> tuple[Way, ...]:
        """The options for one leaf: evidence, an action, an answer, or closing a gap."""
        run = self.timeline.outcomes(leaf)
        by_evidence = Way(frozenset(), days_of(run, MET, self.after), (leaf,))
        if by_evidence.open == self.always:
            return (by_evidence,)
        found = [by_evidence] if by_evidence.open else []
        acts = self._acts(leaf, wanted)
        found += [Way(frozenset({act}), self.always) for act in acts]
        in_hand = isinstance(leaf, Training | Course | Membership)  # a step will do
        if self.mode >= Mode.ASK and not in_hand and Outcome.UNKNOWN in run.outcomes:
            ask = frozenset({Act("ask", type(leaf).__name__, leaf=leaf)})
            found.append(Way(ask, days_of(run, NOT_REFUSED, self.after), (leaf,)))
        if self.mode is Mode.LACK and not acts and Outcome.UNKNOWN not in run.outcomes:
            lack = frozenset({Act("lack", type(leaf).__name__, leaf=leaf)})
            found.append(Way(lack, self._once_begun(leaf), (leaf,)))
        return pruned(found)

    def _acts(self, leaf: Leaf, wanted: str) -> list[Act]:
        if isinstance(leaf, Training):
            return [Act("training", leaf.topic, lacking_hours(leaf, self.profile, self.as_of))]
        if isinstance(leaf, Course):
            return [Act("course", leaf.course)]
        if isinstance(leaf, Membership):
            return [Act("membership", leaf.membership)]
        if isinstance(leaf, Holds):
            known = self.catalog.certifications
            return [Act("earn", id) for id in leaf.certifications if id in known and id != wanted]
        assert isinstance(leaf, Degree | Experience | Assessment | Declare)  # noqa: S101  every other kind of leaf is handled above
        return []

    def _once_begun(self, leaf: Leaf) -> Days:
        """The days on which a gap is closed.

        Experience has dates if the work starts next month; a degree, for example, has none
        and counts from the first day.
        """
        if not isinstance(leaf, Experience):
            return self.always
        run = Timeline(begun(leaf, self.timeline.evidence)).outcomes(leaf)
        return days_of(run, MET, self.after) or self.always


def lacking_hours(leaf: Training, profile: Profile, as_of: date) -> int:
    """Calculate the hours of training that are still to do.

    With a look-back window only undated training counts: dated training may have left the window
    by the time it is needed.

    Returns:
        Whole hours, at least 1: the question comes up only where the leaf is not met.
    """
    had = sum(
        record.hours or 0
        for record in profile.training or ()
        if record.topic == leaf.topic
        and (record.completed is None or (leaf.within_years is None and record.completed <= as_of))
    )
    return max(1, ceil(leaf.hours - had))


def _bought_course(certification: Certification, profile: Profile) -> frozenset[Act]:
    """The mandatory course of the certification's price, if no rule names it and it isn't done."""
    own = f"{certification.id}-course"
    named = any(
        isinstance(leaf, Course) for rule in certification.rules for leaf in leaves(rule.award)
    )
    asked = any(price.course_mandatory for price in certification.prices)
    needed = asked and not named and own not in (profile.courses or ())
    return frozenset({Act("course", own)} if needed else ())


def _where(states: dict[int, bool | None], wanted: Sequence[bool | None], after: int) -> Days:
    ends = [*list(states)[1:], after]
    found: list[tuple[int, int]] = []
    for (first, state), end in zip(states.items(), ends, strict=True):
        if state in wanted:
            if found and found[-1][1] == first:
                found[-1] = (found[-1][0], end)
            else:
                found.append((first, end))
    return tuple(found)
