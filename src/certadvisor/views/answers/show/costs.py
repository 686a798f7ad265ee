"""The prices of a certification as blocks: each with its place, its day and what it buys."""

from collections.abc import Iterable
from typing import Any

from certadvisor.catalog.records import Certification, Money
from certadvisor.views.blocks import Block, Fragment, Heading, Item, styled
from certadvisor.views.words import phrases

RawRecord = dict[str, Any]

_FIGURES = (
    ("exam_member", "exam, members"),
    ("exam_non_member", "exam"),
    ("application", "application"),
    ("retake_member", "retake, members"),
    ("retake_non_member", "retake"),
    ("membership", "membership, a year"),
)


def cost_blocks(record: RawRecord, certification: Certification) -> tuple[Block, ...]:
    """The sums of its modules, why there is no price, and every price entry; empty if no more."""
    prices, blocks = record.get("costs", ()), [*_sums(certification), *_no_price(record)]
    if not prices and not blocks:
        return ()  # the summary says that it is not known
    blocks.insert(0, Heading("Cost"))
    for price in prices:
        figures = [
            f"{name} {phrases.number(price[key])} {price['currency']}"
            for key, name in _FIGURES
            if key in price
        ]
        course = _course(price)
        place = phrases.place_name(price["place"]) if "place" in price else "region not stated"
        provenance = f"{place}, {price['date']}, confidence {price['confidence']}"
        text = "; ".join([*figures, *([course] if course else [])]) or phrases.NOT_KNOWN
        if "buys" in price:
            text = f"{price['buys']}: {text}"
        blocks.append(Item(styled(text, Fragment(f" ({provenance})", "dim"))))
        if "note" in price:
            blocks.append(Item(styled(price["note"]), Fragment(" "), 0))
    return tuple(blocks)


def _sums(certification: Certification) -> Iterable[Block]:
    """What the modules cost together, as far as all their prices are known."""
    for price in certification.prices:
        if price.is_sum:
            total = phrases.money(Money(price.exam_non_member or 0, price.currency))
            place = phrases.place_name(price.place) if price.place else "region not stated"
            provenance = f" ({place}, {price.on.year}, confidence {price.confidence})"
            text = f"{total} for all its modules ({price.buys} each)"
            yield Item(styled(text, Fragment(provenance, "dim")))


def _no_price(record: RawRecord) -> Iterable[Block]:
    """Why no price can be given."""
    if "no_price" in record:
        reason = phrases.sentence(record["no_price"]["reason"])
        yield Item(styled(f"No list price: {reason[:1].lower()}{reason[1:]}"))
        if "note" in record["no_price"]:
            yield Item(styled(record["no_price"]["note"]), Fragment(" "), 0)


def _course(price: RawRecord) -> str:
    course = price.get("course")
    if course is None:
        return ""
    kind = "mandatory course" if course["mandatory"] else "course, not mandatory"
    figures = [phrases.number(course[key]) for key in ("low", "high") if key in course]
    cost = f" {' to '.join(dict.fromkeys(figures))} {price['currency']}" if figures else ""
    included = ", exam included" if course.get("exam_included") else ""
    return f"{kind}{cost}{included}"
