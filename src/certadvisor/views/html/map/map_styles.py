"""The stylesheet of the map: type, boxes by state, edges, highlighting and print."""

from collections.abc import Iterable

from certadvisor.advice.landscape import MapState
from certadvisor.views.html.palette import FONT

_FIXED = f"""
.map{{font-family:{FONT};color:var(--ink)}}
.map:root{{background:var(--paper)}}
.map text{{fill:var(--ink)}}
.map .ground{{fill:var(--paper)}}
.map .big{{font-size:27px;font-weight:700;letter-spacing:-.4px}}
.map .lead{{font-size:14px}}
.map .small,.map .meta,.map .count{{fill:var(--soft)}}
.map .small{{font-size:11.5px}}
.map .key{{font-size:12px}}
.map .keyname{{font-weight:600}}
.map .level{{font-size:16px;font-weight:700}}
.map .count{{font-size:11.5px}}
.map .field{{font-size:12.5px;font-weight:600}}
.map .band{{fill:var(--band)}}
.map .rule{{stroke:var(--line);stroke-width:1;fill:none}}
.map .box{{fill:var(--card);stroke:var(--wire);stroke-width:1.1}}
.map .name{{font-weight:600}}
.map .meta{{font-size:10.5px}}
.map .solid{{fill:currentColor}}
.map .stroke,.map .cut{{fill:none;stroke-linecap:round;stroke-linejoin:round}}
.map .stroke{{stroke:currentColor;stroke-width:1.6}}
.map .stroke.dashed{{stroke-dasharray:2.6 1.9;stroke-linecap:butt}}
.map .cut{{stroke:var(--card);stroke-width:1.9}}
.map .star{{fill:var(--star);stroke:var(--paper);stroke-width:1.5;paint-order:stroke}}
.map .link{{color:var(--wire)}}
.map .wire{{fill:none;stroke:currentColor;stroke-width:1.5}}
.map .way .wire{{stroke-dasharray:6 3}}
.map .heir .wire{{stroke-dasharray:1.5 3.2;stroke-linecap:round}}
.map .tip{{fill:currentColor}}
.map .many{{visibility:hidden}}
.map .pill{{fill:var(--paper);stroke:var(--wire);stroke-width:1}}
.map .pilltext{{font-size:8.5px;font-weight:600;text-anchor:middle}}
.map .node{{cursor:default;outline:none}}
.map .node:hover .box,.map .node:focus .box{{stroke:var(--accent);stroke-width:2.6}}
.map .node:focus-visible .box{{stroke-width:3.4}}
.map:has(.linked:is(:hover,:focus)) .link:not(.many){{opacity:.22}}
@media print{{
@page{{size:A3 landscape;margin:9mm}}
.map:root{{width:100vw;height:99vh}}
.map{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
}}
@media (prefers-reduced-motion:no-preference){{.map .link{{transition:opacity .12s}}}}
"""
_STATES = {
    MapState.HELD: "stroke-width:2.2",
    MapState.OPEN: "stroke-width:1.6",
    MapState.REACHABLE: "stroke-width:1.1",
    MapState.ASK: "stroke-width:1.2;stroke-dasharray:4 2.4",
    MapState.LOCKED: "stroke-width:.8",
}


def stylesheet(linked: Iterable[str]) -> str:
    """The stylesheet; each of the `linked` nodes highlights its edges when pointed at."""
    states = [
        f".map .{state} .box{{fill:var(--{state}-tint);stroke:var(--{state});{more}}}\n"
        f".map .{state} .icon,.map .{state} .meta{{color:var(--{state});fill:var(--{state})}}\n"
        for state, more in _STATES.items()
    ]
    highlights = [
        f".map:has(#{node}:is(:hover,:focus)) .{node}-link"
        "{opacity:1;visibility:visible;color:var(--accent)}\n"
        for node in linked
    ]
    return "".join([_FIXED, *states, ".map .locked .name{fill:var(--locked)}\n", *highlights])
