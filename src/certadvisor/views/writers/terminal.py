"""Screens as text: plain for a pipe, the same text with colours for a terminal."""

from itertools import groupby

from certadvisor.views.report_registry import screen_of
from certadvisor.views.reports import Report, Terminal
from certadvisor.views.text.layout import lay_out
from certadvisor.views.text.wrap import Line

STYLES = {
    "title": "bold",
    "head": "bold cyan",
    "strong": "bold",
    "good": "green",
    "bad": "red",
    "doubt": "yellow",
    "dim": "dim",
}


def render(report: Report, terminal: Terminal) -> str:
    """The report's screen as text."""
    lines = lay_out(screen_of(report), terminal.width)
    return _coloured(lines) if terminal.colour else _plain(lines)


def _plain(lines: list[Line]) -> str:
    return "".join("".join(fragment.text for fragment in line).rstrip() + "\n" for line in lines)


def _coloured(lines: list[Line]) -> str:
    # rich takes 40 ms to import, so it is not loaded for a pipe.
    from rich.console import Console
    from rich.text import Text

    text = Text(end="")
    for line in lines:
        for style, fragments in groupby(line, key=lambda fragment: fragment.style):
            text.append("".join(fragment.text for fragment in fragments), STYLES.get(style))
        text.append("\n")
    console = Console(force_terminal=True, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(text, soft_wrap=True, end="")
    return captured.get()
