"""The check, cost and reach of each certification for one person, cached."""

from certadvisor.advice.cost import Cost, cost_of
from certadvisor.advice.recommend.gates import gate_of
from certadvisor.advice.recommend.reachability import Reach, reach_of
from certadvisor.advice.target import target_of
from certadvisor.catalog.records import Certification
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import Known, Timeline
from certadvisor.rules.verdict import Check


class Judging:
    """Checks, costs and reach of certifications for a person, on the evidence's as-of day.

    Without `with_questions` the checks carry neither questions nor assumptions, which
    saves time where many are made. `known_verdicts` go to the timeline.
    """

    def __init__(
        self, evidence: Evidence, *, asks: bool = True, known: Known | None = None
    ) -> None:
        self.evidence = evidence
        self.timeline = Timeline(evidence, known)
        self._asks = asks
        self.target = target_of(evidence)
        self._checks: dict[str, Check] = {}
        self._sensible: dict[str, bool] = {}

    def check(self, certification: Certification) -> Check:
        """The check of a certification, without the day on which eligibility ends; cached."""
        if certification.id not in self._checks:
            self._checks[certification.id] = check(
                certification, self.timeline, until=False, asks=self._asks
            )
        return self._checks[certification.id]

    def reach(self, certification: Certification) -> Reach:
        """How near the certification is for this person."""
        return reach_of(self.check(certification), self.timeline, self._makes_sense)

    def cost(self, certification: Certification) -> Cost:
        """The initial cost in the person's country."""
        profile = self.evidence.profile
        return cost_of(
            certification, profile.country, self.evidence.catalog.tables, profile.goal.budget
        )

    def _makes_sense(self, certification: Certification) -> bool:
        """Whether a prerequisite passes the gates and needs no more than courses and training."""
        if certification.id not in self._sensible:
            self._sensible[certification.id] = False  # set first, so that a cycle ends
            gate = gate_of(certification, self.timeline, self.target, self.cost)
            if gate is None or gate.gate == "too-junior":  # a step may be too low
                reach = self.reach(certification)
                self._sensible[certification.id] = reach.way in ("now", "after_steps")
        return self._sensible[certification.id]
