//! Groups that are too small to be shown, and those that must go with them so that nobody works the small ones out by
//! subtraction.

/// A group of fewer respondents than this is not shown (UU 27/2022: nobody is to be known by a published figure).
pub const FEWEST: u64 = 5;

/// Which groups of one division are hidden. Those below [`FEWEST`] are; as long as all hidden ones together are below
/// it too, the next smallest goes with them: else the whole less the shown groups would tell.
///
/// `residue` is the place of those who belong to no group, for they did not answer. Nobody is recognised by that, so
/// they are hidden when they are few, but take no other group along.
pub fn hidden(sizes: &[u64], residue: Option<usize>) -> Vec<bool> {
    let mut hidden: Vec<bool> = sizes.iter().map(|size| (1..FEWEST).contains(size)).collect();
    loop {
        let of_hidden = || (0..sizes.len()).filter(|at| hidden[*at]);
        let together: u64 = of_hidden().map(|at| sizes[at]).sum();
        let groups = of_hidden().any(|at| Some(at) != residue);
        if !groups || together >= FEWEST {
            return hidden;
        }
        let open = (0..sizes.len()).filter(|at| !hidden[*at] && sizes[*at] > 0);
        match open.min_by_key(|at| (sizes[*at], *at)) {
            Some(smallest) => hidden[smallest] = true,
            None => return hidden,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_small_group_takes_another_along() {
        let cases: [(&[u64], &[bool]); 6] = [
            (&[97, 3], &[true, true]),
            (&[50, 40, 10], &[false, false, false]),
            (&[50, 40, 3], &[false, true, true]),
            (&[50, 3, 2, 10], &[false, true, true, false]),
            (&[4], &[true]),
            (&[0, 12], &[false, false]),
        ];
        for (sizes, expected) in cases {
            assert_eq!(hidden(sizes, None), expected, "{sizes:?}");
        }
    }

    #[test]
    fn who_did_not_answer_takes_nobody_along() {
        assert_eq!(hidden(&[139, 59, 2], Some(2)), [false, false, true]);
        assert_eq!(hidden(&[139, 59, 20], Some(2)), [false, false, false]);
        assert_eq!(
            hidden(&[11, 3, 6], Some(2)),
            [false, true, true],
            "but goes with a small group"
        );
        assert_eq!(hidden(&[11, 3, 1], Some(2)), [true, true, true]);
    }

    proptest! {
        #[test]
        fn what_is_hidden_is_nobody_or_many(sizes in prop::collection::vec(0_u64..30, 1..8)) {
            let hidden = hidden(&sizes, None);
            let together: u64 = sizes.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(size, _)| size).sum();
            let all: u64 = sizes.iter().sum();
            prop_assert!(together == 0 || together >= FEWEST || together == all);
            for (size, hidden) in sizes.iter().zip(&hidden) {
                prop_assert!(*hidden || *size == 0 || *size >= FEWEST);
            }
        }
    }
}
