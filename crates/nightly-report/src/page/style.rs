//! The stylesheet. Colours have names by what they are for: every ink can be read on every ground, every mark is seen on
//! every ground, and a test computes it. Nothing is told by hue alone: up and down have signs and words, the two months of
//! a chart stand apart and differ in lightness, so that grey paper and any eye tell them.

/// The style of the page.
pub(super) const STYLE: &str = "
:root { color-scheme: light;
  --ink: #16202b; --ink-soft: #4a5663; --ink-link: #0b4a8f; --ink-alarm: #7d1515;
  --ground: #ffffff; --ground-page: #f3f5f8; --ground-code: #eef1f5; --ground-alarm: #fdf1ea;
  --mark: #0b4a8f; --mark-soft: #7f8b98; --mark-line: #6b7784; --mark-alarm: #b3261e; --hair: #cdd4dc }
@page { size: A4 portrait; margin: 10mm 12mm 12mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif } }
* { box-sizing: border-box }
html { background: var(--ground-page); -webkit-text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-top: 1rem }
body { margin: 0; color: var(--ink); font: 16px/1.45 'Noto Sans', 'Segoe UI', Roboto, 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif }
main, header, footer { max-width: 1160px; margin: 0 auto; padding: 0 20px }
h1, h2, h3, p, ul, dl, dd, figure { margin: 0; padding: 0 }
ul { list-style: none }
a { color: var(--ink-link); text-underline-offset: .2em; text-decoration-thickness: .06em }
a:focus-visible, code:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px }
code { font: .84em/1.4 'Noto Sans Mono', 'DejaVu Sans Mono', Consolas, monospace; background: var(--ground-code); border: 1px solid var(--hair); border-radius: 4px; padding: .1em .4em; -webkit-user-select: all; user-select: all; -webkit-box-decoration-break: clone; box-decoration-break: clone }
code span { display: inline-block; max-width: 100%; overflow-wrap: anywhere }
.unknown { color: var(--ink-soft); font-style: italic; font-weight: 400; white-space: nowrap }
.num { font-variant-numeric: tabular-nums; white-space: nowrap }

header { padding-top: 26px }
header .library { color: var(--ink-soft); font-weight: 600; overflow-wrap: anywhere }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance }
header .spans { color: var(--ink-soft); margin-top: 4px }
nav ul { display: flex; flex-wrap: wrap; gap: 2px 20px; margin-top: 12px }
nav a { display: inline-block; padding: 6px 0 }
section { margin-top: 30px }
h2 { font-size: 1.3rem; line-height: 1.25; margin-bottom: 12px }
h3 { font-size: 1rem; line-height: 1.3 }

.attention ul { display: grid; grid-template-columns: 1fr 1fr; gap: 10px 14px }
.attention li { display: grid; grid-template-columns: 3.6rem 1fr; grid-template-rows: auto 1fr auto; gap: 2px 14px; align-items: start; background: var(--ground-alarm); border: 1px solid var(--hair); border-left: 6px solid var(--mark-alarm); border-radius: 6px; padding: 12px 16px 12px 8px; break-inside: avoid }
.attention .many { grid-row: 1 / 4; font-size: 1.7rem; line-height: 1.15; font-weight: 700; text-align: right; color: var(--ink-alarm) }
.attention .calm { border: 1px solid var(--hair); border-left: 6px solid var(--mark); border-radius: 6px; background: var(--ground); padding: 12px 16px }

