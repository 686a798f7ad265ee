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
        words: The command and its own arguments.

    Returns:
        The pieces of the line: the command, then each option with its value.
    """
    options = (*context.given.person, *context.given.query)
    return tuple(map(_quoted, (("certadvisor", *words), *options)))


def _quoted(words: Iterable[str]) -> str:
    return " ".join(map(shlex.quote, words))
