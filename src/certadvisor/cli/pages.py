"""`--open`: shows a page that was written in the browser."""

from pathlib import Path

from certadvisor.base.stderr import write_stderr
from certadvisor.errors import Fault, InputError, escape_control_chars
from certadvisor.views.formats import PAGES, Format


def check_page(format: Format, output: str | None) -> None:
    """Raise InputError where there will be no page to open.

    It has to be in a file that the person names: a browser reads it after the program ended, and
    a temporary one would leave personal data behind.
    """
    if not output or output == "-":
        remedy = f"add --output page.{format if format in PAGES else PAGES[0]}"
        raise InputError([Fault("--open", "needs a file to open", remedy=remedy)])
    if format not in PAGES:
        problem = f"opens pages, and {format} is none"
        raise InputError([Fault("--open", problem, remedy=f"use --format {' or '.join(PAGES)}")])


def open_page(output: str) -> None:
    """Open a file in the browser; where none can be started, say so on standard error."""
    import webbrowser

    if not webbrowser.open(Path(output).absolute().as_uri()):
        write_stderr(f"No browser could be started; open {escape_control_chars(output)} yourself.")
