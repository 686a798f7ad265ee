"""Top-level error handling: maps exceptions to exit codes 2, 3 and 130, printed to stderr."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from certadvisor import __version__
from certadvisor.cli import exit_codes
from certadvisor.errors import InputError

REMOTE_FRAMES = "places"  # the attribute for a worker's frames, as pickling drops the traceback


@contextmanager
def handle_errors() -> Iterator[None]:
    """Turn any exception into an exit code and a few lines on standard error."""
    try:
        yield
    except InputError as error:
        print_faults(error)
        raise SystemExit(exit_codes.USAGE) from None
    except KeyboardInterrupt:
        raise SystemExit(exit_codes.INTERRUPTED) from None
    except BrokenPipeError:
        raise SystemExit(exit_codes.OK) from None
    except Exception as error:  # noqa: BLE001  users get no traceback
        _print_internal_error(error)
        raise SystemExit(exit_codes.INTERNAL_ERROR) from None


def print_faults(error: InputError) -> None:
    """Print every fault on a line of its own, then their number."""
    for fault in error.faults:
        write_stderr(f"error: {fault}")
    count = len(error.faults)
    write_stderr(f"{count} fault{'' if count == 1 else 's'}; nothing was answered.")


def write_stderr(line: str) -> None:
    """Write a line to standard error; characters it cannot encode are escaped."""
    stream = sys.stderr
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def _print_internal_error(error: Exception) -> None:
    """Print what a bug report needs: the message is left out, for it may quote the input."""
    import platform

    write_stderr(
        "error: this is a fault of certadvisor, not of what you wrote. Please send these lines:"
    )
    write_stderr(
        f"  certadvisor {__version__}, Python {platform.python_version()}, {platform.system()}"
    )
    frames = vars(error).get(REMOTE_FRAMES) or own_frames(error.__traceback__)
    write_stderr(f"  {type(error).__name__} at {' < '.join(frames)}")


def own_frames(trace: TracebackType | None) -> list[str]:
    """Return up to four frames in certadvisor's own modules, innermost first.

    Each is `module:line`, so that a report shows no path and no value.
    """
    frames = []
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith("certadvisor"):
            frames.append(f"{name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return frames[-4:][::-1] or ["(no file of ours)"]
