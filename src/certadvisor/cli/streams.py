"""What to do with a standard stream that can no longer be written to."""

import os
from typing import TextIO


def discard_unwritten(stream: TextIO) -> None:
    """Send the rest of a stream nowhere.

    Python writes what a stream still holds when it exits: that would fail again, with a
    traceback and an exit code of its own.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
