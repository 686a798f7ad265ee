"""Writes answers to standard output, to a pager where they are long, or atomically to a file."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO

from certadvisor.base.atomic import write_atomically
from certadvisor.cli.options import OutputOptions
from certadvisor.cli.pages import check_page, open_page
from certadvisor.cli.streams import discard_unwritten
from certadvisor.errors import Fault, InputError
from certadvisor.views.formats import Format
from certadvisor.views.reports import Report, Terminal
from certadvisor.views.writers import render

_WIDTH = 80  # of an output that is no terminal
_WITHOUT_LINKS = ("linux", "vt100", "vt220")  # terminals that would show the codes of a link
_ASCII_FALLBACKS = str.maketrans(
    {
        "✓": "+", "✗": "x", "…": "...", "·": "-", "•": "*", "“": '"', "”": '"', "←": "<-",
        "\u00d7": "x", "\u2013": "-", "\u203a": ">", "│": "|", "├": "|", "└": "`",
        "≠": "#",
        "●": "o", "★": "*",
    }
)  # fmt: skip


def emit(report: Report, target: OutputOptions) -> None:
    """Render a report in the target's format and write it to the target."""
    emit_all([report], target)


def emit_all(reports: Sequence[Report], target: OutputOptions) -> None:
    """Render reports one below the other; several only in a format made to be read."""
    terminal = _terminal_for_target(target)
    text = _render_all(reports, target, terminal)
    if target.open_page:
        check_page(target.format, target.output)
    if not _is_longer_than_screen(text, target) or not _page(reports, target, terminal):
        write(text, target.output)
    if target.open_page and target.output:
        open_page(target.output)


def _render_all(reports: Sequence[Report], target: OutputOptions, terminal: Terminal) -> str:
    return "\n".join([render(report, target.format, terminal) for report in reports])


def _is_longer_than_screen(text: str, target: OutputOptions) -> bool:
    """Return whether an answer for a terminal has more lines than it, the prompt's included."""
    if target.no_pager or target.output or target.format is not Format.TABLE:
        return False
    if not is_terminal(sys.stdout):
        return False
    height = _size_of(sys.stdout).lines
    return height > 0 and text.count("\n") >= height


def _page(reports: Sequence[Report], target: OutputOptions, terminal: Terminal) -> bool:
    """Show the answer in a pager; return whether there was one.

    Without links: a `less` of before 2020 shows their codes.
    """
    from certadvisor.cli.pager import pager_command, show_in_pager  # few answers are that long

    command = pager_command()
    if not command:
        return False
    text = _render_all(reports, target, terminal._replace(links=False))
    return show_in_pager(transliterate(text, sys.stdout.encoding or "utf-8"), command)


def require_format(
    target: OutputOptions, options: Mapping[str, object], formats: tuple[Format, ...]
) -> None:
    """Refuse to drop what was asked for: only `formats` can show these options.

    `options` are their values by name; one that is empty or false was not given. Raises
    InputError with a fault for each one given that the target's format cannot show.
    """
    if target.format in formats:
        return
    *others, last = formats
    remedy = f"use {', '.join(others)} or {last}" if others else f"use {last}"
    faults = [
        Fault(f"--format {target.format}", f"cannot show {option}", remedy=remedy)
        for option, value in options.items()
        if value
    ]
    if faults:
        raise InputError(faults)


def write(text: str, output: str | None = None) -> None:
    """Write text to a file, or to standard output where `output` is None or `-`.

    Raises InputError where writing fails; that its reader stops early is no failure.
    """
    if output == "":
        raise InputError([Fault("--output", "is empty", remedy="name a file, or - for the screen")])
    if output is not None and output != "-":
        write_atomically(text, output)
    else:
        _write_to_stdout(text)


def write_chunk(text: str) -> None:
    """Write a part of an answer to standard output.

    Raises BrokenPipeError where its reader closed it, and InputError where writing fails.
    """
    if not _write_to_stdout(text):
        raise BrokenPipeError


def is_interactive() -> bool:
    """Return whether a person can be asked: standard input and error are a terminal."""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def terminal_for(stream: TextIO | None, *, plain: bool = False) -> Terminal:
    """Return the width and colours for a stream: colours only on a terminal that allows them."""
    name = os.environ.get("TERM")
    plain = plain or bool(os.environ.get("NO_COLOR")) or name == "dumb"
    colour = is_terminal(stream) and not plain
    return Terminal(_width_of(stream), colour, links=colour and name not in _WITHOUT_LINKS)


def _width_of(stream: TextIO | None) -> int:
    """Return the columns of a stream's terminal, which standard output need not have."""
    if stream is not None and is_terminal(stream) and not os.environ.get("COLUMNS"):
        return _size_of(stream).columns or _WIDTH
    return shutil.get_terminal_size((_WIDTH, 24)).columns


def _size_of(stream: TextIO) -> os.terminal_size:
    """Return the columns and lines of a stream's terminal, 0 where it does not say."""
    try:
        return os.get_terminal_size(stream.fileno())
    except OSError:  # it says that it is one, and has no size
        return os.terminal_size((0, 0))


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal; one that the shell closed is None, and is not."""
    return stream is not None and stream.isatty()


def _terminal_for_target(target: OutputOptions) -> Terminal:
    on_screen = not target.output and target.format is Format.TABLE
    return terminal_for(sys.stdout, plain=target.no_color or not on_screen)


def _write_to_stdout(text: str) -> bool:
    """Write to standard output; return False where its reader closed it, which is no error."""
    stream = sys.stdout
    if stream is None:  # the shell closed it: `>&-`
        raise InputError([Fault("standard output", "is closed", remedy="name an --output")])
    try:
        stream.write(transliterate(text, stream.encoding or "utf-8"))
        stream.flush()
    except BrokenPipeError:
        discard_unwritten(stream)
        return False
    except OSError as error:
        discard_unwritten(stream)
        reason = (error.strerror or "no reason was given").lower()
        raise InputError([Fault("standard output", f"cannot be written: {reason}")]) from None
    return True


def transliterate(text: str, encoding: str) -> str:
    """Replace what the encoding lacks by ASCII; the marks ✓ and ✗ stay distinct."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_ASCII_FALLBACKS).encode(encoding, "replace").decode(encoding)
    return text
