"""The document of `catalog stale`: what to check again, the most pressing first."""

from certadvisor.views.json_values import Json, iso
from certadvisor.views.reports import StaleReport


def fill(report: StaleReport) -> Json:
    """The limit, and every fact behind its reason."""
    return {
        "older_than_months": report.months,
        "stale": [
            {
                "reason": fact.reason,
                "collection": fact.collection,
                "id": fact.id,
                "what": list(fact.what),
                "on": iso(fact.on),
                "confidence": fact.confidence,
                "sources": list(fact.sources),
            }
            for fact in report.facts
        ],
    }
