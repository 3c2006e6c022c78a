//! What is found, counted, proposed, remembered, shown.

use proptest::prelude::*;

use super::*;
use crate::error::{Error, Kind};

fn small() -> (TempDir, Library) {
    library(vec![
        seed("Laskar Pelangi", "Hirata, Andrea", 2).with(|record| {
            record.class = Some("899.221".to_owned());
            record.isbn = Some(9_789_793_062_792);
            record.subjects = vec!["Novel Indonesia".to_owned()];
            record.year = Some(2005);
        }),
        seed("Fiqih zakat", "Yusuf al-Qaradhawi", 1)
            .with(|record| record.class = Some("2X4.1".to_owned()))
            .with_items(|item| {
                item.status = ItemStatus::NotForLoan;
                item.call_number = Some("R 2X4.1 QAR f".to_owned());
                item.shelf = Some("Rak R-2".to_owned());
            }),
        seed("Membaca cepat", "Soedarso", 1).with(|record| {
            record.class = Some("372.4".to_owned());
            record.isbn_printed = Some("979-403-001-0".to_owned());
        }),
        seed("Perang Diponegoro", "Djamhari, Saleh As'ad", 0).with(|record| record.class = Some("959.8".to_owned())),
        seed("Buku tanpa kelas", "Anonim", 1).with_items(|item| item.call_number = Some("899.3 ANO b".to_owned())),
    ])
}

fn one(library: &Library, query: &Query) -> Option<i64> {
    let found = find(library, query);
    assert!(found.titles.len() <= 1, "{found:?}");
    found.titles.first().map(|hit| hit.id)
}

#[test]
fn fields_phrases_stems_and_filters() {
    let (_folder, library) = small();
    let field = |change: &dyn Fn(&mut Query)| {
        let mut query = Query::default();
        change(&mut query);
        one(&library, &query)
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        one(&library, &words("baca cepat")),
        Some(3),
        "the stem of a title's word"
    );
    assert_eq!(
        one(&library, &words("dibaca")),
        Some(3),
        "another form of the same stem"
    );
    assert_eq!(one(&library, &words("pel")), Some(1), "a beginning");
    assert_eq!(
        one(&library, &words("pel laskar")),
        None,
        "only the last word may be a beginning"
    );
    assert_eq!(one(&library, &words("\"laskar pelangi\"")), Some(1));
    assert_eq!(one(&library, &words("\"pelangi laskar\"")), None);
    assert_eq!(
        one(&library, &words("\"laskar pelang\"")),
        None,
        "a phrase is no beginning"
    );
    assert_eq!(one(&library, &words("asad")), Some(4), "without the apostrophe");
    assert_eq!(field(&|query| query.author = some("hirata")), Some(1));
    assert_eq!(field(&|query| query.title = some("hirata")), None);
    assert_eq!(field(&|query| query.title = some("membacakan")), Some(3));
    assert_eq!(field(&|query| query.subject = some("novel")), Some(1));
    assert_eq!(field(&|query| query.subject = some("laskar")), None);
    assert_eq!(field(&|query| query.isbn = some("979-3062-79-7")), Some(1));
    assert_eq!(
        field(&|query| query.isbn = some("9794030010")),
        Some(3),
        "a wrong number as printed"
    );
    assert_eq!(field(&|query| query.isbn = some("9786028519939")), None);
    assert_eq!(
        one(&library, &words("978-979-3062-79-2")),
        Some(1),
        "an ISBN among the words"
    );
    assert_eq!(field(&|query| query.class = some("2x")), Some(2));
    assert_eq!(field(&|query| query.class = some("899")), Some(1));
    let both = |query: &mut Query| {
        query.text = "laskar".to_owned();
        query.class = some("372");
    };
    assert_eq!(field(&both), None);
    let lendable = |text: &str| Query {
        available: true,
        ..words(text)
    };
    assert_eq!(one(&library, &lendable("laskar")), Some(1));
    assert_eq!(one(&library, &lendable("fiqih")), None);
    assert_eq!(one(&library, &lendable("perang")), None);
    assert_eq!(find(&library, &lendable("")).total, 3);
    assert_eq!(find(&library, &Query::default()), Found::default());
}

