"""The cells of a comparison: the text of one fact of one certification.

A fact that the catalogue does not give reads `not known`.
"""

from collections.abc import Iterable

from certadvisor.catalog.records import Money
from certadvisor.comparison.certifications import Column, Facts
from certadvisor.comparison.prices import Course, Keeping, Prices
from certadvisor.rules.outcome import Outcome
from certadvisor.views.reports import Frame
from certadvisor.views.screens.show_certification import WAYS
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases, short_rules

UNKNOWN = phrases.NOT_KNOWN
NO_EXAM = "no exam"


def outcome(one: Column, _: Frame) -> list[str]:
    """The outcome on the as-of day; empty without a profile."""
    if one.check is None:
        return []
    word = check_words.verdict_word(one.check)[0]
    if one.check.held:
        return [f"{word.lower()}, and you hold it"]
    return [word.lower()]


def since(one: Column, frame: Frame) -> list[str]:
    """The first day on which the person qualifies; empty without a profile."""
    if one.check is None:
        return []
    if one.check.eligible_from == frame.as_of:
        return ["now"]
    if one.check.eligible_from:
        return [one.check.eligible_from.isoformat()]
    return ["not told yet" if one.check.outcome is Outcome.UNKNOWN else "after what is missing"]


def missing(one: Column, frame: Frame) -> list[str]:
    """What is missing for the nearest option, or the question to answer first."""
    check = one.check
    if check is None:
        return []
    if check.outcome is Outcome.UNKNOWN:
        return [check_words.question(asked, frame.catalog) for asked in check.questions[:1]] or [
            UNKNOWN
        ]
    lacking = [phrases.missing(shortfall, frame.catalog) for shortfall in check.missing]
    return lacking or ["nothing"]


def issuer(one: Column, frame: Frame) -> list[str]:
    """The issuer's name."""
    return [phrases.issuer_name(one.facts.issuer, frame.catalog)]


def field(one: Column, _: Frame) -> list[str]:
    """The disciplines, in words."""
    return [", ".join(phrases.readable(name) for name in one.facts.disciplines)]


def approach(one: Column, _: Frame) -> list[str]:
    """Predictive, agile or hybrid."""
    return [one.facts.approach or UNKNOWN]


def entry(one: Column, frame: Frame) -> list[str]:
    """The entry rule in short lines."""
    if one.facts.entry is None:
        return ["no confirmed rule: ask the issuer"]
    return short_rules.lines(one.facts.entry, frame.catalog)


def questions(one: Column, _: Frame) -> list[str]:
    """The number of exam questions."""
    return [_of_exam(one.facts, one.facts.questions)]


def minutes(one: Column, _: Frame) -> list[str]:
    """The length of the exam in minutes."""
    return [_of_exam(one.facts, one.facts.minutes)]


def to_pass(one: Column, _: Frame) -> list[str]:
    """The pass mark in percent."""
    percent = one.facts.pass_percent
    return [_of_exam(one.facts, None if percent is None else f"{phrases.number(percent)} %")]


def books(one: Column, _: Frame) -> list[str]:
    """Whether the exam is open book."""
    allowed = {True: "allowed", False: "not allowed"}
    told = one.facts.open_book
    return [_of_exam(one.facts, None if told is None else allowed[told])]


def taken(one: Column, _: Frame) -> list[str]:
    """How the exam is delivered."""
    ways = ", ".join(phrases.readable(way) for way in one.facts.delivery or ())
    return [_of_exam(one.facts, ways or None)]


def _of_exam(facts: Facts, value: object) -> str:
    if facts.exam is False:
        return NO_EXAM
    return UNKNOWN if value is None else str(value)


def hours(range_: tuple[int, int] | None) -> str:
    """A range of hours, both ends included."""
    if range_ is None:
        return UNKNOWN
    low, high = range_
    return phrases.amount(low, "hour") if low == high else f"{low} to {high} hours"


def money(value: Money | None) -> str:
    """An amount, or that it is not known."""
    return UNKNOWN if value is None else phrases.money(value)


def prices_of(one: Column, _: Frame) -> list[str]:
    """The region, day and confidence of the prices."""
    prices = one.prices
    if prices.on is None:
        return [UNKNOWN]
    day = prices.on_written or prices.on.isoformat()
    return [f"{prices.place or 'no place told'}, {day}, {prices.confidence}"]


def exam_price(prices: Prices) -> str:
    """The price of the exam alone, unless the course price includes it."""
    if prices.exam_price is None and prices.course and prices.course.exam_included:
        return "in the course's price"
    return money(prices.exam_price)


def application(prices: Prices) -> str:
    """The application fee. A dated price list without one means that none is named."""
    if prices.application is None and prices.on is not None:
        return "none named"
    return money(prices.application)


def course(told: Course | None) -> str:
    """The price of the course, and whether it is mandatory."""
    if told is None:
        return UNKNOWN
    ends = [end for end in (told.low, told.high) if end is not None]
    figures = dict.fromkeys(phrases.number(end.amount) for end in ends)
    cost = f"{' to '.join(figures)} {ends[0].currency}" if ends else ""
    if not told.mandatory:
        return f"not asked; {cost}" if cost else "not asked"
    return f"must be taken: {cost or UNKNOWN}"


