"""The team report of a batch run: people are judged and added up chunk by chunk."""

from collections.abc import Iterator
from contextlib import closing

from certadvisor.batch.journal import Ledger
from certadvisor.batch.pool import in_order
from certadvisor.batch.run import Row, Tell, chunks, keep
from certadvisor.batch.stream import Streamed
from certadvisor.batch.worker import Question, begin_sums
from certadvisor.team.summary import summary_of
from certadvisor.team.totals import Totals, merged
from certadvisor.views.reports import Frame, TeamReport


def team_report(
    source: str,
    rows: Iterator[Row],
    question: Question,
    frame: Frame,
    sink: Ledger | Streamed,
    jobs: int,
    tell: Tell,
) -> TeamReport:
    """Judge all rows and summarise them; the sink takes the rejects and keeps the counts."""
    sums = Totals()
    with closing(in_order(begin_sums, question, chunks(rows), jobs)) as answered:
        for chunk, some in answered:
            sums = merged(sums, some)
            keep(chunk, "", frame, sink, tell)
    summary = summary_of(sums, frame.catalog, frame.as_of)
    return TeamReport(frame, source, summary, sink.counts.rejected)
