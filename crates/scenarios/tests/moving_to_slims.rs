//! Moving to SLiMS and back: the two files that SLiMS reads say what the catalogue holds, as far as SLiMS has a place
//! for it.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use pustaka_cli::{Finished, Tool, World, run_in};
use pustaka_core::catalog::export::{Choice, ExportTitle, each_title};
use pustaka_core::{Library, OpenOptions};

/// Every field that SLiMS has, with quotes, commas, semicolons, foreign scripts, cells like formulas, and zeros.
const CATALOGUE: &str = "\
title,responsibility,author,edition,isbn,publisher,place,year,extent,series,call_number,class,language,medium,subject,notes,image,item_code,inventory_number,item_call_number,collection_type,location,shelf,status,received,source,supplier,order_number,ordered,invoice_number,invoiced,price
\"Mesin \"\"Ketik\"\", sebuah; kisah\",Émile & العربية,\"Zola, Émile; O'Brien, Tim\",Cet. 2,9789793062792,Bentang,Yogyakarta,2005,\"xii, 340 hlm.\",Seri A,899.221 ZOL m,899.221,Indonesia,Text,Fiksi; Qur'an,pendek,a.jpg,0001,1/P/2020,899.221 ZOL m c.2,Fiction,My Library,R1,repair,2020-01-31,bought,\"CV \"\"Maju\"\"\",PO-1,2020-01-02,INV-1,2020-02-03,75000
'=1+1,,,0,,'+Plus,,c1999,,,,000,English,,,,,00002,,,,,,not-for-loan,2020-01-31,given,,,2020-01-02,,2020-02-03,5
title,,,,,,,,,,,,,,,,,00003,,,,,,missing,2020-01-31,,,,2020-01-02,,2020-02-03,
";

fn run(tool: &Tool, db: &Path, args: &[&str]) -> Finished {
    let world = World::sealed("2026-11-20T03:15:00Z".parse().unwrap())
        .with_env("PUSTAKA_DB", db)
        .with_env("PUSTAKA_STAFF", "uji")
        .with_env("PUSTAKA_LANG", "en")
        .with_env("PUSTAKA_FORCE_FILE_SYSTEM", "1");
    let done = run_in(tool, args, world);
    assert_eq!(done.code, 0, "{args:?}: {}", done.err());
    done
}

fn contents(db: &Path) -> Vec<ExportTitle> {
    let options = OpenOptions {
        force_file_system: true,
        ..OpenOptions::default()
    };
    let library = Library::open(db, &options).unwrap();
    let mut titles = Vec::new();
    let all = |title: &ExportTitle| {
        titles.push(title.clone());
        ControlFlow::<()>::Continue(())
    };
    let ended = library.read(|snapshot| each_title(snapshot, &Choice::default(), all));
    assert!(ended.unwrap().is_continue());
    titles
}

#[test]
fn what_slims_has_a_place_for_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let [here, there, given, titles, copies] =
        ["here.db", "there.db", "given.csv", "titles.csv", "copies.csv"].map(|name| folder.path().join(name));
    fs::write(&given, CATALOGUE).unwrap();
    for db in [&here, &there] {
        run(&library_db::TOOL, db, &["init"]);
    }
    run(
        &catalog_import::TOOL,
        &here,
        &["--dialect", "pustaka", given.to_str().unwrap()],
    );
    for (dialect, file) in [("slims-biblio", &titles), ("slims-item", &copies)] {
        run(
            &catalog_export::TOOL,
            &here,
            &["--dialect", dialect, "-o", file.to_str().unwrap()],
        );
        run(&catalog_import::TOOL, &there, &[file.to_str().unwrap()]);
    }
    assert_eq!(contents(&here).len(), 3);
    assert_eq!(contents(&there), contents(&here));
}
