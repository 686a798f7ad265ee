"""Draws the map as SVG: bands, edges and boxes (`node_box`)."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from certadvisor.advice.landscape import MapEdge, MapNode
from certadvisor.views.html.elements import element, sub_element
from certadvisor.views.html.map import grid as grids
from certadvisor.views.html.map.edges import EdgeRoute, Tracks, assign_tracks, route_edges
from certadvisor.views.html.map.geometry import (
    BOX_HEIGHT,
    BOX_WIDTH,
    LABELS,
    MapGeometry,
    bezier,
    compute_geometry,
    coordinate,
    edge_corners,
    rounded_path,
)
from certadvisor.views.html.map.grid import MapGrid, edge_style, is_bundled
from certadvisor.views.html.map.icons import TIP
from certadvisor.views.html.map.node_box import draw_node
from certadvisor.views.html.text_metrics import fit_name
from certadvisor.views.reports import MapReport
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases

HEAD = 54.0  # height of the level names
BODY_ID, HEADS_ID = "mb", "mh"  # of the whole drawing, and of the level names in it


class MapDrawing(NamedTuple):
    """The map without title and legend, its size, and the element ids of nodes with edges."""

    body: Element
    width: float
    height: float
    linked: tuple[str, ...]
    levels: tuple["LevelHeading", ...]
    field_edges: tuple[float, ...]  # where the picture may be cut: no box lies across


class LevelHeading(NamedTuple):
    """A level's name, its number of certifications, and the left edge of its columns."""

    name: str
    certifications: str
    left: float


class _DrawingInputs(NamedTuple):
    """The inputs that all parts of the map are drawn from."""

    report: MapReport
    grid: MapGrid
    routes: tuple[EdgeRoute, ...]
    tracks: Tracks
    geometry: MapGeometry
    element_ids: dict[str, str]  # element ids by certification; a catalogue id is not safe as one


def draw(report: MapReport) -> MapDrawing:
    """The landscape as a group whose upper left corner is at 0, 0."""
    land = report.landscape
    grid = grids.layout(land)
    routes = route_edges((link for link in land.edges if not is_bundled(link)), grid)
    edge_tracks = assign_tracks(routes)
    geometry = compute_geometry(grid, edge_tracks, HEAD)
    element_ids = {node.certification.id: f"n{at}" for at, node in enumerate(land.nodes)}
    inputs = _DrawingInputs(report, grid, routes, edge_tracks, geometry, element_ids)
    # A clone of it has no other ancestors: the class lets the style sheet reach it.
    body = element("g", id=BODY_ID, class_="map")
    _fields(body, inputs)
    _levels(body, inputs)
    _arrows(body, inputs)
    node_group = sub_element(body, "g", class_="nodes", role="list")
    ordered = sorted(land.nodes, key=lambda node: _tab_order(node, grid))
    for node in ordered:
        spot = grid.spots[node.certification.id]
        at = (geometry.left[spot.column], geometry.top[spot.row])
        draw_node(node_group, node, report, element_ids[node.certification.id], at)
    edges = tuple(_field_edges(inputs))
    ends = {id for link in land.edges for id in (link.source, link.target)}
    linked = tuple(name for id, name in element_ids.items() if id in ends)
    return MapDrawing(body, geometry.width, geometry.height, linked, _headings(inputs), edges)


def _tab_order(node: MapNode, grid: MapGrid) -> tuple[int, int, int]:
    """The tab order: field by field, and from left to right in each."""
    spot = grid.spots[node.certification.id]
    field = next(at for at, band in enumerate(grid.fields) if band.name == node.field)
    return field, spot.column, spot.row


