"""Words for numbers, days, money, names and requirements; no decisions are made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from certadvisor.catalog.requirement import TAGS as REQUIREMENT_TAGS
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.views.words import leaves, names_and_amounts

if TYPE_CHECKING:  # importing the judge's types would slow down `list`, which needs none
    from collections.abc import Sequence
    from datetime import date

    from certadvisor.catalog.records import Catalog, Money
    from certadvisor.rules.verdict import Shortfall, Verdict

# What the words of leaves need too; they are used from here.
UNITS = names_and_amounts.UNITS
DEGREE_NAMES = names_and_amounts.DEGREE_NAMES
TAGS = REQUIREMENT_TAGS
number = names_and_amounts.number
amount = names_and_amounts.amount
units = names_and_amounts.units
bounds = names_and_amounts.bounds
in_each_year = names_and_amounts.in_each_year
place_name = names_and_amounts.place_name
join_names = names_and_amounts.join_names
month = names_and_amounts.month
month_name = names_and_amounts.month_name
day_name = names_and_amounts.day_name
readable = names_and_amounts.readable
kind_name = names_and_amounts.kind_name
in_sentence = names_and_amounts.in_sentence
certification_name = names_and_amounts.certification_name
issuer_name = names_and_amounts.issuer_name
course_name = names_and_amounts.course_name
work_description = leaves.work_description

NOT_KNOWN = "not known"

LEVEL_NAMES = {"entry": "Entry", "mid": "Mid", "senior": "Senior", "executive": "Executive"}

STATUS_NAMES = {
    "announced": "announced, cannot be earned yet",
    "active": "active",
    "retiring": "retiring",
    "retired": "retired",
    "unclear": "unclear whether it can still be earned",
}

MARKS = {"met": "✓", "unmet": "✗", "unknown": "?"}
OUTCOME_STYLES = {"met": "good", "unmet": "bad", "unknown": "doubt"}


def money(value: Money) -> str:
    """An amount with its currency; cents only if there are any.

    >>> from certadvisor.catalog.records import Money
    >>> money(Money(1250, "USD")), money(Money(99.5, "EUR"))
    ('1,250 USD', '99.50 EUR')
    """
    digits = 0 if float(value.amount).is_integer() else 2
    return f"{value.amount:,.{digits}f} {value.currency}"


def sentence(text: str) -> str:
    """The text as a sentence: capitalised, with a full stop unless it has an end mark."""
    capital = text[:1].upper() + text[1:]
    return capital if capital[-1:] in ".?!" else f"{capital}."


def on(day: date, as_of: date, *, today: bool) -> str:
    """The as-of day in words: "today" or "on 2026-11-25"."""
    return "today" if today and day == as_of else f"on {day.isoformat()}"


def skill_name(id: str, catalog: Catalog) -> str:
    """The name of a skill."""
    return catalog.skills.get(id, readable(id))


def country_label(id: str) -> str:
    """The code of a country, or "World"."""
    return "World" if id == "world" else id


def role_title(id: str | None, catalog: Catalog) -> str:
    """The title of a role, else its id; empty for None."""
    role = catalog.roles.get(id or "")
    return role.title if role else (id or "")


def requirement(node: Requirement, catalog: Catalog) -> str:
    """What a node of a rule requires."""
    if isinstance(node, AllOf):
        return "all of" if node.children else "nothing: open to everyone"
    if isinstance(node, AnyOf):
        return "any of"
    return leaves.requirement_text(node, catalog)


_WHOLE = ("course", "certification", "degree", "membership")


def progress(verdict: Verdict) -> str:
    """How much of the needed amount the person has; empty where a number adds nothing."""
    if verdict.need is None or verdict.unit == "answer":
        return ""
    if verdict.need == 1 and verdict.unit in _WHOLE:
        return "not given" if verdict.outcome == "unknown" else ""
    if verdict.have is None:
        return "not given"
    return f"{number(verdict.have)} of {number(verdict.need)}"


def missing(shortfall: Shortfall, catalog: Catalog) -> str:
    """What is missing for one leaf, as the object of a sentence."""
    return leaves.missing_text(shortfall.leaf, shortfall.amount, shortfall.unit, catalog)


def missing_all(shortfalls: Sequence[Shortfall], catalog: Catalog) -> str:
    """All shortfalls as an enumeration."""
    return join_names(missing(shortfall, catalog) for shortfall in shortfalls)
