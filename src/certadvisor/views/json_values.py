"""Values as JSON has them: money with its currency, days as ISO, whole numbers whole."""

from datetime import date
from typing import Any

from certadvisor.advice.cost import Cost
from certadvisor.catalog.records import Money

Json = dict[str, Any]


def money(value: Money | None) -> Json | None:
    """An amount with its currency."""
    return None if value is None else {"amount": number(value.amount), "currency": value.currency}


def cost_detail(price: Cost) -> Json:
    """What is known beside the sum."""
    return {
        "at_least": money(price.at_least),
        "place": price.place,
        "on": iso(price.on),
        "converted": money(price.converted),
        "course": number(price.course),
    }


def iso(day: date | None) -> str | None:
    """A day, or null."""
    return None if day is None else day.isoformat()


def number(value: float | None) -> float | int | None:
    """A number, whole where it is whole."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(value, 2)
