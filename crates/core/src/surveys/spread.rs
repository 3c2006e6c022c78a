//! How far the figures can be trusted: interval, reliability, and whether a change is more than chance.
//!
//! These stand beside the required figures and are no part of them. They are exact too, up to one square root, which is
//! taken of whole numbers to six places.
//!
//! * Variance of the index: Taylor linearisation of a sum of ratio means (Särndal, Swensson, Wretman, *Model Assisted
//!   Survey Sampling*, 1992, 5.5). With `C_uv` the sum of products of deviations over those who answered both `u` and
//!   `v`, it is `(factor * weight)^2 * sum_uv C_uv / (n_u n_v) * n / (n - 1)`. Without blanks this is the variance of the
//!   respondents' own means over `n`. No correction for a finite population: the interval is rather too wide than too
//!   narrow.
//! * Interval: `index ± 1.96 * square root of the variance` (normal approximation), cut to what the scale allows.
//! * Cronbach's alpha (1951): `k/(k-1) * (1 - sum of variances / variance of totals)` over complete questionnaires.
//! * A change is taken for real when it is larger than `1.96` times the square root of the sum of both variances.

use num_bigint::BigInt;

use super::figures::{Exact, Fixed, Index, Tally};

/// The name of the method, printed with each interval.
pub const METHOD: &str = "analytic-taylor-1.96";
/// Fewer respondents than this have no interval.
pub const FEWEST: u64 = 2;

/// `1.96` of the normal distribution: 95 %.
fn z() -> Exact {
    Fixed::new(196, 2).exact()
}

/// The variance of an index, exact; none for fewer than two respondents.
pub fn variance(tally: &Tally, index: &Index) -> Option<Exact> {
    let n = tally.respondents();
    if n < FEWEST {
        return None;
    }
    let mut sum = Exact::whole(0);
    let answered: Vec<usize> = (0..tally.elements()).filter(|at| index.elements[*at].n > 0).collect();
    for first in &answered {
        for second in answered.iter().filter(|second| *second >= first) {
            let both = tally.both(*first, *second);
            let (one, other) = (&index.elements[*first], &index.elements[*second]);
            let (mean_one, mean_other) = (one.mean.as_ref()?, other.mean.as_ref()?);
            let products = Exact::whole(both.products)
                .minus(&mean_other.times(&Exact::whole(both.first)))
                .minus(&mean_one.times(&Exact::whole(both.second)))
                .plus(&mean_one.times(mean_other).times(&Exact::whole(both.n)));
            let share = products.over(&Exact::whole(BigInt::from(one.n) * BigInt::from(other.n)))?;
            // Each pair stands for itself and for its mirror.
            let times = if first == second { 1 } else { 2 };
            sum = sum.plus(&share.times(&Exact::whole(times)));
        }
    }
    let each = index.factor.times(&index.weight_exact);
    let unbiased = Exact::fraction(n, n - 1)?;
    Some(sum.times(&each).times(&each).times(&unbiased))
}

/// The square root of a fraction that is not negative, to six places, rounded down.
fn root(square: &Exact) -> Exact {
    let scaled = square.times(&Exact::whole(1_000_000_000_000_u64));
    let whole = scaled.top() / scaled.bottom();
    Fixed::new(i128::try_from(whole.sqrt()).unwrap_or(i128::MAX), 6).exact()
}

/// Margin of error and 95 % interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval {
    /// Half its width, two places.
    pub margin: Fixed,
    /// Where it begins, one place.
    pub low: Fixed,
    /// Where it ends, one place.
    pub high: Fixed,
}

/// The interval of an index.
pub fn interval(tally: &Tally, index: &Index) -> Option<Interval> {
    let margin = root(&variance(tally, index)?).times(&z());
    let share = Exact::whole(index.answered).times(&index.weight_exact);
    // The least and the most that the scale gives with this weight: 25 and 100 as a rule.
    let (least, most) = (index.factor.times(&share), Exact::whole(100).times(&share));
    let low = index.converted.minus(&margin).max(least);
    let high = index.converted.plus(&margin).min(most);
    Some(Interval {
        margin: margin.round(2),
        low: low.round(1),
        high: high.round(1),
    })
}

/// Cronbach's alpha over complete questionnaires, three places; none for fewer than two of them, fewer than two
/// elements, or answers that never differ.
pub fn alpha(tally: &Tally) -> Option<Fixed> {
    let (n, k) = (tally.complete(), tally.elements() as u64);
    if n < 2 || k < 2 {
        return None;
    }
    // n² times each variance: the factor is the same above and below.
    let spread = |sum: u64, squares: u64| {
        Exact::whole(BigInt::from(n) * BigInt::from(squares) - BigInt::from(sum) * BigInt::from(sum))
    };
    let single = tally
        .complete_sums()
        .iter()
        .map(|(sum, squares)| spread(*sum, *squares));
    let single = single.fold(Exact::whole(0), |all, one| all.plus(&one));
    let (total, squares) = tally.complete_totals();
    let share = single.over(&spread(total, squares))?;
    Some(
        Exact::fraction(k, k - 1)?
            .times(&Exact::whole(1).minus(&share))
            .round(3),
    )
}

