"""Comparing pay: only figures of the same country, source, year and statistic."""

from collections.abc import Iterable
from typing import Any, NamedTuple

RawPay = dict[str, Any]

_FIGURES = (("median",), ("mean",), ("low", "high"))


class PayChange(NamedTuple):
    """Yearly pay before and after a promotion, from one source.

    `before` and `after` hold one number (median or mean), or low and high.
    `article` marks the founding article's ranges, which cover whole levels.
    """

    country: str
    currency: str
    year: int | None
    before: tuple[float, ...]
    after: tuple[float, ...]
    article: bool
    url: str | None
    via: str | None


def representative_pay(pays: Iterable[RawPay], country: str | None) -> RawPay | None:
    """The newest pay figure of a role for the country, never the article's; None without one.

    Where the country has no figure, those of the first country in the record
    are used.
    """
    non_article = [pay for pay in pays if not pay.get("article")]
    countries = [pay["country"] for pay in non_article]
    chosen_country = country if country in countries else next(iter(countries), None)
    local = [pay for pay in non_article if pay["country"] == chosen_country]
    return max(local, key=lambda pay: (pay.get("year", 0), "low" in pay), default=None)


def compare_pay(
    before: Iterable[RawPay], after: Iterable[RawPay], country: str | None
) -> tuple[PayChange, ...]:
    """For each country, the newest figures that one source has for both roles.

    The article's own ranges are listed as well, last, where they differ. With
    a `country`, figures of other countries are left out.
    """
    before_by_key = {
        _comparison_key(pay, figure): pay
        for pay in before
        for figure in _FIGURES
        if _has_figure(pay, figure)
    }
    changes: dict[tuple[str, bool], PayChange] = {}
    for pay in after:
        for figure in _FIGURES:
            old = (
                before_by_key.get(_comparison_key(pay, figure))
                if _has_figure(pay, figure)
                else None
            )
            if old is None or country not in (None, pay["country"]):
                continue
            change = _pay_change(old, pay, figure)
            if change.article and change.before == change.after:
                continue  # both roles are on the same level
            key = change.country, change.article
            best = changes.get(key)
            if best is None or (change.year or 0) > (best.year or 0):
                changes[key] = change
    return tuple(sorted(changes.values(), key=lambda change: change.article))


def _has_figure(pay: RawPay, figure: tuple[str, ...]) -> bool:
    return all(part in pay for part in figure)


def _comparison_key(pay: RawPay, figure: tuple[str, ...]) -> tuple[Any, ...]:
    """What must be equal for two figures to be comparable."""
    source = pay.get("url") or pay.get("via")
    return (
        pay["country"],
        pay["currency"],
        source,
        pay.get("year"),
        bool(pay.get("article")),
        figure,
    )


def _pay_change(before: RawPay, after: RawPay, figure: tuple[str, ...]) -> PayChange:
    return PayChange(
        country=after["country"],
        currency=after["currency"],
        year=after.get("year"),
        before=tuple(before[part] for part in figure),
        after=tuple(after[part] for part in figure),
        article=bool(after.get("article")),
        url=after.get("url"),
        via=after.get("via"),
    )
