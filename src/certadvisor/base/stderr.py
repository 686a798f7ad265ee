"""Lines on standard error: everything that is not an answer."""

import sys


def write_stderr(line: str) -> None:
    """Write a line to standard error; characters it cannot encode are escaped."""
    stream = sys.stderr
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
