//! What the page says in each form, and what it never says.

use pustaka_cli::{Format, Lang};
use pustaka_core::reports::figure::Figure;
use pustaka_core::reports::page::{AttentionCode, Page, SectionCode};
use pustaka_formats::delimited::Input;
use pustaka_formats::sheet::{Kind, Rows};
use serde_json::Value;

use super::sample;
use crate::page::{document, files, lines, render};
use crate::words::{attention, classes, figures};

fn json(page: &Page) -> Value {
    serde_json::from_slice(&document(Lang::Id, page).to_bytes(&Format::Json, Lang::Id).unwrap()).unwrap()
}

fn csv(lang: Lang, page: &Page) -> String {
    String::from_utf8(lines(lang, page).to_bytes(&Format::Csv, lang).unwrap()).unwrap()
}

#[test]
fn every_code_has_its_words_in_both_languages() {
    let mut said = Vec::new();
    for figure in Figure::ALL {
        said.push(Lang::ALL.map(|lang| figures::name(lang, *figure)));
        said.push(Lang::ALL.map(|lang| figures::definition(lang, *figure)));
    }
    for code in AttentionCode::ALL {
        said.push(Lang::ALL.map(|lang| attention::name(lang, *code)));
        said.push(Lang::ALL.map(|lang| attention::sentence(lang, *code)));
    }
    for section in SectionCode::ALL {
        said.push(Lang::ALL.map(|lang| figures::section(lang, *section)));
    }
    for class in sample::page().classes {
        assert_ne!(
            classes::subject(Lang::En, &class.class),
            class.class,
            "a class without a name"
        );
    }
    // The page shows marks of code as they stand.
    assert!(said.iter().flatten().all(|words| !words.contains('`')));
    for [id, en] in &said {
        assert!(!id.is_empty() && !en.is_empty() && id != en, "{id} / {en}");
    }
    // A sentence that stands twice was meant for something else once.
    for lang in 0..Lang::ALL.len() {
        let mut one: Vec<&str> = said
            .iter()
            .map(|both| both[lang])
            .filter(|text| text.contains(". "))
            .collect();
        let all = one.len();
        one.sort_unstable();
        one.dedup();
        assert_eq!(one.len(), all);
    }
}

#[test]
fn the_page_says_how_it_stands() {
    let html = render(Lang::Id, &sample::page());
    for words in [
        "<h1>Kamis, 26 November 2026</h1>",
        "Bulan ini: 1–26 November 2026. Dibandingkan dengan 1–26 Oktober 2026 dan 1–26 November 2025.",
        "Rak pesanan perlu dibereskan",
        "<span>naik 5 % dari November 2025 (1.302)</span>",
        "<span>Oktober: belum tercatat</span>",
        "1–26 November 2026, tidak semua hari tercatat",
        "Selang 95 %: 85,90 sampai 88,66.",
        "Respondennya terlalu sedikit untuk selang 95 %.",
        "Rp673.243",
    ] {
        assert!(html.contains(words), "{words}");
    }
    let english = render(Lang::En, &sample::page());
    assert!(english.contains("<html lang=\"en\">") && english.contains("up 5 % on November 2025 (1,302)"));
    // The total is the sum of the rows, and that is the figure of loans.
    let total: Option<i64> = sample::page().classes.iter().map(|class| class.month).sum();
    assert_eq!(sample::page().sections[0].rows[1].month, total);
    let (_, foot) = english.split_once("<tfoot>").unwrap();
    assert!(foot.contains(&format!(
        "<td><span class=\"num\">{}</span></td>",
        Lang::En.count(total.unwrap())
    )));
}

