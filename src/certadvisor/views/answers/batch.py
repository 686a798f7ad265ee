"""The answer of `batch` about one person: a line with the outcomes and the recommendations."""

from typing import Annotated

from certadvisor.advice.recommend.recommendations import Recommendation
from certadvisor.rules.outcome import Outcome
from certadvisor.views.document_types import (
    Allowed,
    Count,
    Head,
    LineNumber,
    MoneyJson,
    OutcomeWord,
    head,
)
from certadvisor.views.json_values import Row, money, money_cells
from certadvisor.views.reports import StandingReport
from certadvisor.views.sections.judgement import ShortfallJson, shortfall_json
from certadvisor.views.sections.rank_and_reach import RankingJson, ranking_json


class RankedJson(RankingJson):
    """A recommendation with its price and what is missing, without the reasons."""

    cost: MoneyJson | None
    missing: list[ShortfallJson]


class BatchDocument(Head):
    """A line of `batch`."""

    id: Annotated[str, Allowed(min_length=1)]
    line: LineNumber
    target_role: str | None
    outcomes: Annotated[
        dict[str, OutcomeWord],
        Allowed(description="By certification: whether this person can take the exam on that day."),
    ]
    recommendations: list[RankedJson]
    warnings: Annotated[
        Count,
        Allowed(description="Values of the row that are ignored; `people check` lists them."),
    ]
    unused_columns: Annotated[
        list[str], Allowed(description="Columns of the table of which nothing is read.")
    ]


def document(report: StandingReport) -> BatchDocument:
    """The document. It identifies the person by id and line and repeats nothing of the profile."""
    person, outcomes, advice = report.result
    return {
        **head(report.context),
        "id": person.id,
        "line": person.line,
        "target_role": advice.target_role,
        "outcomes": {id: outcome.value for id, outcome in outcomes.items()},
        "recommendations": [_ranked(one) for one in advice.recommendations],
        "warnings": len(person.warnings),
        "unused_columns": list(report.unused_columns),
    }


def _ranked(recommendation: Recommendation) -> RankedJson:
    return {
        **ranking_json(recommendation),
        "cost": money(recommendation.cost.amount),
        "missing": [shortfall_json(shortfall) for shortfall in recommendation.missing],
    }


_PERSON_COLUMNS = ("id", "line", "target_role", "met", "unknown", "warnings")
_RANKED_COLUMNS = (
    "recommendation", "score", "reach", "eligible_from", "ready_on", "total", "total_currency",
    "cost", "currency",
)  # fmt: skip


def columns(top: int) -> tuple[str, ...]:
    """The names of the columns, with those of `top` recommendations."""
    ranked = (f"{name}_{rank}" for rank in range(1, top + 1) for name in _RANKED_COLUMNS)
    return (*_PERSON_COLUMNS, *ranked)


def row(data: BatchDocument, top: int) -> Row:
    """The cells of one person; those of recommendations that there are not are None."""
    ranked = [cell for entry in data["recommendations"] for cell in _ranked_cells(entry)]
    return (
        data["id"],
        data["line"],
        data["target_role"],
        _ids(data, Outcome.MET),
        _ids(data, Outcome.UNKNOWN),
        data["warnings"],
        *ranked,
        *[None] * (top * len(_RANKED_COLUMNS) - len(ranked)),
    )


def _ids(data: BatchDocument, outcome: Outcome) -> list[str]:
    return [id for id, value in data["outcomes"].items() if value == outcome]


def _ranked_cells(entry: RankedJson) -> Row:
    return (
        entry["certification"],
        entry["score"],
        entry["reach"],
        entry["eligible_from"],
        entry["ready_on"],
        *money_cells(entry["total"]),
        *money_cells(entry["cost"]),
    )
