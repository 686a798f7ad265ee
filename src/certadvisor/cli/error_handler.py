"""The outermost net: bad input ends with 2, a fault of ours with 3, an interruption with 130."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from certadvisor import __version__
from certadvisor.cli import exit_codes
from certadvisor.errors import InputError

ELSEWHERE = "places"  # under which an error of another process tells where it was raised


@contextmanager
def spread() -> Iterator[None]:
    """Turn whatever falls into an exit code and a few lines on standard error."""
    try:
        yield
    except InputError as error:
        tell_faults(error)
        raise SystemExit(exit_codes.USAGE) from None
    except KeyboardInterrupt:
        raise SystemExit(exit_codes.INTERRUPTED) from None
    except BrokenPipeError:
        raise SystemExit(exit_codes.DONE) from None
    except Exception as error:  # noqa: BLE001  whatever it is, the person gets no stack
        _tell_bug(error)
        raise SystemExit(exit_codes.BUG) from None


def tell_faults(error: InputError) -> None:
    """Every fault on its line, then how many."""
    for fault in error.faults:
        say(f"error: {fault}")
    count = len(error.faults)
    say(f"{count} fault{'' if count == 1 else 's'}; nothing was answered.")


def say(line: str) -> None:
    """A line on standard error, whatever letters it can show."""
    stream = sys.stderr
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def _tell_bug(error: Exception) -> None:
    """What to send, without a word of what the person typed or told."""
    import platform

    say("error: this is a fault of certadvisor, not of what you wrote. Please send these lines:")
    say(f"  certadvisor {__version__}, Python {platform.python_version()}, {platform.system()}")
    found = vars(error).get(ELSEWHERE) or places(error.__traceback__)
    say(f"  {type(error).__name__} at {' < '.join(found)}")


def places(trace: TracebackType | None) -> list[str]:
    """The last places in our own files, innermost first: names and lines only."""
    found = []
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if name.startswith("certadvisor"):
            found.append(f"{name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found[-4:][::-1] or ["(no file of ours)"]
