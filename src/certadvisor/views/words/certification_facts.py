"""What a summary says of a certification: its rule, price, study and renewal, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from certadvisor.views.words import phrases
from certadvisor.views.words.certifications import renewal_cycle
from certadvisor.views.words.prices import cost_text
from certadvisor.views.words.short_rules import rule_lines

if TYPE_CHECKING:
    from datetime import date

    from certadvisor.catalog.records import Catalog, Certification, RenewalPrice
    from certadvisor.planner.buyer_prices import Cost

_LONGEST_RULE = 160  # characters that a line of the summary has room for


def rule_text(certification: Certification, day: date, catalog: Catalog) -> str:
    """The rule in force in one line, or that it has several ways; empty where none is known."""
    rule = certification.rule_on(day)
    if rule is None:
        return ""
    lines = rule_lines(rule.sit, catalog)
    text = " ".join(lines)
    if any(line.startswith("- ") for line in lines) or len(text) > _LONGEST_RULE:
        text = "several conditions, listed below"
    if rule.has_separate_exam_rule:
        text = f"for the exam: {text}; to be certified: see below"
    return f"{text} (since {rule.since.isoformat()})" if rule.since else text


def price_text(certification: Certification, cost: Cost | None) -> str:
    """What it costs, or why no price is known."""
    if cost is None or (cost.amount is None and not (cost.at_least and cost.at_least.amount)):
        reason = certification.no_price
        return f"no list price: {reason}" if reason else phrases.NOT_KNOWN
    text = cost_text(cost, certification.membership)
    dearest = _dearest_course(certification, cost)
    if dearest is None or cost.amount is None:
        return text
    most = phrases.number(cost.amount.amount - (cost.course or 0) + dearest)
    return text.replace(" ", f" to {most} ", 1)


def _dearest_course(certification: Certification, cost: Cost) -> float | None:
    """The price of the dearest mandatory course; None where they all cost the same."""
    for price in certification.prices:
        if cost.course and (price.place, price.on) == (cost.place, cost.on):
            is_range = price.course_high is not None and price.course_high > cost.course
            return price.course_high if is_range else None
    return None


def member_price_text(certification: Certification, cost: Cost | None, member: Cost | None) -> str:
    """What it costs anyone and, where that is another sum, a member of the issuer."""
    text = price_text(certification, cost)
    if member is None or not member.for_members or member.amount is None:
        return text
    if cost is not None and cost.amount == member.amount:
        return text
    return f"{text}; {phrases.money(member.amount)} for members of {_membership(certification)}"


def _membership(certification: Certification) -> str:
    return (certification.membership or certification.issuer).upper()


def study_text(certification: Certification) -> str:
    """How many hours of study and of course it takes."""
    study, course = _hours(certification.study_hours), _hours(certification.course_hours)
    if study and course:
        return f"{study}, and a course of {course}"
    if course:
        return f"a course of {course}; study beside it {phrases.NOT_KNOWN}"
    return study or phrases.NOT_KNOWN


def _hours(bounds: tuple[int, int] | None) -> str:
    if bounds is None:
        return ""
    low, high = bounds
    return phrases.amount(low, "hour") if low == high else f"{low} to {high} hours"


def renewal_text(certification: Certification, renewal: dict[str, Any] | None) -> str:
    """How often it is renewed, with how many units and for which fee."""
    if renewal is None:
        return phrases.NOT_KNOWN
    if certification.lifetime:
        return "none: it lasts for life"
    parts = []
    if certification.renewal_units:
        parts.append(phrases.units(*certification.renewal_units))
    if fee := _fee(certification.renewal_fee):
        parts.append(fee)
    text = renewal_cycle(
        renewal["cycle_years"], renewal.get("first_cycle_years"), renewal.get("common_cycle_end")
    )
    return f"{text}: {phrases.join_names(parts)}" if parts else text


def _fee(fee: RenewalPrice | None) -> str:
    if fee is None or not (fee.non_member or fee.member):
        return ""
    yearly = " each year" if fee.every_year else ""
    if fee.non_member and fee.member:
        amount = f"{phrases.money(fee.non_member)} ({phrases.money(fee.member)} for members)"
    elif fee.member:
        amount = f"{phrases.money(fee.member)} for members"
    else:
        assert fee.non_member is not None  # noqa: S101  one of them is known
        amount = phrases.money(fee.non_member)
    return f"a fee of {amount}{yearly}"
