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
.map .full{{fill:var(--soft)}}
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
.map .pilltext{{font-size:10px;font-weight:600;text-anchor:middle}}
.map .node{{cursor:default;outline:none}}
.map .node:hover .box,.map .node:focus .box{{stroke:var(--accent);stroke-width:2.6}}
.map .node:focus-visible .box{{stroke-width:3.4}}
.map:has(.linked:is(:hover,:focus)) .link:not(.many){{opacity:.22}}
@media print{{
@page{{size:A3 portrait;margin:9mm}}
.map:root{{width:100vw;height:99vh}}
.map{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
}}
@media (prefers-reduced-motion:no-preference){{.map .link{{transition:opacity .12s}}}}
"""
PAGE_SHEET = """
ul.legend{display:flex;flex-wrap:wrap;gap:.35rem 1.5rem;margin:0;padding:0;list-style:none}
.legend li{display:flex;gap:.5rem;align-items:flex-start;font-size:.85rem;line-height:1.35}
.legend svg{flex:none}
.zoom{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.9rem 0 .4rem;padding:0;border:0}
.zoom legend{float:left;padding:0;color:var(--soft)}
.zoom,.zoom legend{font-size:.85rem}
.zoom label{display:inline-flex;gap:.4rem;align-items:center;min-height:1.5rem}
.zoom input{margin:0;accent-color:var(--held)}
html{scroll-padding:3.5rem 1rem 1rem}
.frame{position:relative;width:100%}
.frame>.picture{display:block;width:100%;height:auto;margin-top:var(--crop)}
.sheet{display:none}
.frame .heads{display:none}
.levels{position:sticky;top:0;z-index:1;height:2.9rem;background:var(--paper)}
.levels{border-bottom:1px solid var(--line)}
.levels p{position:absolute;bottom:.35rem;margin:0;line-height:1.2;white-space:nowrap}
.levels b{display:block;font-size:clamp(.78rem,1.2vw + .45rem,1.1rem)}
.levels small{color:var(--soft);font-size:.78rem}
main:has(#zoom-full:checked,#zoom-large:checked) figure{overflow:auto;max-height:96vh}
main:has(#zoom-full:checked,#zoom-large:checked) figure{scroll-padding:3.5rem 1rem 1rem}
main:has(#zoom-full:checked) .frame{width:max(100%,var(--full))}
main:has(#zoom-large:checked) .frame{width:max(150%,1.5*var(--full))}
@media (max-width:640px){.levels{height:1.7rem}.levels small{display:none}}
@media print{
@page{size:A3 portrait;margin:9mm}
ul.legend{gap:.5mm 5mm;margin:0 0 2mm}
.legend li{font-size:8pt}
.zoom,.levels{display:none}
main figure{overflow:visible!important;max-height:none!important}
main .frame{width:100%!important}
figure{break-inside:auto}
.frame>.picture{position:absolute;width:0;height:0;overflow:hidden}
.frame .heads{display:inline}
.frame>.sheet{display:block;width:100%;height:auto;max-height:calc(100vh - 4mm);break-inside:avoid}
.frame>.picture+.sheet{max-height:calc(100vh - 50mm)}
}
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
