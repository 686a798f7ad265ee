"""Draws the map as SVG: bands, edges and boxes, each box described for screen readers."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from certadvisor.advice.landscape import Link, Place
from certadvisor.views.html.elements import added, made
from certadvisor.views.html.map import grid as grids
from certadvisor.views.html.map.edges import Tracks, Wire, tracks, wired
from certadvisor.views.html.map.geometry import (
    BOX_HEIGHT,
    BOX_WIDTH,
    LABELS,
    Measures,
    flown,
    measured,
    number,
    points,
    rounded,
)
from certadvisor.views.html.map.grid import Grid, drawn_apart
from certadvisor.views.html.map.icons import ICONS, STAR, TIP
from certadvisor.views.html.map.text_metrics import cut, fitted, width_of
from certadvisor.views.reports import MapReport
from certadvisor.views.words import landscape as landscape_words
from certadvisor.views.words import phrases

HEAD = 54.0  # height of the level names
_ICON, _EDGE, _CORNER = 17, 9, 7
_META = 10.5


class Drawn(NamedTuple):
    """The map without title and legend, its size, and the element ids of nodes with edges."""

    body: Element
    width: float
    height: float
    linked: tuple[str, ...]


class _Plan(NamedTuple):
    """The inputs that all parts of the map are drawn from."""

    report: MapReport
    grid: Grid
    wires: tuple[Wire, ...]
    tracks: Tracks
    sizes: Measures
    names: dict[str, str]  # element ids by certification; a catalogue id is not safe as one


def draw(report: MapReport) -> Drawn:
    """The landscape as a group whose upper left corner is at 0, 0."""
    land = report.land
    grid = grids.laid(land)
    wires = wired((link for link in land.links if not drawn_apart(link)), grid)
    found = tracks(wires)
    sizes = measured(grid, found, HEAD)
    names = {place.certification.id: f"n{at}" for at, place in enumerate(land.places)}
    plan = _Plan(report, grid, wires, found, sizes, names)
    body = made("g")
    _fields(body, plan)
    _levels(body, plan)
    _arrows(body, plan)
    nodes = added(body, "g", class_="nodes", role="list")
    ordered = sorted(land.places, key=lambda place: _reading(place, grid))
    for place in ordered:
        _node(nodes, place, plan)
    ends = {id for link in land.links for id in (link.source, link.target)}
    linked = tuple(name for id, name in names.items() if id in ends)
    return Drawn(body, sizes.width, sizes.height, linked)


def _reading(place: Place, grid: Grid) -> tuple[int, int, int]:
    """The tab order: field by field, and from left to right in each."""
    spot = grid.spots[place.certification.id]
    field = next(at for at, band in enumerate(grid.fields) if band.name == place.field)
    return field, spot.column, spot.row


def _fields(body: Element, plan: _Plan) -> None:
    group = added(body, "g", aria_hidden="true")
    edges = _edges(plan)
    for at, band in enumerate(plan.grid.fields):
        top, bottom = edges[at], edges[at + 1]
        if at % 2 == 0:
            added(
                group, "rect", class_="band", x=0, y=top, width=plan.sizes.width,
                height=bottom - top, rx=8,
            )  # fmt: skip
        lettering = fitted(landscape_words.field_name(band.name), LABELS - 22)
        middle = (top + bottom) / 2
        for line, text in enumerate(lettering.lines):
            y = middle + 4.5 + 14 * (line - (len(lettering.lines) - 1) / 2)
            added(group, "text", text, class_="field", x=14, y=y)


def _edges(plan: _Plan) -> list[float]:
    """The upper edge of each field and the lower edge of the last, halfway between two rows."""
    top = plan.sizes.top
    first = [band.first for band in plan.grid.fields]
    between = [(top[row - 1] + BOX_HEIGHT + top[row]) / 2 for row in first[1:]]
    return [HEAD - 4, *between, plan.sizes.height]


def _levels(body: Element, plan: _Plan) -> None:
    group = added(body, "g", aria_hidden="true")
    for at, band in enumerate(plan.grid.levels):
        left = plan.sizes.left[band.first]
        count = sum(place.level == band.name for place in plan.report.land.places)
        name = phrases.LEVEL_NAMES[band.name]
        added(group, "text", name, class_="level", x=left, y=24)
        told = phrases.amount(count, "certification")
        added(group, "text", told, class_="count", x=left, y=40)
        if at:
            x = plan.sizes.gutters[band.first] - 8 - 8
            added(group, "path", class_="rule", d=f"M{number(x)},8V{number(plan.sizes.height)}")


def _arrows(body: Element, plan: _Plan) -> None:
    group = added(body, "g", class_="links", aria_hidden="true")
    for wire in plan.wires:
        corners = points(wire, plan.grid, plan.tracks, plan.sizes)
        _arrow(group, wire.link, rounded([*corners[:-1], _before(corners[-1])]), plan)
    for link in plan.report.land.links:
        if drawn_apart(link):
            start, end = plan.grid.spots[link.source], plan.grid.spots[link.target]
            middle = BOX_HEIGHT / 2
            goal = (plan.sizes.left[end.column], plan.sizes.top[end.row] + middle)
            leaving = plan.sizes.left[start.column] + BOX_WIDTH, plan.sizes.top[start.row] + middle
            _arrow(group, link, flown(leaving, _before(goal)), plan)


def _before(point: tuple[float, float]) -> tuple[float, float]:
    """The end of the line, short of the target so that it does not show through the tip."""
    return point[0] - 5, point[1]


def _arrow(group: Element, link: Link, path: str, plan: _Plan) -> None:
    ends = f"{plan.names[link.source]}-link {plan.names[link.target]}-link"
    sort = "heir" if link.kind == "replaced_by" else "must" if link.needed else "way"
    many = " many" if drawn_apart(link) else ""
    spot = plan.grid.spots[link.target]
    x, y = plan.sizes.left[spot.column], plan.sizes.top[spot.row] + BOX_HEIGHT / 2
    arrow = added(
        group, "g", class_=f"link {sort}{many} {ends}", data_from=link.source, data_to=link.target
    )
    added(arrow, "path", class_="wire", d=path)
    added(arrow, "path", class_="tip", d=TIP, transform=f"translate({number(x)},{number(y)})")


def _node(nodes: Element, place: Place, plan: _Plan) -> None:
    one = place.certification
    name, spot = plan.names[one.id], plan.grid.spots[one.id]
    x, y = plan.sizes.left[spot.column], plan.sizes.top[spot.row]
    touched = any(one.id in (link.source, link.target) for link in plan.report.land.links)
    kinds = ["node", *([place.state.value] if place.state else []), *(["linked"] * touched)]
    node = added(
        nodes, "g", id=name, class_=" ".join(kinds), tabindex="0", role="listitem",
        transform=f"translate({number(x)},{number(y)})",
        aria_label=landscape_words.title(place), aria_describedby=f"{name}d",
        data_id=one.id,
    )  # fmt: skip
    told = landscape_words.description(place, plan.report)
    added(node, "title", f"{landscape_words.title(place)}. {told}")  # shown as a tooltip
    added(node, "desc", told, id=f"{name}d")
    added(node, "rect", class_="box", width=BOX_WIDTH, height=BOX_HEIGHT, rx=_CORNER)
    if place.state:
        icon(node, place, _ICON, BOX_HEIGHT / 2)
    _words(node, place, plan)
    if place.preferred:
        added(node, "path", class_="star", d=STAR, transform=f"translate({BOX_WIDTH - 4},1)")
    _bundle(node, place, plan)


def icon(parent: Element, place: Place, x: float, y: float) -> None:
    """The icon of a node's state."""
    if place.state:
        group = added(parent, "g", class_="icon", transform=f"translate({number(x)},{number(y)})")
        for sort, path in ICONS[place.state]:
            added(group, "path", class_=sort, d=path)


