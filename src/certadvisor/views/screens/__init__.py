"""Reports as screens: the blocks of each answer, in reading order. One module per report."""

from importlib import import_module

from certadvisor.views.blocks import Screen
from certadvisor.views.reports import Report

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
    "TeamReport": "team",
    "FindingsReport": "catalog_check",
    "CasesReport": "catalog_test",
    "StaleReport": "catalog_stale",
    "ChangesReport": "catalog_diff",
}


def screen(report: Report) -> Screen:
    """The blocks of a report. Imports only the module of this kind of report."""
    module = _MODULES[type(report).__name__]
    blocks: Screen = import_module(f"{__name__}.{module}").screen(report)
    return blocks
