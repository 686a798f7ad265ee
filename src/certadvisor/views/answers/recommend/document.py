"""The data of `recommend`: ranked certifications with every factor of their scores."""

from collections.abc import Iterable
from typing import Annotated, TypedDict

from certadvisor.advice.recommend.recommendations import (
    EligibilityDates,
    Equivalent,
    Factor,
    LaterCertification,
    Recommendation,
    Recommendations,
)
from certadvisor.catalog.records import Catalog
from certadvisor.views.document_types import (
    Allowed,
    CostDetail,
    Day,
    HeadV2,
    MoneyJson,
    NonNegative,
    Share,
    TotalJson,
    head_v2,
)
from certadvisor.views.json_values import Row, cost_detail, iso, money, money_cells, number, total
from certadvisor.views.reports import AdviceReport, WhatIfAdvice
from certadvisor.views.sections.change_causes import CauseJson, UntilReason, cause_json
from certadvisor.views.sections.conditional_section import (
    ConditionalJson,
    conditional_json,
    conditional_row,
)
from certadvisor.views.sections.judgement import (
    AssumptionJson,
    QuestionJson,
    ShortfallJson,
    UnsettledJson,
    assumption_json,
    missing_cells,
    question_json,
    shortfall_json,
    unsettled_json,
)
from certadvisor.views.sections.rank_and_reach import RankingJson, ReachWord, ranking_json
from certadvisor.views.sections.reinstatement_terms import ReinstatementJson, reinstatement_json
from certadvisor.views.sections.what_if_changes import (
    ChangeJson,
    RankChangeJson,
    change_json,
    rank_change_json,
)
from certadvisor.views.words.conditional import conditional_text
from certadvisor.views.words.phrases import sentence
from certadvisor.views.words.reasons import reason_text


class EquivalentJson(TypedDict):
    """A certification that would do as well, with what distinguishes it."""

    certification: str
    reach: ReachWord
    ready_on: Day | None
    cost: MoneyJson | None
    total: TotalJson | None


class FactorJson(TypedDict):
    """One factor of a score, with its reason."""

    name: str
    value: Share
    weight: NonNegative
    reason: str


class OpeningRemarkJson(TypedDict):
    """What to know before the list of recommendations."""

    key: str
    text: str


class RecommendationJson(RankingJson):
    """A certification to take next, with every factor of its score."""

    equivalent_details: Annotated[
        list[EquivalentJson],
        Allowed(max_items=2, description="The equivalents, with what distinguishes them."),
    ]
    cost: MoneyJson | None
    factors: list[FactorJson]
    missing: list[ShortfallJson]
    assumed_answers: Annotated[
        list[QuestionJson], Allowed(description="What the day of eligibility takes for granted.")
    ]
    reasons: list[str]
    drawback: str | None
    cost_detail: CostDetail
    unsettled: list[UnsettledJson]
    reinstatement: Annotated[
        ReinstatementJson | None,
        Allowed(description="Null where it is earned; else `ready_on` and `total` are of this."),
    ]


class LaterJson(TypedDict):
    """A good fit that is out of reach for now."""

    certification: str
    eligible_from: Day | None
    ready_on: Day | None
    missing: list[ShortfallJson]


class EligibilityDatesJson(TypedDict):
    """The days from which and until which the exam can be taken, where time decides them."""

    certification: str
    eligible_from: Day
    eligible_until: Day | None
    until_reason: UntilReason | None
    from_cause: CauseJson | None
    until_cause: CauseJson | None


class WhyNotJson(TypedDict):
    """With --why-not: why a certification is not recommended, or its rank if it is."""

    certification: str
    gate: str | None
    rank: int | None
    reasons: list[str]


class WhatIfAdviceJson(TypedDict):
    """With --what-if: the changes, the recommendations after them, and the changes of rank."""

    changes: list[ChangeJson]
    recommendations: list[RecommendationJson]
    rank_changes: list[RankChangeJson]


class AdviceExtras(TypedDict, total=False):
    """What was asked for with --why-not and --what-if."""

    why_not: WhyNotJson
    what_if: WhatIfAdviceJson


class AdviceDocument(HeadV2, AdviceExtras):
    """The document of `recommend`."""

    target_role: str | None
    recommendations: list[RecommendationJson]
    later: list[LaterJson]
    conditionals: Annotated[
        list[ConditionalJson],
        Allowed(
            description="What employers prefer for the roles aimed at, and other work than the "
            "present one would bring within reach."
        ),
    ]
    assumptions: list[AssumptionJson]
    questions: list[QuestionJson]
    remarks: list[OpeningRemarkJson]
    dates: list[EligibilityDatesJson]


