"""The map: positions, routes of edges, contrast of colours, and escaping of values."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_answers import ANSWERS, map_report
from sample_people import DAY, LEADER
from test_hostile import HOSTILE

from certadvisor.advice.landscape import EdgeKind, Landscape, MapEdge, MapNode, make_landscape
from certadvisor.catalog.records import LEVELS, Catalog
from certadvisor.planner.buyer_prices import Cost
from certadvisor.views.formats import Format
from certadvisor.views.html.map.edges import assign_tracks, route_edges
from certadvisor.views.html.map.geometry import (
    BOX_HEIGHT,
    BOX_WIDTH,
    compute_geometry,
    edge_corners,
    rounded_path,
)
from certadvisor.views.html.map.grid import MapGrid, is_bundled, layout
from certadvisor.views.html.palette import DARK, LIGHT, contrast
from certadvisor.views.html.text_metrics import fit_name, text_width
from certadvisor.views.reports import AnswerContext, MapReport, Terminal
from certadvisor.views.writers import render

PICTURES = (Format.SVG, Format.HTML)
STATES = ("held", "open", "reachable", "ask", "locked")


def full_landscape(catalog: Catalog) -> Landscape:
    """The landscape of all certifications, including retired ones."""
    return make_landscape(catalog.certifications.values(), catalog, DAY)


def assert_own_positions(grid: MapGrid, land: Landscape) -> None:
    """Assert that each certification has its own position, inside its level and field."""
    assert len(set(grid.spots.values())) == len(land.nodes)
    columns = {band.name: range(band.first, band.first + band.size) for band in grid.levels}
    rows = {band.name: range(band.first, band.first + band.size) for band in grid.fields}
    for node in land.nodes:
        spot = grid.spots[node.certification.id]
        assert spot.column in columns[node.level]
        assert spot.row in rows[node.field]


def assert_edges_avoid_boxes(grid: MapGrid, land: Landscape) -> None:
    """Assert that no segment of an edge crosses a box."""
    routes = route_edges((link for link in land.edges if not is_bundled(link)), grid)
    edge_tracks = assign_tracks(routes)
    geometry = compute_geometry(grid, edge_tracks, 50)
    areas = {
        id: (geometry.left[spot.column], geometry.top[spot.row]) for id, spot in grid.spots.items()
    }
    for route in routes:
        corners = edge_corners(route, grid, edge_tracks, geometry)
        assert rounded_path(corners).startswith("M")
        for (x1, y1), (x2, y2) in pairwise(corners):
            assert x1 == x2 or y1 == y2
            for left, top in areas.values():
                is_beside = max(x1, x2) <= left or min(x1, x2) >= left + BOX_WIDTH
                assert is_beside or max(y1, y2) <= top or min(y1, y2) >= top + BOX_HEIGHT


def test_each_certification_has_its_own_position(catalog: Catalog) -> None:
    """In the columns of its level and the rows of its field."""
    land = full_landscape(catalog)
    assert_own_positions(layout(land), land)


def test_arrows_run_between_the_boxes(catalog: Catalog) -> None:
    """Edges use the gutters and channels."""
    land = full_landscape(catalog)
    assert_edges_avoid_boxes(layout(land), land)


@st.composite
def landscapes(draw: st.DrawFn, catalog: Catalog) -> Landscape:
    """Random certifications and edges between any of them, cycles included."""
    pool = list(catalog.certifications.values())
    size = draw(st.integers(1, 24))
    nodes = tuple(
        MapNode(
            pool[at],
            draw(st.sampled_from(LEVELS)),
            draw(st.sampled_from("abc")),
            Cost(None, None, None, None),
        )
        for at in range(size)
    )
    ids = [node.certification.id for node in nodes]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=30))
    links = tuple(
        MapEdge(
            source,
            target,
            draw(st.sampled_from(EdgeKind)),
            needed=True,
            alternatives=1,
        )
        for source, target in dict.fromkeys(pairs)
        if source != target
    )
    return Landscape(nodes, links, tuple(sorted({node.field for node in nodes})))


@given(data=st.data())
def test_any_landscape_can_be_laid_out(catalog: Catalog, data: st.DataObject) -> None:
    """Whatever the edges: positions are distinct and edges avoid the boxes."""
    land = data.draw(landscapes(catalog))
    grid = layout(land)
    assert_own_positions(grid, land)
    assert_edges_avoid_boxes(grid, land)


def test_edges_of_rules_run_to_the_right(catalog: Catalog) -> None:
    """A certification is right of those that its rule requires, unless its level is lower."""
    land = full_landscape(catalog)
    grid = layout(land)
    level = {node.certification.id: LEVELS.index(node.level) for node in land.nodes}
    for link in land.edges:
        if link.needed and level[link.source] < level[link.target]:
            assert grid.spots[link.source].column < grid.spots[link.target].column


@pytest.mark.parametrize("format", PICTURES)
def test_the_map_has_every_edge_and_every_certification(format: Format, catalog: Catalog) -> None:
    """The same edges and nodes as the landscape."""
    report = MapReport(AnswerContext(catalog, DAY), full_landscape(catalog))
    text = render(report, format, Terminal())
    arrows = re.findall(r'data-from="([^"]*)" data-to="([^"]*)"', text)
    assert sorted(arrows) == sorted((link.source, link.target) for link in report.landscape.edges)
    nodes = re.findall(r'data-id="([^"]*)"', text)
    assert sorted(nodes) == sorted(catalog.certifications)
    assert text.count('tabindex="0"') == len(nodes)


@pytest.mark.parametrize("answer", ["map", "map-of-nobody"])
@pytest.mark.parametrize("format", PICTURES)
def test_a_map_is_self_contained(answer: str, format: Format, small: Catalog) -> None:
    """No script, no URL but the SVG namespace, and the same bytes each time."""
    text = render(ANSWERS[answer](small), format, Terminal())
    assert text == render(ANSWERS[answer](small), format, Terminal(60, colour=True))
    assert re.findall(r"https?:[^\"]*", text) == ["http://www.w3.org/2000/svg"]
    assert "<script" not in text
    assert not re.search(r"[ :]src=|xlink:href|@import|url\(", text)
    assert set(re.findall(r'href="([^"]*)"', text)) <= {"#list", "#mb", "#mh", "data:,"}
    assert 'lang="en"' in text


def test_a_page_is_cut_for_paper_between_fields(catalog: Catalog) -> None:
    """The sheets are the whole, part by part, and the styles hold in a clone of it too."""
    text = render(map_report(LEADER, catalog), Format.HTML, Terminal())
    cuts = re.findall(r'<svg y="54"[^>]* viewBox="0 ([\d.]+) [\d.]+ ([\d.]+)"', text)
    parts = [(float(top), float(height)) for top, height in cuts]
    assert len(parts) > 1
    for (top, height), (after, _) in pairwise(parts):
        assert abs(top + height - after) < 0.2
    assert text.count('href="#mb"') == text.count('href="#mh"') == len(parts)
    assert 'id="mb" class="map"' in text
    assert 'id="mh" class="map heads"' in text


def test_an_svg_is_well_formed_and_described(catalog: Catalog) -> None:
    """The map and every node have a title and a description; ids are unique."""
    root = ET.fromstring(render(map_report(LEADER, catalog), Format.SVG, Terminal()))  # noqa: S314  our own output
    space = "{http://www.w3.org/2000/svg}"
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in (root, *(one for one in root.iter() if one.get("data-id"))):
        title, desc = element.find(f"{space}title"), element.find(f"{space}desc")
        assert title is not None
        assert desc is not None
        assert title.text
        assert desc.text
        assert element.get("aria-label") or element.get("aria-labelledby") == title.get("id")
        assert element.get("aria-describedby") == desc.get("id")


def test_a_node_describes_its_certification(catalog: Catalog) -> None:
    """Name, issuer, level, state, date, shortfalls, cost, and what it opens."""
    text = render(map_report(LEADER, catalog), Format.SVG, Terminal())
    node = text.partition('data-id="pmp"')[2].partition("</g>")[0]
    for expected in (
        "PMP, Project Management Professional: from 2027-05-16",
        "Project Management Institute",
        "Level: mid and senior.",
        "Missing: 3 months of leading projects.",
        "Cost: 445 USD.",
        "Opens: ",
    ):
        assert expected in node


def test_an_exam_before_the_award_is_said(catalog: Catalog) -> None:
    """ISACA's exam is open to everyone, and the CISM takes five years of security work."""
    text = render(map_report(LEADER, catalog), Format.SVG, Terminal())
    node = text.partition('data-id="cism"')[2].partition('<g id="n')[0]
    assert "CISM, Certified Information Security Manager: you can take the exam; certified" in node
    assert "To be certified you also need 60 months of IT security" in node
    assert re.findall(r'class="meta"[^>]*>([^<]*)', node) == [
        "you can take the exam",
        "certified after 5 years",
    ]