.cards { display: grid; grid-template-columns: repeat(4, 1fr); gap: 14px }
.card { background: var(--ground); border: 1px solid var(--hair); border-radius: 8px; padding: 14px 16px; break-inside: avoid; display: flex; flex-direction: column }
.card h3 { font-weight: 600 }
.card .big { font-size: 1.9rem; line-height: 1.25; font-weight: 700 }
.card .big.unknown { font-size: 1.25rem; line-height: 1.9; font-weight: 400 }
.card .when, .card .day { color: var(--ink-soft); font-size: .88rem }
.card .day { font-weight: 600 }
.card figure { margin: auto 0 8px; padding-top: 10px }
.card .changes { font-size: .88rem; min-height: 4.4em }
.changes li { display: grid; grid-template-columns: 1.2em 1fr }
.sign { font-size: .8em; line-height: 1.8 }
svg { display: block; width: 100% }
svg.days { height: 46px }
.months { display: flex; gap: 3%; font-size: .78rem; color: var(--ink-soft); border-top: 0 }
.months span { min-width: 0; overflow: hidden }
.before { fill: var(--mark-soft) }
.now { fill: var(--mark) }
.floor { stroke: var(--mark-line); fill: none; stroke-width: 1; vector-effect: non-scaling-stroke }
.mark { stroke: var(--ink); fill: none; stroke-width: 2; vector-effect: non-scaling-stroke }

.tables { background: var(--ground); border: 1px solid var(--hair); border-radius: 8px; padding: 4px 16px 12px }
table { border-collapse: collapse; width: 100%; font-size: .94rem }
th, td { padding: 6px 0 6px 14px; text-align: right; border-top: 1px solid var(--hair) }
thead th { color: var(--ink-soft); font-size: .88rem; font-weight: 600; border-top: 0; white-space: nowrap }
th:first-child { text-align: left; padding-left: 0; font-weight: 400 }
thead th:first-child { font-weight: 600 }
td.strong { font-weight: 700 }
.part { display: inline-block; width: 0 }
.figures tr > th { white-space: nowrap }
.group th { font-weight: 700; padding-top: 16px; border-top: 0 }
td.change { color: var(--ink-soft); font-size: .86rem; text-align: left; padding-left: 8px }
td.chart { width: 15%; padding-left: 20px }
th.change { padding: 0 }
td.chart svg { height: 22px }

.classes td.bars { padding-left: 18px; width: 46% }
.classes svg { height: 18px }
.classes tfoot th, .classes tfoot td { font-weight: 700; border-top: 2px solid var(--mark-line) }
.legend { color: var(--ink-soft); font-size: .88rem; margin-top: 8px }
h2 .def { font-size: .88rem; font-weight: 400; margin-left: .5em }

.surveys { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 14px }
.survey .both { display: grid; grid-template-columns: 9fr 11fr; column-gap: 20px; align-items: center }
.survey .about { color: var(--ink-soft); font-size: .88rem }
.survey .big small { font-size: 1rem; font-weight: 600; margin-left: .3em }
.survey .changes { min-height: 0 }
.range { max-width: 480px; margin: 6px 0; padding: 0 .7em }
.axis { display: flex; justify-content: space-between; padding: 0 1%; font-size: .78rem; color: var(--ink-soft) }
.axis span { width: 2.4em; margin: 0 -1.2em; text-align: center }
.band { stroke: var(--mark-line); fill: none; stroke-width: 2 }
.hollow { fill: var(--ground); stroke: var(--ink); stroke-width: 1.5 }

.definitions dl { columns: 2; column-gap: 36px }
.definitions div { break-inside: avoid; padding: 0 0 16px }
.definitions dt { font-weight: 700 }
.definitions dd { font-size: .94rem }
.definitions .source { color: var(--ink-soft); font-size: .88rem }
.definitions :target { background: var(--ground-alarm); outline: 6px solid var(--ground-alarm) }
.lead { color: var(--ink-soft); margin-bottom: 14px }
footer { padding: 26px 20px 40px; color: var(--ink-soft); font-size: .88rem }

