"""Ranking certifications for a person: gates first, then scores, then the order."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.eligibility_dates import eligibility_dates
from certadvisor.advice.recommend.factors import Candidate, factors_of, score_of
from certadvisor.advice.recommend.gates import find_gate
from certadvisor.advice.recommend.reasons import main_drawback, strongest_reasons
from certadvisor.advice.recommend.recommendations import (
    Equivalent,
    Factor,
    Gate,
    GateKind,
    LaterCertification,
    Reachability,
    Reason,
    Recommendation,
    Recommendations,
    Values,
)
from certadvisor.advice.renewals.renewal import credentials_to_renew_first
from certadvisor.advice.target import CareerTarget
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.check import rule_assumptions
from certadvisor.rules.eligibility import KnownVerdicts
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import open_questions
from certadvisor.rules.verdict import Assumption, Check, Question

MAX_EQUIVALENTS = 2  # equivalents shown with a recommendation
MAX_LATER = 5  # certifications shown that are out of reach for now
MIN_FIT_TO_WAIT = 0.6  # the role fit from which a certification is shown as a later one
# Reasons of a role fit other than the field; of those "-judged" no source says so.
EMPLOYER_REASONS = (
    "preferred",
    "preferred-judged",
    "helpful",
    "helpful-judged",
    "next-step",
)
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
        questions=_with_doubtful_holding(ranking.questions(ranked)[:1], gates),
        assumptions=ranking.assumptions(recommendations),
        dates=eligibility_dates(
            recommendations, ranking.checks.timeline, ranking.target.horizon_end
        ),
    )


def _with_doubtful_holding(
    questions: tuple[Question, ...], gates: Iterable[Gate]
) -> tuple[Question, ...]:
    """The questions, and one about the first credential that may be active, as its gate says."""
    asked = {question[:2] for question in questions}
    for gate in gates:
        if gate.kind is GateKind.MAYBE_HELD:
            id = str(gate.reason.values.get("by", gate.certification.id))
            if ("expiry", id) not in asked:
                return (*questions, Question("expiry", id, id))
            return questions
    return questions


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
        self.weights = {**evidence.catalog.tables.weights, **dict(options.weights)}
        self._out_of_reach: list[tuple[float, LaterCertification]] = []

    def rank(self) -> tuple[list[Recommendation], list[Gate]]:
        """The certifications that pass the gates, best first, and the gates of all others.

        Call it once: it also collects the ones that `later` returns.
        """
        recommendations: list[Recommendation] = []
        gates: list[Gate] = []
        for certification in self.evidence.catalog.certifications.values():
            gate = find_gate(certification, self.checks.timeline, self.target, self.checks.cost)
            if gate:
                gates.append(gate)
                continue
            check = self.checks.check(certification)
            reach = self.checks.reach(certification)
            candidate = Candidate(certification, reach, self.checks.cost(certification))
            if reach.reachability is Reachability.NEVER or (
                reach.on and reach.on > self.target.horizon_end
            ):
                gates.append(self._later_gate(candidate, check))
                continue
            recommendations.append(self._recommendation(candidate, check))
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

    def _later_gate(self, candidate: Candidate, check: Check) -> Gate:
        factors = self._factors(candidate)
        later = LaterCertification(candidate.certification, candidate.reach.on, check.missing)
        fit = next((factor.value for factor in factors if factor.name == "role_fit"), 0.0)
        if candidate.reach.on:
            self._out_of_reach.append((fit, later))
        values: Values = {
            "on": candidate.reach.on,
            "until": self.target.horizon_end,
        }
        return Gate(candidate.certification, GateKind.LATER, Reason("later", values))

    def _factors(self, candidate: Candidate) -> tuple[Factor, ...]:
        return factors_of(
            candidate,
            self.evidence.profile,
            self.target,
            self.evidence.catalog,
            self.evidence.as_of,
            self.weights,
        )

    def _recommendation(self, candidate: Candidate, check: Check) -> Recommendation:
        factors = self._factors(candidate)
        return Recommendation(
            rank=0,
            certification=candidate.certification,
            score=score_of(factors),
            outcome=check.outcome,
            reach=candidate.reach.reachability,
            eligible_from=None
            if candidate.reach.reachability is Reachability.ASK
            else candidate.reach.on,
            equivalents=(),
            cost=candidate.cost,
            factors=factors,
            missing=check.missing,
            reasons=(),
            drawback=None,
            answers=candidate.reach.answers,
            announced=check.announced,
        )

    def with_reasons(self, recommendation: Recommendation) -> Recommendation:
        """The recommendation with its reasons and its main drawback."""
        check = self.checks.check(recommendation.certification)
        return recommendation._replace(
            reasons=strongest_reasons(recommendation.factors),
            drawback=main_drawback(recommendation, check, self.evidence.catalog),
        )


def _group_equivalents(recommendations: list[Recommendation]) -> list[Recommendation]:
    """Fold equivalents (either names the other) into the best; drop those beyond the limit."""
    groups: list[Recommendation] = []
    best_indices: dict[str, int] = {}  # the groups, by the id of the best
    named_indices: dict[str, int] = {}  # the first groups, by the ids that the best names
    for recommendation in recommendations:
        certification = recommendation.certification
        indices = [best_indices[id] for id in certification.same_level_as if id in best_indices]
        if certification.id in named_indices:
            indices.append(named_indices[certification.id])
        if not indices:
            best_indices[certification.id] = len(groups)
            for id in certification.same_level_as:
                named_indices.setdefault(id, len(groups))
            groups.append(recommendation)
            continue
        best = groups[min(indices)]
        if len(best.equivalents) < MAX_EQUIVALENTS:
            equivalent = Equivalent(certification, recommendation.cost, recommendation.reach)
            groups[min(indices)] = best._replace(equivalents=(*best.equivalents, equivalent))
    return groups


def _is_empty_profile(profile: Profile) -> bool:
    sections = (
        profile.education,
        profile.work,
        profile.training,
        profile.courses,
        profile.certifications,
    )
    return all(part is None for part in sections)


def _adverts(evidence: Evidence) -> Values:
    """How many adverts name no certification where the person lives, else in the world."""
    count = evidence.catalog.adverts_in(evidence.profile.country)
    if count is None:
        return {}
    return {
        "none_named": count.none_named,
        "adverts": count.adverts,
        "what": count.what,
        "place": count.country,
        "period": count.period,
    }


def _remarks(
    evidence: Evidence, target: CareerTarget, recommendations: tuple[Recommendation, ...]
) -> tuple[Reason, ...]:
    remarks = []
    goal_role = evidence.catalog.roles[target.role] if target.role else None
    if goal_role and goal_role.level == "entry":
        remarks.append(Reason("entry-asks-none", {"role": goal_role.id, **_adverts(evidence)}))
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
            role = target.weighted_roles[0][0].id
            remarks.append(Reason("none-asked", {"role": role, **_adverts(evidence)}))
    if not recommendations:
        remarks.append(Reason("none", {"until": target.horizon_end}))
    return tuple(remarks)
