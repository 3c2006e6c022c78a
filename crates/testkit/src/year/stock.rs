//! The titles and their copies: what is there, and what comes in the year.

use jiff::SignedDuration;
use jiff::civil::Date;
use pustaka_core::catalog::record::Field;
use pustaka_core::circulation::loans::LoanRow;

use super::deed::TitleRow;
use super::people::People;
use super::{FIRST, Plan, What};
use crate::catalogue::{self, Size};
use crate::random::Random;

/// Copies when the year begins; two in three are the first of their title.
const COPIES: usize = 3_000;
/// Copies that are out when the year begins.
const OUT_BEFORE: usize = 40;
/// Copies of one batch.
const BATCH: usize = 28;

/// A copy as the plan knows it.
pub(super) struct Copy {
    pub(super) barcode: String,
    /// By what copies of one title are known.
    title: String,
    /// Is lent.
    pub(super) lent: bool,
    /// Nobody has a hold on its title: what is written on paper is about such copies alone, for the night between does
    /// not touch them.
    pub(super) never_held: bool,
    /// On loan, as planned.
    pub(super) out: bool,
}

pub(super) struct Stock {
    seed: u64,
    pub(super) copies: Vec<Copy>,
    /// Copies that came late, by the day from which they are on the shelf.
    coming: Vec<(Date, Copy)>,
    /// What was lent in the system before this one, and is still out: place of the copy, place of the member, due date.
    pub(super) out_before: Vec<(usize, usize, Date)>,
}

impl Stock {
    pub(super) fn new(seed: u64) -> Stock {
        Stock {
            seed,
            copies: Vec::new(),
            coming: Vec::new(),
            out_before: Vec::new(),
        }
    }

    /// The catalogue as it is when the year begins.
    pub(super) fn catalogue(&mut self) -> Vec<TitleRow> {
        let rows = rows(COPIES, 1, self.seed);
        let mut random = Random::new(self.seed ^ 0x5107);
        for row in &rows {
            let copy = copy(row, &mut random);
            self.copies.push(copy);
        }
        let kinds = rows.into_iter().map(|mut row| {
            // Of this year the plan says itself what comes.
            row.retain(|(field, text)| *field != Field::Received || !text.ends_with("/2025"));
            let kind = if random.percent(4) { "Referensi" } else { "Sirkulasi" };
            row.push((Field::CollectionType, kind.to_owned()));
            row
        });
        kinds.collect()
    }

    /// The loans of September that are open when the library begins.
    pub(super) fn lend_before(&mut self, people: &People) -> Vec<LoanRow> {
        let readers = (0..people.all.len()).filter(|at| !people.all[*at].quiet).step_by(3);
        let copies = (0..COPIES).filter(|at| self.copies[*at].lent).step_by(11);
        let lent: Vec<(usize, usize)> = copies.zip(readers).take(OUT_BEFORE).collect();
        let mut rows = Vec::new();
        for (number, (copy, member)) in lent.into_iter().enumerate() {
            let days = |days: usize| SignedDuration::from_hours(24 * days as i64);
            let loaned = FIRST.saturating_sub(days(2 + number * 5 % 27));
            let due = loaned.saturating_add(days(14));
            self.copies[copy].out = true;
            self.out_before.push((copy, member, due));
            rows.push(LoanRow {
                line: number as u64 + 2,
                card: people.all[member].card.clone(),
                item: self.copies[copy].barcode.clone(),
                loaned,
                due,
                renewals: u32::from(number % 4 == 0),
            });
        }
        rows
    }

