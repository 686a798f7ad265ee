"""Screens as text: plain for a pipe, the same text with colours for a terminal."""

from itertools import groupby
from operator import attrgetter

from certadvisor.views.blocks import Screen, plain_text
from certadvisor.views.reports import Terminal
from certadvisor.views.text.layout import lay_out
from certadvisor.views.text.wrap import Line

STYLES = {  # the codes of ECMA-48; rich would give the same, and takes six milliseconds to import
    "title": "1",
    "head": "1;36",
    "strong": "1",
    "good": "32",
    "bad": "31",
    "doubt": "33",
    "dim": "2",
}


def render_screen(screen: Screen, terminal: Terminal) -> str:
    """A screen as text."""
    lines = lay_out(screen, terminal.width)
    return _coloured(lines) if terminal.colour else _plain(lines)


def _plain(lines: list[Line]) -> str:
    return "".join([plain_text(line).rstrip() + "\n" for line in lines])


def _coloured(lines: list[Line]) -> str:
    parts: list[str] = []
    for line in lines:
        for name, fragments in groupby(line, key=attrgetter("style")):
            text = plain_text(fragments)
            coloured = name in STYLES and text
            parts.append(f"\x1b[{STYLES[name]}m{text}\x1b[0m" if coloured else text)
        parts.append("\n")
    return "".join(parts)
