"""The document of `list`: certifications in rows."""

from certadvisor.advice.cost import Cost
from certadvisor.catalog.records import Certification
from certadvisor.views.json_values import Json, cost_detail, money
from certadvisor.views.reports import Frame, ListReport


def fill(report: ListReport) -> Json:
    """The document of `list`."""
    return {
        "certifications": [
            {**listed(one, report.frame), **_cost(report.costs.get(one.id))}
            for one in report.certifications
        ]
    }


def listed(one: Certification, frame: Frame) -> Json:
    """A certification in a row."""
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
