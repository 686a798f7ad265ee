"""Reports as HTML pages; the module of each report builds its page."""

from importlib import import_module

from certadvisor.views.reports import Report, Terminal

_PAGES = {"MapReport": "map.map_page", "TeamReport": "team.team_page"}


def render(report: Report, terminal: Terminal) -> str:
    """The report as an HTML page."""
    name = _PAGES[type(report).__name__]
    text: str = import_module(f"certadvisor.views.html.{name}").render(report, terminal)
    return text
