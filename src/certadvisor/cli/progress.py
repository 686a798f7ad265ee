"""The progress bar of a batch run, removed when the run ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from certadvisor.batch.journal import RowCounts
from certadvisor.batch.run import ProgressCallback
from certadvisor.cli.options import OutputOptions
from certadvisor.cli.output import is_terminal, terminal_for
from certadvisor.people.workbook import WORKBOOK_SUFFIXES

_BLOCK_SIZE = 1024 * 1024  # bytes to read at a time


@contextmanager
def progress(table: Path, target: OutputOptions) -> Iterator[ProgressCallback]:
    """Show a bar for a run over a table and yield the callback that updates it.

    There is a bar only on a terminal, and not where the answer itself is printed on it.
    """
    is_clear = target.output not in (None, "-") or not is_terminal(sys.stdout)
    if target.quiet or not is_clear or not sys.stderr.isatty():
        yield lambda _line, _counts: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    terminal = terminal_for(sys.stderr, plain=target.no_color)
    console = Console(stderr=True, width=terminal.width, no_color=not terminal.colour)
    columns = (
        BarColumn(bar_width=None),
        TaskProgressColumn(),
        TextColumn("{task.description}", markup=False),
        TimeRemainingColumn(),
    )
    # The answer may be written to standard output while the bar shows; rich must not capture it.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reading", total=_count_lines(table))

        def update_bar(line: int, counts: RowCounts) -> None:
            description = f"{counts.judged:,} judged, {counts.rejected:,} rejected"
            bar.update(task, completed=line, description=description)

        yield update_bar


def _count_lines(path: Path) -> int | None:
    """Count the lines of a file; None for a workbook and for what cannot be read."""
    if path.suffix.casefold() in WORKBOOK_SUFFIXES:
        return None
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK_SIZE), b""))
    except (OSError, ValueError):
        return None
