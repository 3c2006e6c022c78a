//! What tests before and after show: mean gain, its 95 % interval, effect size.
//!
//! Gains are paired: only who took both tests counts. The mean is exact; the interval is Student's t with n - 1 degrees of
//! freedom around it, `mean ± t * s / √n`; the effect size is Cohen's d for paired values, `mean / s`, called small from
//! 0.2, medium from 0.5, large from 0.8 (Cohen 1988).

use serde::Serialize;

/// Marks before and after, in hundredths of a point.
pub type Pair = (i64, i64);

/// What the gains of a group show. Figures are texts with two decimals, rounded half away from zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gain {
    /// How many took both tests.
    pub n: usize,
    /// Mean mark before.
    pub before: String,
    /// Mean mark after.
    pub after: String,
    /// Mean gain.
    pub gain: String,
    /// Its 95 % interval; none of fewer than two.
    pub interval95: Option<[String; 2]>,
    /// Standard deviation of the gains; none of fewer than two.
    pub sd: Option<String>,
    /// Cohen's d of paired values; none where all gains are the same.
    pub effect: Option<String>,
    /// What it comes to.
    pub verdict: Verdict,
}

/// What the gains come to, for a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nobody took both tests.
    None,
    /// One person shows nothing.
    TooFew,
    /// The interval holds zero: it may be chance.
    Unclear,
    /// They know less than before.
    Lower,
    /// They know more; the effect is below small.
    Slight,
    /// They know more; a small effect.
    Small,
    /// They know more; a medium effect.
    Medium,
    /// They know more; a large effect.
    Large,
}

/// The 97.5 % quantile of Student's t with 1 to 30 degrees of freedom.
const T: [f64; 30] = [
    12.706_205, 4.302_653, 3.182_446, 2.776_445, 2.570_582, 2.446_912, 2.364_624, 2.306_004, 2.262_157, 2.228_139,
    2.200_985, 2.178_813, 2.160_369, 2.144_787, 2.131_450, 2.119_905, 2.109_816, 2.100_922, 2.093_024, 2.085_963,
    2.079_614, 2.073_873, 2.068_658, 2.063_899, 2.059_539, 2.055_529, 2.051_831, 2.048_407, 2.045_230, 2.042_272,
];

