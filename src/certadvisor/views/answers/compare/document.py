"""The data of `compare`: certifications or roles with their facts, and where they agree."""

import json
from collections.abc import Iterable
from typing import Annotated, TypedDict

from certadvisor.comparison.agreement import Agreement
from certadvisor.views.answers.compare.certification_column import (
    CertificationColumnJson,
    certification_column_json,
)
from certadvisor.views.answers.compare.roles import RoleColumnJson, role_column_json
from certadvisor.views.document_types import Allowed, CurrencyCode, HeadV2, head_v2
from certadvisor.views.json_values import Row
from certadvisor.views.reports import CompareReport, CompareRolesReport

AgreementWord = Annotated[str, Allowed(words=tuple(Agreement))]


class ComparisonJson(TypedDict):
    """What is compared, and where it agrees."""

    kind: Annotated[str, Allowed(words=("certifications", "roles"))]
    currency: Annotated[
        CurrencyCode | None,
        Allowed(description="Of `cost_converted` and `nine_years_converted`; null for roles."),
    ]
    compared: Annotated[
        list[CertificationColumnJson | RoleColumnJson],
        Allowed(
            min_items=2,
            max_items=6,
            description="In the order requested; null is not known, and the keys about the "
            "person are null without a profile.",
        ),
    ]
    agreement: Annotated[
        dict[str, AgreementWord],
        Allowed(description="By fact; `unknown`: what is known agrees, but some is not known."),
    ]
    demand_agreement: Annotated[dict[str, AgreementWord], Allowed(description="By country.")]
    shared_skills: list[str]


class CompareDocument(HeadV2, ComparisonJson):
    """The document of `compare`."""


def document(report: CompareReport | CompareRolesReport) -> CompareDocument:
    """The document of `compare`, for certifications or for roles."""
    data = _certifications(report) if isinstance(report, CompareReport) else _roles(report)
    return {**head_v2(report.context), **data}


def _certifications(report: CompareReport) -> ComparisonJson:
    comparison = report.comparison
    return {
        "kind": "certifications",
        "currency": comparison.currency,
        "compared": [
            certification_column_json(column, skills)
            for column, skills in zip(comparison.columns, comparison.skills.only, strict=True)
        ],
        "agreement": {name: one.value for name, one in comparison.agreement.items()},
        "demand_agreement": {place: one.value for place, one in comparison.demand.items()},
        "shared_skills": list(comparison.skills.all),
    }


def _roles(report: CompareRolesReport) -> ComparisonJson:
    """Roles: pay keeps its own currencies, so `currency` is null."""
    comparison = report.comparison
    return {
        "kind": "roles",
        "currency": None,
        "compared": [
            role_column_json(column, skills)
            for column, skills in zip(comparison.columns, comparison.skills.only, strict=True)
        ],
        "agreement": {name: one.value for name, one in comparison.agreement.items()},
        "demand_agreement": {},
        "shared_skills": list(comparison.skills.all),
    }


def column_names(data: CompareDocument) -> tuple[str, ...]:
    """The header of the table: one column per item compared."""
    return ("fact", "agreement", *(one["id"] for one in data["compared"]))


def rows(data: CompareDocument) -> Iterable[Row]:
    """Every figure that at least one item has, with its path in the document."""
    columns = [dict(_figures("", one)) for one in data["compared"]]
    paths = dict.fromkeys(path for column in columns for path in column if path != "id")
    groups = {path[:index] for path in paths for index, char in enumerate(path) if char == "."}
    for path in paths:
        if path not in groups:  # null for one item, where another one has figures below it
            yield path, _agreement(path, data), *(column.get(path) for column in columns)


def _agreement(path: str, data: CompareDocument) -> str | None:
    key, _, rest = path.partition(".")
    return data["demand_agreement"][rest] if key == "demand" else data["agreement"].get(key)


def _figures(path: str, value: object) -> Iterable[tuple[str, object]]:
    if path == "demand" and isinstance(value, list):
        for one in value:
            yield f"demand.{one['country']}", one["value"]
    elif path in ("entry_rule", "pay", "missing"):  # a tree or a list of records: one cell of JSON
        yield path, None if value is None else json.dumps(value)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _figures(f"{path}.{key}" if path else key, part)
    elif isinstance(value, list) and any(isinstance(part, dict) for part in value):
        yield path, [" ".join(str(part) for part in one.values()) for one in value]
    else:
        yield path, value
