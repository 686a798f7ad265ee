"""Ranking certifications for a person: gates first, then scores, then the order."""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.advice.recommend.candidate_checks import Judging
from certadvisor.advice.recommend.eligibility_dates import dates_of
from certadvisor.advice.recommend.factors import Candidate, factors_of, score_of
from certadvisor.advice.recommend.gates import gate_of
from certadvisor.advice.recommend.reasons import against, reasons
from certadvisor.advice.recommend.recommendations import (
    Advice,
    Argument,
    Equivalent,
    Factor,
    Gate,
    Later,
    Recommendation,
    Values,
)
from certadvisor.advice.renewals.renewal import lapsing
from certadvisor.advice.target import Target
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Profile
from certadvisor.rules.check import assumed
from certadvisor.rules.eligibility import Known
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.questions import open_questions
from certadvisor.rules.verdict import Assumption, Check, Question

BESIDE = 2  # equivalents shown with a recommendation
LATER = 5  # certifications shown that are out of reach for now
WORTH_WAITING = 0.6  # the role fit from which a certification is shown as a later one
ASKED_FOR = ("preferred", "helpful", "next-step")  # reasons of a role fit that come from employers
ASKED_ABOUT = 12  # certifications at the top whose unknown outcomes lead to questions


class Options(NamedTuple):
    """Settings of a recommendation: how many to return, and weights that replace the table's."""

    top: int = 5
    weights: tuple[tuple[str, float], ...] = ()


DEFAULTS = Options()


def recommend(
    evidence: Evidence, options: Options = DEFAULTS, known: Known | None = None
) -> Advice:
    """Rank the certifications for a person on the evidence's as-of day.

    Deterministic: the same profile, catalogue and day give the same answer;
    ties break by id. `known_verdicts` are those that a batch run has already
    computed.
    """
    search = _Search(evidence, options, known)
    ranked, gated = search.candidates()
    grouped = _grouped(ranked)
    shown = tuple(
        search.argued(one)._replace(rank=number)
        for number, one in enumerate(grouped[: options.top], start=1)
    )
    outranked = [
        Gate(one.certification, "outranked", Argument("outranked", {"place": number}))
        for number, one in enumerate(grouped, start=1)
        if number > options.top
    ]
    beside = [
        Gate(
            evidence.catalog.certifications[id],
            "beside",
            Argument("same-level", {"as": one.certification.id}),
        )
        for one in grouped
        for id in one.equivalents
    ]
    return Advice(
        as_of=evidence.as_of,
        target_role=search.target.role,
        recommendations=shown,
        later=search.later(),
        gated=(*gated, *outranked, *beside),
        remarks=_remarks(evidence, search.target, shown),
        questions=search.questions(ranked)[:1],
        assumptions=search.assumptions(shown),
        dates=dates_of(shown, search.judging.timeline, search.target.until),
    )


class Open(NamedTuple):
    """All certifications that pass the gates, best first, and every open question."""

    ranked: tuple[Recommendation, ...]
    questions: tuple[Question, ...]


def still_open(evidence: Evidence) -> Open:
    """The full ranking without dates, and every open question, for choosing the next question."""
    search = _Search(evidence, DEFAULTS)
    ranked = [search.argued(one) for one in _grouped(search.candidates()[0])]
    return Open(tuple(ranked), search.questions(ranked))


