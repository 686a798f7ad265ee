"""Where an exception of ours was raised, by module and line: for bug reports without any data."""

from types import TracebackType

REMOTE_FRAMES = "places"  # the attribute for a worker's frames, as pickling drops the traceback


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
