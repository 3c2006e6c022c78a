//! A card as a drawing, in millimetres: 85.6 by 54, as ISO 7810 has it.

use maud::{Markup, html};
use pustaka_cli::Lang;

use super::{Card, barcode};
use crate::words::print;

const WIDTH: f64 = 85.6;
const HEIGHT: f64 = 54.0;
/// Room on both sides of what is written.
const SIDE: f64 = 5.0;
/// The barcode: its place, its height, the widest module, and the white that a scanner needs on both sides of it.
const BARS_TOP: f64 = 32.0;
const BARS_HEIGHT: f64 = 13.0;
const WIDEST: f64 = 0.42;
const QUIET: f64 = 10.0;

/// One card. `place` moves it on a sheet.
pub(super) fn card(card: &Card, place: &str) -> Markup {
    let name = lines(&card.name, 30);
    let library = lines(&card.library, 44);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(format!("{WIDTH}mm")) height=(format!("{HEIGHT}mm"))
            viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) y=[(!place.is_empty()).then_some(place)] role="img" {
            title { (print::card_title(Lang::Id)) " " (card.card) }
            rect x="0" y="0" width=(WIDTH) height=(HEIGHT) fill="#ffffff" {}
            rect x="0" y="0" width=(WIDTH) height="13" fill="#17456e" {}
            g font-family="'Liberation Sans', Arial, Helvetica, sans-serif" fill="#ffffff" {
                @for (at, line) in library.iter().enumerate() {
                    (text(SIDE, 4.9 + 3.1 * at as f64, if library.len() > 1 { 2.8 } else { 3.4 }, "bold", line))
                }
                (text(SIDE, 11.2, 2.6, "normal", print::card_title(Lang::Id)))
            }
            g font-family="'Liberation Sans', Arial, Helvetica, sans-serif" fill="#111111" {
                @for (at, line) in name.iter().enumerate() {
                    (text(SIDE, 19.2 + 4.0 * at as f64, if name.len() > 1 { 3.4 } else { 4.2 }, "bold", line))
                }
                (text(SIDE, 29.2, 2.7, "normal", &card.r#type))
                (text_end(WIDTH - SIDE, 29.2, 2.7, &print::valid_until(Lang::Id, &card.valid_until)))
                (bars(&card.card))
                text x=(WIDTH / 2.0) y="50.2" font-size=(format!("{:.2}", digits(&card.card))) text-anchor="middle"
                    letter-spacing="0.15em" font-family="'Liberation Mono', 'Courier New', monospace" { (card.card) }
            }
        }
    }
}

/// Several cards below each other, as one drawing.
pub(super) fn sheet(cards: &[Card]) -> String {
    if let [only] = cards {
        return format!("{}\n", card(only, "").into_string());
    }
    let step = HEIGHT + 4.0;
    let height = step * cards.len() as f64 - 4.0;
    let sheet = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(format!("{WIDTH}mm")) height=(format!("{height}mm"))
            viewBox=(format!("0 0 {WIDTH} {height}")) {
            @for (at, one) in cards.iter().enumerate() { (card(one, &format!("{}", step * at as f64))) }
        }
    };
    format!("{}\n", sheet.into_string())
}

fn text(x: f64, y: f64, size: f64, weight: &str, words: &str) -> Markup {
    html! { text x=(x) y=(format!("{y:.1}")) font-size=(size) font-weight=(weight) { (words) } }
}

fn text_end(x: f64, y: f64, size: f64, words: &str) -> Markup {
    html! { text x=(x) y=(y) font-size=(size) text-anchor="end" { (words) } }
}

/// The bars, as wide as there is room for.
fn bars(card: &str) -> Markup {
    let Some(modules) = barcode::modules(card) else {
        return html! {};
    };
    let module = (WIDTH / (modules.len() as f64 + 2.0 * QUIET)).min(WIDEST);
    let left = (WIDTH - module * modules.len() as f64) / 2.0;
    let mut path = String::new();
    let mut at = 0;
    while at < modules.len() {
        let run = modules[at..].iter().take_while(|bar| **bar == modules[at]).count();
        if modules[at] {
            let (x, width) = (left + module * at as f64, module * run as f64);
            path.push_str(&format!("M{x:.3} {BARS_TOP}h{width:.3}v{BARS_HEIGHT}h-{width:.3}z"));
        }
        at += run;
    }
    html! { path d=(path) fill="#000000" shape-rendering="crispEdges" {} }
}

/// The size of the number below the bars: as large as it fits, four at most.
fn digits(card: &str) -> f64 {
    // A letter of a monospaced font is 0.6 of its size wide.
    let wide = card.chars().count() as f64 * (0.6 + 0.15);
    ((WIDTH - 2.0 * SIDE) / wide).min(4.0)
}

/// The words on one line of at most `longest` letters, or on two; what is beyond them ends in dots.
fn lines(words: &str, longest: usize) -> Vec<String> {
    let words = words.trim();
    if words.chars().count() <= longest {
        return vec![words.to_owned()];
    }
    // A smaller letter has room for some more.
    let longest = longest + longest / 4;
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        let last = lines.len() - 1;
        let fits = lines[last].chars().count() + 1 + word.chars().count() <= longest;
        if lines[last].is_empty() || fits {
            let gap = if lines[last].is_empty() { "" } else { " " };
            lines[last].push_str(gap);
            lines[last].push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    let more = lines.len() > 2;
    lines.truncate(2);
    for (at, line) in lines.iter_mut().enumerate() {
        let cut = line.char_indices().nth(longest).map(|(end, _)| end);
        if let Some(end) = cut {
            line.truncate(end);
        }
        if cut.is_some() || (more && at == 1) {
            line.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_on_a_card() {
        let long = "Raden Mas Soewardi Soerjaningrat Ki Hadjar Dewantara Bapak Pendidikan Nasional Indonesia";
        assert_eq!(lines("Suharto", 30), ["Suharto"]);
        let two = lines(long, 30);
        assert_eq!(two.len(), 2);
        assert!(
            two[1].ends_with('…') && two.iter().all(|line| line.chars().count() <= 38),
            "{two:?}"
        );
        let one_word = lines(&"a".repeat(120), 30);
        assert_eq!(one_word.len(), 1);
        assert!(one_word[0].ends_with('…'));
    }

    #[test]
    fn whatever_is_written_on_a_card_is_only_text() {
        let nasty = "<script>alert(1)</script>\"'&]]>";
        let drawn = card(
            &Card {
                library: nasty.to_owned(),
                card: "A<1".to_owned(),
                name: nasty.to_owned(),
                r#type: nasty.to_owned(),
                valid_until: nasty.to_owned(),
            },
            "",
        )
        .into_string();
        assert!(
            !drawn.contains("<script") && drawn.contains("&lt;script&gt;"),
            "{drawn}"
        );
    }
}
