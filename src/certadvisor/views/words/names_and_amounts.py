"""Words for amounts and months, and for the names of what the catalogue knows by an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from certadvisor.base.countries import OUTSIDE_US

if TYPE_CHECKING:  # the catalogue is loaded elsewhere
    from collections.abc import Iterable
    from datetime import date

    from certadvisor.catalog.records import Catalog

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
    "other job": ("other job", "other jobs"),
    "assumption": ("assumption", "assumptions"),
    "more answer": ("more answer", "more answers"),
    "step": ("step", "steps"),
    "row": ("row", "rows"),
    "finding": ("finding", "findings"),
    "expired waiver": ("expired waiver", "expired waivers"),
    "error": ("error", "errors"),
}

DEGREE_NAMES = {
    "none": "no degree",
    "secondary": "a secondary diploma (high school)",
    "associate": "an associate degree",
    "bachelor": "a bachelor's degree",
    "master": "a master's degree",
    "doctorate": "a doctorate",
}


def place_name(place: str) -> str:
    """The place of a price: a country or region by its code, or "seen outside the US"."""
    return "seen outside the US" if place == OUTSIDE_US else place


def bounds(least: float | None, most: float | None) -> str:
    """The least and the most of something, of which at least one is known: "at least 35"."""
    texts = [f"at least {number(least)}"] if least else []
    texts += [f"at most {number(most)}"] if most is not None else []
    return " and ".join(texts)


def in_each_year(least: float | None, most: float | None) -> str:
    """The least and the most of each year, in brackets; empty where there is neither."""
    yearly = bounds(least, most)
    return f" (in each year {yearly})" if yearly else ""


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


def units(count: float, unit: str) -> str:
    """A number of renewal units; abbreviations take no plural.

    >>> units(60, "PDU"), units(20, "CPE on AI"), units(2, "training hour")
    ('60 PDU', '20 CPE on AI', '2 training hours')
    """
    has_plural = count != 1 and unit.rsplit(maxsplit=1)[-1].islower()
    return f"{number(count)} {unit}{'s' if has_plural else ''}"


def month(day: date) -> str:
    """A month in ISO form, such as 2026-11."""
    return f"{day.year:04}-{day.month:02}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month_name(day: date) -> str:
    """A month in words, such as November 2026."""
    return f"{_MONTHS[day.month - 1]} {day.year:04}"


def day_name(day: date) -> str:
    """A day in words, such as 1 January 2027."""
    return f"{day.day} {month_name(day)}"


def join_names(items: Iterable[str], last: str = "and") -> str:
    """Names as an enumeration.

    >>> join_names(["a", "b", "c"], "or")
    'a, b or c'
    """
    names = list(items)
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else "".join(names)


_ACRONYMS = ("AI", "GAC", "IT", "PMO")  # in the ids of topics, fields and courses


def readable(id: str) -> str:
    """An id without a name in the catalogue, as words.

    >>> readable("gac-core-project-management")
    'GAC core project management'
    """
    words = id.split("-")
    return " ".join(word.upper() if word.upper() in _ACRONYMS else word for word in words)


def kind_name(kind: str, catalog: Catalog) -> str:
    """The name of a kind of experience, in lower case unless it is a proper name."""
    record = catalog.kinds.get(kind)
    return in_sentence(record.name if record else readable(kind))


def in_sentence(name: str) -> str:
    """A name as it stands within a sentence: in lower case unless it has other capitals.

    >>> in_sentence("Leadership skills"), in_sentence("Governance and PMO")
    ('leadership skills', 'Governance and PMO')
    """
    return name[:1].lower() + name[1:] if name[1:].islower() else name


def certification_name(id: str, catalog: Catalog) -> str:
    """The abbreviation of a certification, else its name under `known_names`, else its id."""
    record = catalog.certifications.get(id)
    return record.abbreviation if record else catalog.known_names.get(id, id)


def issuer_name(id: str, catalog: Catalog) -> str:
    """The name of an issuer."""
    return catalog.issuers.get(id, id)


def course_name(id: str, catalog: Catalog) -> str:
    """The name of a course; `X-course` is the course of certification X."""
    certification = catalog.certifications.get(id.removesuffix("-course"))
    if certification and id.endswith("-course"):
        return f"the {certification.abbreviation} course"
    return f"the course “{readable(id)}”"
