"""JSON of `--what-if`: the changes, the answer after them, and the changes of rank."""

from certadvisor.profile.what_if import Change
from certadvisor.views.json_values import Json, number
from certadvisor.views.reports import AdviceReport, CheckReport
from certadvisor.views.words.reasons import argument


def checked(report: CheckReport) -> Json:
    """The changes, and the check after them with the same keys as the check before them."""
    # Imported here: that module imports this one.
    from certadvisor.views.documents.check import body

    assert report.what_if  # noqa: S101  the caller checks
    after = body(report.what_if.check, report.frame.catalog)
    return {"changes": [_change(one) for one in report.what_if.changes], "after": after}


def advised(report: AdviceReport) -> Json:
    """The changes, the recommendations after them, and the changes of rank."""
    # Imported here: that module imports this one.
    from certadvisor.views.documents.recommend import recommendations

    what_if, catalog = report.what_if, report.frame.catalog
    assert what_if  # noqa: S101  the caller checks
    return {
        "changes": [_change(one) for one in what_if.changes],
        "recommendations": recommendations(what_if.advice, catalog),
        "moves": [
            {
                "certification": move.certification,
                "change": move.change,
                "rank_before": move.rank_before,
                "rank_after": move.rank_after,
                "score_before": _score(move.score_before),
                "score_after": _score(move.score_after),
                "reason": argument(move.reason, catalog) if move.reason else None,
            }
            for move in what_if.moves
        ],
    }


def _change(one: Change) -> Json:
    accreditation, field = one.detail
    return {
        "what": one.what,
        "subject": one.subject,
        "amount": number(one.amount),
        "unit": one.unit,
        "accreditation": accreditation,
        "field": field,
    }


def _score(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