/// The 97.5 % quantile of Student's t: a table up to 30 degrees of freedom, beyond it the expansion by Abramowitz and
/// Stegun, 26.7.5, which is right to five decimals there.
fn t975(freedom: usize) -> f64 {
    if let Some(value) = freedom.checked_sub(1).and_then(|at| T.get(at)) {
        return *value;
    }
    let z = 1.959_963_984_540_054_f64;
    let v = freedom as f64;
    let g1 = (z.powi(3) + z) / 4.0;
    let g2 = (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0;
    let g3 = (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / 384.0;
    z + g1 / v + g2 / v.powi(2) + g3 / v.powi(3)
}

/// What these marks show.
pub fn gain(pairs: &[Pair]) -> Gain {
    let n = pairs.len();
    let before = pairs.iter().map(|(before, _)| before).sum::<i64>();
    let after = pairs.iter().map(|(_, after)| after).sum::<i64>();
    let mut gain = Gain {
        n,
        before: mean(before, n),
        after: mean(after, n),
        gain: mean(after - before, n),
        interval95: None,
        sd: None,
        effect: None,
        verdict: if n == 0 { Verdict::None } else { Verdict::TooFew },
    };
    if n < 2 {
        return gain;
    }
    // Whole numbers up to the root: n * Σd² - (Σd)² is exact.
    let sum = i128::from(after - before);
    let squares: i128 = pairs
        .iter()
        .map(|(before, after)| i128::from(after - before).pow(2))
        .sum();
    let spread = n as i128 * squares - sum * sum;
    let sd = (spread as f64 / (n as f64 * (n as f64 - 1.0))).sqrt();
    let middle = sum as f64 / n as f64;
    let half = t975(n - 1) * sd / (n as f64).sqrt();
    let (low, high) = (middle - half, middle + half);
    gain.interval95 = Some([hundredths(low), hundredths(high)]);
    gain.sd = Some(hundredths(sd));
    let effect = (spread > 0).then(|| middle / sd);
    gain.effect = effect.map(|effect| hundredths(effect * 100.0));
    gain.verdict = verdict(low, high, effect);
    gain
}

fn verdict(low: f64, high: f64, effect: Option<f64>) -> Verdict {
    match effect.unwrap_or(f64::INFINITY) {
        _ if low <= 0.0 && high >= 0.0 => Verdict::Unclear,
        _ if high < 0.0 => Verdict::Lower,
        effect if effect < 0.2 => Verdict::Slight,
        effect if effect < 0.5 => Verdict::Small,
        effect if effect < 0.8 => Verdict::Medium,
        _ => Verdict::Large,
    }
}

/// A mean of hundredths with two decimals, exactly rounded, halves away from zero.
fn mean(sum: i64, n: usize) -> String {
    let n = (n as i64).max(1);
    let rounded = (sum.abs() * 2 + n) / (2 * n);
    written(if sum < 0 { -rounded } else { rounded })
}

/// A number of hundredths with two decimals.
fn hundredths(value: f64) -> String {
    // A sum of marks is far below what a 64-bit integer holds.
    written(value.round() as i64)
}

/// Hundredths as people write them: `-3.50`.
pub(super) fn written(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

/// A mark as typed, in hundredths: `72`, `72,5`, `72.25`; at most 10,000 points.
pub fn read_mark(text: &str) -> Option<i64> {
    let text = text.trim();
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 5 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    if text.ends_with([',', '.']) {
        return None;
    }
    let part = format!("{part:0<2}");
    let mark = whole.parse::<i64>().ok()? * 100 + part.parse::<i64>().ok()?;
    (mark <= 1_000_000).then_some(mark)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quantiles() {
        // Tables of Student's t, two-sided 95 %.
        for (freedom, value) in [
            (1, 12.7062),
            (9, 2.2622),
            (30, 2.0423),
            (31, 2.0395),
            (40, 2.0211),
            (60, 2.0003),
            (120, 1.9799),
            (1000, 1.9623),
        ] {
            assert!((t975(freedom) - value).abs() < 0.000_06, "{freedom}: {}", t975(freedom));
        }
    }

    #[test]
    fn a_group_worked_out_by_hand() {
        // Gains 10, 20, 30, 0, 15: mean 15, squares of the differences 25+25+225+225+0 = 500, s = sqrt(125) = 11.18;
        // half = 2.776445 * 11.18034 / sqrt(5) = 13.88; d = 15 / 11.18 = 1.34.
        let pairs = [(5000, 6000), (4000, 6000), (3000, 6000), (7000, 7000), (5500, 7000)];
        let shown = gain(&pairs);
        assert_eq!(
            (shown.before.as_str(), shown.after.as_str(), shown.gain.as_str()),
            ("49.00", "64.00", "15.00")
        );
        assert_eq!(shown.interval95, Some(["1.12".to_owned(), "28.88".to_owned()]));
        assert_eq!(
            (shown.sd.as_deref(), shown.effect.as_deref()),
            (Some("11.18"), Some("1.34"))
        );
        assert_eq!(shown.verdict, Verdict::Large);
    }

    #[test]
    fn what_shows_little() {
        assert_eq!(gain(&[]).verdict, Verdict::None);
        assert_eq!(gain(&[(1000, 2000)]).verdict, Verdict::TooFew);
        let same = gain(&[(1000, 2000), (3000, 4000)]);
        assert_eq!((same.effect, same.verdict), (None, Verdict::Large));
        assert_eq!(same.interval95, Some(["10.00".to_owned(), "10.00".to_owned()]));
        assert_eq!(gain(&[(1000, 1000), (3000, 3000)]).verdict, Verdict::Unclear);
        assert_eq!(gain(&[(1000, 2000), (4000, 3000)]).verdict, Verdict::Unclear);
        assert_eq!(gain(&[(2000, 1000), (4000, 2900)]).verdict, Verdict::Lower);
        assert_eq!(gain(&[(0, 1), (0, 0), (0, 0)]).gain, "0.00");
        assert_eq!(gain(&[(1, 0), (0, 0)]).gain, "-0.01");
    }

    #[test]
    fn marks() {
        for (text, mark) in [
            ("72", Some(7200)),
            ("72,5", Some(7250)),
            ("72.25", Some(7225)),
            ("0", Some(0)),
            ("10000", Some(1_000_000)),
        ] {
            assert_eq!(read_mark(text), mark, "{text}");
        }
        for text in ["", "-1", "1e3", "72,555", "72,", ",5", "10001", "A", "1.000,5"] {
            assert_eq!(read_mark(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_mean_stands_within_its_interval(pairs in proptest::collection::vec((0_i64..=10_000, 0_i64..=10_000), 2..60)) {
            let shown = gain(&pairs);
            let number = |text: &str| text.parse::<f64>().unwrap();
            let [low, high] = shown.interval95.unwrap();
            prop_assert!(number(&low) <= number(&shown.gain) + 0.011 && number(&shown.gain) <= number(&high) + 0.011);
            // Turned round, everything is the other way.
            let turned: Vec<Pair> = pairs.iter().map(|(before, after)| (*after, *before)).collect();
            prop_assert_eq!(number(&gain(&turned).gain), -number(&shown.gain));
        }
    }
}
