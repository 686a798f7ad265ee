"""The cells of a comparison: the text of one fact of one certification.

A fact that the catalogue does not give reads `not known`.
"""

from collections.abc import Iterable
from typing import assert_never

from certadvisor.catalog.records import Money
from certadvisor.comparison.certifications import CertificationColumn, CertificationFacts
from certadvisor.comparison.prices import CourseCost, Prices, RenewalBasis, RenewalCost
from certadvisor.rules.outcome import Outcome
from certadvisor.views.reports import AnswerContext
from certadvisor.views.words import check as check_words
from certadvisor.views.words import phrases, short_rules
from certadvisor.views.words.certifications import RENEWAL_OPTIONS
from certadvisor.views.words.prices import total_text
from certadvisor.views.words.roles import OUR_JUDGEMENT

UNKNOWN = phrases.NOT_KNOWN
NO_EXAM = "no exam"


def outcome(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """The outcome on the as-of day; empty without a profile."""
    if column.check is None:
        return []
    word = check_words.verdict_word(column.check)[0]
    if column.check.held:
        return [f"{word.lower()} (already held)"]
    return [word.lower()]


def eligible_from(column: CertificationColumn, context: AnswerContext) -> list[str]:
    """The first day on which the person qualifies; empty without a profile."""
    if column.check is None:
        return []
    if column.check.eligible_from == context.as_of:
        return ["now"]
    if column.check.eligible_from:
        return [column.check.eligible_from.isoformat()]
    return ["not given yet" if column.check.outcome is Outcome.UNKNOWN else "after what is missing"]


def shortfalls(column: CertificationColumn, context: AnswerContext) -> list[str]:
    """What is missing for the nearest option, or the question to answer first."""
    check = column.check
    if check is None:
        return []
    if check.outcome is Outcome.UNKNOWN:
        return [
            check_words.question_text(question, context.catalog) for question in check.questions[:1]
        ] or [UNKNOWN]
    texts = [phrases.missing(shortfall, context.catalog) for shortfall in check.missing]
    return texts or ["nothing"]


def issuer(column: CertificationColumn, context: AnswerContext) -> list[str]:
    """The issuer's name."""
    return [phrases.issuer_name(column.facts.issuer, context.catalog)]


def field(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """The disciplines, in words."""
    return [", ".join(phrases.readable(name) for name in column.facts.disciplines)]


def approach(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """Predictive, agile or hybrid."""
    return [column.facts.approach or UNKNOWN]


def entry_rule(column: CertificationColumn, context: AnswerContext) -> list[str]:
    """The entry rule in short lines."""
    if column.facts.entry_rule is None:
        return ["no confirmed rule: ask the issuer"]
    return short_rules.rule_lines(column.facts.entry_rule, context.catalog)


def questions(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """The number of exam questions."""
    return [_exam_text(column.facts, column.facts.questions)]


def minutes(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """The length of the exam in minutes."""
    return [_exam_text(column.facts, column.facts.minutes)]


def pass_mark(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """The pass mark in percent."""
    percent = column.facts.pass_percent
    return [_exam_text(column.facts, None if percent is None else f"{phrases.number(percent)} %")]


def open_book(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """Whether the exam is open book."""
    allowed = {True: "yes", False: "no"}
    is_open = column.facts.open_book
    return [_exam_text(column.facts, None if is_open is None else allowed[is_open])]


def delivery(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """How the exam is delivered."""
    methods = ", ".join(phrases.readable(method) for method in column.facts.delivery or ())
    return [_exam_text(column.facts, methods or None)]


def _exam_text(facts: CertificationFacts, value: object) -> str:
    if facts.exam is False:
        return NO_EXAM
    return UNKNOWN if value is None else str(value)


def hours(bounds: tuple[int, int] | None) -> str:
    """A range of hours, both ends included."""
    if bounds is None:
        return UNKNOWN
    low, high = bounds
    return phrases.amount(low, "hour") if low == high else f"{low} to {high} hours"


def money(value: Money | None) -> str:
    """An amount, or that it is not known."""
    return UNKNOWN if value is None else phrases.money(value)


def prices_of(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """The region, day and confidence of the prices."""
    prices = column.prices
    if prices.on is None:
        return [UNKNOWN]
    day = prices.on_written or prices.on.isoformat()
    place = phrases.place_name(prices.place) if prices.place else "region not stated"
    return [f"{place}, {day}, {prices.confidence}"]


def exam_price(prices: Prices) -> str:
    """The price of the exam alone, unless the course price includes it."""
    if prices.exam_price is None and prices.course and prices.course.exam_included:
        return "included in the course"
    return money(prices.exam_price)


def application(prices: Prices) -> str:
    """The application fee. A dated price list without one means that none is named."""
    if prices.application is None and prices.on is not None:
        return "none named"
    return money(prices.application)


def course(price: CourseCost | None) -> str:
    """The price of the course, and whether it is mandatory."""
    if price is None:
        return UNKNOWN
    ends = [end for end in (price.low, price.high) if end is not None]
    figures = dict.fromkeys(phrases.number(end.amount) for end in ends)
    cost = f"{' to '.join(figures)} {ends[0].currency}" if ends else ""
    if not price.mandatory:
        return f"not required; {cost}" if cost else "not required"
    return f"required: {cost or UNKNOWN}"


def ready_on(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """The day on which the person is ready for the exam, by the plan to it."""
    way = column.way
    return [way.ready_on.isoformat() if way and way.ready_on else "-"]


def way_total(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """What the whole way costs the person."""
    way = column.way
    return [total_text(way.total) if way and way.total else "-"]


def total(prices: Prices) -> list[str]:
    """The initial cost: exam, application and mandatory course."""
    if prices.total is not None:
        return [_money_range(prices.total, prices.total_high), *_converted(prices.cost_converted)]
    if prices.at_least is not None and prices.at_least.amount:
        return [f"{UNKNOWN}; at least {phrases.money(prices.at_least)}"]
    return [UNKNOWN]


def _money_range(low: Money, high: Money | None) -> str:
    if high is None or high == low:
        return phrases.money(low)
    return f"{phrases.number(low.amount)} to {phrases.money(high)}"


def _converted(value: Money | None) -> list[str]:
    return [f"about {phrases.money(value)}"] if value else []


def membership(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """Whether a membership pays for itself with the first exam."""
    dues = column.prices.membership
    if dues is None:
        return ["no member price known"]
    saved = phrases.money(dues.saving)
    if dues.fee is None:
        return [f"saves {saved}; its fee is not known"]
    verdict = "pays for itself" if dues.pays_off else "does not pay for itself"
    return [f"{verdict}: saves {saved}, costs {phrases.money(dues.fee)} a year"]


def renewal_fee(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """The renewal fee, for members and others."""
    prices = column.prices
    if column.facts.lifetime:
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


def renewal_costs(costs: RenewalCost | None) -> list[str]:
    """The renewal costs of nine years, and how they add up."""
    if costs is None:
        return [UNKNOWN]
    match costs.basis:
        case RenewalBasis.LIFETIME:
            return ["nothing: it lasts for life"]
        case RenewalBasis.FEE:
            item = "renewal fee"
        case RenewalBasis.RETAKE:
            item = "retake"
        case _:
            assert_never(costs.basis)
    plural = "" if costs.times == 1 else "s"
    member = []
    if costs.member and costs.member != costs.cost:
        member = [f"{phrases.money(costs.member)} for members"]
    return [f"{phrases.money(costs.cost)}: {costs.times} {item}{plural}", *member]


def nine_years(prices: Prices) -> list[str]:
    """The initial cost and the renewal costs of nine years together."""
    if prices.nine_years is None:
        return [UNKNOWN]
    text = _money_range(prices.nine_years, prices.nine_years_high)
    return [text, *_converted(prices.nine_years_converted)]


def validity(column: CertificationColumn, _: AnswerContext) -> list[str]:
    """The renewal cycle in years, or for life."""
    if column.facts.lifetime:
        return ["for life"]
    first, later = column.facts.first_cycle_years, column.facts.cycle_years
    if not first or not later:
        return [UNKNOWN]
    text = phrases.amount(first, "year")
    return [text if first == later else f"{text}, then {phrases.amount(later, 'year')} each time"]


def units(facts: CertificationFacts) -> str:
    """The units to collect in a renewal cycle."""
    if facts.units is None:
        return UNKNOWN
    if not facts.units:
        return "none"
    yearly = phrases.in_each_year(facts.units.yearly_minimum, None)
    return f"{facts.units.name}: {phrases.number(facts.units.amount)}{yearly}"


def unit_parts(facts: CertificationFacts) -> list[str]:
    """The least and the most number of units in each part."""
    if facts.parts is None:
        return [UNKNOWN if facts.units is None else "no part fixed"]
    return [
        f"{part.name}: {phrases.bounds(part.minimum, part.maximum)}"
        f"{phrases.in_each_year(part.yearly_minimum, part.yearly_maximum)}"
        for part in facts.parts
    ] or ["none"]


def renewal_options(facts: CertificationFacts) -> list[str]:
    """The options for renewing."""
    if facts.renewal_options is None:
        return [UNKNOWN]
    return [RENEWAL_OPTIONS[option] for option in facts.renewal_options] or ["none needed"]


def next_steps(column: CertificationColumn, context: AnswerContext) -> list[str]:
    """The certifications that are the next step up from this one."""
    return _certifications(column.facts.next, context, UNKNOWN)


def related(column: CertificationColumn, context: AnswerContext) -> list[str]:
    """The neighbours of this certification."""
    return _certifications(column.facts.related, context, UNKNOWN)


def accepted_by(column: CertificationColumn, context: AnswerContext) -> list[str]:
    """The certifications whose entry rules accept this one."""
    return _certifications(column.facts.required_by, context, "no rule in the catalogue")


def _certifications(ids: Iterable[str] | None, context: AnswerContext, none: str) -> list[str]:
    names = (phrases.certification_name(id, context.catalog) for id in ids or ())
    return [", ".join(names) or none]


def preferred_by(column: CertificationColumn, context: AnswerContext) -> list[str]:
    """The roles for which employers prefer it, or for which we judge that they do."""
    return _roles(column.facts.preferred_by, column, context)


def helpful_for(column: CertificationColumn, context: AnswerContext) -> list[str]:
    """The roles for which employers find it helpful, or for which we judge that they do."""
    return _roles(column.facts.helpful_for, column, context)


def _roles(ids: Iterable[str], column: CertificationColumn, context: AnswerContext) -> list[str]:
    sourced = column.facts.sourced_for
    titles = [(id in sourced, phrases.role_title(id, context.catalog)) for id in ids]
    by_source = ", ".join(title for is_sourced, title in titles if is_sourced)
    judged = ", ".join(title for is_sourced, title in titles if not is_sourced)
    return [text for text in (by_source, judged and f"{OUR_JUDGEMENT}: {judged}") if text] or [
        "no role in the catalogue"
    ]


def demand(column: CertificationColumn, country: str) -> str:
    """The demand in a country, from 0 to 1."""
    figure = column.demand.get(country)
    return f"{figure.value:.2f}" if figure else UNKNOWN
