//! What the tool says of surveys and their results.

pustaka_cli::words! {
    survey { id: "Survei", en: "Survey" }
    name { id: "Nama", en: "Name" }
    instrument { id: "Instrumen", en: "Instrument" }
    unit { id: "Unit", en: "Unit" }
    from { id: "Mulai", en: "From" }
    to { id: "Sampai", en: "To" }
    respondents { id: "Responden", en: "Respondents" }
    index { id: "IKM", en: "IKM" }
    class { id: "Mutu", en: "Class" }
    made(survey, instrument) {
        id: "Survei {survey} dibuat dengan instrumen {instrument}.",
        en: "Survey {survey} was made with the instrument {instrument}.",
    }
    would_make(survey, instrument) {
        id: "Survei {survey} akan dibuat dengan instrumen {instrument}.",
        en: "Survey {survey} would be made with the instrument {instrument}.",
    }
    made_next(survey) {
        id: "Berikutnya: `survey-tally import {survey} BERKAS`",
        en: "Next: `survey-tally import {survey} FILE`",
    }
    no_surveys { id: "Belum ada survei.", en: "There are no surveys yet." }
    new_hint(survey) {
        id: "buat dengan `survey-tally new {survey}`, atau tambahkan `--new` pada import",
        en: "make it with `survey-tally new {survey}`, or add `--new` to the import",
    }
    period_needed(survey) {
        id: "Dari nama `{survey}` tidak dapat diketahui periodenya.",
        en: "The period can't be told from the name `{survey}`.",
    }
    period_needed_hint {
        id: "beri --from dan --to, atau nama seperti 2026-q3, 2026-s2, 2026-09, 2026",
        en: "give --from and --to, or a name like 2026-q3, 2026-s2, 2026-09, 2026",
    }
    weight_bad(typed) { id: "`{typed}` bukan nilai penimbang.", en: "`{typed}` is no weight." }
    weight_hint { id: "contoh: 0.11, 0.111, 1/9", en: "for example 0.11, 0.111, 1/9" }
    population_bad(typed) { id: "`{typed}` bukan jumlah orang.", en: "`{typed}` is no number of people." }
    number_bad(typed) { id: "`{typed}` bukan nomor.", en: "`{typed}` is no number." }
    default_unit { id: "Perpustakaan", en: "Library" }

    element { id: "Unsur", en: "Element" }
    key { id: "Kunci", en: "Key" }
    answers { id: "Jawaban", en: "Answers" }
    sum { id: "Jumlah", en: "Sum" }
    mean { id: "NRR", en: "Mean" }
    score { id: "Nilai (dari 100)", en: "Of 100" }
    group { id: "Kelompok", en: "Group" }
    interval { id: "Selang 95 %", en: "95 % interval" }
    question { id: "Pertanyaan", en: "Question" }
    answer { id: "Jawaban", en: "Answer" }
    count { id: "Banyaknya", en: "Count" }
    share { id: "%", en: "%" }
    headline(survey, index, class, words) {
        id: "{survey}: IKM {index}, mutu {class} ({words})",
        en: "{survey}: IKM {index}, class {class} ({words})",
    }
    headline_plain(survey, index) { id: "{survey}: indeks {index}", en: "{survey}: index {index}" }
    headline_none(survey) { id: "{survey}: belum ada jawaban", en: "{survey}: no answers yet" }
    headline_answers(survey, count) { id: "{survey}: {count} responden", en: "{survey}: {count} respondents" }
    bands_weight(bands, weight) {
        id: "Mutu menurut {bands}, nilai penimbang {weight}.",
        en: "Classes after {bands}, weight {weight}.",
    }
    counts(respondents, rejected) {
        id: "Responden: {respondents}; baris yang ditolak: {rejected}.",
        en: "Respondents: {respondents}; rejected rows: {rejected}.",
    }
    lowest(elements) { id: "Benahi lebih dulu: {elements}.", en: "Mend first: {elements}." }
    unanswered_elements(count) {
        id: "Unsur tanpa jawaban: {count}; indeks dihitung dari unsur yang terisi.",
        en: "Elements without an answer: {count}; the index is of those that were answered.",
    }
    hidden { id: "disembunyikan", en: "hidden" }
    hidden_why {
        id: "Kelompok kurang dari 5 responden disembunyikan, bersama kelompok terkecil lain bila perlu, agar tidak dapat \
             dihitung dari selisihnya.",
        en: "Groups of fewer than 5 respondents are hidden, with the next smallest where needed, so that none can be worked \
             out by subtraction.",
    }
    by(name) { id: "Menurut {name}", en: "By {name}" }
    month { id: "bulan", en: "month" }
    weight_other(weight) {
        id: "Perhatian: dihitung dengan nilai penimbang {weight}, bukan 1/k.",
        en: "Mind: computed with the weight {weight}, not 1/k.",
    }
    nothing_to_show(survey) { id: "Survei {survey} belum punya jawaban.", en: "Survey {survey} has no answers yet." }
    nothing_hint(survey) {
        id: "masukkan jawabannya dengan `survey-tally import {survey} BERKAS`",
        en: "bring its answers in with `survey-tally import {survey} FILE`",
    }
    no_index(survey) {
        id: "Instrumen survei {survey} tidak punya unsur, jadi tidak ada indeksnya.",
        en: "The instrument of survey {survey} has no elements, so there is no index.",
    }
    too_few(count) {
        id: "Dengan {count} responden, tidak ada yang boleh dipublikasikan: orangnya dapat dikenali.",
        en: "With {count} respondents nothing may be published: people could be recognised.",
    }
    too_few_hint { id: "kumpulkan sedikitnya 5 jawaban", en: "collect at least 5 answers" }
    no_such_form(endings) { id: "Ini hanya ditulis sebagai {endings}.", en: "This is written as {endings} only." }
    form_hint(ending) { id: "pakai -o NAMA.{ending}", en: "use -o NAME.{ending}" }
    written(file) { id: "Ditulis: {file}", en: "Written: {file}" }
    folder_bad(folder) { id: "Folder {folder} tidak dapat dibuat.", en: "The folder {folder} can't be made." }
    file { id: "Berkas", en: "File" }

    batch { id: "No.", en: "No." }
    at { id: "Waktu", en: "At" }
    staff { id: "Petugas", en: "Staff" }
    rejected { id: "Ditolak", en: "Rejected" }
    undone { id: "Dibatalkan", en: "Undone" }
    no_batches { id: "Belum ada jawaban yang dimasukkan.", en: "No answers were brought in yet." }
    undo_done(batch, count) {
        id: "Kumpulan jawaban {batch} dibatalkan; jawaban yang dikeluarkan: {count}.",
        en: "Batch {batch} was undone; answers taken out: {count}.",
    }
    undo_would(batch, count) {
        id: "Kumpulan jawaban {batch} akan dibatalkan; jawaban yang dikeluarkan: {count}.",
        en: "Batch {batch} would be undone; answers taken out: {count}.",
    }

    sample_size(population, size) {
        id: "Untuk {population} pengguna layanan diperlukan {size} responden (Krejcie-Morgan).",
        en: "For {population} people served, {size} respondents are needed (Krejcie-Morgan).",
    }
    sample_printed(size) {
        id: "Tabel pada lampiran PermenPANRB 14/2017 mencetak {size}.",
        en: "The table in the annex of PermenPANRB 14/2017 prints {size}.",
    }
    sample_from_loans(from, to, loans, readers) {
        id: "Menurut catatan {from} s/d {to}: {loans} peminjaman, sedikitnya {readers} peminjam. Kunjungan tanpa \
             peminjaman belum termasuk; bila ada buku tamu, pakai angkanya.",
        en: "By the records of {from} to {to}: {loans} loans, at least {readers} readers. Visits without a loan are not in \
             it; where there is a visitors' book, use its figure.",
    }
    sample_none { id: "Tidak ada peminjaman pada periode itu.", en: "There were no loans in that period." }
    sample_hint { id: "beri jumlahnya: `survey-tally sample 1615`", en: "give the number: `survey-tally sample 1615`" }
    population { id: "Pengguna layanan", en: "People served" }
    size { id: "Responden yang diperlukan", en: "Respondents needed" }
    printed { id: "Tabel tercetak", en: "Printed table" }

    number { id: "No.", en: "No." }
    comment { id: "Komentar", en: "Comment" }
    elements { id: "Unsur", en: "Elements" }
    tags { id: "Tanda", en: "Tags" }
    words_of { id: "Kata", en: "Words" }
    no_comments { id: "Tidak ada komentar.", en: "There are no comments." }
    tagged(number, tags) { id: "Komentar {number} bertanda: {tags}.", en: "Comment {number} has the tags: {tags}." }
    no_tags { id: "tanpa tanda", en: "none" }
    word { id: "Kata", en: "Word" }
    standing { id: "Asal", en: "From" }
    word_set(word, element) { id: "Kata `{word}` sekarang untuk unsur {element}.", en: "The word `{word}` speaks of {element} now." }
    word_out(word) { id: "Kata `{word}` dikeluarkan dari daftar.", en: "The word `{word}` was taken out." }

    action { id: "Tindakan", en: "Action" }
    owner { id: "Penanggung jawab", en: "Owner" }
    due { id: "Batas waktu", en: "Due" }
    state { id: "Keadaan", en: "State" }
    outcome { id: "Hasil", en: "Outcome" }
    state_open { id: "berjalan", en: "open" }
    state_overdue { id: "terlambat", en: "overdue" }
    state_done { id: "selesai", en: "done" }
    state_dropped { id: "dihentikan", en: "dropped" }
    no_plan { id: "Belum ada rencana tindak lanjut.", en: "There is no plan yet." }
    nothing_overdue { id: "Tidak ada yang terlambat.", en: "Nothing is overdue." }
    follow_up_added(number) { id: "Tindak lanjut {number} dicatat.", en: "Follow-up {number} was written down." }
    follow_up_would_add { id: "Tindak lanjut akan dicatat.", en: "The follow-up would be written down." }
    follow_up_moved(number, day) { id: "Tindak lanjut {number} sekarang sampai {day}.", en: "Follow-up {number} is now due on {day}." }
    follow_up_would_move(number, day) { id: "Tindak lanjut {number} akan ditetapkan sampai {day}.", en: "Follow-up {number} would be due on {day}." }
    follow_up_ended(number) { id: "Tindak lanjut {number} ditutup.", en: "Follow-up {number} was ended." }
    follow_up_would_end(number) { id: "Tindak lanjut {number} akan ditutup.", en: "Follow-up {number} would be ended." }
    planned { id: "Sudah direncanakan", en: "Planned" }
    comments { id: "Komentar", en: "Comments" }
    propose_next(survey) {
        id: "Catat dengan `survey-tally follow-up add {survey} --element … --action … --owner … --due …`",
        en: "Write it down with `survey-tally follow-up add {survey} --element … --action … --owner … --due …`",
    }

    instrument_bad(file) { id: "Instrumen {file} tidak dapat dipakai.", en: "The instrument {file} can't be used." }
    instrument_hint {
        id: "mulailah dari contoh: `survey-tally instruments skm-2017 -o milik-sendiri.toml`",
        en: "begin with an example: `survey-tally instruments skm-2017 -o own.toml`",
    }
    rule { id: "Aturan", en: "Rule" }
    questions { id: "Pertanyaan lain", en: "Other questions" }
    kind { id: "Jenis", en: "Kind" }
    asked { id: "Yang ditanyakan", en: "What is asked" }
    index_kind { id: "unsur", en: "element" }
}

