//! Reads the open loans of another system: any delimited text with columns for card, item code, loan date and due date,
//! under an Indonesian or English header.

use crate::delimited::{Input, Next, Reader as Rows, Record};
use crate::table::head::{DEEPEST, filled, fold};
use crate::table::{FileError, Reject};

/// What a column can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The reader's card.
    Card,
    /// The copy's barcode.
    Item,
    /// The day of the loan.
    Loaned,
    /// The last day on which it is not late.
    Due,
    /// How often it was renewed.
    Renewals,
}

impl Field {
    /// Every one, with the headings that mean it; the first is the stable name. (SLiMS's and INLISLite's exports and
    /// Koha's columns among them.)
    const HEADINGS: [(Field, &'static [&'static str]); 5] = [
        (
            Field::Card,
            &[
                "card",
                "cardnumber",
                "member",
                "memberid",
                "idanggota",
                "noanggota",
                "nomoranggota",
                "kartu",
                "nokartu",
                "kodeanggota",
            ],
        ),
        (
            Field::Item,
            &[
                "item",
                "itemcode",
                "barcode",
                "kodeeksemplar",
                "noeksemplar",
                "kodebuku",
                "nobarcode",
                "nomorbarcode",
                "noinduk",
                "nomorinduk",
            ],
        ),
        (
            Field::Loaned,
            &[
                "loaned",
                "loandate",
                "issuedate",
                "tanggalpinjam",
                "tglpinjam",
                "tanggalpeminjaman",
                "tglpeminjaman",
            ],
        ),
        (
            Field::Due,
            &[
                "due",
                "duedate",
                "datedue",
                "tanggalkembali",
                "tglkembali",
                "tanggalharuskembali",
                "tglharuskembali",
                "jatuhtempo",
                "tanggaljatuhtempo",
                "bataskembali",
            ],
        ),
        (
            Field::Renewals,
            &["renewals", "renewed", "perpanjangan", "jumlahperpanjangan"],
        ),
    ];

    /// Every one.
    pub const ALL: [Field; 5] = [Field::Card, Field::Item, Field::Loaned, Field::Due, Field::Renewals];

    /// Without these a row is no loan.
    const NEEDED: [Field; 4] = [Field::Card, Field::Item, Field::Loaned, Field::Due];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        Field::HEADINGS
            .iter()
            .find(|(field, _)| *field == self)
            .map_or("", |(_, names)| names[0])
    }

    fn of_heading(heading: &str) -> Option<Field> {
        let folded = fold(heading);
        let found = Field::HEADINGS
            .iter()
            .find(|(_, names)| names.contains(&folded.as_str()));
        found.map(|(field, _)| *field)
    }
}

impl std::str::FromStr for Field {
    type Err = ();

    fn from_str(name: &str) -> Result<Field, ()> {
        Field::ALL.into_iter().find(|field| field.as_str() == name).ok_or(())
    }
}

/// A row: its cells as the file has them, and where each field is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins.
    pub line: u64,
    /// The cells.
    pub cells: Vec<String>,
}

/// Reads a file of open loans; it stands before the first row under the header.
#[derive(Debug)]
pub struct Reader {
    rows: Rows,
    header: Vec<String>,
    columns: Vec<Option<Field>>,
}

impl Reader {
    /// Finds the header among the first rows. `map` says which heading holds a field, where that is not seen by itself.
    ///
    /// # Errors
    /// [`FileError::HeaderMissing`] when no row names card, item, loan date and due date; [`FileError::MapUnknown`],
    /// [`FileError::MapTwice`]; what the file can't be read for else.
    pub fn open(
        input: Input,
        delimiter: Option<u8>,
        encoding: Option<&str>,
        map: &[(Field, String)],
    ) -> Result<Reader, FileError> {
        said_once(map)?;
        let mut rows = Rows::open(input, delimiter, encoding)?;
        let mut record = Record::new();
        // Where no row will do, the fullest is told: a title may stand above it.
        let mut fullest: Option<(usize, FileError)> = None;
        for _ in 0..DEEPEST {
            match rows.next(&mut record)? {
                Next::End => break,
                Next::Bad(_) => continue,
                Next::Row => {}
            }
            let header = record.to_cells();
            match columns(record.line(), &header, map) {
                Ok(columns) => {
                    rows.expect(header.len(), header.len());
                    return Ok(Reader { rows, header, columns });
                }
                Err(error) if fullest.as_ref().is_none_or(|(cells, _)| filled(&header) > *cells) => {
                    fullest = Some((filled(&header), error));
                }
                Err(_) => {}
            }
        }
        Err(fullest.map_or_else(|| missing(1, &[]), |(_, error)| error))
    }

    /// The headings.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The separator.
    pub fn delimiter(&self) -> u8 {
        self.rows.delimiter()
    }

    /// The heading of a field.
    pub fn heading(&self, field: Field) -> &str {
        let column = self.columns.iter().position(|known| *known == Some(field));
        column
            .and_then(|column| self.header.get(column))
            .map_or(field.as_str(), |heading| heading.trim())
    }

    /// The cell of a field, trimmed.
    pub fn get<'a>(&self, row: &'a Row, field: Field) -> &'a str {
        let column = self.columns.iter().position(|known| *known == Some(field));
        column
            .and_then(|column| row.cells.get(column))
            .map_or("", |cell| cell.trim())
    }

    /// The next row, or why it can't be read, with what of its cells can be told apart; nothing at the end.
    ///
    /// # Errors
    /// When the rest of the file can't be read.
    pub fn next_row(&mut self) -> Result<Option<Result<Row, Reject>>, FileError> {
        let mut record = Record::new();
        Ok(match self.rows.next(&mut record)? {
            Next::End => None,
            Next::Bad(problem) => {
                let column = problem.cell.and_then(|cell| self.header.get(cell).cloned());
                let reject = Reject {
                    line: problem.line,
                    column,
                    code: problem.code,
                    detail: problem.detail,
                    original: problem.cells,
                };
                Some(Err(reject))
            }
            Next::Row => Some(Ok(Row {
                line: record.line(),
                cells: record.to_cells(),
            })),
        })
    }
}

