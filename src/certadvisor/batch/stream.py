"""Output that cannot be resumed: standard output, a pipe, a device."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from certadvisor.base.atomic import os_errors_as_faults, partial_path, put_in_place
from certadvisor.batch.journal import RowCounts


class StreamOutput:
    """As `JournaledOutput`, but without a journal; the rejects may have a file of their own.

    `output` None is standard output, to which `write` writes. With `rejects` None the sink
    accepts no rejects.
    """

    finished = False

    def __init__(
        self, output: Path | None, rejects: Path | None, write: Callable[[str], None]
    ) -> None:
        self.counts, self.empty = RowCounts(), True
        self.accepts_rejects = rejects is not None
        self._device = _TextFile(output, output) if output else None
        self._rejects = _TextFile(partial_path(rejects), rejects) if rejects else None
        self._write_output = self._device.write if self._device else write

    def add(self, output: str, rejects: str, counts: RowCounts) -> None:
        """Write a chunk. Raises BrokenPipeError where the reader closed the output."""
        self._write_output(output)
        if self._rejects:
            self._rejects.write(rejects)
        self.counts, self.empty = counts, False

    def publish(self) -> None:
        """Rename the partial file of the rejects to its target; without rejects there is none."""
        if self._rejects and self.counts.rejected:
            self._rejects.publish()
        elif self._rejects:
            self._rejects.remove_target()

    def close(self) -> None:
        """Close the files and remove a partial file that was not published."""
        for file in filter(None, (self._device, self._rejects)):
            file.close()
        if self._rejects:
            self._rejects.path.unlink(missing_ok=True)


class _TextFile:
    """A text file whose errors are faults of `target`, the name under which users know it."""

    def __init__(self, path: Path, target: Path) -> None:
        self.path = path
        self._target = target
        with os_errors_as_faults(target):
            self._file: TextIO = path.open("w", encoding="utf-8", newline="")

    def write(self, text: str) -> None:
        with os_errors_as_faults(self._target):
            self._file.write(text)
            self._file.flush()

    def publish(self) -> None:
        with os_errors_as_faults(self._target):
            self._file.close()
            put_in_place(self.path, self._target)

    def remove_target(self) -> None:
        """Remove what an earlier run put in place."""
        with os_errors_as_faults(self._target):
            self._target.unlink(missing_ok=True)

    def close(self) -> None:
        with suppress(OSError):
            self._file.close()
