//! What is done with every input: the first byte chooses a dialect, the rest is the file.

use pustaka_formats::catalogue::{Dialect, Options, Reader};

/// Reads the file to its end and checks what always holds.
pub(crate) fn drive(input: &[u8]) {
    let Some((choice, file)) = input.split_first() else {
        return;
    };
    let dialect = Dialect::all().get(usize::from(*choice) % 16).copied();
    let options = Options {
        dialect,
        ..Options::default()
    };
    let Ok(mut reader) = Reader::from_bytes(file.to_vec(), &options) else {
        return;
    };
    let mut before = 0;
    while let Ok(Some(row)) = reader.next_row() {
        let line = match row {
            Ok(row) => {
                assert!(
                    row.cells.iter().all(|(_, cell)| !cell.is_empty()),
                    "only cells that say something"
                );
                row.line
            }
            Err(reject) => reject.line,
        };
        assert!(line > before, "rows come in order: {line} behind {before}");
        before = line;
        assert!(reader.records() <= file.len() as u64, "never more rows than bytes");
    }
}
