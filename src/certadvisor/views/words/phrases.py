"""Words for numbers, days, money, names and requirements; no decisions are made here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Assessment,
    Course,
    Declare,
    Degree,
    Experience,
    Holds,
    Leaf,
    Membership,
    Requirement,
    Training,
)

if TYPE_CHECKING:  # importing the judge's types would slow down `list`, which needs none
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from certadvisor.catalog.records import Catalog, Money
    from certadvisor.rules.verdict import Shortfall, Verdict

NOT_KNOWN = "not known"

UNITS = {
    "month": ("month", "months"),
    "hour": ("hour", "hours"),
    "person_day": ("person-day", "person-days"),
    "project": ("project", "projects"),
    "course": ("course", "courses"),
    "certification": ("certification", "certifications"),
    "degree": ("degree", "degrees"),
    "membership": ("membership", "memberships"),
    "answer": ("answer", "answers"),
    "day": ("day", "days"),
    "week": ("week", "weeks"),
    "year": ("year", "years"),
    "job": ("job", "jobs"),
    "step": ("step", "steps"),
    "row": ("row", "rows"),
    "finding": ("finding", "findings"),
    "waiver": ("waiver", "waivers"),
}

DEGREE_NAMES = {
    "none": "no degree",
    "secondary": "a secondary diploma (high school)",
    "associate": "an associate degree",
    "bachelor": "a bachelor's degree",
    "master": "a master's degree",
    "doctorate": "a doctorate",
}

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


def number(value: float) -> str:
    """A number as people write it, with at most two decimals.

    >>> number(36.0), number(1500), number(0.5)
    ('36', '1,500', '0.5')
    """
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")


def amount(value: float, unit: str) -> str:
    """A number with its unit in the singular or plural.

    >>> amount(1, "month"), amount(2, "person_day")
    ('1 month', '2 person-days')
    """
    singular, plural = UNITS.get(unit, (unit, unit))
    return f"{number(value)} {singular if value == 1 else plural}"


def money(value: Money) -> str:
    """An amount with its currency; cents only if there are any.

    >>> from certadvisor.catalog.records import Money
    >>> money(Money(1250, "USD")), money(Money(99.5, "EUR"))
    ('1,250 USD', '99.50 EUR')
    """
    digits = 0 if float(value.amount).is_integer() else 2
    return f"{value.amount:,.{digits}f} {value.currency}"


def join_names(items: Iterable[str], last: str = "and") -> str:
    """Names as an enumeration.

    >>> join_names(["a", "b", "c"], "or")
    'a, b or c'
    """
    names = list(items)
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else "".join(names)


def sentence(text: str) -> str:
    """The text as a sentence: capitalised, with a full stop unless it has an end mark."""
    capital = text[:1].upper() + text[1:]
    return capital if capital[-1:] in ".?!" else f"{capital}."


def on(day: date, as_of: date, *, today: bool) -> str:
    """The as-of day in words: "today" or "on 2026-11-25"."""
    return "today" if today and day == as_of else f"on {day.isoformat()}"


def readable(id: str) -> str:
    """An id without a name in the catalogue, as words."""
    return id.replace("-", " ")


def kind_name(kind: str, catalog: Catalog) -> str:
    """The name of a kind of experience, in lower case unless it is a proper name."""
    record = catalog.kinds.get(kind)
    name = record.name if record else readable(kind)
    return name[:1].lower() + name[1:] if name[1:].islower() else name


def certification_name(id: str, catalog: Catalog) -> str:
    """The abbreviation of a certification, else its name under `known_names`, else its id."""
    record = catalog.certifications.get(id)
    return record.abbreviation if record else catalog.known_names.get(id, id)


def issuer_name(id: str, catalog: Catalog) -> str:
    """The name of an issuer."""
    return catalog.issuers.get(id, id)


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


def course_name(id: str, catalog: Catalog) -> str:
    """The name of a course; `X-course` is the course of certification X."""
    certification = catalog.certifications.get(id.removesuffix("-course"))
    if certification and id.endswith("-course"):
        return f"the course for {certification.abbreviation}"
    return f"the course “{readable(id)}”"


_FEW = 3  # largest group whose members are named one by one


def certification_names(leaf: Holds, catalog: Catalog) -> str:
    """The certifications of a `holds` leaf; a large group by its size and name."""
    if leaf.group and len(leaf.certifications) > _FEW:
        return f"one of {len(leaf.certifications)} certifications ({readable(leaf.group)})"
    return join_names((certification_name(id, catalog) for id in leaf.certifications), "or")


def _degree(leaf: Degree, _: Catalog) -> str:
    text = DEGREE_NAMES[leaf.degree]
    if leaf.degree not in ("none", "doctorate"):
        text += " or higher"
    if leaf.accreditation:
        text += f", accredited by {leaf.accreditation}"
    if leaf.field:
        text += f", in {join_names(leaf.field, 'or')}"
    return text


def _experience(leaf: Experience, catalog: Catalog) -> str:
    units = (
        (leaf.months, "month"),
        (leaf.hours, "hour"),
        (leaf.person_days, "person_day"),
        (leaf.projects, "project"),
    )
    text = join_names(amount(value, unit) for value, unit in units if value is not None)
    text += _of_kind(leaf, catalog)
    if leaf.complexity:
        text += f", at least {readable(leaf.complexity)}"
    if leaf.responsibility:
        text += f", at least in a role of {readable(leaf.responsibility)}"
    return text + _window(leaf.within_years, leaf.extendable_to_years)


def work_description(leaf: Experience, catalog: Catalog) -> str:
    """The kind of work that a leaf requires, without the amount."""
    text = kind_name(leaf.kind, catalog)
    if leaf.complexity:
        text += f", at least {readable(leaf.complexity)}"
    if leaf.responsibility:
        text += f", at least in a role of {readable(leaf.responsibility)}"
    return text + _window(leaf.within_years, leaf.extendable_to_years)


def _of_kind(leaf: Experience, catalog: Catalog) -> str:
    kind = kind_name(leaf.kind, catalog)
    return f" ({kind})" if leaf.projects and not leaf.months else f" of {kind}"


def _window(years: int | None, extendable: int | None = None) -> str:
    if years is None:
        return ""
    extension = f"; {extendable} where career breaks lie between" if extendable else ""
    return f" (last {amount(years, 'year')}{extension})"


def _training(leaf: Training, _: Catalog) -> str:
    hours = amount(leaf.hours, "hour")
    return f"{hours} of training in {readable(leaf.topic)}{_window(leaf.within_years)}"


def _holds(leaf: Holds, catalog: Catalog) -> str:
    lapsed = " (a lapsed one counts too)" if leaf.lapsed else ""
    return f"{certification_names(leaf, catalog)} held{lapsed}"


def _membership(leaf: Membership, catalog: Catalog) -> str:
    return f"membership of {issuer_name(leaf.membership, catalog)}"


LEAVES: dict[type, Callable[[Any, Catalog], str]] = {
    Degree: _degree,
    Experience: _experience,
    Training: _training,
    Course: lambda leaf, catalog: course_name(leaf.course, catalog),
    Holds: _holds,
    Membership: _membership,
    Assessment: lambda leaf, _: f"passed before applying: {leaf.text}",
    Declare: lambda leaf, _: f"check this yourself: {leaf.text}",
}

TAGS: dict[type, str] = {
    AllOf: "all",
    AnyOf: "any",
    Degree: "degree",
    Experience: "experience",
    Training: "training",
    Course: "course",
    Holds: "holds",
    Membership: "membership",
    Assessment: "assessment",
    Declare: "declare",
}


def requirement(node: Requirement, catalog: Catalog) -> str:
    """What a node of a rule requires."""
    if isinstance(node, AllOf):
        return "all of these" if node.children else "nothing: anybody may"
    if isinstance(node, AnyOf):
        return "one of these ways"
    return LEAVES[type(node)](node, catalog)


_WHOLE = ("course", "certification", "degree", "membership")


def progress(verdict: Verdict) -> str:
    """How much of the needed amount the person has; empty where a number adds nothing."""
    if verdict.need is None or verdict.unit == "answer":
        return ""
    if verdict.need == 1 and verdict.unit in _WHOLE:
        return "not told" if verdict.outcome == "unknown" else ""
    if verdict.have is None:
        return "not told"
    return f"{number(verdict.have)} of {number(verdict.need)}"


def missing(shortfall: Shortfall, catalog: Catalog) -> str:
    """What is missing for one leaf, as the object of a sentence."""
    leaf: Leaf = shortfall.leaf
    if isinstance(leaf, Experience):
        return f"{amount(shortfall.amount, shortfall.unit)}{_of_kind(leaf, catalog)}"
    if isinstance(leaf, Training):
        topic = readable(leaf.topic)
        return f"{amount(shortfall.amount, shortfall.unit)} of training in {topic}"
    if isinstance(leaf, Holds):
        return certification_names(leaf, catalog)
    return requirement(leaf, catalog)


def missing_all(shortfalls: Sequence[Shortfall], catalog: Catalog) -> str:
    """All shortfalls as an enumeration."""
    return join_names(missing(shortfall, catalog) for shortfall in shortfalls)
