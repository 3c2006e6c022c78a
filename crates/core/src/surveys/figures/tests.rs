//! Published figures, edges, and what must hold of any answers.

use proptest::prelude::*;

use super::*;
use crate::surveys::instrument::shipped;

fn bands(key: &str) -> Bands {
    shipped(key).expect("shipped").bands.expect("bands")
}

fn weight(text: &str) -> Weight {
    Weight::parse(text).expect(text)
}

/// Kabupaten Bantul 2023, as published: the means of the nine elements, of a hundred respondents each.
const BANTUL: [u64; 9] = [331, 335, 349, 393, 345, 339, 339, 376, 335];

#[test]
fn the_published_table_of_bantul() {
    let sums = BANTUL.map(|sum| (100, sum));
    let bands = bands("skm-2017");
    for (typed, value, class, printed) in [
        ("1/k", "87.28", "B", "1/9"),
        ("1/9", "87.28", "B", "1/9"),
        ("0.11", "86.41", "B", "0.11"),
        ("0,111", "87.19", "B", "0.111"),
    ] {
        let index = Index::of_sums(&sums, 4, &weight(typed)).expect("an index");
        assert_eq!(index.value().to_string(), value, "{typed}");
        assert_eq!(index.class(Some(&bands)).expect("a class").class, class);
        assert_eq!(index.weight, printed);
    }
    let index = Index::of_sums(&sums, 4, &Weight::Share).expect("an index");
    let classes: Vec<&str> = index
        .elements
        .iter()
        .map(|one| one.class(Some(&bands)).expect("a class").class.as_str())
        .collect();
    assert_eq!(classes, ["B", "B", "B", "A", "B", "B", "B", "A", "B"]);
    assert_eq!(
        index.lowest()[..3],
        [0, 1, 8],
        "the lowest first, equal ones in the order of the instrument"
    );
    assert_eq!(index.elements[0].mean4().expect("a mean").to_string(), "3.3100");
    assert_eq!(index.elements[0].weighted4().expect("weighted").to_string(), "0.3678");
}

#[test]
fn one_respondent_of_all_fours() {
    let mut tally = Tally::new(9, 4);
    assert!(tally.add(&[4; 9]));
    for (typed, value) in [("1/k", "100.00"), ("0.11", "99.00"), ("0.111", "99.90")] {
        let index = Index::of(&tally, 4, &weight(typed)).expect("an index");
        assert_eq!(index.value().to_string(), value, "{typed}");
        assert_eq!(index.class(Some(&bands("skm-2017"))).expect("a class").class, "A");
    }
}

#[test]
fn the_old_weight_flips_the_class_and_so_is_printed() {
    // 88.31 to 89.19 with the exact weight is A; with 0.11 it is B.
    let sums = [(1000, 3560); 9];
    let class = |typed| {
        let index = Index::of_sums(&sums, 4, &weight(typed)).expect("an index");
        let bands = bands("skm-2017");
        (
            index.value().to_string(),
            index.class(Some(&bands)).expect("a class").class.clone(),
        )
    };
    assert_eq!(class("1/k"), ("89.00".to_owned(), "A".to_owned()));
    assert_eq!(class("0.11"), ("88.11".to_owned(), "B".to_owned()));
}

#[test]
fn the_edges_of_the_bands() {
    let cases = [
        ("skm-2017", "25", "D"),
        ("skm-2017", "64.99", "D"),
        ("skm-2017", "64.994999", "D"),
        ("skm-2017", "64.995", "C"),
        ("skm-2017", "65.00", "C"),
        ("skm-2017", "76.60", "C"),
        ("skm-2017", "76.604999", "C"),
        ("skm-2017", "76.605", "B"),
        ("skm-2017", "76.61", "B"),
        ("skm-2017", "88.30", "B"),
        ("skm-2017", "88.304999", "B"),
        ("skm-2017", "88.305", "A"),
        ("skm-2017", "88.31", "A"),
        ("skm-2017", "100", "A"),
        ("skm-2017", "24.75", "D"),
        ("ikm-2004", "43.75", "D"),
        ("ikm-2004", "43.76", "C"),
        ("ikm-2004", "62.50", "C"),
        ("ikm-2004", "62.51", "B"),
        ("ikm-2004", "81.25", "B"),
        ("ikm-2004", "81.26", "A"),
    ];
    for (key, index, class) in cases {
        let exact = Exact::parse(index).expect(index);
        assert_eq!(
            bands(key).classify(&exact).expect("a class").class,
            class,
            "{key} {index}"
        );
    }
    // The same edges out of whole answers: of 10,000 respondents on one element.
    for (sum, value, class) in [
        (25_996, "64.99", "D"),
        (26_000, "65.00", "C"),
        (30_640, "76.60", "C"),
        (30_644, "76.61", "B"),
        (35_320, "88.30", "B"),
        (35_324, "88.31", "A"),
    ] {
        let index = Index::of_sums(&[(10_000, sum)], 4, &Weight::Share).expect("an index");
        assert_eq!(index.value().to_string(), value);
        assert_eq!(
            index.class(Some(&bands("skm-2017"))).expect("a class").class,
            class,
            "{value}"
        );
    }
}

