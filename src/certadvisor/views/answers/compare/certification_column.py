"""A certification in a comparison, as data: its facts and prices, by name."""

from collections.abc import Iterable
from typing import Annotated, TypedDict, cast

from certadvisor.catalog.records import Demand
from certadvisor.catalog.requirement import AllOf, AnyOf, Requirement
from certadvisor.comparison.certifications import (
    CertificationColumn,
    CertificationFacts,
    UnitFacts,
    UnitPartFacts,
)
from certadvisor.comparison.prices import Prices
from certadvisor.planner.ways import Total
from certadvisor.views.answers.compare.certification_prices import PricesJson, prices_json
from certadvisor.views.document_types import (
    Allowed,
    Count,
    Day,
    LevelWord,
    MoneyJson,
    NonNegative,
    OutcomeWord,
    Share,
    StatusWord,
    TotalJson,
)
from certadvisor.views.json_values import iso, money, number, total
from certadvisor.views.sections.judgement import (
    NodeTag,
    ShortfallJson,
    leaf_parameters,
    shortfall_json,
)
from certadvisor.views.words import phrases
from certadvisor.views.words.certifications import RENEWAL_OPTIONS


class HoursRange(TypedDict):
    """A range of hours, both ends included."""

    low: Count
    high: Count


class RequiredJson(TypedDict):
    """A node of an entry rule, not judged, with the parameters of its kind."""

    requirement: NodeTag
    children: list["RequiredJson"]


class UnitsJson(TypedDict):
    """The units to collect in a renewal cycle; `yearly_minimum` is null where there is none."""

    name: str
    amount: int
    yearly_minimum: int | None


class UnitsPartJson(TypedDict):
    """The least and the most number of units in a part; null where there is no such bound."""

    name: str
    minimum: int | None
    maximum: int | None
    yearly_minimum: int | None
    yearly_maximum: int | None


class PersonOutcome(TypedDict):
    """The result for the person; all values are null without a profile."""

    outcome: OutcomeWord | None
    held: bool | None
    obtainable: bool | None
    eligible_from: Day | None
    ready_on: Day | None
    total: Annotated[
        TotalJson | None,
        Allowed(description="The whole way for the person; without one, the price by itself."),
    ]
    total_high: MoneyJson | None
    missing: list[ShortfallJson] | None


class CertificationFactsJson(TypedDict):
    """The facts of a certification apart from its prices; null is not known."""

    issuer: str
    status: StatusWord
    levels: list[LevelWord]
    disciplines: list[str]
    approach: Annotated[str, Allowed(words=("predictive", "agile", "hybrid"))] | None
    entry_rule: Annotated[RequiredJson, Allowed(may_grow=True)] | None
    exam: bool | None
    questions: Count | None
    minutes: Count | None
    pass_percent: NonNegative | None
    open_book: bool | None
    delivery: list[str] | None
    study_hours: HoursRange | None
    course_hours: HoursRange | None
    lifetime: bool | None
    cycle_years: Count | None
    first_cycle_years: Count | None
    units: UnitsJson | None
    parts: list[UnitsPartJson] | None
    renewal_options: list[Annotated[str, Allowed(words=tuple(RENEWAL_OPTIONS))]] | None
    skills: list[str]
    next: list[str] | None
    related: list[str] | None
    required_by: list[str]
    preferred_by: list[str]
    helpful_for: list[str]
    sourced_for: Annotated[
        list[str], Allowed(description="Roles of both for which a source says so.")
    ]


class DemandJson(TypedDict):
    """The demand in a country, or in the world, and what the figure rests on."""

    country: Annotated[str, Allowed(pattern="^([A-Z]{2}|world)$")]
    value: Share
    basis: str
    year: int | None
    sample: Annotated[int | None, Allowed(description="The adverts counted.")]
    confidence: Annotated[str, Allowed(words=("high", "medium", "low"))]


class CertificationColumnJson(PersonOutcome, CertificationFactsJson, PricesJson):
    """A certification in a comparison."""

    id: str
    abbreviation: str
    name: str
    demand: list[DemandJson]
    unique_skills: list[str]


