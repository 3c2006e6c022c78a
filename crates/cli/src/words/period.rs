//! Spans of days.

crate::words! {
    from { id: "Hari pertama; tanpa ini, awal tahun", en: "First day; without it, the beginning of the year" }
    to { id: "Hari terakhir; tanpa ini, hari ini", en: "Last day; without it, today" }
    year { id: "Setahun penuh, misalnya 2026", en: "A whole year, such as 2026" }
    quarter { id: "Satu triwulan, misalnya 2026-Q3", en: "A quarter, such as 2026-Q3" }
    month { id: "Satu bulan, misalnya 2026-10", en: "A month, such as 2026-10" }
    day_value { id: "HARI", en: "DAY" }
    year_value { id: "TAHUN", en: "YEAR" }
    quarter_value { id: "TRIWULAN", en: "QUARTER" }
    month_value { id: "BULAN", en: "MONTH" }
    not_a_year(typed) { id: "`{typed}` bukan tahun.", en: "`{typed}` is no year." }
    write_year { id: "tulis tahunnya dengan empat angka: `--year 2026`", en: "write the year with four digits: `--year 2026`" }
    not_a_quarter(typed) { id: "`{typed}` bukan triwulan.", en: "`{typed}` is no quarter." }
    write_quarter { id: "tulis triwulannya `--quarter 2026-Q3`", en: "write the quarter as `--quarter 2026-Q3`" }
    not_a_month(typed) { id: "`{typed}` bukan bulan.", en: "`{typed}` is no month." }
    write_month { id: "tulis bulannya `--month 2026-10`", en: "write the month as `--month 2026-10`" }
    backwards { id: "Hari terakhir mendahului hari pertama.", en: "The last day comes before the first." }
    not_yet(day) {
        id: "Masa itu belum mulai: hari pertamanya {day}.",
        en: "That period has not begun: its first day is {day}.",
    }
    one_day(day) { id: "{day}", en: "{day}" }
    days(first, last) { id: "{first} sampai {last}", en: "{first} to {last}" }
}
