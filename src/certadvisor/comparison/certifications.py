"""Comparing certifications: facts, prices and the outcome for a person."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from certadvisor.advice.career.role_certifications import certifications_for_role
from certadvisor.catalog.records import Catalog, Certification, Demand
from certadvisor.catalog.requirement import Requirement, leaves
from certadvisor.comparison.agreement import Agreement, ListOverlap, agreement, agreements, overlap
from certadvisor.comparison.prices import Prices, prices_of
from certadvisor.planner.buyer_prices import buyer_of
from certadvisor.planner.nearest_way import check_certification
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.planner.ways import Way, find_way
from certadvisor.profile.evidence import Evidence
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.verdict import Check

RawRecord = dict[str, Any]


class UnitFacts(NamedTuple):
    """The units to collect in a renewal cycle."""

    name: str
    amount: int
    yearly_minimum: int | None


class UnitPartFacts(NamedTuple):
    """The bounds of a part of the units, in the cycle and in each of its years."""

    name: str
    minimum: int | None
    maximum: int | None
    yearly_minimum: int | None
    yearly_maximum: int | None


class CertificationFacts(NamedTuple):
    """The facts of a certification apart from its prices; None is not known.

    The field names are keys of the JSON output. `entry_rule` is the requirement for
    taking the exam on the day (None: no confirmed rule), `exam` whether there
    is an exam. For a lifetime certification `units`, `parts` and `renewal_options` are ().
    `parts` are the least and the most units by name. `required_by` are the obtainable
    certifications whose rule accepts this one.
    """

    issuer: str
    status: str
    levels: tuple[str, ...]
    disciplines: tuple[str, ...]
    approach: str | None
    entry_rule: Requirement | None
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
    first_cycle_years: int | None
    units: UnitFacts | tuple[()] | None
    parts: tuple[UnitPartFacts, ...] | None
    renewal_options: tuple[str, ...] | None
    skills: tuple[str, ...]
    next: tuple[str, ...] | None
    related: tuple[str, ...] | None
    required_by: tuple[str, ...]
    preferred_by: tuple[str, ...]
    helpful_for: tuple[str, ...]
    sourced_for: tuple[str, ...]  # the roles of both for which a source says so


class CertificationColumn(NamedTuple):
    """One certification of the comparison; `check` is None without a person."""

    certification: Certification
    facts: CertificationFacts
    prices: Prices
    demand: dict[str, Demand]  # by country, and `world`
    check: Check | None
    way: Way | None  # as `plan` takes it; None without a person, or for what they hold


class CertificationComparison(NamedTuple):
    """Columns in the order requested, the agreement of each row, and the overlap of skills.

    `countries` are those whose demand is shown: the person's country and the
    world, else every country with a figure. `bases` are those of them whose
    figures are explained.
    """

    columns: tuple[CertificationColumn, ...]
    currency: str  # of the prices in common
    countries: tuple[str, ...]
    bases: tuple[str, ...]
    agreement: dict[str, Agreement]
    demand: dict[str, Agreement]  # by country
    skills: ListOverlap


def compare_certifications(
    certifications: Sequence[Certification], evidence: Evidence, *, for_person: bool
) -> CertificationComparison:
    """Compare certifications on the evidence's as-of day; judge them `for_person`."""
    catalog, goal = evidence.catalog, evidence.profile.goal
    country = evidence.profile.country
    buyer = buyer_of(evidence.profile, evidence.as_of)
    currency = goal.budget.currency if goal.budget else _common_currency(certifications, catalog)
    resources = PlanningResources(evidence)
    columns = tuple(
        CertificationColumn(
            certification,
            facts_of(certification, catalog, country, evidence.as_of),
            prices_of(certification, buyer, currency, catalog),
            {demand.country: demand for demand in catalog.demand_for(certification.id)},
            check := check_certification(certification, resources) if for_person else None,
            find_way(resources, certification.id) if check and not check.held else None,
        )
        for certification in certifications
    )
    countries = tuple(dict.fromkeys(place for column in columns for place in column.demand))
    relevant = tuple(place for place in countries if place in ("world", country))
    return CertificationComparison(
        columns,
        currency,
        relevant if country else countries,
        relevant or countries[:1],
        agreements([_row_values(column) for column in columns]),
        {
            place: agreement([_demand_value(column, place) for column in columns])
            for place in countries
        },
        overlap(column.facts.skills for column in columns),
    )