def test_lines_to_one_certification_run_together(catalog: Catalog) -> None:
    """Those from the four certificates before the ITIL 4 MP; Foundation has its own, to many."""
    land = full_landscape(catalog)
    grid = layout(land)
    routes = route_edges((link for link in land.edges if not is_bundled(link)), grid)
    to_master = [route for route in routes if route.edge.target == "itil-4-mp"]
    owners = {route.edge.source: {one.owner for one in route.segments} for route in to_master}
    assert owners.pop("itil-4-foundation") == {(EdgeKind.ENTRY_RULE, "from", "itil-4-foundation")}
    assert len(owners) >= 4
    assert set().union(*owners.values()) == {(EdgeKind.ENTRY_RULE, "to", "itil-4-mp")}


@pytest.mark.parametrize("format", PICTURES)
@pytest.mark.parametrize("name", [*HOSTILE, "</style><b>", "]]>", "x" * 4000, "\ud800", "\0"])
def test_no_value_of_a_map_becomes_markup(name: str, format: Format, small: Catalog) -> None:
    """A hostile name, issuer, id or field is shown as it is, or escaped."""
    certification = small.certifications["pmp"]._replace(
        id=name, name=name, abbreviation=name, issuer=name, disciplines=(name,)
    )
    report = MapReport(AnswerContext(small, DAY), make_landscape([certification], small, DAY))
    harmless = MapReport(
        AnswerContext(small, DAY), make_landscape([small.certifications["pmp"]], small, DAY)
    )
    text = render(report, format, Terminal())
    assert _tags(text) == _tags(render(harmless, format, Terminal()))
    assert text.replace("\n", "").isprintable()
    text.encode("utf-8")
    if format is Format.SVG:
        ET.fromstring(text)  # noqa: S314  our own output


