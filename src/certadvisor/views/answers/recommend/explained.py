"""What --explain adds to a recommendation: price, score with each factor and reason, sources."""

from collections.abc import Iterator
from datetime import date

from certadvisor.advice.recommend.recommendations import Factor, Recommendation
from certadvisor.catalog.records import Catalog
from certadvisor.views.answers.recommend.entry import INDENT
from certadvisor.views.blocks import Block, Fragment, Item, Message, styled
from certadvisor.views.sections.lists import issuer_page
from certadvisor.views.words import phrases, prices
from certadvisor.views.words.reasons import OUR_ESTIMATE, reason_text

_MARK = Fragment("-", "dim")
_DEEPER = INDENT + 2


def explanation_blocks(
    recommendation: Recommendation, as_of: date, catalog: Catalog
) -> Iterator[Block]:
    """The sum and the price in it, the score as a weighted mean, and where the rule stands."""
    for text in _money(recommendation):
        yield _line(text)
    yield _line(f"Score {recommendation.score:.2f}, the weighted mean of:")
    for factor in recommendation.factors:
        yield _line(_factor(factor, catalog), _DEEPER)
    yield from _sources(recommendation, as_of, catalog)


def _money(recommendation: Recommendation) -> Iterator[str]:
    """What it all costs, with its range, and the certification's own price in it."""
    total = recommendation.way.total
    if total is None:
        return
    basis = f", partly {OUR_ESTIMATE}" if total.estimated else ""
    yield f"In all: {prices.total_text(total)}{basis}"
    if recommendation.lapsed is None:
        membership = recommendation.certification.membership
        yield f"Its own price: {prices.cost_text(recommendation.cost, membership)}"


def _factor(factor: Factor, catalog: Catalog) -> str:
    name = factor.name.replace("_", " ")
    figures = f"{name} {factor.value:.2f} \u00d7 {phrases.number(factor.weight)}"
    return f"{figures}: {reason_text(factor.reason, catalog)}"


def _sources(recommendation: Recommendation, as_of: date, catalog: Catalog) -> Iterator[Block]:
    """The issuer's own page, then the sources of the entry rule; no address is broken."""
    page = issuer_page(recommendation.certification.id, catalog)
    rule = recommendation.certification.rule_on(as_of)
    sources = [one for one in (rule.sources if rule else ()) if one != page]
    for title, texts in (
        ("Check with the issuer:", [page]),
        ("Sources of the entry rule:", sources),
    ):
        if any(texts):
            yield _line(title)
        for text in filter(None, texts):
            if text.startswith("http"):
                yield Message(styled(" " * _DEEPER, Fragment(text, "dim")))
            else:
                yield _line(text, _DEEPER)


def _line(text: str, indent: int = INDENT) -> Item:
    return Item(styled(Fragment(text, "dim")), _MARK, indent)
