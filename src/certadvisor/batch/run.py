"""The batch run: judge all rows chunk by chunk and write them in the order of the table."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice

from certadvisor.base.stderr import write_stderr
from certadvisor.batch.journal import JournaledOutput, RowCounts
from certadvisor.batch.pool import map_ordered
from certadvisor.batch.stream import StreamOutput
from certadvisor.batch.worker import BatchRequest, make_judge
from certadvisor.people.person import Person, Reject
from certadvisor.views.reports import AnswerContext, RejectReport
from certadvisor.views.writers.batch_lines import csv_header, reject_line

CHUNK_SIZE = 64  # rows per task, and the most that are judged again after a kill

TableRow = Person | Reject
ProgressCallback = Callable[[int, RowCounts], None]


def judge_all(
    rows: Iterator[TableRow],
    request: BatchRequest,
    answer_context: AnswerContext,
    sink: JournaledOutput | StreamOutput,
    jobs: int,
    on_progress: ProgressCallback,
) -> None:
    """Judge the rows that the sink does not have yet and write them to it.

    After each chunk `on_progress` gets the line that was reached and the counts. Rejects go
    to the sink, or to standard error where it does not accept them.
    """
    if sink.empty:
        sink.add(csv_header(request.format, request.options.top), "", RowCounts())
    remaining = islice(rows, sink.counts.read, None)
    with closing(map_ordered(make_judge, request, split_into_chunks(remaining), jobs)) as results:
        for chunk, text in results:
            add_chunk(chunk, text, answer_context, sink, on_progress)


def add_chunk(
    chunk: list[TableRow],
    text: str,
    answer_context: AnswerContext,
    sink: JournaledOutput | StreamOutput,
    on_progress: ProgressCallback,
) -> None:
    """Write the output of a chunk and its rejects to the sink, and report the progress."""
    rejects = [row for row in chunk if isinstance(row, Reject)]
    if not sink.accepts_rejects:
        _print_rejects(rejects)
    reject_lines = "".join(reject_line(RejectReport(answer_context, one)) for one in rejects)
    sink.add(text, reject_lines, _updated_counts(sink.counts, chunk))
    on_progress(chunk[-1].line, sink.counts)


def split_into_chunks(rows: Iterator[TableRow]) -> Iterator[list[TableRow]]:
    """Split the rows into lists of `CHUNK`, the last one shorter."""
    while chunk := list(islice(rows, CHUNK_SIZE)):
        yield chunk


def _updated_counts(counts: RowCounts, chunk: list[TableRow]) -> RowCounts:
    people = [row for row in chunk if isinstance(row, Person)]
    return RowCounts(
        counts.read + len(chunk),
        counts.judged + len(people),
        counts.rejected + len(chunk) - len(people),
        counts.warned + sum(bool(person.warnings) for person in people),
    )


def _print_rejects(rejects: Iterable[Reject]) -> None:
    for reject in rejects:
        for fault in reject.faults:
            write_stderr(f"error: {fault}")
