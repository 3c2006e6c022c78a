//! What is kept back of a table that is published: counts of fewer than [`FEWEST`], and others with them, so that nothing
//! small is had by subtraction. A list is kept by [`suppression`]; a table whose rows and columns both add up is kept here.

use super::Count;
use crate::surveys::suppression::{self, FEWEST};

/// Whether a count is of so few that it is kept back. Nobody is not few.
fn few(count: i64) -> bool {
    (1..FEWEST as i64).contains(&count)
}

impl Count {
    /// A count that stands by itself, as it is told.
    pub fn of(count: i64, published: bool) -> Count {
        match published && few(count) {
            true => Count::Kept,
            false => Count::Known(count),
        }
    }
}

/// Which counts of a list are kept back; its total is told as [`Count::of`] says.
pub(super) fn hidden(counts: &[i64], published: bool) -> Vec<bool> {
    match published {
        false => vec![false; counts.len()],
        true => suppression::hidden(
            &counts.iter().map(|count| count.unsigned_abs()).collect::<Vec<_>>(),
            None,
        ),
    }
}

/// The counts of a list as they are told.
pub(super) fn list(counts: &[i64], published: bool) -> Vec<Count> {
    let hidden = hidden(counts, published);
    let counts = counts.iter().zip(hidden);
    counts
        .map(|(count, hidden)| if hidden { Count::Kept } else { Count::Known(*count) })
        .collect()
}

/// A table as it is told, with its sums: a last column and a last row.
pub(super) fn crossed(rows: &[Vec<i64>], published: bool) -> Vec<Vec<Count>> {
    let mut table = Crossed::of(rows);
    if published {
        while let Some((row, column)) = table.next() {
            table.hidden[row][column] = true;
        }
    }
    let told = table.cells.iter().zip(&table.hidden);
    told.map(|(cells, hidden)| {
        let cells = cells.iter().zip(hidden);
        cells
            .map(|(count, hidden)| if *hidden { Count::Kept } else { Count::Known(*count) })
            .collect()
    })
    .collect()
}

/// A table with its sums, and what of it is kept back so far.
///
/// Every row and every column adds up, so what is kept back are the unknowns of as many equations. Seen as a graph, with the
/// rows and the columns for its points and a line for each unknown, one unknown can be worked out when the graph falls
/// apart without its line, and only then.
struct Crossed {
    cells: Vec<Vec<i64>>,
    hidden: Vec<Vec<bool>>,
}

/// The place of a cell: its row, its column.
type Place = (usize, usize);

/// Rows and columns that hang together: which of each.
type Part = (Vec<bool>, Vec<bool>);

impl Crossed {
    fn of(rows: &[Vec<i64>]) -> Crossed {
        let columns = rows.first().map_or(0, Vec::len);
        let with_sum = |cells: &Vec<i64>| cells.iter().copied().chain([cells.iter().sum()]).collect();
        let mut cells: Vec<Vec<i64>> = rows.iter().map(with_sum).collect();
        cells.push((0..=columns).map(|at| cells.iter().map(|row| row[at]).sum()).collect());
        let hidden = cells.iter().map(|row| vec![false; row.len()]).collect();
        Crossed { cells, hidden }
    }

    fn count(&self, (row, column): Place) -> i64 {
        self.cells[row][column]
    }

    fn is_hidden(&self, (row, column): Place) -> bool {
        self.hidden[row][column]
    }

    fn places(&self) -> impl Iterator<Item = Place> + use<> {
        let (rows, columns) = (self.cells.len(), self.cells.first().map_or(0, Vec::len));
        (0..rows).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }

    /// What is kept back next; none when all is safe. Each is a cell with something in it that was told so far, so it ends:
    /// at last all of them are kept back.
    fn next(&self) -> Option<Place> {
        let small = self.places().find(|at| few(self.count(*at)) && !self.is_hidden(*at));
        small.or_else(|| self.beside_few()).or_else(|| self.for_bridge())
    }

