"""Writes answers to standard output, or atomically to a file."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import TextIO

from certadvisor.base.atomic import write_atomically
from certadvisor.cli.options import OutputOptions
from certadvisor.errors import Fault, InputError
from certadvisor.views.formats import Format
from certadvisor.views.reports import Report, Terminal
from certadvisor.views.writers import render

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
    texts = [render(report, target.format, terminal) for report in reports]
    write("\n".join(texts), target.output)


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
    remedy = f"use {', '.join(others)} or {last}"
    faults = [
        Fault(f"--format {target.format}", f"cannot show {option}", remedy=remedy)
        for option, value in options.items()
        if value
    ]
    if faults:
        raise InputError(faults)


def write(text: str, output: str | None = None) -> None:
    """Write text to a file, or to standard output where `output` is None or `-`."""
    if output and output != "-":
        write_atomically(text, output)
    else:
        _write_to_stream(text, sys.stdout)


def write_chunk(text: str) -> None:
    """Write a part of an answer to standard output.

    Raises BrokenPipeError where its reader closed it, and InputError where writing fails.
    """
    try:
        reader_is_open = _write_to_stream(text, sys.stdout)
    except OSError as error:
        reason = (error.strerror or "no reason").lower()
        raise InputError([Fault("standard output", f"cannot be written: {reason}")]) from None
    if not reader_is_open:
        raise BrokenPipeError


def is_interactive() -> bool:
    """Return whether a person can be asked: standard input and error are a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def terminal_for(stream: TextIO, *, plain: bool = False) -> Terminal:
    """Return the width and colours for a stream: colours only on a terminal that allows them."""
    plain = plain or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Terminal(shutil.get_terminal_size((80, 24)).columns, stream.isatty() and not plain)


def _terminal_for_target(target: OutputOptions) -> Terminal:
    on_screen = not target.output and target.format is Format.TABLE
    return terminal_for(sys.stdout, plain=target.no_color or not on_screen)


def _write_to_stream(text: str, stream: TextIO) -> bool:
    """Write to a stream; return False where its reader closed it, which is no error."""
    try:
        stream.write(_transliterate(text, stream.encoding or "utf-8"))
        stream.flush()
    except BrokenPipeError:
        # Python flushes at exit: point the descriptor elsewhere, or it would fail again there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    return True


def _transliterate(text: str, encoding: str) -> str:
    """Replace what the encoding lacks by ASCII; the marks ✓ and ✗ stay distinct."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_ASCII_FALLBACKS).encode(encoding, "replace").decode(encoding)
    return text
