"""Output that cannot be resumed: standard output, a pipe, a device."""

from contextlib import suppress
from pathlib import Path
from typing import TextIO

from certadvisor.batch.journal import Counts, part_of, told
from certadvisor.cli.output import mode_of, pour


class Streamed:
    """As `JournaledOutput`, but without a journal; the rejects may have a file of their own.

    `output` None is standard output. With `rejects` None the sink accepts no rejects.
    """

    finished = False

    def __init__(self, output: Path | None, rejects: Path | None) -> None:
        self.counts, self.empty = Counts(), True
        self._output, self._rejects = output, rejects
        self.takes_rejects = rejects is not None
        self._device: TextIO | None = None
        self._part: TextIO | None = None
        if output:
            with told(output):
                self._device = output.open("w", encoding="utf-8", newline="")
        if rejects:
            with told(rejects):
                self._part = part_of(rejects).open("w", encoding="utf-8", newline="")

    def add(self, output: str, rejects: str, counts: Counts) -> None:
        """Write a chunk. Raises BrokenPipeError where the reader closed the output."""
        if self._output and self._device:
            with told(self._output):
                self._device.write(output)
                self._device.flush()
        else:
            pour(output)
        if self._rejects and self._part:
            with told(self._rejects):
                self._part.write(rejects)
                self._part.flush()
        self.counts, self.empty = counts, False

    def finish(self) -> None:
        """Rename the partial file of the rejects to its target."""
        if self._rejects and self._part:
            with told(self._rejects):
                self._part.close()
                part_of(self._rejects).chmod(mode_of(self._rejects))
                part_of(self._rejects).replace(self._rejects)

    def close(self) -> None:
        """Close the files and remove a partial file that was not published."""
        for file in filter(None, (self._device, self._part)):
            with suppress(OSError):
                file.close()
        if self._rejects:
            part_of(self._rejects).unlink(missing_ok=True)