    /// Of the places that are told and have something in them, the one with the least.
    fn least(&self, places: impl Iterator<Item = Place>) -> Option<Place> {
        let open = places.filter(|at| !self.is_hidden(*at) && self.count(*at) > 0);
        open.min_by_key(|at| (self.count(*at), *at))
    }

    /// A line whose sum is told while what is kept back of it comes to few: the next smallest goes with that.
    fn beside_few(&self) -> Option<Place> {
        let (rows, columns) = (self.cells.len(), self.cells.first().map_or(0, Vec::len));
        let across = (0..rows).map(|row| (0..columns).map(|column| (row, column)).collect::<Vec<Place>>());
        let down = (0..columns).map(|column| (0..rows).map(|row| (row, column)).collect::<Vec<Place>>());
        across.chain(down).find_map(|line| {
            let (sum, parts) = line.split_last()?;
            let kept = parts.iter().filter(|at| self.is_hidden(**at));
            let kept: i64 = kept.map(|at| self.count(*at)).sum();
            (!self.is_hidden(*sum) && few(kept)).then(|| self.least(parts.iter().copied()))?
        })
    }

    /// A small count that could be worked out: what ties together again what falls apart without it, or at least adds to
    /// the one side.
    fn for_bridge(&self) -> Option<Place> {
        let mut small = self.places().filter(|at| few(self.count(*at)));
        let (here, there) = small.find_map(|at| {
            let (rows, columns) = self.part(at, true);
            (!columns[at.1]).then(|| ((rows, columns), self.part(at, false)))
        })?;
        let ties = |(row, column): &Place| (here.0[*row] && there.1[*column]) || (there.0[*row] && here.1[*column]);
        let leaves = |(row, column): &Place| here.0[*row] != here.1[*column];
        self.least(self.places().filter(ties))
            .or_else(|| self.least(self.places().filter(leaves)))
    }

