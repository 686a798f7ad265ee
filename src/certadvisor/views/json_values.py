"""JSON values: money as an object, days in ISO 8601, whole floats as integers."""

from datetime import date
from typing import Any

from certadvisor.advice.cost import Cost
from certadvisor.catalog.records import Money

Json = dict[str, Any]


def money(value: Money | None) -> Json | None:
    """An amount with its currency; None stays None."""
    return None if value is None else {"amount": number(value.amount), "currency": value.currency}


def cost_detail(cost: Cost) -> Json:
    """The details of a cost, without its total."""
    return {
        "at_least": money(cost.at_least),
        "place": cost.place,
        "on": iso(cost.on),
        "converted": money(cost.converted),
        "course": number(cost.course),
    }


def iso(day: date | None) -> str | None:
    """The day in ISO 8601; None stays None."""
    return None if day is None else day.isoformat()


def number(value: float | None) -> float | int | None:
    """An integer if the value is whole, else two decimals; None stays None."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(value, 2)
