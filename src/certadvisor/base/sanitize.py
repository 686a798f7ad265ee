"""Sanitizes text from untrusted files before it reaches a profile, a terminal or a file."""

import re

from certadvisor.base.scalars import MAX_TEXT

# Whole terminal sequences: what follows the escape character belongs to the sequence too.
_SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|\x1b[@-_]"
)

_JOINERS = re.compile("[\u200b-\u200d\u2060\u00ad\ufeff]")  # invisible, and harmless on a line


def sanitize_line(text: str) -> str:
    r"""One line, without terminal sequences, control characters and direction marks.

    >>> sanitize_line("Project" + chr(27) + "[31m Manager\n")
    'Project Manager'
    """
    if not text.isprintable():
        text = _JOINERS.sub("", _SEQUENCES.sub("", text))
        text = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(text.split())


def has_unsafe_characters(text: str) -> bool:
    """Whether sanitizing removes more than white space and the joiners of an emoji."""
    return not text.isprintable() and not "".join(_JOINERS.sub("", text).split()).isprintable()


def truncate(text: str) -> str:
    """The text, cut to the length of a profile's value (`MAX_TEXT`) with an ellipsis."""
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 1].rstrip()}…"
