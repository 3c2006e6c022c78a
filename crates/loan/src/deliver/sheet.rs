//! The sheet that goes along on a round: A4, a row a door, a place to sign. What is read stays in the library, so copies
//! are named by their barcodes.

use maud::{Markup, html};
use pustaka_cli::Lang;
use pustaka_cli::page::page;
use pustaka_core::circulation::delivery::{Round, Stop, StopState};

use super::{address, state_of};
use crate::words::result as words;

const STYLE: &str = "
@page { size: A4; margin: 15mm }
body { margin: 0 auto; max-width: 180mm; font: 10.5pt/1.4 'Liberation Sans', Arial, sans-serif; color: #000 }
section { break-after: page }
section:last-child { break-after: auto }
h1 { font-size: 14pt; margin: 0 0 2pt }
p { margin: 0 0 8pt }
table { width: 100%; border-collapse: collapse; margin: 0 0 8pt }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 0.6pt solid #000; padding: 4pt 5pt; text-align: left; vertical-align: top }
td { height: 13mm }
.code { font-family: 'Liberation Mono', monospace; white-space: nowrap }
.sign { width: 36mm }
@media screen { body { padding: 10mm } }
";

/// The sheet of these rounds, a page or more for each.
pub(super) fn sheet(library: &str, rounds: &[Round], lang: Lang) -> String {
    let body = html! {
        @for one in rounds { (of_round(library, one, lang)) }
        @if rounds.is_empty() { p { (words::no_rounds(lang)) } }
    };
    page(lang, words::sheet_title(lang), &[STYLE], &body)
}

fn of_round(library: &str, round: &Round, lang: Lang) -> Markup {
    html! {
        section {
            p { (library) }
            h1 { (words::sheet_title(lang)) }
            p { (words::round_of(lang, round.id, lang.date(round.day), &round.courier)) }
            table {
                thead {
                    tr {
                        th { (words::hold(lang)) }
                        th { (words::name(lang)) }
                        th { (words::address(lang)) }
                        th { (words::phone(lang)) }
                        th { (words::item(lang)) }
                        th class="sign" { (words::received_by(lang)) }
                    }
                }
                tbody { @for stop in &round.stops { (of_stop(stop, lang)) } }
            }
            p { (words::sheet_foot(lang, round.id)) }
        }
    }
}

fn of_stop(stop: &Stop, lang: Lang) -> Markup {
    let line = stop.line.as_ref();
    html! {
        tr {
            td { (stop.hold) }
            td { (line.map_or("", |line| line.name.as_str())) }
            td { (address(stop)) }
            td { (line.and_then(|line| line.phone.as_deref()).unwrap_or_default()) }
            td class="code" { (line.and_then(|line| line.ready.as_deref()).unwrap_or_default()) }
            td { @if stop.state != StopState::Planned { (state_of(stop, lang)) } }
        }
    }
}
