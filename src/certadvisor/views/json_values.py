"""JSON values: money as an object, days in ISO 8601, whole floats as integers."""

from datetime import date
from typing import TYPE_CHECKING, Any, overload

from certadvisor.catalog.records import Money
from certadvisor.planner.buyer_prices import Cost
from certadvisor.views.document_types import CostDetail, MoneyJson, TotalJson

if TYPE_CHECKING:  # importing the planner would slow down commands that only show a price
    from certadvisor.planner.ways import Total

Json = dict[str, Any]
Row = tuple[Any, ...]  # the cells of a CSV table's row


@overload
def money(value: Money) -> MoneyJson: ...
@overload
def money(value: Money | None) -> MoneyJson | None: ...
def money(value: Money | None) -> MoneyJson | None:
    """An amount with its currency; None stays None."""
    return None if value is None else {"amount": number(value.amount), "currency": value.currency}


def cost_detail(cost: Cost) -> CostDetail:
    """The details of a cost, without its amount."""
    return {
        "at_least": money(cost.at_least),
        "place": cost.place,
        "on": iso(cost.on),
        "converted": money(cost.converted),
        "course": number(cost.course),
        "buys": cost.buys,
        "confidence": cost.confidence,
        "is_sum": cost.is_sum,
        "for_members": cost.for_members,
    }


def total(way_total: "Total | None", place: str | None, on: date | None) -> TotalJson | None:
    """What the whole way costs; None where no way is known. Place and day are the price's."""
    if way_total is None:
        return None
    return {
        **money(way_total.likely),
        "low": number(way_total.low.amount),
        "high": number(way_total.high.amount),
        "estimated": way_total.estimated,
        "place": place,
        "on": iso(on),
    }


@overload
def iso(day: date) -> str: ...
@overload
def iso(day: date | None) -> str | None: ...
def iso(day: date | None) -> str | None:
    """The day in ISO 8601; None stays None."""
    return None if day is None else day.isoformat()


@overload
def number(value: float) -> float: ...
@overload
def number(value: float | None) -> float | None: ...
def number(value: float | None) -> float | None:
    """An integer if the value is whole, else two decimals; None stays None."""
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(value, 2)


def money_cells(value: MoneyJson | None) -> tuple[float | None, str | None]:
    """An amount and its currency as two cells of a table."""
    return (value["amount"], value["currency"]) if value else (None, None)
