"""Reports as HTML pages; each page is made by the file that knows its report."""

from importlib import import_module

from certadvisor.views.reports import Look, Report

_PAGES = {"MapReport": "map.map_page", "TeamReport": "team.team_page"}


def render(report: Report, look: Look) -> str:
    """The page."""
    name = _PAGES[type(report).__name__]
    text: str = import_module(f"certadvisor.views.html.{name}").render(report, look)
    return text
