//! The list that hangs at the door: names in order, a field to sign for each session, room for those who just come.

use maud::html;
use pustaka_cli::Lang;
use pustaka_core::events::Event;
use pustaka_core::events::roster::Enlisted;

use super::page::frame;
use super::{days, long_day};
use crate::words::print as words;

/// Lines for who comes without a registration.
const SPARE: usize = 5;

/// More sessions than this are not signed for on paper one by one.
const SIGNED: usize = 8;

/// The page. It has no telephone numbers and says nothing of anybody's needs: it hangs where all can read it.
pub(super) fn page(event: &Event, people: &[&Enlisted], library: &str, lang: Lang) -> String {
    let plan = &event.plan;
    let sessions = &event.sessions[..event.sessions.len().min(SIGNED)];
    let groups = people.iter().any(|one| one.is_group);
    let heads: i64 = people.iter().map(|one| one.heads).sum();
    let body = html! {
        header {
            p.library { (library) }
            h1 { (words::roster(lang)) }
            h2 { (plan.title) }
            p {
                (days(lang, event))
                @if let [only] = event.sessions.as_slice() {
                    ", " (only.span.starts.strftime("%H:%M").to_string()) "–"
                    (only.span.ends.strftime("%H:%M").to_string()) " WIB"
                }
                @if let Some(place) = &plan.place { " · " (place) }
                @if let Some(speaker) = &plan.speaker { " · " (speaker) }
            }
            @if sessions.len() > 1 {
                ol.sessions {
                    @for session in sessions {
                        li { (long_day(lang, session.day())) ", " (session.span.starts.strftime("%H:%M").to_string())
                            "–" (session.span.ends.strftime("%H:%M").to_string()) }
                    }
                }
            }
        }
        table.many[sessions.len() > 3] {
            thead {
                tr {
                    th.no { (words::no(lang)) }
                    th.code { (words::code(lang)) }
                    th { (words::name(lang)) }
                    th.institution { (words::institution(lang)) }
                    @if groups { th.heads { (words::heads(lang)) } }
                    @for session in sessions {
                        @if sessions.len() == 1 { th.sign.alone { (words::signature(lang)) } }
                        @else { th.sign { (session.number) } }
                    }
                }
            }
            tbody {
                @for (at, one) in people.iter().enumerate() {
                    tr {
                        td.no { (at + 1) }
                        td.code { (one.code) }
                        td { (one.name.as_deref().unwrap_or("")) }
                        td.institution { span { (one.institution.as_deref().unwrap_or("")) } }
                        @if groups { td.heads { (one.heads) } }
                        @for session in sessions {
                            td.sign { @if one.attended.iter().any(|(number, _)| *number == session.number) { "✓" } }
                        }
                    }
                }
                @for at in 0..SPARE {
                    tr.spare {
                        td.no { (people.len() + at + 1) }
                        td.code {} td {} td {}
                        @if groups { td.heads {} }
                        @for _ in sessions { td.sign {} }
                    }
                }
            }
        }
        p.total { (words::total(lang, people.len(), heads)) }
    };
    let title = format!("{} – {}", words::roster(lang), plan.title);
    frame(lang, &title, STYLE, &body)
}

const STYLE: &str = "
@page { size: A4 portrait; margin: 14mm 12mm; }
header { border-bottom: 1.5pt solid #111; margin-bottom: 4mm; padding-bottom: 2mm; }
.library { margin: 0; font-size: 9pt; letter-spacing: .04em; }
h1 { margin: 1mm 0 0; font-size: 11pt; font-weight: 600; text-transform: uppercase; letter-spacing: .08em; }
h2 { margin: 0 0 1mm; font-size: 16pt; line-height: 1.15; }
header p { margin: 0; font-size: 10pt; }
.sessions { margin: 1.5mm 0 0; padding-left: 5mm; columns: 2; font-size: 8.5pt; }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .5pt solid #777; padding: 1.2mm 1.6mm; text-align: left; vertical-align: middle; overflow-wrap: anywhere; }
th { background: #eee; font-size: 8pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
td { height: 8.6mm; }
.no { width: 10mm; text-align: right; white-space: nowrap; }
.code { width: 21mm; font-family: 'Liberation Mono', monospace; font-size: 8.5pt; white-space: nowrap; }
.heads { width: 12mm; text-align: right; }
.institution { width: 27%; font-size: 8pt; }
td.institution span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.sign { width: 12mm; text-align: center; }
.many .sign { width: 9mm; padding-left: 0; padding-right: 0; }
.many .institution { width: 24%; }
.sign.alone { width: 40mm; }
.total { font-size: 9pt; }
";
