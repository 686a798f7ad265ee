"""CSV of `renew`: one row per credential."""

from collections.abc import Iterable
from typing import Any

from certadvisor.views.json_values import Json

NAMES = (
    "certification", "state", "last_day", "days", "within", "reckoned", "unit", "need", "have",
    "missing", "fee", "currency", "member", "may_lapse", "by",
)  # fmt: skip


def rows(data: Json) -> Iterable[tuple[Any, ...]]:
    """The rows in the order of the document; none if the credentials are unknown."""
    for entry in data["certifications"] or ():
        units, fee, lapse = entry["units"] or {}, entry["fee"] or {}, entry["may_lapse"] or {}
        money = fee.get("amount") or {}
        yield (
            *(entry[key] for key in NAMES[:6]),
            *(units.get(key) for key in ("name", "need", "have", "missing")),
            *(money.get(key) for key in ("amount", "currency")),
            fee.get("member"),
            *(lapse.get(key) for key in ("reason", "by")),
        )
