"""The progress bar of a batch run, removed when the run ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from certadvisor.batch.journal import Counts
from certadvisor.batch.run import Tell
from certadvisor.cli.output import look_of


@contextmanager
def progress(lines: int | None, *, plain: bool = False) -> Iterator[Tell]:
    """Show a bar and yield the callback that updates it; `total_lines` may be unknown."""
    look = look_of(sys.stderr, plain=plain)
    console = Console(stderr=True, width=look.width, no_color=not look.colour)
    columns = (
        BarColumn(bar_width=None),
        TaskProgressColumn(),
        TextColumn("{task.description}", markup=False),
        TimeRemainingColumn(),
    )
    # The answer may be written to standard output while the bar shows; rich must not capture it.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as shown:
        task = shown.add_task("reading", total=lines)

        def tell(line: int, counts: Counts) -> None:
            said = f"{counts.judged:,} judged, {counts.rejected:,} rejected"
            shown.update(task, completed=line, description=said)

        yield tell