@media screen and (max-width: 1000px) { .cards { grid-template-columns: repeat(2, 1fr) } }
@media screen and (max-width: 1160px) { .figures .chart { display: none } .figures tr > th { white-space: normal } .figures { font-size: .9rem } }
@media screen and (max-width: 900px) {
  .figures thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .figures, .figures tbody, .figures th, .figures td { display: block }
  .figures tr { display: grid; grid-template-columns: 12fr 9fr; gap: 2px 12px; padding: 9px 0; border-top: 1px solid var(--hair) }
  .figures .group { border: 0; padding: 12px 0 0 }
  .figures th, .figures td { border: 0; padding: 0; text-align: left }
  .figures th { grid-column: 1 / 3; font-weight: 600 }
  .figures td { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 .6em }
  .figures td.alone { grid-column: 1 / 3; justify-content: flex-start }
  .figures td.change:empty { display: none }
  .figures td::before { content: attr(data-label); color: var(--ink-soft); font-size: .82rem; font-weight: 400 }
  .figures td.change { justify-content: flex-start; flex-wrap: nowrap; gap: .4em; padding: 0; white-space: normal }
  .figures td.change::before { content: none }
  .figures td.chart { display: none }
}
@media screen and (max-width: 760px) {
  main, header, footer { padding-left: 14px; padding-right: 14px }
  h1 { font-size: 1.4rem }
  .cards { grid-template-columns: 1fr }
  .card .changes { min-height: 0 }
  .survey .both { grid-template-columns: 1fr }
  .attention ul { grid-template-columns: 1fr }
  .attention li { grid-template-columns: 2.6rem 1fr; gap: 2px 12px; padding-right: 12px }
  .attention .many { font-size: 1.35rem }
  .definitions dl { columns: 1 }
  .classes, .classes thead, .classes tbody, .classes tfoot { display: block }
  .classes tr { display: grid; grid-template-columns: 1fr 5.2em 5.2em; gap: 2px 12px; padding: 7px 0; border-top: 1px solid var(--hair) }
  .classes th, .classes td { border: 0; padding: 0; text-align: left }
  .classes thead tr, .classes tfoot tr { border: 0 }
  .classes th + td + td, .classes td + td, .classes thead th + th { text-align: right }
  .classes td.bars { grid-column: 1 / 4; grid-row: 2; width: auto; padding: 0 }
  .classes tfoot td.bars, .classes thead .bars, .classes .wide { display: none }
  .classes tfoot tr { border-top: 2px solid var(--mark-line) }
  .classes tfoot th, .classes tfoot td { border: 0 }
  .classes svg { height: 12px }
}
@media print {
  html { background: none; font-size: 8.6pt }
  body { font-size: 1rem; line-height: 1.32 }
  main, header { max-width: none; padding: 0 1px }
  nav, .up, .def, footer { display: none }
  a { color: inherit; text-decoration: none }
  h1 { font-size: 17pt }
  h2 { font-size: 11.5pt; margin-bottom: 2mm; break-after: avoid }
  section { margin-top: 4.4mm }
  .cards { grid-template-columns: repeat(4, 1fr); gap: 2.2mm }
  .card { padding: 2mm 2.6mm; border-radius: 1mm }
  .card .big { font-size: 15pt }
  .card figure { margin: auto 0 .8mm; padding-top: 1.2mm }
  .card .changes, .card .when, .card .day, .survey .about { font-size: .83rem }
  .card .changes { min-height: 3.7em; line-height: 1.25 }
  .survey .changes { min-height: 0 }
  .changes li { grid-template-columns: 1em 1fr }
  .attention ul { gap: 1.4mm }
  .attention li { padding: 1.4mm 3mm 1.4mm 0; grid-template-columns: 12mm 1fr }
  .attention .many { font-size: 13pt }
  .tables { border: 0; padding: 0 }
  th, td { padding: .55mm 0 .55mm 2mm }
  .group th { padding-top: 1.8mm }
  tr { break-inside: avoid }
  tbody, .classes, .survey { break-inside: avoid }
  svg.days { height: 8mm }
  td.chart svg, .classes svg { height: 4mm }
  .definitions { break-before: page; margin-top: 0 }
  .lead { margin-bottom: 2mm }
  .definitions dd, .definitions .source { font-size: .88rem; line-height: 1.22 }
  .definitions code { font-size: .78em }
  .definitions div { padding-bottom: 1mm }
  .figures td.chart { width: 12% }
  .definitions dl { column-gap: 8mm }
  .before, .now, .floor, .mark, .band, .attention li, code { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
";