    /// Books that are bought and given, a batch a month.
    pub(super) fn acquire(&mut self, plan: &mut Plan) {
        let open = plan.open_days();
        for (number, month) in open.chunk_by(|one, other| one.month() == other.month()).enumerate() {
            let day = month[month.len() / 2];
            let given = number % 3 == 2;
            let received = day.saturating_sub(SignedDuration::from_hours(24 * 3));
            let mut rows = rows(BATCH, 100_000 + number * 1_000, self.seed + 1 + number as u64);
            let mut random = Random::new(self.seed ^ number as u64);
            for row in &mut rows {
                // A title that is there already would bring a copy to those who wait for it.
                row.retain(|(field, _)| !matches!(field, Field::Isbn | Field::Received | Field::Price));
                row.push((Field::Received, received.to_string()));
                row.push((Field::Source, if given { "given" } else { "bought" }.to_owned()));
                row.push((Field::CollectionType, "Sirkulasi".to_owned()));
                if !given {
                    row.push((Field::Price, (40_000 + 500 * random.below(200)).to_string()));
                    row.push((Field::Supplier, "Toko Buku Togamas".to_owned()));
                }
                self.coming.push((day, copy(row, &mut random)));
            }
            let file = format!("pengadaan-{}.csv", &day.to_string()[..7]);
            plan.add(day.at(10, 30, 0, 0), What::Titles(file, rows));
        }
    }

    /// What came before this day stands on the shelf.
    pub(super) fn shelve(&mut self, day: Date) {
        let (here, coming) = std::mem::take(&mut self.coming)
            .into_iter()
            .partition(|(from, _)| *from < day);
        self.coming = coming;
        let here: Vec<(Date, Copy)> = here;
        self.copies.extend(here.into_iter().map(|(_, copy)| copy));
    }

    /// A copy that is not out, the popular ones and the new ones far more often; one of those that nobody holds when it
    /// is about what is written on paper.
    pub(super) fn pick(&self, random: &mut Random, on_paper: bool) -> Option<usize> {
        let many = self.copies.len();
        for _ in 0..if on_paper { 30 } else { 2 } {
            let at = match random.percent(12) {
                true => many - 1 - random.below(150),
                false => random.below(many).min(random.below(many)).min(random.below(many)),
            };
            let copy = &self.copies[at];
            if !copy.out && copy.lent && copy.never_held == on_paper {
                return Some(at);
            }
        }
        None
    }

    /// The barcodes of all copies of the title of one.
    pub(super) fn of_title(&self, at: usize) -> Vec<String> {
        let title = &self.copies[at].title;
        let same = self.copies.iter().filter(|copy| copy.title == *title);
        same.map(|copy| copy.barcode.clone()).collect()
    }
}

fn copy(row: &TitleRow, random: &mut Random) -> Copy {
    let cell = |wanted| {
        row.iter()
            .find(|(field, _)| *field == wanted)
            .map(|(_, text)| text.clone())
    };
    let title = cell(Field::Title).unwrap_or_default();
    Copy {
        barcode: cell(Field::ItemCode).unwrap_or_default(),
        // By its name, so that all copies of it are the same.
        never_held: title.len().is_multiple_of(8),
        title,
        lent: !random.percent(5),
        out: false,
    }
}

/// Rows of the generated catalogue, as a reader of its dialect gives them.
fn rows(rows: usize, first: usize, seed: u64) -> Vec<TitleRow> {
    let size = Size {
        rows,
        first,
        further: 33,
    };
    let mut text = Vec::new();
    catalogue::write(&mut text, &size, seed).unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    text.lines().skip(1).map(row).collect()
}

fn row(line: &str) -> TitleRow {
    const FIELDS: [Field; 12] = [
        Field::Title,
        Field::Author,
        Field::Publisher,
        Field::Year,
        Field::Place,
        Field::Isbn,
        Field::Class,
        Field::Subject,
        Field::ItemCode,
        Field::InventoryNumber,
        Field::Price,
        Field::Received,
    ];
    let cells = FIELDS.into_iter().zip(line.split(';'));
    let cells = cells.map(|(field, text)| (field, text.trim_matches('"').to_owned()));
    cells.filter(|(_, text)| !text.is_empty()).collect()
}