/// What is wrong with an instrument.
pub(crate) fn problem(lang: pustaka_cli::Lang, code: &str, place: &str) -> String {
    match code {
        "instrument.toml" => problem_toml(lang, place),
        "instrument.key" => problem_key(lang, place),
        "instrument.twice" => problem_twice(lang, place),
        "instrument.scale" => problem_scale(lang, place),
        "instrument.answers" => problem_answers(lang, place),
        "instrument.choices" => problem_choices(lang, place),
        "instrument.label-twice" => problem_label(lang, place),
        "instrument.order" => problem_order(lang, place),
        "instrument.bands" => problem_bands(lang, place),
        "instrument.nothing" => problem_nothing(lang, place),
        _ => problem_long(lang, place),
    }
}

pustaka_cli::words! {
    problem_toml(place) { id: "Berkas TOML salah: {place}", en: "The TOML is wrong: {place}" }
    problem_key(place) {
        id: "Kunci `{place}` harus terdiri dari huruf kecil, angka, dan tanda hubung.",
        en: "The key `{place}` must be of small letters, figures and hyphens.",
    }
    problem_twice(place) { id: "Kunci `{place}` dipakai dua kali.", en: "The key `{place}` is used twice." }
    problem_scale(place) {
        id: "Skala `{place}`: nilai tertinggi harus 2 sampai 10.",
        en: "Scale `{place}`: the highest score must be 2 to 10.",
    }
    problem_answers(place) {
        id: "`{place}`: setiap nilai dari 1 sampai yang tertinggi memerlukan satu jawaban.",
        en: "`{place}`: each score from 1 to the highest needs one answer.",
    }
    problem_choices(place) {
        id: "`{place}` memerlukan pilihan dengan kunci yang berbeda.",
        en: "`{place}` needs choices with different keys.",
    }
    problem_label(place) { id: "Satu kata berarti dua jawaban: {place}", en: "One word means two answers: {place}" }
    problem_order(place) {
        id: "Urutan `{place}` harus menyebut setiap unsur satu kali.",
        en: "The order `{place}` must name each element once.",
    }
    problem_bands(place) { id: "Tabel mutu `{place}` tidak urut.", en: "The classes of `{place}` do not rise." }
    problem_nothing(place) { id: "`{place}` tidak menanyakan apa-apa.", en: "`{place}` asks nothing." }
    problem_long(place) { id: "`{place}` terlalu panjang.", en: "`{place}` is too long." }
}