def facts_of(
    certification: Certification, catalog: Catalog, country: str | None, as_of: date
) -> CertificationFacts:
    """The facts of a certification on a day, with the roles that expect it in `country`."""
    raw_record = catalog.raw_records("certifications").get(certification.id, {})
    rule = certification.rule_on(as_of)
    raw_exam = raw_record.get("exam")
    exam: RawRecord = {} if raw_exam in (None, "none") else raw_exam
    id, roles = certification.id, catalog.roles.values()
    lists = {role.id: certifications_for_role(role, country) for role in roles}
    return CertificationFacts(
        issuer=certification.issuer,
        status=certification.status_on(as_of),
        levels=certification.levels,
        disciplines=certification.disciplines,
        approach=certification.approach,
        entry_rule=rule.sit if rule else None,
        exam=None if raw_exam is None else raw_exam != "none",
        questions=exam.get("questions"),
        minutes=exam.get("minutes"),
        pass_percent=exam.get("pass_percent"),
        open_book=exam.get("open_book"),
        delivery=tuple(sorted(exam.get("delivery", ()))) or None,
        study_hours=_range(raw_record.get("study_hours")),
        course_hours=_range(raw_record.get("course_hours")),
        **_renewal_facts(raw_record.get("renewal")),
        skills=certification.skills,
        next=certification.next or None,
        related=certification.related or None,
        required_by=_required_by(certification.id, catalog, as_of),
        preferred_by=tuple(role for role, one in lists.items() if id in one.preferred),
        helpful_for=tuple(role for role, one in lists.items() if id in one.helpful),
        sourced_for=tuple(role for role, one in lists.items() if id in one.sourced),
    )


def _demand_value(column: CertificationColumn, place: str) -> float | None:
    return column.demand[place].value if place in column.demand else None


def _row_values(column: CertificationColumn) -> dict[str, Any]:
    """Everything in a column that is compared, by its key in the JSON output."""
    check, way = column.check, column.way
    person: RawRecord = {}
    if check:
        settled = check.outcome is not Outcome.UNKNOWN
        person = {
            "outcome": check.outcome if settled else None,
            "eligible_from": check.eligible_from or ("none" if settled else None),
            "held": check.held,
            "obtainable": check.obtainable,
            "ready_on": way.ready_on if way else None,
            "way_total": way.total.likely if way and way.total else None,
        }
    entry = column.facts.entry_rule
    rule = None if entry is None else repr(entry)  # tuples of different leaves compare equal
    return {**person, **column.facts._asdict(), "entry_rule": rule, **column.prices._asdict()}


def _common_currency(certifications: Sequence[Certification], catalog: Catalog) -> str:
    """The currency of the first price that can be converted, else USD."""
    rates = {"USD", *catalog.tables.per_usd}
    currencies = (price.currency for one in certifications for price in one.prices)
    return next((currency for currency in currencies if currency in rates), "USD")


def _range(raw_range: RawRecord | None) -> tuple[int, int] | None:
    return (raw_range["low"], raw_range["high"]) if raw_range else None


def _renewal_facts(raw_renewal: RawRecord | None) -> RawRecord:
    unknown = dict.fromkeys(
        ("lifetime", "cycle_years", "first_cycle_years", "units", "parts", "renewal_options")
    )
    if raw_renewal is None:
        return unknown
    if "lifetime" in raw_renewal:
        return {**unknown, "lifetime": True, "units": (), "parts": (), "renewal_options": ()}
    units = raw_renewal.get("units", {})
    options = {option["way"] for option in raw_renewal.get("ways", ())}
    parts = tuple(
        UnitPartFacts(*map(part.get, UnitPartFacts._fields)) for part in units.get("parts", ())
    )
    return {
        "lifetime": False,
        "cycle_years": raw_renewal["cycle_years"],
        "first_cycle_years": raw_renewal.get("first_cycle_years", raw_renewal["cycle_years"]),
        "units": UnitFacts(*map(units.get, UnitFacts._fields)) if units else None,
        "parts": parts or None,
        "renewal_options": tuple(sorted(options)) or None,
    }


def _required_by(id: str, catalog: Catalog, as_of: date) -> tuple[str, ...]:
    ids = []
    for other in catalog.certifications.values():
        rule = other.rule_on(as_of)
        rule_leaves = (*leaves(rule.sit), *leaves(rule.award)) if rule else ()
        is_named = any(id in kind_of(leaf).certifications(leaf) for leaf in rule_leaves)
        if is_named and other.obtainable_on(as_of) is not False:
            ids.append(other.id)
    return tuple(ids)
