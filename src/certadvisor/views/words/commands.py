"""Commands to paste: what to ask next, with the options that the person gave."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from certadvisor.views.reports import AnswerContext


def command_line(context: AnswerContext, *words: str) -> tuple[str, ...]:
    """A command about the same person, day and catalogue, quoted for a POSIX shell.

    Args:
        context: The context of the answer that the command follows.
        words: The command and its own arguments; an option among them replaces the person's.

    Returns:
        The pieces of the line: the command, then each option with its value.
    """
    options = (*context.given.person, *context.given.query)
    others = (option for option in options if option[0] not in words)
    return tuple(map(_quoted, (*_by_option(("certadvisor", *words)), *others)))


def _by_option(words: Iterable[str]) -> list[list[str]]:
    """The command with its arguments, then each of its own options with its value."""
    pieces: list[list[str]] = [[]]
    for word in words:
        if word.startswith("--"):
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _quoted(words: Iterable[str]) -> str:
    return " ".join(map(shlex.quote, words))
