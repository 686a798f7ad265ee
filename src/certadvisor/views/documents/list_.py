"""The JSON document of `list`: one object per certification."""

from certadvisor.advice.cost import Cost
from certadvisor.catalog.records import Certification
from certadvisor.views.json_values import Json, cost_detail, money
from certadvisor.views.reports import Frame, ListReport


def fill(report: ListReport) -> Json:
    """The document: the certifications in the report's order."""
    return {
        "certifications": [
            {**listed(one, report.frame), **_cost(report.costs.get(one.id))}
            for one in report.certifications
        ]
    }


def listed(one: Certification, frame: Frame) -> Json:
    """The summary of a certification, with its status on the as-of day."""
    return {
        "id": one.id,
        "name": one.name,
        "issuer": one.issuer,
        "levels": list(one.levels),
        "status": one.status_on(frame.as_of),
    }


def _cost(price: Cost | None) -> Json:
    return {
        "cost": money(price.total) if price else None,
        "cost_detail": cost_detail(price) if price else None,
    }
