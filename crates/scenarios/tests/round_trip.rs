//! The whole catalogue out, and into an empty library: the same catalogue.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use pustaka_cli::{Finished, Tool, World, run_in};
use pustaka_core::catalog::export::{Choice, ExportTitle, each_title};
use pustaka_core::{Library, OpenOptions};
use pustaka_formats::catalogue::{Field, PustakaWriter};
use pustaka_formats::delimited::Style;

fn run(tool: &Tool, db: &Path, args: &[&str]) -> Finished {
    let world = World::sealed("2026-11-20T03:15:00Z".parse().unwrap())
        .with_env("PUSTAKA_DB", db)
        .with_env("PUSTAKA_STAFF", "uji")
        .with_env("PUSTAKA_LANG", "en")
        .with_env("PUSTAKA_FORCE_FILE_SYSTEM", "1");
    run_in(tool, args, world)
}

/// A folder with a new library for each name.
fn libraries<const N: usize>(names: [&str; N]) -> (tempfile::TempDir, [PathBuf; N]) {
    let folder = tempfile::tempdir().unwrap();
    let paths = names.map(|name| {
        let path = folder.path().join(name).with_extension("db");
        let made = run(&library_db::TOOL, &path, &["init", "--name", name]);
        assert_eq!(made.code, 0, "{}", made.err());
        path
    });
    (folder, paths)
}

fn export(db: &Path, file: &Path, more: &[&str]) {
    let args = [&["-o", file.to_str().unwrap()], more].concat();
    let done = run(&catalog_export::TOOL, db, &args);
    assert_eq!((done.code, done.err()), (0, String::new()));
}

fn import(db: &Path, file: &Path) -> Finished {
    let args = ["--on-error", "skip", "--format", "json", file.to_str().unwrap()];
    run(&catalog_import::TOOL, db, &args)
}

/// Every title with its copies, whatever their numbers.
fn contents(db: &Path) -> Vec<ExportTitle> {
    let options = OpenOptions {
        force_file_system: true,
        ..OpenOptions::default()
    };
    let library = Library::open(db, &options).unwrap();
    let mut titles = Vec::new();
    let all = |title: &ExportTitle| {
        titles.push(ExportTitle { id: 0, ..title.clone() });
        ControlFlow::<()>::Continue(())
    };
    let ended = library
        .read(|snapshot| each_title(snapshot, &Choice::default(), all))
        .unwrap();
    assert!(ended.is_continue());
    titles
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
        let (folder, [old, new]) = libraries(["old", "new"]);
        let [given, out, again] = ["given.csv", "out.csv", "again.csv"].map(|name| folder.path().join(name));
        let more: &[&str] = if excel { &["--excel"] } else { &[] };
        write(&rows, &given);
        import(&old, &given);
        export(&old, &out, more);
        let stored = contents(&old);
        if !stored.is_empty() {
            let imported = import(&new, &out);
            prop_assert_eq!(imported.code, 0, "{}\n{}", imported.err(), fs::read_to_string(&out).unwrap());
        }
        prop_assert_eq!(contents(&new), stored, "{}", fs::read_to_string(&out).unwrap());
        export(&new, &again, more);
        prop_assert_eq!(fs::read(&again).unwrap(), fs::read(&out).unwrap());
    }
}
