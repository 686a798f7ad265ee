"""`certadvisor batch`: outcomes and recommendations for everyone in a table of people."""

from contextlib import closing
from typing import Annotated, NamedTuple

import typer

from certadvisor.advice.recommend.ranking import RankingOptions
from certadvisor.base.stderr import write_stderr
from certadvisor.batch.journal import RowCounts
from certadvisor.batch.paths import BatchPaths, resolve_paths
from certadvisor.batch.pool import MAX_JOBS, available_cores
from certadvisor.batch.run import BatchRun
from certadvisor.batch.worker import BatchRequest
from certadvisor.cli import context as cli_context
from certadvisor.cli import exit_codes
from certadvisor.cli.options import (
    FORMAT_OPTION,
    OUTPUT_PANEL,
    Formats,
    MappingOption,
    NoColorOption,
    NoPagerOption,
    OpenOption,
    OutputOption,
    OutputOptions,
    PeopleArgument,
    QueryOptions,
    TopOption,
    WeightOption,
    today,
)
from certadvisor.cli.output import emit, write_chunk
from certadvisor.cli.pages import check_page
from certadvisor.cli.progress import progress
from certadvisor.cli.typer_groups import command
from certadvisor.errors import Fault, InputError
from certadvisor.profile.matching import lookup
from certadvisor.team.totals import TOP_RANKS
from certadvisor.views.formats import Format
from certadvisor.views.sections.table_notes import ignored_lines


class BatchOutput(NamedTuple):
    """As `OutputOptions`, with a line for each person or a report, and a file for rejects."""

    format: Annotated[Format, FORMAT_OPTION, Formats(Format.JSONL, Format.CSV)] = Format.JSONL
    report: Annotated[
        Format | None,
        typer.Option(
            "--report", metavar="FORMAT", rich_help_panel=OUTPUT_PANEL,
            help="Write a team summary instead of one line per person",
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
    open_page: OpenOption = False
    no_pager: NoPagerOption = False

    @property
    def output_options(self) -> OutputOptions:
        """The options of the report, or of the lines if none is wanted."""
        return OutputOptions(
            self.report or self.format,
            self.output,
            self.quiet,
            self.no_color,
            self.open_page,
            self.no_pager,
        )


class RunOptions(NamedTuple):
    """Options for how the run is done; none of them changes the answer."""

    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, max=MAX_JOBS, metavar="N", rich_help_panel="Performance",
            help="How many processes judge. [default: one for each core]",
        ),
    ] = None  # fmt: skip
    afresh: Annotated[
        bool,
        typer.Option(
            "--afresh", rich_help_panel="Performance",
            help="Start over instead of resuming an interrupted run.",
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
        bool, typer.Option("--redact", help="Omit invalid values from rejected rows.")
    ] = False,
) -> None:
    """Check and recommend for everyone in a table.

    With --output an interrupted run is taken up by the same command, and ends in the same bytes.
    Exits with 1 where a row cannot be read.

    Examples:
        certadvisor batch people.csv --output next.jsonl
        certadvisor batch people.csv --report html --output team.html --open
    """
    if target.report and (
        target.format is not Format.JSONL or top != TOP_RANKS or run_options.afresh
    ):
        problem = "goes with none of --format, --top and --afresh"
        raise InputError([Fault("--report", problem, remedy="leave them out")])
    if target.open_page:
        check_page(target.output_options.format, target.output)
    catalog, as_of, *_ = cli_context.load_context(query, target.output_options)
    paths = resolve_paths(file, mapping, target.output, target.rejects)
    if target.report:
        paths = paths._replace(output=None, resumable=False)  # written at once, at the end
    weights = tuple(lookup.parse_weight(one, catalog) for one in weight or ())
    folders, ranking_options = (
        tuple(query.catalog or ()),
        RankingOptions(top, weights, complete=False),
    )
    run = BatchRun(
        paths,
        BatchRequest(catalog, folders, True, as_of, ranking_options, target.format),
        max(today(), as_of),
        write_chunk,
        keep_day=query.as_of is not None,
        restart=run_options.afresh,
        redact=redact,
    )
    columns = run.notes.unused_columns
    cli_context.print_unused_columns(columns, str(paths.people), target.output_options)
    with closing(run):
        if run.counts.read and not target.quiet:
            write_stderr(f"Continuing after {run.counts.read:,} rows, as of {run.request.as_of}.")
        try:
            _answer(run, paths, target, run_options.jobs or available_cores())
        except KeyboardInterrupt:
            write_stderr(_interruption_message(run.counts, paths))
            raise
        except BrokenPipeError:  # the reader of the output closed it
            return
    if not target.quiet:
        write_stderr(_summary_message(run.counts, paths))
        for line in ignored_lines(run.notes):
            write_stderr(f"ignored: {line}")
    if run.counts.rejected and not allow_rejects:
        raise typer.Exit(exit_codes.NEGATIVE)


def _answer(run: BatchRun, paths: BatchPaths, target: BatchOutput, jobs: int) -> None:
    """Write a line for each person, or one report on all of them."""
    if not run.finished:
        with progress(paths.people, target.output_options) as on_progress:
            if target.report:
                emit(run.make_team_report(jobs, on_progress), target.output_options)
            else:
                run.write_lines(jobs, on_progress)
    run.publish()


def _interruption_message(counts: RowCounts, paths: BatchPaths) -> str:
    remedy = "; the same command continues from there" if paths.resumable else ""
    return f"Interrupted after {counts.read:,} rows{remedy}."


def _summary_message(counts: RowCounts, paths: BatchPaths) -> str:
    rejects_note = f" ({paths.rejects.name})" if counts.rejected and paths.rejects else ""
    warnings_note = f"; {counts.warned:,} of them with values that are ignored"
    return (
        f"{counts.read:,} rows: {counts.judged:,} judged{warnings_note if counts.warned else ''}, "
        f"{counts.rejected:,} rejected{rejects_note}."
    )
