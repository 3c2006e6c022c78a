//! The index of the development of community literacy (Indeks Pembangunan Literasi Masyarakat).
//!
//! Two formulas are published. Of 2021 and 2022: `UPLM_i = data_i / AM_i`, `IPLM = 100 x sum / 7`; an element may exceed 1.
//! Since 2023: `UPLM_i = min(1, (data_i / AM_i) / K_i)`, with constants `K_i` that the national library hands out and has
//! not published. Either is computed only where everything that it needs is known.

use serde::Serialize;

use crate::reports::facts::{POPULATION, UPLM_CONSTANT, UPLM_SOCIETY};
use crate::surveys::figures::{Exact, Fixed};
use crate::values::codes::codes;

codes! {
    /// A formula of the index.
    Formula {
        /// Of the guide of 2021 and 2022.
        Raw = "2021-2022",
        /// Since 2023.
        Capped = "2023",
    }
}

codes! {
    /// A class of the index (2025), by where it begins: 0, 30, 50, 80, 90.
    IplmClass {
        /// Below 30.
        VeryLow = "very-low",
        /// From 30.
        Low = "low",
        /// From 50.
        Middle = "middle",
        /// From 80.
        High = "high",
        /// From 90.
        VeryHigh = "very-high",
    }
}

/// What an element is computed from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Given {
    /// Its data; else the facts that they need.
    pub(super) data: Option<Exact>,
    pub(super) lacks: Vec<&'static str>,
    /// Its `aspek masyarakat`.
    pub(super) society: Option<Exact>,
    /// Its constant.
    pub(super) constant: Option<Exact>,
}

/// The index by one formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IplmIndex {
    /// The formula.
    pub formula: Formula,
    /// The elements, with four places; none where something is missing.
    pub elements: Vec<Option<Fixed>>,
    /// The index with two places, rounded half up once; only where all seven elements are known.
    pub value: Option<Fixed>,
    /// Its class; the classes are those of the newer formula.
    pub class: Option<IplmClass>,
    /// The facts that are missing.
    pub missing: Vec<&'static str>,
}

/// The index by a formula.
pub(super) fn index(formula: Formula, given: &[Given; 7]) -> IplmIndex {
    let mut missing = Vec::new();
    let mut elements = Vec::new();
    for (at, given) in given.iter().enumerate() {
        missing.extend(given.lacks.iter().copied());
        if given.society.is_none() {
            missing.push(POPULATION);
        }
        let constant = match formula {
            Formula::Raw => Some(Exact::whole(1)),
            Formula::Capped => given.constant.clone(),
        };
        if constant.is_none() {
            missing.push(UPLM_CONSTANT[at]);
        }
        // A society of nobody, or a constant of nothing, is as good as none.
        let over = |top: Exact, bottom: &Option<Exact>| bottom.as_ref().and_then(|bottom| top.over(bottom));
        let share = given.data.clone().and_then(|data| over(data, &given.society));
        if given.data.is_some() && given.society.is_some() && share.is_none() {
            missing.push(UPLM_SOCIETY[at]);
        }
        let value = share.and_then(|share| over(share, &constant));
        elements.push(match formula {
            Formula::Raw => value,
            Formula::Capped => value.map(|value| value.min(Exact::whole(1))),
        });
    }
    missing.sort_unstable();
    missing.dedup();
    let known: Option<Vec<Exact>> = elements.iter().cloned().collect();
    let value = known.and_then(|known| {
        let sum = known.iter().fold(Exact::whole(0), |sum, element| sum.plus(element));
        sum.times(&Exact::whole(100)).over(&Exact::whole(7))
    });
    let value = value.map(|value| value.round(2));
    IplmIndex {
        formula,
        elements: elements
            .iter()
            .map(|element| element.as_ref().map(|value| value.round(4)))
            .collect(),
        class: value.filter(|_| formula == Formula::Capped).map(class),
        value,
        missing,
    }
}

