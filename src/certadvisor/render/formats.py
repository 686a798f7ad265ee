"""The formats an answer comes in, and the file that writes each; loaded when asked for."""

from enum import StrEnum
from importlib import import_module

from certadvisor.render.report import Look, Report


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
    """What `batch --format` takes: a person a line; `render.lines` writes both."""

    JSONL = "jsonl"
    CSV = "csv"


class TeamFormat(StrEnum):
    """What `batch --report` takes."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


WRITERS: dict[str, str] = {
    Format.TABLE: "certadvisor.render.text",
    Format.JSON: "certadvisor.render.json_",
    Format.CSV: "certadvisor.render.csv_",
    Format.MARKDOWN: "certadvisor.render.markdown",
    PlanFormat.MERMAID: "certadvisor.render.mermaid",
    PlanFormat.ICS: "certadvisor.render.ics",  # also of `renew`
    AuditFormat.JUNIT: "certadvisor.render.junit",
    AuditFormat.GITHUB: "certadvisor.render.annotations",  # also of `catalog check`
    CatalogCheckFormat.SARIF: "certadvisor.render.sarif",
    MapFormat.SVG: "certadvisor.render.picture.svg",
    MapFormat.HTML: "certadvisor.render.html",  # also of a team
}


def render(report: Report, format: str, look: Look) -> str:
    """The report in a format; the same report, format and look give the same bytes."""
    text: str = import_module(WRITERS[format]).render(report, look)
    return text
