"""The codes of colours are those that rich writes for the same styles."""

import pytest
from rich.style import Style

from certadvisor.views.blocks import Fragment, Para, Screen, styled
from certadvisor.views.reports import Terminal
from certadvisor.views.writers.terminal import STYLES, render_screen

DEFINITIONS = {
    "title": "bold",
    "head": "bold cyan",
    "strong": "bold",
    "good": "green",
    "bad": "red",
    "doubt": "yellow",
    "dim": "dim",
}


@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_written_as_rich_writes_it(name: str) -> None:
    """And nothing else of the line is coloured."""
    screen = Screen((Para(styled("a ", Fragment("word", name))),))
    text = render_screen(screen, Terminal(80, colour=True))
    assert text == f"a {Style.parse(DEFINITIONS[name]).render('word')}\n"
