"""Screens as text: plain for a pipe, the same text with colours for a terminal."""

from itertools import groupby

from certadvisor.views.reports import Look, Report
from certadvisor.views.screens import screen
from certadvisor.views.text.layout import Line, lay_out

STYLES = {
    "title": "bold",
    "head": "bold cyan",
    "strong": "bold",
    "good": "green",
    "bad": "red",
    "doubt": "yellow",
    "dim": "dim",
}


def render(report: Report, look: Look) -> str:
    """The report's screen as text."""
    lines = lay_out(screen(report), look.width)
    return _painted(lines) if look.colour else _plain(lines)


def _plain(lines: list[Line]) -> str:
    return "".join("".join(span.text for span in line).rstrip() + "\n" for line in lines)


def _painted(lines: list[Line]) -> str:
    # rich takes 40 ms to import, so it is not loaded for a pipe.
    from rich.console import Console
    from rich.text import Text

    text = Text(end="")
    for line in lines:
        for style, spans in groupby(line, key=lambda span: span.style):
            text.append("".join(span.text for span in spans), STYLES.get(style))
        text.append("\n")
    console = Console(force_terminal=True, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(text, soft_wrap=True, end="")
    return captured.get()
