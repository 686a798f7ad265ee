"""Geometry of the map: grid positions and routed edges to points, in SVG user units."""

from typing import NamedTuple, assert_never

from certadvisor.views.html.map.edges import EdgeRoute, LaneKind, Tracks, track_counts
from certadvisor.views.html.map.grid import MapGrid

BOX_WIDTH, BOX_HEIGHT = 178, 68
LABELS = 116  # width of the column with the names of the fields
_TRACK = 6  # distance between the tracks of a gutter or channel
_ROUND = 5
_PAD = 4  # padding above and below the rows of a field
_BETWEEN = 16  # extra space between levels

Point = tuple[float, float]


class MapGeometry(NamedTuple):
    """Left edges of columns, tops of rows, first tracks of gutters and channels, total size."""

    left: tuple[float, ...]
    top: tuple[float, ...]
    gutters: tuple[float, ...]
    channels: tuple[float, ...]
    width: float
    height: float


def compute_geometry(grid: MapGrid, tracks: Tracks, head: float) -> MapGeometry:
    """Compute all positions: a gutter or channel is as wide as its tracks need.

    Rows begin below `head`, the height of the level names.
    """
    columns = sum(band.size for band in grid.levels)
    rows = sum(band.size for band in grid.fields)
    down, across = track_counts(tracks, LaneKind.GUTTER), track_counts(tracks, LaneKind.CHANNEL)
    starts = {band.first for band in grid.levels}
    edges = {band.first for band in grid.fields} | {rows}
    x, left, gutters = float(LABELS), [], []
    for column in range(columns + 1):
        if column in starts and column:
            x += _BETWEEN
        gutters.append(x + 8)
        x += 22 + _TRACK * max(0, down.get(column, 0) - 1)
        if column < columns:
            left.append(x)
            x += BOX_WIDTH
    y, top, channels = head, [], []
    for row in range(rows + 1):
        pad = _PAD if row in edges else 0
        track_count = across.get(row, 0)
        channels.append(y + pad + 5)
        y += pad + (pad if 0 < row < rows else 0) + max(10, 10 + _TRACK * (track_count - 1))
        if row < rows:
            top.append(y)
            y += BOX_HEIGHT
    return MapGeometry(tuple(left), tuple(top), tuple(gutters), tuple(channels), x, y)


def edge_corners(
    route: EdgeRoute, grid: MapGrid, tracks: Tracks, geometry: MapGeometry
) -> list[Point]:
    """The corners of an edge, from the right side of its source to the left side of its target."""
    start, end = grid.spots[route.edge.source], grid.spots[route.edge.target]
    origin = (geometry.left[start.column] + BOX_WIDTH, geometry.top[start.row] + BOX_HEIGHT / 2)
    goal = (geometry.left[end.column], geometry.top[end.row] + BOX_HEIGHT / 2)
    corners: list[Point] = [origin]
    for segment in route.segments:
        track = _TRACK * tracks[segment.lane_kind, segment.lane, segment.owner]
        match segment.lane_kind:
            case LaneKind.GUTTER:
                corners.append((geometry.gutters[segment.lane] + track, corners[-1][1]))
            case LaneKind.CHANNEL:
                corners.append((corners[-1][0], geometry.channels[segment.lane] + track))
            case _:
                assert_never(segment.lane_kind)
    if corners[-1][1] != goal[1]:
        corners.append((corners[-1][0], goal[1]))
    return [*corners, goal]


def rounded_path(corners: list[Point]) -> str:
    """An SVG path through the corners, each of them rounded."""
    parts = [f"M{_pair(corners[0])}"]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        bend = min(_ROUND, _length(before, corner) / 2, _length(corner, after) / 2)
        if bend:
            near, far = _towards(corner, before, bend), _towards(corner, after, bend)
            parts.append(f"L{_pair(near)}Q{_pair(corner)} {_pair(far)}")
    return "".join([*parts, f"L{_pair(corners[-1])}"])


def bezier(start: Point, end: Point) -> str:
    """Cubic Bézier path from `start` to `end` with horizontal tangents."""
    swing = max(36.0, abs(end[0] - start[0]) / 2)
    first, second = (start[0] + swing, start[1]), (end[0] - swing, end[1])
    return f"M{_pair(start)}C{_pair(first)} {_pair(second)} {_pair(end)}"


def coordinate(value: float) -> str:
    """A coordinate with one decimal, or none if it is a whole number.

    >>> coordinate(12.0), coordinate(12.34)
    ('12', '12.3')
    """
    return f"{value:.1f}".removesuffix(".0")


def _pair(point: Point) -> str:
    return f"{coordinate(point[0])},{coordinate(point[1])}"


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(corner: Point, other: Point, distance: float) -> Point:
    share = distance / _length(corner, other)
    return (
        corner[0] + (other[0] - corner[0]) * share,
        corner[1] + (other[1] - corner[1]) * share,
    )
