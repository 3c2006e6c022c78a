//! The poster for the notice board: the fields that the rule asks for, the fixed words, the legend of the classes.

use maud::{Markup, html};
use pustaka_cli::Lang;

use super::charts;
use super::data::Shown;
use super::page::page;
use crate::words::poster as words;

/// Who signs, where and when.
#[derive(Debug, Clone, Default)]
pub(crate) struct Signature {
    pub(crate) place_and_day: String,
    pub(crate) role: String,
    pub(crate) name: String,
}

const STYLE: &str = "
.head { text-align: center; border-bottom: 1.2mm solid #0b4a8f; padding-bottom: 4mm }
.head h1 { font-size: 21pt; line-height: 1.12 }
.head .unit { font-size: 16pt; font-weight: 700; margin-top: 1.5mm }
.sheet { padding: 11mm 14mm 9mm }
.head p { font-size: 12pt }
.main { display: flex; gap: 6mm; margin-top: 4mm }
.value { flex: 0 0 76mm; color: #fff; border-radius: 3mm; text-align: center; padding: 5mm 3mm; display: flex; flex-direction: column; justify-content: center }
.value .label { font-size: 19pt; font-weight: 700 }
.value .index { font-size: 54pt; font-weight: 700; line-height: 1.1 }
.value .class { font-size: 21pt; font-weight: 700 }
.facts { flex: 1; font-size: 11pt; line-height: 1.22 }
.facts h2 { font-size: 10pt; text-transform: uppercase; letter-spacing: .04em; color: #0b3a70; margin-top: 1.6mm }
.facts h2:first-child { margin-top: 0 }
.facts .parts { display: grid; grid-template-columns: 1fr 1fr; column-gap: 5mm }
.facts .parts span { display: flex; justify-content: space-between; gap: 2mm }
.facts .period { white-space: nowrap }
.bars { margin-top: 3mm }
.bars svg { max-height: 56mm }
.bars h2, .bands h2 { font-size: 12pt; margin-bottom: 1mm }
.bands { margin-top: 2mm }
.bands td { border: .3mm solid #444; padding: .6mm 3mm; font-size: 11pt }
.bands tr.own td { font-weight: 700; background: #e2ebf5 }
.thanks { margin-top: 3mm; text-align: center; font-weight: 700; font-size: 11pt; line-height: 1.3; text-transform: uppercase }
.foot { margin-top: 3mm; break-inside: avoid; display: flex; justify-content: space-between; gap: 10mm; font-size: 11pt }
.foot .note { color: #333; flex: 1; font-size: 9.5pt }
.foot .sign { text-align: center; min-width: 62mm }
.foot .sign .space { height: 13mm }
@media screen and (max-width: 150mm) { .main, .foot { flex-direction: column } .value { flex: none } .value .index { font-size: 46pt } .head h1 { font-size: 19pt } .facts .parts { grid-template-columns: 1fr } }
";

/// The poster as a page.
pub(crate) fn html(shown: &Shown, signature: &Signature, lang: Lang) -> String {
    let body = html! {
        header.head {
            h1 { (words::index_title(lang)) }
            p.unit { (shown.unit) }
            p { (shown.name) }
        }
        section.main {
            div.value style=(format!("background:{}", charts::colour(&shown.class))) {
                p.label { (words::value(lang)) }
                p.index { (shown.index) }
                @if !shown.class.is_empty() { p.class { (words::class_is(lang, &shown.class, &shown.class_words)) } }
            }
            div.facts { (facts(shown, lang)) }
        }
        section.bars {
            h2 { (words::elements(lang)) }
            (charts::elements(&shown.bars, &shown.bands, words::elements(lang)))
        }
        @if !shown.bands.is_empty() { section.bands {
            h2 { (words::bands(lang, &shown.bands_name)) }
            table { @for band in &shown.bands {
                tr.own[band.own] { td { (band.class) } td { (band.range) } td { (band.words) } }
            } }
        } }
        p.thanks { (words::thanks(lang)) br; (words::thanks_more(lang)) }
        footer.foot {
            p.note { (words::method(lang, &shown.weight)) }
            div.sign {
                p { (signature.place_and_day) }
                p { (signature.role) }
                div.space {}
                p { strong { (signature.name) } }
            }
        }
    };
    page(lang, &words::page_title(lang, &shown.unit, &shown.period), STYLE, &body)
}

fn facts(shown: &Shown, lang: Lang) -> Markup {
    html! {
        h2 { (words::service(lang)) }
        p { (shown.service) }
        h2 { (words::respondents(lang)) }
        p { (words::people(lang, &shown.respondents)) }
        @for division in &shown.divisions {
            h2 { (division.name) }
            div.parts { @for (part, n) in &division.parts { span { span { (part) } strong { (n) } } } }
        }
        h2 { (words::survey_period(lang)) }
        p.period { (shown.period) }
    }
}
