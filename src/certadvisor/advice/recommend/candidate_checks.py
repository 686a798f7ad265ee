"""The check, price, way and reach of each certification for one person, cached."""

from certadvisor.advice.recommend.reachability import reach_of
from certadvisor.advice.recommend.recommendations import Reachability
from certadvisor.advice.target import target_of
from certadvisor.catalog.records import Certification
from certadvisor.planner.buyer_prices import Cost, buyer_of, cost_of
from certadvisor.planner.nearest_way import NearestWays
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.planner.reinstatement import total_anew
from certadvisor.planner.ways import Total, Way, find_way
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import KnownVerdicts, Timeline
from certadvisor.rules.verdict import Check


class CandidateChecks:
    """Checks, prices and ways of certifications for a person, on the evidence's as-of day.

    Without `with_questions` the checks carry neither questions nor assumptions, which
    saves time where many are made. `known_verdicts` go to the timeline.
    """

    def __init__(
        self,
        evidence: Evidence,
        *,
        with_questions: bool = True,
        known_verdicts: KnownVerdicts | None = None,
    ) -> None:
        self.evidence = evidence
        self.timeline = Timeline(evidence, known_verdicts)
        self.target = target_of(evidence)
        self._with_questions = with_questions
        self.resources = PlanningResources(evidence, self.timeline)
        self._buyer = buyer_of(evidence.profile, evidence.as_of)
        self._nearest_ways = NearestWays(self.resources)
        self._checks: dict[str, Check] = {}
        self._ways: dict[str, Way] = {}

    def check(self, certification: Certification) -> Check:
        """The check of a certification, without the day on which eligibility ends; cached."""
        if certification.id not in self._checks:
            self._checks[certification.id] = check(
                certification, self.timeline, with_end=False, with_questions=self._with_questions
            )
        return self._checks[certification.id]

    def shown_check(self, certification: Certification) -> Check:
        """The same check with what is missing on the nearest way."""
        return self._nearest_ways.mark(self.check(certification))

    def way(self, certification: Certification) -> Way:
        """The way that `plan` takes to the certification; cached."""
        if certification.id not in self._ways:
            self._ways[certification.id] = find_way(self.resources, certification.id)
        return self._ways[certification.id]

    def reach(self, certification: Certification) -> Reachability:
        """How near the certification is for this person."""
        return reach_of(self.check(certification), self.way(certification))

    def total_anew(self, certification: Certification) -> Total | None:
        """What earning it again costs where it can be reinstated; None where no way leads there."""
        return total_anew(certification.id, self.resources)

    def cost(self, certification: Certification) -> Cost:
        """What the certification itself costs this person."""
        catalog, goal = self.evidence.catalog, self.evidence.profile.goal
        return cost_of(certification, self._buyer, catalog.tables, goal.budget)