def total(prices: Prices) -> list[str]:
    """The initial cost: exam, application and mandatory course."""
    if prices.total is not None:
        return [_span(prices.total, prices.total_high), *_about(prices.common)]
    if prices.at_least is not None and prices.at_least.amount:
        return [f"{UNKNOWN}; at least {phrases.money(prices.at_least)}"]
    return [UNKNOWN]


def _span(low: Money, high: Money | None) -> str:
    if high is None or high == low:
        return phrases.money(low)
    return f"{phrases.number(low.amount)} to {phrases.money(high)}"


def _about(value: Money | None) -> list[str]:
    return [f"about {phrases.money(value)}"] if value else []


def membership(one: Column, _: Frame) -> list[str]:
    """Whether a membership pays for itself with the first exam."""
    told = one.prices.membership
    if told is None:
        return ["no member price known"]
    saved = phrases.money(told.saved)
    if told.fee is None:
        return [f"saves {saved}; its fee is not known"]
    verdict = "pays for itself" if told.worth else "does not pay for itself"
    return [f"{verdict}: saves {saved}, costs {phrases.money(told.fee)} a year"]


def fee(one: Column, _: Frame) -> list[str]:
    """The renewal fee, for members and others."""
    prices = one.prices
    if one.facts.lifetime:
        return ["nothing"]
    if prices.fee is None and prices.fee_member is None:
        return [UNKNOWN]
    often = " a year" if prices.fee_every_year else ""
    if prices.fee is None or prices.fee_member is None:
        only = " for members" if prices.fee is None else ""
        return [f"{money(prices.fee or prices.fee_member)}{only}{often}"]
    if prices.fee == prices.fee_member:
        return [f"{phrases.money(prices.fee)}{often}"]
    return [
        f"{phrases.money(prices.fee)}{often}",
        f"{phrases.money(prices.fee_member)}{often} for members",
    ]


def keeping(told: Keeping | None) -> list[str]:
    """The renewal costs of nine years, and how they add up."""
    if told is None:
        return [UNKNOWN]
    if told.by == "lifetime":
        return ["nothing: it lasts for life"]
    times = {1: "once", 2: "twice"}.get(told.times, f"{told.times} times")
    how = "the exam again" if told.by == "retake" else "the fee"
    member = []
    if told.member and told.member != told.cost:
        member = [f"{phrases.money(told.member)} for members"]
    return [f"{phrases.money(told.cost)}: {how} {times}", *member]


def nine_years(prices: Prices) -> list[str]:
    """The initial cost and the renewal costs of nine years together."""
    if prices.nine_years is None:
        return [UNKNOWN]
    told = _span(prices.nine_years, prices.nine_years_high)
    return [told, *_about(prices.nine_years_common)]


def lasts(one: Column, _: Frame) -> list[str]:
    """The renewal cycle in years, or for life."""
    if one.facts.lifetime:
        return ["for life"]
    years = one.facts.cycle_years
    return [phrases.amount(years, "year") if years else UNKNOWN]


def units(facts: Facts) -> str:
    """The units to collect in a renewal cycle."""
    if facts.units is None:
        return UNKNOWN
    return _unit(*facts.units) if facts.units else "none"


def _unit(name: str, amount: int) -> str:
    return f"{name}: {phrases.number(amount)}"


def least(facts: Facts) -> list[str]:
    """The minimum number of units in each part."""
    if facts.parts is None:
        return [UNKNOWN if facts.units is None else "no part fixed"]
    return [_unit(name, minimum) for name, minimum in facts.parts] or ["none"]


def ways(facts: Facts) -> list[str]:
    """The options for renewing."""
    if facts.ways is None:
        return [UNKNOWN]
    return [WAYS[way] for way in facts.ways] or ["none needed"]


def leads_to(one: Column, frame: Frame) -> list[str]:
    """The certifications that follow this one."""
    return _certifications(one.facts.leads_to, frame, UNKNOWN)


def asked_by(one: Column, frame: Frame) -> list[str]:
    """The certifications whose entry rules accept this one."""
    return _certifications(one.facts.asked_by, frame, "no rule in the catalogue")


def _certifications(ids: Iterable[str] | None, frame: Frame, none: str) -> list[str]:
    names = (phrases.certification_name(id, frame.catalog) for id in ids or ())
    return [", ".join(names) or none]


def preferred_by(one: Column, frame: Frame) -> list[str]:
    """The roles for which employers prefer it."""
    return _roles(one.facts.preferred_by, frame)


def helpful_for(one: Column, frame: Frame) -> list[str]:
    """The roles for which employers find it helpful."""
    return _roles(one.facts.helpful_for, frame)


def _roles(ids: Iterable[str], frame: Frame) -> list[str]:
    names = (phrases.role_title(id, frame.catalog) for id in ids)
    return [", ".join(names) or "no role in the catalogue"]


def demand(one: Column, place: str) -> str:
    """The demand in a country, from 0 to 1."""
    known = one.demand.get(place)
    return f"{known.value:.2f}" if known else UNKNOWN