class _Search:
    """The ranking for one person; checks are cached for the reasons and questions."""

    def __init__(self, evidence: Evidence, options: Options, known: Known | None = None) -> None:
        self.evidence = evidence
        self.judging = Judging(evidence, asks=False, known=known)
        self.target = self.judging.target
        self.weights = {**evidence.catalog.tables.weights, **dict(options.weights)}
        self._out_of_time: list[tuple[float, Later]] = []

    def candidates(self) -> tuple[list[Recommendation], list[Gate]]:
        """The certifications that pass the gates, best first, and the gates of all others.

        Call it once: it also collects the ones that `later` returns.
        """
        passed: list[Recommendation] = []
        gated: list[Gate] = []
        for certification in self.evidence.catalog.certifications.values():
            gate = gate_of(certification, self.judging.timeline, self.target, self.judging.cost)
            if gate:
                gated.append(gate)
                continue
            found = self.judging.check(certification)
            reach = self.judging.reach(certification)
            candidate = Candidate(certification, reach, self.judging.cost(certification))
            if reach.way == "never" or (reach.on and reach.on > self.target.until):
                gated.append(self._later(candidate, found))
                continue
            passed.append(self._recommendation(candidate, found))
        # Of an empty profile almost every outcome is unknown: list first what anyone can take.
        little = _nothing_told(self.evidence.profile)
        passed.sort(
            key=lambda one: (little and one.reach != "now", -one.score, one.certification.id)
        )
        return passed, gated

    def later(self) -> tuple[Later, ...]:
        """Good fits that are out of reach within the horizon, the best first."""
        fitting = [pair for pair in self._out_of_time if pair[0] >= WORTH_WAITING]
        fitting.sort(key=lambda pair: (-pair[0], pair[1].certification.id))
        return tuple(later for _, later in fitting)[:LATER]

    def questions(self, ranked: Iterable[Recommendation]) -> tuple[Question, ...]:
        """The questions that settle most of the unknown outcomes at the top, the best first."""
        verdicts = [
            (one.certification.id, verdict)
            for one in ranked
            if (verdict := self.judging.check(one.certification).verdict) is not None
            and one.outcome is Outcome.UNKNOWN
        ]
        return open_questions(
            verdicts[:ASKED_ABOUT], self.evidence, self.evidence.as_of, ranked=True
        )

    def assumptions(self, shown: Iterable[Recommendation]) -> tuple[Assumption, ...]:
        """The assumptions that the recommendations shown rest on, each once."""
        as_of = self.evidence.as_of
        found = (
            assumption
            for one in shown
            for assumption in assumed(one.certification.rule_on(as_of), self.evidence)
        )
        return tuple(dict.fromkeys(found))

    def _later(self, candidate: Candidate, found: Check) -> Gate:
        factors = self._factors(candidate)
        later = Later(candidate.certification, candidate.reach.on, found.missing)
        fit = next((factor.value for factor in factors if factor.name == "role_fit"), 0.0)
        if candidate.reach.on:
            self._out_of_time.append((fit, later))
        values: Values = {
            "on": candidate.reach.on,
            "until": self.target.until,
        }
        return Gate(candidate.certification, "later", Argument("later", values))

    def _factors(self, candidate: Candidate) -> tuple[Factor, ...]:
        return factors_of(
            candidate,
            self.evidence.profile,
            self.target,
            self.evidence.catalog,
            self.evidence.as_of,
            self.weights,
        )

    def _recommendation(self, candidate: Candidate, found: Check) -> Recommendation:
        factors = self._factors(candidate)
        return Recommendation(
            rank=0,
            certification=candidate.certification,
            score=score_of(factors),
            outcome=found.outcome,
            reach=candidate.reach.way,
            eligible_from=candidate.reach.on if candidate.reach.way != "ask" else None,
            beside=(),
            cost=candidate.cost,
            factors=factors,
            missing=found.missing,
            reasons=(),
            against=None,
        )

    def argued(self, one: Recommendation) -> Recommendation:
        """The recommendation with its reasons and its main drawback."""
        found = self.judging.check(one.certification)
        return one._replace(
            reasons=reasons(one.factors),
            against=against(one, found, self.evidence.catalog),
        )


def _grouped(ranked: list[Recommendation]) -> list[Recommendation]:
    """Fold equivalents into the best of them; those beyond the limit are dropped."""
    groups: list[Recommendation] = []
    for one in ranked:
        near = next((i for i, best in enumerate(groups) if _equal(one, best)), None)
        if near is None:
            groups.append(one)
        elif len(groups[near].beside) < BESIDE:
            best = groups[near]
            beside = Equivalent(one.certification, one.cost, one.reach)
            groups[near] = best._replace(beside=(*best.beside, beside))
    return groups


def _equal(one: Recommendation, best: Recommendation) -> bool:
    return (
        one.certification.id in best.certification.same_level_as
        or best.certification.id in one.certification.same_level_as
    )


def _nothing_told(profile: Profile) -> bool:
    told = (
        profile.education,
        profile.work,
        profile.training,
        profile.courses,
        profile.certifications,
    )
    return all(part is None for part in told)


def _remarks(
    evidence: Evidence, target: Target, shown: tuple[Recommendation, ...]
) -> tuple[Argument, ...]:
    remarks = []
    wanted = evidence.catalog.roles[target.role] if target.role else None
    if wanted and wanted.level == "entry":
        remarks.append(Argument("entry-asks-none", {"role": wanted.id}))
    for credential in lapsing(evidence):
        values: Values = {"certification": credential.id, "on": credential.expires}
        remarks.append(Argument("renew-first", values))
    if _nothing_told(evidence.profile):
        remarks.append(Argument("little-known", {}))
    elif target.rungs and shown and not (wanted and wanted.level == "entry"):
        asked = any(
            factor.name == "role_fit" and factor.reason.key in ASKED_FOR
            for one in shown
            for factor in one.factors
        )
        if not asked:
            remarks.append(Argument("none-asked", {"role": target.rungs[0][0].id}))
    if not shown:
        remarks.append(Argument("none", {"until": target.until}))
    return tuple(remarks)
