"""Ranking certifications for a person: gates first, then scores, then the order."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.eligibility_dates import eligibility_dates
from certadvisor.advice.recommend.factors import Candidate, factors_of, score_of
from certadvisor.advice.recommend.gates import find_gate
from certadvisor.advice.recommend.goal_limits import GoalLimits
from certadvisor.advice.recommend.reachability import award_outcome, missing_for_award
from certadvisor.advice.recommend.reasons import main_drawback, strongest_reasons
from certadvisor.advice.recommend.recommendations import (
    Equivalent,
    Factor,
    Gate,
    GateKind,
    LaterCertification,
    Reachability,
    Recommendation,
    Recommendations,
)
from certadvisor.advice.renewals.renewal import credentials_to_renew_first
from certadvisor.advice.target import CareerTarget
from certadvisor.catalog.records import Certification
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.check import rule_assumptions
from certadvisor.rules.eligibility import KnownVerdicts
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import open_questions
from certadvisor.rules.reason import Reason, Values
from certadvisor.rules.verdict import Assumption, Question

MAX_EQUIVALENTS = 2  # equivalents shown with a recommendation
MAX_LATER = 5  # certifications shown that are out of reach for now
MIN_FIT_TO_WAIT = 0.6  # the role fit from which a certification is shown as a later one
EMPLOYER_REASONS = (
    "preferred",
    "helpful",
    "next-step",
)  # reasons of a role fit that come from employers
MAX_QUESTIONED = 12  # certifications at the top whose unknown outcomes lead to questions


class RankingOptions(NamedTuple):
    """Settings of a recommendation: how many to return, and weights that replace the table's."""

    top: int = 5
    weights: tuple[tuple[str, float], ...] = ()


DEFAULT_OPTIONS = RankingOptions()


def recommend(
    evidence: Evidence,
    options: RankingOptions = DEFAULT_OPTIONS,
    known_verdicts: KnownVerdicts | None = None,
) -> Recommendations:
    """Rank the certifications for a person on the evidence's as-of day.

    Deterministic: the same profile, catalogue and day give the same answer;
    ties break by id. `known_verdicts` are those that a batch run has already
    computed.
    """
    ranking = _Ranking(evidence, options, known_verdicts)
    ranked, gates = ranking.rank()
    groups = _group_equivalents(ranked)
    recommendations = tuple(
        ranking.with_reasons(one)._replace(rank=number)
        for number, one in enumerate(groups[: options.top], start=1)
    )
    outranked_gates = [
        Gate(one.certification, GateKind.OUTRANKED, Reason("outranked", {"place": number}))
        for number, one in enumerate(groups, start=1)
        if number > options.top
    ]
    equivalent_gates = [
        Gate(
            evidence.catalog.certifications[id],
            GateKind.BESIDE,
            Reason("same-level", {"as": one.certification.id}),
        )
        for one in groups
        for id in one.equivalent_ids
    ]
    return Recommendations(
        as_of=evidence.as_of,
        target_role=ranking.target.role,
        recommendations=recommendations,
        later=ranking.later(),
        gates=(*gates, *outranked_gates, *equivalent_gates),
        remarks=_remarks(evidence, ranking.target, recommendations),
        questions=ranking.questions(ranked)[:1],
        assumptions=ranking.assumptions(recommendations),
        dates=eligibility_dates(
            recommendations, ranking.checks.timeline, ranking.target.horizon_end
        ),
    )


class RankedCandidates(NamedTuple):
    """All certifications that pass the gates, best first, and every open question."""

    ranked: tuple[Recommendation, ...]
    questions: tuple[Question, ...]


def rank_for_interview(evidence: Evidence) -> RankedCandidates:
    """The full ranking without dates, and every open question, for choosing the next question."""
    ranking = _Ranking(evidence, DEFAULT_OPTIONS)
    ranked = [ranking.with_reasons(one) for one in _group_equivalents(ranking.rank()[0])]
    return RankedCandidates(tuple(ranked), ranking.questions(ranked))


