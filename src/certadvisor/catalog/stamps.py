"""Stamps of files: by them a later run knows, without reading, that no file has changed.

A stamp is what a file system changes with each write: the size, the time of the last write and
that of the last change of any kind (`ctime`), which no program can set. So content cannot change
under an equal stamp, but for two writes within one tick of the file system's clock. Stamps are
therefore only trusted if no file has changed just before they were taken, as Git does with its
index (https://git-scm.com/docs/racy-git).
"""

import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_TICK = 2_000_000_000  # nanoseconds: that of FAT, the slowest clock of all file systems


class Stamps(NamedTuple):
    """The stamps of files, a line each, and whether later ones can be compared with them."""

    text: str
    trusted: bool


def take_stamps(files: Iterable[Path | str]) -> Stamps | None:
    """The stamps of files as they are now, to be taken before the files are read.

    None where there can be none: a file is missing, or the system keeps no `ctime` (Windows).
    """
    if os.name != "posix":
        return None
    now = time.time_ns()
    lines: list[str] = []
    latest = 0
    for file in files:
        try:
            stat = os.stat(file)  # noqa: PTH116  most are no Path, and making one takes longer
        except OSError:
            return None
        latest = max(latest, stat.st_ctime_ns)
        times = f"{stat.st_mtime_ns} {stat.st_ctime_ns}"
        lines.append(f"{stat.st_ino} {stat.st_size} {times} {str(file)!a}")
    return Stamps("\n".join(lines), trusted=latest + _TICK < now)