def certification_column_json(
    column: CertificationColumn, skills_only_here: Iterable[str]
) -> CertificationColumnJson:
    """A certification in a comparison, with the skills that no other has."""
    certification = column.certification
    return {
        "id": certification.id,
        "abbreviation": certification.abbreviation,
        "name": certification.name,
        **_person(column),
        **_facts(column.facts),
        **prices_json(column.prices),
        "demand": [_demand(one) for one in column.demand.values()],
        "unique_skills": list(skills_only_here),
    }


def _person(column: CertificationColumn) -> PersonOutcome:
    check, way = column.check, column.way
    if check is None:
        return {
            "outcome": None,
            "held": None,
            "obtainable": None,
            "eligible_from": None,
            "ready_on": None,
            "total": _price_as_total(column.prices),
            "total_high": money(column.prices.total_high),
            "missing": None,
        }
    return {
        "outcome": check.outcome.value,
        "held": check.held,
        "obtainable": check.obtainable,
        "eligible_from": iso(check.eligible_from),
        "ready_on": iso(way.ready_on) if way else None,
        "total": total(way.total, column.prices.place, column.prices.on) if way else None,
        "total_high": money(way.total.high) if way and way.total else None,
        "missing": [shortfall_json(shortfall) for shortfall in check.missing],
    }


def _price_as_total(prices: Prices) -> TotalJson | None:
    """The price by itself, where no person is given whose way could be searched."""
    if prices.total is None:
        return None
    high = prices.total_high or prices.total
    return total(Total(prices.total, prices.total, high, estimated=False), prices.place, prices.on)


def _facts(facts: CertificationFacts) -> CertificationFactsJson:
    return {
        "issuer": facts.issuer,
        "status": facts.status,
        "levels": list(facts.levels),
        "disciplines": list(facts.disciplines),
        "approach": facts.approach,
        "entry_rule": _required(facts.entry_rule) if facts.entry_rule is not None else None,
        "exam": facts.exam,
        "questions": facts.questions,
        "minutes": facts.minutes,
        "pass_percent": number(facts.pass_percent),
        "open_book": facts.open_book,
        "delivery": _list(facts.delivery),
        "study_hours": _range(facts.study_hours),
        "course_hours": _range(facts.course_hours),
        "lifetime": facts.lifetime,
        "cycle_years": facts.cycle_years,
        "first_cycle_years": facts.first_cycle_years,
        "units": _units(facts.units) if facts.units else None,
        "parts": None if facts.parts is None else [_part(part) for part in facts.parts],
        "renewal_options": _list(facts.renewal_options),
        "skills": list(facts.skills),
        "next": _list(facts.next),
        "related": _list(facts.related),
        "required_by": list(facts.required_by),
        "preferred_by": list(facts.preferred_by),
        "helpful_for": list(facts.helpful_for),
        "sourced_for": list(facts.sourced_for),
    }


def _required(requirement: Requirement) -> RequiredJson:
    """An entry rule as a tree without outcomes."""
    tag = phrases.TAGS[type(requirement)]
    if isinstance(requirement, AllOf | AnyOf):
        children = [_required(child) for child in requirement.children]
        return {"requirement": tag, "children": children}
    # The schema leaves a node open for the parameters of its kind; `check` lists them.
    node = {"requirement": tag, **leaf_parameters(requirement), "children": []}
    return cast("RequiredJson", node)


def _demand(demand: Demand) -> DemandJson:
    return {
        "country": demand.country,
        "value": demand.value,
        "basis": demand.basis,
        "year": demand.year,
        "sample": demand.sample,
        "confidence": demand.confidence,
    }


def _range(bounds: tuple[int, int] | None) -> HoursRange | None:
    return {"low": bounds[0], "high": bounds[1]} if bounds else None


def _units(units: UnitFacts) -> UnitsJson:
    return {"name": units.name, "amount": units.amount, "yearly_minimum": units.yearly_minimum}


def _part(part: UnitPartFacts) -> UnitsPartJson:
    return {
        "name": part.name,
        "minimum": part.minimum,
        "maximum": part.maximum,
        "yearly_minimum": part.yearly_minimum,
        "yearly_maximum": part.yearly_maximum,
    }


def _list(items: tuple[str, ...] | None) -> list[str] | None:
    return None if items is None else list(items)
