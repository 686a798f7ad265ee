"""Shows an answer that is longer than the screen in a pager."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_PAGER = "less"  # used without PAGER, if it is installed
_LESS_OPTIONS = ("-R", "-F", "-X")  # colours; no waiting, and no clearing, where the answer fits
_NO_PAGER = ("", "cat")  # what people set PAGER to so as to have none


def pager_command() -> list[str]:
    """Return the pager's command with its arguments; empty where there is none.

    It is what PAGER says, and is never run by a shell.
    """
    try:
        words = shlex.split(os.environ.get("PAGER", _PAGER))
    except ValueError:  # a quote that is not closed
        return []
    if not words or words[0] in _NO_PAGER or os.environ.get("TERM") == "dumb":
        return []
    path = shutil.which(words[0])
    if path is None:
        return []
    is_less = Path(path).stem == _PAGER
    return [path, *words[1:], *(_LESS_OPTIONS if is_less else ())]


def show_in_pager(text: str, command: Sequence[str]) -> bool:
    """Show a text in the pager and wait until it is left; False where it cannot be started."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603  the user's own PAGER
    except OSError:
        return False
    assert pager.stdin is not None  # noqa: S101  it is a pipe
    try:
        pager.stdin.write(text.encode(encoding, "replace"))
        pager.stdin.close()
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # the reader left it before the end
    while True:
        try:
            pager.wait()
        except KeyboardInterrupt:  # Ctrl-C is the pager's own until it is left
            continue
        return True
