"""The entry point of the program: `--version` is answered before anything else is loaded."""

import atexit
import gc
import os
import sys


def main() -> None:
    """Run the command line and exit."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from certadvisor import __version__

        try:
            print(f"certadvisor {__version__}", flush=True)  # noqa: T201  the answer itself
        except OSError:
            pass  # a full disk, say: the command below says so
        else:
            return
    # Most runs are short: garbage collection while modules load takes 10 ms and finds nothing.
    gc.set_threshold(200_000, 20, 100)
    # What is registered first is called last, after whatever else has to happen at exit.
    exit_codes: list[int] = []
    atexit.register(_exit_at_once, exit_codes)
    try:
        from certadvisor.cli.app import run

        run()
    except KeyboardInterrupt:
        sys.exit(130)
    except SystemExit as stop:
        if isinstance(stop.code, int):
            exit_codes.append(stop.code)
        raise


def _exit_at_once(exit_codes: list[int]) -> None:
    """End the process: to free every module and object one by one takes 5 ms and has no effect.

    Without an exit code, or with output that cannot be written, Python ends it as it always does.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):  # no stream, a full disk, a closed one
        return
    if exit_codes:
        os._exit(exit_codes[0])


if __name__ == "__main__":
    main()
