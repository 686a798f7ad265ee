"""Output that cannot be resumed: standard output, a pipe, a device."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from certadvisor.base.atomic import file_mode
from certadvisor.batch.journal import RowCounts, os_errors_as_faults, partial_path


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
        self._output, self._rejects, self._write = output, rejects, write
        self.accepts_rejects = rejects is not None
        self._device: TextIO | None = None
        self._partial_rejects: TextIO | None = None
        if output:
            with os_errors_as_faults(output):
                self._device = output.open("w", encoding="utf-8", newline="")
        if rejects:
            with os_errors_as_faults(rejects):
                self._partial_rejects = partial_path(rejects).open(
                    "w", encoding="utf-8", newline=""
                )

    def add(self, output: str, rejects: str, counts: RowCounts) -> None:
        """Write a chunk. Raises BrokenPipeError where the reader closed the output."""
        if self._output and self._device:
            with os_errors_as_faults(self._output):
                self._device.write(output)
                self._device.flush()
        else:
            self._write(output)
        if self._rejects and self._partial_rejects:
            with os_errors_as_faults(self._rejects):
                self._partial_rejects.write(rejects)
                self._partial_rejects.flush()
        self.counts, self.empty = counts, False

    def publish(self) -> None:
        """Rename the partial file of the rejects to its target."""
        if self._rejects and self._partial_rejects:
            with os_errors_as_faults(self._rejects):
                self._partial_rejects.close()
                partial_path(self._rejects).chmod(file_mode(self._rejects))
                partial_path(self._rejects).replace(self._rejects)

    def close(self) -> None:
        """Close the files and remove a partial file that was not published."""
        for file in filter(None, (self._device, self._partial_rejects)):
            with suppress(OSError):
                file.close()
        if self._rejects:
            partial_path(self._rejects).unlink(missing_ok=True)
