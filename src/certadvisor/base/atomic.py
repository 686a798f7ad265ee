"""Files that are written whole or not at all: beside their target first, then renamed over it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
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
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: a loop of links
        raise _write_error(name, error) from None


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
        put_in_place(temporary, target)
    except BaseException:
        temporary.unlink()
        raise


def partial_path(target: Path) -> Path:
    """Return the path under which a file is written until it is complete."""
    return target.with_name(f"{target.name}.part")


def put_in_place(complete: Path, target: Path) -> None:
    """Rename a complete file over its target, whose permissions it takes over."""
    complete.chmod(_file_mode(target))
    complete.replace(target)


@contextmanager
def os_errors_as_faults(target: Path) -> Iterator[None]:
    """Raise OS errors of writing as InputError; BrokenPipeError passes through."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise _write_error(str(target), error) from None


def _write_error(name: str, error: OSError | ValueError | RuntimeError) -> InputError:
    reason = (getattr(error, "strerror", None) or "no such path").lower()
    return InputError([Fault(name, f"cannot be written: {reason}")])


def _file_mode(target: Path) -> int:
    """Return the permissions of the file to replace, or the default ones of a new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    # The umask can only be read by setting it.
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
