"""Input errors. Faults are collected and reported together, one line each."""

from typing import NamedTuple


class Fault(NamedTuple):
    """One thing wrong with an input; `str()` gives it as one printable line.

    `source` is the file or the option, `line` a line number from 1. `place` is the path of
    the value within the file, as its author would write it (`pmp, rules[0].any[1].months`).
    `problem` is what is wrong and `remedy` what to do about it. Only `source` and `problem`
    are always there; the others are empty, or None, where they do not apply.
    """

    source: str
    problem: str
    line: int | None = None
    place: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        location = self.source if self.line is None else f"{self.source}:{self.line}"
        parts = [location, self.place, self.problem]
        message = ": ".join(escape_control_chars(part) for part in parts if part)
        return f"{message}; {escape_control_chars(self.remedy)}" if self.remedy else message


class CertadvisorError(Exception):
    """Base class of the errors whose message is shown to the user."""


class InputError(CertadvisorError):
    """An input that cannot be used; `faults` has every fault in it."""

    def __init__(self, faults: list[Fault] | tuple[Fault, ...]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type["InputError"], tuple[tuple[Fault, ...]]]:
        """Pickle by faults: the default would rebuild the error from its text."""
        return InputError, (self.faults,)


def shorten(text: str) -> str:
    """Return at most 40 characters of a value: enough to find it, and little of it in a log."""
    return text if len(text) <= _MAX_SHOWN else f"{text[: _MAX_SHOWN - 1]}…"


_MAX_SHOWN = 40


def escape_control_chars(text: str) -> str:
    r"""Replace control and text-direction characters, which can fake terminal output, by escapes.

    >>> escape_control_chars("plain " + chr(27) + "[31m text")
    'plain \\x1b[31m text'
    """
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
