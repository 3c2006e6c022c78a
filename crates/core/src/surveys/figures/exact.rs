//! Fractions of whole numbers of any size, and decimals made of them by rounding once, half up.

use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;

/// A fraction, exact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(BigRational);

impl Exact {
    /// A whole number.
    pub fn whole(number: impl Into<BigInt>) -> Exact {
        Exact(BigRational::from_integer(number.into()))
    }

    /// `top / bottom`; none over nothing.
    pub fn fraction(top: impl Into<BigInt>, bottom: impl Into<BigInt>) -> Option<Exact> {
        let bottom = bottom.into();
        (bottom != BigInt::from(0)).then(|| Exact(BigRational::new(top.into(), bottom)))
    }

    /// Reads `0.111`, `0,111`, `1/9` or `12`; none when it is no such number.
    pub fn parse(text: &str) -> Option<Exact> {
        let text = text.trim();
        if text.len() > 30 {
            return None;
        }
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if let Some((top, bottom)) = text.split_once('/') {
            let (top, bottom) = (top.trim(), bottom.trim());
            return (digits(top) && digits(bottom))
                .then(|| Exact::fraction(number(top), number(bottom)))
                .flatten();
        }
        match text.split_once(['.', ',']) {
            Some((whole, rest)) if digits(whole) && digits(rest) => {
                let places = u32::try_from(rest.len()).ok()?;
                Exact::fraction(number(&format!("{whole}{rest}")), BigInt::from(10).pow(places))
            }
            None if digits(text) => Some(Exact::whole(number(text))),
            _ => None,
        }
    }

    /// The sum.
    #[must_use]
    pub fn plus(&self, other: &Exact) -> Exact {
        Exact(&self.0 + &other.0)
    }

    /// The difference.
    #[must_use]
    pub fn minus(&self, other: &Exact) -> Exact {
        Exact(&self.0 - &other.0)
    }

    /// The product.
    #[must_use]
    pub fn times(&self, other: &Exact) -> Exact {
        Exact(&self.0 * &other.0)
    }

    /// The quotient; none over nothing.
    pub fn over(&self, other: &Exact) -> Option<Exact> {
        (other.0.numer() != &BigInt::from(0)).then(|| Exact(&self.0 / &other.0))
    }

    /// Rounded half up to so many places: the only place where something is lost.
    pub fn round(&self, places: u8) -> Fixed {
        let scale = BigInt::from(10).pow(u32::from(places));
        let half = BigRational::new(BigInt::from(1), BigInt::from(2));
        let scaled = (&self.0 * BigRational::from_integer(scale) + half).floor().to_integer();
        Fixed {
            // No figure here is anywhere near the bounds of the type.
            units: i128::try_from(scaled).unwrap_or(i128::MAX),
            places,
        }
    }

    /// The top of the fraction in lowest terms.
    pub fn top(&self) -> &BigInt {
        self.0.numer()
    }

    /// The bottom of the fraction in lowest terms; above 0.
    pub fn bottom(&self) -> &BigInt {
        self.0.denom()
    }

    /// Whether it is below nothing.
    pub fn is_negative(&self) -> bool {
        self.0.numer() < &BigInt::from(0)
    }
}

/// A number of figures that were looked at before.
fn number(digits: &str) -> BigInt {
    digits.parse().unwrap_or_default()
}

/// A decimal of so many places: `87.28`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fixed {
    units: i128,
    places: u8,
}

impl Fixed {
    /// So many units of the last place: `(8728, 2)` is `87.28`.
    pub const fn new(units: i128, places: u8) -> Fixed {
        Fixed { units, places }
    }

    /// How many units of the last place it is.
    pub const fn units(&self) -> i128 {
        self.units
    }

    /// The same as a fraction.
    pub fn exact(&self) -> Exact {
        let scale = BigInt::from(10).pow(u32::from(self.places));
        Exact(BigRational::new(BigInt::from(self.units), scale))
    }
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_u128.pow(u32::from(self.places));
        let (units, sign) = (self.units.unsigned_abs(), if self.units < 0 { "-" } else { "" });
        match self.places {
            0 => write!(f, "{sign}{units}"),
            places => write!(
                f,
                "{sign}{}.{:0width$}",
                units / scale,
                units % scale,
                width = usize::from(places)
            ),
        }
    }
}

impl serde::Serialize for Fixed {
    /// As text: a figure that must stay exact is no JSON number.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_half_up_and_once() {
        let cases = [
            ("87.285", 2, "87.29"),
            ("87.2849999999", 2, "87.28"),
            ("0.005", 2, "0.01"),
            ("2/3", 4, "0.6667"),
            ("100", 2, "100.00"),
            ("1/2", 0, "1"),
        ];
        for (text, places, expected) in cases {
            assert_eq!(
                Exact::parse(text).expect(text).round(places).to_string(),
                expected,
                "{text}"
            );
        }
        // BATAN: the mean 3.8167 is 229/60; converted first it is 95.42, rounded twice it would be 95.50.
        let mean = Exact::fraction(229, 60).expect("a fraction");
        assert_eq!(mean.round(4).to_string(), "3.8167");
        assert_eq!(mean.times(&Exact::whole(25)).round(2).to_string(), "95.42");
        let twice = mean.round(2).exact().times(&Exact::whole(25));
        assert_eq!(twice.round(2).to_string(), "95.50");
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "-1",
            "1e3",
            "1/0",
            "0.1.1",
            "x",
            ".5",
            "1.",
            "1/ ",
            "9999999999999999999999999999999",
        ] {
            assert_eq!(Exact::parse(text), None, "{text}");
        }
        assert_eq!(Exact::parse("0,111"), Exact::fraction(111, 1000));
    }

    #[test]
    fn below_nothing() {
        let less = Exact::fraction(-123, 100).expect("a fraction");
        assert!(less.is_negative());
        assert_eq!(less.round(2).to_string(), "-1.23");
        assert_eq!(less.round(1).to_string(), "-1.2");
    }
}
