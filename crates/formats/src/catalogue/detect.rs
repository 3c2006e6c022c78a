//! Finds the dialect and the header from the first rows of a file.

use super::header::{known, meaning};
use super::{Dialect, Field, FileError, Options, slims};
use crate::table::Found;
use crate::table::head::{DEEPEST, HeadRow, filled, fold, is_rejects, own_cells, trimmed};

pub(super) fn detect(rows: &[HeadRow], options: &Options) -> Result<Found<Dialect>, FileError> {
    let found = match options.dialect {
        Some(dialect) => of_dialect(rows, dialect, options),
        None => by_names(rows)
            .or_else(|| by_shape(rows))
            .or_else(|| generic(rows, Dialect::Generic, options)),
    };
    let needs = match options.dialect {
        Some(Dialect::SlimsItem) => Field::ItemCode,
        _ => Field::Title,
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
            needs: vec![needs.as_str()],
            headers: first.map(|row| row.cells.clone()).unwrap_or_default(),
        }
    })
}

/// Dialects whose headings nobody else uses.
fn by_names(rows: &[HeadRow]) -> Option<Found<Dialect>> {
    rows.iter().take(DEEPEST).enumerate().find_map(|(index, row)| {
        let cells = own_cells(&row.cells);
        let folded: Vec<String> = cells.iter().map(|cell| fold(cell)).collect();
        let has = |name: &str| folded.iter().any(|cell| cell == name);
        let dialect = if is_pustaka(cells) {
            Dialect::Pustaka
        } else if names_of(Dialect::SlimsBiblio, &folded) >= 12 && has("title") && !has("invoice") {
            Dialect::SlimsBiblio
        } else if names_of(Dialect::SlimsItem, &folded) >= 12 && has("itemcode") {
            Dialect::SlimsItem
        } else if has("judulutama") && names_of(Dialect::Inlislite, &folded) >= 12 {
            Dialect::Inlislite
        } else if has("title") && (has("goodreadsbookid") || (has("bookid") && has("authorlf"))) {
            Dialect::Goodreads
        } else if has("title") && has("primaryauthor") && has("secondaryauthor") {
            Dialect::Librarything
        } else if has("title") && is_koha(&has) {
            Dialect::KohaItems
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

fn is_pustaka(cells: &[String]) -> bool {
    let named = |name: &str| cells.iter().any(|cell| cell.trim() == name);
    named(Field::TitleRef.as_str())
        && named(Field::Title.as_str())
        && cells.iter().all(|cell| cell.trim().parse::<Field>().is_ok())
}

/// How many headings belong to the dialect.
fn names_of(dialect: Dialect, folded: &[String]) -> usize {
    folded.iter().filter(|cell| meaning(dialect, cell).is_some()).count()
}

fn is_koha(has: &impl Fn(&str) -> bool) -> bool {
    let database = [
        "biblionumber",
        "itemnumber",
        "homebranch",
        "holdingbranch",
        "itemcallnumber",
        "ccode",
        "itype",
    ];
    let search = [
        "homelibrary",
        "currentlibrary",
        "shelvinglocation",
        "itemtype",
        "notforloan",
        "stocknumber",
        "itemnumber",
    ];
    let count = |names: &[&str]| names.iter().filter(|name| has(name)).count();
    count(&database) >= 2 || count(&search) >= 2
}

/// SLiMS files without a header, or with a translated one: known by how their rows look.
fn by_shape(rows: &[HeadRow]) -> Option<Found<Dialect>> {
    let (first, rest) = rows.split_first()?;
    let looks = |row: &HeadRow, test: fn(&[String]) -> bool| test(&row.cells);
    for (dialect, test) in [
        (Dialect::SlimsBiblio, biblio_row as fn(&[String]) -> bool),
        (Dialect::SlimsItem, item_row as fn(&[String]) -> bool),
    ] {
        let fits = rest.iter().filter(|row| looks(row, test)).count();
        if looks(first, test) && (fits * 2 >= rest.len()) {
            return Some(Found {
                dialect,
                header: None,
                by_place: true,
                rejects: false,
            });
        }
        let width = slims::names(dialect).map_or(0, <[_]>::len);
        let headed = trimmed(&first.cells) == width && filled(&first.cells) == width;
        if headed && fits > 0 && fits * 2 >= rest.len() {
            return Some(Found {
                dialect,
                header: Some(0),
                by_place: true,
                rejects: false,
            });
        }
    }
    None
}

/// Eighteen cells, the last three empty or lists of `<A><B>`, at least one of them a list.
fn biblio_row(cells: &[String]) -> bool {
    let Some(lists) = cells.get(15..18).filter(|_| cells.len() == 18) else {
        return false;
    };
    let list = |cell: &String| cell.trim().starts_with('<') && cell.trim().ends_with('>');
    lists.iter().all(|cell| cell.trim().is_empty() || list(cell)) && lists.iter().any(list)
}

/// Nineteen cells as SLiMS fills them: a code, days where days belong, a source of 0 to 2, a whole price, a title.
fn item_row(cells: &[String]) -> bool {
    if cells.len() != 19 && cells.len() != 20 {
        return false;
    }
    let cell = |column: usize| cells[column].trim();
    let day = |text: &str| {
        let bytes = text.as_bytes();
        bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-' && bytes[..4].iter().all(u8::is_ascii_digit)
    };
    let days = [4, 8, 15, 16, 17].map(cell);
    let price = cell(13).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    days.iter().all(|text| text.is_empty() || day(text))
        && days.iter().any(|text| day(text))
        && matches!(cell(11), "" | "0" | "1" | "2")
        && price
        && !cell(0).is_empty()
        && !cell(18).is_empty()
}

/// The row with most known headings, a title among them; one heading that was named by hand is enough.
fn generic(rows: &[HeadRow], dialect: Dialect, options: &Options) -> Option<Found<Dialect>> {
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in rows.iter().take(DEEPEST).enumerate() {
        let cells = own_cells(&row.cells);
        let (count, title) = known(dialect, cells, options);
        let by_hand = options
            .map
            .iter()
            .any(|(_, heading)| cells.iter().any(|cell| fold(cell) == fold(heading)));
        let enough = count >= 2 || by_hand || (count == 1 && filled(cells) <= 3);
        if title && enough && best.is_none_or(|(known, _)| count > known) {
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
    let Some(names) = slims::names(dialect) else {
        return generic(rows, dialect, options);
    };
    let named = rows.iter().take(DEEPEST).position(|row| {
        let folded: Vec<String> = own_cells(&row.cells).iter().map(|cell| fold(cell)).collect();
        names_of(dialect, &folded) >= 8
    });
    if let Some(index) = named {
        let rejects = is_rejects(&rows[index].cells);
        return Some(Found {
            dialect,
            header: Some(index),
            by_place: false,
            rejects,
        });
    }
    let first = rows.first()?;
    let test = if dialect == Dialect::SlimsBiblio {
        biblio_row
    } else {
        item_row
    };
    let data = test(&first.cells) || !rows.iter().skip(1).any(|row| test(&row.cells));
    let header = (!data && filled(&first.cells) == names.len()).then_some(0);
    Some(Found {
        dialect,
        header,
        by_place: true,
        rejects: false,
    })
}
