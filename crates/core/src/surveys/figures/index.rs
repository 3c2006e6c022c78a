//! Means of the elements, the index, its class: PermenPANRB 14/2017, its annex, chapter III.
//!
//! `NRR_u = sum_u / n_u` over those who answered element `u`; `index = NRR_1 w + … + NRR_k w` with `w = 1/k`, times 25.
//! `k` counts the elements that anybody answered, as the rule's own words have it ("total unsur yang terisi").

use std::fmt;

use super::bands::{Band, Bands};
use super::exact::{Exact, Fixed};
use super::tally::Tally;

/// By what each element's mean is multiplied.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Weight {
    /// `1/k`, exact.
    #[default]
    Share,
    /// Another one, to reproduce an old publication: `0.11`, `0.111`. As typed, with a decimal point.
    Fixed(String, Exact),
}

impl Weight {
    /// Reads `0.11`, `0,111` or `1/9`; none when it is no number above 0 and at most 1. `1/k` is the usual one.
    pub fn parse(text: &str) -> Option<Weight> {
        let text = text.trim();
        if text == "1/k" {
            return Some(Weight::Share);
        }
        let exact = Exact::parse(text)?;
        let fits = exact > Exact::whole(0) && exact <= Exact::whole(1);
        fits.then(|| Weight::Fixed(text.replace(',', "."), exact))
    }

    /// The weight for so many elements.
    fn of(&self, elements: u64) -> Option<Exact> {
        match self {
            Weight::Share => Exact::fraction(1, elements),
            Weight::Fixed(_, exact) => Some(exact.clone()),
        }
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Weight::Share => f.write_str("1/k"),
            Weight::Fixed(text, _) => f.write_str(text),
        }
    }
}

/// What one element came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// How many answered it.
    pub n: u64,
    /// The sum of their scores.
    pub sum: u64,
    /// The mean, exact; none when nobody answered.
    pub mean: Option<Exact>,
    /// The mean converted to 100.
    pub converted: Option<Exact>,
    /// The mean times the weight.
    pub weighted: Option<Exact>,
}

impl Element {
    /// The mean with four places, as the annex has it.
    pub fn mean4(&self) -> Option<Fixed> {
        self.mean.as_ref().map(|mean| mean.round(4))
    }

    /// The weighted mean with four places, as the annex has it.
    pub fn weighted4(&self) -> Option<Fixed> {
        self.weighted.as_ref().map(|weighted| weighted.round(4))
    }

    /// The converted mean, rounded once to two places.
    pub fn score(&self) -> Option<Fixed> {
        self.converted.as_ref().map(|converted| converted.round(2))
    }

    /// Its class, by the converted mean rounded the same way as the index.
    pub fn class<'b>(&self, bands: Option<&'b Bands>) -> Option<&'b Band> {
        bands?.classify(self.converted.as_ref()?)
    }
}

/// What all elements together came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// The elements, in the order of the instrument.
    pub elements: Vec<Element>,
    /// How many of them anybody answered.
    pub answered: u64,
    /// The sum of the weighted means: 1 to 4 on a scale of four.
    pub weighted: Exact,
    /// The index, converted to 100; exact.
    pub converted: Exact,
    /// The weight as printed: `1/9`, `0.11`.
    pub weight: String,
    /// The weight itself.
    pub weight_exact: Exact,
    /// What a mean is multiplied with to be of 100: 25 on a scale of four.
    pub factor: Exact,
}

impl Index {
    /// The index of what was counted; none when nobody answered anything. `highest` is the highest score.
    pub fn of(tally: &Tally, highest: u8, weight: &Weight) -> Option<Index> {
        let sums: Vec<(u64, u64)> = (0..tally.elements()).map(|element| tally.answers(element)).collect();
        Index::of_sums(&sums, highest, weight)
    }

    /// The index of each element's number of answers and sum of scores.
    pub fn of_sums(sums: &[(u64, u64)], highest: u8, weight: &Weight) -> Option<Index> {
        let answered = sums.iter().filter(|(n, _)| *n > 0).count() as u64;
        let factor = Exact::fraction(100, highest)?;
        let each = weight.of(answered)?;
        let elements = sums.iter().map(|(n, sum)| {
            let mean = Exact::fraction(*sum, *n);
            Element {
                n: *n,
                sum: *sum,
                converted: mean.as_ref().map(|mean| mean.times(&factor)),
                weighted: mean.as_ref().map(|mean| mean.times(&each)),
                mean,
            }
        });
        let elements: Vec<Element> = elements.collect();
        let weighted = elements.iter().filter_map(|element| element.weighted.as_ref());
        let weighted = weighted.fold(Exact::whole(0), |sum, one| sum.plus(one));
        Some(Index {
            converted: weighted.times(&factor),
            weighted,
            answered,
            weight: match weight {
                Weight::Share => format!("1/{answered}"),
                Weight::Fixed(text, _) => text.clone(),
            },
            weight_exact: each,
            factor,
            elements,
        })
    }

    /// The index as published: rounded half up to two places, at the very end.
    pub fn value(&self) -> Fixed {
        self.converted.round(2)
    }

    /// Its class.
    pub fn class<'b>(&self, bands: Option<&'b Bands>) -> Option<&'b Band> {
        bands?.classify(&self.converted)
    }

    /// The places of the elements that were answered, the lowest mean first; equal ones in the order of the instrument.
    pub fn lowest(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.elements.len())
            .filter(|place| self.elements[*place].mean.is_some())
            .collect();
        places.sort_by(|one, other| self.elements[*one].mean.cmp(&self.elements[*other].mean));
        places
    }
}
