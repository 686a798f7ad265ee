"""Routes edges through the gutters between columns and the channels between rows, never a box.

Positions are integers without a size: gutter g is left of column g, channel r above
row r. Along a gutter, the middle of row r has position 2r + 1 and channel r position 2r.
"""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.advice.landscape import Link
from certadvisor.views.html.map.grid import Grid, Spot

Owner = tuple[str, ...]  # segments of one owner may overlap: they form one trunk


class Run(NamedTuple):
    """A straight segment in a gutter or channel (`lane`), from `low` to `high` inclusive."""

    sort: str  # gutter or channel
    lane: int
    owner: Owner
    low: int
    high: int


class Wire(NamedTuple):
    """A routed edge: along a gutter, and perhaps along a channel and a second gutter.

    Without segments it is one straight line.
    """

    link: Link
    runs: tuple[Run, ...]


Tracks = dict[tuple[str, int, Owner], int]  # the track of a lane, by kind of lane, lane and owner


class _Rows:
    """Keeps track of which cells of the grid no box and no other owner's edge occupies."""

    def __init__(self, grid: Grid) -> None:
        self._boxes = {(spot.row, spot.column) for spot in grid.spots.values()}
        self._taken: dict[tuple[int, int], Owner] = {}

    def take(self, row: int, columns: range, owner: Owner) -> bool:
        """Reserve the row in these columns; False if a box or another owner occupies one."""
        cells = [(row, column) for column in columns]
        if any(cell in self._boxes or self._taken.get(cell, owner) != owner for cell in cells):
            return False
        self._taken.update(dict.fromkeys(cells, owner))
        return True


def wired(links: Iterable[Link], grid: Grid) -> tuple[Wire, ...]:
    """Route each of the edges, in order."""
    rows = _Rows(grid)
    return tuple(Wire(link, _runs(link, grid, rows)) for link in links)


def _runs(link: Link, grid: Grid, rows: _Rows) -> tuple[Run, ...]:
    start, end = grid.spots[link.source], grid.spots[link.target]
    source, target = (link.kind, "from", link.source), (link.kind, "to", link.target)
    ahead = range(start.column + 1, end.column)
    if end.column > start.column:
        if start.row == end.row and rows.take(end.row, ahead, target):
            return ()
        if rows.take(end.row, ahead, target):
            return (_down(start.column + 1, source, _middle(start), _middle(end)),)
        if rows.take(start.row, ahead, source):
            return (_down(end.column, source, _middle(start), _middle(end)),)
    channel = end.row if start.row <= end.row else end.row + 1
    gutters = sorted((start.column + 1, end.column))
    return (
        _down(start.column + 1, source, _middle(start), 2 * channel),
        Run("channel", channel, source, gutters[0], gutters[1]),
        _down(end.column, target, 2 * channel, _middle(end)),
    )


def _middle(spot: Spot) -> int:
    return 2 * spot.row + 1


def _down(gutter: int, owner: Owner, begin: int, end: int) -> Run:
    return Run("gutter", gutter, owner, min(begin, end), max(begin, end))


def tracks(wires: Iterable[Wire]) -> Tracks:
    """Assign a track to each trunk so that no two trunks of a lane overlap.

    Greedy interval colouring: trunks are sorted by start and take the first
    track that is free, which uses the fewest tracks possible.
    """
    spans: dict[tuple[str, int], dict[Owner, tuple[int, int]]] = {}
    for wire in wires:
        for run in wire.runs:
            trunks = spans.setdefault((run.sort, run.lane), {})
            low, high = trunks.get(run.owner, (run.low, run.high))
            trunks[run.owner] = (min(low, run.low), max(high, run.high))
    found: Tracks = {}
    for (sort, lane), trunks in spans.items():
        ends: list[int] = []
        for owner, (low, high) in sorted(trunks.items(), key=lambda item: (item[1], item[0])):
            free = next((at for at, end in enumerate(ends) if end < low), len(ends))
            ends[free : free + 1] = [high]
            found[sort, lane, owner] = free
    return found


def busy(found: Tracks, sort: str) -> dict[int, int]:
    """The number of tracks of each gutter or each channel."""
    counts: dict[int, int] = {}
    for (kind, lane, _), track in found.items():
        if kind == sort:
            counts[lane] = max(counts.get(lane, 0), track + 1)
    return counts
