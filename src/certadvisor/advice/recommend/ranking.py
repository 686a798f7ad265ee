"""Ranking certifications for a person: gates first, then scores, then the order."""

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from itertools import islice
from typing import NamedTuple

from certadvisor.advice.recommend.candidate_checks import CandidateChecks
from certadvisor.advice.recommend.eligibility_dates import eligibility_dates
from certadvisor.advice.recommend.equivalents import (
    add_to_groups,
    is_open_step_above,
    step_on_one_way,
)
from certadvisor.advice.recommend.factors import Candidate, factors_of, score_of
from certadvisor.advice.recommend.gates import GateContext, find_gate, find_opens_above_gate
from certadvisor.advice.recommend.goal_limits import GoalLimits
from certadvisor.advice.recommend.opening_remarks import is_little_known, opening_remarks
from certadvisor.advice.recommend.reachability import (
    award_outcome,
    best_reach,
    best_way,
    missing_for_award,
)
from certadvisor.advice.recommend.reasons import (
    main_drawback,
    reinstatement_reason,
    strongest_reasons,
)
from certadvisor.advice.recommend.recommendations import (
    Factor,
    Gate,
    GateKind,
    LaterCertification,
    Reachability,
    Recommendation,
    Recommendations,
)
from certadvisor.catalog.ladders import ladders_of
from certadvisor.catalog.records import Certification
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import rule_assumptions
from certadvisor.rules.eligibility import KnownVerdicts
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import open_questions
from certadvisor.rules.reason import Reason, Values
from certadvisor.rules.verdict import Assumption, Question

MAX_LATER = 5  # certifications shown that are out of reach for now
MIN_FIT_TO_WAIT = 0.6  # the role fit from which a certification is shown as a later one
MAX_QUESTIONED = 12  # certifications at the top whose unknown outcomes lead to questions


class RankingOptions(NamedTuple):
    """Settings of a recommendation: how many to return, and weights that replace the table's.

    With `complete` the gates name every certification that is not recommended, and its place.
    Without it those are left out that certainly come after the ones recommended, and no way to
    them is searched, which takes most of the time; all else is the same.
    """

    top: int = 5
    weights: tuple[tuple[str, float], ...] = ()
    complete: bool = True


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
    groups = ranking.groups(None if options.complete else options.top)
    good = ranking.good(groups)[: options.top]
    recommendations = tuple(
        ranking.with_reasons(one)._replace(rank=number) for number, one in enumerate(good, start=1)
    )
    later = ranking.later()
    questions = ranking.questions(ranking.last_place(good, options.top))
    gates = (*ranking.gates, *_gates_of_groups(groups, good, options.top))
    return Recommendations(
        as_of=evidence.as_of,
        target_role=ranking.target.role,
        recommendations=recommendations,
        later=later,
        gates=gates,
        remarks=opening_remarks(ranking.checks, recommendations, later, gates),
        questions=_with_doubtful_holding(questions[:1], gates),
        assumptions=ranking.assumptions(recommendations),
        dates=eligibility_dates(
            recommendations, ranking.checks.timeline, ranking.target.horizon_end
        ),
    )


def _is_about_interest(recommendation: Recommendation) -> bool:
    return any(one.name == "interest" and one.value == 1 for one in recommendation.factors)


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


def _gates_of_groups(
    groups: list[Recommendation], shown: list[Recommendation], top: int
) -> Iterator[Gate]:
    """The gates of what passes all others and is not shown: outranked, or far behind the best."""
    for number, one in enumerate(groups, start=1):
        if one not in shown:
            key = "outranked" if number > top else "far-behind"
            yield Gate(one.certification, GateKind.OUTRANKED, Reason(key, {"place": number}))


class RankedCandidates(NamedTuple):
    """All certifications that pass the gates, best first, and every open question."""

    ranked: tuple[Recommendation, ...]
    questions: tuple[Question, ...]


def rank_for_interview(evidence: Evidence) -> RankedCandidates:
    """The full ranking without dates, and every open question, for choosing the next question."""
    ranking = _Ranking(evidence, DEFAULT_OPTIONS)
    ranked = tuple(ranking.with_reasons(one) for one in ranking.groups())
    return RankedCandidates(ranked, ranking.questions())


Key = tuple[bool, float, str]  # what is ranked by; the least comes first
LAST_ID = "~"  # comes after every id


