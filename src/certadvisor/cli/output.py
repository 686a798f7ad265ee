"""Where an answer goes: standard output, or a file that is written whole or not at all."""

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
    """Render a report, in another `format` than the sheet's if any, and write it where wanted."""
    form = format or sheet.format
    write(render(report, form, _look(sheet, form)), sheet.output)


def write(text: str, output: str | None = None) -> None:
    """Write text to a file, or to standard output."""
    if output and output != "-":
        _to_file(text, output)
    else:
        _to_stream(text, sys.stdout)


def pour(text: str) -> None:
    """Write a part of an answer to standard output.

    Raises BrokenPipeError where its reader has seen enough, and InputError where it is full.
    """
    try:
        more = _to_stream(text, sys.stdout)
    except OSError as error:
        reason = (error.strerror or "no reason").lower()
        raise InputError([Fault("standard output", f"cannot be written: {reason}")]) from None
    if not more:
        raise BrokenPipeError


def on_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def look_of(stream: TextIO, *, plain: bool = False) -> Look:
    """How a screen looks on a stream: colours only on a terminal that wants them."""
    plain = plain or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Look(shutil.get_terminal_size((80, 24)).columns, stream.isatty() and not plain)


def _look(sheet: Written, form: str) -> Look:
    screen = not sheet.output and form == Format.TABLE
    return look_of(sys.stdout, plain=sheet.no_color or not screen)


def _to_stream(text: str, stream: TextIO) -> bool:
    """Write to a stream; whether its reader wants more, for one that has enough is no error."""
    try:
        stream.write(_speakable(text, stream.encoding or "utf-8"))
        stream.flush()
    except BrokenPipeError:
        # What is still in the buffer must not be tried again on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    return True


def _speakable(text: str, encoding: str) -> str:
    """The text in letters that the stream has; the marks stay apart from each other."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_SIMPLER).encode(encoding, "replace").decode(encoding)
    return text


def _to_file(text: str, name: str) -> None:
    """Write beside the file and rename, so that nobody ever sees half of it."""
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
    """The rights of the file that is replaced, or those of any new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
