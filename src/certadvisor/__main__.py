"""The entry point of the program: `--version` is answered before anything else is loaded."""

import atexit
import gc
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
    # Nor does the last collection, at exit, which takes as long: it skips what is frozen.
    atexit.register(gc.freeze)
    try:
        from certadvisor.cli.app import run
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
