"""JSON of `--what-if`: the changes, the answer after them, and the changes of rank."""

from certadvisor.profile.what_if import WhatIfChange
from certadvisor.views.json_values import Json, number
from certadvisor.views.reports import AdviceReport, CheckReport
from certadvisor.views.words.reasons import reason_text


def what_if_check_json(report: CheckReport) -> Json:
    """The changes, and the check after them with the same keys as the check before them."""
    # Imported here: that module imports this one.
    from certadvisor.views.documents.check import check_json

    assert report.what_if  # noqa: S101  the caller checks
    after = check_json(report.what_if.check, report.context.catalog)
    return {"changes": [_change(one) for one in report.what_if.changes], "after": after}


def what_if_advice_json(report: AdviceReport) -> Json:
    """The changes, the recommendations after them, and the changes of rank."""
    # Imported here: that module imports this one.
    from certadvisor.views.documents.recommend import recommendations_json

    what_if, catalog = report.what_if, report.context.catalog
    assert what_if  # noqa: S101  the caller checks
    return {
        "changes": [_change(one) for one in what_if.changes],
        "recommendations": recommendations_json(what_if.advice, catalog),
        "moves": [
            {
                "certification": rank_change.certification,
                "change": rank_change.change,
                "rank_before": rank_change.rank_before,
                "rank_after": rank_change.rank_after,
                "score_before": _score(rank_change.score_before),
                "score_after": _score(rank_change.score_after),
                "reason": reason_text(rank_change.reason, catalog) if rank_change.reason else None,
            }
            for rank_change in what_if.rank_changes
        ],
    }


def _change(change: WhatIfChange) -> Json:
    accreditation, field = change.detail
    return {
        "what": change.kind,
        "subject": change.subject,
        "amount": number(change.amount),
        "unit": change.unit,
        "accreditation": accreditation,
        "field": field,
    }


def _score(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