class _Ranking:
    """The ranking for one person; checks are cached for the reasons and questions."""

    def __init__(
        self,
        evidence: Evidence,
        options: RankingOptions,
        known_verdicts: KnownVerdicts | None = None,
    ) -> None:
        self.evidence = evidence
        self.checks = CandidateChecks(evidence, with_questions=False, known_verdicts=known_verdicts)
        self.target = self.checks.target
        self._limits = GoalLimits(self.checks)
        self.weights = {**evidence.catalog.tables.weights, **dict(options.weights)}
        self._out_of_reach: list[tuple[float, LaterCertification]] = []

    def rank(self) -> tuple[list[Recommendation], list[Gate]]:
        """The certifications that pass the gates, best first, and the gates of all others.

        Call it once: it also collects the ones that `later` returns.
        """
        recommendations: list[Recommendation] = []
        gates: list[Gate] = []
        for certification in self.evidence.catalog.certifications.values():
            gate = find_gate(
                certification, self.checks.timeline, self.target, self._limits.price_gate
            ) or self._limit_gate(certification)
            if gate:
                gates.append(gate)
            else:
                recommendations.append(self._recommendation(certification))
        # Of an empty profile almost every outcome is unknown: list first what anyone can take.
        is_empty = _is_empty_profile(self.evidence.profile)
        recommendations.sort(
            key=lambda one: (
                is_empty and one.reach is not Reachability.NOW,
                -one.score,
                one.certification.id,
            )
        )
        return recommendations, gates

    def later(self) -> tuple[LaterCertification, ...]:
        """Good fits that are out of reach within the horizon, the best first."""
        fitting_pairs = [pair for pair in self._out_of_reach if pair[0] >= MIN_FIT_TO_WAIT]
        fitting_pairs.sort(key=lambda pair: (-pair[0], pair[1].certification.id))
        return tuple(later for _, later in fitting_pairs)[:MAX_LATER]

    def questions(self, ranked: Iterable[Recommendation]) -> tuple[Question, ...]:
        """The questions that settle most of the unknown outcomes at the top, the best first."""
        verdicts = [
            (one.certification.id, verdict)
            for one in ranked
            if (verdict := self.checks.check(one.certification).verdict) is not None
            and one.outcome is Outcome.UNKNOWN
        ]
        return open_questions(
            verdicts[:MAX_QUESTIONED], self.evidence, self.evidence.as_of, by_rank=True
        )

    def assumptions(self, recommendations: Iterable[Recommendation]) -> tuple[Assumption, ...]:
        """The assumptions that the recommendations shown rest on, each once."""
        as_of = self.evidence.as_of
        assumptions = (
            assumption
            for one in recommendations
            for assumption in rule_assumptions(one.certification.rule_on(as_of), self.evidence)
        )
        return tuple(dict.fromkeys(assumptions))

    def _limit_gate(self, certification: Certification) -> Gate | None:
        """Whether no way to it keeps within the budget and the horizon."""
        gate = self._limits.budget_gate(certification)
        if gate or self._limits.is_in_time(certification):
            return gate
        return self._later_gate(certification)

    def _later_gate(self, certification: Certification) -> Gate:
        check, way = self.checks.check(certification), self.checks.way(certification)
        if way.ready_on:
            factors = self._factors(certification)
            fit = next((factor.value for factor in factors if factor.name == "role_fit"), 0.0)
            later = LaterCertification(
                certification, check.eligible_from, way, missing_for_award(check)
            )
            self._out_of_reach.append((fit, later))
        values: Values = {"on": way.ready_on, "until": self.target.horizon_end}
        return Gate(certification, GateKind.LATER, Reason("later", values))

    def _factors(self, certification: Certification) -> tuple[Factor, ...]:
        return factors_of(
            Candidate(
                certification, self.checks.reach(certification), self.checks.way(certification)
            ),
            self.evidence.profile,
            self.target,
            self.evidence.catalog,
            self.evidence.as_of,
            self.weights,
        )

    def _recommendation(self, certification: Certification) -> Recommendation:
        check, factors = self.checks.check(certification), self._factors(certification)
        return Recommendation(
            rank=0,
            certification=certification,
            score=score_of(factors),
            outcome=check.outcome,
            award=award_outcome(check),
            reach=self.checks.reach(certification),
            eligible_from=check.eligible_from,
            way=self.checks.way(certification),
            equivalents=(),
            cost=self.checks.cost(certification),
            factors=factors,
            missing=missing_for_award(check),
            reasons=(),
            drawback=None,
        )

    def with_reasons(self, recommendation: Recommendation) -> Recommendation:
        """The recommendation with its reasons and its main drawback."""
        check = self.checks.check(recommendation.certification)
        return recommendation._replace(
            reasons=strongest_reasons(recommendation.factors),
            drawback=main_drawback(recommendation, check, self.evidence),
        )


def _group_equivalents(recommendations: list[Recommendation]) -> list[Recommendation]:
    """Fold equivalents into the best of them; those beyond the limit are dropped."""
    groups: list[Recommendation] = []
    for recommendation in recommendations:
        group_index = next(
            (i for i, best in enumerate(groups) if _are_equivalent(recommendation, best)), None
        )
        if group_index is None:
            groups.append(recommendation)
        elif len(groups[group_index].equivalents) < MAX_EQUIVALENTS:
            best = groups[group_index]
            equivalent = Equivalent(
                recommendation.certification,
                recommendation.cost,
                recommendation.reach,
                recommendation.way,
            )
            groups[group_index] = best._replace(equivalents=(*best.equivalents, equivalent))
    return groups


def _are_equivalent(other: Recommendation, best: Recommendation) -> bool:
    return (
        other.certification.id in best.certification.same_level_as
        or best.certification.id in other.certification.same_level_as
    )


def _is_empty_profile(profile: Profile) -> bool:
    sections = (
        profile.education,
        profile.work,
        profile.training,
        profile.courses,
        profile.certifications,
    )
    return all(part is None for part in sections)


def _remarks(
    evidence: Evidence, target: CareerTarget, recommendations: tuple[Recommendation, ...]
) -> tuple[Reason, ...]:
    remarks = []
    goal_role = evidence.catalog.roles[target.role] if target.role else None
    if goal_role and goal_role.level == "entry":
        remarks.append(Reason("entry-asks-none", {"role": goal_role.id}))
    for credential in credentials_to_renew_first(evidence):
        values: Values = {"certification": credential.id, "on": credential.expires}
        remarks.append(Reason("renew-first", values))
    if _is_empty_profile(evidence.profile):
        remarks.append(Reason("little-known", {}))
    elif (
        target.weighted_roles and recommendations and not (goal_role and goal_role.level == "entry")
    ):
        employers_expect = any(
            factor.name == "role_fit" and factor.reason.key in EMPLOYER_REASONS
            for one in recommendations
            for factor in one.factors
        )
        if not employers_expect:
            remarks.append(Reason("none-asked", {"role": target.weighted_roles[0][0].id}))
    if not recommendations:
        remarks.append(Reason("none", {"until": target.horizon_end}))
    return tuple(remarks)
