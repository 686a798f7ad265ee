"""What all plans of one person share: evidence, outcomes over time, routes and prices."""

from certadvisor.planner.buyer_prices import buyer_of
from certadvisor.planner.figures import Figures
from certadvisor.planner.planning_assumptions import planning_evidence
from certadvisor.planner.routes import PlanningMode, RouteFinder
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.lapsed_credentials import reinstatable_credentials


class PlanningResources:
    """Prepared for planning to any certification; everything is worked out once.

    Args:
        evidence: The person's evidence on the day on which plans start.
        timeline: The outcomes of this evidence over time, if they are at hand.
    """

    def __init__(self, evidence: Evidence, timeline: Timeline | None = None) -> None:
        self.evidence = evidence
        self.planning_evidence = planning_evidence(evidence)
        self.lapsed = reinstatable_credentials(evidence)
        self.timeline = timeline or Timeline(evidence)
        planned = self.planning_evidence.evidence
        self._planned_timeline = self.timeline if planned is evidence else Timeline(planned)
        self._route_finders: dict[PlanningMode, RouteFinder] = {}
        self._figures: dict[str, Figures] = {}

    def route_finder(self, mode: PlanningMode) -> RouteFinder:
        """Return the routes that a mode allows."""
        if mode not in self._route_finders:
            self._route_finders[mode] = RouteFinder(self._planned_timeline, mode, self.lapsed)
        return self._route_finders[mode]

    @property
    def has_all_routes(self) -> bool:
        """Whether no rule so far had more ways than are followed."""
        return not any(finder.is_cut_short for finder in self._route_finders.values())

    @property
    def hours_per_week(self) -> float:
        """The hours of study a week: the person's own, else the usual ones."""
        usual = self.evidence.catalog.tables.values["plan"]["hours_per_week"]
        return self.evidence.profile.goal.hours_per_week or usual

    def figures(self, currency: str) -> Figures:
        """Return prices in this currency, and durations."""
        if currency not in self._figures:
            buyer = buyer_of(self.evidence.profile, self.evidence.as_of)
            self._figures[currency] = Figures(self.evidence.catalog, buyer, currency, self.lapsed)
        return self._figures[currency]