class _Ranking:
    """The ranking for one person, best first; ways are searched only as far as it takes.

    A candidate waits under a bound: the key that it would have if its way were the best one that
    its check allows. When it comes up, its way is searched, and it waits again under its own key
    or falls to a gate. So what comes up under its own key is certain to be the next one.
    """

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
        self.gates: list[Gate] = []
        self._out_of_reach: list[tuple[float, LaterCertification]] = []
        self._is_empty = is_little_known(evidence)
        self._judged: dict[str, Recommendation | None] = {}  # None: a gate
        self._best_way = best_way(evidence)
        self._bounds: dict[str, Key] = {}
        self._context = GateContext(evidence, self.target, self._limits.opens_in_time)
        self._waiting = self._pass_gates()

    def _pass_gates(self) -> list[tuple[Key, Certification]]:
        """The candidates that pass all gates but those of the goal's limits, under their bounds."""
        waiting = []
        for certification in self.evidence.catalog.certifications.values():
            gate = find_gate(certification, self._context)
            if gate:
                self.gates.append(gate)
            else:
                bound = self._bounds[certification.id] = self._bound(certification)
                waiting.append((bound, certification))
        heapify(waiting)
        return waiting

    def _bound(self, certification: Certification) -> Key:
        reach = best_reach(certification, self.checks.timeline)
        candidate = Candidate(certification, reach, self._best_way)
        return self._key(reach, score_of(self._factors(candidate)), certification.id)

    def _key(self, reach: Reachability, score: float, id: str) -> Key:
        # Of an empty profile almost every outcome is unknown: list first what anyone can take.
        return self._is_empty and reach is not Reachability.NOW, -score, id

    def _judge(self, certification: Certification) -> Recommendation | None:
        """The recommendation of a candidate; None if it breaks a limit of the goal."""
        id = certification.id
        if id not in self._judged:
            gate = self._limit_gate(certification)
            if gate:
                self.gates.append(gate)
            self._judged[id] = None if gate else self._recommendation(certification)
        return self._judged[id]

    def _next(self) -> Recommendation | None:
        """The best one that is left; None at the end."""
        while self._waiting:
            _, certification = heappop(self._waiting)
            is_certain = certification.id in self._judged
            recommendation = self._judge(certification)
            if recommendation is None:
                continue
            if is_certain:
                return recommendation
            heappush(self._waiting, (self._key_of(recommendation), certification))
        return None

    def _key_of(self, recommendation: Recommendation) -> Key:
        return self._key(
            recommendation.reach, recommendation.score, recommendation.certification.id
        )

    def groups(self, count: int | None = None) -> list[Recommendation]:
        """The first groups of equivalents, best first; all where no count is given.

        Call it once: the candidates that it takes do not come up again.
        """
        groups: list[Recommendation] = []
        while (count is None or self._can_still_be_shown(groups, count)) and (best := self._next()):
            self._place(best, groups)
        rest = (
            self._judge(certification)
            for _, certification in self._waiting
            if self._shares_a_line(certification.id, groups)
        )
        for one in sorted(filter(None, rest), key=self._key_of):
            self._place(one, groups, on_a_line_of_its_own=False)
        return groups

    def _shares_a_line(self, id: str, groups: list[Recommendation]) -> bool:
        """Whether it is the equal of one that is shown, or a step above it."""
        ladders = ladders_of(self.evidence.catalog)
        below = ladders.below(id)
        shown = [one.certification.id for one in groups]
        return any(other in below or ladders.are_equals(id, other) for other in shown)

    def _place(
        self,
        recommendation: Recommendation,
        groups: list[Recommendation],
        *,
        on_a_line_of_its_own: bool = True,
    ) -> None:
        """Put it on a line of its own, beside its equal, or in place of a step below it."""
        better = step_on_one_way(recommendation, groups, self.evidence)
        if better is not None:
            shown, left_out = better, recommendation
            if is_open_step_above(recommendation, better, self.evidence, self.target.named):
                shown, left_out = recommendation, better
                groups[groups.index(better)] = recommendation
            reason = Reason("same-way", {"as": shown.certification.id})
            self.gates.append(Gate(left_out.certification, GateKind.SAME_WAY, reason))
            return
        count = len(groups)
        best = add_to_groups(groups, recommendation, self.evidence, self.target.named)
        if best:
            reason = Reason("same-level", {"as": best.certification.id})
            self.gates.append(Gate(recommendation.certification, GateKind.BESIDE, reason))
        elif not on_a_line_of_its_own:
            del groups[count:]

    def _can_still_be_shown(self, groups: list[Recommendation], count: int) -> bool:
        """Whether what waits can be among the first groups, and good enough beside the best."""
        if len(groups) >= count:
            return False
        if not groups or self.evidence.profile.goal.interests:  # an interest is named however low
            return True
        return bool(self._waiting) and self._waiting[0][0] <= self._last_worth_naming(groups)

    def good(self, groups: list[Recommendation]) -> list[Recommendation]:
        """Those of the groups that are worth naming beside the best one.

        So is the best one of what the person names as an interest, however far behind.
        """
        if not groups:
            return []
        least = self._least_score(groups)
        named = next((one for one in groups if _is_about_interest(one)), None)
        return [one for one in groups if one.score >= least or one is named]

    def _least_score(self, groups: list[Recommendation]) -> float:
        """The score that is worth naming beside the best one."""
        table = self.evidence.catalog.tables.values["list"]
        return max(table["least_score"], table["least_share"] * groups[0].score)

    def later(self) -> tuple[LaterCertification, ...]:
        """Good fits that are out of reach within the horizon, the best first."""
        for _, certification in self._waiting:
            if self._fit(certification) >= MIN_FIT_TO_WAIT:
                self._judge(certification)
        fitting_pairs = [pair for pair in self._out_of_reach if pair[0] >= MIN_FIT_TO_WAIT]
        fitting_pairs.sort(key=lambda pair: (-pair[0], pair[1].certification.id))
        return tuple(
            later._replace(missing=missing_for_award(self.checks.shown_check(later.certification)))
            for _, later in fitting_pairs[:MAX_LATER]
        )

    def last_place(self, good: list[Recommendation], top: int) -> Key | None:
        """The key from which on a certification is not shown; None where any would be."""
        if len(good) >= top:
            return self._key_of(good[-1])
        return self._last_worth_naming(good) if good else None

    def _last_worth_naming(self, groups: list[Recommendation]) -> Key:
        return self._is_empty, -self._least_score(groups), LAST_ID

    def questions(self, last: Key | None = None) -> tuple[Question, ...]:
        """The questions that settle most of the unknown outcomes at the top, the best first.

        Given a key, only of what could come before it at its best: no other answer changes what
        is shown.
        """
        certifications = self.evidence.catalog.certifications
        unknown = [
            (bound, certification)
            for id, bound in self._bounds.items()
            if (last is None or bound <= last)
            and self._outcome(certification := certifications[id]) is Outcome.UNKNOWN
        ]
        ranked = (self._judge(certification) for _, certification in sorted(unknown))
        first = list(islice(filter(None, ranked), MAX_QUESTIONED))
        verdicts = [
            (one.certification.id, verdict)
            for one in sorted(first, key=self._key_of)
            if (verdict := self.checks.check(one.certification).verdict) is not None
        ]
        return open_questions(verdicts, self.evidence, self.evidence.as_of, by_rank=True)

    def _outcome(self, certification: Certification) -> Outcome:
        return self.checks.check(certification).outcome

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
        if gate := find_opens_above_gate(certification, self._context):
            return gate
        ready_on = self.checks.way(certification).ready_on
        is_late = ready_on is not None and ready_on > self.target.horizon_end
        # What comes later anyway is shown with its day: until then there is time to save.
        gate = None if is_late else self._limits.budget_gate(certification)
        if gate or self._limits.is_in_time(certification):
            return gate
        return self._later_gate(certification)

    def _later_gate(self, certification: Certification) -> Gate:
        check, way = self.checks.check(certification), self.checks.way(certification)
        if way.ready_on:
            later = LaterCertification(certification, check.eligible_from, way, ())
            self._out_of_reach.append((self._fit(certification), later))
        values: Values = {"on": way.ready_on, "until": self.target.horizon_end}
        return Gate(certification, GateKind.LATER, Reason("later", values))

    def _fit(self, certification: Certification) -> float:
        """The role fit, which depends on no way."""
        candidate = Candidate(certification, Reachability.NEVER, self._best_way)
        factors = self._factors(candidate)
        return next((factor.value for factor in factors if factor.name == "role_fit"), 0.0)

    def _factors(self, candidate: Candidate) -> tuple[Factor, ...]:
        return factors_of(candidate, self.evidence, self.target, self.weights)

    def _recommendation(self, certification: Certification) -> Recommendation:
        check, reach = self.checks.check(certification), self.checks.reach(certification)
        way = self.checks.way(certification)
        factors = self._factors(Candidate(certification, reach, way))
        return Recommendation(
            rank=0,
            certification=certification,
            score=score_of(factors),
            outcome=check.outcome,
            award=award_outcome(check),
            reach=reach,
            eligible_from=check.eligible_from,
            way=way,
            equivalents=(),
            cost=self.checks.cost(certification),
            factors=factors,
            missing=(),
            reasons=(),
            drawback=None,
            answers=() if reach is Reachability.ASK else way.answers,
            announced=check.announced,
            lapsed=check.lapsed if certification.id in way.reinstates else None,
        )

    def with_reasons(self, recommendation: Recommendation) -> Recommendation:
        """The recommendation as it is shown: with what is missing, its reasons and its drawback."""
        check = self.checks.shown_check(recommendation.certification)
        return recommendation._replace(
            missing=() if recommendation.lapsed else missing_for_award(check),
            reasons=strongest_reasons(
                recommendation.factors, reinstatement_reason(recommendation, self.checks)
            ),
            drawback=main_drawback(recommendation, check, self.evidence),
        )
