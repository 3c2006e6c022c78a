//! What the calendars say of a day: pure values, built from lists, never from a formula. Hijri dates are decreed, and
//! the lists change late.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use crate::values::codes::codes;
use crate::values::ids::ClosureId;
use crate::values::text::fold;

/// So many days a search for an open day goes before it gives up: ten years.
pub const LONGEST_SEARCH: i32 = 3_660;

codes! {
    /// What a national holiday is by decree.
    HolidayKind {
        /// A holiday (`libur nasional`).
        Holiday = "holiday",
        /// Joint leave (`cuti bersama`): no working day by law; each library decides whether it closes.
        JointLeave = "joint-leave",
    }
}

impl HolidayKind {
    /// Reads a kind as lists have it: `libur`, `libur nasional`, `cuti_bersama`, `cuti bersama`, or the code.
    pub fn read(text: &str) -> Option<HolidayKind> {
        match fold(text).as_str() {
            "libur" | "libur nasional" | "hari libur nasional" | "holiday" => Some(HolidayKind::Holiday),
            "cuti bersama" | "cuti" | "joint leave" => Some(HolidayKind::JointLeave),
            _ => None,
        }
    }
}

codes! {
    /// One of the two calendars.
    CalendarName {
        /// When the library is open.
        Opening = "opening",
        /// The working days of the law.
        WorkingDays = "working-days",
    }
}

/// A day of the national list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub day: Date,
    /// What it is.
    pub kind: HolidayKind,
    /// Its name, as decreed.
    pub name: String,
}

/// Days on which the library is closed besides: repairs, a flood. Both ends are closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// Its number.
    pub id: ClosureId,
    /// First closed day.
    pub first: Date,
    /// Last closed day.
    pub last: Date,
    /// Why.
    pub reason: String,
}

/// A day on which the library is open whatever else is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The day.
    pub day: Date,
    /// Why.
    pub reason: String,
}

/// Why the library is closed on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A closure.
    Closure {
        /// Its reason.
        reason: String,
    },
    /// A day of the national list.
    Holiday {
        /// Its name.
        name: String,
        /// What it is.
        kind: HolidayKind,
    },
    /// The library is closed on this day of every week.
    Weekly,
}

/// What the opening calendar says of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayState {
    /// Open.
    Open,
    /// Open by an exception, whatever else is said of the day.
    OpenByException {
        /// Its reason.
        reason: String,
    },
    /// Closed.
    Closed(Why),
}

impl DayState {
    /// Whether the library is open.
    pub fn is_open(&self) -> bool {
        !matches!(self, DayState::Closed(_))
    }
}

/// A search that found no open day within [`LONGEST_SEARCH`] days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no open day in the calendar {} from {from}", .calendar.code())]
pub struct NoOpenDay {
    /// The calendar that was searched.
    pub calendar: CalendarName,
    /// Where the search began.
    pub from: Date,
}

/// What an opening calendar is built from.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Days of the week on which the library is closed.
    pub weekly: Vec<Weekday>,
    /// The national list.
    pub holidays: Vec<Holiday>,
    /// Closures; they may overlap.
    pub closures: Vec<Closure>,
    /// Exceptions.
    pub openings: Vec<Opening>,
    /// Whether the library is closed on days of joint leave.
    pub joint_leave_closes: bool,
}

/// When the library is open. Order of decision for a day: opening exception, closure or holiday, weekly rule.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    weekly: [bool; 7],
    holidays: BTreeMap<Date, (HolidayKind, String)>,
    closures: Vec<Closure>,
    openings: BTreeMap<Date, String>,
    joint_leave_closes: bool,
}

impl Calendar {
    /// A calendar of these lists.
    pub fn of(lists: Lists) -> Calendar {
        let mut weekly = [false; 7];
        for day in lists.weekly {
            weekly[slot(day)] = true;
        }
        let named = lists.holidays.into_iter();
        let opened = lists.openings.into_iter();
        Calendar {
            weekly,
            holidays: named.map(|one| (one.day, (one.kind, one.name))).collect(),
            closures: lists.closures,
            openings: opened.map(|one| (one.day, one.reason)).collect(),
            joint_leave_closes: lists.joint_leave_closes,
        }
    }

    /// What the calendar says of a day. A closure speaks before a holiday: it was meant for this library.
    pub fn day(&self, day: Date) -> DayState {
        if let Some(reason) = self.openings.get(&day) {
            let reason = reason.clone();
            return DayState::OpenByException { reason };
        }
        if let Some(closure) = self.closure_on(day) {
            let reason = closure.reason.clone();
            return DayState::Closed(Why::Closure { reason });
        }
        if let Some((kind, name)) = self.holiday_on(day) {
            let (kind, name) = (*kind, name.clone());
            return DayState::Closed(Why::Holiday { name, kind });
        }
        match self.is_closed_weekly(day.weekday()) {
            true => DayState::Closed(Why::Weekly),
            false => DayState::Open,
        }
    }

