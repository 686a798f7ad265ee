"""The JSON document of `catalog stale`: what to check again, most urgent first."""

from certadvisor.views.json_values import Json, iso
from certadvisor.views.reports import StaleReport


def document(report: StaleReport) -> Json:
    """The age limit in months, and every stale fact with its reason."""
    return {
        "older_than_months": report.months,
        "stale": [
            {
                "reason": fact.reason,
                "collection": fact.collection,
                "id": fact.id,
                "what": list(fact.groups),
                "on": iso(fact.on),
                "confidence": fact.confidence,
                "sources": list(fact.sources),
            }
            for fact in report.facts
        ],
    }
