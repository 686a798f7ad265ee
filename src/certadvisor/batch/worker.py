"""The batch request sent to each worker process, and the function it runs there."""

import gc
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from certadvisor.advice.recommend.ranking import RankingOptions
from certadvisor.catalog.loader import load_catalog
from certadvisor.errors import Fault, InputError
from certadvisor.people.person import Person, Reject
from certadvisor.team.member import MemberJudge, MemberResult
from certadvisor.team.totals import TeamTotals, count_totals
from certadvisor.views.formats import Format
from certadvisor.views.reports import AnswerContext, StandingReport
from certadvisor.views.writers.batch_lines import render_lines

Rows = Sequence[Person | Reject]


class BatchRequest(NamedTuple):
    """What to judge the people by: catalogue, day, options, and the output format.

    It is pickled for each process. `digest` is that of the catalogue which the parent
    process loaded from `folders`.
    """

    folders: tuple[str, ...]
    digest: str
    as_of: date
    options: RankingOptions
    format: Format


def make_judge(request: BatchRequest) -> Callable[[Rows], str]:
    """Return a function that judges a chunk of rows and renders its people, one line each.

    Raises InputError where the catalogue changed since the request was made.
    """
    member_judge = _load_member_judge(request)
    answer_context = AnswerContext(member_judge.catalog, request.as_of)

    def judge_rows(rows: Rows) -> str:
        reports = (
            StandingReport(answer_context, one) for one in _judge_members(rows, member_judge)
        )
        return render_lines(reports, request.format, request.options.top)

    return judge_rows


def make_summarizer(request: BatchRequest) -> Callable[[Rows], TeamTotals]:
    """As `make_judge`, with a function that adds the people of a chunk up."""
    member_judge = _load_member_judge(request)
    return lambda rows: count_totals(
        _judge_members(rows, member_judge), member_judge.catalog, request.as_of
    )


def _judge_members(rows: Rows, member_judge: MemberJudge) -> Iterator[MemberResult]:
    return (member_judge.judge(row) for row in rows if isinstance(row, Person))


def _load_member_judge(request: BatchRequest) -> MemberJudge:
    catalog = load_catalog(request.folders)
    if catalog.digest != request.digest:
        remedy = "run it again when nobody writes there"
        raise InputError([Fault("catalog", "changed while it was read", remedy=remedy)])
    # The catalogue lives as long as the process, so the collector need not scan it again,
    # and judging a person leaves few reference cycles behind.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    return MemberJudge(catalog, request.as_of, request.options)
