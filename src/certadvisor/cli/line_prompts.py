"""Prompts of the interview, line by line: they work on any terminal and in a pipe."""

import re
import sys
from enum import StrEnum

from certadvisor.base.sanitize import sanitize_line
from certadvisor.cli.notices import write_notice
from certadvisor.views.sections.prompts import prompt_screen
from certadvisor.views.words.interview import Choice, PromptText


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
_MANY = 8  # choices; from here on typing part of a name is quicker than looking for its number
_ONE = "the number or the word"
_ONE_OF_MANY = "the number, or part of the name"
_SEVERAL = "numbers, such as 1, 4"


def ask_by_line(wording: PromptText) -> Reply:
    """Print a question to standard error and read a line. Raises EOFError at end of input."""
    write_notice(prompt_screen(wording, _how_to_choose(wording), numbered=True))
    default = f"[{wording.default_label}]" if wording.default else ""
    sys.stderr.write(f"{default}> ")
    sys.stderr.flush()
    line = sys.stdin.readline(_MAX_LINE_LENGTH)
    if not line:
        raise EOFError
    return parse_reply(line, wording)


def _how_to_choose(wording: PromptText) -> str:
    if wording.multiple:
        return _SEVERAL
    if not wording.choices:
        return ""
    return _ONE if len(wording.choices) < _MANY else _ONE_OF_MANY


def parse_reply(line: str, wording: PromptText) -> Reply:
    """Parse a line: a control, choices by number or label, or free text.

    An empty line is the default, or `Control.SKIP` where the question has none. Several choices
    are returned as one text with commas.
    """
    text = sanitize_line(line)
    if not text:
        return wording.default or Control.SKIP
    if text.casefold() in _CONTROLS:
        return _CONTROLS[text.casefold()]
    if wording.multiple:
        separator = r"[\s,;]+" if re.fullmatch(r"[0-9\s,;]+", text) else "[,;]"
        parts = (part.strip() for part in re.split(separator, text))
        return ", ".join(_parse_choice(part, wording.choices) for part in parts if part)
    return _parse_choice(text, wording.choices)


def matching_choices(text: str, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Return the choices in whose labels each word of the text begins a word."""
    words = _words(text)
    return tuple(
        choice
        for choice in choices
        if words
        and all(any(one.startswith(word) for one in _words(choice.label)) for word in words)
    )


def _parse_choice(text: str, choices: tuple[Choice, ...]) -> str:
    if text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= len(choices):
        return choices[int(text[:4]) - 1].answer
    labels = {choice.label.casefold(): choice.answer for choice in choices}
    return labels.get(text.casefold(), text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
