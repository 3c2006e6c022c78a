//! The poster as one drawing, for printers' shops and web pages: the same words on a sheet of 210 by 297.

use maud::{Markup, html};
use pustaka_cli::Lang;

use super::charts::{colour, fitted};
use super::data::Shown;
use super::poster::Signature;
use crate::words::poster as words;

/// The poster as a drawing, in tenths of a millimetre.
pub(crate) fn svg(shown: &Shown, signature: &Signature, lang: Lang) -> String {
    let drawing = html! {
        svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 2100 2970" role="img"
            aria-label=(words::index_title(lang)) font-family="'Noto Sans','DejaVu Sans',Arial,sans-serif" fill="#111" {
            title { (words::index_title(lang)) }
            rect width="2100" height="2970" fill="#fff" {}
            (head(shown, lang))
            (value(shown, lang))
            (facts(shown, lang))
            (bars(shown, lang))
            (bands(shown, lang))
            (foot(shown, signature, lang))
        }
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n",
        drawing.into_string()
    )
}

/// A text broken at blanks into lines of at most so many letters.
fn lines(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(fitted(word, letters)),
        }
    }
    lines
}

/// Lines of text from a height on.
fn block(lines: &[String], (x, y): (i64, i64), (size, step): (i64, i64), anchor: &str, weight: &str) -> Markup {
    html! {
        @for (at, line) in (0_i64..).zip(lines) {
            text x=(x) y=(y + at * step) font-size=(size) text-anchor=(anchor) font-weight=(weight) { (line) }
        }
    }
}

fn head(shown: &Shown, lang: Lang) -> Markup {
    let unit = lines(&shown.unit, 48);
    html! {
        (block(&lines(words::index_title(lang), 40), (1050, 230), (68, 80), "middle", "700"))
        (block(&unit[..unit.len().min(2)], (1050, 340), (54, 62), "middle", "700"))
        text x="1050" y="505" font-size="42" text-anchor="middle" { (fitted(&shown.name, 80)) }
        rect x="150" y="535" width="1800" height="12" fill="#0b4a8f" {}
    }
}

fn value(shown: &Shown, lang: Lang) -> Markup {
    html! {
        rect x="150" y="590" width="760" height="690" rx="30" fill=(colour(&shown.class)) {}
        text x="530" y="730" font-size="70" font-weight="700" text-anchor="middle" fill="#fff" { (words::value(lang)) }
        text x="530" y="990" font-size="205" font-weight="700" text-anchor="middle" fill="#fff" { (shown.index) }
        @if !shown.class.is_empty() {
            text x="530" y="1160" font-size="76" font-weight="700" text-anchor="middle" fill="#fff" {
                (words::class_is(lang, &shown.class, &shown.class_words))
            }
        }
    }
}

fn facts(shown: &Shown, lang: Lang) -> Markup {
    let mut texts: Vec<(bool, String)> = Vec::new();
    let mut part = |heading: &str, text: Vec<String>| {
        texts.push((true, heading.to_uppercase()));
        texts.extend(text.into_iter().map(|line| (false, line)));
    };
    part(words::service(lang), lines(&shown.service, 44));
    part(words::respondents(lang), vec![words::people(lang, &shown.respondents)]);
    for division in &shown.divisions {
        let parts: Vec<String> = division.parts.iter().map(|(name, n)| format!("{name} {n}")).collect();
        part(&division.name, lines(&parts.join(" · "), 46));
    }
    part(words::survey_period(lang), vec![shown.period.clone()]);
    // As tall as the space gives: many groups make small letters, never cut ones.
    let step = (690 / i64::try_from(texts.len()).unwrap_or(1).max(1)).min(56);
    let size = step * 4 / 5;
    html! {
        @for (at, (heading, text)) in (0_i64..).zip(&texts) {
            text x="970" y=(630 + at * step) font-size=(if *heading { size * 9 / 10 } else { size })
                font-weight=(if *heading { "700" } else { "400" }) fill=(if *heading { "#0b3a70" } else { "#111" }) { (text) }
        }
    }
}

fn bars(shown: &Shown, lang: Lang) -> Markup {
    const LENGTH: i64 = 760;
    let rows = i64::try_from(shown.bars.len()).unwrap_or(1).max(1);
    let step = (560 / rows).min(62);
    let place = |hundredths: i64| (hundredths.clamp(2500, 10_000) - 2500) * LENGTH / 7500;
    html! {
        text x="150" y="1370" font-size="48" font-weight="700" { (words::elements(lang)) }
        @for (at, bar) in (0_i64..).zip(&shown.bars) {
            @let y = 1400 + at * step;
            text x="150" y=(y + step * 7 / 10) font-size=(step * 11 / 20) { (fitted(&bar.name, 40)) }
            rect x="930" y=(y + step / 10) width=(place(bar.hundredths).max(4)) height=(step * 7 / 10) fill=(colour(&bar.class)) {}
            text x="1950" y=(y + step * 7 / 10) font-size=(step * 13 / 20) font-weight="700" text-anchor="end" { (bar.figure) " " (bar.class) }
        }
    }
}

fn bands(shown: &Shown, lang: Lang) -> Markup {
    html! {
        @if !shown.bands.is_empty() {
            text x="150" y="2050" font-size="48" font-weight="700" { (words::bands(lang, &shown.bands_name)) }
            @for (at, band) in (0_i64..).zip(&shown.bands) {
                @let y = 2080 + at * 66;
                rect x="150" y=(y) width="1800" height="66" fill=(if band.own { "#e2ebf5" } else { "#fff" }) stroke="#444" stroke-width="3" {}
                text x="185" y=(y + 47) font-size="42" font-weight=(if band.own { "700" } else { "400" }) { (band.class) }
                text x="420" y=(y + 47) font-size="42" font-weight=(if band.own { "700" } else { "400" }) { (band.range) }
                text x="1100" y=(y + 47) font-size="42" font-weight=(if band.own { "700" } else { "400" }) { (band.words) }
            }
        }
    }
}

fn foot(shown: &Shown, signature: &Signature, lang: Lang) -> Markup {
    let thanks = format!("{} {}", words::thanks(lang), words::thanks_more(lang)).to_uppercase();
    html! {
        (block(&lines(&thanks, 64), (1050, 2430), (34, 48), "middle", "700"))
        (block(&lines(&words::method(lang, &shown.weight), 50), (150, 2690), (28, 38), "start", "400"))
        text x="1530" y="2690" font-size="36" text-anchor="middle" { (signature.place_and_day) }
        text x="1530" y="2738" font-size="36" text-anchor="middle" { (fitted(&signature.role, 40)) }
        text x="1530" y="2900" font-size="38" font-weight="700" text-anchor="middle" { (fitted(&signature.name, 36)) }
    }
}