def document(report: AdviceReport) -> AdviceDocument:
    """The document, with `why_not` and `what_if` if requested."""
    advice, catalog = report.advice, report.context.catalog
    extras: AdviceExtras = {}
    if report.why_not is not None:
        extras["why_not"] = why_not_json(report, report.why_not)
    if report.what_if is not None:
        extras["what_if"] = _what_if(report.what_if, catalog)
    return {
        **head_v2(report.context),
        "target_role": advice.target_role,
        "recommendations": _recommendations(advice, catalog),
        "later": [_later(one) for one in advice.later],
        "conditionals": [conditional_json(one, catalog) for one in advice.conditionals],
        "assumptions": [assumption_json(assumption, catalog) for assumption in advice.assumptions],
        "questions": [question_json(question, catalog) for question in advice.questions],
        "remarks": [
            {"key": remark.key, "text": reason_text(remark, catalog)} for remark in advice.remarks
        ],
        "dates": [_dates(one) for one in advice.dates],
        **extras,
    }


def _recommendations(advice: Recommendations, catalog: Catalog) -> list[RecommendationJson]:
    return [_recommendation(one, catalog) for one in advice.recommendations]


def _recommendation(recommendation: Recommendation, catalog: Catalog) -> RecommendationJson:
    drawback = recommendation.drawback
    return {
        **ranking_json(recommendation),
        "equivalent_details": [_equivalent(one) for one in recommendation.equivalents],
        "cost": money(recommendation.cost.amount),
        "factors": [_factor(factor, catalog) for factor in recommendation.factors],
        "missing": [shortfall_json(shortfall) for shortfall in recommendation.missing],
        "assumed_answers": [
            question_json(question, catalog) for question in recommendation.answers
        ],
        "reasons": [reason_text(reason, catalog) for reason in recommendation.reasons],
        "drawback": reason_text(drawback, catalog) if drawback else None,
        "cost_detail": cost_detail(recommendation.cost),
        "unsettled": [unsettled_json(change) for change in recommendation.announced],
        "reinstatement": reinstatement_json(recommendation.lapsed, recommendation.way.fee),
    }


def _equivalent(equivalent: Equivalent) -> EquivalentJson:
    return {
        "certification": equivalent.certification.id,
        "reach": equivalent.reach,
        "ready_on": iso(equivalent.way.ready_on),
        "cost": money(equivalent.cost.amount),
        "total": total(equivalent.way.total, equivalent.cost.place, equivalent.cost.on),
    }


def _factor(factor: Factor, catalog: Catalog) -> FactorJson:
    return {
        "name": factor.name,
        "value": round(factor.value, 4),
        "weight": number(factor.weight),
        "reason": reason_text(factor.reason, catalog),
    }


def _later(candidate: LaterCertification) -> LaterJson:
    return {
        "certification": candidate.certification.id,
        "eligible_from": iso(candidate.eligible_from),
        "ready_on": iso(candidate.way.ready_on),
        "missing": [shortfall_json(shortfall) for shortfall in candidate.missing],
    }


def _dates(dates: EligibilityDates) -> EligibilityDatesJson:
    return {
        "certification": dates.certification,
        "eligible_from": iso(dates.eligible_from),
        "eligible_until": iso(dates.eligible_until),
        "until_reason": dates.until_cause.reason if dates.until_cause else None,
        "from_cause": cause_json(dates.from_cause),
        "until_cause": cause_json(dates.until_cause),
    }


def why_not_json(report: AdviceReport, id: str) -> WhyNotJson:
    """Why the certification is not recommended, or its rank if it is."""
    advice, catalog = report.advice, report.context.catalog
    matches = [one for one in advice.recommendations if one.certification.id == id]
    gates = [gate for gate in advice.gates if gate.certification.id == id]
    return {
        "certification": id,
        "gate": gates[0].kind if gates else None,
        "rank": matches[0].rank if matches else None,
        "reasons": [
            *(reason_text(gate.reason, catalog) for gate in gates),
            *(
                sentence(conditional_text(one, catalog))
                for one in advice.conditionals
                if one.certification == id
            ),
        ],
    }


def _what_if(what_if: WhatIfAdvice, catalog: Catalog) -> WhatIfAdviceJson:
    return {
        "changes": [change_json(one) for one in what_if.changes],
        "recommendations": _recommendations(what_if.advice, catalog),
        "rank_changes": [rank_change_json(one, catalog) for one in what_if.rank_changes],
    }


COLUMNS = (
    "rank", "certification", "score", "outcome", "reach", "eligible_from", "cost", "currency",
    "equivalents", "missing", "reasons", "ready_on", "total", "total_currency",
    "total_estimated",
)  # fmt: skip


def rows(data: AdviceDocument) -> Iterable[Row]:
    """One row per recommendation, then one per certification for later and per conditional one."""
    for entry in data["recommendations"]:
        yield (
            entry["rank"],
            entry["certification"],
            entry["score"],
            entry["outcome"],
            entry["reach"],
            entry["eligible_from"],
            *money_cells(entry["cost"]),
            entry["equivalents"],
            missing_cells(entry["missing"]),
            entry["reasons"],
            entry["ready_on"],
            *money_cells(entry["total"]),
            entry["total"] and entry["total"]["estimated"],
        )
    for later in data["later"]:
        yield (
            None,
            later["certification"],
            None,
            None,
            "later",
            later["eligible_from"],
            None,
            None,
            None,
            missing_cells(later["missing"]),
            None,
            later["ready_on"],
            None,
            None,
            None,
        )
    yield from map(conditional_row, data["conditionals"])