    /// Whether the library is open on a day.
    pub fn is_open(&self, day: Date) -> bool {
        self.openings.contains_key(&day)
            || (self.closure_on(day).is_none()
                && self.holiday_on(day).is_none()
                && !self.is_closed_weekly(day.weekday()))
    }

    /// Whether the library is closed on this day of every week.
    pub fn is_closed_weekly(&self, weekday: Weekday) -> bool {
        self.weekly[slot(weekday)]
    }

    /// The first open day from a day on; that day itself counts.
    ///
    /// # Errors
    /// [`NoOpenDay`] after [`LONGEST_SEARCH`] days.
    pub fn next_open(&self, from: Date) -> Result<Date, NoOpenDay> {
        let days = from.series(jiff::ToSpan::days(1)).take(LONGEST_SEARCH as usize + 1);
        let mut open = days.filter(|day| self.is_open(*day));
        open.next().ok_or(self.none(from))
    }

    /// The last open day up to a day, that day itself counts; `floor` when there is none after it.
    pub fn previous_open(&self, from: Date, floor: Date) -> Date {
        let back = from.series(-jiff::ToSpan::days(1));
        let mut open = back.take_while(|day| *day > floor).filter(|day| self.is_open(*day));
        open.next().unwrap_or(floor)
    }

    /// The `n`-th open day after a day; the day itself for 0.
    ///
    /// # Errors
    /// [`NoOpenDay`] when one of them is more than [`LONGEST_SEARCH`] days after the one before.
    pub fn open_day_after(&self, from: Date, n: u32) -> Result<Date, NoOpenDay> {
        let mut day = from;
        for _ in 0..n {
            day = self.next_open(day.tomorrow().map_err(|_| self.none(day))?)?;
        }
        Ok(day)
    }

    /// How many open days there are after `after`, up to and including `through`.
    pub fn open_days(&self, after: Date, through: Date) -> i64 {
        let days = after.series(jiff::ToSpan::days(1)).skip(1);
        let days = days.take_while(|day| *day <= through);
        days.filter(|day| self.is_open(*day)).count() as i64
    }

    /// Whether the calendar knows some national holiday of a year.
    pub fn knows_year(&self, year: i16) -> bool {
        self.holidays.keys().any(|day| day.year() == year)
    }

    fn closure_on(&self, day: Date) -> Option<&Closure> {
        self.closures
            .iter()
            .find(|closure| closure.first <= day && day <= closure.last)
    }

    /// The holiday of a day, if the library keeps it.
    fn holiday_on(&self, day: Date) -> Option<&(HolidayKind, String)> {
        let found = self.holidays.get(&day);
        found.filter(|(kind, _)| *kind == HolidayKind::Holiday || self.joint_leave_closes)
    }

    fn none(&self, from: Date) -> NoOpenDay {
        let calendar = CalendarName::Opening;
        NoOpenDay { calendar, from }
    }
}

/// The working days of the law (`hari kerja`): Monday to Friday, less national holidays and joint leave, whatever the
/// library's own hours are.
#[derive(Debug, Clone, Default)]
pub struct WorkingDays {
    free: std::collections::BTreeSet<Date>,
}

impl WorkingDays {
    /// The working days beside these free days.
    pub fn of(holidays: impl IntoIterator<Item = Holiday>) -> WorkingDays {
        let free = holidays.into_iter().map(|holiday| holiday.day).collect();
        WorkingDays { free }
    }

    /// Whether a day is a working day.
    pub fn is_working(&self, day: Date) -> bool {
        day.weekday().to_monday_one_offset() <= 5 && !self.free.contains(&day)
    }

    /// The `n`-th working day after a day; the day itself for 0.
    ///
    /// # Errors
    /// [`NoOpenDay`] when one of them is more than [`LONGEST_SEARCH`] days after the one before.
    pub fn working_day_after(&self, from: Date, n: u32) -> Result<Date, NoOpenDay> {
        let calendar = CalendarName::WorkingDays;
        let mut day = from;
        for _ in 0..n {
            let next = day.series(jiff::ToSpan::days(1)).skip(1).take(LONGEST_SEARCH as usize);
            let found = next.into_iter().find(|day| self.is_working(*day));
            day = found.ok_or(NoOpenDay { calendar, from: day })?;
        }
        Ok(day)
    }

    /// How many working days there are after `after`, up to and including `through`.
    pub fn working_days(&self, after: Date, through: Date) -> i64 {
        let days = after.series(jiff::ToSpan::days(1)).skip(1);
        let days = days.take_while(|day| *day <= through);
        days.filter(|day| self.is_working(*day)).count() as i64
    }
}

