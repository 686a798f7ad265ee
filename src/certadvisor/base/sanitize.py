"""Text of files that anybody may have written, made harmless before it goes any further."""

import re

from certadvisor.base.scalars import MAX_TEXT

# Terminal sequences whole: what follows the escape character is no word of the person's.
_SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|\x1b[@-_]"
)

_JOINERS = re.compile(
    "[\u200b-\u200d\u2060\u00ad\ufeff]"
)  # invisible, and without effect on a line


def cleaned(text: str) -> str:
    r"""On one line, without terminal sequences, control characters and direction marks.

    >>> cleaned("Project" + chr(27) + "[31m Manager\n")
    'Project Manager'
    """
    if not text.isprintable():
        text = _JOINERS.sub("", _SEQUENCES.sub("", text))
        text = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(text.split())


def harmful(text: str) -> bool:
    """Whether cleaning takes more from it than line breaks, tabs and what joins an emoji."""
    return not text.isprintable() and not "".join(_JOINERS.sub("", text).split()).isprintable()


def fitting(text: str) -> str:
    """As much of it as one value of a profile may hold."""
    return text if len(text) <= MAX_TEXT else f"{text[: MAX_TEXT - 1].rstrip()}…"
