//! A cell's value as the text that a person sees.

use calamine::{Data, DataRef, ExcelDateTime};

/// What a cell holds.
pub(super) enum Shown<'a> {
    Text(std::borrow::Cow<'a, str>),
    /// An error value such as `#REF!`.
    Error,
    Empty,
}

pub(super) fn of_ref<'a>(value: &'a DataRef<'_>) -> Shown<'a> {
    use std::borrow::Cow::{Borrowed, Owned};
    match value {
        DataRef::Empty => Shown::Empty,
        DataRef::Error(_) => Shown::Error,
        DataRef::String(text) => Shown::Text(Borrowed(text)),
        DataRef::SharedString(text) => Shown::Text(Borrowed(text)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Shown::Text(Owned(iso(text))),
        DataRef::Int(number) => Shown::Text(Owned(number.to_string())),
        DataRef::Float(number) => Shown::Text(Owned(number_text(*number))),
        DataRef::Bool(yes) => Shown::Text(Borrowed(bool_text(*yes))),
        DataRef::DateTime(moment) => Shown::Text(Owned(moment_text(moment))),
    }
}

pub(super) fn of_data(value: &Data) -> Shown<'_> {
    use std::borrow::Cow::{Borrowed, Owned};
    match value {
        Data::Empty => Shown::Empty,
        Data::Error(_) => Shown::Error,
        Data::String(text) => Shown::Text(Borrowed(text)),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Shown::Text(Owned(iso(text))),
        Data::Int(number) => Shown::Text(Owned(number.to_string())),
        Data::Float(number) => Shown::Text(Owned(number_text(*number))),
        Data::Bool(yes) => Shown::Text(Borrowed(bool_text(*yes))),
        Data::DateTime(moment) => Shown::Text(Owned(moment_text(moment))),
    }
}

const fn bool_text(yes: bool) -> &'static str {
    if yes { "TRUE" } else { "FALSE" }
}

/// A date alone has no hour.
fn iso(text: &str) -> String {
    text.strip_suffix("T00:00:00").unwrap_or(text).replace('T', " ")
}

/// Whole numbers without a decimal point; others with at most the 15 figures that a spreadsheet shows.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e18 {
        return format!("{number:.0}");
    }
    let short = number.to_string();
    if short.bytes().filter(u8::is_ascii_digit).count() <= 15 {
        return short;
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

fn moment_text(moment: &ExcelDateTime) -> String {
    let value = moment.as_f64();
    // Year 10000 is the end of what a spreadsheet can show as a date.
    if !(0.0..2_958_466.0).contains(&value) {
        return number_text(value);
    }
    if moment.is_duration() {
        let seconds = (value * 86_400.0).round() as u64;
        return format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if value < 1.0 {
        format!("{hour:02}:{minute:02}:{second:02}")
    } else if value.fract() == 0.0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}
