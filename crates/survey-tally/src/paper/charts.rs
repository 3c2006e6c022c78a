//! Charts as SVG: the elements as bars, the periods as a line. All places are whole numbers.

use maud::{Markup, html};

use super::data::{Bar, Legend};

/// Where the scale begins: the least index there is.
const LEAST: i64 = 2500;
const MOST: i64 = 10_000;

/// The colour of a class: dark enough for white letters, and told apart without colours by its letter.
pub(crate) fn colour(class: &str) -> &'static str {
    match class {
        "A" => "#0b5d2a",
        "B" => "#0b4a8f",
        "C" => "#7a4b00",
        "D" => "#8f1414",
        _ => "#333333",
    }
}

/// The longest part of a text that fits, with a mark where it was cut.
pub(crate) fn fitted(text: &str, letters: usize) -> String {
    match text.chars().count() > letters {
        true => text.chars().take(letters.saturating_sub(1)).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

/// A place on a line of this length.
fn place(hundredths: i64, length: i64) -> i64 {
    (hundredths.clamp(LEAST, MOST) - LEAST) * length / (MOST - LEAST)
}

/// The elements as bars, with lines where classes begin.
pub(crate) fn elements(bars: &[Bar], bands: &[Legend], label: &str) -> Markup {
    const NAMES: i64 = 430;
    const LENGTH: i64 = 430;
    const ROW: i64 = 28;
    let rows = i64::try_from(bars.len()).unwrap_or(0);
    let height = rows * ROW + 34;
    let view = format!("0 0 1000 {height}");
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(view) role="img" aria-label=(label) font-family="'Noto Sans','DejaVu Sans',Arial,sans-serif" {
            title { (label) }
            @for band in bands.iter().filter(|band| band.from > LEAST) {
                @let x = NAMES + place(band.from, LENGTH);
                line x1=(x) y1="22" x2=(x) y2=(height) stroke="#8a929a" stroke-width="1.5" stroke-dasharray="5 4" {}
                text x=(x + 4) y="18" font-size="18" font-weight="700" fill="#333" { (band.class) " ▸" }
            }
            @for (at, bar) in (0_i64..).zip(bars) {
                @let y = 30 + at * ROW;
                text x=(NAMES - 12) y=(y + 16) font-size="17" text-anchor="end" fill="#111" { (fitted(&bar.name, 40)) }
                rect x=(NAMES) y=(y) width=(place(bar.hundredths, LENGTH).max(3)) height="20" fill=(colour(&bar.class)) {}
                text x=(NAMES + LENGTH + 14) y=(y + 17) font-size="20" font-weight="700" fill="#111" { (bar.figure) " " (bar.class) }
            }
        }
    }
}

/// The periods as a line; the last few of them.
pub(crate) fn trend(points: &[(String, String, i64)], bands: &[Legend], label: &str) -> Markup {
    const WIDTH: i64 = 1000;
    const HEIGHT: i64 = 300;
    const MOST_POINTS: usize = 12;
    let points = &points[points.len().saturating_sub(MOST_POINTS)..];
    let steps = i64::try_from(points.len()).unwrap_or(1).max(2) - 1;
    let x = |at: i64| 90 + at * (WIDTH - 190) / steps;
    // The scale is the part from D to 100 that matters: a line that fills the page exaggerates.
    let least = points.iter().map(|point| point.2).min().unwrap_or(LEAST) - 500;
    let least = least.clamp(LEAST, 9_000) / 500 * 500;
    let y = |hundredths: i64| 240 - (hundredths - least).max(0) * 200 / (MOST - least);
    let line: Vec<String> = (0..)
        .zip(points)
        .map(|(at, point)| format!("{},{}", x(at), y(point.2)))
        .collect();
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(label) font-family="'Noto Sans','DejaVu Sans',Arial,sans-serif" {
            title { (label) }
            line x1="60" y1="240" x2=(WIDTH - 40) y2="240" stroke="#333" stroke-width="2" {}
            @for band in bands.iter().filter(|band| band.from > least) {
                line x1="60" y1=(y(band.from)) x2=(WIDTH - 40) y2=(y(band.from)) stroke="#8a929a" stroke-dasharray="5 4" {}
                text x="52" y=(y(band.from) + 6) font-size="18" text-anchor="end" fill="#333" { (band.class) }
            }
            @if points.len() > 1 { polyline points=(line.join(" ")) fill="none" stroke="#0b4a8f" stroke-width="4" {} }
            @for (at, (survey, figure, value)) in (0_i64..).zip(points) {
                circle cx=(x(at)) cy=(y(*value)) r="7" fill="#0b4a8f" {}
                text x=(x(at)) y=(y(*value) - 14) font-size="20" font-weight="700" text-anchor="middle" fill="#111" { (figure) }
                text x=(x(at)) y="268" font-size="18" text-anchor="middle" fill="#111" { (fitted(survey, 12)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of a colour, as WCAG 2.2 defines it.
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour")) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    #[test]
    fn white_letters_can_be_read_on_a_wall() {
        for class in ["A", "B", "C", "D", ""] {
            let ratio = 1.05 / (luminance(colour(class)) + 0.05);
            assert!(ratio >= 7.0, "{class}: {ratio}");
        }
    }

    #[test]
    fn a_text_that_does_not_fit_says_so() {
        assert_eq!(fitted("Perpustakaan", 20), "Perpustakaan");
        assert_eq!(fitted("Perpustakaan", 5), "Perp…");
    }
}
