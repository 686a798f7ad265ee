"""The output formats, and the error of a report that one of them cannot show."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

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


PAGES = (Format.HTML, Format.SVG)  # what a browser shows

_ENDINGS = {
    "csv": "csv", "htm": "html", "html": "html", "ical": "ics", "ics": "ics", "json": "json",
    "jsonl": "jsonl", "markdown": "markdown", "md": "markdown", "mermaid": "mermaid",
    "mmd": "mermaid", "ndjson": "jsonl", "sarif": "sarif", "svg": "svg", "xml": "junit",
    "yaml": "yaml", "yml": "yaml",
}  # fmt: skip
Choice = TypeVar("Choice", bound=StrEnum)


def format_of_file(name: str, choices: Iterable[Choice]) -> Choice | None:
    """Return the one of these formats that a file's name ends in; None if it ends in no such.

    >>> format_of_file("plans/PMP.MD", Format), format_of_file("notes.txt", Format)
    (<Format.MARKDOWN: 'markdown'>, None)
    """
    _, dot, ending = name.rpartition(".")
    word = _ENDINGS.get(ending.casefold()) if dot else None
    return next((choice for choice in choices if choice == word), None)


class UnsupportedFormatError(InputError):
    """A report in a format that cannot show it."""

    def __init__(self, format: Format) -> None:
        remedy = "use json, which shows every answer"
        super().__init__([Fault(f"--format {format}", "cannot show this answer", remedy=remedy)])
