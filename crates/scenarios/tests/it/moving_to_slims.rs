//! Moving to SLiMS and back: the two files that SLiMS reads say what the catalogue holds, as far as SLiMS has a place
//! for it.

use pustaka_testkit::desk::Desk;
use pustaka_testkit::stored::titles;

/// Every field that SLiMS has, with quotes, commas, semicolons, foreign scripts, cells like formulas, and zeros.
const CATALOGUE: &str = "\
title,responsibility,author,edition,isbn,publisher,place,year,extent,series,call_number,class,language,medium,subject,notes,image,item_code,inventory_number,item_call_number,collection_type,location,shelf,status,received,source,supplier,order_number,ordered,invoice_number,invoiced,price
\"Mesin \"\"Ketik\"\", sebuah; kisah\",Émile & العربية,\"Zola, Émile; O'Brien, Tim\",Cet. 2,9789793062792,Bentang,Yogyakarta,2005,\"xii, 340 hlm.\",Seri A,899.221 ZOL m,899.221,Indonesia,Text,Fiksi; Qur'an,pendek,a.jpg,0001,1/P/2020,899.221 ZOL m c.2,Fiction,My Library,R1,repair,2020-01-31,bought,\"CV \"\"Maju\"\"\",PO-1,2020-01-02,INV-1,2020-02-03,75000
'=1+1,,,0,,'+Plus,,c1999,,,,000,English,,,,,00002,,,,,,not-for-loan,2020-01-31,given,,,2020-01-02,,2020-02-03,5
title,,,,,,,,,,,,,,,,,00003,,,,,,missing,2020-01-31,,,,2020-01-02,,2020-02-03,
";

#[test]
fn what_slims_has_a_place_for_comes_back() {
    let desk = Desk::new();
    let there = desk.add_library("there.db");
    let given = desk.file("given.csv", CATALOGUE);
    desk.done(&catalog_import::TOOL, &["--dialect", "pustaka", &given]);
    for (dialect, file) in [("slims-biblio", "titles.csv"), ("slims-item", "copies.csv")] {
        let file = desk.name(file);
        desk.done(&catalog_export::TOOL, &["--dialect", dialect, "-o", &file]);
        desk.done(&catalog_import::TOOL, &["--db", &desk.name("there.db"), &file]);
    }
    assert_eq!(titles(&desk.db()).len(), 3);
    assert_eq!(titles(&there), titles(&desk.db()));
}
