//! Days as people write them in a letter.

use jiff::civil::{Date, Weekday};
use pustaka_cli::Lang;

pustaka_cli::words! {
    months {
        id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        en: "January February March April May June July August September October November December",
    }
    weekdays {
        id: "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
        en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    }
}

/// `Sabtu, 28 November 2026`.
pub(crate) fn long(lang: Lang, day: Date) -> String {
    let nth = |names: &'static str, at: i8| {
        names
            .split(' ')
            .nth(usize::try_from(at).unwrap_or_default())
            .unwrap_or_default()
    };
    let weekday = nth(weekdays(lang), day.weekday().since(Weekday::Monday));
    format!(
        "{weekday}, {} {} {}",
        day.day(),
        nth(months(lang), day.month() - 1),
        day.year()
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_in_a_letter() {
        assert_eq!(long(Lang::Id, date(2026, 11, 28)), "Sabtu, 28 November 2026");
        assert_eq!(long(Lang::En, date(2027, 1, 3)), "Sunday, 3 January 2027");
    }
}
