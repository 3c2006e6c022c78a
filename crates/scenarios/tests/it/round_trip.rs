//! The whole catalogue out, and into an empty library: the same catalogue.

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use pustaka_cli::{Finished, run_in};
use pustaka_formats::catalogue::{Field, PustakaWriter};
use pustaka_formats::delimited::Style;
use pustaka_testkit::desk::Desk;
use pustaka_testkit::stored::titles;

fn export(desk: &Desk, db: &str, file: &str, more: &[&str]) {
    let [db, file] = [db, file].map(|name| desk.name(name));
    let done = desk.run(&catalog_export::TOOL, &[&["--db", &db, "-o", &file], more].concat());
    assert_eq!((done.code, done.err()), (0, String::new()));
}

fn import(desk: &Desk, db: &str, file: &str) -> Finished {
    let [db, file] = [db, file].map(|name| desk.name(name));
    let args = ["--db", &db, "--on-error", "skip", "--format", "json", &file];
    run_in(&catalog_import::TOOL, args, desk.world())
}

/// Texts that have hurt one reader or another, and any other.
fn text() -> impl Strategy<Value = String> {
    const HARD: &[&str] = &[
        "Laskar Pelangi",
        "\"",
        "a \"b\" c",
        "back\\slash",
        "ujung\\",
        "\\;",
        "a; b",
        "a, b",
        "<b>",
        "A><B",
        "=1+1",
        "'=1",
        "''",
        "+62",
        "-",
        "@x",
        "0",
        "00012",
        "9,79E+12",
        "45231",
        "NULL",
        "title",
        "judul",
        "x\ny",
        "x\r\ny",
        "\\n",
        "Bahasarn Indonesia",
        "tab\tdalam",
        "Qur'an",
        "العربية",
        "e\u{301}",
        "senyum 😀",
        "\u{feff}bom",
        "zero\u{200b}width",
        "\u{202e}rtl",
        "nbsp\u{a0}x",
        "[s.n.]",
        "Jakarta :",
        "25 cm.",
        "2008.0",
        "c2005",
        "1.500",
        "sep=;",
        "#REF!",
        "titik.",
        "<div style=\"height: 250px\">x</div>",
    ];
    prop_oneof![
        3 => prop::sample::select(HARD).prop_map(str::to_owned),
        2 => "[a-z]{1,6}( [A-Za-z]{1,8}){0,3}",
        1 => "\\PC{1,24}",
    ]
}

/// Values of a field that is not just any text, often enough right.
fn value(field: Field) -> BoxedStrategy<String> {
    let right: &[&str] = match field {
        Field::Isbn => &["9789793062792", "979-3062-79-2", "9793062792", "979306279X", "salah"],
        Field::Issn => &["1234-5679", "12345679", "x"],
        Field::Year => &["2005", "c2005", "[2005?]", "1998-2001", "2008.0", "s.a."],
        Field::Status => &["available", "repair", "lost", "Dipinjam", "hilang", "aneh"],
        Field::Source => &["bought", "given", "made", "Hibah", "aneh"],
        Field::Received | Field::Ordered | Field::Invoiced => &["2020-01-31", "31/01/2020", "2020-02-30", "45231"],
        Field::Price => &["75000", "Rp75.000,-", "1.000,50", "0", "-1", "9223372036854775807"],
        Field::Currency => &["USD", "Rp", "IDR", "rupiah"],
        Field::Language => &["Indonesia", "ind", "Jawa"],
        Field::ItemCode => &["0001", "1", "A 1", "B/2", "b/2"],
        _ => return text().boxed(),
    };
    prop_oneof![4 => prop::sample::select(right).prop_map(str::to_owned), 1 => text()].boxed()
}

/// A row: some of the fields, the title nearly always.
fn row() -> impl Strategy<Value = Vec<(Field, String)>> {
    let fields = Field::all()
        .iter()
        .copied()
        .filter(|field| !matches!(field, Field::TitleRef | Field::Copies));
    let cells: Vec<_> = fields
        .map(|field| {
            let often = if field == Field::Title { 0.95 } else { 0.4 };
            let times = if field.repeats() && field != Field::ItemCode {
                3
            } else {
                1
            };
            weighted(often, vec(value(field), 1..=times)).prop_map(move |texts| {
                texts
                    .into_iter()
                    .flatten()
                    .map(|text| (field, text))
                    .collect::<Vec<_>>()
            })
        })
        .collect();
    cells.prop_map(|cells| cells.concat())
}

fn write(rows: &[Vec<(Field, String)>], file: &Path) {
    let mut writer = PustakaWriter::new(Vec::new(), Style::PLAIN).unwrap();
    for row in rows {
        let cells: Vec<(Field, &str)> = row.iter().map(|(field, text)| (*field, text.as_str())).collect();
        writer.write(&cells).unwrap();
    }
    fs::write(file, writer.finish().unwrap()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        max_shrink_iters: 400,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("seeds"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn exported_and_imported_into_an_empty_library_it_is_the_same_catalogue(
        rows in vec(row(), 1..12),
        excel in any::<bool>(),
    ) {
        let desk = Desk::bare();
        let [old, new] = ["old.db", "new.db"].map(|name| desk.add_library(name));
        let more: &[&str] = if excel { &["--excel"] } else { &[] };
        write(&rows, &desk.path("given.csv"));
        import(&desk, "old.db", "given.csv");
        export(&desk, "old.db", "out.csv", more);
        let stored = titles(&old);
        if !stored.is_empty() {
            let imported = import(&desk, "new.db", "out.csv");
            prop_assert_eq!(imported.code, 0, "{}\n{}", imported.err(), desk.text("out.csv"));
        }
        prop_assert_eq!(titles(&new), stored, "{}", desk.text("out.csv"));
        export(&desk, "new.db", "again.csv", more);
        prop_assert_eq!(desk.text("again.csv"), desk.text("out.csv"));
    }
}
