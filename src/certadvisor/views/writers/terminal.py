"""Screens as text: plain for a pipe, the same text with colours for a terminal."""

from itertools import groupby

from certadvisor.views.blocks import Screen
from certadvisor.views.reports import Terminal
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


def render_screen(screen: Screen, terminal: Terminal) -> str:
    """A screen as text."""
    lines = lay_out(screen, terminal.width)
    return _coloured(lines) if terminal.colour else _plain(lines)


def _plain(lines: list[Line]) -> str:
    return "".join("".join(fragment.text for fragment in line).rstrip() + "\n" for line in lines)


def _coloured(lines: list[Line]) -> str:
    # Not loaded for a pipe. rich.console would do the same, and take twice as long to import.
    from rich.style import Style

    styles = {name: Style.parse(definition) for name, definition in STYLES.items()}
    parts: list[str] = []
    for line in lines:
        for name, fragments in groupby(line, key=lambda fragment: fragment.style):
            text = "".join(fragment.text for fragment in fragments)
            parts.append(styles[name].render(text) if name in styles else text)
        parts.append("\n")
    return "".join(parts)
