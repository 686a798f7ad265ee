"""Renewals as a flat table: a line for each certification held."""

from collections.abc import Iterable
from typing import Any

from certadvisor.views.json_values import Json

NAMES = (
    "certification", "state", "last_day", "days", "within", "reckoned", "unit", "need", "have",
    "missing", "fee", "currency", "member", "may_lapse", "by",
)  # fmt: skip


def rows(found: Json) -> Iterable[tuple[Any, ...]]:
    """The certifications in their order; none where nobody told what is held."""
    for one in found["certifications"] or ():
        units, fee, lapse = one["units"] or {}, one["fee"] or {}, one["may_lapse"] or {}
        money = fee.get("amount") or {}
        yield (
            *(one[key] for key in NAMES[:6]),
            *(units.get(key) for key in ("name", "need", "have", "missing")),
            *(money.get(key) for key in ("amount", "currency")),
            fee.get("member"),
            *(lapse.get(key) for key in ("reason", "by")),
        )
