"""The formats an answer comes in, and the file that writes each; loaded when asked for."""

from enum import StrEnum
from importlib import import_module

from certadvisor.views.reports import Look, Report


class Format(StrEnum):
    """What `--format` takes."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class PlanFormat(StrEnum):
    """What `plan --format` takes."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    MERMAID = "mermaid"
    ICS = "ics"


class RenewFormat(StrEnum):
    """What `renew --format` takes."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    ICS = "ics"


class MapFormat(StrEnum):
    """What `map --format` takes."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    SVG = "svg"
    HTML = "html"


class AuditFormat(StrEnum):
    """What `audit --format` takes."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    JUNIT = "junit"
    GITHUB = "github"


class CatalogCheckFormat(StrEnum):
    """What `catalog check --format` takes."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    GITHUB = "github"


class BatchFormat(StrEnum):
    """What `batch --format` takes: a person a line; `views.writers.batch_lines` writes both."""

    JSONL = "jsonl"
    CSV = "csv"


class TeamFormat(StrEnum):
    """What `batch --report` takes."""

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


def render(report: Report, format: str, look: Look) -> str:
    """The report in a format; the same report, format and look give the same bytes."""
    text: str = import_module(WRITERS[format]).render(report, look)
    return text
