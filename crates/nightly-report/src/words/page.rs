//! What stands on the page of a day, and on its table in the terminal.

pustaka_cli::words! {
    report_of(library, day) { id: "{library}: laporan {day}", en: "{library}: report of {day}" }
    library { id: "Perpustakaan", en: "Library" }
    weekday_and_day(weekday, day) { id: "{weekday}, {day}", en: "{weekday}, {day}" }
    compared(month, before, year) {
        id: "Bulan ini: {month}. Dibandingkan dengan {before} dan {year}.",
        en: "The month so far: {month}. Compared with {before} and {year}.",
    }
    jump { id: "Isi halaman", en: "On this page" }

    needs_a_person { id: "Yang perlu ditangani hari ini", en: "What needs a person today" }
    nobody_needed { id: "Tidak ada yang menunggu ditangani.", en: "Nothing waits for anybody." }
    key_figures { id: "Angka kunci", en: "Key figures" }
    all_figures { id: "Semua angka", en: "All figures" }
    by_class { id: "Peminjaman menurut kelas", en: "Loans by class" }
    surveys { id: "Survei kepuasan", en: "Surveys" }
    no_survey { id: "Belum ada survei yang dapat dipublikasikan.", en: "There is no survey that may be published yet." }
    definitions { id: "Definisi dan perintah", en: "Definitions and commands" }
    definitions_lead {
        id: "Apa yang dihitung setiap angka, dan perintah yang menampilkan baris-barisnya untuk bulan ini.",
        en: "What each figure counts, and the command that shows its rows for the month so far.",
    }
    source(source) { id: "Sumber: {source}.", en: "Source: {source}." }
    definition { id: "definisi", en: "definition" }
    comparisons { id: "Pembandingan", en: "Comparisons" }
    back_up { id: "Kembali ke atas", en: "Back to the top" }

    in_part(value) { id: "{value}, tidak semua hari tercatat", en: "{value}, not every day recorded" }
    partial_legend(sign) { id: "{sign} tidak semua hari tercatat; tidak diperbandingkan.", en: "{sign} not every day is recorded; not compared." }
    unknown_legend(sign) { id: "{sign} belum tercatat.", en: "{sign} not recorded." }
    not_recorded { id: "belum tercatat", en: "not recorded" }
    so_far(span) { id: "{span}", en: "{span}" }
    at_end_of_day { id: "pada akhir hari", en: "at the end of the day" }
    on_the_day(weekday, value) { id: "{weekday}: {value}", en: "{weekday}: {value}" }

    up_percent(percent, span, before) { id: "naik {percent} % dari {span} ({before})", en: "up {percent} % on {span} ({before})" }
    down_percent(percent, span, before) { id: "turun {percent} % dari {span} ({before})", en: "down {percent} % on {span} ({before})" }
    up_little(span, before) { id: "naik kurang dari 1 % dari {span} ({before})", en: "up less than 1 % on {span} ({before})" }
    down_little(span, before) { id: "turun kurang dari 1 % dari {span} ({before})", en: "down less than 1 % on {span} ({before})" }
    up_by(by, span, before) { id: "naik {by} dari {span} ({before})", en: "up {by} on {span} ({before})" }
    down_by(by, span, before) { id: "turun {by} dari {span} ({before})", en: "down {by} on {span} ({before})" }
    same_as(span, before) { id: "sama dengan {span} ({before})", en: "as {span} ({before})" }
    not_comparable(span, before) { id: "{span}: {before}", en: "{span}: {before}" }

    up_percent_short(percent) { id: "naik {percent} %", en: "up {percent} %" }
    down_percent_short(percent) { id: "turun {percent} %", en: "down {percent} %" }
    up_little_short { id: "naik < 1 %", en: "up < 1 %" }
    down_little_short { id: "turun < 1 %", en: "down < 1 %" }
    up_by_short(by) { id: "naik {by}", en: "up {by}" }
    down_by_short(by) { id: "turun {by}", en: "down {by}" }
    same_short { id: "sama", en: "the same" }

    list { id: "Bagian", en: "List" }
    key { id: "Kode", en: "Key" }
    measure { id: "Nilai yang mana", en: "Measure" }
    from { id: "Dari", en: "From" }
    to { id: "Sampai", en: "To" }
    value { id: "Nilai", en: "Value" }
    recorded { id: "Tercatat", en: "Recorded" }
    partly { id: "Tercatat sebagian", en: "Recorded in part" }
    figure { id: "Angka", en: "Figure" }
    name { id: "Nama", en: "Name" }
    section { id: "Kelompok", en: "Group" }
    unit { id: "Satuan", en: "Unit" }
    day { id: "Hari itu", en: "That day" }
    month { id: "Bulan ini", en: "Month so far" }
    month_before { id: "Bulan lalu", en: "Month before" }
    year_before { id: "Tahun lalu", en: "Year before" }
    day_by_day { id: "Hari demi hari", en: "Day by day" }
    date { id: "Tanggal", en: "Date" }
    class { id: "Kelas", en: "Class" }
    total { id: "Jumlah", en: "Total" }
    class_legend(month, before) { id: "Batang: {month}. Garis tegak: {before}.", en: "Bar: {month}. Upright line: {before}." }
    class_figures(class, month, span, before) {
        id: "Kelas {class}: {month} bulan ini, {before} pada {span}",
        en: "Class {class}: {month} in the month so far, {before} in {span}",
    }

    days_of(figure) { id: "{figure} per hari", en: "{figure} by day" }
    days_said(first, last, most, most_day, latest) {
        id: "Dari {first} sampai {last}. Tertinggi {most} pada {most_day}; terakhir {latest}.",
        en: "From {first} to {last}. Most: {most} on {most_day}; last: {latest}.",
    }
    days_unknown { id: "Belum ada hari yang tercatat.", en: "No day is recorded yet." }
    days_missing(count) { id: "Hari yang belum tercatat: {count}.", en: "Days not recorded: {count}." }
    highest(value, day) { id: "tertinggi {value}, {day}", en: "highest {value}, {day}" }

    survey_of(respondents, closes) { id: "{respondents} responden, sampai {closes}", en: "{respondents} respondents, to {closes}" }
    index { id: "Indeks", en: "Index" }
    survey_class(class) { id: "mutu {class}", en: "class {class}" }
    interval(low, high) { id: "Selang 95 %: {low} sampai {high}.", en: "95 % interval: {low} to {high}." }
    no_interval { id: "Respondennya terlalu sedikit untuk selang 95 %.", en: "Too few answered for a 95 % interval." }
    index_up(before) { id: "naik dari {before}", en: "up from {before}" }
    index_down(before) { id: "turun dari {before}", en: "down from {before}" }
    index_same(before) { id: "sama dengan sebelumnya ({before})", en: "as before ({before})" }
    index_first { id: "survei pertama dengan instrumen ini", en: "the first with this instrument" }
    range_said(low, high) { id: "Indeks pada bagian skala {low} sampai {high}", en: "The index on the part of the scale from {low} to {high}" }
    sign_of_index { id: "◆ indeks", en: "◆ index" }
    sign_of_interval { id: "├─┤ selang 95 %", en: "├─┤ 95 % interval" }
    sign_of_before { id: "○ survei sebelumnya", en: "○ the survey before" }
    survey { id: "Survei", en: "Survey" }
    closes { id: "Hari terakhir", en: "Last day" }
    respondents { id: "Responden", en: "Respondents" }
    interval_low { id: "Selang bawah", en: "Interval from" }
    interval_high { id: "Selang atas", en: "Interval to" }
    index_before { id: "Indeks sebelumnya", en: "Index before" }

    what { id: "Apa", en: "What" }
    count { id: "Banyaknya", en: "Count" }
    command { id: "Perintah", en: "Command" }
    what_to_do { id: "Yang dilakukan", en: "What to do" }
    definitions_in(command) { id: "Definisi setiap angka: `{command}`.", en: "What each figure counts: `{command}`." }
    change { id: "Perubahan", en: "Change" }
    interval_short { id: "Selang 95 %", en: "95 % interval" }
    not_made { id: "Buku kerja laporan tidak dapat dibuat.", en: "The workbook of the report can't be made." }

    no_night { id: "Belum ada hari yang ditutup.", en: "No day is closed yet." }
    no_night_hint { id: "tutup hari kemarin dengan `nightly-report run`", en: "close yesterday with `nightly-report run`" }
    not_closed(day) { id: "{day} belum ditutup.", en: "{day} is not closed." }
    not_over { id: "Hari itu belum berakhir.", en: "That day is not over." }
    last_closed(day) { id: "Hari terakhir yang ditutup: {day}.", en: "The last day that is closed: {day}." }
    first_closed(day) { id: "Catatan perpustakaan ini dimulai {day}.", en: "The records of this library begin on {day}." }
    not_closed_hint(day) { id: "tutup dengan `nightly-report run --date {day}`", en: "close it with `nightly-report run --date {day}`" }
}
