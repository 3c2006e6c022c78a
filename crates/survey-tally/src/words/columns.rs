//! What is said of files of answers: their columns, what was dropped, what was rejected.

use pustaka_cli::Lang;

pustaka_cli::words! {
    none(file) {
        id: "{file}: tidak ada baris judul yang cocok dengan instrumen ini.",
        en: "{file}: no row looks like the header of this instrument.",
    }
    none_hint {
        id: "sebut kolomnya dengan --map KUNCI=JUDUL, atau pilih --instrument lain",
        en: "name the columns with --map KEY=HEADING, or choose another --instrument",
    }
    missing(file, keys) {
        id: "{file}: unsur ini belum ada kolomnya: {keys}.",
        en: "{file}: these elements have no column: {keys}.",
    }
    unread_are(headings) { id: "Kolom yang belum dikenali: {headings}", en: "Columns that mean nothing yet: {headings}" }
    missing_hint(key) {
        id: "sebut kolomnya dengan --map '{key}=JUDUL'; bila memang tidak ditanyakan: --map '{key}=-'",
        en: "name its column with --map '{key}=HEADING'; if it was not asked: --map '{key}=-'",
    }
    twice(file, key, first, second) {
        id: "{file}: kolom `{first}` dan `{second}` sama-sama cocok dengan {key}.",
        en: "{file}: the columns `{first}` and `{second}` both fit {key}.",
    }
    twice_hint(key) { id: "pilih satu dengan --map '{key}=JUDUL'", en: "choose one with --map '{key}=HEADING'" }
    number(file, heading) {
        id: "{file}: kolom `{heading}` hanya bernomor, dan nomor itu dipakai untuk unsur yang berbeda.",
        en: "{file}: the column `{heading}` is a number alone, which questionnaires use for different elements.",
    }
    number_hint(orders) {
        id: "sebut urutannya dengan --order: {orders}",
        en: "name the order with --order: {orders}",
    }
    key(file, key) { id: "{file}: instrumen tidak punya `{key}`.", en: "{file}: the instrument has no `{key}`." }
    keys_are(keys) { id: "Kuncinya: {keys}", en: "Its keys: {keys}" }
    heading(file, heading) { id: "{file}: tidak ada kolom `{heading}`.", en: "{file}: there is no column `{heading}`." }
    personal(file, heading) {
        id: "{file}: kolom `{heading}` menyebut orang dan tidak dibaca.",
        en: "{file}: the column `{heading}` names a person and is not read.",
    }
    personal_hint { id: "jawaban survei bersifat anonim", en: "answers to a survey are anonymous" }

    outside_scale(found) { id: "`{found}` bukan nilai dari skala.", en: "`{found}` is no score of the scale." }
    unknown(found) { id: "`{found}` bukan jawaban dari pertanyaan ini.", en: "`{found}` is no answer to this question." }
    contradiction(found) {
        id: "Angka dan kata pada `{found}` berbeda artinya.",
        en: "Number and word of `{found}` do not mean the same.",
    }
    no_number(found) { id: "`{found}` bukan bilangan bulat.", en: "`{found}` is no whole number." }
    no_day(found) { id: "`{found}` bukan tanggal.", en: "`{found}` is no day." }
    no_respondent { id: "Nomor responden kosong.", en: "The respondent's number is missing." }
    no_element(found) { id: "`{found}` bukan unsur instrumen.", en: "`{found}` is no element of the instrument." }
    answered_twice(found) {
        id: "Responden ini sudah menjawab unsur itu dengan nilai lain; di sini `{found}`.",
        en: "This respondent answered the element with another score before; here `{found}`.",
    }
    also(cells) { id: "Juga salah di baris ini: {cells}.", en: "Also wrong in this row: {cells}." }

    stored(file, batch, survey, count) {
        id: "{file} masuk ke survei {survey} sebagai kumpulan {batch}; jawaban baru: {count}.",
        en: "{file} came into survey {survey} as batch {batch}; new answers: {count}.",
    }
    would_store(file, survey, count) {
        id: "{file} akan masuk ke survei {survey}; jawaban baru: {count}. Belum ada yang disimpan.",
        en: "{file} would come into survey {survey}; new answers: {count}. Nothing is stored yet.",
    }
    nothing_new(file) { id: "{file}: tidak ada jawaban baru.", en: "{file}: no new answers." }
    refused(file) { id: "{file}: tidak ada yang disimpan.", en: "{file}: nothing was stored." }
    if_wrong(batch) {
        id: "Bila salah: `survey-tally undo {batch}`.",
        en: "If it was wrong: `survey-tally undo {batch}`.",
    }
    next(survey) { id: "Berikutnya: `survey-tally show {survey}`.", en: "Next: `survey-tally show {survey}`." }
    dropped(columns) {
        id: "Kolom yang menyebut orang dibuang dan tidak disimpan: {columns}.",
        en: "Columns that name people were dropped and are not stored: {columns}.",
    }
    count_heading { id: "Hitungan", en: "Count" }
    number_heading { id: "Banyaknya", en: "Number" }
    records { id: "Baris dibaca", en: "Rows read" }
    blank { id: "Baris kosong", en: "Blank rows" }
    imported { id: "Jawaban baru", en: "New answers" }
    unchanged { id: "Sudah ada", en: "There already" }
    outside { id: "Di luar periode survei", en: "Outside the period" }
    empty { id: "Tanpa satu pun jawaban", en: "Without any answer" }
    rejected { id: "Ditolak", en: "Rejected" }
    comments { id: "Komentar", en: "Comments" }
    covered { id: "Komentar yang nomor atau alamatnya ditutup", en: "Comments with a number or address covered" }
    column { id: "Kolom", en: "Column" }
    heading_heading { id: "Judul", en: "Heading" }
    taken_for { id: "Dibaca sebagai", en: "Taken for" }
    columns { id: "Kolom", en: "Columns" }
    is_dropped { id: "dibuang (menyebut orang)", en: "dropped (names a person)" }
    is_respondent { id: "nomor responden", en: "respondent's number" }
    is_asked { id: "unsur yang ditanyakan", en: "element asked" }
    is_answered { id: "jawaban", en: "answer" }
}

/// Why a cell was rejected.
pub(crate) fn cell(lang: Lang, code: &str, found: &str) -> String {
    match code {
        "answer.outside-scale" => outside_scale(lang, found),
        "answer.contradiction" => contradiction(lang, found),
        "answer.no-number" => no_number(lang, found),
        "answer.no-day" => no_day(lang, found),
        "answer.no-respondent" => no_respondent(lang).to_owned(),
        "answer.no-element" => no_element(lang, found),
        "answer.twice" => answered_twice(lang, found),
        _ => unknown(lang, found),
    }
}
