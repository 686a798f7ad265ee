"""One annotation: a workflow command that GitHub shows at a file, or on the page of a run."""

from collections.abc import Iterable
from pathlib import PurePath

from certadvisor.errors import printable

LEVELS = ("error", "warning", "notice")
Line = tuple[str, str]  # the level, and the line itself


def annotation(
    level: str, message: str, *, file: str | None = None, line: int | None = None, title: str = ""
) -> str:
    r"""A workflow command, escaped so that no text can end it or start another one.

    >>> annotation("error", "50% of\nit", file="a,b.yaml", line=3, title="no: way")
    '::error file=a%2Cb.yaml,line=3,title=no%3A way::50%25 of%0Ait'
    """
    told = {"file": file, "line": line if file else None, "title": title}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in told.items() if value)
    return f"::{level}{' ' if properties else ''}{properties}::{_data(message)}"


def _data(text: str) -> str:
    lines = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def gravest_first(lines: Iterable[Line]) -> list[Line]:
    """The lines sorted by level, otherwise in their original order."""
    return sorted(lines, key=lambda line: LEVELS.index(line[0]))


def whole(lines: Iterable[Line], title: str, told: str) -> str:
    """The lines as text, with a summary as the last one."""
    last = annotation("notice", told, title=title)
    return "".join(f"{line}\n" for line in (*(line for _, line in lines), last))


def several(lines: Iterable[Line], level: str) -> str:
    """The number of lines of a level, in words."""
    count = sum(one == level for one, _ in lines)
    return f"{count} {level}{'' if count == 1 else 's'}"


def relative(file: str) -> str | None:
    """A path relative to the repository; None for stdin and absolute paths."""
    return None if PurePath(file).is_absolute() or file == "-" else file
