//! Badges: eight on a page, each with the code that the scanner at the door reads.

use maud::html;
use pustaka_cli::Lang;
use pustaka_core::events::Event;
use pustaka_core::events::roster::Enlisted;

use super::page::frame;
use super::{days, qr};
use crate::words::print as words;

/// Badges of one page.
const ON_A_PAGE: usize = 8;

/// The pages.
pub(super) fn page(event: &Event, people: &[&Enlisted], library: &str, lang: Lang) -> String {
    let plan = &event.plan;
    let day = days(lang, event);
    let body = html! {
        @for sheet in people.chunks(ON_A_PAGE) {
            section.sheet {
                @for one in sheet {
                    div.badge {
                        p.library { (library) }
                        p.event { (plan.title) }
                        p class=(size(one.name.as_deref().unwrap_or(""))) { (one.name.as_deref().unwrap_or("")) }
                        p.institution {
                            (one.institution.as_deref().unwrap_or(""))
                            @if one.is_group { " " (words::heads_of(lang, one.heads)) }
                        }
                        div.foot {
                            p.day { (day) }
                            div.code { @if let Some(image) = qr::image(&one.code) { (image) } p { (one.code) } }
                        }
                    }
                }
            }
        }
    };
    let title = format!("{} – {}", words::badges(lang), plan.title);
    frame(lang, &title, STYLE, &body)
}

/// A long name is set smaller, so that it stays on its badge.
fn size(name: &str) -> &'static str {
    match name.chars().count() {
        0..=18 => "name",
        19..=34 => "name long",
        _ => "name longest",
    }
}

const STYLE: &str = "
@page { size: A4 portrait; margin: 10mm; }
.sheet { display: grid; grid-template-columns: 94mm 94mm; grid-auto-rows: 66mm; gap: 2mm; break-after: page; }
.sheet:last-child { break-after: auto; }
.badge { border: .4pt dashed #888; padding: 4mm 5mm 3mm; display: flex; flex-direction: column; overflow: hidden; }
.badge p { margin: 0; overflow-wrap: anywhere; }
.library { font-size: 7.5pt; color: #333; letter-spacing: .03em; }
.event { font-size: 9.5pt; font-weight: 600; line-height: 1.2; max-height: 2.4em; overflow: hidden; }
.name { margin-top: auto !important; padding-top: 2mm; font-size: 21pt; font-weight: 700; line-height: 1.1; }
.name.long { font-size: 15pt; }
.name.longest { font-size: 11.5pt; max-height: 3.4em; overflow: hidden; }
.institution { margin-top: .6mm !important; font-size: 9pt; line-height: 1.2; min-height: 1.2em; max-height: 2.4em; overflow: hidden; }
.foot { margin-top: auto; display: flex; justify-content: space-between; align-items: flex-end; }
.day { font-size: 8pt; max-width: 50mm; }
.code { width: 25mm; text-align: center; }
.code p { font-family: 'Liberation Mono', monospace; font-size: 8pt; margin-top: -1mm; }
.code svg { width: 25mm; height: 25mm; }
";
