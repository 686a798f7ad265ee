"""The results of a table of people, row by row or in chunks."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import islice

from certadvisor.batch.pool import map_ordered
from certadvisor.batch.worker import BatchRequest, TableRow, make_judge
from certadvisor.people.person import Reject
from certadvisor.team.member import MemberResult

CHUNK_SIZE = 64  # rows per task, and the most that are judged again after a kill


def judge_rows(
    rows: Iterable[TableRow], request: BatchRequest, jobs: int
) -> Generator[MemberResult | Reject, None, None]:
    """Yield the result of each row in the order of the table; a reject stays what it is.

    With one job a row is read when its result is asked for, and with more of them a few chunks
    ahead.
    """
    chunks = split_into_chunks(rows, 1 if jobs == 1 else CHUNK_SIZE)
    with closing(map_ordered(make_judge, request, chunks, jobs)) as results:
        for _, chunk_results in results:
            yield from chunk_results


def split_into_chunks(rows: Iterable[TableRow], size: int = CHUNK_SIZE) -> Iterator[list[TableRow]]:
    """Split the rows into lists of `size`, the last one shorter."""
    remaining = iter(rows)
    while chunk := list(islice(remaining, size)):
        yield chunk
