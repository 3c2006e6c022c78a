//! Each verb: what it says, in both languages, what other programs read, and what it leaves behind.

use std::os::unix::fs::MetadataExt;

use pustaka_cli::run_in;
use pustaka_testkit::answer::json;
use serde_json::json;
use snapbox::{assert_data_eq, file};

use crate::desk::Desk;

#[test]
fn the_help_pages_lack_nothing() {
    assert_eq!(pustaka_cli::help_gaps(&loan::TOOL), Vec::<String>::new());
}

#[test]
fn a_morning_in_pages() {
    let desk = Desk::new();
    let told = [
        &["checkout", "A0001", "B0001", "B0005", "B0009", "-v"][..],
        &["checkout", "A0001", "B0001", "-v"],
        &["checkout", "budi", "B0002"],
        &["checkout", "A0003", "B0002", "B0003", "--lang", "en"],
        &["checkout", "A0003", "B0002", "--override", "member.expired"],
        &[
            "checkout",
            "A0003",
            "B0002",
            "--override",
            "member.expired",
            "--note",
            "kartunya sedang dicetak",
            "-v",
        ],
        &["hold", "A0002", "laskar", "pelangi", "-v"],
        &["holds", "--lang", "en"],
        &["return", "B0001", "B0004", "-v"],
        &["return", "B0001", "-v", "--lang", "en"],
        &["renew", "B0002", "--lang", "en"],
        &["renew", "--all", "A0001"],
        &["explain", "B0001"],
        &["pay", "A0001", "Rp 1e3", "--lang", "en"],
        &["pay", "A0001", "5.000,-", "-v"],
        &["account", "A0001"],
        &["cash-up", "--counted", "4500", "--lang", "en"],
        &["overdue"],
        &["checkout"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/morning.txt"].raw());
}

#[test]
fn the_json_of_a_checkout() {
    let desk = Desk::new();
    let (code, answer) = desk.answer(&["checkout", "A0001", "B0001", "B0005"]);
    assert_eq!(code, 1);
    assert_eq!(
        answer,
        json!({
            "member": "A0001",
            "loans": [{
                "item": "B0001", "title": "Laskar Pelangi", "loaned": "2026-11-20", "due": "2026-11-27",
                "rule": "*/*/*", "overridden": [],
                "steps": [
                    {"code": "loaned", "value": "2026-11-20"}, {"code": "days", "value": 7},
                    {"code": "counted", "value": "2026-11-27"},
                ],
            }],
            "already": [],
            "refused": [{"item": "B0005", "reasons": [
                {"code": "item.not_for_loan", "message": "Tidak dipinjamkan: dibaca di tempat."},
            ]}],
            "held_back": [],
        })
    );
    let refused = desk.run(&["checkout", "A0003", "B0001", "--format", "json"]);
    let error = &json(&refused.stderr)["error"];
    assert_eq!(error["code"], "loan.refused");
    let codes: Vec<_> = error["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reason| reason["code"].clone())
        .collect();
    assert_eq!(codes, ["member.expired", "item.on_loan"], "all the reasons at once");
}

#[test]
fn the_json_of_a_return() {
    let desk = Desk::new();
    desk.done(&["checkout", "A0001", "B0001"]);
    desk.done(&["hold", "A0002", "B0001", "--copy"]);
    let answer = desk.done(&["return", "B0001"]);
    assert_eq!(
        answer["returns"][0],
        json!({
            "item": "B0001", "member": "A0001", "due": "2026-11-27", "returned": "2026-11-20", "late_days": 0,
            "fine": 0, "suspended_until": null, "next": {"code": "set-aside", "member": "A0002", "until": "2026-11-24"},
            "steps": answer["returns"][0]["steps"],
        })
    );
}

#[test]
fn all_or_none_lends_nothing_when_one_is_refused() {
    let desk = Desk::new();
    let (code, answer) = desk.answer(&["checkout", "A0001", "B0001", "B0005", "--all-or-none"]);
    assert_eq!(
        (code, &answer["loans"], &answer["held_back"]),
        (1, &json!([]), &json!(["B0001"]))
    );
    assert_eq!(
        desk.answer(&["return", "B0001"]).1["returns"],
        json!([]),
        "nobody has it"
    );
}

#[test]
fn a_dry_run_stores_nothing() {
    let desk = Desk::new();
    let before = std::fs::read(desk.db()).unwrap();
    for args in [
        &["checkout", "A0001", "B0001"][..],
        &["hold", "A0001", "B0003"],
        &["pay", "A0001", "500"],
        &["charge", "A0001", "500", "--note", "kartu baru", "--reason", "card"],
    ] {
        desk.done(&[args, &["--dry-run"]].concat());
    }
    assert_eq!(desk.scan(&["desk", "--dry-run"], &["A0001", "B0001"]).code, 0);
    assert_eq!(std::fs::read(desk.db()).unwrap(), before);
    desk.done(&["checkout", "A0002", "B0001"]);
}

#[test]
fn money_goes_in_and_comes_out_and_the_till_is_right() {
    let desk = Desk::new();
    let charge = desk.done(&["charge", "A0001", "10.000", "--reason", "card", "--note", "kartu baru"]);
    assert_eq!(charge["balance"], 10_000);
    assert_eq!(
        desk.answer(&["checkout", "A0001", "B0001"]).0,
        1,
        "who owes borrows nothing"
    );
    let paid = desk.done(&["pay", "A0001", "Rp4.000"]);
    assert_eq!(
        (&paid["balance"], &paid["settled"][0]["open"]),
        (&json!(6000), &json!(6000))
    );
    let number = charge["entry"].to_string();
    assert_eq!(
        desk.answer(&["waive", &number, "7000", "--note", "pindah"]).0,
        1,
        "more than is open"
    );
    desk.done(&["waive", &number, "1000", "--note", "pindah"]);
    assert_eq!(desk.done(&["pay", "A0001", "6000"])["credit"], 1000);
    desk.done(&["refund", "A0001", "1000", "--note", "kelebihan"]);
    let account = desk.done(&["account", "A0001"]);
    assert_eq!(
        (&account["balance"], account["entries"].as_array().unwrap().len()),
        (&json!(0), 5)
    );
    let (code, cash) = desk.answer(&["cash-up", "--counted", "9000"]);
    assert_eq!((code, &cash["due"], &cash["difference"]), (0, &json!(9000), &json!(0)));
    assert_eq!(desk.answer(&["cash-up", "--counted", "8500"]).1["difference"], -500);
    let by_charge = desk.done(&["charges"])["bookings"].clone();
    let by_payment = desk.done(&["charges", "--by", "payment"])["bookings"].clone();
    assert_eq!(
        (by_charge[0]["amount"].clone(), by_charge[0]["reason"].clone()),
        (json!(10_000), json!("card"))
    );
    assert!(
        by_payment
            .as_array()
            .unwrap()
            .iter()
            .any(|row| row["kind"] == "payment" && row["amount"] == 10_000)
    );
    // A nought too many.
    let wrong = desk.done(&["pay", "A0001", "25000"])["entry"].to_string();
    let back = ["reverse", &wrong, "--note", "salah ketik"];
    assert_eq!(desk.done(&back)["balance"], 0);
    assert_eq!(desk.done(&["cash-up"])["due"], 9000);
    let again = |lang| desk.run(&[back.as_slice(), &["--lang", lang]].concat()).err();
    assert!(again("id").contains(&format!("Pembayaran {wrong} sudah dikembalikan.")));
    assert!(again("en").contains(&format!("Payment {wrong} has been given back already.")));
    for bad in ["1e3", "-5", "12,5", "lima ribu", ""] {
        assert_eq!(desk.run(&["pay", "A0001", bad]).code, 2, "{bad}");
    }
}

#[test]
fn a_lost_book_is_charged_and_a_found_one_is_not() {
    let desk = Desk::new();
    desk.done(&["checkout", "A0001", "B0001"]);
    let lost = desk.done(&["lost", "B0001"]);
    assert_eq!(
        (&lost["price"], &lost["price_from"], &lost["balance"]),
        (&json!(80_000), &json!("item"), &json!(80_000))
    );
    assert_eq!(desk.answer(&["lost", "B0001"]).0, 1, "nobody has it any more");
    let found = desk.done(&["found", "B0001"]);
    assert_eq!((&found["reversed"], &found["balance"]), (&json!(80_000), &json!(0)));
    assert_eq!(desk.answer(&["found", "B0001"]).0, 1);
}

#[test]
fn a_member_is_named_by_card_name_or_telephone() {
    let desk = Desk::new();
    assert_eq!(desk.done(&["checkout", "siti", "B0001"])["member"], "A0001");
    assert_eq!(desk.done(&["account", "a0001"])["member"], "A0001");
    let several = desk.run(&["account", "budi", "--format", "json"]);
    assert_eq!(
        (several.code, &json(&several.stderr)["error"]["code"]),
        (1, &json!("member.several"))
    );
    // What tells them apart is in the list.
    let listed = json(&several.stderr)["error"]["reasons"][0]["message"].clone();
    assert_eq!(listed, json!("A0003  Budi Hartono  (lahir 01-05-1990)"));
    let nobody = desk.run(&["account", "zulkifli", "--format", "json"]);
    assert_eq!(
        (nobody.code, &json(&nobody.stderr)["error"]["code"]),
        (1, &json!("member.unknown"))
    );
    // A book in the place of the card is told from a stranger.
    let swapped = desk.run(&["checkout", "B0003", "A0001", "--format", "json"]);
    let reasons = &json(&swapped.stderr)["error"]["reasons"];
    assert_eq!((swapped.code, &reasons[0]["code"]), (1, &json!("item.barcode")));
    let card = desk.run(&["return", "A0001"]);
    assert!(
        card.code == 1 && card.err().contains("`member show A0001`"),
        "{}",
        card.err()
    );
}

#[test]
fn at_a_terminal_one_of_several_is_chosen() {
    let desk = Desk::new();
    for (typed, code, card) in [
        ("1", 0, "A0003"),
        ("2", 0, "A0002"),
        ("a0002", 0, "A0002"),
        ("3", 1, ""),
        ("", 1, ""),
    ] {
        let world = desk.world().with_stdin(format!("{typed}\n")).with_terminal(80);
        let finished = run_in(&loan::TOOL, ["account", "budi"], world);
        assert_eq!(finished.code, code, "{typed}: {}", finished.err());
        assert!(finished.out().contains(card), "{typed}: {}", finished.out());
        assert!(
            finished.err().contains("  2. A0002  Budi Santoso"),
            "{}",
            finished.err()
        );
    }
}

#[test]
fn open_loans_come_over_all_or_none_and_once() {
    let desk = Desk::new();
    let good = desk.file("pinjaman.csv", "ID Anggota;Kode Eksemplar;Tanggal Pinjam;Tanggal Harus Kembali\nA0001;B0001;02/11/2026;09/11/2026\nA0002;B0002;2026-11-16;2026-11-23\n");
    let looked = desk.done(&["import", &good, "--dry-run"]);
    assert_eq!((&looked["rows"], &looked["imported"]), (&json!(2), &json!(2)));
    assert_eq!(desk.done(&["import", &good])["imported"], 2);
    assert_eq!(desk.done(&["import", &good])["unchanged"], 2);
    let overdue = desk.done(&["overdue"]);
    assert_eq!(overdue["overdue"][0]["item"], "B0001");
    let bad = desk.file("buruk.csv", "card,item,loaned,due\nA0001,B0003,2026-11-02,2026-11-09\nA0001,B0004,31/02/2026,2026-11-09\nA0001,B0004\nA0009,B0009,2026-11-02,2026-11-01\n,B0004,2026-11-02,2026-11-09\n");
    let finished = desk.run(&["import", &bad, "--format", "json"]);
    let answer = json(&finished.stdout);
    assert_eq!(
        (finished.code, &answer["rejected"], &answer["imported"]),
        (1, &json!(4), &json!(0))
    );
    let rejects = desk.text("buruk.csv.rejects.csv");
    assert_eq!(rejects.lines().count(), 5, "{rejects}");
    for code in ["date.bad", "row.ragged", "member.unknown", "cell.empty"] {
        assert!(rejects.contains(code), "{code}: {rejects}");
    }
    // Who has which book is not for everybody on the machine; what was mended by hand stays.
    desk.file("buruk.csv.rejects.csv", "mended\n");
    assert_eq!(desk.run(&["import", &bad]).code, 1);
    assert_eq!(desk.text("buruk.csv.rejects.csv"), "mended\n");
    let mode = std::fs::metadata(desk.path("buruk.csv.rejects-2.csv")).unwrap().mode();
    assert_eq!(mode & 0o007, 0, "{mode:o}");
    assert_eq!(desk.answer(&["explain", "B0003"]).0, 1, "nothing was stored");
    assert_eq!(
        desk.run(&["import", &desk.file("lain.csv", "title,author\nx,y\n")])
            .code,
        3
    );
    let school = desk.file(
        "sekolah.csv",
        "NIS;Barcode;Keluar;Batas\nA0001;B0003;2026-11-02;2026-11-09\n",
    );
    let named = [
        "import",
        &school,
        "--map",
        "card=NIS",
        "--map",
        "loaned=keluar",
        "--map",
    ];
    assert_eq!(desk.done(&[named.as_slice(), &["due=Batas"]].concat())["imported"], 1);
    assert_eq!(desk.run(&[named.as_slice(), &["due=Kembali"]].concat()).code, 2);
    assert_eq!(desk.run(&[named.as_slice(), &["dua=Batas"]].concat()).code, 2);
}

#[test]
fn a_round_hands_over_what_stands_ready() {
    let desk = Desk::new();
    desk.done(&["hold", "A0001", "B0003", "--delivery"]);
    desk.done(&["hold", "A0002", "B0004", "--delivery"]);
    let plan = desk.done(&["deliver", "plan", "--courier", "Joko"]);
    assert_eq!(
        (&plan["rounds"][0]["round"], &plan["rounds"][0]["planned"]),
        (&json!(1), &json!(2))
    );
    assert_eq!(
        desk.answer(&["deliver", "plan", "--courier", "Joko"]).0,
        1,
        "nothing is left"
    );
    desk.done(&["deliver", "hand-over", "1", "1"]);
    desk.done(&["deliver", "failed", "1", "2", "--note", "rumah kosong"]);
    let list = desk.done(&["deliver", "list"]);
    let round = &list["rounds"][0];
    assert_eq!((&round["handed_over"], &round["failed"]), (&json!(1), &json!(1)));
    assert_eq!(desk.done(&["explain", "B0003"])["member"], "A0001");
    assert_eq!(desk.answer(&["deliver", "hand-over", "1", "1"]).0, 1, "once is enough");
    // What was handed over before something went wrong is told.
    desk.done(&["deliver", "plan", "--courier", "Joko"]);
    let finished = desk.run(&["deliver", "hand-over", "2", "2", "99", "--format", "json"]);
    let answer = json(&finished.stdout);
    assert_eq!((finished.code, &answer["loans"][0]["item"]), (1, &json!("B0004")));
}

/// What the clerk is told to do next, once and in the order of the work.
#[test]
fn what_to_do_next_is_said() {
    let desk = Desk::new();
    let told = |args: &[&str]| {
        let world = desk.world().with_terminal(120);
        let finished = run_in(&loan::TOOL, args.iter().copied(), world);
        (finished.code, finished.out() + &finished.err())
    };
    desk.done_with(&library_db::TOOL, &["rules", "set", "any", "--fine", "500"]);
    desk.done(&["checkout", "A0001", "B0001", "B0002", "--at", "2026-11-02"]);
    // A copy on the shelf is fetched before the next reader takes it.
    let (_, hold) = told(&["hold", "A0002", "B0004"]);
    assert!(
        hold.contains("B0004 ada di rak: ambil, dan sisihkan untuk A0002"),
        "{hold}"
    );
    // Nothing renewed is no empty list.
    let (code, renewed) = told(&["renew", "B0003"]);
    assert!(code == 1 && !renewed.contains("(tidak ada)"), "{renewed}");
    let (code, lent) = told(&["checkout", "A0003", "B0003"]);
    assert!(code == 1 && !lent.contains("(tidak ada)"), "{lent}");
    // Who brings two late copies back is asked once for the sum.
    let (_, returned) = told(&["return", "B0001", "B0002"]);
    assert_eq!(returned.matches("A0001 belum membayar").count(), 1, "{returned}");
    let owed = desk.done(&["account", "A0001"])["balance"].as_i64().unwrap();
    let (_, paid) = told(&["pay", "A0001", &(owed + 500).to_string()]);
    assert!(paid.contains("`loan refund A0001 500 --note ALASAN`"), "{paid}");
    let (_, help) = told(&["pay", "--help"]);
    let place = |text: &str| help.find(text).unwrap_or(usize::MAX);
    assert!(place("  <KARTU>") < place("  <JUMLAH>"), "{help}");
}

#[test]
fn what_could_never_be_done_is_wrong_usage() {
    let desk = Desk::new();
    for (args, code) in [
        (
            &["checkout", "A0003", "B0001", "--override", "member.expired"][..],
            "override.note_missing",
        ),
        (
            &["checkout", "A0003", "B0001", "--override", "member.old", "--note", "x"],
            "override.unknown",
        ),
        (
            &["checkout", "A0001", "B0001", "--due", "2026-11-01"],
            "loan.due_before_loan",
        ),
        (&["pay", "A0001", "0"], "charge.amount"),
    ] {
        let finished = desk.run(&[args, &["--format", "json"]].concat());
        assert_eq!(
            (finished.code, &json(&finished.stderr)["error"]["code"]),
            (2, &json!(code))
        );
    }
}

/// The courier must find the door, and need not know what is read there.
#[test]
fn the_sheet_of_a_round_is_a_page_to_print() {
    let desk = Desk::new();
    let edit = [
        "edit",
        "A0001",
        "--address",
        "Jl. <b>Dhoho</b> 1",
        "--phone",
        "081234567801",
    ];
    desk.done_with(&member::TOOL, &edit);
    desk.done(&["hold", "A0001", "B0003", "--delivery"]);
    desk.done(&["deliver", "plan", "--courier", "Joko"]);
    let file = desk.path("putaran.html");
    let finished = desk.run(&["deliver", "list", "1", "-o", &file.display().to_string()]);
    assert_eq!(finished.code, 0, "{}", finished.err());
    let page = desk.text("putaran.html");
    for part in [
        "<html lang=\"id\">",
        "default-src 'none'",
        "size: A4",
        "Joko",
        "Siti Aminah",
        "Jl. &lt;b&gt;Dhoho&lt;/b&gt; 1",
        "+6281234567801",
        "B0003",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("<script") && !page.contains("Sang Pemimpi"), "{page}");
    // A verb that makes no page says so before it does anything.
    let page = desk.path("lain.html").display().to_string();
    assert_eq!(desk.run(&["checkout", "A0001", "B0001", "-o", &page]).code, 2);
    assert_eq!(desk.done(&["account", "A0001"])["balance"], 0);
    assert_eq!(desk.answer(&["return", "B0001"]).1["not_on_loan"][0]["item"], "B0001");
}

/// A rehearsal looks like the work itself, so it says that it is none.
#[test]
fn a_rehearsal_says_that_nothing_is_stored() {
    let desk = Desk::new();
    desk.done(&["hold", "A0002", "B0004"]);
    for args in [
        &["checkout", "A0001", "B0001"][..],
        &["cancel", "1"],
        &["charge", "A0001", "1000", "--note", "kartu"],
        &["pay", "A0001", "1000"],
    ] {
        let finished = desk.run(&[args, &["--dry-run", "-v"]].concat());
        let said = finished.err();
        assert!(
            finished.code == 0 && said.ends_with("Percobaan: tidak ada yang disimpan.\n"),
            "{args:?}: {said}"
        );
    }
    assert_eq!(desk.done(&["holds"])["holds"][0]["hold"], 1);
    assert_eq!(desk.done(&["account", "A0001"])["balance"], 0);
    let desk_said = desk.seen(&["desk", "--dry-run"], &["q"]);
    assert!(desk_said.contains("Percobaan: tidak ada yang disimpan."), "{desk_said}");
}
