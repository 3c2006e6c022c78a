//! NIK, the number on an Indonesian identity card. It tells birth date, sex and where its owner was first registered, so
//! it is kept nowhere: what stays is a mask for the eye and a keyed hash by which a second registration is seen.

use jiff::civil::Date;

use super::codes::codes;
use super::printed;

/// A NIK: sixteen digits. It has no check digit, and is not given anew when a birth date is corrected; so what looks
/// wrong in it is a doubt, never an error. Not even a debugger is shown the whole number.
#[derive(Clone, PartialEq, Eq)]
pub struct Nik([u8; 16]);

codes! {
    /// What looks wrong in a NIK.
    Doubt {
        /// No province has the first two digits.
        Province = "nik.province",
        /// The middle six digits are no day.
        Day = "nik.day",
        /// They are another day than the birth date.
        Born = "nik.born",
        /// They say the other sex.
        Sex = "nik.sex",
        /// The running number is 0000.
        Serial = "nik.serial",
    }
}

impl Nik {
    /// Takes sixteen digits, with or without blanks, dots, dashes or Excel's guard between them; `None` for anything
    /// else. (A spreadsheet keeps fifteen digits of a number: `3,57101E+15` is lost.)
    pub fn parse(text: &str) -> Option<Nik> {
        let text = printed::unguarded(text);
        let text = text.strip_prefix('\'').unwrap_or(text);
        let kept = text
            .chars()
            .filter(|c| !(c.is_whitespace() || *c == '.' || printed::is_dash(*c)));
        let mut digits = [0; 16];
        let mut count = 0;
        for c in kept {
            if !c.is_ascii_digit() || count == digits.len() {
                return None;
            }
            digits[count] = c as u8;
            count += 1;
        }
        let varied = digits.iter().any(|digit| *digit != digits[0]);
        (count == digits.len() && varied).then_some(Nik(digits))
    }

    /// What people are shown: `3571••••••••0003`.
    pub fn masked(&self) -> String {
        let digit = |b: &u8| char::from(*b);
        let ends = (self.0[..4].iter().map(digit), self.0[12..].iter().map(digit));
        ends.0.chain(std::iter::repeat_n('•', 8)).chain(ends.1).collect()
    }

    /// The digits, for the keyed hash alone.
    pub(crate) fn digits(&self) -> &[u8] {
        &self.0
    }

    fn number(&self, at: std::ops::Range<usize>) -> u32 {
        self.0[at]
            .iter()
            .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
    }

    /// What looks wrong in it, beside what is known of the person. `female`: none when the sex is not known.
    pub fn doubts(&self, born: Option<Date>, female: Option<bool>) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        // 11 Aceh … 94 Papua, and those that were made of Papua since.
        if !(11..=99).contains(&self.number(0..2)) {
            doubts.push(Doubt::Province);
        }
        let (day, month, year) = (self.number(6..8), self.number(8..10), self.number(10..12));
        let (woman, day) = (day > 40, if day > 40 { day - 40 } else { day });
        // 29 February is a day in one of the two centuries.
        let is_day = (1..=31).contains(&day) && (1..=12).contains(&month) && {
            let of = |century: i16| Date::new(century + year as i16, month as i8, day as i8).is_ok();
            of(1900) || of(2000)
        };
        if !is_day {
            doubts.push(Doubt::Day);
        } else {
            let same =
                |born: Date| (born.day() as u32, born.month() as u32, born.year() as u32 % 100) == (day, month, year);
            if born.is_some_and(|born| !same(born)) {
                doubts.push(Doubt::Born);
            }
            if female.is_some_and(|female| female != woman) {
                doubts.push(Doubt::Sex);
            }
        }
        if self.number(12..16) == 0 {
            doubts.push(Doubt::Serial);
        }
        doubts
    }
}

impl std::fmt::Debug for Nik {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn numbers() {
        for text in [
            "3571014504980003",
            " 3571 0145 0498 0003 ",
            "3571.0145.0498.0003",
            "'3571014504980003",
        ] {
            let nik = Nik::parse(text).unwrap();
            assert_eq!(nik.masked(), "3571••••••••0003");
            assert_eq!(format!("{nik:?}"), "3571••••••••0003");
        }
        for text in [
            "",
            "357101450498000",
            "35710145049800033",
            "357101450498000A",
            "3,57101E+15",
            "0000000000000000",
            "٣٥٧١٠١٤٥٠٤٩٨٠٠٠٣",
        ] {
            assert!(Nik::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn doubts() {
        let born = Some(date(1998, 4, 5));
        type Case = (&'static str, Option<Date>, Option<bool>, &'static [Doubt]);
        let cases: &[Case] = &[
            ("3571014504980003", born, Some(true), &[]),
            ("3571010504980003", born, Some(false), &[]),
            ("3571014504980003", None, None, &[]),
            ("3571014504980003", Some(date(1998, 5, 4)), Some(true), &[Doubt::Born]),
            ("3571014504980003", born, Some(false), &[Doubt::Sex]),
            ("0371014504980003", born, Some(true), &[Doubt::Province]),
            ("3571013502980003", born, Some(true), &[Doubt::Day]),
            ("3571013113980003", born, None, &[Doubt::Day]),
            ("3571012902000001", Some(date(2000, 2, 29)), None, &[]),
            ("3571012902990001", None, None, &[Doubt::Day]),
            ("3571014504980000", born, Some(true), &[Doubt::Serial]),
            (
                "0071019999990000",
                None,
                None,
                &[Doubt::Province, Doubt::Day, Doubt::Serial],
            ),
        ];
        for (nik, born, female, doubts) in cases {
            assert_eq!(Nik::parse(nik).unwrap().doubts(*born, *female), *doubts, "{nik}");
        }
    }
}