#[test]
fn a_hit_says_where_the_book_is() {
    let (_folder, library) = small();
    let hit = |text: &str| find(&library, &words(text)).titles.remove(0);
    let laskar = hit("laskar");
    assert_eq!((laskar.items, laskar.available), (2, 2));
    assert_eq!(laskar.call_number.as_deref(), Some("899.221 / HIR / l"));
    let zakat = hit("zakat");
    assert_eq!((zakat.items, zakat.available), (1, 0));
    assert_eq!(zakat.call_number.as_deref(), Some("R 2X4.1 QAR f"));
    assert_eq!(zakat.shelf.as_deref(), Some("Rak R-2"));
}

#[test]
fn many_hits_are_counted_up_to_a_bound() {
    let many = (0..1500).map(|n| seed(&format!("Kisah senja {n}"), "Satu, Orang", 1));
    let few = (0..30).map(|n| seed(&format!("Samudra {n}"), "Dua, Orang", 1));
    let (_folder, library) = library(many.chain(few).chain([seed("Almanak 1987", "Tiga", 1)]).collect());
    let found = find(&library, &words("senja"));
    assert_eq!(
        (found.total, found.total_is_lower_bound, found.titles.len()),
        (COUNTED, true, 20)
    );
    let found = find(&library, &words("samudra"));
    assert_eq!(
        (found.total, found.total_is_lower_bound, found.titles.len()),
        (30, false, 20)
    );
    let all = library
        .read(|snapshot| search(snapshot, &words("senja"), 100_000))
        .unwrap();
    assert_eq!(all.titles.len(), LONGEST_LIST);
    let found = find(&library, &words("s"));
    assert!(found.total >= 20 && found.titles.len() == 20);
    let found = find(&library, &words("kisah 14"));
    assert_eq!(
        found.titles.first().map(|hit| hit.title.as_str()),
        Some("Kisah senja 14")
    );
    let found = find(&library, &words("kisah 149"));
    assert_eq!(
        (found.total, found.total_is_lower_bound),
        (1, false),
        "a number is taken as it is"
    );
    assert_eq!(
        titles(&library, &words("almanak 198")),
        ["Almanak 1987"],
        "or, if there is none, as a beginning"
    );
}

#[test]
fn a_beginning_that_many_words_share_finds_the_rare_ones_too() {
    // More words with `ka` than are looked up, and one title with a rare one among them.
    let crowd = (0..2000).map(|n| seed(&format!("Cerita ka{} lama", letters(n % 500)), "Orang, Satu", 1));
    let rare = [
        seed("Cerita kazzz baru", "Orang, Dua", 1),
        seed("Hikayat kayyy", "Orang, Tiga", 1),
    ];
    let (_folder, library) = library(crowd.chain(rare).collect());
    assert_eq!(titles(&library, &words("baru ka")), ["Cerita kazzz baru"]);
    assert_eq!(titles(&library, &words("hikayat ka")), ["Hikayat kayyy"]);
    let found = find(&library, &words("ka"));
    assert!(found.total_is_lower_bound && found.titles.len() == 20);
    assert_eq!(find(&library, &words("hikayat kaq")).total, 0);
}

fn letters(number: usize) -> String {
    [number / 26 % 26, number % 26]
        .iter()
        .map(|n| char::from(b'a' + *n as u8))
        .collect()
}

#[test]
fn nothing_found_proposes_words_that_find_something() {
    let (_folder, library) = small();
    let cases = [
        ("laskar plangi", Some("laskar pelangi")),
        ("lasakr pelagni", Some("laskar pelangi")),
        ("laskarpelangi", Some("laskar pelangi")),
        ("perng dipanegoro", Some("perang diponegoro")),
        ("dipenagoro", Some("diponegoro")),
        ("laskar diponegoro", None),
        ("xyzzy", None),
        ("12345", None),
        ("??", None),
    ];
    for (text, expected) in cases {
        let found = find(&library, &words(text));
        assert_eq!((found.total, found.suggestion.as_deref()), (0, expected), "{text}");
        if let Some(suggestion) = &found.suggestion {
            assert!(find(&library, &words(suggestion)).total > 0);
        }
    }
    let author = Query {
        author: Some("hirate".to_owned()),
        ..Query::default()
    };
    assert_eq!(find(&library, &author).suggestion.as_deref(), Some("hirata"));
}

