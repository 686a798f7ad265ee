"""Routes edges through the gutters between columns and the channels between rows, never a box.

Positions are integers without a size: gutter g is left of column g, channel r above
row r. Along a gutter, the middle of row r has position 2r + 1 and channel r position 2r.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from certadvisor.advice.landscape import MapEdge
from certadvisor.views.html.map.grid import MapGrid, Spot

Owner = tuple[str, ...]  # segments of one owner may overlap: they form one trunk


class LaneKind(StrEnum):
    """Where an edge runs."""

    GUTTER = "gutter"  # left of a column
    CHANNEL = "channel"  # above a row


class EdgeSegment(NamedTuple):
    """A straight segment in a gutter or channel (`lane`), from `low` to `high` inclusive."""

    lane_kind: LaneKind
    lane: int
    owner: Owner
    low: int
    high: int


class EdgeRoute(NamedTuple):
    """A routed edge: along a gutter, and perhaps along a channel and a second gutter.

    Without segments it is one straight line. `merging`: it shares its end with other edges to
    the same target; else its beginning with others from the same source.
    """

    edge: MapEdge
    segments: tuple[EdgeSegment, ...]
    merging: bool = False


Tracks = dict[
    tuple[LaneKind, int, Owner], int
]  # the track of a lane, by kind of lane, lane and owner


class _RowOccupancy:
    """Keeps track of which cells of the grid no box and no other owner's edge occupies."""

    def __init__(self, grid: MapGrid) -> None:
        self._boxes = {(spot.row, spot.column) for spot in grid.spots.values()}
        self._owners: dict[tuple[int, int], Owner] = {}

    def reserve(self, row: int, columns: range, owner: Owner) -> bool:
        """Reserve the row in these columns; False if a box or another owner occupies one."""
        cells = [(row, column) for column in columns]
        if any(cell in self._boxes or self._owners.get(cell, owner) != owner for cell in cells):
            return False
        self._owners.update(dict.fromkeys(cells, owner))
        return True


def route_edges(edges: Iterable[MapEdge], grid: MapGrid) -> tuple[EdgeRoute, ...]:
    """Route each of the edges, in order; those that share a busy end share a trunk."""
    rows = _RowOccupancy(grid)
    routed = tuple(edges)
    leaving = Counter((edge.kind, edge.source) for edge in routed)
    arriving = Counter((edge.kind, edge.target) for edge in routed)
    return tuple(
        _route(
            edge,
            grid,
            rows,
            merging=arriving[edge.kind, edge.target] > leaving[edge.kind, edge.source],
        )
        for edge in routed
    )


def _route(edge: MapEdge, grid: MapGrid, rows: _RowOccupancy, *, merging: bool) -> EdgeRoute:
    """The route of an edge.

    The whole route belongs to the busier of its ends, and its channel lies next to that end: so
    that five lines to one target are one line.
    """
    start, end = grid.spots[edge.source], grid.spots[edge.target]
    source, target = (edge.kind, "from", edge.source), (edge.kind, "to", edge.target)
    owner = target if merging else source
    between = range(start.column + 1, end.column)
    if end.column > start.column:
        if start.row == end.row and rows.reserve(end.row, between, owner):
            return EdgeRoute(edge, (), merging)
        if rows.reserve(end.row, between, target):
            segment = _gutter_segment(start.column + 1, owner, _middle(start), _middle(end))
            return EdgeRoute(edge, (segment,), merging)
        if rows.reserve(start.row, between, source):
            segment = _gutter_segment(end.column, owner, _middle(start), _middle(end))
            return EdgeRoute(edge, (segment,), merging)
    if merging:
        channel = end.row if start.row <= end.row else end.row + 1
    else:
        channel = start.row if start.row >= end.row else start.row + 1
    gutters = sorted((start.column + 1, end.column))
    segments = (
        _gutter_segment(start.column + 1, owner, _middle(start), 2 * channel),
        EdgeSegment(LaneKind.CHANNEL, channel, owner, gutters[0], gutters[1]),
        _gutter_segment(end.column, owner, 2 * channel, _middle(end)),
    )
    return EdgeRoute(edge, segments, merging)


def _middle(spot: Spot) -> int:
    return 2 * spot.row + 1


def _gutter_segment(gutter: int, owner: Owner, start: int, end: int) -> EdgeSegment:
    return EdgeSegment(LaneKind.GUTTER, gutter, owner, min(start, end), max(start, end))


def assign_tracks(routes: Iterable[EdgeRoute]) -> Tracks:
    """Assign a track to each trunk so that no two trunks of a lane overlap.

    Greedy interval colouring: trunks are sorted by start and take the first
    track that is free, which uses the fewest tracks possible.
    """
    spans: dict[tuple[LaneKind, int], dict[Owner, tuple[int, int]]] = {}
    for route in routes:
        for segment in route.segments:
            trunks = spans.setdefault((segment.lane_kind, segment.lane), {})
            low, high = trunks.get(segment.owner, (segment.low, segment.high))
            trunks[segment.owner] = (min(low, segment.low), max(high, segment.high))
    assigned: Tracks = {}
    for (lane_kind, lane), trunks in spans.items():
        ends: list[int] = []
        for owner, (low, high) in sorted(trunks.items(), key=lambda item: (item[1], item[0])):
            free = next((at for at, end in enumerate(ends) if end < low), len(ends))
            ends[free : free + 1] = [high]
            assigned[lane_kind, lane, owner] = free
    return assigned


def track_counts(tracks: Tracks, lane_kind: LaneKind) -> dict[int, int]:
    """The number of tracks of each gutter or each channel."""
    counts: dict[int, int] = {}
    for (kind, lane, _), track in tracks.items():
        if kind is lane_kind:
            counts[lane] = max(counts.get(lane, 0), track + 1)
    return counts
