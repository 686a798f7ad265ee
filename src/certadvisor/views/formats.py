"""The output formats, and the error of a report that one of them cannot show."""

from enum import StrEnum

from certadvisor.errors import Fault, InputError


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


class UnsupportedFormatError(InputError):
    """A report in a format that cannot show it."""

    def __init__(self, format: Format) -> None:
        remedy = "use json, which shows every answer"
        super().__init__([Fault(f"--format {format}", "cannot show this answer", remedy=remedy)])
