"""Top-level error handling: maps exceptions to exit codes 2, 3 and 130, printed to stderr."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from certadvisor import __version__
from certadvisor.base.frames import REMOTE_FRAMES, own_frames
from certadvisor.base.stderr import write_stderr
from certadvisor.cli import exit_codes
from certadvisor.cli.streams import discard_unwritten
from certadvisor.cli.usage_errors import UsageError, usage_fault
from certadvisor.errors import InputError

# Of a help text, which typer writes: our own writers turn such errors into faults.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


@contextmanager
def handle_errors() -> Iterator[None]:
    """Turn any exception into an exit code and a few lines on standard error."""
    try:
        yield
    except InputError as error:
        print_faults(error)
        raise SystemExit(exit_codes.USAGE) from None
    except UsageError as error:
        print_faults(usage_fault(error))
        raise SystemExit(exit_codes.USAGE) from None
    except KeyboardInterrupt:
        raise SystemExit(exit_codes.INTERRUPTED) from None
    except BrokenPipeError:
        raise SystemExit(exit_codes.OK) from None
    except OSError as error:
        if error.errno not in _NO_ROOM:
            _print_internal_error(error)
            raise SystemExit(exit_codes.INTERNAL_ERROR) from None
        discard_unwritten(sys.stdout)
        write_stderr(
            f"error: standard output cannot be written: {os.strerror(error.errno).lower()}"
        )
        raise SystemExit(exit_codes.USAGE) from None
    except Exception as error:  # noqa: BLE001  users get no traceback
        _print_internal_error(error)
        raise SystemExit(exit_codes.INTERNAL_ERROR) from None


def print_faults(error: InputError) -> None:
    """Print every fault on a line of its own, and their number where there are several."""
    for fault in error.faults:
        write_stderr(f"error: {fault}")
    count = len(error.faults)
    if count > 1:
        write_stderr(f"{count} errors.")


def _print_internal_error(error: Exception) -> None:
    """Print what a bug report needs: the message is left out, for it may quote the input."""
    import platform

    write_stderr(
        "error: this is a bug in certadvisor, not a mistake of yours. Please report these lines:"
    )
    write_stderr(
        f"  certadvisor {__version__}, Python {platform.python_version()}, {platform.system()}"
    )
    frames = vars(error).get(REMOTE_FRAMES) or own_frames(error.__traceback__)
    write_stderr(f"  {type(error).__name__} at {' < '.join(frames)}")
