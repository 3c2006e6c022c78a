//! One page for the head: how are we doing, what changed, what must be decided.

use maud::{Markup, html};
use pustaka_cli::Lang;

use super::charts;
use super::data::Shown;
use super::page::page;
use crate::words::poster as words;

/// What the summary says beside what the poster says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facts {
    /// The change from the period before, in a sentence.
    pub(crate) change: String,
    /// The periods.
    pub(crate) points: Vec<(String, String, i64)>,
    /// What to mend first, a line each.
    pub(crate) mend: Vec<String>,
    /// How far the figures can be trusted, a sentence each.
    pub(crate) sure: Vec<String>,
    /// What must be decided, a sentence each.
    pub(crate) decide: Vec<String>,
    /// The plan's counts in a sentence.
    pub(crate) plan: String,
    /// The plan: what, who, until when, how far.
    pub(crate) lines: Vec<[String; 4]>,
}

const STYLE: &str = "
.sheet { font-size: 10.5pt }
.head { border-bottom: .8mm solid #0b4a8f; padding-bottom: 2.5mm }
.sheet { padding: 10mm 14mm 8mm }
.head h1 { font-size: 14.5pt }
.top { display: flex; gap: 6mm; margin-top: 4mm }
.value { flex: 0 0 50mm; color: #fff; text-align: center; border-radius: 2mm; padding: 4mm 2mm }
.value .index { font-size: 38pt; font-weight: 700; line-height: 1.1 }
.value .class { font-size: 15pt; font-weight: 700 }
.said { flex: 1 }
.said p + p { margin-top: 1.5mm }
.period { white-space: nowrap }
h2 { font-size: 12pt; color: #0b3a70; margin: 2.5mm 0 .8mm }
ul { margin: 0; padding-left: 5mm }
th, td { border: .25mm solid #666; padding: .8mm 2mm; text-align: left; font-size: 9.5pt; vertical-align: top }
th { background: #e2ebf5 }
.decide { border: .6mm solid #0b4a8f; padding: 2mm 3mm; margin-top: 4mm }
.decide h2 { margin-top: 0 }
.trend svg { max-height: 33mm }
.bars svg { max-height: 60mm }
@media screen and (max-width: 150mm) { .top { flex-direction: column } .value { flex: none } }
";

/// The summary as a page.
pub(crate) fn html(shown: &Shown, facts: &Facts, lang: Lang) -> String {
    let body = html! {
        header.head {
            h1 { (words::summary(lang)) ": " (shown.name) }
            p { (shown.unit) " · " (shown.service) " · " span.period { (shown.period) } }
        }
        section.top {
            div.value style=(format!("background:{}", charts::colour(&shown.class))) {
                p { (words::value(lang)) }
                p.index { (shown.index) }
                @if !shown.class.is_empty() { p.class { (words::class_is(lang, &shown.class, &shown.class_words)) } }
            }
            div.said {
                @if let Some((margin, low, high)) = &shown.interval { p { (words::between(lang, low, high, margin)) } }
                h2 { (words::what_changed(lang)) }
                p { (facts.change) }
                h2 { (words::mend_first(lang)) }
                (list(&facts.mend))
            }
        }
        section.decide { h2 { (words::decide(lang)) } (list(&facts.decide)) }
        section.bars { h2 { (words::elements(lang)) } (charts::elements(&shown.bars, &shown.bands, words::elements(lang))) }
        @if facts.points.len() > 1 {
            section.trend { h2 { (words::trend(lang)) } (charts::trend(&facts.points, &shown.bands, words::trend(lang))) }
        }
        section { h2 { (words::how_sure(lang)) } (list(&facts.sure)) }
        section {
            h2 { (words::plan(lang)) }
            p { (facts.plan) }
            @if !facts.lines.is_empty() { (plan(&facts.lines, lang)) }
        }
    };
    page(lang, &format!("{}: {}", words::summary(lang), shown.name), STYLE, &body)
}

fn list(lines: &[String]) -> Markup {
    html! { ul { @for line in lines { li { (line) } } } }
}

fn plan(lines: &[[String; 4]], lang: Lang) -> Markup {
    html! {
        table {
            tr { th { (words::plan_action(lang)) } th { (words::plan_owner(lang)) } th { (words::plan_due(lang)) } th { (words::plan_state(lang)) } }
            @for line in lines { tr { @for cell in line { td { (cell) } } } }
        }
    }
}
