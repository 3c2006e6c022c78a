//! Pages for people: the WhatsApp messages to click through, and the letters. One file each, no script, nothing from
//! elsewhere; never a title.

use std::fmt::Write as _;

use jiff::civil::Date;
use maud::{Markup, html};
use pustaka_cli::{Lang, page};
use pustaka_core::notices::{Notice, Recipient};

use crate::render::Written;
use crate::words::{codes, dates, pages as words};

/// A notice with its words.
pub(crate) type Told = (Notice, Written);

/// The link that opens a chat with a message already written. Whatever the message holds, it stays a value of the
/// address: only letters and digits stand in it as they are.
pub(crate) fn whatsapp_link(phone: &str, message: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let mut link = format!("https://wa.me/{digits}?text=");
    for byte in message.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => link.push(char::from(byte)),
            other => _ = write!(link, "%{other:02X}"),
        }
    }
    link
}

/// The page of the WhatsApp messages.
pub(crate) fn whatsapp(told: &[Told], lang: Lang, library: &str, today: Date) -> String {
    let body = html! {
        main {
            p.library { (library) }
            h1 { (words::wa_title(lang)) }
            p.meta { (words::made_on(lang, dates::long(lang, today))) " · " (words::count_of(lang, told.len())) }
            @if told.is_empty() { p { (words::wa_none(lang)) } } @else { p { (words::wa_how(lang)) } }
            ol {
                @for (notice, written) in told { (message(notice, written, lang)) }
            }
            @if !told.is_empty() {
                section.all {
                    h2 { (words::wa_mark_all(lang)) }
                    p { code { "notice-outbox mark --sent " (ranges(told)) } }
                    h2 { (words::wa_failed(lang)) }
                    p { code { "notice-outbox mark --failed " (told[0].0.id) } }
                }
            }
        }
    };
    page::page(lang, words::wa_title(lang), &[WHATSAPP], &body)
}

fn message(notice: &Notice, written: &Written, lang: Lang) -> Markup {
    let link = whatsapp_link(notice.to.phone.as_deref().unwrap_or_default(), &written.short);
    html! {
        li data-notice=(notice.id) {
            div.who {
                span.tick {}
                div {
                    p.name { (notice.to.name.as_deref().unwrap_or_default()) }
                    p.reason { (codes::reason(lang, notice.reason)) " · " (words::number_of(lang, notice.id)) }
                }
            }
            p.text { (written.short) }
            a.open href=(link) rel="noreferrer" { (words::wa_open(lang)) }
            p.mark { (words::wa_mark(lang)) ": " code { "notice-outbox mark --sent " (notice.id) } }
        }
    }
}

/// The numbers as they are typed: `3-5 8`.
fn ranges(told: &[Told]) -> String {
    let mut ids: Vec<i64> = told.iter().map(|(notice, _)| notice.id.0).collect();
    ids.sort_unstable();
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for id in ids {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == id => *last = id,
            _ => runs.push((id, id)),
        }
    }
    let run = |(first, last): (i64, i64)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    };
    runs.into_iter().map(run).collect::<Vec<_>>().join(" ")
}

/// The letters, a page each.
pub(crate) fn letters(told: &[Told], lang: Lang, library: &str, today: Date) -> String {
    let body = html! {
        @if told.is_empty() { p { (words::letters_none(lang)) } }
        @for (notice, written) in told {
            section.letter {
                p.library { (library) }
                div.window {
                    p.sender { (words::sent_by(lang, library)) }
                    @for line in address(&notice.to, lang) { p { (line) } }
                }
                p.day { (dates::long(lang, today)) }
                h1 { (written.subject) }
                div.text { @for paragraph in written.body.split("\n\n") { p { (lines(paragraph)) } } }
                p.foot { (words::our_number(lang, notice.id)) }
            }
        }
    };
    page::page(lang, words::letters_title(lang), &[LETTERS], &body)
}

fn lines(paragraph: &str) -> Markup {
    html! {
        @for (at, line) in paragraph.lines().enumerate() {
            @if at > 0 { br; }
            (line)
        }
    }
}

