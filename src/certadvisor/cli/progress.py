"""The progress bar of a batch run, removed when the run ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from certadvisor.batch.journal import RowCounts
from certadvisor.batch.run import ProgressCallback
from certadvisor.cli.output import terminal_for


@contextmanager
def progress(total_lines: int | None, *, plain: bool = False) -> Iterator[ProgressCallback]:
    """Show a bar and yield the callback that updates it; `total_lines` may be unknown."""
    terminal = terminal_for(sys.stderr, plain=plain)
    console = Console(stderr=True, width=terminal.width, no_color=not terminal.colour)
    columns = (
        BarColumn(bar_width=None),
        TaskProgressColumn(),
        TextColumn("{task.description}", markup=False),
        TimeRemainingColumn(),
    )
    # The answer may be written to standard output while the bar shows; rich must not capture it.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reading", total=total_lines)

        def update_bar(line: int, counts: RowCounts) -> None:
            description = f"{counts.judged:,} judged, {counts.rejected:,} rejected"
            bar.update(task, completed=line, description=description)

        yield update_bar