def _tags(text: str) -> set[tuple[str, tuple[str, ...]]]:
    """Every element that a browser would parse, with the names of its attributes."""
    tags: set[tuple[str, tuple[str, ...]]] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.add((tag, tuple(name for name, _ in attrs)))

    reader = Reader()
    reader.feed(text)
    reader.close()
    return tags


@pytest.mark.parametrize("format", PICTURES)
def test_an_empty_landscape_is_a_map_too(format: Format, small: Catalog) -> None:
    """It has a title and a headline."""
    report = MapReport(AnswerContext(small, DAY), make_landscape([], small, DAY))
    assert "0 certifications" in render(report, format, Terminal())


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_have_the_contrast_of_level_aa(colours: dict[str, str]) -> None:
    """Text 4.5:1, signs and edges 3:1, on every background that they appear on."""
    for ground in ("paper", "card", "band"):
        for text in ("ink", "soft"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for sign in ("wire", "accent", "star"):
            assert contrast(colours[sign], colours[ground]) >= 3, (sign, ground)
    for state in STATES:
        tint = colours[f"{state}-tint"]
        assert contrast(colours[state], tint) >= 4.5, state
        assert contrast(colours["ink"], tint) >= 4.5, state
        for ground in ("paper", "band"):
            assert contrast(colours[state], colours[ground]) >= 3, (state, ground)
    assert set(LIGHT) == set(DARK)


@given(st.text(min_size=1, max_size=80))
def test_a_name_is_made_to_fit(text: str) -> None:
    """On at most two lines, none wider than the room."""
    lettering = fit_name(text, 120)
    assert len(lettering.lines) <= 2
    assert all(text_width(line, lettering.size, bold=True) <= 120 for line in lettering.lines)
