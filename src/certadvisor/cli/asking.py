"""How the interview asks: with arrow keys where they can be used, else line by line."""

from collections.abc import Callable

from certadvisor.cli.line_prompts import Reply, ask_by_line
from certadvisor.cli.output import is_interactive
from certadvisor.views.words.interview import PromptText

Asker = Callable[[PromptText], Reply]


def choose_asker() -> Asker:
    """Return the prompt with arrow keys where it can be used, else the one that reads lines."""
    if is_interactive():
        try:
            from certadvisor.cli.arrows import ask_with_arrows
        except ImportError:  # the extra `interview` is not installed
            return ask_by_line
        return ask_with_arrows
    return ask_by_line