#[test]
fn every_figure_has_its_definition_one_click_away() {
    for lang in Lang::ALL {
        let html = render(lang, &sample::crowded());
        let targets: Vec<&str> = html
            .split("href=\"#")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        assert!(targets.len() > 40);
        for target in targets {
            assert_eq!(html.matches(&format!(" id=\"{target}\"")).count(), 1, "{target}");
        }
        for figure in Figure::ALL {
            assert!(html.contains(&format!("href=\"#def-{}\"", figure.code())), "{figure:?}");
            let (_, definition) = html.split_once(&format!("id=\"def-{}\"", figure.code())).unwrap();
            let entry = definition.split("</div>").next().unwrap();
            assert!(
                entry.contains("nightly-report") && entry.contains(figure.code()),
                "{figure:?}: {entry}"
            );
        }
        let (_, classes) = html.split_once("id=\"def-classes\"").unwrap();
        let classes = classes.split("</div>").next().unwrap().replace("</span> <span>", " ");
        let command = "nightly-report report loans --from 2026-11-01 --to 2026-11-26";
        assert!(classes.contains(command), "{classes}");
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id stands once");
    }
}

#[test]
fn what_is_not_known_is_said_and_never_zero() {
    let bare = sample::bare();
    for (lang, words) in [(Lang::Id, "belum tercatat"), (Lang::En, "not recorded")] {
        let html = render(lang, &bare);
        let (_, table) = html.split_once("<table class=\"figures\">").unwrap();
        let (table, _) = table.split_once("</table>").unwrap();
        assert_eq!(table.matches(words).count(), 4 * Figure::ALL.len());
        assert!(!table.contains(">0<"));
        assert!(!html.contains("class=\"days\""), "a chart of nothing");
    }
    let json = json(&bare);
    assert!(
        json["classes"][0]["month"].is_null(),
        "by class nothing is known either"
    );
    assert!(json["sections"][0]["figures"][1]["month"].is_null());
    assert!(json["sections"][0]["figures"][1]["days"][0]["value"].is_null());
    let unknown = "figures,services,loans,Peminjaman,month,2026-11-01,2026-11-26,,count,none,";
    assert!(csv(Lang::Id, &bare).contains(unknown));
}

#[test]
fn who_looks_for_visits_is_told_where_they_come_from() {
    for (lang, words) in [
        (Lang::Id, "Belum ada alat"),
        (Lang::En, "No tool of this system records them"),
    ] {
        let html = render(lang, &sample::bare());
        let (_, visits) = html.split_once("id=\"def-visits\"").unwrap();
        let visits = visits.split("</div>").next().unwrap();
        assert!(visits.contains(words) && visits.contains("visits-onsite"), "{visits}");
    }
}

#[test]
fn words_from_outside_stay_words() {
    let mut page = sample::page();
    page.library = "<script>alert(1)</script> & \"Kediri\"\u{202e}".to_owned();
    page.surveys[0].name = "\u{202e}\"><img src=x onerror=alert(1)>".to_owned();
    page.surveys[0].survey = "a'b<c>".to_owned();
    page.attention[0].command = "loan holds </code><script>".to_owned();
    page.classes[0].class = "<b>".to_owned();
    for lang in Lang::ALL {
        let html = render(lang, &page);
        let lower = html.to_lowercase();
        for banned in [
            "<script",
            "<img",
            "<b>",
            " src=\"",
            "http:",
            "https:",
            "url(",
            "@import",
            "javascript:",
        ] {
            assert!(!lower.contains(banned), "{banned}");
        }
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; "));
        assert!(!html.contains('\u{202e}'), "nothing turns a line round");
        assert!(html.contains("default-src 'none'"));
    }
}

#[test]
fn programs_read_the_page() {
    let json = json(&sample::page());
    assert_eq!(json["day"], "2026-11-26");
    assert_eq!(json["spans"]["year_before"]["first"], "2025-11-01");
    let loans = &json["sections"][0]["figures"][1];
    assert_eq!(loans["figure"], "loans");
    assert_eq!((&loans["kind"], &loans["unit"]), (&"flow".into(), &"count".into()));
    assert_eq!(loans["year_before"], 1302);
    assert_eq!(loans["days"][56]["day"], "2026-11-26");
    assert_eq!(json["surveys"][0]["index"], "87.28");
    assert_eq!(json["surveys"][0]["interval95"][1], "88.66");
    assert!(json["surveys"][1]["interval95"].is_null());
    assert_eq!(json["attention"][1]["code"], "holds-to-clear");
    assert_eq!(json["attention"][1]["count"], 3);
}

