//! The two languages of the words for people, and how numbers, money and dates are written in each.

use jiff::civil::Date;

use crate::words::dates as words;

/// The language of words for people. Codes, keys and options are English in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Indonesian, the language of the desk and the default.
    Id,
    /// English.
    En,
}

impl Lang {
    /// Both, for tests that must see every page.
    pub const ALL: [Lang; 2] = [Lang::Id, Lang::En];

    /// `id` or `en`, as `--lang` takes it.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }

    /// Reads a code as `--lang` and `PUSTAKA_LANG` take it.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// Reads a locale name such as `id_ID.UTF-8` or `en_GB`; `None` for any other language.
    pub fn from_locale(locale: &str) -> Option<Lang> {
        let language = locale.split(['_', '-', '.', '@']).next()?;
        Lang::from_code(&language.to_ascii_lowercase())
    }

    /// A count with its thousands grouped: `1.234.567` in Indonesian, `1,234,567` in English.
    pub fn count(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
        if number < 0 {
            text.push('-');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(self.thousands());
            }
            text.push(digit);
        }
        text
    }

    /// An amount of rupiah: `Rp1.500`, `-Rp1.500`.
    pub fn rupiah(self, amount: i64) -> String {
        let grouped = self.count(amount);
        match grouped.strip_prefix('-') {
            Some(rest) => format!("-Rp{rest}"),
            None => format!("Rp{grouped}"),
        }
    }

    /// A figure that is exact to its last digit, given as `87.28`: `87,28` in Indonesian.
    pub fn exact(self, figure: &str) -> String {
        match self {
            Lang::Id => figure.replacen('.', ",", 1),
            Lang::En => figure.to_owned(),
        }
    }

    /// A day: `20-11-2026` in Indonesian, `2026-11-20` in English.
    pub fn date(self, day: Date) -> String {
        match self {
            Lang::Id => format!("{:02}-{:02}-{:04}", day.day(), day.month(), day.year()),
            Lang::En => day.to_string(),
        }
    }

    /// The name of a day's weekday: `Kamis`, `Thursday`.
    pub fn weekday(self, day: Date) -> &'static str {
        let at = day.weekday().to_monday_zero_offset().unsigned_abs();
        nth(words::weekdays(self), at)
    }

    /// The name of a day's month: `November`.
    pub fn month(self, day: Date) -> &'static str {
        nth(words::months(self), day.month().unsigned_abs().saturating_sub(1))
    }

    /// A day written out: `26 November 2026`.
    pub fn long_date(self, day: Date) -> String {
        format!("{} {} {}", day.day(), self.month(day), day.year())
    }

    fn thousands(self) -> char {
        match self {
            Lang::Id => '.',
            Lang::En => ',',
        }
    }
}

/// A word of a list whose words stand in order.
fn nth(list: &'static str, at: u8) -> &'static str {
    list.split(' ').nth(usize::from(at)).unwrap_or_default()
}

/// A catalogue of messages: functions that each hold the Indonesian and the English words.
///
/// A message without one of the two does not compile, and one that nobody shows is reported as dead code.
/// A message without parameters becomes `fn(Lang) -> &'static str`; with parameters, each is anything
/// `Display`, is named in the text as `{name}`, and is made harmless by [`visible`](crate::visible) first,
/// so that no title or file name can send an escape to the terminal or forge a line of its own.
///
/// ```
/// use pustaka_cli::{Lang, words};
///
/// words! {
///     nothing_found { id: "Tidak ada yang ditemukan.", en: "Nothing was found." }
///     stored(titles, items) {
///         id: "{titles} judul dan {items} eksemplar disimpan.",
///         en: "{titles} titles and {items} copies were stored.",
///     }
/// }
///
/// assert_eq!(nothing_found(Lang::En), "Nothing was found.");
/// assert_eq!(stored(Lang::Id, 2, 5), "2 judul dan 5 eksemplar disimpan.");
/// ```
#[macro_export]
macro_rules! words {
    ($(
        $(#[$meta:meta])*
        $name:ident $( ( $($arg:ident),+ $(,)? ) )? { id: $id:literal, en: $en:literal $(,)? }
    )*) => {
        $( $crate::__word! { [$(#[$meta])*] $name [$($($arg)+)?] $id, $en } )*
    };
}

/// One message of [`words!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __word {
    ([$($meta:tt)*] $name:ident [] $id:literal, $en:literal) => {
        $($meta)*
        #[doc = $en]
        pub(crate) fn $name(lang: $crate::Lang) -> &'static str {
            match lang {
                $crate::Lang::Id => $id,
                $crate::Lang::En => $en,
            }
        }
    };
    ([$($meta:tt)*] $name:ident [$($arg:ident)+] $id:literal, $en:literal) => {
        $($meta)*
        #[doc = $en]
        pub(crate) fn $name(lang: $crate::Lang, $($arg: impl ::std::fmt::Display),+) -> String {
            $( let $arg = $arg.to_string(); let $arg = $crate::visible(&$arg); )+
            match lang {
                $crate::Lang::Id => format!($id),
                $crate::Lang::En => format!($en),
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_writes_them() {
        for (number, id, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1.000", "1,000"),
            (-1_234_567, "-1.234.567", "-1,234,567"),
            (i64::MIN, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
        ] {
            assert_eq!(Lang::Id.count(number), id);
            assert_eq!(Lang::En.count(number), en);
        }
        assert_eq!(Lang::Id.rupiah(1_500), "Rp1.500");
        assert_eq!(Lang::Id.rupiah(-1_500), "-Rp1.500");
        assert_eq!(Lang::Id.exact("87.28"), "87,28");
        assert_eq!(Lang::En.exact("87.28"), "87.28");
        let day = jiff::civil::date(2026, 3, 9);
        assert_eq!(Lang::Id.date(day), "09-03-2026");
        assert_eq!(Lang::En.date(day), "2026-03-09");
        assert_eq!(Lang::Id.long_date(day), "9 Maret 2026");
        assert_eq!(Lang::En.long_date(day), "9 March 2026");
        assert_eq!((Lang::Id.weekday(day), Lang::En.weekday(day)), ("Senin", "Monday"));
        let last = jiff::civil::date(2028, 12, 31);
        assert_eq!((Lang::Id.weekday(last), Lang::Id.month(last)), ("Minggu", "Desember"));
    }

    #[test]
    fn a_locale_names_its_language() {
        for (locale, lang) in [
            ("id_ID.UTF-8", Some(Lang::Id)),
            ("id", Some(Lang::Id)),
            ("en_GB", Some(Lang::En)),
            ("EN-us", Some(Lang::En)),
            ("C.UTF-8", None),
            ("idx", None),
            ("", None),
        ] {
            assert_eq!(Lang::from_locale(locale), lang, "{locale}");
        }
    }

    words! {
        plain { id: "kurung {biasa}", en: "plain {braces}" }
        about(name) { id: "tentang {name}", en: "about {name}" }
    }

    #[test]
    fn a_parameter_can_forge_nothing() {
        assert_eq!(plain(Lang::Id), "kurung {biasa}");
        assert_eq!(about(Lang::En, "a\nhint: rm\u{1b}[2J"), "about a\\nhint: rm\\u{1b}[2J");
    }
}