/// The lines that show in the window of the envelope.
fn address(to: &Recipient, lang: Lang) -> Vec<String> {
    let name = to.name.clone().unwrap_or_default();
    let addressee = match &to.guardian {
        Some(Some(guardian)) => vec![guardian.clone(), words::to_guardian_of(lang, &name)],
        Some(None) => vec![words::to_guardian_of(lang, &name)],
        None => vec![name],
    };
    addressee.into_iter().chain(to.address.iter().cloned()).collect()
}

const WHATSAPP: &str = "
* { box-sizing: border-box; }
body { margin: 0; color: #1a1a1a; background: #fff; font: 16px/1.5 'Noto Sans', 'Liberation Sans', Arial, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: .2rem 0 .4rem; }
h2 { font-size: 1rem; margin: 1rem 0 .2rem; }
p { margin: .3rem 0; overflow-wrap: anywhere; }
.library, .meta, .reason, .mark { color: #4a4a4a; font-size: .9rem; }
ol { list-style: none; margin: 1rem 0; padding: 0; }
li { border: 1px solid #767676; border-radius: .5rem; padding: .8rem; margin: 0 0 .8rem; break-inside: avoid; }
.who { display: flex; gap: .7rem; align-items: flex-start; }
.who p { margin: 0; }
.tick { flex: none; width: 1.3rem; height: 1.3rem; border: 2px solid #1a1a1a; border-radius: .2rem; margin-top: .15rem; }
.name { font-weight: 700; }
.text { background: #f2f2f2; border-radius: .4rem; padding: .5rem .7rem; }
a.open { display: inline-block; background: #075e54; color: #fff; text-decoration: none; font-weight: 700;
    padding: .7rem 1.2rem; border-radius: .4rem; margin: .3rem 0; }
a.open:focus { outline: 3px solid #1a1a1a; outline-offset: 2px; }
code { font-family: 'Noto Sans Mono', 'Liberation Mono', monospace; font-size: .9em; overflow-wrap: anywhere; }
.all { border-top: 1px solid #767676; margin-top: 1.2rem; }
@media print {
    @page { size: A4 portrait; margin: 14mm; }
    body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
    a.open { display: none; } li { padding: 2.5mm; margin-bottom: 2.5mm; }
}
";

const LETTERS: &str = "
* { box-sizing: border-box; }
@page { size: A4 portrait; margin: 0; }
body { margin: 0; color: #111; background: #fff; font: 11.5pt/1.5 'Noto Serif', 'Liberation Serif', Georgia, serif; }
.letter { position: relative; width: 210mm; max-width: 100%; min-height: 296mm; padding: 20mm 22mm 20mm 25mm; break-after: page; }
.letter:last-child { break-after: auto; }
.letter p { margin: 0 0 3mm; overflow-wrap: anywhere; }
.library { font-weight: 700; font-size: 13pt; }
.window { position: absolute; top: 45mm; left: 20mm; width: 85mm; height: 45mm; padding: 2mm 3mm; overflow: hidden; line-height: 1.3; }
.letter .window p { margin: 0; }
.letter .window .sender { font-size: 8pt; border-bottom: .4pt solid #555; margin-bottom: 2mm; color: #333; }
.day { padding-top: 72mm; }
h1 { font-size: 13pt; margin: 4mm 0 6mm; line-height: 1.3; }
.foot { position: absolute; bottom: 12mm; left: 25mm; font-size: 8.5pt; color: #444; }
@media screen { .letter { border: 1px solid #767676; margin: 1rem auto; }
    @media (max-width: 700px) { .letter { min-height: 0; padding: 1rem; border-left: 0; border-right: 0; }
        .window, .foot { position: static; width: auto; height: auto; } .day { padding-top: 1rem; } } }
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_one_value() {
        assert_eq!(
            whatsapp_link("+6281234567890", "Halo Siti & Budi?\n100% = ok #1 é"),
            "https://wa.me/6281234567890?text=Halo%20Siti%20%26%20Budi%3F%0A100%25%20%3D%20ok%20%231%20%C3%A9"
        );
    }
}
