"""Reasons in sentences: the templates of every reason key.

The first template whose values are all known is used. The name of a value
decides how it is written: `role` as a title, `by` as an abbreviation, dates in
ISO form. A key without a template is shown as it is, so that no reason is lost.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from certadvisor.views.words import phrases, reinstatement

if TYPE_CHECKING:  # importing the adviser would slow down commands that only show a price
    from collections.abc import Callable

    from certadvisor.catalog.records import Catalog
    from certadvisor.rules.reason import Reason, Values

OUR_ESTIMATE = "our estimate"  # in place of the data's word for what no source says

REASONS: dict[str, tuple[str, ...]] = {
    # why: the factors of the score
    "preferred": ("Employers prefer it for {role} roles.",),
    "preferred-judged": ("Preferred for {role} roles (our estimate).",),
    "helpful": ("Employers value it for {role} roles.",),
    "helpful-judged": ("Useful in {role} roles (our estimate).",),
    "field": ("In the same field as {role}.", "In your field."),
    "other-field": ("In another field than {role}.", "In another field than yours."),
    "interest": ("In a field that interests you: {field}.",),
    "no-interest": ("In none of the fields that interest you.",),
    "now": ("You qualify now.",),
    "ask": ("Whether you qualify depends on information you haven't given.",),
    "after_steps": (
        "You can be ready on {on}, with {prerequisite} on the way.",
        "You can be ready on {on}, once the steps are done.",
        "You qualify once the steps are done.",
    ),
    "never": ("We found no route to it yet.",),
    "on_date": ("You can be ready on {on}.",),
    "demand-unknown": ("We have no figure on demand.",),
    "demand": ("Demand ({country}): {basis}.",),
    "own-employer": ("It is your own employer's certificate.",),
    "next-step": ("The next step after your {held}.",),
    "cost": ("Takes {share}% of your budget.",),
    "cost-estimated": ("Takes about {share}% of your budget (our estimate).",),
    "effort": ("Takes about {hours} of study, {weeks} at your pace.",),
    "method": ("It is {approach}, as you prefer.",),
    "other-method": ("It is {approach}, where you prefer {prefers}.",),
    # against
    "weak-rule": ("We could not confirm its entry requirements: ask the issuer first.",),
    "rule-changes": ("Its entry requirements change on {on}.",),
    "costly": ("One of the more expensive certifications.",),
    "price-unknown": ("We don't know its full price.",),
    "budget-share": ("Takes {share}% of your budget.",),
    "likely-over-budget": ("Likely to take {share}% of your budget.",),
    "weak-demand": (
        "Few employers request it ({country}): {basis}.",
        "Few employers request it.",
    ),
    "course": ("Requires a course ({amount} {currency}, included).",),
    "retires": ("It can be earned only until {on}.",),
    "renewal": (
        "Must be renewed every {years} after the first {first_years}.",
        "Must be renewed every {years}: {units}, and a fee of {fee} {currency}.",
        "Must be renewed every {years}: {units}.",
        "Must be renewed every {years}, for {fee} {currency}.",
        "Must be renewed every {years}.",
    ),
    # why not: the gates
    "held": ("You hold it, until {until}.", "You hold it."),
    "maybe-held": ("You may still hold it: until when it is valid is not known.",),
    "maybe-superseded": ("You may still hold {by}, which would supersede it.",),
    "absorbed": ("You hold {by}, which supersedes it.",),
    "reinstate-instead": ("You can reinstate {by} until {until}, which supersedes it.",),
    "same-level": ("It is at the same level as {as}.",),
    "not-obtainable": ("It cannot be earned on that day: {state}.",),
    "unclear": ("It is not confirmed that it can still be earned.",),
    "over-budget": (
        (
            "In all it costs at least {cost} {currency} ({estimated}), "
            "more than your budget of {budget} {currency}."
        ),
        (
            "In all it costs at least {cost} {currency}, "
            "more than your budget of {budget} {currency}."
        ),
    ),
    "too-junior": ("It is for beginners, and you have {months} of {kind}.",),
    "qualified-above": ("You can have {for} in time, which attests more of the same.",),
    "once-above": ("You once earned {by}, which attests more of the same.",),
    "below-held": ("You hold {by}, which stands above it.",),
    "overtaken": ("{for} takes the one that lapsed as it is.",),
    "far-below": ("It ends at the {level} level, two below yours ({own}).",),
    "same-way": ("It is another step on the same path as {as}.",),
    "too-senior": ("It begins at the {level} level, two above yours ({own}).",),
    "not-practised": ("It attests work that you have not done yet.",),
    "later": (
        "You can be ready for it on {on}, after your horizon ({until}).",
        "You can't qualify by {until}.",
    ),
    "far-behind": ("It came in place {place}, far behind the first.",),
    "outranked": ("It came in place {place}.",),
    "no-reason": (
        "No role ahead requires it, it follows from nothing you hold, and few adverts name it.",
    ),
    "other-field-gate": (
        "It is of another field than your goal, and no list of employers for it names it.",
    ),
    # remarks above the list
    "budget-not-compared": (
        (
            "Your budget in {currency} can't be compared with prices in {prices}: "
            "no exchange rate is known."
        ),
    ),
    "hold-all": (
        (
            "You hold everything that is preferred for {role} roles: "
            "no certification has to come next."
        ),
    ),
    "none-now": (
        "Not now: what {role} roles prefer is out of reach before {on} ({certification}).",
        "Not now: what you still lack for {role} roles is out of reach.",
    ),
    "let-go": (
        (
            "You can let your {certification} lapse on {until}: {by}, which supersedes it, is open "
            "to you from {on}."
        ),
        (
            "You can let your {certification} lapse on {until}: {by}, which supersedes it, is open "
            "to you."
        ),
    ),
    "let-go-lapsed": (
        (
            "You need not reinstate your {certification}: {by}, which supersedes it, is open to "
            "you from {on}."
        ),
        "You need not reinstate your {certification}: {by}, which supersedes it, is open to you.",
    ),
    "renew-first": ("Renew your {certification} first: it expires on {on}.",),
    "entry-asks-none": (
        (
            "{role} roles require no certification; one can still help you stand out. "
            "Of {adverts} {what} ({place}, {period}), {none_named} name none."
        ),
        "{role} roles require no certification; one can still help you stand out.",
    ),
    "little-known": (
        "We know very little about you. Answer the question below for better results.",
    ),
    "none-asked": (
        (
            "Employers require none of these for {role} roles: having none is fine too. "
            "Of {adverts} {what} ({place}, {period}), {none_named} name none."
        ),
        "Employers require none of these for {role} roles: having none is fine too.",
    ),
    "none": ("No certification fits: for each there is a reason against it (--why-not CERT).",),
}


def skills_text(values: Values, catalog: Catalog) -> str:
    """How many of the skills that the target role needs it covers; the first of them by name."""
    ids = [id.strip() for id in str(values["first"]).split(",") if id.strip()]
    if not ids:
        return "Covers none of the skills that you lack for the target role."
    names = phrases.join_names(phrases.in_sentence(phrases.skill_name(id, catalog)) for id in ids)
    count = int(str(values["count"]))
    among = ": " if count == len(ids) else ", among them "
    return f"Covers {count} {'skill' if count == 1 else 'skills'} the role needs{among}{names}."


# Sentences that no template makes: which part is known decides how they run.
COMPOSED: dict[str, Callable[[Values, Catalog], str]] = {
    "skills": skills_text,
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
    if "units" in values:
        values["units"] = phrases.units(float(str(reason.values["units"])), values["unit"])
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
        unit = _UNITS.get(key)
        return unit(value or 0) if unit else phrases.number(value or 0)
    name = _NAMES.get(key)
    return name(value, catalog) if name else value.rstrip(".")


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
    "field": _readable,
    "basis": lambda basis, _: basis.replace("judgement", OUR_ESTIMATE, 1).rstrip("."),
    "place": lambda place, _: phrases.country_label(place),
    "state": lambda state, _: phrases.STATUS_NAMES.get(state, state),
}


def _years(count: float) -> str:
    return "year" if count == 1 else phrases.amount(count, "year")


_UNITS: dict[str, Callable[[float], str]] = {
    "years": _years,
    "first_years": _years,
    "hours": lambda count: phrases.amount(count, "hour"),
    "weeks": lambda count: phrases.amount(count, "week"),
    "months": lambda count: phrases.amount(count, "month"),
}