#[test]
fn a_blank_is_skipped_for_its_element_alone() {
    let mut tally = Tally::new(3, 4);
    for row in [[4, 4, 0], [2, 4, 0], [3, 0, 0]] {
        assert!(tally.add(&row));
    }
    let index = Index::of(&tally, 4, &Weight::Share).expect("an index");
    // 3 and 4 of two elements; the third was answered by nobody and counts for nothing.
    assert_eq!(
        (index.value().to_string(), index.weight.as_str()),
        ("87.50".to_owned(), "1/2")
    );
    assert_eq!(index.elements[2].mean, None);
    assert_eq!(Index::of(&Tally::new(3, 4), 4, &Weight::Share), None);
}

#[test]
fn weights_that_are_none() {
    for text in ["0", "1.1", "-0.1", "x", ""] {
        assert_eq!(Weight::parse(text), None, "{text}");
    }
}

/// Rows of answers: 0 is a blank.
fn matrix() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(0_u8..=4, 9), 1..40)
}

fn tallied(rows: &[Vec<u8>]) -> Tally {
    let mut tally = Tally::new(9, 4);
    for row in rows {
        tally.add(row);
    }
    tally
}

proptest! {
    #[test]
    fn shuffling_rows_changes_nothing(rows in matrix(), seed in any::<u64>()) {
        let mut shuffled = rows.clone();
        let mut state = seed;
        for at in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let other = (state >> 33) as usize % (at + 1);
            shuffled.swap(at, other);
        }
        prop_assert_eq!(tallied(&rows), tallied(&shuffled));
    }

    #[test]
    fn shuffling_columns_changes_nothing(rows in matrix(), turn in 0_usize..9) {
        let turned: Vec<Vec<u8>> = rows.iter().map(|row| { let mut row = row.clone(); row.rotate_left(turn); row }).collect();
        let index = |rows: &[Vec<u8>]| Index::of(&tallied(rows), 4, &Weight::Share).map(|index| index.converted);
        prop_assert_eq!(index(&rows), index(&turned));
    }

    #[test]
    fn the_index_lies_within_the_scale(rows in matrix()) {
        if let Some(index) = Index::of(&tallied(&rows), 4, &Weight::Share) {
            prop_assert!(index.converted >= Exact::whole(25) && index.converted <= Exact::whole(100));
            prop_assert!(index.weighted >= Exact::whole(1) && index.weighted <= Exact::whole(4));
        }
    }

    /// The pairs that are kept for the interval are those of the answers themselves.
    #[test]
    fn pairs_are_what_the_rows_say(rows in matrix(), first in 0_usize..9, second in 0_usize..9) {
        let both = tallied(&rows).both(first, second);
        let answered = rows.iter().filter(|row| row[first] > 0 && row[second] > 0);
        let answered: Vec<(u64, u64)> = answered.map(|row| (u64::from(row[first]), u64::from(row[second]))).collect();
        prop_assert_eq!(both.n, answered.len() as u64);
        prop_assert_eq!(both.first, answered.iter().map(|pair| pair.0).sum::<u64>());
        prop_assert_eq!(both.products, answered.iter().map(|pair| pair.0 * pair.1).sum::<u64>());
    }

    /// Fractions against whole numbers of 128 bits, where these are large enough.
    #[test]
    fn rounding_is_what_whole_numbers_say(top in 0_u64..1 << 40, bottom in 1_u64..1 << 20) {
        let rounded = Exact::fraction(top, bottom).expect("a fraction").round(2).units();
        let (top, bottom) = (i128::from(top), i128::from(bottom));
        prop_assert_eq!(rounded, (top * 200 + bottom) / (2 * bottom));
    }
}
