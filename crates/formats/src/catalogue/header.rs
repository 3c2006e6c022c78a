//! Which column means what.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::synonyms::tables;
use super::{Dialect, Field, FileError, Options};
use crate::table::head::{fold, mapped};

/// What is done with the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The cell is the field.
    Plain(Field),
    /// The cell is the field when the field's own column says nothing usable.
    Also(Field),
    /// The cell holds several values, parted by any of these characters.
    Split(Field, &'static str),
    /// The cell holds several values, each between `<` and `>`.
    Angled(Field),
    /// The cell holds several values as our own export writes them.
    Escaped(Field),
    /// The cell is added to the field, after this text where something stands there already.
    Join(Field, &'static str),
    /// The subtitle: added to the title.
    Subtitle,
    /// The size: added to the extent.
    Dimensions,
    /// An ISBN or an ISSN; the form tells which.
    IsbnOrIssn,
    /// Whether a copy may be lent (INLISLite): the status, where the status itself says only that the copy is there.
    Access,
}

impl Meaning {
    /// The field that the column ends up in.
    pub(super) const fn field(self) -> Field {
        match self {
            Self::Plain(field)
            | Self::Also(field)
            | Self::Split(field, _)
            | Self::Angled(field)
            | Self::Escaped(field)
            | Self::Join(field, _) => field,
            Self::Subtitle => Field::Title,
            Self::Dimensions => Field::Extent,
            Self::IsbnOrIssn => Field::Isbn,
            Self::Access => Field::Status,
        }
    }

    /// Whether several columns may have the meaning.
    const fn shared(self) -> bool {
        match self {
            Self::Join(..) => true,
            Self::Plain(field) | Self::Split(field, _) | Self::Angled(field) | Self::Escaped(field) => field.repeats(),
            _ => false,
        }
    }
}

type Known = HashMap<&'static str, (Meaning, usize)>;

/// The headings of each dialect, in the order of [`Dialect::all`].
static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let of = |dialect: &Dialect| {
        let mut known = Known::new();
        for (place, table) in tables(*dialect).iter().enumerate() {
            for (meaning, names) in *table {
                for (rank, name) in names.split_whitespace().enumerate() {
                    // The first table that knows a heading decides.
                    known.entry(name).or_insert((*meaning, place * 100 + rank));
                }
            }
        }
        known
    };
    Dialect::all().iter().map(of).collect()
});

/// What a heading means in a dialect, and how well it fits: the smaller the better.
pub(super) fn meaning(dialect: Dialect, folded: &str) -> Option<(Meaning, usize)> {
    KNOWN.get(dialect as usize)?.get(folded).copied()
}

/// How many headings of a row are known, and whether a title is among them.
pub(super) fn known(dialect: Dialect, cells: &[String], options: &Options) -> (usize, bool) {
    let mut title = false;
    let mut count = 0;
    for cell in cells {
        let folded = fold(cell);
        if folded.is_empty() {
            continue;
        }
        let mapped = options
            .map
            .iter()
            .find(|(_, heading)| fold(heading) == folded)
            .map(|(field, _)| *field);
        let field = mapped.or_else(|| meaning(dialect, &folded).map(|(meaning, _)| meaning.field()));
        count += usize::from(field.is_some());
        title |= field == Some(Field::Title);
    }
    (count, title)
}

/// Decides every column of a header.
pub(super) fn decide(
    dialect: Dialect,
    line: u64,
    cells: &[String],
    options: &Options,
) -> Result<Vec<Option<Meaning>>, FileError> {
    let folded: Vec<String> = cells.iter().map(|cell| fold(cell)).collect();
    let mut columns: Vec<Option<(Meaning, usize)>> = vec![None; cells.len()];
    let mapped = mapped(line, cells, &folded, options)?;
    for (column, field) in &mapped {
        columns[*column] = Some((by_hand(*field), 0));
    }
    for column in 0..cells.len() {
        if columns[column].is_some() || folded[column].is_empty() {
            continue;
        }
        let Some((found, rank)) = meaning(dialect, &folded[column]) else {
            continue;
        };
        if mapped.iter().any(|(_, field)| *field == found.field()) {
            continue;
        }
        let rival = (0..column)
            .find(|rival| columns[*rival].is_some_and(|(other, _)| other == found || same_plain_field(other, found)));
        match rival {
            Some(_) if found.shared() => columns[column] = Some((found, rank)),
            Some(rival) if folded[rival] == folded[column] => {
                return Err(FileError::HeaderDuplicate {
                    line,
                    first: rival as u64 + 1,
                    second: column as u64 + 1,
                    header: cells[column].clone(),
                    field: Some(found.field().as_str()),
                });
            }
            Some(rival) if columns[rival].is_some_and(|(_, other)| other > rank) => {
                columns[rival] = loser(columns[rival], found);
                columns[column] = Some((found, rank));
            }
            Some(_) => columns[column] = loser(Some((found, rank)), found),
            None => columns[column] = Some((found, rank)),
        }
    }
    Ok(columns
        .into_iter()
        .map(|column| column.map(|(meaning, _)| meaning))
        .collect())
}

/// A second column for the same field: another ISBN or year steps in where the first says nothing; others are left unread.
fn loser(column: Option<(Meaning, usize)>, winner: Meaning) -> Option<(Meaning, usize)> {
    match winner.field() {
        Field::Isbn | Field::Year => column.map(|(_, rank)| (Meaning::Also(winner.field()), rank)),
        _ => None,
    }
}

fn same_plain_field(one: Meaning, other: Meaning) -> bool {
    let single = |meaning| match meaning {
        Meaning::Plain(field) => Some(field),
        Meaning::IsbnOrIssn => Some(Field::Isbn),
        _ => None,
    };
    single(one).is_some() && single(one) == single(other)
}

/// A column named by hand: several authors or subjects in one cell are parted by semicolons.
const fn by_hand(field: Field) -> Meaning {
    match field {
        Field::Author | Field::Subject => Meaning::Split(field, ";|"),
        Field::ItemCode => Meaning::Split(field, ";|,\n"),
        _ => Meaning::Plain(field),
    }
}
