"""The grid of the map: levels are groups of columns, fields are groups of rows."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, assert_never

from certadvisor.advice.landscape import EdgeKind, Landscape, MapEdge, MapNode
from certadvisor.catalog.records import LEVELS

MAX_UNBUNDLED = 3  # edges of a leaf with more alternatives are bundled: hidden until pointed at
_MAX_COLUMNS = 2  # per level; with three the whole map is too wide to read on a screen
_MAX_ROWS = 3  # rows of a cell before its level gets another column
_SWEEPS = 4


class Spot(NamedTuple):
    """The column and row of a certification, counted over the whole map."""

    column: int
    row: int


class Band(NamedTuple):
    """The columns of a level or the rows of a field: `size` of them, from `first` on."""

    name: str
    first: int
    size: int


class MapGrid(NamedTuple):
    """The position of every certification, and the bands of levels and fields."""

    spots: dict[str, Spot]
    levels: tuple[Band, ...]
    fields: tuple[Band, ...]


Cells = dict[tuple[str, str], list[MapNode]]  # by level and field


class EdgeStyle(StrEnum):
    """How an edge is drawn: the CSS classes of arrows."""

    MUST = "must"  # the rule cannot be met without it
    WAY = "way"  # one way of several
    HEIR = "heir"  # a successor


def edge_style(edge: MapEdge) -> EdgeStyle:
    """The style of an edge."""
    match edge.kind:
        case EdgeKind.ENTRY_RULE:
            return EdgeStyle.MUST if edge.needed else EdgeStyle.WAY
        case EdgeKind.REPLACED_BY:
            return EdgeStyle.HEIR
        case _:
            assert_never(edge.kind)


def is_bundled(link: MapEdge) -> bool:
    """Whether an edge is bundled: one of so many that it is hidden until pointed at."""
    return link.kind is EdgeKind.ENTRY_RULE and link.alternatives > MAX_UNBUNDLED


def layout(landscape: Landscape) -> MapGrid:
    """Position every certification so that edges run to the right and rarely cross.

    Levels get the columns and fields the rows they need; cells are filled in an
    order that keeps sources left of their targets, and a few sweeps then move
    the certifications of each column towards their neighbours (barycentres).
    """
    links = [link for link in landscape.edges if not is_bundled(link)]
    cells: Cells = {}
    for node in landscape.nodes:
        cells.setdefault((node.level, node.field), []).append(node)
    level_of = {node.certification.id: node.level for node in landscape.nodes}
    same_level = [link for link in links if level_of[link.source] == level_of[link.target]]
    depth = _depths(same_level)
    levels = _bands(LEVELS, {level: _columns(level, cells, depth) for level in LEVELS})
    width = {band.name: band.size for band in levels}
    fields = _bands(
        landscape.fields, {field: _rows(field, cells, width) for field in landscape.fields}
    )
    spots: dict[str, Spot] = {}
    for level in levels:
        for field in fields:
            cell = cells.get((level.name, field.name), [])
            ordered = _sort_cell(
                cell, [link for link in links if link not in same_level], same_level, depth
            )
            for id, (column, row) in _fill_columns(ordered, level.size, depth).items():
                spots[id] = Spot(level.first + column, field.first + row)
    for _ in range(_SWEEPS):
        _straighten(spots, links, fields)
    return MapGrid(spots, levels, fields)


def _bands(names: Iterable[str], sizes: dict[str, int]) -> tuple[Band, ...]:
    bands, first = [], 0
    for name in names:
        if sizes[name]:
            bands.append(Band(name, first, sizes[name]))
            first += sizes[name]
    return tuple(bands)


def _columns(level: str, cells: Cells, depth: dict[str, int]) -> int:
    """Enough columns for the fullest cell and for the longest chain inside the level."""
    level_cells = [cell for (at, _), cell in cells.items() if at == level]
    most = max((len(cell) for cell in level_cells), default=0)
    steps = [depth.get(node.certification.id, 0) + 1 for cell in level_cells for node in cell]
    return min(_MAX_COLUMNS, max([-(-most // _MAX_ROWS), *steps]))


def _rows(field: str, cells: Cells, width: dict[str, int]) -> int:
    return max(-(-len(cell) // width[level]) for (level, at), cell in cells.items() if at == field)


def _sort_cell(
    cell: list[MapNode], across: list[MapEdge], same_level: list[MapEdge], depth: dict[str, int]
) -> list[MapNode]:
    """A cell in order: sources before their targets, certifications of an issuer together."""
    leading = {link.source for link in same_level}
    pull = {link.target: -1 for link in across} | {link.source: 1 for link in across}
    issuers = list(dict.fromkeys(node.certification.issuer for node in cell))

    def key(node: MapNode) -> tuple[int, int, int]:
        id = node.certification.id
        pull_of_edges = -2 if id in leading else pull.get(id, 0)
        return depth.get(id, 0), pull_of_edges, issuers.index(node.certification.issuer)

    return sorted(cell, key=key)


def _fill_columns(ordered: list[MapNode], columns: int, depth: dict[str, int]) -> dict[str, Spot]:
    """Fill the columns evenly from the left; targets go further right if there is room."""
    most = -(-len(ordered) // columns)
    height = [0] * columns
    spots: dict[str, Spot] = {}
    for node in ordered:
        id = node.certification.id
        free = [column for column in range(columns) if height[column] < most]
        right = [column for column in free if column >= depth.get(id, 0)]
        column = right[0] if right else free[-1]
        spots[id] = Spot(column, height[column])
        height[column] += 1
    return spots


def _depths(links: list[MapEdge]) -> dict[str, int]:
    """The longest chain that leads to each target, in steps.

    Bounded by the number of edges, so that cycles end.
    """
    depth: dict[str, int] = {}
    for _ in links:
        for link in links:
            deeper = depth.get(link.source, 0) + 1
            depth[link.target] = min(max(depth.get(link.target, 0), deeper), len(links))
    return depth


def _straighten(spots: dict[str, Spot], links: list[MapEdge], fields: tuple[Band, ...]) -> None:
    """Move the certifications of each column inside their field towards their neighbours."""
    near: dict[str, list[str]] = {}
    for link in links:
        near.setdefault(link.source, []).append(link.target)
        near.setdefault(link.target, []).append(link.source)
    for column in sorted({spot.column for spot in spots.values()}):
        for field in fields:
            ids = [
                id
                for id, spot in sorted(spots.items(), key=lambda item: item[1])
                if spot.column == column and field.first <= spot.row < field.first + field.size
            ]
            targets = {id: _target_row(id, spots, near, field) for id in ids}
            ids.sort(key=lambda one: (targets[one], spots[one].row))
            rows = _assign_rows([targets[id] for id in ids], field)
            for id, row in zip(ids, rows, strict=True):
                spots[id] = Spot(column, row)


def _target_row(id: str, spots: dict[str, Spot], near: dict[str, list[str]], field: Band) -> float:
    """The mean row of the neighbours, kept inside the field."""
    rows = [spots[other].row for other in near.get(id, ())]
    if not rows:
        return spots[id].row
    return min(max(sum(rows) / len(rows), field.first), field.first + field.size - 1)


def _assign_rows(targets: list[float], field: Band) -> list[int]:
    """Distinct, ascending rows with the smallest total distance to the targets.

    Dynamic programming: `best` maps the last row used to the cheapest
    placement so far; enough rows are kept free for the targets still to come.
    """
    last = field.first + field.size - 1
    best: dict[int, tuple[float, list[int]]] = {field.first - 1: (0.0, [])}
    for at, target in enumerate(targets):
        remaining = len(targets) - at - 1
        best = {
            row: min(
                (cost + abs(row - target), [*rows, row])
                for above, (cost, rows) in best.items()
                if above < row
            )
            for row in range(field.first + at, last - remaining + 1)
        }
    return min(best.values())[1]
