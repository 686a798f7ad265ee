"""Asks where to keep a profile, and writes it to a new file."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from certadvisor.base.sanitize import sanitize_line
from certadvisor.base.scalars import quote
from certadvisor.base.stderr import write_stderr
from certadvisor.cli.default_profile import default_profile_path, make_folder
from certadvisor.cli.notices import write_notice
from certadvisor.cli.output import terminal_for, write
from certadvisor.errors import InputError
from certadvisor.views.blocks import Para, plain_text, styled
from certadvisor.views.sections.prompts import error_screen
from certadvisor.views.text.layout import lay_out
from certadvisor.views.words.interview import STOPPED

_MAX_NAME_LENGTH = 1_000  # characters of a file name
_YES = ("", "yes", "y")


def default_file() -> str:
    """Return where a profile is kept unless the person says otherwise: a name that is free.

    It is the place where commands look for a profile, if there is none yet.
    """
    default = default_profile_path()
    if default and not os.path.lexists(default):
        return str(default)
    names = (f"me{number or ''}.yaml" for number in (0, *range(2, 1_000)))
    return next((name for name in names if not os.path.lexists(name)), "me.yaml")


@contextmanager
def stopping() -> Iterator[None]:
    """Say that nothing was saved where the person stops, on a line of its own."""
    try:
        yield
    except KeyboardInterrupt:
        write_stderr("")
        write_stderr(STOPPED)
        raise


def save_as_asked(text: str, question: str, refusals: tuple[str, ...]) -> str | None:
    """Ask for a file name until the text is saved under it; return None if that is refused."""
    while True:
        proposed = default_file()
        name = _ask_file_name(question.format(proposed))
        if name.casefold() in refusals:
            return None
        if name.casefold() in _YES:
            name = proposed
        if _save_new_file(text, name):
            return name


def _save_new_file(text: str, name: str) -> bool:
    """Write a new file; return False, with the reason on standard error, where that fails."""
    if os.path.lexists(name):
        write_notice(error_screen(f"{quote(name)} exists already and was left as it is", ""))
        return False
    try:
        if name == str(default_profile_path()):
            make_folder(Path(name))
        write(text, name)
    except InputError as error:
        write_notice(error_screen(str(error.faults[0]), ""))
        return False
    return True


def _ask_file_name(question: str) -> str:
    """Return the answer, on a line of its own where the question fills one."""
    lines = lay_out((Para(styled(question)),), terminal_for(sys.stderr).width)
    sys.stderr.write("\n" + "\n".join(map(plain_text, lines)) + " ")
    sys.stderr.flush()
    line = sys.stdin.readline(_MAX_NAME_LENGTH)
    if not line:
        raise KeyboardInterrupt
    return sanitize_line(line)
