//! Two surveys of the nine elements, a year apart, and the plan that follows the first.

use jiff::civil::{Date, date};
use pustaka_core::surveys::NewSurvey;
use pustaka_core::surveys::figures::Weight;
use pustaka_core::surveys::follow_up::NewFollowUp;
use pustaka_core::surveys::instrument::shipped;

use super::{Plan, What};

const ELEMENTS: [&str; 9] = [
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarana",
];
const COMMENTS: &[&str] = &[
    "Koleksi novel perlu ditambah.",
    "Petugas ramah, terima kasih.",
    "Wifi sering putus.",
    "AC di ruang baca kurang dingin.",
    "Jam buka hari Sabtu diperpanjang.",
];

pub(super) fn plan(plan: &mut Plan) {
    ask(plan, "2025-s2", (date(2025, 10, 6), date(2025, 11, 29)), 62);
    ask(plan, "2026-s2", (date(2026, 9, 7), date(2026, 10, 31)), 70);
    let lines = [
        ("sarana", "Memasang titik akses kedua", date(2026, 2, 27)),
        ("waktu", "Membuka loket pengembalian mandiri", date(2026, 4, 30)),
        (
            "pengaduan",
            "Menempel alur pengaduan di meja layanan",
            date(2026, 1, 16),
        ),
        ("produk", "Menambah koleksi novel", date(2026, 9, 30)),
        ("biaya", "Menempel tarif denda", date(2026, 12, 18)),
    ];
    for (number, (element, action, due)) in (0_i8..).zip(lines) {
        let new = NewFollowUp {
            survey: "2025-s2".to_owned(),
            element: Some(element.to_owned()),
            comment: None,
            action: action.to_owned(),
            owner: "Layanan".to_owned(),
            due,
        };
        let at = date(2025, 12, 4).at(13, 10 + number, 0, 0);
        plan.add(at, What::FollowUp(Box::new(new)));
    }
    for (number, day) in [(3, date(2026, 1, 14)), (1, date(2026, 3, 5)), (2, date(2026, 5, 6))] {
        plan.add(day.at(13, 20, 0, 0), What::FollowedUp(number, "Selesai"));
    }
}

/// A survey: every week some answers come in. So many of a hundred answers are good or very good.
fn ask(plan: &mut Plan, key: &str, (opens, closes): (Date, Date), good: usize) {
    let Some(instrument) = shipped("skm-2017") else {
        return;
    };
    let new = NewSurvey {
        key: key.to_owned(),
        name: format!("SKM {key}"),
        instrument,
        order: None,
        unit: "Perpustakaan Umum Kota Kediri".to_owned(),
        service: None,
        opens,
        closes,
        weight: Weight::default(),
        population: Some(4_000),
    };
    let begins = plan.open_after(opens, 0);
    plan.add(begins.at(8, 15, 0, 0), What::Survey(Box::new(new)));
    let days = plan.open_days();
    let days: Vec<Date> = days.into_iter().filter(|day| (opens..=closes).contains(day)).collect();
    for week in days.chunk_by(|one, other| one.iso_week_date().week() == other.iso_week_date().week()) {
        let mut rows = vec![headings()];
        for day in week {
            for _ in 0..1 + plan.random.below(3) {
                rows.push(answer(plan, *day, good));
            }
        }
        let last = week[week.len() - 1];
        let file = format!("jawaban-{last}.csv");
        let at = last.at(11, 30, 0, 0);
        plan.add(at, What::Answers(key.to_owned(), file, rows));
    }
}

fn headings() -> Vec<String> {
    let about = ["Tanggal", "Jenis Kelamin", "Usia", "Pendidikan", "Pekerjaan"];
    let all = about.into_iter().chain(ELEMENTS).chain(["Saran"]);
    all.map(str::to_owned).collect()
}

fn answer(plan: &mut Plan, day: Date, good: usize) -> Vec<String> {
    let random = &mut plan.random;
    let mut cells = vec![
        day.to_string(),
        random.one_of(&["P", "P", "L"]).to_owned(),
        (13 + random.below(55)).to_string(),
        random.one_of(&["SMP", "SMA", "SMA", "S1"]).to_owned(),
        random.one_of(&["Pelajar", "Swasta", "PNS", "Wirausaha"]).to_owned(),
    ];
    for element in ELEMENTS {
        // The rooms are what readers like least.
        let good = if element == "sarana" { good - 25 } else { good };
        let score = match random.percent(good) {
            true => 3 + random.below(2),
            false => 2 + random.below(2),
        };
        // Some leave something out.
        let blank = random.percent(2);
        cells.push(if blank { String::new() } else { score.to_string() });
    }
    let speaks = random.percent(12);
    cells.push(if speaks {
        random.one_of(COMMENTS).to_owned()
    } else {
        String::new()
    });
    cells
}
