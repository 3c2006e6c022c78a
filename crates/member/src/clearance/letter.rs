//! The letter itself, in the style of an Indonesian office, on A4.

use jiff::civil::Date;
use maud::html;
use pustaka_cli::Lang;
use pustaka_cli::page::page;
use pustaka_core::members::Clearance;

use crate::words::print;

/// The letter is for an Indonesian school, university or employer, whatever language the clerk reads.
const LANG: Lang = Lang::Id;

const STYLE: &str = "
@page { size: A4; margin: 25mm 25mm 20mm 30mm }
body { margin: 0 auto; max-width: 160mm; font: 12pt/1.5 'Liberation Serif', 'Times New Roman', serif; color: #000 }
header { text-align: center; border-bottom: 3pt double #000; padding-bottom: 8pt; margin-bottom: 20pt }
header strong { font-size: 16pt; text-transform: uppercase; letter-spacing: 0.5pt }
h1 { font-size: 14pt; text-align: center; text-decoration: underline; margin: 0 }
.number { text-align: center; margin: 2pt 0 22pt }
p { text-align: justify; margin: 0 0 12pt }
table { margin: 0 0 12pt 12mm; border-collapse: collapse }
td { vertical-align: top; padding: 1pt 0 }
td:first-child { width: 45mm }
td:nth-child(2) { width: 5mm }
.sign { margin: 34pt 0 0 auto; width: 75mm }
.sign p { text-align: left; margin: 0 }
.space { height: 26mm }
.line { border-top: 0.6pt solid #000; padding-top: 2pt }
@media screen { body { padding: 12mm } }
";

const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// The number as letters carry it: running number, kind, month in Roman figures, year.
pub(super) fn number(number: i64, day: Date) -> String {
    let month = MONTHS.get(day.month() as usize - 1).unwrap_or(&"");
    format!("{number:04}/BP/{month}/{}", day.year())
}

/// The letter.
pub(super) fn letter(library: &str, clearance: &Clearance, member_type: &str, day: Date) -> String {
    let member = &clearance.member;
    let library = if library.is_empty() {
        print::library(LANG)
    } else {
        library
    };
    let rows = [
        (print::name(LANG), Some(member.name.to_string())),
        (print::card_number(LANG), Some(member.card.to_string())),
        (print::member_type(LANG), Some(member_type.to_owned())),
        (print::institution(LANG), member.institution.clone()),
        (print::address(LANG), member.address.clone()),
    ];
    let rows = rows.into_iter().filter_map(|(label, text)| Some((label, text?)));
    let day_in_words = LANG.long_date(day);
    let body = html! {
        header { strong { (library) } }
        h1 { (print::clearance_title(LANG)) }
        p class="number" { (print::number(LANG, number(clearance.number, day))) }
        p { (print::clearance_opening(LANG)) }
        table {
            @for (label, text) in rows {
                tr { td { (label) } td { ":" } td { (text) } }
            }
        }
        p { (print::clearance_says(LANG, library, &day_in_words)) }
        p { (print::clearance_closing(LANG)) }
        div class="sign" {
            p { (day_in_words) }
            p { (print::librarian(LANG)) "," }
            div class="space" {}
            p class="line" { (print::employee_number(LANG)) }
        }
    };
    page(LANG, print::clearance_title(LANG), &[STYLE], &body)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn numbers_of_letters() {
        assert_eq!(number(1, date(2026, 11, 20)), "0001/BP/XI/2026");
        assert_eq!(number(12_345, date(2027, 1, 2)), "12345/BP/I/2027");
    }
}
