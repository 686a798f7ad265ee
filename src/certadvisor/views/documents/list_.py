"""The JSON document of `list`: one object per certification."""

from certadvisor.advice.cost import Cost
from certadvisor.catalog.records import Certification
from certadvisor.views.json_values import Json, cost_detail, money
from certadvisor.views.reports import AnswerContext, ListReport


def document(report: ListReport) -> Json:
    """The document: the certifications in the report's order."""
    return {
        "certifications": [
            {
                **certification_json(certification, report.context),
                **_cost(report.costs.get(certification.id)),
            }
            for certification in report.certifications
        ]
    }


def certification_json(certification: Certification, context: AnswerContext) -> Json:
    """The summary of a certification, with its status on the as-of day."""
    return {
        "id": certification.id,
        "name": certification.name,
        "issuer": certification.issuer,
        "levels": list(certification.levels),
        "status": certification.status_on(context.as_of),
    }


def _cost(price: Cost | None) -> Json:
    return {
        "cost": money(price.total) if price else None,
        "cost_detail": cost_detail(price) if price else None,
    }
