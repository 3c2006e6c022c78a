use std::ops::ControlFlow;
use std::path::Path;

use rusqlite::{Connection, params};

use super::{Choice, ExportTitle, count, each_title};
use crate::act::{Act, StaffCode};
use crate::catalog::record::{ItemRecord, ItemSource, ItemStatus, TitleRecord};
use crate::library::{Library, NewLibrary, OpenOptions};

fn library(dir: &Path) -> Library {
    let act = Act {
        at: "2026-11-20T10:15:00+07:00[Asia/Jakarta]".parse().unwrap(),
        staff: StaffCode::parse("uji").unwrap(),
    };
    let path = dir.join("library.db");
    let new = NewLibrary {
        force_file_system: true,
        ..NewLibrary::default()
    };
    drop(Library::create(&path, &new, &act).unwrap());
    let conn = Connection::open(&path).unwrap();
    for (id, title, class) in [
        (7, "Tujuh", Some("2X1.3")),
        (2, "Dua", Some("2")),
        (11, "Sebelas", None),
    ] {
        conn.execute(
            "INSERT INTO title (id, title, class, title_hash, match_hash) VALUES (?1, ?2, ?3, 0, 0)",
            params![id, title, class],
        )
        .unwrap();
    }
    for (id, title, barcode) in [(5, 7, "0005"), (3, 7, "0003"), (4, 11, "0004")] {
        conn.execute(
            "INSERT INTO item (id, title_id, barcode, status) VALUES (?1, ?2, ?3, 'available')",
            params![id, title, barcode],
        )
        .unwrap();
    }
    drop(conn);
    let options = OpenOptions {
        force_file_system: true,
        ..OpenOptions::default()
    };
    Library::open(&path, &options).unwrap()
}

fn all(library: &Library, choice: &Choice) -> Vec<ExportTitle> {
    library
        .read(|snapshot| {
            let mut found = Vec::new();
            let end = each_title::<()>(snapshot, choice, |title| {
                found.push(title.clone());
                ControlFlow::Continue(())
            })?;
            assert_eq!(end, ControlFlow::Continue(()));
            assert_eq!(count(snapshot, choice)?, found.len() as u64);
            Ok(found)
        })
        .unwrap()
}

fn class(text: &str) -> Choice {
    Choice {
        class: Some(text.to_owned()),
    }
}

#[test]
fn titles_come_in_the_order_of_their_ids_with_their_copies() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let seen: Vec<(i64, Vec<String>)> = all(&library, &Choice::default())
        .into_iter()
        .map(|title| (title.id, title.items.into_iter().map(|item| item.barcode).collect()))
        .collect();
    let expected = [(2, vec![]), (7, vec!["0003", "0005"]), (11, vec!["0004"])];
    assert_eq!(
        seen,
        expected.map(|(id, codes)| (id, codes.into_iter().map(str::to_owned).collect()))
    );
}

#[test]
fn a_class_chooses_by_its_beginning_and_is_only_text() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    for (beginning, ids) in [
        ("2", vec![2, 7]),
        ("2X", vec![7]),
        ("2X1.3", vec![7]),
        ("9", vec![]),
        ("%", vec![]),
        ("' OR 1=1 --", vec![]),
    ] {
        let found: Vec<i64> = all(&library, &class(beginning)).iter().map(|title| title.id).collect();
        assert_eq!(found, ids, "{beginning}");
    }
}

#[test]
fn a_caller_may_break_off() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let end = library
        .read(|snapshot| each_title(snapshot, &Choice::default(), |title| ControlFlow::Break(title.id)))
        .unwrap();
    assert_eq!(end, ControlFlow::Break(2));
}

#[test]
fn what_comes_in_meanwhile_stays_out() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let other = Connection::open(library.path()).unwrap();
    let mut seen = Vec::new();
    let ended = library.read(|snapshot| {
        each_title::<()>(snapshot, &Choice::default(), |title| {
            let late = "INSERT INTO title (id, title, title_hash, match_hash) VALUES (?1, 'Susulan', 0, 0)";
            other.execute(late, params![title.id + 100]).unwrap();
            other.execute("UPDATE item SET barcode = barcode || 'x'", []).unwrap();
            seen.push((title.id, title.items.len()));
            assert!(title.items.iter().all(|item| !item.barcode.ends_with('x')));
            ControlFlow::Continue(())
        })
    });
    assert_eq!(ended.unwrap(), ControlFlow::Continue(()));
    assert_eq!(seen, [(2, 0), (7, 2), (11, 1)]);
}

#[test]
fn every_column_reaches_its_field() {
    let dir = tempfile::tempdir().unwrap();
    let library = library(dir.path());
    let conn = Connection::open(library.path()).unwrap();
    conn.execute_batch(
        r#"INSERT INTO title (id, title, part, responsibility, authors, edition, isbn, isbn_printed, issn, publisher, place, year,
            year_printed, extent, series, call_number, class, language, medium, subjects, notes, image, edited, title_hash, match_hash)
        VALUES (12, 't', 'p', 'r', '["A, B","C"]', 'e', 9789793062792, 'ip', 'is', 'pu', 'pl', 2005,
            'yp', 'ex', 'se', 'cn', 'cl', 'la', 'me', '["S"]', 'no', 'im', '["title"]', 1, 2);
        INSERT INTO item (id, title_id, barcode, inventory_number, call_number, collection_type, location, shelf, status, received,
            source, supplier, order_number, ordered, invoice_number, invoiced, price, currency, note)
        VALUES (9, 12, '0009', 'in', 'ic', 'ct', 'lo', 'sh', 'repair', '2020-01-02', 'deposited', 'su', 'on',
            '2020-01-03', 'iv', '2020-01-04', 75000, 'USD', 'nt');"#,
    )
    .unwrap();
    let some = |text: &str| Some(text.to_owned());
    let expected = ExportTitle {
        id: 12,
        title: TitleRecord {
            title: "t".to_owned(),
            part: some("p"),
            responsibility: some("r"),
            authors: vec!["A, B".to_owned(), "C".to_owned()],
            edition: some("e"),
            isbn: Some(9_789_793_062_792),
            isbn_printed: some("ip"),
            issn: some("is"),
            publisher: some("pu"),
            place: some("pl"),
            year: Some(2005),
            year_printed: some("yp"),
            extent: some("ex"),
            series: some("se"),
            call_number: some("cn"),
            class: some("cl"),
            language: some("la"),
            medium: some("me"),
            subjects: vec!["S".to_owned()],
            notes: some("no"),
            image: some("im"),
        },
        items: vec![ItemRecord {
            barcode: "0009".to_owned(),
            inventory_number: some("in"),
            call_number: some("ic"),
            collection_type: some("ct"),
            location: some("lo"),
            shelf: some("sh"),
            status: ItemStatus::Repair,
            received: some("2020-01-02"),
            source: Some(ItemSource::Deposited),
            supplier: some("su"),
            order_number: some("on"),
            ordered: some("2020-01-03"),
            invoice_number: some("iv"),
            invoiced: some("2020-01-04"),
            price: Some(75_000),
            currency: some("USD"),
            note: some("nt"),
        }],
    };
    assert_eq!(all(&library, &class("cl")), [expected]);
}