/// What was said of one field twice, or of one heading, can't be meant.
fn said_once(map: &[(Field, String)]) -> Result<(), FileError> {
    for (at, (field, heading)) in map.iter().enumerate() {
        let same = |(known, other): &(Field, String)| known == field || fold(other) == fold(heading);
        if map[..at].iter().any(same) {
            return Err(FileError::MapTwice {
                field: field.as_str(),
                header: heading.clone(),
            });
        }
    }
    Ok(())
}

/// What each column of a header holds: what was said stands before what its heading usually means.
fn columns(line: u64, header: &[String], map: &[(Field, String)]) -> Result<Vec<Option<Field>>, FileError> {
    let said = |field: &Field| map.iter().any(|(known, _)| known == field);
    let usual = |heading: &String| Field::of_heading(heading).filter(|field| !said(field));
    let mut columns: Vec<Option<Field>> = header.iter().map(usual).collect();
    for (field, heading) in map {
        let wanted = fold(heading);
        let Some(column) = header.iter().position(|known| fold(known) == wanted) else {
            return Err(FileError::MapUnknown {
                line,
                field: field.as_str(),
                header: heading.clone(),
                headers: header.to_vec(),
            });
        };
        columns[column] = Some(*field);
    }
    match Field::NEEDED.iter().all(|field| columns.contains(&Some(*field))) {
        true => Ok(columns),
        false => Err(missing(line, header)),
    }
}

fn missing(line: u64, header: &[String]) -> FileError {
    FileError::HeaderMissing {
        line,
        needs: Field::NEEDED.map(Field::as_str).to_vec(),
        headers: header.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> Result<Reader, FileError> {
        mapped(text, &[])
    }

    fn mapped(text: &str, map: &[(Field, &str)]) -> Result<Reader, FileError> {
        let map: Vec<(Field, String)> = map
            .iter()
            .map(|(field, heading)| (*field, (*heading).to_owned()))
            .collect();
        Reader::open(Input::bytes(text.as_bytes().to_vec()), None, None, &map)
    }

    #[test]
    fn what_is_said_of_a_heading_stands() {
        // Two dates that both might be the due date: the heading that is usually meant is not the one here.
        let text = "Pinjaman\nNIS,Barcode,Keluar,Tgl Kembali,Batas\nA1,B1,2026-11-01,,2026-11-08\n";
        let map = [(Field::Card, "nis"), (Field::Loaned, "Keluar"), (Field::Due, "BATAS")];
        let mut reader = mapped(text, &map).unwrap();
        let row = reader.next_row().unwrap().unwrap().unwrap();
        let cells = [Field::Card, Field::Item, Field::Loaned, Field::Due].map(|field| reader.get(&row, field));
        assert_eq!(cells, ["A1", "B1", "2026-11-01", "2026-11-08"]);
        let unknown = mapped(text, &[(Field::Card, "NISN")]).unwrap_err();
        assert!(
            matches!(&unknown, FileError::MapUnknown { line: 2, field: "card", headers, .. } if headers.len() == 5)
        );
        for twice in [
            [(Field::Card, "NIS"), (Field::Item, "nis")],
            [(Field::Due, "Batas"), (Field::Due, "Keluar")],
        ] {
            assert!(matches!(mapped(text, &twice), Err(FileError::MapTwice { .. })));
        }
        for field in Field::ALL {
            assert_eq!(field.as_str().parse(), Ok(field));
        }
    }

    #[test]
    fn headers_of_every_kind() {
        for text in [
            "card,item,loaned,due\nA1,B1,2026-11-01,2026-11-08\n",
            "Daftar pinjaman;;;\nID Anggota;Kode Eksemplar;Tanggal Pinjam;Tanggal Harus Kembali\nA1;B1;2026-11-01;2026-11-08\n",
            "Tgl. Kembali\tNo. Anggota\tBarcode\tTgl. Pinjam\n2026-11-08\tA1\tB1\t2026-11-01\n",
            "member_id,item_code,loan_date,due_date,renewed\nA1,B1,2026-11-01,2026-11-08,1\n",
        ] {
            let mut reader = open(text).unwrap();
            let row = reader.next_row().unwrap().unwrap().unwrap();
            let cells = [Field::Card, Field::Item, Field::Loaned, Field::Due].map(|field| reader.get(&row, field));
            assert_eq!(cells, ["A1", "B1", "2026-11-01", "2026-11-08"], "{text}");
            assert!(reader.next_row().unwrap().is_none());
        }
    }

    #[test]
    fn another_file_is_refused_by_what_it_lacks() {
        for text in ["", "card,item,due\nA1,B1,2026-11-08\n", "title,author\nx,y\n"] {
            assert!(
                matches!(open(text), Err(FileError::HeaderMissing { needs, .. }) if needs.len() == 4),
                "{text}"
            );
        }
    }

    #[test]
    fn a_ragged_row_is_told_and_the_next_is_read() {
        let mut reader = open("card,item,loaned,due\nA1,B1\nA2,B2,2026-11-01,2026-11-08\n").unwrap();
        assert_eq!(reader.next_row().unwrap().unwrap().unwrap_err().line, 2);
        assert_eq!(reader.next_row().unwrap().unwrap().unwrap().line, 3);
    }
}
