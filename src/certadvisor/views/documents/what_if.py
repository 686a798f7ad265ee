"""JSON of `--what-if`: the changes, the answer after them, and the changes of rank."""

from certadvisor.catalog.records import Catalog
from certadvisor.profile.what_if import WhatIfChange
from certadvisor.views.json_values import Json, number
from certadvisor.views.reports import WhatIfAdvice, WhatIfCheck
from certadvisor.views.words.reasons import reason_text


def what_if_check_json(what_if: WhatIfCheck, after: Json) -> Json:
    """The changes, and the check after them with the same keys as the check before them."""
    return {"changes": [_change(one) for one in what_if.changes], "after": after}


def what_if_advice_json(
    what_if: WhatIfAdvice, recommendations: list[Json], catalog: Catalog
) -> Json:
    """The changes, the recommendations after them, and the changes of rank."""
    return {
        "changes": [_change(one) for one in what_if.changes],
        "recommendations": recommendations,
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
