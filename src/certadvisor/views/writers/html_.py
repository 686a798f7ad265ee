"""Reports as HTML pages; the module of each report builds its page."""

from importlib import import_module

from certadvisor.views.reports import Look, Report

_PAGES = {"MapReport": "map.map_page", "TeamReport": "team.team_page"}


def render(report: Report, look: Look) -> str:
    """The report as an HTML page."""
    name = _PAGES[type(report).__name__]
    text: str = import_module(f"certadvisor.views.html.{name}").render(report, look)
    return text
