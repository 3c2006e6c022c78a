//! A row as PHP's `fgetcsv` reads it back.

/// SLiMS reads a row in pieces of this many bytes; only the first piece can go wrong.
const PIECE: usize = 102_400;

/// The row with every cell quoted. `elastic` names a cell whose trailing blanks SLiMS trims: it takes the blanks that
/// keep the first piece from ending between two cells.
pub(super) fn encode<C: AsRef<str>>(cells: &[C], elastic: usize) -> Vec<u8> {
    let mut blanks = 0;
    loop {
        let row = encode_with(cells, elastic, blanks);
        if row.len() <= PIECE || ends_inside_a_cell(&row[..PIECE]) {
            return row;
        }
        blanks += 1;
    }
}

fn encode_with<C: AsRef<str>>(cells: &[C], elastic: usize, blanks: usize) -> Vec<u8> {
    let mut row = Vec::with_capacity(cells.iter().map(|cell| cell.as_ref().len() + 3).sum());
    for (at, cell) in cells.iter().enumerate() {
        row.push(b'"');
        for byte in cell.as_ref().bytes() {
            if byte == b'"' {
                row.push(b'"');
            }
            row.push(byte);
        }
        if at == elastic {
            row.extend(std::iter::repeat_n(b' ', blanks));
        }
        row.extend(b"\",");
    }
    row.pop();
    row.push(b'\n');
    row
}

/// An even number of quotes is either between two cells or between the two halves of a doubled quote.
fn ends_inside_a_cell(piece: &[u8]) -> bool {
    piece.iter().filter(|byte| **byte == b'"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn every_cell_is_quoted_and_quotes_are_doubled() {
        let row = encode(&cells(&["a", "", "b \"c\", d"]), 0);
        assert_eq!(String::from_utf8(row).unwrap(), "\"a\",\"\",\"b \"\"c\"\", d\"\n");
    }

    #[test]
    fn the_first_piece_of_a_long_row_never_ends_between_cells() {
        for length in PIECE - 30..PIECE + 2 {
            for text in ["x", "é\""] {
                let long: String = text.chars().cycle().take(length).collect();
                let row = encode(&cells(&["t", &long, "", "", "\"", "", "<A><B>"]), 0);
                assert!(
                    row.len() <= PIECE || ends_inside_a_cell(&row[..PIECE]),
                    "{length} {text}"
                );
                assert!(row.len() < 2 * length + 60);
                assert!(row.starts_with(b"\"t"));
            }
        }
    }
}
