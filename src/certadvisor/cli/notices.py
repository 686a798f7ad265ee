"""Blocks of text on standard error, broken at words to the width of the terminal."""

import sys

from certadvisor.base.stderr import write_stderr
from certadvisor.cli.output import terminal_for, transliterate
from certadvisor.views.blocks import Screen, plain_text
from certadvisor.views.text.layout import lay_out


def write_notice(screen: Screen) -> None:
    """Write blocks to standard error, without colour."""
    encoding = sys.stderr.encoding or "utf-8"
    for line in lay_out(screen, terminal_for(sys.stderr).width):
        write_stderr(transliterate(plain_text(line), encoding))