/// A period among others, for the trend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The survey's key.
    pub survey: String,
    /// Its respondents.
    pub respondents: u64,
    /// Its index, exact.
    pub index: Exact,
    /// The variance of the index.
    pub variance: Option<Exact>,
}

/// How an index changed from one period to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// More than chance would do.
    Real,
    /// No more than chance does.
    Noise,
    /// Too few respondents to tell.
    Unknown,
}

impl Verdict {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Verdict::Real => "real",
            Verdict::Noise => "noise",
            Verdict::Unknown => "unknown",
        }
    }
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The later less the earlier, two places.
    pub difference: Fixed,
    /// How large chance alone makes it, at 95 %.
    pub margin: Option<Fixed>,
    /// What it is.
    pub verdict: Verdict,
}

/// The change from one period to another.
pub fn change(earlier: &Point, later: &Point) -> Change {
    let difference = later.index.minus(&earlier.index);
    let sum = earlier
        .variance
        .as_ref()
        .zip(later.variance.as_ref())
        .map(|(one, other)| one.plus(other));
    let verdict = match &sum {
        None => Verdict::Unknown,
        // Compared as squares: no root is needed to decide.
        Some(sum) if difference.times(&difference) > sum.times(&z()).times(&z()) => Verdict::Real,
        Some(_) => Verdict::Noise,
    };
    Change {
        difference: difference.round(2),
        margin: sum.map(|sum| root(&sum).times(&z()).round(2)),
        verdict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surveys::figures::Weight;

    fn tallied(rows: &[[u8; 3]]) -> (Tally, Index) {
        let mut tally = Tally::new(3, 4);
        for row in rows {
            tally.add(row);
        }
        let index = Index::of(&tally, 4, &Weight::Share).expect("an index");
        (tally, index)
    }

    #[test]
    fn without_blanks_the_variance_is_that_of_the_respondents_own_means() {
        let rows = [[4, 4, 3], [3, 3, 3], [2, 4, 1], [4, 4, 4]];
        let (tally, index) = tallied(&rows);
        // Each respondent's own index: 25/3 times 11, 9, 7, 12.
        let own = rows
            .map(|row| Exact::fraction(25 * row.iter().map(|score| u64::from(*score)).sum::<u64>(), 3).expect("one"));
        let mean = own
            .iter()
            .fold(Exact::whole(0), |sum, one| sum.plus(one))
            .over(&Exact::whole(4))
            .expect("a mean");
        let squares = own
            .iter()
            .map(|one| one.minus(&mean))
            .fold(Exact::whole(0), |sum, one| sum.plus(&one.times(&one)));
        let expected = squares.over(&Exact::whole(4 * 3)).expect("a variance");
        assert_eq!(variance(&tally, &index), Some(expected));
        assert_eq!(index.converted, mean);
        let interval = interval(&tally, &index).expect("an interval");
        assert_eq!(
            (
                interval.margin.to_string(),
                interval.low.to_string(),
                interval.high.to_string()
            ),
            ("18.11".to_owned(), "63.1".to_owned(), "99.4".to_owned())
        );
    }

    #[test]
    fn alpha_of_a_known_case() {
        // Variances 1, 1, 1 and of the totals 9: answers that always go together have alpha 1.
        let (tally, _) = tallied(&[[1, 1, 1], [2, 2, 2], [3, 3, 3]]);
        assert_eq!(alpha(&tally).expect("alpha").to_string(), "1.000");
        // Variances 11/12, 1/4 and 19/12, of the totals 59/12: 3/2 * (1 - 33/59).
        let (tally, _) = tallied(&[[4, 4, 3], [3, 3, 3], [2, 4, 1], [4, 4, 4]]);
        assert_eq!(alpha(&tally).expect("alpha").to_string(), "0.661");
        let (tally, _) = tallied(&[[4, 4, 4], [4, 4, 4]]);
        assert_eq!(alpha(&tally), None, "answers that never differ");
    }

    #[test]
    fn a_change_is_real_only_beyond_chance() {
        let point = |index: u64, variance: Option<(u64, u64)>| Point {
            survey: String::new(),
            respondents: 100,
            index: Exact::whole(index),
            variance: variance.and_then(|(top, bottom)| Exact::fraction(top, bottom)),
        };
        // Both variances 1/2: the root of the sum is 1, so 1.96 is the bound.
        let half = Some((1, 2));
        assert_eq!(change(&point(80, half), &point(82, half)).verdict, Verdict::Real);
        assert_eq!(change(&point(80, half), &point(81, half)).verdict, Verdict::Noise);
        assert_eq!(
            change(&point(80, half), &point(78, half)).difference.to_string(),
            "-2.00"
        );
        assert_eq!(
            change(&point(80, half), &point(78, half))
                .margin
                .expect("a margin")
                .to_string(),
            "1.96"
        );
        assert_eq!(change(&point(80, None), &point(90, half)).verdict, Verdict::Unknown);
    }
}
