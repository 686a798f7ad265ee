"""Screens as text: plain for a pipe, the same text with colours and links for a terminal."""

import re
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
_ADDRESS = re.compile(
    r"https?://[!-~]*[\w/=&#~+%-]", re.ASCII
)  # ends before the mark of a sentence


def render_screen(screen: Screen, terminal: Terminal) -> str:
    """A screen as text."""
    lines = lay_out(screen, terminal.width)
    return _coloured(lines, links=terminal.links) if terminal.colour else _plain(lines)


def _plain(lines: list[Line]) -> str:
    return "".join([plain_text(line).rstrip() + "\n" for line in lines])


def _coloured(lines: list[Line], *, links: bool) -> str:
    parts: list[str] = []
    for line in lines:
        for name, fragments in groupby(line, key=attrgetter("style")):
            text = plain_text(fragments)
            if links and "://" in text:
                text = _ADDRESS.sub(_link, text)
            coloured = name in STYLES and text
            parts.append(f"\x1b[{STYLES[name]}m{text}\x1b[0m" if coloured else text)
        parts.append("\n")
    return "".join(parts)


def _link(address: re.Match[str]) -> str:
    """An address as a hyperlink (OSC 8); other terminals show the address alone."""
    return f"\x1b]8;;{address[0]}\x1b\\{address[0]}\x1b]8;;\x1b\\"
