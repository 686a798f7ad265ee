"""`certadvisor batch`: outcomes and recommendations for everyone in a table of people."""

import sys
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import date
from typing import Annotated, NamedTuple

import typer

from certadvisor.advice.recommend.ranking import RankingOptions
from certadvisor.base.stderr import write_stderr
from certadvisor.batch.journal import JournaledOutput, RowCounts, read_journal_head
from certadvisor.batch.paths import BatchPaths, Fingerprint, count_lines, fingerprint, resolve_paths
from certadvisor.batch.pool import MAX_JOBS, available_cores
from certadvisor.batch.run import ProgressCallback, judge_all
from certadvisor.batch.stream import StreamOutput
from certadvisor.batch.worker import BatchRequest
from certadvisor.cli import context as cli_context
from certadvisor.cli import exit_codes
from certadvisor.cli.options import (
    FORMAT_OPTION,
    OUTPUT_PANEL,
    Formats,
    MappingOption,
    NoColorOption,
    OutputOption,
    OutputOptions,
    PeopleArgument,
    QueryOptions,
    TopOption,
    WeightOption,
    today,
)
from certadvisor.cli.output import emit, write_chunk
from certadvisor.cli.typer_groups import command
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import People
from certadvisor.profile.matching import lookup
from certadvisor.team.totals import TOP_RANKS
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext


class BatchOutput(NamedTuple):
    """As `OutputOptions`, with a line for each person or a report, and a file for rejects."""

    format: Annotated[Format, FORMAT_OPTION, Formats(Format.JSONL, Format.CSV)] = Format.JSONL
    report: Annotated[
        Format | None,
        typer.Option(
            "--report", rich_help_panel=OUTPUT_PANEL,
            help="In place of a line a person, the sums over all of them: coverage, lapses, cost.",
        ),
        Formats(Format.TABLE, Format.JSON, Format.MARKDOWN, Format.HTML),
    ] = None  # fmt: skip
    output: OutputOption = None
    rejects: Annotated[
        str | None,
        typer.Option(
            "--rejects", metavar="FILE", rich_help_panel=OUTPUT_PANEL,
            help="Where rows go that cannot be read. [default: OUTPUT.rejects.jsonl]",
        ),
    ] = None  # fmt: skip
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet", "-q", rich_help_panel=OUTPUT_PANEL, help="No warnings, bar, summary."
        ),
    ] = False
    no_color: NoColorOption = False

    @property
    def output_options(self) -> OutputOptions:
        """The options of the report, or of the lines if none is wanted."""
        return OutputOptions(self.report or self.format, self.output, self.quiet, self.no_color)


class RunOptions(NamedTuple):
    """Options for how the run is done; none of them changes the answer."""

    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, max=MAX_JOBS, metavar="N", rich_help_panel="The work",
            help="How many processes judge. [default: one for each core]",
        ),
    ] = None  # fmt: skip
    afresh: Annotated[
        bool,
        typer.Option(
            "--afresh", rich_help_panel="The work",
            help="Do not go on with what an interrupted run began.",
        ),
    ] = False  # fmt: skip


@command
def app(
    query: QueryOptions,
    target: BatchOutput,
    run_options: RunOptions,
    file: PeopleArgument,
    mapping: MappingOption = None,
    top: TopOption = 5,
    weight: WeightOption = None,
    *,
    allow_rejects: Annotated[
        bool, typer.Option("--allow-rejects", help="Exit with 0 although rows were rejected.")
    ] = False,
    redact: Annotated[
        bool, typer.Option("--redact", help="Tell of rejected rows no values at fault.")
    ] = False,
) -> None:
    """Tell of everybody in a table which certifications they may sit, and which to take next.

    With --output an interrupted run is taken up by the same command, and ends in the same bytes.
    Exits with 1 where a row cannot be read.

    Example: certadvisor batch people.csv --output next.jsonl
    """
    if target.report and (
        target.format is not Format.JSONL or top != TOP_RANKS or run_options.afresh
    ):
        raise typer.BadParameter("it takes no --format, --top or --afresh", param_hint="--report")
    answer_context = cli_context.load_context(query, target.output_options)
    paths = resolve_paths(file, mapping, target.output, target.rejects)
    ranking_options = RankingOptions(
        top, tuple(lookup.parse_weight(one, answer_context.catalog) for one in weight or ())
    )
    folders = tuple(query.catalog or ())
    request = BatchRequest(
        folders, answer_context.catalog.digest, answer_context.as_of, ranking_options, target.format
    )
    latest, run_fingerprint = max(today(), answer_context.as_of), None
    if target.report:
        paths = paths._replace(output=None, resumable=False)  # written at once, at the end
    if paths.resumable:
        new_fingerprint = fingerprint(paths, file, request, latest, redact=redact)
        run_fingerprint = _resumed_fingerprint(new_fingerprint, paths, query, run_options)
        request = request._replace(as_of=date.fromisoformat(run_fingerprint["as_of"]))
        latest = date.fromisoformat(run_fingerprint["bound"])
    people = _read_table(paths, answer_context, latest, redact=redact)
    with closing(_open_sink(paths, run_fingerprint, run_options)) as sink:
        if sink.counts.read and not target.quiet:
            write_stderr(f"Goes on after {sink.counts.read:,} rows, as of {request.as_of}.")
        try:
            if not sink.finished:
                with _progress_bar(paths, target) as on_progress:
                    _write_answers(
                        people, request, answer_context, sink, target, run_options, on_progress
                    )
            sink.publish()
        except KeyboardInterrupt:
            write_stderr(_interruption_message(sink.counts, paths))
            raise
        except BrokenPipeError:  # the reader of the output closed it
            return
    if not target.quiet:
        write_stderr(_summary_message(sink.counts, paths))
    if sink.counts.rejected and not allow_rejects:
        raise typer.Exit(exit_codes.NEGATIVE)


