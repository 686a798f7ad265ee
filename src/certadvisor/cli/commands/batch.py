"""`certadvisor batch`: outcomes and recommendations for everyone in a table of people."""

import sys
from contextlib import AbstractContextManager, closing, nullcontext
from datetime import date
from typing import Annotated, NamedTuple

import typer

from certadvisor.advice.recommend.ranking import Options
from certadvisor.batch.journal import Counts, Ledger, begun
from certadvisor.batch.paths import Fingerprint, Places, fingerprint, lines_in, places_of
from certadvisor.batch.pool import MOST, cores
from certadvisor.batch.run import Tell, judge_all
from certadvisor.batch.stream import Streamed
from certadvisor.batch.worker import Question
from certadvisor.cli import context as cli_context
from certadvisor.cli import error_handler, exit_codes
from certadvisor.cli.options import (
    OUTPUT,
    Asked,
    MappedBy,
    NoColor,
    Output,
    PeopleFile,
    Top,
    Weights,
    today,
)
from certadvisor.cli.output import answer
from certadvisor.cli.typer_groups import command
from certadvisor.people.people_reader import read_people
from certadvisor.people.person import People
from certadvisor.profile.matching import lookup
from certadvisor.team.totals import AMONG
from certadvisor.views.formats import BatchFormat, TeamFormat
from certadvisor.views.reports import Frame


class Lines(NamedTuple):
    """As `OutputOptions`, with a line for each person or a report, and a file for rejects."""

    format: Annotated[
        BatchFormat,
        typer.Option("--format", "-f", rich_help_panel=OUTPUT, help="The form of the answer."),
    ] = BatchFormat.JSONL
    report: Annotated[
        TeamFormat | None,
        typer.Option(
            "--report", rich_help_panel=OUTPUT,
            help="In place of a line a person, the sums over all of them: coverage, lapses, cost.",
        ),
    ] = None  # fmt: skip
    output: Output = None
    rejects: Annotated[
        str | None,
        typer.Option(
            "--rejects", metavar="FILE", rich_help_panel=OUTPUT,
            help="Where rows go that cannot be read. [default: OUTPUT.rejects.jsonl]",
        ),
    ] = None  # fmt: skip
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", rich_help_panel=OUTPUT, help="No warnings, bar, summary."),
    ] = False
    no_color: NoColor = False


class Work(NamedTuple):
    """Options for how the run is done; none of them changes the answer."""

    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, max=MOST, metavar="N", rich_help_panel="The work",
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
    asked: Asked,
    page: Lines,
    work: Work,
    file: PeopleFile,
    mapping: MappedBy = None,
    top: Top = 5,
    weight: Weights = None,
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
    if page.report and (page.format is not BatchFormat.JSONL or top != AMONG or work.afresh):
        raise typer.BadParameter("it takes no --format, --top or --afresh", param_hint="--report")
    frame = cli_context.begin(asked, page)
    places = places_of(file, mapping, page.output, page.rejects)
    options = Options(top, tuple(lookup.weight(one, frame.catalog) for one in weight or ()))
    folders = tuple(asked.catalog or ())
    question = Question(folders, frame.catalog.digest, frame.as_of, options, page.format)
    bound, told = max(today(), frame.as_of), None
    if page.report:
        places = places._replace(output=None, lasting=False)  # written at once, at the end
    if places.lasting:
        asks = fingerprint(places, file, question, bound, redact=redact)
        told = _taken_up(asks, places, asked, work)
        question = question._replace(as_of=date.fromisoformat(told["as_of"]))
        bound = date.fromisoformat(told["bound"])
    people = _table(places, frame, bound, redact=redact)
    with closing(_sink(places, told, work)) as sink:
        if sink.counts.read and not page.quiet:
            error_handler.say(f"Goes on after {sink.counts.read:,} rows, as of {question.as_of}.")
        try:
            if not sink.finished:
                with _bar(places, page) as tell:
                    _judged(people, question, frame, sink, page, work, tell)
            sink.finish()
        except KeyboardInterrupt:
            error_handler.say(_interrupted(sink.counts, places))
            raise
        except BrokenPipeError:  # the reader of the output closed it
            return
    if not page.quiet:
        error_handler.say(_summary(sink.counts, places))
    if sink.counts.rejected and not allow_rejects:
        raise typer.Exit(exit_codes.NO)


def _table(places: Places, frame: Frame, bound: date, *, redact: bool) -> People:
    people = read_people(places.people, frame.catalog, bound, mapping=places.mapping)
    if not redact:
        return people
    from certadvisor.people.redactor import redacted_rejects

    return redacted_rejects(people, frame.catalog.certifications)


def _judged(
    people: People,
    question: Question,
    frame: Frame,
    sink: Ledger | Streamed,
    page: Lines,
    work: Work,
    tell: Tell,
) -> None:
    """Write a line for each person, or one report on all of them."""
    jobs = work.jobs or cores()
    if page.report is None:
        judge_all(people.rows, question, frame, sink, jobs, tell)
        return
    from certadvisor.batch.team_report import team_report

    report = team_report(people.source, people.rows, question, frame, sink, jobs, tell)
    answer(report, page, page.report)


def _taken_up(told: Fingerprint, places: Places, asked: Asked, work: Work) -> Fingerprint:
    """Return the fingerprint to run by: an interrupted run's if it made the same request.

    A resumed run keeps the earlier one's day, unless --as-of names one, so that all of its
    output is of one day. It also keeps the latest date that profiles may contain, which
    depends on the day on which the run started.
    """
    earlier = begun(places.output) if places.output and not work.afresh else {}
    of_then = ("bound",) if asked.as_of else ("bound", "as_of")
    then = {**told, **{key: earlier[key] for key in of_then if key in earlier}}
    if earlier and then != earlier:
        other = ", ".join(key for key in then if then[key] != earlier.get(key))
        error_handler.say(
            f"warning: {places.output}: an interrupted run asked otherwise ({other}); "
            "it is begun anew"
        )
        return told
    return then


def _sink(places: Places, told: Fingerprint | None, work: Work) -> Ledger | Streamed:
    if told is None or places.output is None or places.rejects is None:
        return Streamed(places.output, places.rejects)
    return Ledger(places.output, places.rejects, told, afresh=work.afresh)


def _bar(places: Places, page: Lines) -> AbstractContextManager[Tell]:
    """Return a progress bar, or a stand-in that shows none.

    There is a bar only on a terminal, and not where the answer itself is printed on it.
    """
    clear = page.output not in (None, "-") or not sys.stdout.isatty()
    if page.quiet or not clear or not sys.stderr.isatty():
        return nullcontext(lambda _line, _counts: None)
    from certadvisor.cli.progress import progress

    return progress(lines_in(places.people), plain=page.no_color)


def _interrupted(counts: Counts, places: Places) -> str:
    remedy = "; the same command goes on from there" if places.lasting else ""
    return f"Interrupted after {counts.read:,} rows{remedy}."


def _summary(counts: Counts, places: Places) -> str:
    where = f" ({places.rejects.name})" if counts.rejected and places.rejects else ""
    warned = f"; {counts.warned:,} of them with something that counts for nothing"
    return (
        f"{counts.read:,} rows: {counts.judged:,} judged{warned if counts.warned else ''}, "
        f"{counts.rejected:,} rejected{where}."
    )
