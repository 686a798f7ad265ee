"""The batch request sent to each worker process, and the functions that it runs there."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from certadvisor.advice.recommend.ranking import RankingOptions
from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Person, Reject
from certadvisor.team.member import MemberJudge, MemberResult
from certadvisor.team.totals import TeamTotals, count_totals
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, StandingReport
from certadvisor.views.writers.batch_lines import render_lines

TableRow = Person | Reject
Rows = Sequence[TableRow]


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

    def __reduce__(self) -> tuple[Callable[..., "BatchRequest"], tuple[Any, ...]]:
        """Pickle the digest in place of the catalogue."""
        return _reload_request, (self.catalog.digest, *self[1:])


def _reload_request(digest: str, folders: tuple[str, ...], *rest: Any) -> BatchRequest:
    """Load the catalogue again. Raises InputError where it changed since the request was made."""
    cache, *_ = rest
    catalog = load_catalog(folders, cache=cache)
    if catalog.digest != digest:
        remedy = "run it again when nobody writes there"
        raise InputError([Fault("catalog", "changed while it was read", remedy=remedy)])
    return BatchRequest(catalog, folders, *rest)


def make_judge(request: BatchRequest) -> Callable[[Rows], list[MemberResult | Reject]]:
    """Return a function that judges a chunk of rows; rejects stay what they are."""
    judge = _make_member_judge(request).judge
    return lambda rows: [row if isinstance(row, Reject) else judge(row) for row in rows]


def make_renderer(request: BatchRequest) -> Callable[[Rows], str]:
    """As `make_judge`, with a function that renders the people of a chunk, one line each."""
    member_judge = _make_member_judge(request)
    context = AnswerContext(request.catalog, request.as_of)

    def render_rows(rows: Rows) -> str:
        reports = (StandingReport(context, one) for one in _judge_members(rows, member_judge))
        return render_lines(reports, request.format, request.options.top)

    return render_rows


def make_summarizer(request: BatchRequest) -> Callable[[Rows], TeamTotals]:
    """As `make_judge`, with a function that adds the people of a chunk up."""
    member_judge = _make_member_judge(request)
    return lambda rows: count_totals(
        _judge_members(rows, member_judge), request.catalog, request.as_of
    )


def _judge_members(rows: Rows, member_judge: MemberJudge) -> Iterator[MemberResult]:
    return (member_judge.judge(row) for row in rows if isinstance(row, Person))


def _make_member_judge(request: BatchRequest) -> MemberJudge:
    return MemberJudge(request.catalog, request.as_of, request.options)