#[test]
fn a_search_without_answer_is_remembered_without_a_name() {
    let (_folder, mut library) = small();
    for text in ["Kebun binatang!", "kebun  BINATANG", "laskar"] {
        if let Some(unmet) = find(&library, &words(text)).unmet {
            remember(&mut library, &act(), &unmet).unwrap();
        }
    }
    let stored = |library: &Library| {
        library
            .read(|snapshot| {
                let conn = snapshot.sql();
                let unmet = conn.query_row("SELECT day, query, times FROM unmet_search", [], |row| {
                    Ok((
                        row.get::<_, String>(0)?,
                        row.get::<_, String>(1)?,
                        row.get::<_, i64>(2)?,
                    ))
                })?;
                let journal = conn.query_row("SELECT count(*) FROM journal", [], |row| row.get::<_, i64>(0))?;
                Ok((unmet, journal))
            })
            .unwrap()
    };
    let expected = ("2026-11-20".to_owned(), "kebun binatang".to_owned(), 2);
    assert_eq!(
        stored(&library),
        (expected, 1),
        "the only entry is the library's making"
    );

    let lendable = Query {
        available: true,
        ..words("fiqih")
    };
    assert_eq!(
        find(&library, &lendable).unmet,
        None,
        "the library has it, only not on the shelf"
    );
    assert_eq!(find(&library, &words("?!")).unmet, None);
    assert!(find(&library, &words(&"zakar ".repeat(100))).unmet.is_some());
}

#[test]
fn raw_queries_are_the_index_s_language() {
    let (_folder, library) = small();
    let raw = |text: &str| Query {
        raw: true,
        ..words(text)
    };
    assert_eq!(find(&library, &raw("author : hirata OR title : fiq*")).total, 2);
    assert_eq!(find(&library, &raw("zakat NOT fiqih")).total, 0);
    for text in ["\"", "a AND", "nope : x", "*", "(", "NEAR(", "title :"] {
        let refused = library.read(|snapshot| search(snapshot, &raw(text), 20)).unwrap_err();
        assert_eq!((refused.kind(), refused.code()), (Kind::Usage, "value.bad"), "{text}");
    }
}

fn shown(library: &Library, name: &str) -> Shown {
    library.read(|snapshot| show(snapshot, name)).unwrap()
}

#[test]
fn one_title_with_its_copies() {
    let (_folder, library) = small();
    for name in [
        "B00002",
        "laskar pelangi",
        "9789793062792",
        "1",
        "laskar",
        "979-3062-79-7",
    ] {
        let Shown::Title(full) = shown(&library, name) else {
            panic!("{name}: {:?}", shown(&library, name));
        };
        assert_eq!(full.title.record.title, "Laskar Pelangi", "{name}");
        assert_eq!(full.items.len(), 2);
        assert!(full.items.iter().all(|item| item.available));
        assert_eq!(full.items[0].call_number.as_deref(), Some("899.221 / HIR / l"));
        assert_eq!(full.asked.as_deref(), (name == "B00002").then_some("B00002"));
    }
    let Shown::Title(full) = shown(&library, "fiqih zakat") else {
        panic!()
    };
    assert_eq!(full.items[0].call_number.as_deref(), Some("R 2X4.1 QAR f"));
    assert!(!full.items[0].available);
    assert!(matches!(shown(&library, "buk"), Shown::Title(_)));
    assert!(matches!(shown(&library, "B99999"), Shown::Nothing { suggestion: None }));
    let Shown::Nothing { suggestion } = shown(&library, "lasker") else {
        panic!()
    };
    assert_eq!(suggestion.as_deref(), Some("laskar"));

    let (_folder, twice) = self::library(vec![
        seed("Kamus", "A", 1),
        seed("Kamus", "B", 1),
        seed("Kamus besar", "C", 1),
    ]);
    assert!(matches!(shown(&twice, "kamus"), Shown::Several(hits) if hits.len() == 2));
    assert!(matches!(shown(&twice, "kam"), Shown::Several(hits) if hits.len() == 3));
}