def _fields(body: Element, inputs: _DrawingInputs) -> None:
    group = sub_element(body, "g", aria_hidden="true")
    edges = _field_edges(inputs)
    for at, band in enumerate(inputs.grid.fields):
        top, bottom = edges[at], edges[at + 1]
        if at % 2 == 0:
            sub_element(
                group, "rect", class_="band", x=0, y=top, width=inputs.geometry.width,
                height=bottom - top, rx=8,
            )  # fmt: skip
        lettering = fit_name(landscape_words.field_name(band.name), LABELS - 22)
        middle = (top + bottom) / 2
        for line, text in enumerate(lettering.lines):
            y = middle + 4.5 + 14 * (line - (len(lettering.lines) - 1) / 2)
            sub_element(group, "text", text, class_="field", x=14, y=y)


def _field_edges(inputs: _DrawingInputs) -> list[float]:
    """The upper edge of each field and the lower edge of the last, halfway between two rows."""
    top = inputs.geometry.top
    first = [band.first for band in inputs.grid.fields]
    between = [(top[row - 1] + BOX_HEIGHT + top[row]) / 2 for row in first[1:]]
    return [HEAD - 4, *between, inputs.geometry.height]


def _headings(inputs: _DrawingInputs) -> tuple[LevelHeading, ...]:
    nodes = inputs.report.landscape.nodes
    return tuple(
        LevelHeading(
            phrases.LEVEL_NAMES[band.name],
            phrases.amount(sum(node.level == band.name for node in nodes), "certification"),
            inputs.geometry.left[band.first],
        )
        for band in inputs.grid.levels
    )


def _levels(body: Element, inputs: _DrawingInputs) -> None:
    """The names of the levels, which a page shows itself, and the lines between levels."""
    names = sub_element(body, "g", id=HEADS_ID, class_="map heads", aria_hidden="true")
    for heading in _headings(inputs):
        sub_element(names, "text", heading.name, class_="level", x=heading.left, y=24)
        sub_element(names, "text", heading.certifications, class_="count", x=heading.left, y=40)
    lines = sub_element(body, "g", aria_hidden="true")
    for band in inputs.grid.levels[1:]:
        x, bottom = inputs.geometry.gutters[band.first] - 16, inputs.geometry.height
        path = f"M{coordinate(x)},8V{coordinate(bottom)}"
        sub_element(lines, "path", class_="rule", d=path)


def _arrows(body: Element, inputs: _DrawingInputs) -> None:
    group = sub_element(body, "g", class_="links", aria_hidden="true")
    for route in inputs.routes:
        corners = edge_corners(route, inputs.grid, inputs.tracks, inputs.geometry)
        line = [*corners[:-1], _line_end(corners[-1])]
        # Dashes are counted from a path's beginning: where lines run together they must agree.
        path = rounded_path(line[::-1] if route.merging else line)
        _arrow(group, route.edge, path, inputs)
    for link in inputs.report.landscape.edges:
        if is_bundled(link):
            start, end = inputs.grid.spots[link.source], inputs.grid.spots[link.target]
            middle = BOX_HEIGHT / 2
            goal = (inputs.geometry.left[end.column], inputs.geometry.top[end.row] + middle)
            leaving = (
                inputs.geometry.left[start.column] + BOX_WIDTH,
                inputs.geometry.top[start.row] + middle,
            )
            _arrow(group, link, bezier(leaving, _line_end(goal)), inputs)


def _line_end(point: tuple[float, float]) -> tuple[float, float]:
    """The end of the line, short of the target so that it does not show through the tip."""
    return point[0] - 5, point[1]


def _arrow(group: Element, link: MapEdge, path: str, inputs: _DrawingInputs) -> None:
    ends = f"{inputs.element_ids[link.source]}-link {inputs.element_ids[link.target]}-link"
    many = " many" if is_bundled(link) else ""
    spot = inputs.grid.spots[link.target]
    x, y = inputs.geometry.left[spot.column], inputs.geometry.top[spot.row] + BOX_HEIGHT / 2
    arrow = sub_element(
        group,
        "g",
        class_=f"link {edge_style(link)}{many} {ends}",
        data_from=link.source,
        data_to=link.target,
    )
    sub_element(arrow, "path", class_="wire", d=path)
    sub_element(
        arrow, "path", class_="tip", d=TIP, transform=f"translate({coordinate(x)},{coordinate(y)})"
    )
