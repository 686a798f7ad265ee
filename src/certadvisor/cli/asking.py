"""Prompts of the interview: with arrow keys on a terminal, or line by line anywhere."""

import sys
from collections.abc import Callable
from enum import StrEnum

from certadvisor.base.sanitize import cleaned
from certadvisor.cli import error_handler
from certadvisor.cli.output import on_terminal
from certadvisor.views.words.interview import Wording


class Control(StrEnum):
    """What a person can reply instead of an answer."""

    BACK = "<"
    SKIP = "skip"
    UNKNOWN = "?"


Reply = str | Control
Ask = Callable[[Wording], Reply]

_CONTROLS = {
    "<": Control.BACK, "back": Control.BACK, "skip": Control.SKIP,
    "?": Control.UNKNOWN, "don't know": Control.UNKNOWN,
}  # fmt: skip
_LONGEST = 10_000
_TWO = 12  # choices; from here on they are printed in two columns
_WIDE = 38


def asker() -> Ask:
    """Return the prompt with arrow keys where it can be used, else the one that reads lines."""
    if on_terminal():
        try:
            from certadvisor.cli.arrows import by_arrows
        except ImportError:  # the extra `interview` is not installed
            return by_line
        return by_arrows
    return by_line


def by_line(wording: Wording) -> Reply:
    """Print a question to standard error and read a line. Raises EOFError at end of input."""
    error_handler.say("")
    error_handler.say(wording.question)
    for line in _listed([label for _, label in wording.choices]):
        error_handler.say(line)
    hint = "the number or the word" if wording.choices else ""
    told = " · ".join(filter(None, (hint, wording.hint)))
    if told:
        error_handler.say(f"  ({told})")
    default = f" [{wording.default}]" if wording.default else ""
    sys.stderr.write(f"{default}> ".lstrip())
    sys.stderr.flush()
    line = sys.stdin.readline(_LONGEST)
    if not line:
        raise EOFError
    return reply(line, wording)


def reply(line: str, wording: Wording) -> Reply:
    """Parse a line: a control, a choice by its number or label, or free text.

    An empty line is the default, or `Control.SKIP` where the question has none.
    """
    said = cleaned(line)
    if not said:
        return wording.default or Control.SKIP
    if said.casefold() in _CONTROLS:
        return _CONTROLS[said.casefold()]
    if said.isascii() and said.isdecimal() and 1 <= int(said[:4]) <= len(wording.choices):
        return wording.choices[int(said[:4]) - 1][0]
    labels = {label.casefold(): answer for answer, label in wording.choices}
    return labels.get(said.casefold(), said)


def _listed(labels: list[str]) -> list[str]:
    """Number the choices; many short ones are printed in two columns."""
    lines = [f"  {number:>2} {label}" for number, label in enumerate(labels, start=1)]
    if len(lines) < _TWO:
        return lines
    half = (len(lines) + 1) // 2
    if max(map(len, lines[:half])) > _WIDE:
        return lines
    return [
        f"{left:<{_WIDE}} {right}".rstrip()
        for left, right in zip(lines[:half], [*lines[half:], ""], strict=False)
    ]
