"""A document: plain data read from one file, with a way to name the place of a fault in it."""

from collections.abc import Callable
from typing import Any

from certadvisor.errors import Fault, shorten

DataPath = tuple[str | int, ...]


class Document:
    """Plain data from one source; `line_at` gives the line of a path, where lines are known."""

    def __init__(
        self, source: str, data: Any, line_at: Callable[[DataPath], int | None] | None = None
    ) -> None:
        self.source = source
        self.data = data
        self._line_at = line_at

    def line(self, path: DataPath) -> int | None:
        """The line of the value at `path`, or of the closest value around it; None if unknown."""
        return None if self._line_at is None else self._line_at(path)

    def fault(self, path: DataPath, problem: str, remedy: str = "", place: str = "") -> Fault:
        """A fault at `path`, with its line; `place` replaces the path in the message."""
        return Fault(self.source, problem, self.line(path), place or format_path(path), remedy)


def format_path(path: DataPath) -> str:
    """A path in the notation used in messages.

    >>> format_path(("work", 0, "start"))
    'work[0].start'
    """
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{shorten(step)}" if text else shorten(step)
    return text
