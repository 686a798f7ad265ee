"""What to run next: commands to paste, at the end of a screen."""

from certadvisor.views.blocks import Block, Commands, Heading
from certadvisor.views.reports import AnswerContext
from certadvisor.views.words.commands import command_line


def next_section(context: AnswerContext, *commands: tuple[str, ...]) -> tuple[Block, ...]:
    """The commands under a heading, with the options that the person gave; none without any."""
    if not commands:
        return ()
    return Heading("Next"), Commands(tuple(command_line(context, *words) for words in commands))
