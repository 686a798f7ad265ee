"""The style sheet of the team report, for narrow and wide screens, dark mode and A4 paper."""

SHEET = """
header,main,footer{max-width:1080px}
h1{letter-spacing:-.025em}
h2{margin:0;font-size:1.2rem;letter-spacing:-.01em}
main>section{margin:1.1rem 0;padding:1.15rem 1.3rem 1.3rem;background:var(--card)}
main>section,.figures>div{border:1px solid var(--line);border-radius:12px}
section>p,section>ul.told{max-width:46rem}
section>p.say{margin:.2rem 0 1rem;color:var(--soft)}
ul.told{margin:.5rem 0 0;padding-left:1.2rem}
ul.told li+li{margin-top:.3rem}
.figures{display:grid;gap:.8rem;margin:1.1rem 0}
.figures{grid-template-columns:repeat(4,1fr) minmax(max-content,1.3fr)}
.figures>div{padding:.85rem 1rem .9rem;background:var(--card)}
.figures dt{color:var(--soft);font-size:.85rem;font-weight:600}
.figures dd{margin:0}
.figures .value{font-size:1.6rem;font-weight:700;line-height:1.25;letter-spacing:-.02em}
.figures .value{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.figures .about{color:var(--soft);font-size:.85rem;line-height:1.35}
.keys{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;margin:.2rem 0 .8rem;font-size:.85rem}
.key{display:inline-flex;align-items:center;gap:.45rem}
.sign{width:1.5rem;height:.95rem;border-radius:3px}
ul.bars{margin:0;padding:0;list-style:none}
.bars li{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr 8.5rem}
.bars li{gap:0 .9rem;align-items:center;padding:.3rem 0}
.bars .name{font-weight:600;line-height:1.25;overflow-wrap:anywhere}
.bars .name small{display:block;color:var(--soft);font-size:.78rem;font-weight:400}
.bars .track{display:block;min-width:0}
.bars .bar{display:flex;gap:2px;min-width:2px}
.part:empty{min-height:1.3rem}
.part{flex:1 1 0;min-width:max-content;text-indent:.4rem;border-radius:4px;line-height:1.55rem}
.part:not(:empty)::after{content:'';padding-right:.4rem}
.part{font-size:.82rem;font-weight:600;font-variant-numeric:tabular-nums}
.sign,.part{border:1.5px solid var(--wire);background:var(--card);color:var(--ink)}
.solid{background:var(--open);border-color:var(--open);color:var(--paper)}
.pale{background:var(--open-tint);border-color:var(--open)}
.striped{border-color:var(--reachable);background:repeating-linear-gradient(135deg,
var(--reachable-tint) 0 6px,var(--line) 6px 8px)}
.bare{border-color:var(--wire)}
.dotted{border:1.5px dashed var(--ask);background:var(--ask-tint)}
.cost{background:var(--held-tint);border-color:var(--held)}
.figure{display:flex;flex-direction:column;line-height:1.25;font-variant-numeric:tabular-nums}
.figure span{color:var(--soft);font-size:.82rem}
.columns{display:grid;grid-template-columns:repeat(12,1fr);gap:clamp(2px,.8vw,10px)}
.column{display:flex;flex-direction:column;text-align:center;font-size:.82rem;min-width:0}
.stand{display:flex;flex-direction:column;justify-content:flex-end;height:11rem}
.stand{border-bottom:1.5px solid var(--wire)}
.stand b{font-size:.92rem;font-variant-numeric:tabular-nums}
.rise{display:block;background:var(--held-tint);border:1.5px solid var(--held);border-bottom:0}
.stand{--label:1.6rem}
.rise{flex:none;height:calc((100% - var(--label))*var(--share));border-radius:4px 4px 0 0}
.empty b{color:var(--soft);font-weight:400}
.empty .rise{border:0}
.column .name{padding-top:.25rem}
.below{min-height:1.3em;color:var(--soft);font-size:.75rem}
main details{margin-top:.8rem}
details .wide{margin-top:.5rem}
td.number,th.number{text-align:right}
@media (max-width:900px){
.figures{grid-template-columns:repeat(3,1fr)}
.figures>div:last-child{grid-column:span 2}
}
@media (max-width:640px){
main>section{padding:1rem .9rem}
.figures{grid-template-columns:1fr 1fr}
.figures>div:last-child{grid-column:1/-1}
.bars li{grid-template-columns:minmax(45%,1fr) minmax(0,max-content);padding:.45rem 0}
.bars li{gap:.15rem .8rem}
.bars .track{grid-row:2;grid-column:1/-1}
.figure{text-align:right}
.column{font-size:.68rem}
.long .stand{--label:3.6rem}
.long b{align-self:center;padding:.2rem 0;writing-mode:vertical-rl;transform:rotate(180deg)}
}
@media print{
@page{size:A4 portrait;margin:12mm}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
html{font-size:13px}
body{font-size:1rem;line-height:1.35}
header,main,footer{padding:0 .3mm}
main>section{margin:3mm 0;padding:3mm 4mm;break-inside:avoid}
.figures{grid-template-columns:repeat(4,1fr) minmax(max-content,1.3fr);gap:2mm;margin:3mm 0}
.figures>div:last-child{grid-column:auto}
.figures>div{padding:2mm 3mm}
.figures .value{font-size:13pt}
.bars li{padding:.5mm 0}
.part{line-height:1.35rem}
.stand{height:30mm}
}
"""
