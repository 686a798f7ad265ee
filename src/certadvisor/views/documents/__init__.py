"""Reports as plain data, in the key order of the JSON contract. Keys are added, never removed."""

from importlib import import_module
from typing import Any

from certadvisor import __version__
from certadvisor.views.json_values import Json
from certadvisor.views.reports import Frame, Report

SCHEMA_VERSION = 1

_FILES = {
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
    name = _FILES[type(report).__name__]
    filled: dict[str, Any] = import_module(f"{__name__}.{name}").fill(report)
    return {**_head(report.frame), **filled}


def _head(frame: Frame) -> Json:
    return {
        "schema_version": SCHEMA_VERSION,
        "certadvisor_version": __version__,
        "as_of": frame.as_of.isoformat(),
        "catalog": {"version": frame.catalog.version, "digest": frame.catalog.digest},
    }
