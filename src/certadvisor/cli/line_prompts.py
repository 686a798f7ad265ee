"""Prompts of the interview, line by line: they work on any terminal and in a pipe."""

import sys
from enum import StrEnum

from certadvisor.base.sanitize import sanitize_line
from certadvisor.base.stderr import write_stderr
from certadvisor.views.words.interview import PromptText


class Control(StrEnum):
    """What a person can reply instead of an answer."""

    BACK = "<"
    SKIP = "skip"
    UNKNOWN = "?"


Reply = str | Control

_CONTROLS = {
    "<": Control.BACK, "back": Control.BACK, "skip": Control.SKIP,
    "?": Control.UNKNOWN, "don't know": Control.UNKNOWN,
}  # fmt: skip
_MAX_LINE_LENGTH = 10_000
_TWO_COLUMNS_FROM = 12  # choices; from here on they are printed in two columns
_COLUMN_WIDTH = 38


def ask_by_line(wording: PromptText) -> Reply:
    """Print a question to standard error and read a line. Raises EOFError at end of input."""
    write_stderr("")
    write_stderr(wording.question)
    for line in _number_choices([label for _, label in wording.choices]):
        write_stderr(line)
    hint = "the number or the word" if wording.choices else ""
    hints = " · ".join(filter(None, (hint, wording.hint)))
    if hints:
        write_stderr(f"  ({hints})")
    default = f" [{wording.default}]" if wording.default else ""
    sys.stderr.write(f"{default}> ".lstrip())
    sys.stderr.flush()
    line = sys.stdin.readline(_MAX_LINE_LENGTH)
    if not line:
        raise EOFError
    return parse_reply(line, wording)


def parse_reply(line: str, wording: PromptText) -> Reply:
    """Parse a line: a control, a choice by its number or label, or free text.

    An empty line is the default, or `Control.SKIP` where the question has none.
    """
    text = sanitize_line(line)
    if not text:
        return wording.default or Control.SKIP
    if text.casefold() in _CONTROLS:
        return _CONTROLS[text.casefold()]
    if text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= len(wording.choices):
        return wording.choices[int(text[:4]) - 1][0]
    labels = {label.casefold(): answer for answer, label in wording.choices}
    return labels.get(text.casefold(), text)


def _number_choices(labels: list[str]) -> list[str]:
    """Number the choices; many short ones are printed in two columns."""
    lines = [f"  {number:>2} {label}" for number, label in enumerate(labels, start=1)]
    if len(lines) < _TWO_COLUMNS_FROM:
        return lines
    half = (len(lines) + 1) // 2
    if max(map(len, lines[:half])) > _COLUMN_WIDTH:
        return lines
    return [
        f"{left:<{_COLUMN_WIDTH}} {right}".rstrip()
        for left, right in zip(lines[:half], [*lines[half:], ""], strict=False)
    ]
