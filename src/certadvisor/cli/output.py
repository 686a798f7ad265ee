"""Writes answers to standard output, or atomically to a file."""

import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

from certadvisor.cli.options import Written
from certadvisor.errors import Fault, InputError
from certadvisor.views.formats import Format, render
from certadvisor.views.reports import Look, Report

_SIMPLER = str.maketrans(
    {
        "✓": "+", "✗": "x", "…": "...", "·": "-", "•": "*", "“": '"', "”": '"', "←": "<-",
        "\u00d7": "x", "\u2013": "-", "\u203a": ">", "│": "|", "├": "|", "└": "`",
        "≠": "#",
        "●": "o", "★": "*",
    }
)  # fmt: skip


def answer(report: Report, sheet: Written, format: str | None = None) -> None:
    """Render a report in `format`, by default the target's own, and write it to the target."""
    form = format or sheet.format
    write(render(report, form, _look(sheet, form)), sheet.output)


def write(text: str, output: str | None = None) -> None:
    """Write text to a file, or to standard output where `output` is None or `-`."""
    if output and output != "-":
        _to_file(text, output)
    else:
        _to_stream(text, sys.stdout)


def pour(text: str) -> None:
    """Write a part of an answer to standard output.

    Raises BrokenPipeError where its reader closed it, and InputError where writing fails.
    """
    try:
        more = _to_stream(text, sys.stdout)
    except OSError as error:
        reason = (error.strerror or "no reason").lower()
        raise InputError([Fault("standard output", f"cannot be written: {reason}")]) from None
    if not more:
        raise BrokenPipeError


def on_terminal() -> bool:
    """Return whether a person can be asked: standard input and error are a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def look_of(stream: TextIO, *, plain: bool = False) -> Look:
    """Return the width and colours for a stream: colours only on a terminal that allows them."""
    plain = plain or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Look(shutil.get_terminal_size((80, 24)).columns, stream.isatty() and not plain)


def _look(sheet: Written, form: str) -> Look:
    screen = not sheet.output and form == Format.TABLE
    return look_of(sys.stdout, plain=sheet.no_color or not screen)


def _to_stream(text: str, stream: TextIO) -> bool:
    """Write to a stream; return False where its reader closed it, which is no error."""
    try:
        stream.write(_speakable(text, stream.encoding or "utf-8"))
        stream.flush()
    except BrokenPipeError:
        # Python flushes at exit: point the descriptor elsewhere, or it would fail again there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    return True


def _speakable(text: str, encoding: str) -> str:
    """Replace what the encoding lacks by ASCII; the marks ✓ and ✗ stay distinct."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_SIMPLER).encode(encoding, "replace").decode(encoding)
    return text


def _to_file(text: str, name: str) -> None:
    """Write a temporary file in the same folder and rename it over the target: atomic."""
    import tempfile

    try:
        target = Path(name).resolve()
        if target.exists() and not target.is_file():  # a device or a pipe
            target.write_text(text, encoding="utf-8", newline="")
            return
        handle, made = tempfile.mkstemp(dir=target.parent, prefix=".certadvisor-")
        beside = Path(made)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            beside.chmod(mode_of(target))
            beside.replace(target)
        except BaseException:
            beside.unlink()
            raise
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no such path").lower()
        raise InputError([Fault(name, f"cannot be written: {reason}")]) from None


def mode_of(target: Path) -> int:
    """Return the permissions of the file to replace, or the default ones of a new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    # The umask can only be read by setting it.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
