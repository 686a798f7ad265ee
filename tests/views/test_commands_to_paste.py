"""Commands to paste: a shell reads in them what was put in, whatever that is."""

import shlex

import pytest
from sample_people import DAY

from certadvisor.catalog.records import Catalog
from certadvisor.views.blocks import Commands
from certadvisor.views.reports import AnswerContext, GivenOptions, Terminal
from certadvisor.views.words.commands import command_line
from certadvisor.views.writers import markdown
from certadvisor.views.writers.terminal import render_screen

WORDS = ("plan", "--to", "pmp")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize(
    "value", ["me.yaml", "my profile.yaml", "it's; rm -rf $HOME `id`", 'say "no"', "*", "-x", ""]
)
def test_a_shell_reads_the_words_that_were_put_in(value: str, width: int, small: Catalog) -> None:
    """Also where the line is broken, which it is between options alone."""
    options = (("-p", value), ("--title", "IT project manager"), ("--country", "US"))
    given = GivenOptions(options, (("--as-of", "2026-11-22"),))
    line = command_line(AnswerContext(small, DAY, given=given), *WORDS)
    expected = ["certadvisor", *WORDS, *(word for option in options for word in option)]
    expected += ["--as-of", "2026-11-22"]
    text = render_screen((Commands((line,)),), Terminal(width))
    assert shlex.split(text.replace("\\\n", "")) == expected
    assert max(map(len, text.splitlines())) <= width
    _, code, _ = markdown.render((Commands((line,)),)).split("\n", 2)
    assert shlex.split(code) == expected


def test_a_fence_is_longer_than_what_it_holds(small: Catalog) -> None:
    """Backticks in a value do not end the block of code."""
    given = GivenOptions((("-p", "````"),))
    line = command_line(AnswerContext(small, DAY, given=given), *WORDS)
    page = markdown.render((Commands((line,)),))
    assert page.splitlines()[0] == "`````sh"
    assert page.splitlines()[-1] == "`````"
