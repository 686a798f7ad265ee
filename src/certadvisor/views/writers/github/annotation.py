"""One annotation: a workflow command that GitHub shows at a file, or on the page of a run."""

from collections.abc import Iterable
from pathlib import PurePath

from certadvisor.errors import escape_control_chars

LEVELS = ("error", "warning", "notice")
AnnotationLine = tuple[str, str]  # the level, and the line itself


def annotation(
    level: str, message: str, *, file: str | None = None, line: int | None = None, title: str = ""
) -> str:
    r"""A workflow command, escaped so that no text can end it or start another one.

    >>> annotation("error", "50% of\nit", file="a,b.yaml", line=3, title="no: way")
    '::error file=a%2Cb.yaml,line=3,title=no%3A way::50%25 of%0Ait'
    """
    fields = {"file": file, "line": line if file else None, "title": title}
    properties = ",".join(
        f"{key}={_property(str(value))}" for key, value in fields.items() if value
    )
    return f"::{level}{' ' if properties else ''}{properties}::{_data(message)}"


def _data(text: str) -> str:
    lines = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escape_control_chars(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sort_by_severity(lines: Iterable[AnnotationLine]) -> list[AnnotationLine]:
    """The lines sorted by level, otherwise in their original order."""
    return sorted(lines, key=lambda line: LEVELS.index(line[0]))


def join_lines(lines: Iterable[AnnotationLine], title: str, summary: str) -> str:
    """The lines as text, with a summary as the last one."""
    summary_line = annotation("notice", summary, title=title)
    return "".join(f"{line}\n" for line in (*(line for _, line in lines), summary_line))


def count_text(lines: Iterable[AnnotationLine], level: str) -> str:
    """The number of lines of a level, in words."""
    count = sum(line_level == level for line_level, _ in lines)
    return f"{count} {level}{'' if count == 1 else 's'}"


def relative_path(file: str) -> str | None:
    """A path relative to the repository; None for stdin and absolute paths."""
    return None if PurePath(file).is_absolute() or file == "-" else file
