"""The batch run: judge all rows chunk by chunk and write them in the order of the table."""

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from datetime import date
from itertools import islice
from typing import TypeVar

from certadvisor.base.stderr import write_stderr
from certadvisor.batch.fingerprint import Fingerprint, fingerprint
from certadvisor.batch.journal import JournaledOutput, RowCounts, read_journal_head
from certadvisor.batch.paths import BatchPaths
from certadvisor.batch.pool import map_ordered
from certadvisor.batch.results import split_into_chunks
from certadvisor.batch.stream import StreamOutput
from certadvisor.batch.worker import (
    BatchRequest,
    Rows,
    TableRow,
    make_renderer,
    make_summarizer,
)
from certadvisor.people.note_taker import NoteTaker
from certadvisor.people.notes import TableNotes
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import People, Person, Reject
from certadvisor.team.totals import TeamTotals, merge_totals
from certadvisor.views.reports import AnswerContext, RejectReport, TeamReport
from certadvisor.views.writers.batch_lines import csv_header, reject_line

Result = TypeVar("Result")

ProgressCallback = Callable[[int, RowCounts], None]


class BatchRun:
    """A run over a table of people, which continues what an interrupted run wrote.

    `request` is the one that it answers: with the day of the interrupted run, so that all of
    the output is of one day. After each chunk a progress callback gets the line that was reached
    and the counts.
    """

    def __init__(
        self,
        paths: BatchPaths,
        request: BatchRequest,
        latest: date,
        write: Callable[[str], None],
        *,
        keep_day: bool = False,
        restart: bool = False,
        redact: bool = False,
    ) -> None:
        """Read the beginning of the table and open the output.

        Args:
            paths: The files to read and write.
            request: What to judge the people by.
            latest: The latest date that a profile may contain.
            write: Writes to standard output.
            keep_day: Keep the day of the request in place of an interrupted run's.
            restart: Discard what an interrupted run wrote.
            redact: Leave the invalid values out of the rejects.

        Raises:
            InputError: The table cannot be read, or the output cannot be written.
        """
        head: Fingerprint | None = None
        if paths.resumable:
            head = fingerprint(paths, request, latest, redact=redact)
            if not restart:
                head = _resume(head, paths, keep_day=keep_day)
            request = request._replace(as_of=date.fromisoformat(head["as_of"]))
            # This one depends on the day on which the interrupted run started.
            latest = date.fromisoformat(head["bound"])
        self._context = AnswerContext(request.catalog, request.as_of)
        self._people = _read_table(paths, request, latest, redact=redact)
        self._notes = _make_note_taker(self._people, request, redact=redact)
        self._rows = self._notes.rows()
        self.request = request._replace(
            source=self._people.source, unused_columns=self._people.unused_columns
        )
        self._sink = _open_sink(paths, head, write, restart=restart)

    @property
    def counts(self) -> RowCounts:
        """The rows whose answers are written."""
        return self._sink.counts

    @property
    def finished(self) -> bool:
        """Whether the interrupted run had written everything."""
        return self._sink.finished

    def write_lines(self, jobs: int, on_progress: ProgressCallback) -> None:
        """Judge the rows that are not written yet, and write a line for each person."""
        if self._sink.empty:
            header = csv_header(self.request.format, self.request.options.top)
            self._sink.add(header, "", RowCounts())
        with closing(self._map_chunks(make_renderer, jobs)) as results:
            for chunk, result in results:
                self._add(chunk, result.lines, result.rejects, on_progress)

    def make_team_report(self, jobs: int, on_progress: ProgressCallback) -> TeamReport:
        """Judge all rows and add them up; only the rejects are written."""
        from certadvisor.team.summary import summarize

        totals = TeamTotals()
        with closing(self._map_chunks(make_summarizer, jobs)) as results:
            for chunk, result in results:
                totals = merge_totals(totals, result.totals)
                self._add(chunk, "", result.rejects, on_progress)
        summary = summarize(totals, self.request.catalog, self.request.as_of)
        return TeamReport(
            self._context, self._people.source, summary, self.counts.rejected, self.notes
        )

    @property
    def notes(self) -> TableNotes:
        """What was ignored in the rows read so far, those of an interrupted run included."""
        return self._notes.notes()

    def publish(self) -> None:
        """Put the complete files in place."""
        self._sink.publish()

    def close(self) -> None:
        """Close the files; what a later run can continue stays."""
        self._sink.close()

    def _map_chunks(
        self, make_worker: Callable[[BatchRequest], Callable[[Rows], Result]], jobs: int
    ) -> Generator[tuple[list[TableRow], Result], None, None]:
        remaining = islice(self._rows, self.counts.read, None)
        return map_ordered(make_worker, self.request, split_into_chunks(remaining), jobs)

    def _add(
        self,
        chunk: list[TableRow],
        lines: str,
        failed: Iterable[Reject],
        on_progress: ProgressCallback,
    ) -> None:
        """Write the lines of a chunk and its rejects, those of rows that made us fail included."""
        failed_rows = {(reject.line, reject.id): reject for reject in failed}
        chunk = [
            failed_rows.get((row.line, row.id), row) if isinstance(row, Person) else row
            for row in chunk
        ]
        rejects = [row for row in chunk if isinstance(row, Reject)]
        if not self._sink.accepts_rejects:
            _print_rejects(rejects)
        reject_lines = (reject_line(RejectReport(self._context, one)) for one in rejects)
        self._sink.add(lines, "".join(reject_lines), _updated_counts(self.counts, chunk))
        on_progress(chunk[-1].line, self.counts)


def _resume(current: Fingerprint, paths: BatchPaths, *, keep_day: bool) -> Fingerprint:
    """Return the fingerprint to run by: an interrupted run's if it made the same request."""
    earlier = read_journal_head(paths.output) if paths.output else {}
    inherited_keys = ("bound",) if keep_day else ("bound", "as_of")
    resumed = {**current, **{key: earlier[key] for key in inherited_keys if key in earlier}}
    if earlier and resumed != earlier:
        changed_keys = ", ".join(key for key in resumed if resumed[key] != earlier.get(key))
        write_stderr(
            f"warning: {paths.output}: an interrupted run was started with other "
            f"options ({changed_keys}); it starts over"
        )
        return current
    return resumed


def _read_table(paths: BatchPaths, request: BatchRequest, latest: date, *, redact: bool) -> People:
    people = read_people(paths.people, request.catalog, latest, mapping=paths.mapping)
    if not redact:
        return people
    from certadvisor.people.redactor import redact_rejects

    return redact_rejects(people, request.catalog.certifications)


def _make_note_taker(people: People, request: BatchRequest, *, redact: bool) -> NoteTaker:
    if not redact:
        return NoteTaker(people)
    from certadvisor.people.redactor import make_redactor

    redactor = make_redactor(request.catalog.certifications, people.columns)
    return NoteTaker(people, redactor.redact_fault)


def _open_sink(
    paths: BatchPaths, head: Fingerprint | None, write: Callable[[str], None], *, restart: bool
) -> JournaledOutput | StreamOutput:
    if head is None or paths.output is None or paths.rejects is None:
        return StreamOutput(paths.output, paths.rejects, write)
    return JournaledOutput(paths.output, paths.rejects, head, restart=restart)


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
