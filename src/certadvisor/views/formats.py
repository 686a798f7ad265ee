"""The output formats and the module that writes each; modules are loaded on demand."""

from enum import StrEnum
from importlib import import_module

from certadvisor.views.reports import Report, Terminal


class Format(StrEnum):
    """Values of `--format`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class PlanFormat(StrEnum):
    """Values of `plan --format`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    MERMAID = "mermaid"
    ICS = "ics"


class RenewFormat(StrEnum):
    """Values of `renew --format`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    ICS = "ics"


class MapFormat(StrEnum):
    """Values of `map --format`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    SVG = "svg"
    HTML = "html"


class AuditFormat(StrEnum):
    """Values of `audit --format`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    JUNIT = "junit"
    GITHUB = "github"


class CatalogCheckFormat(StrEnum):
    """Values of `catalog check --format`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    GITHUB = "github"


class BatchFormat(StrEnum):
    """Values of `batch --format`: one line per person, written by `batch_lines`."""

    JSONL = "jsonl"
    CSV = "csv"


class TeamFormat(StrEnum):
    """Values of `batch --report`."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


WRITERS: dict[str, str] = {
    Format.TABLE: "certadvisor.views.writers.terminal",
    Format.JSON: "certadvisor.views.writers.json_",
    Format.CSV: "certadvisor.views.writers.csv_",
    Format.MARKDOWN: "certadvisor.views.writers.markdown",
    PlanFormat.MERMAID: "certadvisor.views.writers.mermaid",
    PlanFormat.ICS: "certadvisor.views.writers.ics",  # also of `renew`
    AuditFormat.JUNIT: "certadvisor.views.writers.junit",
    AuditFormat.GITHUB: "certadvisor.views.writers.github",  # also of `catalog check`
    CatalogCheckFormat.SARIF: "certadvisor.views.writers.sarif",
    MapFormat.SVG: "certadvisor.views.html.map.svg",
    MapFormat.HTML: "certadvisor.views.writers.html_",  # also of a team
}


def render(report: Report, format: str, terminal: Terminal) -> str:
    """The report in a format; the same report, format and terminal give the same bytes."""
    text: str = import_module(WRITERS[format]).render(report, terminal)
    return text