#[test]
fn one_list_has_all_of_the_page() {
    let page = sample::page();
    let csv = csv(Lang::En, &page);
    for line in [
        "list,section,key,name,measure,from,to,value,unit,recorded,command",
        "figures,office,money-received,Money received,month,2026-11-01,2026-11-26,673243,rupiah,whole,",
        "figures,services,on-loan,On loan,month_before,2026-10-26,2026-10-26,",
        "figures,services,visits,Visits,month_before,2026-10-01,2026-10-26,,count,none,",
        "figures,services,visits,Visits,month,2026-11-01,2026-11-26,2194,count,part,",
        "days,services,in-house,Use in the library,day,2026-10-14,2026-10-14,25,count,whole,",
        "classes,,2X,Islam,month,2026-11-01,2026-11-26,145,count,whole,nightly-report report loans --from 2026-11-01 ",
        "surveys,,2026-q3,Survei Kepuasan Masyarakat Triwulan III 2026,index,,2026-09-30,87.28,index,whole,survey-tally show",
        "surveys,,2026-q3,Survei Kepuasan Masyarakat Triwulan III 2026,interval_low,,2026-09-30,85.90,index,whole,",
        "surveys,,anak-2026,Survei pengunjung “Pojok Anak” 2026,interval_low,,2026-09-30,,index,none,",
        "attention,,holds-to-clear,The ready shelf is to be cleared,count,,,3,count,whole,",
    ] {
        assert!(csv.contains(line), "{line}\n{csv}");
    }
    let of = |list: &str| csv.lines().filter(|line| line.split(',').next() == Some(list)).count();
    let (figures, days) = (Figure::ALL.len(), 57);
    let lists = ["figures", "days", "classes", "surveys", "attention"];
    assert_eq!(lists.map(of), [4 * figures, days * figures, 3 * 12, 2 * 6, 5]);
    assert_eq!(lists.map(of).iter().sum::<usize>() + 1, csv.lines().count());
}

#[test]
fn a_month_of_which_a_part_is_known_is_marked_in_every_form() {
    let mut page = sample::page();
    let loans = &mut page.sections[0].rows[1];
    assert_eq!(loans.figure, Figure::Loans);
    loans.known.as_mut().unwrap().last = sample::DAY.yesterday().unwrap();
    let marked = json(&page);
    assert_eq!(
        marked["sections"][0]["figures"][1]["partly"],
        serde_json::json!(["month"])
    );
    assert_eq!(marked["classes"][0]["partly"], serde_json::json!(["month"]));
    assert!(csv(Lang::En, &page).contains("classes,,000,General works,month,2026-11-01,2026-11-26,49,count,part,"));
    assert!(
        csv(Lang::En, &page).contains("classes,,000,General works,month_before,2026-10-01,2026-10-26,71,count,whole,")
    );
    let html = render(Lang::En, &page);
    let (_, classes) = html.split_once("<section id=\"classes\">").unwrap();
    assert_eq!(classes.matches("<span class=\"part\">*</span>").count(), 1);
}

#[test]
fn a_folder_gets_every_form_and_the_last_page_under_its_own_name() {
    let made = files::made(Lang::Id, &sample::page()).unwrap();
    let names: Vec<&str> = made.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "report-2026-11-26.json",
            "report-2026-11-26.csv",
            "report-2026-11-26.xlsx",
            "report-2026-11-26.html",
            "latest.html"
        ]
    );
    assert_eq!(made[3].1, made[4].1);
    for (sheet, heading, rows) in [
        ("figures", "Angka", Figure::ALL.len()),
        ("days", "Tanggal", 57),
        ("classes", "Kelas", 12),
        ("surveys", "Survei", 2),
        ("attention", "Apa", 5),
    ] {
        let input = Input::bytes(made[2].1.clone());
        let mut book = Rows::open(input, Kind::Xlsx, Some(sheet)).unwrap();
        let mut cells = Vec::new();
        while let Some(row) = book.next_row().unwrap() {
            cells.push(row.cells);
        }
        let heads = cells.iter().position(|row| row[0] == heading).unwrap();
        assert_eq!(cells.len() - heads - 1, rows, "{sheet}");
    }
}
