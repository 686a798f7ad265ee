"""Reasons in sentences: the templates of every reason key.

The first template whose values are all known is used. The name of a value
decides how it is written: `role` as a title, `by` as an abbreviation, dates in
ISO form. A key without a template is shown as it is, so that no reason is lost.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, assert_never

from certadvisor.catalog.records import Money
from certadvisor.catalog.requirement import ids_named, leaves
from certadvisor.views.words import phrases, reinstatement
from certadvisor.views.words.certifications import renewal_cycle
from certadvisor.views.words.roles import OUR_JUDGEMENT

if TYPE_CHECKING:  # importing the adviser would slow down commands that only show a price
    from collections.abc import Callable

    from certadvisor.advice.recommend.recommendations import Recommendation
    from certadvisor.catalog.records import Catalog, Certification
    from certadvisor.planner.buyer_prices import Cost
    from certadvisor.planner.ways import Total
    from certadvisor.rules.reason import Reason, Values

REASONS: dict[str, tuple[str, ...]] = {
    # why: the factors of the score
    "preferred": ("Employers prefer it for the role {role}.",),
    "preferred-judged": ("It is preferred for the role {role} (our judgement).",),
    "helpful": ("Employers find it helpful for the role {role}.",),
    "helpful-judged": ("It is helpful in the role {role} (our judgement).",),
    "field": ("It is of the field of the role {role}.", "It is of your field."),
    "other-field": (
        "It is of another field than the role {role}.",
        "It is of another field than yours.",
    ),
    "interest": ("It is of a field that interests you: {field}.",),
    "no-interest": ("It is of none of the fields that interest you.",),
    "now": ("You may sit it now.",),
    "ask": ("Whether you may sit it hangs on what you have not told.",),
    "after_steps": (
        "You can be ready for it on {on}, with {prerequisite} on the way.",
        "You can be ready for it on {on}, after the steps below.",
        "You can sit it after the steps below.",
    ),
    "never": ("No way to it could be found yet.",),
    "on_date": ("You can be ready for it on {on}.",),
    "demand-unknown": ("No figure of demand is known.",),
    "demand": ("Demand ({country}): {basis}.",),
    "skills": (
        "It proves {first} of the target role's skills.",
        "It proves none of the target role's skills that you lack.",
    ),
    "next-step": ("It is the next step after {held}.",),
    "cost": ("It takes {share} % of your budget in all.",),
    "cost-estimated": ("It takes about {share} % of your budget in all (our estimate).",),
    "effort": ("It takes about {hours} hours of study, {weeks} weeks at your pace.",),
    "method": ("It is {approach}, as you prefer.",),
    "other-method": ("It is {approach}, where you prefer {prefers}.",),
    # against
    "weak-rule": ("Its entry rule is poorly confirmed.",),
    "rule-changes": ("Its entry rule changes on {on}.",),
    "costly": ("It costs {amount} {currency} or more.",),
    "price-unknown": ("Its full price is not known.",),
    "budget-share": ("It takes {share} % of your budget in all.",),
    "likely-over-budget": ("It likely takes {share} % of your budget in all.",),
    "weak-demand": ("Few ask for it ({country}): {basis}.", "Few ask for it."),
    "course": ("Its course is obligatory: {amount} {currency} of the price.",),
    "retires": ("It can be earned only until {on}.",),
    "renewal": (
        "It must be renewed every {years} after the first {first_years}.",
        "It must be renewed every {years}: {units} {unit}, and a fee of {fee} {currency}.",
        "It must be renewed every {years}: {units} {unit}.",
        "It must be renewed every {years}, for {fee} {currency}.",
        "It must be renewed every {years}.",
    ),
    # why not: the gates
    "held": ("You hold it, until {until}.", "You hold it."),
    "maybe-held": ("You may still hold it: until when it is valid is not known.",),
    "maybe-superseded": ("You may still hold {by}, which would leave no use for it.",),
    "absorbed": ("You hold {by}, which leaves no use for it.",),
    "reinstate-instead": ("You can reinstate {by} until {until}, which leaves no use for it.",),
    "same-level": ("It is at the same level as {as}.",),
    "not-obtainable": ("It cannot be earned on that day: {state}.",),
    "unclear": ("Nobody could confirm whether it can still be earned.",),
    "over-budget": (
        (
            "The whole way to it costs at least {cost} {currency} ({estimated}), "
            "more than your budget of {budget} {currency}."
        ),
        (
            "The whole way to it costs at least {cost} {currency}, "
            "more than your budget of {budget} {currency}."
        ),
    ),
    "too-junior": ("It is for beginners, and you have {months} months of {kind}.",),
    "qualified-above": ("You can have {for} in time, which attests more of the same.",),
    "once-above": ("You once earned {by}, which attests more of the same.",),
    "below-held": ("You hold {by}, which stands above it.",),
    "overtaken": ("{for} takes the one that lapsed as it is.",),
    "far-below": ("It ends at the {level} level, two below yours ({own}).",),
    "same-way": ("It is another step on the way of {as}.",),
    "too-senior": ("It begins at the {level} level, two above yours ({own}).",),
    "later": (
        "You can be ready for it on {on}, after your horizon ({until}).",
        "No way to it by {until} could be found.",
    ),
    "far-behind": ("It came in place {place}, far behind the first.",),
    "outranked": ("It came in place {place}.",),
    "no-reason": (
        "No role ahead asks for it, it follows from nothing you hold, and few adverts name it.",
    ),
    "other-field-gate": (
        "It is of another field than your goal, and no list of employers for it names it.",
    ),
    # remarks above the list
    "hold-all": (
        "You hold all that is preferred for the role {role}: no certification has to come next.",
    ),
    "none-now": (
        "Not now: what the role {role} prefers is out of reach before {on} ({certification}).",
        "Not now: what you do not hold of what suits the role {role} is out of reach.",
    ),
    "let-go": (
        "You can let {certification} lapse on {until}: {by}, which absorbs it, opens on {on}.",
        "You can let {certification} lapse on {until}: {by}, which absorbs it, is open to you.",
    ),
    "let-go-lapsed": (
        "You need not reinstate {certification}: {by}, which absorbs it, opens on {on}.",
        "You need not reinstate {certification}: {by}, which absorbs it, is open to you.",
    ),
    "renew-first": ("Renew {certification} first: it lapses on {on}.",),
    "entry-asks-none": (
        (
            "The role {role} asks for no certification; one can still help you to be seen. "
            "Of {adverts} {what} ({place}, {period}), {none_named} name none."
        ),
        "The role {role} asks for no certification; one can still help you to be seen.",
    ),
    "little-known": ("I know little of you: answer the question below first.",),
    "none-asked": (
        (
            "Employers ask for none of these for the role {role}: none at all is a good answer "
            "too. Of {adverts} {what} ({place}, {period}), {none_named} name none."
        ),
        "Employers ask for none of these for the role {role}: none at all is a good answer too.",
    ),
    "none": ("None: every certification has a reason against it; ask for one with --why-not ID.",),
}


# Sentences that no template makes: which part is known decides how they run.
COMPOSED: dict[str, Callable[[Values, Catalog], str]] = {
    "reinstate-first": reinstatement.remark_text,
    "reinstating": reinstatement.comparison_text,
}


def reason_text(reason: Reason, catalog: Catalog) -> str:
    """A reason as a sentence."""
    if reason.key in COMPOSED:
        return COMPOSED[reason.key](reason.values, catalog)
    values = {
        key: _value_text(key, value, catalog)
        for key, value in reason.values.items()
        if value is not None and value != ""
    }
    for template in REASONS.get(reason.key, ()):
        try:
            return phrases.sentence(template.format(**values))
        except KeyError:  # a value of this template is not known
            continue
    text = ", ".join(f"{phrases.readable(key)} {value}" for key, value in values.items())
    name = phrases.readable(reason.key.replace("_", "-"))
    return phrases.sentence(f"{name}: {text}" if text else name)


def _value_text(key: str, value: str | float | date | None, catalog: Catalog) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        if key in ("years", "first_years"):
            return _years(value or 0)
        return phrases.number(value or 0)
    name = _NAMES.get(key)
    return name(value, catalog) if name else value.rstrip(".")


def _skills(ids: str, catalog: Catalog) -> str:
    return phrases.join_names(phrases.skill_name(id.strip(), catalog) for id in ids.split(","))


def _readable(id: str, _: Catalog) -> str:
    return phrases.readable(id)


_NAMES: dict[str, Callable[[str, Catalog], str]] = {
    "role": phrases.role_title,
    "by": phrases.certification_name,
    "as": phrases.certification_name,
    "for": phrases.certification_name,
    "prerequisite": phrases.certification_name,
    "held": phrases.certification_name,
    "certification": phrases.certification_name,
    "kind": phrases.kind_name,
    "first": _skills,
    "field": _readable,
    "basis": lambda basis, _: basis.replace("judgement", OUR_JUDGEMENT, 1).rstrip("."),
    "place": lambda place, _: phrases.country_label(place),
    "state": lambda state, _: phrases.STATUS_NAMES.get(state, state),
}


def equivalents_text(recommendation: Recommendation) -> str:
    """How a recommendation and its equivalents differ; empty if there are none."""
    if not recommendation.equivalents:
        return ""
    offers = [
        (recommendation.certification, recommendation.cost),
        *((equivalent.certification, equivalent.cost) for equivalent in recommendation.equivalents),
    ]
    return "; ".join(_offer_text(certification, price) for certification, price in offers)


def _offer_text(certification: Certification, price: Cost) -> str:
    rule = certification.rules[-1] if certification.rules else None
    course = price.course is not None or (
        rule is not None and bool(ids_named(leaves(rule.sit), "course"))
    )
    cycle, first = certification.cycle_years, certification.first_cycle_years
    validity = (
        "for life" if certification.lifetime else renewal_cycle(cycle, first) if cycle else ""
    )
    parts = (
        short_cost(price) or "price not known",
        "with a course" if course else "no course",
        validity.replace("every", "renewed every"),
    )
    return f"{certification.abbreviation} ({', '.join(part for part in parts if part)})"


def _years(count: float) -> str:
    return "year" if count == 1 else f"{phrases.number(count)} years"


def reach_text(recommendation: Recommendation) -> tuple[str, str]:
    """How soon the certification can be reached, and the style of the text."""
    from certadvisor.advice.recommend.recommendations import Reachability  # as above

    if recommendation.lapsed:
        return f"you can reinstate it until {recommendation.lapsed.until.isoformat()}", "strong"
    day = recommendation.eligible_from
    match recommendation.reach:
        case Reachability.NOW:
            return "you may sit it now", "good"
        case Reachability.AFTER_STEPS:
            return "within reach after some steps", "strong"
        case Reachability.ON_DATE:
            text = f"from {day.isoformat()}" if day else "once your experience is complete"
            return text, "strong"
        case Reachability.ASK:
            return "answer first", "doubt"
        case Reachability.NEVER:
            return REASONS["never"][0], "bad"
        case _:
            assert_never(recommendation.reach)


def way_text(recommendation: Recommendation) -> str:
    """When the person is ready for the exam, at which pace, and what the whole way costs."""
    way = recommendation.way
    if way.ready_on is None or way.total is None:
        return ""
    pace = f"{phrases.amount(way.hours_per_week or 0, 'hour')} of study a week"
    return f"ready on {way.ready_on.isoformat()} at {pace} · {total_text(way.total)} in all"


def total_text(total: Total) -> str:
    """What the whole way costs, with its range where it has one; an estimate says so."""
    low, high = (Money(round(end.amount), end.currency) for end in (total.low, total.high))
    likely = Money(round(total.likely.amount), total.likely.currency)
    text = phrases.money(likely if total.estimated else total.likely)
    if low != high:
        text += f" ({phrases.number(low.amount)} to {phrases.money(high)})"
    return f"about {text}" if total.estimated else text


def cost_text(cost: Cost) -> str:
    """The cost with its country, or as much of it as is known."""
    if cost.amount is not None:
        text = phrases.money(cost.amount)
    elif cost.at_least is not None and cost.at_least.amount:
        text = f"at least {phrases.money(cost.at_least)}; the rest is not known"
    else:
        return f"price {phrases.NOT_KNOWN}"
    if cost.course:
        only_course = cost.amount is not None and cost.course == cost.amount.amount
        share = "all" if only_course else phrases.number(cost.course)
        text += f", {share} of it the course"
    if cost.for_members:
        text += ", for members"
    if cost.is_sum:
        text += ", the sum of its modules"
    if cost.buys not in (None, "exam") and not cost.course:
        text += f", {cost.buys}"
    provenance = [phrases.place_name(cost.place)] if cost.place else []
    provenance += [str(cost.on.year)] if is_old(cost) and cost.on else []
    if provenance:
        text += f" ({', '.join(provenance)})"
    return f"{text}, about {phrases.money(cost.converted)}" if cost.converted else text


def short_cost(cost: Cost | None) -> str:
    """The cost for a table column; empty if unknown."""
    if cost is None:
        return ""
    year = f" ({cost.on.year})" if is_old(cost) and cost.on else ""
    if cost.amount is not None:
        return f"{phrases.money(cost.amount)}{year}"
    if cost.at_least is not None and cost.at_least.amount:
        return f"{phrases.money(cost.at_least)}+{year}"
    return ""


_OLD_BEFORE = 2024  # prices of earlier years are shown with their year


def is_old(cost: Cost) -> bool:
    """Whether the price is so old that its year belongs beside it."""
    return cost.on is not None and cost.on.year < _OLD_BEFORE
