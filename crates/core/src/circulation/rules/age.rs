//! A reader's age on a day, and the bands that statistics know.

use jiff::civil::Date;

/// Whole years on a day; the birthday itself counts as reached. Who was born on 29 February reaches a year on 1 March
/// where the year has no such day. Below 0 before the birth.
pub fn age_on(born: Date, day: Date) -> i32 {
    let years = i32::from(day.year()) - i32::from(born.year());
    let reached = (day.month(), day.day()) >= (born.month(), born.day());
    years - i32::from(!reached)
}

/// The bands of age in statistics, each with its last year: below school, primary, lower and upper secondary school
/// by the usual ages of Indonesian schools, then as adults are grouped.
const BANDS: [(i32, &str); 8] = [
    (6, "0-6"),
    (12, "7-12"),
    (15, "13-15"),
    (18, "16-18"),
    (24, "19-24"),
    (44, "25-44"),
    (59, "45-59"),
    (i32::MAX, "60+"),
];

/// The band of an age; empty for an age below 0.
pub fn age_band(age: i32) -> &'static str {
    let band = BANDS.iter().find(|(last, _)| age <= *last);
    band.filter(|_| age >= 0).map_or("", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn ages() {
        let cases = [
            // born, day, age
            (date(2012, 11, 27), date(2026, 11, 26), 13),
            (date(2012, 11, 27), date(2026, 11, 27), 14),
            (date(2012, 2, 29), date(2026, 2, 28), 13),
            (date(2012, 2, 29), date(2026, 3, 1), 14),
            (date(2012, 2, 29), date(2028, 2, 29), 16),
            (date(2026, 11, 27), date(2026, 11, 27), 0),
            (date(2026, 11, 28), date(2026, 11, 27), -1),
        ];
        for (born, day, age) in cases {
            assert_eq!(age_on(born, day), age, "{born} on {day}");
        }
    }

    #[test]
    fn bands() {
        let cases = [
            (-1, ""),
            (0, "0-6"),
            (6, "0-6"),
            (7, "7-12"),
            (18, "16-18"),
            (19, "19-24"),
            (60, "60+"),
            (119, "60+"),
        ];
        for (age, band) in cases {
            assert_eq!(age_band(age), band, "{age}");
        }
    }
}
