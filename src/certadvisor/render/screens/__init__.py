"""Reports to screens: what is said, in which order; one file for each answer."""

from importlib import import_module

from certadvisor.render.blocks import Screen
from certadvisor.render.report import Report

_SCREENS = {
    "CheckReport": "check",
    "AdviceReport": "recommend",
    "ListReport": "list_",
    "ShowReport": "show",
    "CandidatesReport": "show",
    "RolesReport": "roles",
}


def screen(report: Report) -> Screen:
    """The blocks of a report; only the file that builds them is loaded."""
    name = _SCREENS[type(report).__name__]
    found: Screen = import_module(f"{__name__}.{name}").build(report)
    return found