def _words(node: Element, place: Place, plan: _Plan) -> None:
    """The name on one or two lines, and below it the state or the issuer."""
    left = _ICON * 2 - 4 if place.state else _EDGE + 2
    room = BOX_WIDTH - left - _EDGE
    lettering = fitted(place.certification.abbreviation, room)
    first, step, last = (17.6, 0.0, 31.6) if len(lettering.lines) == 1 else (12.6, 11.2, 35.6)
    for at, line in enumerate(lettering.lines):
        added(
            node, "text", line, class_="name", x=left, y=first + step * at,
            font_size=lettering.size,
        )  # fmt: skip
    below = landscape_words.state_line(place) or _issuer(place, room, plan)
    added(node, "text", cut(below, _META, room), class_="meta", x=left, y=last)


def _issuer(place: Place, room: float, plan: _Plan) -> str:
    """The longest form of the issuer's name that fits: full, short, abbreviation or id."""
    id = place.certification.issuer
    name = phrases.issuer_name(id, plan.report.frame.catalog)
    before, _, aside = name.partition(" (")
    short = aside.removesuffix(")")
    names = [name, before, *([short] if short.isalpha() else [])]
    names += [id.upper()] if id.isalpha() and len(id) <= len("iassc") else []
    return next((one for one in names if width_of(one, _META) <= room), before)


def _bundle(node: Element, place: Place, plan: _Plan) -> None:
    """A pill on a box with bundled edges, which appear only when the box is pointed at."""
    many = [
        link
        for link in plan.report.land.links
        if link.target == place.certification.id and drawn_apart(link)
    ]
    if many:
        added(node, "rect", class_="pill", x=-10, y=-9, width=46, height=11, rx=5.5)
        added(node, "text", f"{len(many)} ways", class_="pilltext", x=13, y=-0.5)
