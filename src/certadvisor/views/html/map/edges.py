"""How arrows run: through the gutters between columns and the channels between rows, never a box.

Positions are whole numbers, free of any size: gutter g lies left of column g,
channel r above row r. Down a gutter a row's middle stands at 2r + 1, a channel at 2r.
"""

from collections.abc import Iterable
from typing import NamedTuple

from certadvisor.advice.landscape import Link
from certadvisor.views.html.map.grid import Grid, Spot

Owner = tuple[str, ...]  # runs of one owner may lie on each other: they are one trunk


class Run(NamedTuple):
    """A straight piece in a gutter or a channel (`lane`), from `low` to `high` along it."""

    sort: str  # gutter or channel
    lane: int
    owner: Owner
    low: int
    high: int


class Wire(NamedTuple):
    """An arrow: down its first gutter, perhaps along a channel and down a second one.

    Without runs it is one straight line.
    """

    link: Link
    runs: tuple[Run, ...]


Tracks = dict[tuple[str, int, Owner], int]  # by sort, lane and owner: which track of the lane


class _Rows:
    """Which stretches of which rows are free: neither a box nor another's wire lies there."""

    def __init__(self, grid: Grid) -> None:
        self._boxes = {(spot.row, spot.column) for spot in grid.spots.values()}
        self._taken: dict[tuple[int, int], Owner] = {}

    def take(self, row: int, columns: range, owner: Owner) -> bool:
        """Take the row in these columns, if it is free or the owner's already."""
        cells = [(row, column) for column in columns]
        if any(cell in self._boxes or self._taken.get(cell, owner) != owner for cell in cells):
            return False
        self._taken.update(dict.fromkeys(cells, owner))
        return True


def wired(links: Iterable[Link], grid: Grid) -> tuple[Wire, ...]:
    """A wire for each of these links."""
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
    """A track for each trunk, so that no two trunks of a lane lie on each other."""
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
    """How many tracks each lane of a sort has."""
    counts: dict[int, int] = {}
    for (kind, lane, _), track in found.items():
        if kind == sort:
            counts[lane] = max(counts.get(lane, 0), track + 1)
    return counts