def _read_table(
    paths: BatchPaths, answer_context: AnswerContext, latest: date, *, redact: bool
) -> People:
    people = read_people(paths.people, answer_context.catalog, latest, mapping=paths.mapping)
    if not redact:
        return people
    from certadvisor.people.redactor import redact_rejects

    return redact_rejects(people, answer_context.catalog.certifications)


def _write_answers(
    people: People,
    request: BatchRequest,
    answer_context: AnswerContext,
    sink: JournaledOutput | StreamOutput,
    target: BatchOutput,
    run_options: RunOptions,
    on_progress: ProgressCallback,
) -> None:
    """Write a line for each person, or one report on all of them."""
    jobs = run_options.jobs or available_cores()
    if target.report is None:
        judge_all(people.rows, request, answer_context, sink, jobs, on_progress)
        return
    from certadvisor.batch.team_report import make_team_report

    report = make_team_report(
        people.source, people.rows, request, answer_context, sink, jobs, on_progress
    )
    emit(report, target.output_options)


def _resumed_fingerprint(
    current: Fingerprint, paths: BatchPaths, query: QueryOptions, run_options: RunOptions
) -> Fingerprint:
    """Return the fingerprint to run by: an interrupted run's if it made the same request.

    A resumed run keeps the earlier one's day, unless --as-of names one, so that all of its
    output is of one day. It also keeps the latest date that profiles may contain, which
    depends on the day on which the run started.
    """
    earlier = read_journal_head(paths.output) if paths.output and not run_options.afresh else {}
    inherited_keys = ("bound",) if query.as_of else ("bound", "as_of")
    resumed = {**current, **{key: earlier[key] for key in inherited_keys if key in earlier}}
    if earlier and resumed != earlier:
        changed_keys = ", ".join(key for key in resumed if resumed[key] != earlier.get(key))
        write_stderr(
            f"warning: {paths.output}: an interrupted run asked otherwise ({changed_keys}); "
            "it is begun anew"
        )
        return current
    return resumed


def _open_sink(
    paths: BatchPaths, run_fingerprint: Fingerprint | None, run_options: RunOptions
) -> JournaledOutput | StreamOutput:
    if run_fingerprint is None or paths.output is None or paths.rejects is None:
        return StreamOutput(paths.output, paths.rejects, write_chunk)
    return JournaledOutput(paths.output, paths.rejects, run_fingerprint, restart=run_options.afresh)


def _progress_bar(
    paths: BatchPaths, target: BatchOutput
) -> AbstractContextManager[ProgressCallback]:
    """Return a progress bar, or a stand-in that shows none.

    There is a bar only on a terminal, and not where the answer itself is printed on it.
    """
    is_clear = target.output not in (None, "-") or not sys.stdout.isatty()
    if target.quiet or not is_clear or not sys.stderr.isatty():
        return nullcontext(lambda _line, _counts: None)
    from certadvisor.cli.progress import progress

    return progress(count_lines(paths.people), plain=target.no_color)


def _interruption_message(counts: RowCounts, paths: BatchPaths) -> str:
    remedy = "; the same command goes on from there" if paths.resumable else ""
    return f"Interrupted after {counts.read:,} rows{remedy}."


def _summary_message(counts: RowCounts, paths: BatchPaths) -> str:
    rejects_note = f" ({paths.rejects.name})" if counts.rejected and paths.rejects else ""
    warnings_note = f"; {counts.warned:,} of them with something that counts for nothing"
    return (
        f"{counts.read:,} rows: {counts.judged:,} judged{warnings_note if counts.warned else ''}, "
        f"{counts.rejected:,} rejected{rejects_note}."
    )