/// The class of an index of two places. The published bands have holes (29.9 to 30); where a class begins is what counts.
pub fn class(value: Fixed) -> IplmClass {
    match value.units() {
        9_000.. => IplmClass::VeryHigh,
        8_000.. => IplmClass::High,
        5_000.. => IplmClass::Middle,
        3_000.. => IplmClass::Low,
        _ => IplmClass::VeryLow,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(data: [&str; 7], society: &str, constants: [&str; 7]) -> [Given; 7] {
        std::array::from_fn(|at| Given {
            data: Exact::parse(data[at]),
            lacks: Vec::new(),
            society: Exact::parse(society),
            constant: Exact::parse(constants[at]),
        })
    }

    /// By hand: 1/40 + 1/2 + 1/400 + 1/10 + 3/400 + 1/8 + 1/4 of 4,000 inhabitants = 404/400; x 100 / 7 = 14.428571…
    #[test]
    fn the_raw_formula_by_hand() {
        let given = given(["100", "2000", "10", "400", "30", "500", "1000"], "4000", [""; 7]);
        let raw = index(Formula::Raw, &given);
        assert_eq!(raw.value.map(|value| value.to_string()).as_deref(), Some("14.43"));
        assert_eq!(raw.class, None);
        // An element may exceed 1: 8,000 titles for 4,000 inhabitants.
        let mut rich = given;
        rich[1].data = Exact::parse("8000");
        assert_eq!(
            index(Formula::Raw, &rich).elements[1]
                .map(|value| value.to_string())
                .as_deref(),
            Some("2.0000")
        );
    }

    /// By hand: (1/40)/(1/20) = 1/2; (1/2)/(1/4) = 2, so 1; (1/400)/(1/100) = 1/4; (1/10)/(1/5) = 1/2;
    /// (3/400)/(3/100) = 1/4; (1/8)/(1/2) = 1/4; (1/4)/1 = 1/4. Sum 3; x 100 / 7 = 42.857142…
    #[test]
    fn the_capped_formula_by_hand() {
        let constants = ["0.05", "0.25", "0.01", "1/5", "0.03", "0.5", "1"];
        let given = given(["100", "2000", "10", "400", "30", "500", "1000"], "4000", constants);
        let capped = index(Formula::Capped, &given);
        assert_eq!(capped.value.map(|value| value.to_string()).as_deref(), Some("42.86"));
        assert_eq!(capped.class, Some(IplmClass::Low));
        assert!(capped.missing.is_empty());
    }

    /// All seven at their bound: 100, and it can't be more.
    #[test]
    fn no_index_is_above_a_hundred() {
        let given = given(["9999"; 7], "1", ["0.0001"; 7]);
        let capped = index(Formula::Capped, &given);
        assert_eq!(capped.value.map(|value| value.to_string()).as_deref(), Some("100.00"));
        assert_eq!(capped.class, Some(IplmClass::VeryHigh));
    }

    #[test]
    fn one_element_missing_is_no_index() {
        let mut given = given(["100"; 7], "4000", ["1"; 7]);
        given[3] = Given {
            lacks: vec!["visits-online"],
            ..given[3].clone()
        };
        given[3].data = None;
        given[5].constant = None;
        for (formula, missing) in [
            (Formula::Raw, vec!["visits-online"]),
            (Formula::Capped, vec!["uplm6-constant", "visits-online"]),
        ] {
            let index = index(formula, &given);
            assert_eq!((index.value, index.class), (None, None));
            assert_eq!(index.missing, missing);
            assert_eq!(
                index.elements.iter().filter(|element| element.is_some()).count(),
                match formula {
                    Formula::Raw => 6,
                    Formula::Capped => 5,
                }
            );
        }
        given[0].society = Exact::parse("0");
        assert!(index(Formula::Raw, &given).missing.contains(&"uplm1-society"));
    }

    /// 29.46, 43.60 and 57.04 are published rows with their classes (2024).
    #[test]
    fn classes() {
        let cases = [
            (2946, IplmClass::VeryLow),
            (2999, IplmClass::VeryLow),
            (3000, IplmClass::Low),
            (4360, IplmClass::Low),
            (5000, IplmClass::Middle),
            (5704, IplmClass::Middle),
            (7999, IplmClass::Middle),
            (8000, IplmClass::High),
            (8999, IplmClass::High),
            (9000, IplmClass::VeryHigh),
            (10_000, IplmClass::VeryHigh),
        ];
        for (units, expected) in cases {
            assert_eq!(class(Fixed::new(units, 2)), expected, "{units}");
        }
    }
}
