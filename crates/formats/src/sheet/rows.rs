//! The rows of one sheet, one by one.

use std::io::BufReader;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use calamine::{Data, Ods, Range, Reader as _, Xls, Xlsx};

use super::bound::{self, Limits};
use super::value::{Shown, of_data, of_ref};
use super::{Kind, old};
use crate::delimited::{COLUMN_LIMIT, FIELD_LIMIT, Input, ROW_LIMIT};
use crate::table::{FileError, SheetLimit};

/// How many rows may wait to be taken.
const QUEUE: usize = 64;
/// The most text that the cells of a sheet may add up to, in bytes: one long text can be shown in millions of cells.
const TEXT_LIMIT: u64 = 1024 * 1024 * 1024;

/// A row of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, as the spreadsheet shows it.
    pub number: u64,
    /// The cells as text, from the first column to the last that holds something.
    pub cells: Vec<String>,
    /// The cells (counted from 0) that hold an error value.
    pub errors: Vec<usize>,
    /// A limit that the row passes.
    pub beyond: Option<Beyond>,
}

/// A limit that a row of a sheet passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// More than 1,024 columns.
    Columns,
    /// This cell (counted from 0) is longer than 1 MiB.
    Field(usize),
    /// The row is longer than 4 MiB.
    Row,
}

impl SheetRow {
    /// Whether every cell is empty or blank.
    pub fn is_blank(&self) -> bool {
        self.beyond.is_none() && self.errors.is_empty() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    fn put(&mut self, column: usize, value: Shown<'_>) -> u64 {
        let text = match value {
            Shown::Empty => return 0,
            Shown::Error => {
                if column < COLUMN_LIMIT {
                    self.errors.push(column);
                }
                return 0;
            }
            Shown::Text(text) => text,
        };
        if text.is_empty() {
            return 0;
        }
        if column >= COLUMN_LIMIT {
            self.beyond = Some(Beyond::Columns);
        } else if text.len() > FIELD_LIMIT {
            self.beyond = Some(Beyond::Field(column));
        } else if self.beyond.is_none() {
            if self.cells.len() <= column {
                self.cells.resize(column + 1, String::new());
            }
            self.cells[column].push_str(&text);
            if self.cells.iter().map(String::len).sum::<usize>() > ROW_LIMIT {
                self.beyond = Some(Beyond::Row);
            }
        }
        text.len() as u64
    }
}

enum Message {
    Sheet(String),
    Row(SheetRow),
    Failed(FileError),
    End,
}

/// The rows of one sheet.
#[derive(Debug)]
pub struct Rows {
    kind: Kind,
    sheet: String,
    messages: Receiver<Message>,
    ended: bool,
}

impl Rows {
    /// Opens a sheet; the first when none is named.
    ///
    /// # Errors
    /// When the workbook is damaged, hostile or too big, or has no such sheet.
    pub fn open(input: Input, kind: Kind, sheet: Option<&str>) -> Result<Self, FileError> {
        Self::within(input, kind, sheet, Limits::USUAL)
    }

    pub(super) fn within(mut input: Input, kind: Kind, sheet: Option<&str>, limits: Limits) -> Result<Self, FileError> {
        match kind {
            Kind::Xls => old::check(&mut input, limits.cells)?,
            Kind::Xlsx | Kind::Ods => bound::check(&mut input, kind, limits)?,
        }
        input.go_to(0)?;
        let (sender, messages) = sync_channel(QUEUE);
        let wanted = sheet.map(str::to_owned);
        thread::Builder::new()
            .name("sheet".into())
            .spawn(move || {
                let delivery = Delivery {
                    sender: &sender,
                    limits,
                    cells: 0,
                    text: 0,
                };
                let last = match delivery.run(input, kind, wanted.as_deref()) {
                    Ok(()) => Message::End,
                    Err(Stop::Failed(error)) => Message::Failed(error),
                    Err(Stop::NobodyListens) => return,
                };
                // Whoever asked for rows may be gone by now.
                let _ = sender.send(last);
            })
            .map_err(|error| FileError::Io {
                kind: error.kind(),
                message: error.to_string(),
            })?;
        let mut rows = Self {
            kind,
            sheet: String::new(),
            messages,
            ended: false,
        };
        match rows.receive() {
            Message::Sheet(sheet) => rows.sheet = sheet,
            Message::Failed(error) => return Err(error),
            Message::Row(_) | Message::End => return Err(rows.broken()),
        }
        Ok(rows)
    }

    /// The format of the workbook.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The name of the sheet.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// The next row that holds something; nothing at the end.
    ///
    /// # Errors
    /// When the rest of the sheet can't be read.
    pub fn next_row(&mut self) -> Result<Option<SheetRow>, FileError> {
        if self.ended {
            return Ok(None);
        }
        match self.receive() {
            Message::Row(row) => Ok(Some(row)),
            Message::End => {
                self.ended = true;
                Ok(None)
            }
            Message::Failed(error) => {
                self.ended = true;
                Err(error)
            }
            Message::Sheet(_) => Err(self.broken()),
        }
    }

