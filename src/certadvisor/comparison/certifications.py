"""Comparing certifications: facts, prices and the outcome for a person."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from certadvisor.advice.career.role_certifications import wanted_in
from certadvisor.catalog.records import Catalog, Certification, Demand
from certadvisor.catalog.requirement import Holds, Requirement, leaves
from certadvisor.comparison.agreement import Agreement, Spread, agreement, agreements, spread
from certadvisor.comparison.prices import Prices, prices_of
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.check import check as judge
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check

Page = dict[str, Any]


class Facts(NamedTuple):
    """The facts of a certification apart from its prices; None is not known.

    The field names are keys of the JSON output. `entry` is the requirement for
    taking the exam on the day (None: no confirmed rule), `exam` whether there
    is an exam. For a lifetime certification `units`, `parts` and `ways` are ().
    `parts` are the minimum units by name. `asked_by` are the obtainable
    certifications whose rule accepts this one.
    """

    issuer: str
    status: str
    levels: tuple[str, ...]
    disciplines: tuple[str, ...]
    approach: str | None
    entry: Requirement | None
    exam: bool | None
    questions: int | None
    minutes: int | None
    pass_percent: float | None
    open_book: bool | None
    delivery: tuple[str, ...] | None
    study_hours: tuple[int, int] | None
    course_hours: tuple[int, int] | None
    lifetime: bool | None
    cycle_years: int | None
    units: tuple[str, int] | tuple[()] | None
    parts: tuple[tuple[str, int], ...] | None
    ways: tuple[str, ...] | None
    skills: tuple[str, ...]
    leads_to: tuple[str, ...] | None
    asked_by: tuple[str, ...]
    preferred_by: tuple[str, ...]
    helpful_for: tuple[str, ...]


class Column(NamedTuple):
    """One certification of the comparison; `check` is None without a person."""

    certification: Certification
    facts: Facts
    prices: Prices
    demand: dict[str, Demand]  # by country, and `world`
    check: Check | None


class Comparison(NamedTuple):
    """Columns in the order requested, the agreement of each row, and the overlap of skills.

    `countries` are those whose demand is shown: the person's country and the
    world, else every country with a figure. `bases` are those of them whose
    figures are explained.
    """

    columns: tuple[Column, ...]
    currency: str  # of the prices in common
    countries: tuple[str, ...]
    bases: tuple[str, ...]
    agreement: dict[str, Agreement]
    demand: dict[str, Agreement]  # by country
    skills: Spread


def compare(
    certifications: Sequence[Certification], evidence: Evidence, *, person: bool
) -> Comparison:
    """Compare certifications on the evidence's as-of day; judge them `for_person`."""
    catalog, goal = evidence.catalog, evidence.profile.goal
    country = evidence.profile.country
    currency = goal.budget.currency if goal.budget else _currency(certifications, catalog)
    timeline = Timeline(evidence)
    columns = tuple(
        Column(
            one,
            facts_of(one, catalog, country, evidence.as_of),
            prices_of(one, country, currency, catalog),
            {known.country: known for known in catalog.demand_for(one.id)},
            judge(one, timeline) if person else None,
        )
        for one in certifications
    )
    countries = tuple(dict.fromkeys(place for column in columns for place in column.demand))
    asked = tuple(place for place in countries if place in ("world", country))
    return Comparison(
        columns,
        currency,
        asked if country else countries,
        asked or countries[:1],
        agreements([_rows(column) for column in columns]),
        {place: agreement([_value(column, place) for column in columns]) for place in countries},
        spread(column.facts.skills for column in columns),
    )


def facts_of(
    certification: Certification, catalog: Catalog, country: str | None, as_of: date
) -> Facts:
    """The facts of a certification on a day, with the roles that expect it in `country`."""
    page = catalog.pages("certifications").get(certification.id, {})
    rule = certification.rule_on(as_of)
    told = page.get("exam")
    exam: Page = {} if told in (None, "none") else told
    preferred, helpful = _roles(certification.id, catalog, country)
    return Facts(
        issuer=certification.issuer,
        status=certification.status_on(as_of),
        levels=certification.levels,
        disciplines=certification.disciplines,
        approach=certification.approach,
        entry=rule.sit if rule else None,
        exam=None if told is None else told != "none",
        questions=exam.get("questions"),
        minutes=exam.get("minutes"),
        pass_percent=exam.get("pass_percent"),
        open_book=exam.get("open_book"),
        delivery=tuple(sorted(exam.get("delivery", ()))) or None,
        study_hours=_range(page.get("study_hours")),
        course_hours=_range(page.get("course_hours")),
        **_renewal(page.get("renewal")),
        skills=certification.skills,
        leads_to=certification.leads_to or None,
        asked_by=_asked_by(certification.id, catalog, as_of),
        preferred_by=preferred,
        helpful_for=helpful,
    )


def _value(column: Column, place: str) -> float | None:
    return column.demand[place].value if place in column.demand else None


def _rows(column: Column) -> dict[str, Any]:
    """Everything in a column that is compared, by its key in the JSON output."""
    check = column.check
    person: Page = {}
    if check:
        settled = check.outcome is not Outcome.UNKNOWN
        person = {
            "outcome": check.outcome if settled else None,
            "eligible_from": check.eligible_from or ("none" if settled else None),
            "held": check.held,
            "obtainable": check.obtainable,
        }
    entry = column.facts.entry
    rule = None if entry is None else repr(entry)  # tuples of different leaves compare equal
    return {**person, **column.facts._asdict(), "entry": rule, **column.prices._asdict()}


def _currency(certifications: Sequence[Certification], catalog: Catalog) -> str:
    """The currency of the first price that can be converted, else USD."""
    rates = {"USD", *catalog.tables.per_usd}
    offered = (price.currency for one in certifications for price in one.prices)
    return next((currency for currency in offered if currency in rates), "USD")


def _range(written: Page | None) -> tuple[int, int] | None:
    return (written["low"], written["high"]) if written else None


def _renewal(written: Page | None) -> Page:
    if written is None:
        return dict.fromkeys(("lifetime", "cycle_years", "units", "parts", "ways"))
    if "lifetime" in written:
        return {"lifetime": True, "cycle_years": None, "units": (), "parts": (), "ways": ()}
    units = written.get("units", {})
    ways = {way["way"] for way in written.get("ways", ())}
    parts = tuple((part["name"], part["minimum"]) for part in units.get("parts", ()))
    return {
        "lifetime": False,
        "cycle_years": written["cycle_years"],
        "units": (units["name"], units["amount"]) if units else None,
        "parts": parts or None,
        "ways": tuple(sorted(ways)) or None,
    }


def _asked_by(id: str, catalog: Catalog, as_of: date) -> tuple[str, ...]:
    found = []
    for other in catalog.certifications.values():
        rule = other.rule_on(as_of)
        asked = (*leaves(rule.sit), *leaves(rule.award)) if rule else ()
        named = any(isinstance(leaf, Holds) and id in leaf.certifications for leaf in asked)
        if named and other.obtainable_on(as_of) is not False:
            found.append(other.id)
    return tuple(found)


def _roles(
    id: str, catalog: Catalog, country: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the roles for which employers prefer it, and of those where it is helpful."""
    wanted = [(role.id, *wanted_in(role, country)) for role in catalog.roles.values()]
    preferred = tuple(role for role, first, _, _ in wanted if id in first)
    return preferred, tuple(role for role, _, second, _ in wanted if id in second)
