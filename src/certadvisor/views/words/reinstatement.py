"""What reinstating a lapsed certification takes, in words: units, fee, money and day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from certadvisor.catalog.records import Money
from certadvisor.views.words import phrases

if TYPE_CHECKING:
    from certadvisor.catalog.records import Catalog
    from certadvisor.rules.reason import Values


def remark_text(values: Values, catalog: Catalog) -> str:
    """The remark that something has to be reinstated before anything new is bought."""
    name = phrases.certification_name(str(values["certification"]), catalog)
    return f"Reinstate the {name} first, by {_day(values, 'until')}: {terms_text(values)}."


def comparison_text(values: Values, _: Catalog) -> str:
    """What reinstating costs, and what earning it again does if there is a way."""
    text = f"Reinstating it costs {_money(values, 'total', 'estimated')}"
    if values["anew"] is None:
        return f"{text}."
    return f"{text}, earning it again {_money(values, 'anew', 'anew_estimated')}."


def terms_text(values: Values) -> str:
    """The units still to earn, the fee, what it all costs, and the day on which it can be done."""
    units = [f"up to {_units(values, 'most')}"] if values.get("most") else []
    units += [_units(values, "units")] if values.get("units") else []
    fee = f"a fee of {_money(values, 'fee', 'fee_estimated')}"
    total = f", {_money(values, 'total', 'estimated')} in all" if units else ""
    return (
        f"{phrases.join_names([*units, fee])}{total}; you can have it back on {_day(values, 'on')}"
    )


def _day(values: Values, key: str) -> str:
    day = values[key]
    assert isinstance(day, date)  # noqa: S101  as `reinstatement_terms` has it
    return day.isoformat()


def _units(values: Values, key: str) -> str:
    count, unit = values[key], values["unit"]
    assert isinstance(count, int | float)  # noqa: S101
    return phrases.units(count, str(unit))


def _money(values: Values, amount: str, estimated: str) -> str:
    value, currency = values[amount], str(values["currency"])
    assert isinstance(value, int | float)  # noqa: S101
    if values[estimated]:
        return f"about {phrases.money(Money(round(value), currency))}"
    return phrases.money(Money(value, currency))
