//! Finds the dialect and the header from the first rows of a file.

use super::columns::{INLISLITE_NAMES, Meaning, SLIMS_NAMES, meaning};
use super::{Dialect, Field, Options};
use crate::table::head::{DEEPEST, HeadRow, filled, fold, is_rejects, own_cells, trimmed};
use crate::table::{FileError, Found};

pub(super) fn detect(rows: &[HeadRow], options: &Options) -> Result<Found<Dialect>, FileError> {
    let found = match options.dialect {
        Some(dialect) => of_dialect(rows, dialect, options),
        None => by_names(rows)
            .or_else(|| by_shape(rows))
            .or_else(|| generic(rows, Dialect::Generic, options)),
    };
    found.ok_or_else(|| {
        let dialect = options.dialect.unwrap_or(Dialect::Generic);
        // The row that was most likely meant as the header is the one to look at.
        let first = rows.iter().take(DEEPEST).max_by_key(|row| {
            let (known, _) = known(dialect, &row.cells, options);
            (known, filled(&row.cells), std::cmp::Reverse(row.line))
        });
        FileError::HeaderMissing {
            line: first.map_or(1, |row| row.line),
            needs: vec![Field::Name.as_str()],
            headers: first.map(|row| row.cells.clone()).unwrap_or_default(),
        }
    })
}

fn folded(cells: &[String]) -> Vec<String> {
    cells.iter().map(|cell| fold(cell)).collect()
}

/// How many of the names stand among the headings.
fn among(names: &[&str], folded: &[String]) -> usize {
    names.iter().filter(|name| folded.contains(&fold(name))).count()
}

/// Dialects whose headings nobody else uses.
fn by_names(rows: &[HeadRow]) -> Option<Found<Dialect>> {
    rows.iter().take(DEEPEST).enumerate().find_map(|(index, row)| {
        let folded = folded(own_cells(&row.cells));
        let has = |name: &str| folded.iter().any(|cell| cell == name);
        let dialect = if among(&SLIMS_NAMES, &folded) >= 10 && has("memberid") {
            Dialect::SlimsMember
        } else if among(&INLISLITE_NAMES, &folded) >= 15 && has("noanggota") {
            Dialect::InlisliteAnggota
        } else if has("cardnumber")
            && ["surname", "firstname", "categorycode", "borrowernumber"]
                .into_iter()
                .any(has)
        {
            Dialect::Koha
        } else {
            return None;
        };
        Some(Found {
            dialect,
            header: Some(index),
            by_place: false,
            rejects: is_rejects(&row.cells),
        })
    })
}

/// SLiMS's file without a header, or with a translated one: known by how its rows look.
fn by_shape(rows: &[HeadRow]) -> Option<Found<Dialect>> {
    let (first, rest) = rows.split_first()?;
    let fits = rest.iter().filter(|row| slims_row(&row.cells)).count();
    let headed = !slims_row(&first.cells) && matches!(trimmed(&first.cells), 17..=19) && fits > 0;
    let found = (slims_row(&first.cells) || headed) && fits * 2 >= rest.len();
    found.then_some(Found {
        dialect: Dialect::SlimsMember,
        header: headed.then_some(0),
        by_place: true,
        rejects: false,
    })
}

/// Eighteen or nineteen cells as SLiMS fills them: a card, a name, 1 or 0, and days where days belong.
fn slims_row(cells: &[String]) -> bool {
    if !(18..=20).contains(&cells.len()) {
        return false;
    }
    let cell = |column: usize| cells[column].trim();
    let day = |text: &str| {
        let bytes = text.as_bytes();
        bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-' && bytes[..4].iter().all(u8::is_ascii_digit)
    };
    let days = [13, 14, 15, 16].map(cell);
    !cell(0).is_empty()
        && !cell(1).is_empty()
        && matches!(cell(2), "" | "0" | "1")
        && days.iter().all(|text| text.is_empty() || day(text))
        && days.iter().any(|text| day(text))
}

/// How many headings of a row are known, and whether a name is among them.
fn known(dialect: Dialect, cells: &[String], options: &Options) -> (usize, bool) {
    let (mut count, mut name) = (0, false);
    for cell in cells {
        let folded = fold(cell);
        let mapped = options.map.iter().find(|(_, heading)| fold(heading) == folded);
        let field = match mapped {
            Some((field, _)) => Some(*field),
            None => meaning(dialect, &folded).and_then(|(meaning, _)| meaning.field()),
        };
        count += usize::from(field.is_some());
        name |= field == Some(Field::Name);
    }
    (count, name)
}

/// The row with most known headings, a name among them; one heading that was named by hand is enough.
fn generic(rows: &[HeadRow], dialect: Dialect, options: &Options) -> Option<Found<Dialect>> {
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in rows.iter().take(DEEPEST).enumerate() {
        let cells = own_cells(&row.cells);
        let (count, name) = known(dialect, cells, options);
        let by_hand = |heading: &str| cells.iter().any(|cell| fold(cell) == fold(heading));
        let by_hand = options.map.iter().any(|(_, heading)| by_hand(heading));
        if name && (count >= 2 || by_hand) && best.is_none_or(|(known, _)| count > known) {
            best = Some((count, index));
        }
    }
    best.map(|(_, index)| Found {
        dialect,
        header: Some(index),
        by_place: false,
        rejects: is_rejects(&rows[index].cells),
    })
}

/// The dialect is given; its header is looked for.
fn of_dialect(rows: &[HeadRow], dialect: Dialect, options: &Options) -> Option<Found<Dialect>> {
    if dialect != Dialect::SlimsMember {
        return generic(rows, dialect, options);
    }
    let is_header = |row: &HeadRow| {
        let folded = folded(own_cells(&row.cells));
        let known =
            |heading: &&String| matches!(meaning(dialect, heading), Some((known, _)) if known != Meaning::Identity);
        folded.iter().filter(known).count() >= 6
    };
    if let Some(index) = rows.iter().take(DEEPEST).position(is_header) {
        return Some(Found {
            dialect,
            header: Some(index),
            by_place: false,
            rejects: is_rejects(&rows[index].cells),
        });
    }
    let first = rows.first()?;
    let data = slims_row(&first.cells) || !rows.iter().skip(1).any(|row| slims_row(&row.cells));
    Some(Found {
        dialect,
        header: (!data).then_some(0),
        by_place: true,
        rejects: false,
    })
}
