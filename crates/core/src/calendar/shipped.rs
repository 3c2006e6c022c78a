//! The national list for the years that are known: what a new library begins with.

use super::rules::{Holiday, HolidayKind};

const LIST: &str = include_str!("../../../../fixtures/calendar/national-holidays.csv");

/// The national holidays and the joint leave that come with the program. The file is the one that people read, and the
/// one that an import of it reads: three columns, no quotes.
pub fn shipped() -> Vec<Holiday> {
    LIST.lines().skip(1).filter_map(holiday).collect()
}

fn holiday(line: &str) -> Option<Holiday> {
    let mut cells = line.splitn(3, ',');
    Some(Holiday {
        day: cells.next()?.parse().ok()?,
        kind: HolidayKind::read(cells.next()?)?,
        name: cells.next()?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_day() {
        let all = shipped();
        assert_eq!(all.len() + 1, LIST.lines().count());
        assert!(all.is_sorted_by_key(|holiday| holiday.day));
        let of = |year, kind| {
            let days = all.iter().filter(move |one| one.day.year() == year && one.kind == kind);
            days.count()
        };
        // SKB 3 Menteri: 17 holidays and 8 days of joint leave in 2026.
        assert_eq!(
            [of(2026, HolidayKind::Holiday), of(2026, HolidayKind::JointLeave)],
            [17, 8]
        );
        assert_eq!(
            [of(2025, HolidayKind::Holiday), of(2025, HolidayKind::JointLeave)],
            [0, 11]
        );
    }
}
