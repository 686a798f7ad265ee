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


@pytest.mark.parametrize(
    ("text", "linked", "rest"),
    [
        ("https://some.example/a?b=c#d", "https://some.example/a?b=c#d", ""),
        ("https://some.example/a.", "https://some.example/a", "."),
        ("http://some.example/ (read)", "http://some.example/", " (read)"),
    ],
)
def test_an_address_is_a_link_where_the_terminal_shows_links(
    text: str, linked: str, rest: str
) -> None:
    """By OSC 8, and without the mark of the sentence behind it."""
    screen = Screen((Para(styled(text)),))
    with_links = render_screen(screen, Terminal(80, colour=True, links=True))
    assert with_links == f"\x1b]8;;{linked}\x1b\\{linked}\x1b]8;;\x1b\\{rest}\n"
    assert render_screen(screen, Terminal(80, colour=True)) == f"{text}\n"
    assert render_screen(screen, Terminal(80)) == f"{text}\n"
