"""The batch request sent to each worker process, and the functions that it runs there."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple, TypeVar

from certadvisor.advice.recommend.ranking import RankingOptions
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Person, Reject
from certadvisor.people.unforeseen import or_reject
from certadvisor.team.member import MemberJudge, MemberResult
from certadvisor.team.totals import TeamTotals, count_totals, merge_totals
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, StandingReport
from certadvisor.views.writers.batch_lines import render_lines

TableRow = Person | Reject
Rows = Sequence[TableRow]
Result = TypeVar("Result")


class ChunkLines(NamedTuple):
    """The lines of a chunk's people, and the rejects of rows that made us fail."""

    lines: str
    rejects: tuple[Reject, ...]


class ChunkTotals(NamedTuple):
    """The totals of a chunk's people, and the rejects of rows that made us fail."""

    totals: TeamTotals
    rejects: tuple[Reject, ...]


class BatchRequest(NamedTuple):
    """What to judge the people by: catalogue, day, options, and the format of their lines.

    Where it is sent to another process, the catalogue is loaded again from `folders`: with
    `cache` that takes milliseconds, and about a second without.
    """

    catalog: Catalog
    folders: tuple[str, ...]
    cache: bool
    as_of: date
    options: RankingOptions
    format: Format = Format.JSONL
    source: str = "people"  # the name of the table, in faults
    unused_columns: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Callable[..., "BatchRequest"], tuple[Any, ...]]:
        """Pickle the digest in place of the catalogue."""
        return _reload_request, (self.catalog.digest, *self[1:])


def _reload_request(digest: str, folders: tuple[str, ...], *rest: Any) -> BatchRequest:
    """Load the catalogue again. Raises InputError where it changed since the request was made."""
    cache, *_ = rest
    catalog = load_catalog(folders, cache=cache)
    if catalog.digest != digest:
        remedy = "run it again once nothing else writes to the files"
        raise InputError([Fault("catalog", "changed while it was read", remedy=remedy)])
    return BatchRequest(catalog, folders, *rest)


def make_judge(request: BatchRequest) -> Callable[[Rows], list[MemberResult | Reject]]:
    """Return a function that judges a chunk of rows; rejects stay what they are."""
    judge = _make_member_judge(request).judge
    return lambda rows: [
        row if isinstance(row, Reject) else _answer(judge, row, request) for row in rows
    ]


def make_renderer(request: BatchRequest) -> Callable[[Rows], ChunkLines]:
    """As `make_judge`, with a function that renders the people of a chunk, one line each."""
    member_judge = _make_member_judge(request)
    context = AnswerContext(request.catalog, request.as_of)

    def render(person: Person) -> str:
        report = StandingReport(context, member_judge.judge(person), request.unused_columns)
        return render_lines([report], request.format, request.options.top)

    def render_rows(rows: Rows) -> ChunkLines:
        answers = list(_answers(render, rows, request))
        lines = "".join(one for one in answers if isinstance(one, str))
        return ChunkLines(lines, tuple(one for one in answers if isinstance(one, Reject)))

    return render_rows


def make_summarizer(request: BatchRequest) -> Callable[[Rows], ChunkTotals]:
    """As `make_judge`, with a function that adds the people of a chunk up."""
    member_judge = _make_member_judge(request)

    def count(person: Person) -> TeamTotals:
        return count_totals([member_judge.judge(person)], request.catalog, request.as_of)

    def count_rows(rows: Rows) -> ChunkTotals:
        sums, rejects = TeamTotals(), []
        for answer in _answers(count, rows, request):
            if isinstance(answer, Reject):
                rejects.append(answer)
            else:
                sums = merge_totals(sums, answer)
        return ChunkTotals(sums, tuple(rejects))

    return count_rows


def _answers(
    answer: Callable[[Person], Result], rows: Rows, request: BatchRequest
) -> Iterator[Result | Reject]:
    return (_answer(answer, row, request) for row in rows if isinstance(row, Person))


def _answer(
    answer: Callable[[Person], Result], person: Person, request: BatchRequest
) -> Result | Reject:
    """Return the answer for a person, or a reject where it makes us fail."""
    result = or_reject(partial(answer, person), request.source, person.line, person.id)
    return result._replace(as_of=request.as_of) if isinstance(result, Reject) else result


def _make_member_judge(request: BatchRequest) -> MemberJudge:
    return MemberJudge(request.catalog, request.as_of, request.options)
