//! The answers of many respondents, counted: everything that any figure needs, in a few kilobytes whatever their number.

/// The highest score that a scale may have.
pub const HIGHEST: u8 = 10;

/// What a scale's answers add up to. A respondent's answers are one byte an element: the score, 0 for a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    elements: usize,
    /// How many values a byte can have: the highest score and the blank.
    values: usize,
    respondents: u64,
    /// How often each element has each value.
    single: Vec<u64>,
    /// How often each pair of elements (the first before the second) has each pair of values.
    pairs: Vec<u64>,
    complete: u64,
    /// Of those who answered everything: the sums of each element's scores and of their squares.
    complete_sums: Vec<(u64, u64)>,
    /// Of those: the sum of their totals and of the squares of their totals.
    complete_totals: (u64, u64),
    straight: u64,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new(elements: usize, highest: u8) -> Tally {
        let values = usize::from(highest.min(HIGHEST)) + 1;
        let pairs = elements * elements.saturating_sub(1) / 2;
        Tally {
            elements,
            values,
            respondents: 0,
            single: vec![0; elements * values],
            pairs: vec![0; pairs * values * values],
            complete: 0,
            complete_sums: vec![(0, 0); elements],
            complete_totals: (0, 0),
            straight: 0,
        }
    }

    /// Counts one respondent. Who answered nothing is no respondent: false.
    pub fn add(&mut self, scores: &[u8]) -> bool {
        let most = self.values - 1;
        let valid = scores.len() == self.elements && scores.iter().all(|score| usize::from(*score) <= most);
        if !valid || scores.iter().all(|score| *score == 0) {
            return false;
        }
        self.respondents += 1;
        for (one, score) in self.single.chunks_exact_mut(self.values).zip(scores) {
            one[usize::from(*score)] += 1;
        }
        let area = self.values * self.values;
        let mut pairs = self.pairs.chunks_exact_mut(area);
        for (at, first) in scores.iter().enumerate() {
            let row = usize::from(*first) * self.values;
            // One pair for each element behind this one.
            for (second, pair) in scores[at + 1..].iter().zip(&mut pairs) {
                pair[row + usize::from(*second)] += 1;
            }
        }
        if scores.iter().all(|score| *score != 0) {
            self.add_complete(scores);
        }
        true
    }

    fn add_complete(&mut self, scores: &[u8]) {
        self.complete += 1;
        let mut total = 0;
        for ((sum, squares), score) in self.complete_sums.iter_mut().zip(scores) {
            let score = u64::from(*score);
            *sum += score;
            *squares += score * score;
            total += score;
        }
        self.complete_totals.0 += total;
        self.complete_totals.1 += total * total;
        if scores.len() > 1 && scores.iter().all(|score| *score == scores[0]) {
            self.straight += 1;
        }
    }

    /// How many respondents were counted.
    pub fn respondents(&self) -> u64 {
        self.respondents
    }

    /// How many elements there are.
    pub fn elements(&self) -> usize {
        self.elements
    }

    /// How often an element has each score from 1.
    pub fn frequencies(&self, element: usize) -> &[u64] {
        let from = element * self.values;
        self.single.get(from + 1..from + self.values).unwrap_or_default()
    }

    /// How many answered an element, and the sum of their scores.
    pub fn answers(&self, element: usize) -> (u64, u64) {
        let counted = self.frequencies(element).iter().zip(1_u64..);
        counted.fold((0, 0), |(n, sum), (times, score)| (n + times, sum + times * score))
    }

    /// How many blanks there are altogether.
    pub fn blanks(&self) -> u64 {
        (0..self.elements)
            .map(|element| self.respondents - self.answers(element).0)
            .sum()
    }

    /// Who answered everything, and everything alike.
    pub fn straight_liners(&self) -> u64 {
        self.straight
    }

    /// How many answered everything.
    pub fn complete(&self) -> u64 {
        self.complete
    }

    /// Of those who answered everything: each element's sum of scores and sum of their squares.
    pub fn complete_sums(&self) -> &[(u64, u64)] {
        &self.complete_sums
    }

    /// Of those who answered everything: the sum of their totals and the sum of the squares of these.
    pub fn complete_totals(&self) -> (u64, u64) {
        self.complete_totals
    }

    /// Of those who answered both elements: how many, the sums of the first and of the second, and of the products.
    pub fn both(&self, first: usize, second: usize) -> Both {
        if first == second {
            let mut both = Both::default();
            for (times, score) in self.frequencies(first).iter().zip(1_u64..) {
                both.add(*times, score, score);
            }
            return both;
        }
        let (low, high) = (first.min(second), first.max(second));
        let before: usize = (0..low).map(|at| self.elements - 1 - at).sum();
        let area = self.values * self.values;
        let from = (before + high - low - 1) * area;
        let mut both = Both::default();
        for (at, times) in self.pairs[from..from + area].iter().enumerate() {
            let (one, other) = ((at / self.values) as u64, (at % self.values) as u64);
            if one > 0 && other > 0 {
                match first < second {
                    true => both.add(*times, one, other),
                    false => both.add(*times, other, one),
                }
            }
        }
        both
    }
}

/// Sums over those who answered two elements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Both {
    /// How many.
    pub n: u64,
    /// The sum of the first's scores.
    pub first: u64,
    /// The sum of the second's scores.
    pub second: u64,
    /// The sum of the products.
    pub products: u64,
}

impl Both {
    fn add(&mut self, times: u64, first: u64, second: u64) {
        self.n += times;
        self.first += times * first;
        self.second += times * second;
        self.products += times * first * second;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_what_was_answered() {
        let rows: [&[u8]; 5] = [&[4, 4, 4], &[1, 0, 3], &[0, 0, 0], &[2, 4, 0], &[5, 1, 1]];
        let mut tally = Tally::new(3, 4);
        let taken: Vec<bool> = rows.iter().map(|row| tally.add(row)).collect();
        assert_eq!(
            taken,
            [true, true, false, true, false],
            "no answer, and a 5, are no respondents"
        );
        assert_eq!(tally.respondents(), 3);
        assert_eq!(tally.answers(0), (3, 7));
        assert_eq!(tally.answers(1), (2, 8));
        assert_eq!(tally.answers(2), (2, 7));
        assert_eq!(tally.blanks(), 2);
        assert_eq!((tally.complete(), tally.straight_liners()), (1, 1));
        let both = Both {
            n: 2,
            first: 5,
            second: 7,
            products: 19,
        };
        assert_eq!(tally.both(0, 2), both);
        let turned = Both {
            first: 7,
            second: 5,
            ..both
        };
        assert_eq!(tally.both(2, 0), turned);
        assert_eq!(
            tally.both(1, 1),
            Both {
                n: 2,
                first: 8,
                second: 8,
                products: 32
            }
        );
    }
}
