//! Files of answers, read by place.

use pustaka_formats::survey::{Options, Place, Reader};

fn open(text: &str) -> Reader {
    Reader::from_bytes(text.as_bytes().to_vec(), &Options::default()).expect("readable")
}

/// The rest of the rows, as their cells by place.
fn rest(reader: &mut Reader) -> Vec<String> {
    let mut rows = Vec::new();
    while let Some(row) = reader.next_row().expect("readable") {
        rows.push(match row {
            Ok(row) => {
                let cells: Vec<String> = row
                    .cells
                    .iter()
                    .map(|(Place(at), cell)| format!("{at}={cell}"))
                    .collect();
                format!("{}: {}", row.line, cells.join(" "))
            }
            Err(reject) => format!("{}: {}", reject.line, reject.code.as_str()),
        });
    }
    rows
}

#[test]
fn a_header_is_chosen_and_rows_follow() {
    let mut reader = open("\u{feff}Jawaban survei\r\n\r\na;\"b\r\nc\";d\r\n1;2;\r\n;;\r\n3;4\r\n5;6;7\r\n;;\r\n");
    let head = reader.head();
    assert_eq!(head[1], ["a", "b\r\nc", "d"]);
    reader.begin(1).expect("a header");
    assert_eq!(reader.shape().header_line, Some(3));
    assert_eq!(reader.shape().skipped, [(1, "Jawaban survei".to_owned())]);
    assert_eq!(rest(&mut reader), ["5: 0=1 1=2", "7: row.ragged", "8: 0=5 1=6 2=7"]);
    assert_eq!((reader.records(), reader.blank()), (3, 2), "behind the header");
}

#[test]
fn plain_lines_are_handed_out_as_long_as_they_are_taken() {
    let text = "a,b\n1,2\n3,4\r\nx,5\n6,7\n\"8\",9\n1,1";
    let mut reader = open(text);
    reader.begin(0).expect("a header");
    let mut taken = Vec::new();
    let take = |line: &[u8], taken: &mut Vec<String>| {
        let digits = line.iter().all(|byte| byte.is_ascii_digit() || *byte == b',');
        if digits {
            taken.push(String::from_utf8_lossy(line).into_owned());
        }
        digits
    };
    reader.plain_lines(|line| take(line, &mut taken)).expect("readable");
    assert_eq!(taken, ["1,2", "3,4"]);
    // What was not taken is the next row; nothing is lost, and lines are counted on.
    assert_eq!(
        rest(&mut reader),
        ["4: 0=x 1=5", "5: 0=6 1=7", "6: 0=8 1=9", "7: 0=1 1=1"]
    );
    assert_eq!(reader.records(), 6);
}

#[test]
fn lines_longer_than_what_is_read_at_a_time_are_whole() {
    let long = format!("a,b\n{}", "123,456\n".repeat(200_000));
    let mut reader = open(&long);
    reader.begin(0).expect("a header");
    let mut count = 0;
    reader
        .plain_lines(|line| {
            count += u64::from(line == b"123,456");
            true
        })
        .expect("readable");
    assert_eq!((count, reader.records()), (200_000, 200_000));
    assert_eq!(rest(&mut reader), Vec::<String>::new());
}

#[test]
fn lone_carriage_returns_end_rows_too() {
    let mut reader = open("a,b\r1,2\r3,4\r");
    reader.begin(0).expect("a header");
    reader.plain_lines(|_| true).expect("readable");
    assert_eq!(rest(&mut reader), ["2: 0=1 1=2", "3: 0=3 1=4"]);
}
