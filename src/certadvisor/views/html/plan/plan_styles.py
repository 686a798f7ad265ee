"""The stylesheet of the picture of a plan, for light and dark mode and print."""

from certadvisor.views.html.palette import FONT

SHEET = f"""
.plan{{font-family:{FONT};color:var(--ink)}}
.plan:root{{background:var(--paper);max-width:100%;height:auto}}
.plan text{{fill:var(--ink)}}
.plan .ground{{fill:var(--paper)}}
.plan .big{{font-size:25px;font-weight:700;letter-spacing:-.4px}}
.plan .lead{{font-size:14px}}
.plan .strong{{font-weight:600}}
.plan .small{{font-size:11.5px}}
.plan .soft,.plan .small,.plan .month{{fill:var(--soft)}}
.plan .month{{font-size:11.5px}}
.plan .band{{fill:var(--band)}}
.plan .rule{{stroke:var(--line);stroke-width:1;fill:none}}
.plan .step{{font-size:13px;font-weight:600}}
.plan .bar,.plan .event{{stroke-width:1.4}}
.plan .learn{{fill:var(--held-tint);stroke:var(--held)}}
.plan .wait{{fill:var(--locked-tint);stroke:var(--locked);stroke-dasharray:4 2.4}}
.plan .apply{{fill:var(--reachable-tint);stroke:var(--reachable)}}
.plan .goal{{fill:var(--open);stroke:var(--open)}}
@media print{{
@page{{size:A4 landscape;margin:9mm}}
.plan:root{{width:100vw;height:98vh}}
.plan{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
}}
"""
