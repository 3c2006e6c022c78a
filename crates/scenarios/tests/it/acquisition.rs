//! A list of new books with faults: looked at, refused, mended from its rejects, brought in, found; and what nobody
//! has is remembered.

use pustaka_testkit::answer::{assert_says, code_of, rows};
use pustaka_testkit::desk::Desk;
use pustaka_testkit::stored::{check, contents, titles};

/// What a person puts right in the file of rejected rows: the text found, and what it becomes.
const MENDED: [(&str, &str); 6] = [
    ("Membuat Kompos;", "Membuat Kompos Sendiri;"),
    ("\"\"\"Tanaman Obat", "\"Tanaman Obat"),
    (";Arif Budiman", "Berhitung Cepat;Arif Budiman"),
    (
        "33000;7;;row.ragged;The row has 9 cells, the header has 8.;kelebihan",
        "33000;7;;;",
    ),
    (
        "\"\"\"Kata \"\"Orang\"\" \"\"\";\" \"\"Kata\"\" Buku\"",
        "\"Kata \"\"Orang\"\", \"\"Kata\"\" Buku\"",
    ),
    ("Senja di\0 Simpang", "Senja di Simpang"),
];

#[test]
fn a_faulty_list_is_refused_mended_and_brought_in() {
    let desk = Desk::new().in_english();
    let list = desk.fixture("catalogue/refused.csv");
    let untouched = contents(&desk.db(), &[]);

    let looked = desk.run(&catalog_import::TOOL, &["--dry-run", &list]);
    assert_eq!(looked.code, 1);
    assert_eq!(contents(&desk.db(), &[]), untouched);
    assert_eq!(desk.files(), ["refused.csv"], "a dry run writes nothing");

    let refused = desk.run(&catalog_import::TOOL, &[&list]);
    assert_eq!(refused.code, 1);
    assert_says(
        &refused.err(),
        &["nothing was stored", "refused.csv:3:", "hint: mend the rows"],
    );
    assert_eq!(contents(&desk.db(), &[]), untouched);
    assert_eq!(desk.files(), ["refused.csv", "refused.csv.rejects.csv"]);

    let (code, taken) = desk.json(&catalog_import::TOOL, &[&list, "--on-error", "skip"]);
    assert_eq!((code, rows(&taken)), (1, [0, 5, 0, 6]));

    let mended = mend(&desk.text("refused.csv.rejects.csv"));
    let mended = desk.file("mended.csv", mended);
    let rest = desk.done(&catalog_import::TOOL, &[&mended]);
    assert_eq!(rows(&rest), [0, 6, 0, 0], "{rest}");
    assert_eq!(titles(&desk.db()).len(), 11);
    assert!(check(&desk.db()).is_sound());

    let again = desk.done(&catalog_import::TOOL, &[&mended]);
    assert_eq!(rows(&again), [0, 0, 6, 0], "nothing comes in twice");
}

fn mend(rejects: &str) -> String {
    MENDED.iter().fold(rejects.to_owned(), |text, (wrong, right)| {
        assert!(text.contains(wrong), "{wrong:?} is missing in:\n{text}");
        text.replace(wrong, right)
    })
}

#[test]
fn what_nobody_has_is_remembered_without_who_asked() {
    let desk = Desk::new().in_english();
    let list = desk.fixture("catalogue/vendor-acquisition.csv");
    desk.done(&catalog_import::TOOL, &[&list]);

    let found = desk.done(&catalog_search::TOOL, &["menanam", "cabai"]);
    assert_eq!(found["titles"][0]["title"], "Menanam Cabai di Pekarangan");
    let by_stem = desk.done(&catalog_search::TOOL, &["tanaman", "cabai"]);
    assert_eq!(by_stem["titles"][0]["title"], "Menanam Cabai di Pekarangan");

    let before = contents(&desk.db(), &[]);
    for _ in 0..2 {
        let nothing = desk.run(&catalog_search::TOOL, &["astrofisika", "kuantum", "--format", "json"]);
        assert_eq!(nothing.code, 1, "{}", nothing.out());
        assert!(
            !code_of(&nothing).is_empty() || nothing.out().contains("\"total\":"),
            "{}",
            nothing.err()
        );
    }
    let after = contents(&desk.db(), &[]);
    assert!(!before.contains("astrofisika"));
    let remembered = after
        .lines()
        .find(|line| line.contains("astrofisika kuantum"))
        .unwrap_or_default();
    assert_eq!(remembered, "| \"2026-11-20\" | \"astrofisika kuantum\" | 2 ");
}
