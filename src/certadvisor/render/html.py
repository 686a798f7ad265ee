"""Reports as HTML pages; each page is made by the file that knows its report."""

from importlib import import_module

from certadvisor.render.report import Look, Report

_PAGES = {"MapReport": "picture.html", "TeamReport": "team.html"}


def render(report: Report, look: Look) -> str:
    """The page."""
    name = _PAGES[type(report).__name__]
    text: str = import_module(f"certadvisor.render.{name}").render(report, look)
    return text
