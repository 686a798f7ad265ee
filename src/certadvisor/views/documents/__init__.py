"""Reports as plain data, in the key order of the JSON contract. Keys are added, never removed."""

from importlib import import_module
from typing import Any

from certadvisor import __version__
from certadvisor.views.json_values import Json
from certadvisor.views.reports import AnswerContext, Report

SCHEMA_VERSION = 1

_MODULES = {
    "CheckReport": "check",
    "EvidenceReport": "evidence",
    "AdviceReport": "recommend",
    "PlanReport": "plan",
    "RenewReport": "renew",
    "ProfileReport": "profile_check",
    "ListReport": "list_",
    "ShowReport": "show",
    "CandidatesReport": "show",
    "RolesReport": "roles",
    "WaysReport": "ways",
    "StepsReport": "steps",
    "CompareReport": "compare",
    "CompareRolesReport": "compare_roles",
    "MapReport": "map_",
    "PeopleReport": "people_check",
    "AuditReport": "audit",
    "StandingReport": "batch",
    "RejectReport": "batch_rejects",
    "TeamReport": "team",
    "FindingsReport": "catalog_check",
    "CasesReport": "catalog_test",
    "StaleReport": "catalog_stale",
    "ChangesReport": "catalog_diff",
}


def document(report: Report) -> Json:
    """The whole answer as JSON types. Imports only the module of this kind of report."""
    module = _MODULES[type(report).__name__]
    fields: dict[str, Any] = import_module(f"{__name__}.{module}").document(report)
    return {**_common_fields(report.context), **fields}


def _common_fields(context: AnswerContext) -> Json:
    return {
        "schema_version": SCHEMA_VERSION,
        "certadvisor_version": __version__,
        "as_of": context.as_of.isoformat(),
        "catalog": {"version": context.catalog.version, "digest": context.catalog.digest},
    }
