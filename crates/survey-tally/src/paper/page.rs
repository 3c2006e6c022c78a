//! The frame of every page: A4, self-contained, nothing that could be run.

use maud::{Markup, html};
use pustaka_cli::{Lang, page};

/// Colours are for a wall under any lamp: each text stands 7:1 or more against its ground (WCAG AAA).
const COMMON: &str = "
@page { size: A4 portrait; margin: 0 }
* { box-sizing: border-box }
html { background: #d9dde2 }
body { margin: 0; font-family: 'Noto Sans', 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif; color: #111; line-height: 1.3 }
.sheet { background: #fff; width: 210mm; min-height: 297mm; margin: 0 auto; padding: 13mm 15mm 11mm }
h1, h2, p { margin: 0 }
table { border-collapse: collapse; width: 100% }
svg { display: block; width: 100%; height: auto }
@media screen and (max-width: 210mm) { .sheet { width: auto; min-height: 0; padding: 6mm 4mm } }
@media print { html { background: none } .sheet { margin: 0; min-height: 296mm } * { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
";

/// A whole page.
pub(crate) fn page(lang: Lang, title: &str, style: &'static str, body: &Markup) -> String {
    page::page(lang, title, &[COMMON, style], &html! { main.sheet { (body) } })
}
