//! The ratios that a city hands in (IKK, form of Permendagri 18/2020), and two lines of the national standard (SNP, as
//! Perbup Pati 105/2018 copies it).
//!
//! | ratio | formula |
//! |---|---|
//! | collection | copies / inhabitants x 100 %; titles beside it |
//! | use | visits (onsite and online) / inhabitants x 100 % |
//! | staff | who works in the library / inhabitants x 100 % |
//! | standard | libraries with a certificate of SNP / libraries x 100 % |

use jiff::civil::Date;
use serde::Serialize;

use super::collection::store as collection;
use super::ratio;
use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::facts::{Facts, LIBRARIES, LIBRARIES_STANDARD, POPULATION, STAFF, VISITS_ONLINE, VISITS_ONSITE};
use crate::reports::page::Span;
use crate::surveys::figures::Fixed;
use crate::values::codes::codes;

codes! {
    /// A line of the form.
    IkkLine {
        /// Copies to inhabitants.
        Copies = "copies",
        /// Titles to inhabitants.
        Titles = "titles",
        /// Visits to inhabitants.
        Use = "use",
        /// Staff to inhabitants.
        Staff = "staff",
        /// Libraries of the standard to libraries.
        Standard = "standard",
        /// Titles to the least that the standard asks for: 0.025 x inhabitants.
        SnpTitles = "snp-titles",
        /// Copies of titles of the last five years to copies; the standard asks for 10 %.
        SnpNew = "snp-new",
    }
}

/// A ratio: what stands above and below, and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ratio {
    /// Which.
    pub line: IkkLine,
    /// Above; none when it is not known.
    pub top: Option<i64>,
    /// Below.
    pub bottom: Option<i64>,
    /// One by the other, in percent with four places: staff to inhabitants is a few thousandths.
    pub percent: Option<Fixed>,
    /// Whether the standard is reached; none for lines without one.
    pub reached: Option<bool>,
    /// The facts that are missing.
    pub missing: Vec<&'static str>,
}

/// What the lines are made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    titles: i64,
    copies: i64,
    /// Copies of titles that came out in the last five years.
    newer: i64,
}

/// How many years count as the last ones: 2022 to 2026 in 2026.
const NEWER_YEARS: i16 = 5;

/// The ratios of a period: the collection as on its last day, the facts of the year in which it ends.
///
/// # Errors
/// Storage errors.
pub fn ikk(snapshot: &Snapshot<'_>, span: Span, today: Date) -> Result<Vec<Ratio>> {
    let (conn, day) = (snapshot.sql(), span.last.to_string());
    let year = span.last.year();
    let (titles, copies) = collection::held(conn, &day)?;
    let newer = collection::newer(conn, &day, year - NEWER_YEARS + 1)?;
    let facts = Facts::load(snapshot, year)?;
    let counts = Counts { titles, copies, newer };
    Ok(ratios(counts, &facts, span.whole_year(today).is_some()))
}

/// A value above or below the line: what it is, or the facts it needs.
type Part = Result<i64, Vec<&'static str>>;

fn ratios(counts: Counts, facts: &Facts, is_year: bool) -> Vec<Ratio> {
    let fact = |name: &'static str| -> Part { facts.whole(name).ok_or_else(|| vec![name]) };
    let of_year = |name: &'static str| if is_year { fact(name) } else { Err(vec![name]) };
    let visits = match (of_year(VISITS_ONSITE), of_year(VISITS_ONLINE)) {
        (Ok(onsite), Ok(online)) => Ok(onsite + online),
        (onsite, online) => Err([onsite.err(), online.err()].into_iter().flatten().flatten().collect()),
    };
    let people = || fact(POPULATION);
    // 0.025 x inhabitants is a fortieth of them; the least whole number that reaches it.
    let least = people().map(|people| (people + 39) / 40);
    let mut lines = vec![
        ratio_of(IkkLine::Copies, Ok(counts.copies), people()),
        ratio_of(IkkLine::Titles, Ok(counts.titles), people()),
        ratio_of(IkkLine::Use, visits, people()),
        ratio_of(IkkLine::Staff, fact(STAFF), people()),
        ratio_of(IkkLine::Standard, fact(LIBRARIES_STANDARD), fact(LIBRARIES)),
        ratio_of(IkkLine::SnpTitles, Ok(counts.titles), least),
        ratio_of(IkkLine::SnpNew, Ok(counts.newer), Ok(counts.copies)),
    ];
    for line in &mut lines {
        line.reached = match (line.line, line.top, line.bottom) {
            (IkkLine::SnpTitles, Some(titles), Some(least)) => Some(titles >= least),
            (IkkLine::SnpNew, Some(newer), Some(copies)) if copies > 0 => Some(newer * 10 >= copies),
            _ => None,
        };
    }
    lines
}

fn ratio_of(line: IkkLine, top: Part, bottom: Part) -> Ratio {
    let known = top.as_ref().ok().copied().zip(bottom.as_ref().ok().copied());
    Ratio {
        line,
        percent: known.and_then(|(top, bottom)| ratio(top, bottom, 100, 4)),
        top: top.as_ref().ok().copied(),
        bottom: bottom.as_ref().ok().copied(),
        reached: None,
        missing: [top.err(), bottom.err()].into_iter().flatten().flatten().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Kota Kediri with the inhabitants of 2021: the standard asks for 7,315 titles (indonesia.md, 2.1).
    #[test]
    fn the_ratios_of_a_city() {
        let counts = Counts {
            titles: 7_315,
            copies: 20_000,
            newer: 1_999,
        };
        let known = Facts::of(&[
            (POPULATION, "292597"),
            (STAFF, "12"),
            (VISITS_ONSITE, "4800"),
            (VISITS_ONLINE, "200"),
            (LIBRARIES, "300"),
            (LIBRARIES_STANDARD, "7"),
        ]);
        let lines = ratios(counts, &known, true);
        let said = |line: &Ratio| {
            let percent = line.percent.map(|percent| percent.to_string()).unwrap_or_default();
            (line.line.code(), percent, line.reached)
        };
        let expected = [
            // 20,000 / 292,597 = 0.0683533…
            ("copies", "6.8353", None),
            ("titles", "2.5000", None),
            // 5,000 / 292,597 = 0.0170883…
            ("use", "1.7088", None),
            // 12 / 292,597 = 0.0000410…
            ("staff", "0.0041", None),
            ("standard", "2.3333", None),
            ("snp-titles", "100.0000", Some(true)),
            ("snp-new", "9.9950", Some(false)),
        ];
        let expected: Vec<_> = expected
            .map(|(line, percent, reached)| (line, percent.to_owned(), reached))
            .into();
        assert_eq!(lines.iter().map(said).collect::<Vec<_>>(), expected);
        assert_eq!(lines[5].bottom, Some(7_315));
    }

    #[test]
    fn what_is_missing_is_named() {
        let lines = ratios(
            Counts::default(),
            &Facts::of(&[(POPULATION, "0"), (VISITS_ONSITE, "9")]),
            false,
        );
        let missing: Vec<_> = lines.iter().map(|line| line.missing.clone()).collect();
        assert_eq!(
            missing[2],
            [VISITS_ONSITE, VISITS_ONLINE],
            "the visits of a year are not those of a month"
        );
        assert_eq!(missing[4], [LIBRARIES_STANDARD, LIBRARIES]);
        assert!(
            lines.iter().all(|line| line.percent.is_none()),
            "nothing is divided by nobody"
        );
    }
}
