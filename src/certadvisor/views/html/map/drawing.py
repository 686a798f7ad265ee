"""Draws the map as SVG: bands, edges and boxes, each box described for screen readers."""

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
from certadvisor.views.html.map.icons import ICONS, STAR, TIP
from certadvisor.views.html.map.text_metrics import fit_name, text_width, truncate
from certadvisor.views.reports import MapReport
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases

HEAD = 54.0  # height of the level names
_ICON, _EDGE, _CORNER = 17, 9, 7
_META = 10.5


class MapDrawing(NamedTuple):
    """The map without title and legend, its size, and the element ids of nodes with edges."""

    body: Element
    width: float
    height: float
    linked: tuple[str, ...]


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
    body = element("g")
    _fields(body, inputs)
    _levels(body, inputs)
    _arrows(body, inputs)
    node_group = sub_element(body, "g", class_="nodes", role="list")
    ordered = sorted(land.nodes, key=lambda node: _tab_order(node, grid))
    for node in ordered:
        _node(node_group, node, inputs)
    ends = {id for link in land.edges for id in (link.source, link.target)}
    linked = tuple(name for id, name in element_ids.items() if id in ends)
    return MapDrawing(body, geometry.width, geometry.height, linked)


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


def _levels(body: Element, inputs: _DrawingInputs) -> None:
    group = sub_element(body, "g", aria_hidden="true")
    for at, band in enumerate(inputs.grid.levels):
        left = inputs.geometry.left[band.first]
        count = sum(node.level == band.name for node in inputs.report.landscape.nodes)
        name = phrases.LEVEL_NAMES[band.name]
        sub_element(group, "text", name, class_="level", x=left, y=24)
        text = phrases.amount(count, "certification")
        sub_element(group, "text", text, class_="count", x=left, y=40)
        if at:
            x = inputs.geometry.gutters[band.first] - 8 - 8
            sub_element(
                group,
                "path",
                class_="rule",
                d=f"M{coordinate(x)},8V{coordinate(inputs.geometry.height)}",
            )


def _arrows(body: Element, inputs: _DrawingInputs) -> None:
    group = sub_element(body, "g", class_="links", aria_hidden="true")
    for route in inputs.routes:
        corners = edge_corners(route, inputs.grid, inputs.tracks, inputs.geometry)
        _arrow(group, route.edge, rounded_path([*corners[:-1], _line_end(corners[-1])]), inputs)
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


def _node(parent: Element, node: MapNode, inputs: _DrawingInputs) -> None:
    certification = node.certification
    name, spot = inputs.element_ids[certification.id], inputs.grid.spots[certification.id]
    x, y = inputs.geometry.left[spot.column], inputs.geometry.top[spot.row]
    has_edges = any(
        certification.id in (link.source, link.target) for link in inputs.report.landscape.edges
    )
    classes = ["node", *([node.state.value] if node.state else []), *(["linked"] * has_edges)]
    group = sub_element(
        parent, "g", id=name, class_=" ".join(classes), tabindex="0", role="listitem",
        transform=f"translate({coordinate(x)},{coordinate(y)})",
        aria_label=landscape_words.title(node), aria_describedby=f"{name}d",
        data_id=certification.id,
    )  # fmt: skip
    description = landscape_words.description(node, inputs.report)
    sub_element(
        group, "title", f"{landscape_words.title(node)}. {description}"
    )  # shown as a tooltip
    sub_element(group, "desc", description, id=f"{name}d")
    sub_element(group, "rect", class_="box", width=BOX_WIDTH, height=BOX_HEIGHT, rx=_CORNER)
    if node.state:
        icon(group, node, _ICON, BOX_HEIGHT / 2)
    _text(group, node, inputs)
    if node.preferred:
        sub_element(group, "path", class_="star", d=STAR, transform=f"translate({BOX_WIDTH - 4},1)")
    _pill(group, node, inputs)


def icon(parent: Element, node: MapNode, x: float, y: float) -> None:
    """The icon of a node's state."""
    if node.state:
        group = sub_element(
            parent, "g", class_="icon", transform=f"translate({coordinate(x)},{coordinate(y)})"
        )
        for css_class, path in ICONS[node.state]:
            sub_element(group, "path", class_=css_class, d=path)


def _text(group: Element, node: MapNode, inputs: _DrawingInputs) -> None:
    """The name on one or two lines, and below it the state or the issuer."""
    left = _ICON * 2 - 4 if node.state else _EDGE + 2
    room = BOX_WIDTH - left - _EDGE
    lettering = fit_name(node.certification.abbreviation, room)
    first, step, last = (17.6, 0.0, 31.6) if len(lettering.lines) == 1 else (12.6, 11.2, 35.6)
    for at, line in enumerate(lettering.lines):
        sub_element(
            group, "text", line, class_="name", x=left, y=first + step * at,
            font_size=lettering.size,
        )  # fmt: skip
    below = landscape_words.state_line(node) or _issuer(node, room, inputs)
    sub_element(group, "text", truncate(below, _META, room), class_="meta", x=left, y=last)


def _issuer(node: MapNode, room: float, inputs: _DrawingInputs) -> str:
    """The longest form of the issuer's name that fits: full, short, abbreviation or id."""
    id = node.certification.issuer
    name = phrases.issuer_name(id, inputs.report.context.catalog)
    before, _, aside = name.partition(" (")
    short = aside.removesuffix(")")
    names = [name, before, *([short] if short.isalpha() else [])]
    names += [id.upper()] if id.isalpha() and len(id) <= len("iassc") else []
    return next((candidate for candidate in names if text_width(candidate, _META) <= room), before)


def _pill(group: Element, node: MapNode, inputs: _DrawingInputs) -> None:
    """A pill on a box with bundled edges, which appear only when the box is pointed at."""
    bundled = [
        link
        for link in inputs.report.landscape.edges
        if link.target == node.certification.id and is_bundled(link)
    ]
    if bundled:
        sub_element(group, "rect", class_="pill", x=-10, y=-9, width=46, height=11, rx=5.5)
        sub_element(group, "text", f"{len(bundled)} ways", class_="pilltext", x=13, y=-0.5)