#[test]
fn a_shelf_in_its_order() {
    let (_folder, library) = small();
    let on = |class: &str, skip, limit| {
        let page = library.read(|snapshot| shelf(snapshot, class, skip, limit)).unwrap();
        let items: Vec<(String, String)> = page
            .items
            .into_iter()
            .map(|item| (item.call_number, item.barcode))
            .collect();
        (page.total, items)
    };
    let copy = |number: &str, barcode: &str| (number.to_owned(), barcode.to_owned());
    let eight = vec![
        copy("899.221 / HIR / l", "B00001"),
        copy("899.221 / HIR / l", "B00002"),
        copy("899.3 ANO b", "B00005"),
    ];
    assert_eq!(on("8", 0, 10), (3, eight.clone()));
    assert_eq!(on("8", 1, 1), (3, eight[1..2].to_vec()));
    assert_eq!(on("8", 3, 10), (3, vec![]));
    assert_eq!(on("2x", 0, 10), (1, vec![copy("R 2X4.1 QAR f", "B00003")]));
    assert_eq!(on("959", 0, 10), (0, vec![]), "a title without copies stands nowhere");
    let refused = library.read(|snapshot| shelf(snapshot, "  ", 0, 10)).unwrap_err();
    assert!(matches!(refused, Error::BadValue { what: "class", .. }));
}

#[test]
fn status_decides_what_can_be_lent() {
    let seeds = ItemStatus::ALL
        .iter()
        .map(|code| seed(&format!("Status {}", code.code()), "A", 1).with_items(status(*code)));
    let (_folder, library) = library(seeds.collect());
    let lendable = Query {
        available: true,
        ..words("status")
    };
    assert_eq!(titles(&library, &lendable), ["Status available"]);
}

#[test]
fn hostile_searches_are_words() {
    let (_folder, library) = small();
    let long = "kata ".repeat(20_000);
    let wide = "x".repeat(1 << 20);
    let hostile = [
        "'; DROP TABLE title; --",
        "\" OR 1=1 --",
        "title:laskar OR *",
        "NEAR(laskar pelangi)",
        "NEAR/2",
        "^laskar",
        "-laskar",
        "laskar AND NOT pelangi",
        "{title author} : x",
        "\"unclosed",
        "\"\"\"\"",
        "lask*",
        "*",
        "\u{0}laskar\u{0}",
        "\u{1b}[31m",
        "\u{202e}\u{200b}",
        "%_\\",
        long.as_str(),
        wide.as_str(),
    ];
    for text in hostile {
        let query = Query {
            author: Some(text.to_owned()),
            class: Some(text.to_owned()),
            isbn: Some(text.to_owned()),
            ..words(text)
        };
        find(&library, &query);
        let found = find(&library, &words(text));
        assert!(found.query.chars().count() <= 256);
        shown(&library, text);
        let _ = library.read(|snapshot| shelf(snapshot, text, 0, 10));
    }
    assert!(find(&library, &words(&long)).shortened);
    assert_eq!(find(&library, &words("laskar")).total, 1, "all is as before");
}

#[test]
fn any_string_is_searched_without_an_error() {
    let (_folder, library) = small();
    let text = prop_oneof![
        any::<String>(),
        "[\"*:^(){}+ -]{0,8}(laskar|NEAR|AND|OR|NOT|title|se|s|19)[\"*:^(){}+ -]{0,8}[a-z]{0,3}",
    ];
    let field = prop::option::of(text.clone());
    let mut runner = proptest::test_runner::TestRunner::default();
    let all = (text, field.clone(), field.clone(), field.clone(), field, any::<bool>());
    runner
        .run(&all, |(text, author, title, class, isbn, available)| {
            let query = Query {
                author,
                title,
                class,
                isbn,
                available,
                ..words(&text)
            };
            find(&library, &query);
            shown(&library, &text);
            let raw = Query { raw: true, ..query };
            if let Err(error) = library.read(|snapshot| search(snapshot, &raw, 20)) {
                prop_assert_eq!(error.kind(), Kind::Usage);
            }
            Ok(())
        })
        .unwrap();
}