    fn receive(&self) -> Message {
        // A thread that is gone without a word met something that calamine does not survive.
        self.messages.recv().unwrap_or_else(|_| Message::Failed(self.broken()))
    }

    fn broken(&self) -> FileError {
        FileError::SheetBroken {
            part: self.kind.as_str().into(),
            message: "its content makes no sense".into(),
        }
    }
}

enum Stop {
    Failed(FileError),
    NobodyListens,
}

impl From<FileError> for Stop {
    fn from(error: FileError) -> Self {
        Self::Failed(error)
    }
}

struct Delivery<'a> {
    sender: &'a SyncSender<Message>,
    limits: Limits,
    cells: u64,
    text: u64,
}

impl Delivery<'_> {
    fn run(mut self, input: Input, kind: Kind, wanted: Option<&str>) -> Result<(), Stop> {
        let input = BufReader::new(input);
        match kind {
            Kind::Xlsx => {
                let mut book = Xlsx::new(input).map_err(|error| damaged(kind, &error))?;
                let sheet = self.choose(book.sheet_names(), wanted)?;
                self.stream(&mut book, &sheet)
            }
            Kind::Xls => {
                let mut book = Xls::new(input).map_err(|error| damaged(kind, &error))?;
                let sheet = self.choose(book.sheet_names(), wanted)?;
                let range = book.worksheet_range(&sheet).map_err(|error| damaged(kind, &error))?;
                self.walk(&range)
            }
            Kind::Ods => {
                let mut book = Ods::new(input).map_err(|error| match error {
                    calamine::OdsError::Password => FileError::SheetEncrypted,
                    error => damaged(kind, &error),
                })?;
                let sheet = self.choose(book.sheet_names(), wanted)?;
                let range = book.worksheet_range(&sheet).map_err(|error| damaged(kind, &error))?;
                self.walk(&range)
            }
        }
    }

    fn send(&self, message: Message) -> Result<(), Stop> {
        self.sender.send(message).map_err(|_| Stop::NobodyListens)
    }

    fn choose(&self, sheets: Vec<String>, wanted: Option<&str>) -> Result<String, Stop> {
        let found = match wanted {
            None => sheets.first(),
            Some(wanted) => sheets.iter().find(|sheet| sheet.as_str() == wanted).or_else(|| {
                sheets
                    .iter()
                    .find(|sheet| sheet.trim().eq_ignore_ascii_case(wanted.trim()))
            }),
        };
        let Some(found) = found.cloned() else {
            return Err(FileError::SheetMissing {
                sheet: wanted.unwrap_or_default().into(),
                sheets,
            }
            .into());
        };
        self.send(Message::Sheet(found.clone()))?;
        Ok(found)
    }

    fn count(&mut self, text: u64) -> Result<(), Stop> {
        self.cells += 1;
        self.text += text;
        if self.cells > self.limits.cells {
            return Err(FileError::SheetTooBig {
                what: SheetLimit::Cells,
                limit: self.limits.cells,
            }
            .into());
        }
        if self.text > TEXT_LIMIT {
            return Err(FileError::SheetTooBig {
                what: SheetLimit::Inflated,
                limit: TEXT_LIMIT,
            }
            .into());
        }
        Ok(())
    }

    fn stream(&mut self, book: &mut Xlsx<BufReader<Input>>, sheet: &str) -> Result<(), Stop> {
        let mut cells = book
            .worksheet_cells_reader(sheet)
            .map_err(|error| damaged(Kind::Xlsx, &error))?;
        let mut row = SheetRow::default();
        while let Some(cell) = cells.next_cell().map_err(|error| damaged(Kind::Xlsx, &error))? {
            let (down, right) = cell.get_position();
            let number = u64::from(down) + 1;
            if number != row.number {
                if number < row.number {
                    return Err(FileError::SheetBroken {
                        part: sheet.into(),
                        message: "rows out of order".into(),
                    }
                    .into());
                }
                self.hand_over(&mut row)?;
                row.number = number;
            }
            let text = row.put(right as usize, of_ref(cell.get_value()));
            self.count(text)?;
        }
        self.hand_over(&mut row)
    }

    fn walk(&mut self, range: &Range<Data>) -> Result<(), Stop> {
        let (top, left) = range.start().unwrap_or_default();
        for (index, cells) in range.rows().enumerate() {
            let mut row = SheetRow {
                number: u64::from(top) + index as u64 + 1,
                ..SheetRow::default()
            };
            for (column, value) in cells.iter().enumerate() {
                let text = row.put(left as usize + column, of_data(value));
                if !matches!(value, Data::Empty) {
                    self.count(text)?;
                }
            }
            self.hand_over(&mut row)?;
        }
        Ok(())
    }

    fn hand_over(&self, row: &mut SheetRow) -> Result<(), Stop> {
        let row = std::mem::take(row);
        let empty = row.number == 0 || (row.cells.is_empty() && row.errors.is_empty() && row.beyond.is_none());
        if empty { Ok(()) } else { self.send(Message::Row(row)) }
    }
}

fn damaged(kind: Kind, error: &(impl std::fmt::Display + ?Sized)) -> FileError {
    FileError::SheetBroken {
        part: kind.as_str().into(),
        message: error.to_string(),
    }
}
