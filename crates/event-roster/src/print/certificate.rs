//! Certificates, a page each. They are Indonesian documents, whatever language the screen speaks.

use jiff::civil::Date;
use maud::{Markup, html};
use pustaka_cli::Lang;
use pustaka_core::events::Event;
use pustaka_core::events::certificates::{Certificate, Issued};

use super::page::frame;
use super::{days, qr};
use crate::words::print as words;

/// Who signs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Signer {
    /// The name under the line.
    pub(crate) name: Option<String>,
    /// The office above it.
    pub(crate) office: Option<String>,
}

/// The pages, by number.
pub(crate) fn pages(issued: &Issued, library: &str, signer: &Signer) -> String {
    let lang = Lang::Id;
    let event = &issued.event;
    let body = html! {
        @for one in issued.certificates.iter().filter(|one| one.name.is_some()) {
            (certificate(one, event, library, signer, lang))
        }
    };
    let title = format!("{} – {}", words::certificate(lang), event.plan.title);
    frame(lang, &title, STYLE, &body)
}

fn certificate(one: &Certificate, event: &Event, library: &str, signer: &Signer, lang: Lang) -> Markup {
    let plan = &event.plan;
    let name = one.name.as_deref().unwrap_or("");
    let issued = one.issued.get(..10).and_then(|day| day.parse::<Date>().ok());
    let issued = issued.map(|day| lang.long_date(day)).unwrap_or_default();
    html! {
        section.certificate {
            p.library { (library) }
            h1 { (words::certificate(lang)) }
            p.number { (words::number(lang)) " " (one.number) }
            p.given.first { (words::given_to(lang)) }
            p class=(size(name)) { (name) }
            p.given { (words::for_taking_part(lang)) }
            p.title { (plan.title) }
            p.facts {
                (words::of_kind(lang, plan.kind)) ", " (days(lang, event))
                @if let Some(place) = &plan.place { ", " (place) }
            }
            @if one.sessions > 1 { p.facts { (words::attended_of(lang, one.attended, one.sessions)) } }
            @if let Some(partner) = &plan.partner { p.facts { (words::together_with(lang, partner)) } }
            div.foot {
                div.verify {
                    @if let Some(image) = qr::image(&one.code) { (image) }
                    p { (words::verify_with(lang)) br; b { (one.code) } }
                }
                div.sign {
                    p { (issued) }
                    p { (signer.office.as_deref().unwrap_or(words::head_of_library(lang))) }
                    p.line { (signer.name.as_deref().unwrap_or("\u{a0}")) }
                }
            }
        }
    }
}

/// A long name is set smaller, so that it stays on one line as long as it can.
fn size(name: &str) -> &'static str {
    match name.chars().count() {
        0..=26 => "name",
        27..=44 => "name long",
        _ => "name longest",
    }
}

const STYLE: &str = "
@page { size: A4 landscape; margin: 0; }
.certificate { width: 297mm; height: 209.5mm; padding: 20mm 26mm 18mm; position: relative; break-after: page;
    display: flex; flex-direction: column; align-items: center; text-align: center; overflow: hidden; }
.certificate:last-child { break-after: auto; }
.certificate::before { content: ''; position: absolute; inset: 9mm; border: 2pt solid #1f4e5f; outline: .6pt solid #1f4e5f;
    outline-offset: -2.4mm; }
.certificate p { margin: 0; max-width: 100%; overflow-wrap: anywhere; }
.library { font-size: 14pt; letter-spacing: .06em; }
h1 { margin: 5mm 0 0; font-size: 38pt; letter-spacing: .22em; text-indent: .22em; color: #1f4e5f; text-transform: uppercase;
    font-family: 'Noto Serif', 'Liberation Serif', Georgia, serif; }
.number { font-size: 11pt; }
.given { margin-top: 8mm !important; font-size: 13pt; }
.given.first { margin-top: auto !important; }
.name { margin-top: 2mm !important; font-size: 36pt; line-height: 1.15; font-weight: 700;
    font-family: 'Noto Serif', 'Liberation Serif', Georgia, serif; border-bottom: .8pt solid #1f4e5f; padding: 0 8mm 1mm; }
.name.long { font-size: 24pt; }
.name.longest { font-size: 17pt; }
.title { margin-top: 2mm !important; font-size: 20pt; line-height: 1.2; font-weight: 600; max-height: 3.6em; overflow: hidden; }
.facts { margin-top: 1.5mm !important; font-size: 12.5pt; }
.foot { margin-top: auto; width: 100%; display: flex; justify-content: space-between; align-items: flex-end; text-align: left; }
.verify { display: flex; align-items: center; gap: 3mm; font-size: 9pt; max-width: 100mm; }
.verify svg { width: 26mm; height: 26mm; flex: none; }
.verify b { font-family: 'Liberation Mono', monospace; font-size: 11pt; white-space: nowrap; }
.sign { width: 80mm; text-align: center; font-size: 11.5pt; }
.sign .line { margin-top: 20mm !important; border-top: .8pt solid #111; padding-top: 1mm; font-weight: 600; }
@media screen { .certificate { border: 1px solid #ccc; margin-bottom: 1rem; max-width: 100%; } }
";
