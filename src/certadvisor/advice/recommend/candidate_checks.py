"""The check, cost and reach of each certification for one person, cached."""

from certadvisor.advice.cost import Cost, cost_of
from certadvisor.advice.recommend.gates import find_gate
from certadvisor.advice.recommend.reachability import Reach, reach_of
from certadvisor.advice.recommend.recommendations import GateKind, Reachability
from certadvisor.advice.target import target_of
from certadvisor.catalog.records import Certification
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import check
from certadvisor.rules.eligibility import KnownVerdicts, Timeline
from certadvisor.rules.verdict import Check

_WORTHWHILE = (Reachability.NOW, Reachability.AFTER_STEPS)


class CandidateChecks:
    """Checks, costs and reach of certifications for a person, on the evidence's as-of day.

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
        self._with_questions = with_questions
        self.target = target_of(evidence)
        self._checks: dict[str, Check] = {}
        self._worthwhile: dict[str, bool] = {}

    def check(self, certification: Certification) -> Check:
        """The check of a certification, without the day on which eligibility ends; cached."""
        if certification.id not in self._checks:
            self._checks[certification.id] = check(
                certification, self.timeline, with_end=False, with_questions=self._with_questions
            )
        return self._checks[certification.id]

    def reach(self, certification: Certification) -> Reach:
        """How near the certification is for this person."""
        return reach_of(self.check(certification), self.timeline, self._is_worthwhile_step)

    def cost(self, certification: Certification) -> Cost:
        """The initial cost in the person's country."""
        profile = self.evidence.profile
        return cost_of(
            certification, profile.country, self.evidence.catalog.tables, profile.goal.budget
        )

    def _is_worthwhile_step(self, certification: Certification) -> bool:
        """Whether a prerequisite passes the gates and needs no more than courses and training."""
        if certification.id not in self._worthwhile:
            self._worthwhile[certification.id] = False  # set first, so that a cycle ends
            gate = find_gate(certification, self.timeline, self.target, self.cost)
            if gate is None or gate.kind is GateKind.TOO_JUNIOR:  # a step may be too low
                reach = self.reach(certification)
                self._worthwhile[certification.id] = reach.reachability in _WORTHWHILE
        return self._worthwhile[certification.id]