/// Monday is 0.
fn slot(day: Weekday) -> usize {
    day.to_monday_zero_offset() as usize
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn holiday(day: Date, kind: HolidayKind) -> Holiday {
        let name = "Libur".to_owned();
        Holiday { day, kind, name }
    }

    /// Closed on Sundays; Thursday is joint leave, Friday Christmas, both in a closure that ends on Saturday.
    fn christmas(joint_leave_closes: bool) -> Lists {
        Lists {
            weekly: vec![Weekday::Sunday],
            holidays: vec![
                holiday(date(2026, 12, 24), HolidayKind::JointLeave),
                holiday(date(2026, 12, 25), HolidayKind::Holiday),
            ],
            joint_leave_closes,
            ..Lists::default()
        }
    }

    #[test]
    fn an_opening_comes_before_a_closure_before_the_week() {
        let mut lists = christmas(true);
        lists.closures.push(Closure {
            id: ClosureId(1),
            first: date(2026, 12, 25),
            last: date(2026, 12, 26),
            reason: "Banjir".into(),
        });
        lists.openings.push(Opening {
            day: date(2026, 12, 26),
            reason: "Bazar".into(),
        });
        let calendar = Calendar::of(lists);
        let expected = [
            (23, "open"),
            (24, "holiday"),
            (25, "closure Banjir"),
            (26, "exception Bazar"),
            (27, "weekly"),
            (28, "open"),
        ];
        for (day, state) in expected {
            let found = match calendar.day(date(2026, 12, day)) {
                DayState::Open => "open".to_owned(),
                DayState::OpenByException { reason } => format!("exception {reason}"),
                DayState::Closed(Why::Closure { reason }) => format!("closure {reason}"),
                DayState::Closed(Why::Holiday { .. }) => "holiday".to_owned(),
                DayState::Closed(Why::Weekly) => "weekly".to_owned(),
            };
            assert_eq!(found, state, "{day} December");
        }
    }

    #[test]
    fn joint_leave_closes_by_choice_and_is_never_a_working_day() {
        let lists = christmas(false);
        let days = WorkingDays::of(lists.holidays.clone());
        let [closed, open] = [christmas(true), lists].map(Calendar::of);
        let leave = date(2026, 12, 24);
        assert!(!closed.is_open(leave) && open.is_open(leave));
        assert!(!days.is_working(leave));
    }

    /// Deadlines of complaints (rules.md, section 4), over Christmas 2026.
    #[test]
    fn working_days_of_the_law() {
        let days = WorkingDays::of(christmas(true).holidays);
        let cases = [
            // received, working days, deadline
            (date(2026, 12, 21), 3, date(2026, 12, 28)),
            (date(2026, 12, 23), 1, date(2026, 12, 28)),
            (date(2026, 12, 24), 5, date(2027, 1, 1)),
            (date(2026, 11, 27), 5, date(2026, 12, 4)),
            (date(2026, 11, 28), 1, date(2026, 11, 30)),
            (date(2026, 11, 27), 0, date(2026, 11, 27)),
        ];
        for (received, n, deadline) in cases {
            assert_eq!(
                days.working_day_after(received, n),
                Ok(deadline),
                "{n} after {received}"
            );
            assert_eq!(days.working_days(received, deadline), i64::from(n));
        }
    }

    #[test]
    fn a_search_ends() {
        let mut lists = Lists::default();
        lists.closures.push(Closure {
            id: ClosureId(1),
            first: date(2026, 1, 1),
            last: date(2036, 1, 9),
            reason: "Pindah".into(),
        });
        // 3,660 days after 1 January 2026 is 9 January 2036.
        let from = date(2026, 1, 1);
        let calendar = Calendar::of(lists.clone());
        let calendar_name = CalendarName::Opening;
        assert_eq!(
            calendar.next_open(from),
            Err(NoOpenDay {
                calendar: calendar_name,
                from
            })
        );
        assert_eq!(calendar.next_open(date(2026, 1, 2)), Ok(date(2036, 1, 10)));
        assert_eq!(
            calendar.previous_open(date(2036, 1, 1), date(2030, 1, 1)),
            date(2030, 1, 1)
        );
        let end = Calendar::default();
        assert_eq!(end.next_open(Date::MAX), Ok(Date::MAX));
        assert!(end.open_day_after(Date::MAX, 1).is_err());
        let never = (0..4_000).filter_map(|days| from.checked_add(jiff::ToSpan::days(days)).ok());
        let days = WorkingDays::of(never.map(|day| holiday(day, HolidayKind::Holiday)));
        let found = days.working_day_after(from, 1).expect_err("none");
        assert_eq!(found.calendar, CalendarName::WorkingDays);
    }

    #[test]
    fn kinds_are_read_as_lists_have_them() {
        for (text, kind) in [
            ("libur", Some(HolidayKind::Holiday)),
            ("Libur Nasional", Some(HolidayKind::Holiday)),
            ("cuti_bersama", Some(HolidayKind::JointLeave)),
            ("CUTI BERSAMA", Some(HolidayKind::JointLeave)),
            ("joint-leave", Some(HolidayKind::JointLeave)),
            ("", None),
            ("masuk", None),
        ] {
            assert_eq!(HolidayKind::read(text), kind, "{text}");
        }
    }
}
