"""Files that are written whole or not at all: beside their target first, then renamed over it."""

import os
from pathlib import Path

from certadvisor.errors import Fault, InputError


def write_atomically(text: str, name: str) -> None:
    """Write text to a file; a device or a pipe is written to as it is.

    Raises InputError where that fails; then the target is as it was.
    """
    try:
        target = Path(name).resolve()
        if target.exists() and not target.is_file():  # a device or a pipe
            target.write_text(text, encoding="utf-8", newline="")
            return
        replace_file(target, text)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "no such path").lower()
        raise InputError([Fault(name, f"cannot be written: {reason}")]) from None


def replace_file(target: Path, text: str) -> None:
    """Write text to a new file with a unique name, and rename it over `target`.

    Raises OSError where that fails; then the new file is gone and the target as it was.
    """
    from tempfile import mkstemp  # slow to import, and not needed by most commands

    descriptor, name = mkstemp(dir=target.parent, prefix=".certadvisor-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        temporary.chmod(file_mode(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink()
        raise


def file_mode(target: Path) -> int:
    """Return the permissions of the file to replace, or the default ones of a new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    # The umask can only be read by setting it.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
