"""Comparing pay: only figures of the same country, source, year and statistic."""

from collections.abc import Iterable
from typing import Any, NamedTuple

Page = dict[str, Any]

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


def told_pay(pays: Iterable[Page], country: str | None) -> Page | None:
    """The newest pay figure of a role for the country, never the article's; None without one.

    Where the country has no figure, those of the first country in the record
    are used.
    """
    others = [pay for pay in pays if not pay.get("article")]
    places = [pay["country"] for pay in others]
    place = country if country in places else next(iter(places), None)
    here = [pay for pay in others if pay["country"] == place]
    return max(here, key=lambda pay: (pay.get("year", 0), "low" in pay), default=None)


def pay_changes(
    before: Iterable[Page], after: Iterable[Page], country: str | None
) -> tuple[PayChange, ...]:
    """For each country, the newest figures that one source has for both roles.

    The article's own ranges are listed as well, last, where they differ. With
    a `country`, figures of other countries are left out.
    """
    known = {_key(pay, figure): pay for pay in before for figure in _FIGURES if _has(pay, figure)}
    found: dict[tuple[str, bool], PayChange] = {}
    for pay in after:
        for figure in _FIGURES:
            was = known.get(_key(pay, figure)) if _has(pay, figure) else None
            if was is None or country not in (None, pay["country"]):
                continue
            change = _change(was, pay, figure)
            if change.article and change.before == change.after:
                continue  # both roles are on the same level
            place = change.country, change.article
            best = found.get(place)
            if best is None or (change.year or 0) > (best.year or 0):
                found[place] = change
    return tuple(sorted(found.values(), key=lambda change: change.article))


def _has(pay: Page, figure: tuple[str, ...]) -> bool:
    return all(part in pay for part in figure)


def _key(pay: Page, figure: tuple[str, ...]) -> tuple[Any, ...]:
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


def _change(was: Page, now: Page, figure: tuple[str, ...]) -> PayChange:
    return PayChange(
        country=now["country"],
        currency=now["currency"],
        year=now.get("year"),
        before=tuple(was[part] for part in figure),
        after=tuple(now[part] for part in figure),
        article=bool(now.get("article")),
        url=now.get("url"),
        via=now.get("via"),
    )
