//! The rows of a report by class: mutually exclusive, and they add up.

use crate::values::class::Group;

/// The stable code of a row: `000` … `900`, `2X` (Islam, and not in `200`), `other` (not decimal, or without a class).
pub fn code(group: Group) -> &'static str {
    const HUNDREDS: [&str; 10] = ["000", "100", "200", "300", "400", "500", "600", "700", "800", "900"];
    match group {
        Group::Hundred(hundred) => HUNDREDS[usize::from(hundred.min(9))],
        Group::Islam => "2X",
        Group::Other => "other",
    }
}

/// The row that a title's class belongs to, as its place in [`Group::ALL`].
pub(crate) fn row(class: Option<&str>) -> usize {
    let group = class.map_or(Group::Other, Group::of);
    Group::ALL.iter().position(|one| *one == group).unwrap_or(ROWS - 1)
}

/// How many rows there are.
pub const ROWS: usize = Group::ALL.len();

/// The codes of the rows in the order of a report, which is the order of the shelves.
pub fn codes() -> [&'static str; ROWS] {
    Group::ALL.map(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_one_row_and_islam_is_not_religion() {
        for (class, expected) in [
            (Some("005.133"), "000"),
            (Some("297"), "200"),
            (Some("2X4.1"), "2X"),
            (Some("2x0"), "2X"),
            (Some("899.221"), "800"),
            (Some("FIK"), "other"),
            (None, "other"),
        ] {
            assert_eq!(codes()[row(class)], expected, "{class:?}");
        }
        let mut codes = codes().to_vec();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), ROWS);
    }
}
