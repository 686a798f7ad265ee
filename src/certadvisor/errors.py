"""What stops a run: faults in what somebody wrote, gathered and told all at once."""

from typing import NamedTuple


class Fault(NamedTuple):
    """One thing wrong with an input, told on one line.

    `place` is a path inside the file as its author would write it
    (`pmp, rules[0].any[1].months`), `problem` what is wrong and `remedy`
    what to do about it; any of them but `problem` may be empty.
    """

    source: str
    problem: str
    line: int | None = None
    place: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        parts = [where, self.place, self.problem]
        told = ": ".join(printable(part) for part in parts if part)
        return f"{told}; {printable(self.remedy)}" if self.remedy else told


class CertadvisorError(Exception):
    """Every error that is meant for the person at the keyboard."""


class InputError(CertadvisorError):
    """An input that cannot be used: carries every fault found in it."""

    def __init__(self, faults: list[Fault] | tuple[Fault, ...]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type["InputError"], tuple[tuple[Fault, ...]]]:
        """As another process is told of it: by its faults, and not by their text."""
        return InputError, (self.faults,)


def shortened(text: str) -> str:
    """At most 40 characters of a value: enough to find it, and no more of it in a log."""
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"


_MOST = 40


def printable(text: str) -> str:
    r"""Make `text` harmless on a terminal: control and direction marks become escapes.

    >>> printable("plain " + chr(27) + "[31m text")
    'plain \\x1b[31m text'
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