    /// What hangs together with the row of a place, or with its column, when the line of the place is taken out.
    fn part(&self, without: Place, of_row: bool) -> Part {
        let mut part = (vec![false; self.cells.len()], vec![false; self.cells[0].len()]);
        match of_row {
            true => part.0[without.0] = true,
            false => part.1[without.1] = true,
        }
        loop {
            let tied = self.places().filter(|at| self.is_hidden(*at) && *at != without);
            let new: Vec<Place> = tied.filter(|(row, column)| part.0[*row] != part.1[*column]).collect();
            if new.is_empty() {
                return part;
            }
            for (row, column) in new {
                (part.0[row], part.1[column]) = (true, true);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PRIME: i64 = 1_000_003;

    fn inverse(of: i64) -> i64 {
        let (mut power, mut base, mut exponent) = (1, of, PRIME - 2);
        while exponent > 0 {
            if exponent % 2 == 1 {
                power = power * base % PRIME;
            }
            base = base * base % PRIME;
            exponent /= 2;
        }
        power
    }

    /// Which of the unknowns have one value alone, by elimination.
    fn worked_out(mut equations: Vec<Vec<i64>>, unknowns: usize) -> Vec<bool> {
        let mut done = 0;
        let mut pivots = vec![None; unknowns];
        for unknown in 0..unknowns {
            let Some(found) = (done..equations.len()).find(|at| equations[*at][unknown] != 0) else {
                continue;
            };
            equations.swap(done, found);
            let by = inverse(equations[done][unknown]);
            let pivot: Vec<i64> = equations[done].iter().map(|value| value * by % PRIME).collect();
            for (at, equation) in equations.iter_mut().enumerate() {
                let times = if at == done { 0 } else { equation[unknown] };
                for (value, of_pivot) in equation.iter_mut().zip(&pivot) {
                    *value = (*value + (PRIME - times) * of_pivot) % PRIME;
                }
            }
            equations[done] = pivot;
            pivots[unknown] = Some(done);
            done += 1;
        }
        let alone = |at: usize| equations[at].iter().filter(|value| **value != 0).count() == 1;
        pivots.into_iter().map(|pivot| pivot.is_some_and(alone)).collect()
    }

    fn tables() -> impl Strategy<Value = Vec<Vec<i64>>> {
        (1_usize..6, 1_usize..6).prop_flat_map(|(rows, columns)| {
            let count = prop_oneof![2 => Just(0_i64), 3 => 1_i64..5, 4 => 5_i64..40];
            prop::collection::vec(prop::collection::vec(count, columns), rows)
        })
    }

    proptest! {
        /// No count of a few is told, none can be worked out of what is, and no sum of what is kept back of a line is few.
        #[test]
        fn subtraction_gives_no_small_count_back(rows in tables()) {
            let told = crossed(&rows, true);
            let all = crossed(&rows, false);
            let whole = |at: Place| if let Count::Known(count) = all[at.0][at.1] { count } else { unreachable!() };
            let (down, across) = (told.len(), told[0].len());
            let places = || (0..down).flat_map(|row| (0..across).map(move |column| (row, column)));
            let kept: Vec<Place> = places().filter(|at| told[at.0][at.1] == Count::Kept).collect();
            let lines = (0..down).map(|row| (0..across).map(|column| (row, column)).collect::<Vec<_>>())
                .chain((0..across).map(|column| (0..down).map(|row| (row, column)).collect()));
            let mut equations = Vec::new();
            for line in lines {
                let sum = *line.last().unwrap();
                let of = |at: &Place| if !line.contains(at) { 0 } else if *at == sum { PRIME - 1 } else { 1 };
                equations.push(kept.iter().map(of).collect::<Vec<i64>>());
                let together: i64 = kept.iter().filter(|at| line.contains(at) && **at != sum).map(|at| whole(*at)).sum();
                prop_assert!(kept.contains(&sum) || !few(together), "{together} of {line:?}");
            }
            let out = worked_out(equations, kept.len());
            for (at, out) in kept.iter().zip(out) {
                prop_assert!(!(out && few(whole(*at))), "{at:?} of {rows:?} in {told:?}");
            }
            for at in places() {
                prop_assert!(!few(whole(at)) || kept.contains(&at), "{at:?}");
                prop_assert!(whole(at) != 0 || !kept.contains(&at), "nobody is kept back at {at:?}");
            }
        }

        /// What is kept back can't be had from the total and what is shown, unless it is nobody or at least five.
        #[test]
        fn subtraction_tells_of_nobody(counts in prop::collection::vec(0_i64..30, 1..9)) {
            let all: i64 = counts.iter().sum();
            let shown = list(&counts, true);
            let known: i64 = shown.iter().map(|count| if let Count::Known(count) = count { *count } else { 0 }).sum();
            let kept = shown.iter().filter(|count| **count == Count::Kept).count();
            match Count::of(all, true) {
                Count::Known(all) => {
                    prop_assert!(all == 0 || all >= 5);
                    let rest = all - known;
                    prop_assert!(rest == 0 || rest >= 5, "{rest} of {counts:?}");
                    prop_assert!(kept != 1, "{counts:?}");
                }
                Count::Kept => prop_assert!(shown.iter().all(|count| !matches!(count, Count::Known(1..)))),
            }
            for (count, shown) in counts.iter().zip(&shown) {
                prop_assert!(*count == 0 || *count >= 5 || *shown == Count::Kept);
            }
        }
    }

    #[test]
    fn a_table_of_enough_is_told_whole() {
        let rows = vec![vec![5, 0, 12], vec![7, 9, 30]];
        assert_eq!(crossed(&rows, true), crossed(&rows, false));
        assert_eq!(crossed(&rows, false)[2], [12, 9, 42, 63].map(Count::Known));
    }

    #[test]
    fn one_small_count_takes_three_along() {
        let (k, kept) = (Count::Known, Count::Kept);
        let told = crossed(&[vec![2, 20, 30], vec![40, 50, 60], vec![70, 9, 80]], true);
        assert_eq!(
            told,
            [
                vec![kept, kept, k(30), k(52)],
                vec![kept, kept, k(60), k(150)],
                vec![k(70), k(9), k(80), k(159)],
                vec![k(112), k(79), k(170), k(361)],
            ]
        );
    }
}
