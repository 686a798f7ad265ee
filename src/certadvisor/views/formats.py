"""The output formats and the module that writes each; modules are loaded on demand."""

from enum import StrEnum
from importlib import import_module

from certadvisor.views.reports import Report, Terminal


class Format(StrEnum):
    """How an answer can be written; a command names those that it offers."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    MERMAID = "mermaid"
    ICS = "ics"
    JUNIT = "junit"
    GITHUB = "github"
    SARIF = "sarif"
    SVG = "svg"
    HTML = "html"
    JSONL = "jsonl"


WRITERS: dict[str, str] = {
    Format.TABLE: "certadvisor.views.writers.terminal",
    Format.JSON: "certadvisor.views.writers.json_",
    Format.CSV: "certadvisor.views.writers.csv_",
    Format.MARKDOWN: "certadvisor.views.writers.markdown",
    Format.MERMAID: "certadvisor.views.writers.mermaid",
    Format.ICS: "certadvisor.views.writers.ics",  # also of `renew`
    Format.JUNIT: "certadvisor.views.writers.junit",
    Format.GITHUB: "certadvisor.views.writers.github",  # also of `catalog check`
    Format.SARIF: "certadvisor.views.writers.sarif",
    Format.SVG: "certadvisor.views.html.map.svg",
    Format.HTML: "certadvisor.views.writers.html_",  # also of a team
}


def render(report: Report, format: Format, terminal: Terminal) -> str:
    """The report in a format; the same report, format and terminal give the same bytes."""
    text: str = import_module(WRITERS[format]).render(report, terminal)
    return text
