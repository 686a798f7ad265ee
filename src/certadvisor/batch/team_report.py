"""The team report of a batch run: people are judged and added up chunk by chunk."""

from collections.abc import Iterator
from contextlib import closing

from certadvisor.batch.journal import JournaledOutput
from certadvisor.batch.pool import map_ordered
from certadvisor.batch.run import ProgressCallback, TableRow, add_chunk, split_into_chunks
from certadvisor.batch.stream import StreamOutput
from certadvisor.batch.worker import BatchRequest, make_summarizer
from certadvisor.team.summary import summarize
from certadvisor.team.totals import TeamTotals, merge_totals
from certadvisor.views.reports import AnswerContext, TeamReport


def make_team_report(
    source: str,
    rows: Iterator[TableRow],
    request: BatchRequest,
    answer_context: AnswerContext,
    sink: JournaledOutput | StreamOutput,
    jobs: int,
    on_progress: ProgressCallback,
) -> TeamReport:
    """Judge all rows and summarise them; the sink takes the rejects and keeps the counts."""
    totals = TeamTotals()
    with closing(map_ordered(make_summarizer, request, split_into_chunks(rows), jobs)) as results:
        for chunk, chunk_totals in results:
            totals = merge_totals(totals, chunk_totals)
            add_chunk(chunk, "", answer_context, sink, on_progress)
    summary = summarize(totals, answer_context.catalog, answer_context.as_of)
    return TeamReport(answer_context, source, summary, sink.counts.rejected)
