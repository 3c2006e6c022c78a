//! A run of days as places in a list, so that millions of rows find theirs quickly.

use jiff::civil::Date;

use crate::reports::page::Span;

/// The place of every day of a month after that of the last day. It is not [`super::loans::NEVER`]: it does come.
const LATER: i32 = i32::MAX - 1;

/// Where a day stands to a run of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Days {
    span: Span,
    count: usize,
    /// The month of the first day, counted in months.
    month: i32,
    /// The place of the first of each month; that of the first month is zero or less.
    firsts: Vec<i32>,
}

impl Days {
    /// The days of a span; none when it ends before it begins.
    pub(crate) fn of(span: Span) -> Days {
        let place = |day: Date| (day.duration_since(span.first).as_hours() / 24) as i32;
        let mut firsts = Vec::new();
        let mut first = span.first.first_of_month();
        while first <= span.last {
            firsts.push(place(first));
            let Ok(next) = first.last_of_month().tomorrow() else {
                break;
            };
            first = next;
        }
        Days {
            span,
            count: usize::try_from(place(span.last) + 1).unwrap_or_default(),
            month: i32::from(span.first.year()) * 12 + i32::from(span.first.month()),
            firsts,
        }
    }

    /// How many days.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// The span.
    pub(crate) fn span(&self) -> Span {
        self.span
    }

    /// The day of a place; the last for a place beyond it.
    pub(crate) fn day(&self, place: usize) -> Date {
        self.span.day(place)
    }

    /// The place of a day that a text begins with (`2026-11-20`, `2026-11-20T10:15:00+07:00`): below zero before the
    /// first, [`Days::count`] or more after the last. What is no day counts as before.
    pub(crate) fn place(&self, text: &[u8]) -> i32 {
        self.month_and_place(text).1
    }

    /// The place among the months of the run of the month that a day is in, when the day is in the run.
    pub(crate) fn month(&self, text: &[u8]) -> Option<usize> {
        let (month, place) = self.month_and_place(text);
        let within = usize::try_from(place).is_ok_and(|place| place < self.count);
        within.then_some(month)
    }

    fn month_and_place(&self, text: &[u8]) -> (usize, i32) {
        let digits = |from: usize, to: usize| {
            let digits = text.get(from..to)?;
            let all = digits.iter().all(u8::is_ascii_digit);
            all.then(|| {
                digits
                    .iter()
                    .fold(0, |number, digit| number * 10 + i32::from(digit - b'0'))
            })
        };
        let (Some(year), Some(month), Some(day)) = (digits(0, 4), digits(5, 7), digits(8, 10)) else {
            return (0, -1);
        };
        match usize::try_from(year * 12 + month - self.month) {
            Err(_) => (0, -1),
            Ok(month) => match self.firsts.get(month) {
                Some(first) => (month, (first + day - 1).max(-1)),
                None => (month, LATER),
            },
        }
    }

    /// As [`Days::place`], with one place for all that is after the last.
    pub(crate) fn bucket(&self, place: i32) -> Option<usize> {
        usize::try_from(place).ok().map(|place| place.min(self.count))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_day_of_a_span_has_its_place() {
        let span = Span {
            first: date(2023, 12, 30),
            last: date(2024, 3, 2),
        };
        let days = Days::of(span);
        assert_eq!(days.count(), 64);
        let mut day = span.first;
        for place in 0..days.count() {
            assert_eq!(days.place(day.to_string().as_bytes()), place as i32);
            assert_eq!(days.place(format!("{day}T23:59:59+07:00").as_bytes()), place as i32);
            assert_eq!(days.day(place), day);
            day = day.tomorrow().expect("a day");
        }
        for (text, place) in [
            ("2023-12-29", -1),
            ("2023-11-30", -1),
            ("1999-01-01", -1),
            ("2024-03-03", 64),
            ("2024-04-01", LATER),
            ("", -1),
            ("never", -1),
        ] {
            assert_eq!(days.place(text.as_bytes()), place, "{text}");
        }
        assert_ne!(
            LATER,
            super::super::loans::NEVER,
            "a loan that ended in the next month has ended"
        );
        for (text, month) in [
            ("2023-12-31", Some(0)),
            ("2024-01-01", Some(1)),
            ("2024-03-02", Some(3)),
            ("2024-03-03", None),
        ] {
            assert_eq!(days.month(text.as_bytes()), month, "{text}");
        }
        assert_eq!(days.bucket(-1), None);
        assert_eq!(days.bucket(i32::MAX), Some(64));
    }
}
