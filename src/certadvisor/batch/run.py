"""The batch run: judge all rows chunk by chunk and write them in the order of the table."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice

from certadvisor.batch.journal import Counts, Ledger
from certadvisor.batch.pool import in_order
from certadvisor.batch.stream import Streamed
from certadvisor.batch.worker import Question, begin
from certadvisor.cli import error_handler
from certadvisor.people.person import Person, Reject
from certadvisor.views.reports import Frame, RejectReport
from certadvisor.views.writers.batch_lines import heading, reject_line

CHUNK = 64  # rows per task, and the most that are judged again after a kill

Row = Person | Reject
Tell = Callable[[int, Counts], None]


def judge_all(
    rows: Iterator[Row],
    question: Question,
    frame: Frame,
    sink: Ledger | Streamed,
    jobs: int,
    tell: Tell,
) -> None:
    """Judge the rows that the sink does not have yet and write them to it.

    After each chunk `on_progress` gets the line that was reached and the counts. Rejects go
    to the sink, or to standard error where it does not accept them.
    """
    if sink.empty:
        sink.add(heading(question.format, question.options.top), "", Counts())
    left = islice(rows, sink.counts.read, None)
    with closing(in_order(begin, question, chunks(left), jobs)) as answered:
        for chunk, text in answered:
            keep(chunk, text, frame, sink, tell)


def keep(chunk: list[Row], text: str, frame: Frame, sink: Ledger | Streamed, tell: Tell) -> None:
    """Write the output of a chunk and its rejects to the sink, and report the progress."""
    rejects = [row for row in chunk if isinstance(row, Reject)]
    if not sink.takes_rejects:
        _tell(rejects)
    lines = "".join(reject_line(RejectReport(frame, one)) for one in rejects)
    sink.add(text, lines, _after(sink.counts, chunk))
    tell(chunk[-1].line, sink.counts)


def chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """Split the rows into lists of `CHUNK`, the last one shorter."""
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _after(counts: Counts, chunk: list[Row]) -> Counts:
    people = [row for row in chunk if isinstance(row, Person)]
    return Counts(
        counts.read + len(chunk),
        counts.judged + len(people),
        counts.rejected + len(chunk) - len(people),
        counts.warned + sum(bool(person.warnings) for person in people),
    )


def _tell(rejects: Iterable[Reject]) -> None:
    for one in rejects:
        for fault in one.faults:
            error_handler.say(f"error: {fault}")
