//! What stands on paper: poster, summary, questionnaire, annex.

pustaka_cli::words! {
    index_title { id: "INDEKS KEPUASAN MASYARAKAT (IKM)", en: "PUBLIC SATISFACTION INDEX (IKM)" }
    page_title(unit, period) { id: "IKM {unit}, {period}", en: "IKM of {unit}, {period}" }
    value { id: "NILAI IKM", en: "IKM VALUE" }
    class_is(class, words) { id: "{class} — {words}", en: "{class} — {words}" }
    service { id: "Nama layanan", en: "Service" }
    all_services { id: "Semua layanan", en: "All services" }
    respondents { id: "Responden", en: "Respondents" }
    people(count) { id: "Jumlah: {count} orang", en: "Number: {count} people" }
    few { id: "*", en: "*" }
    other { id: "Lainnya", en: "Other" }
    unanswered { id: "Tidak diisi", en: "Not answered" }
    survey_period { id: "Periode survei", en: "Period of the survey" }
    period_of(from, to) { id: "{from} s/d {to}", en: "{from} to {to}" }
    elements { id: "Nilai setiap unsur", en: "Each element" }
    bands(name) { id: "Mutu pelayanan menurut {name}", en: "Quality of service after {name}" }
    thanks {
        id: "Terima kasih atas penilaian yang telah Anda berikan",
        en: "Thank you for your judgement",
    }
    thanks_more {
        id: "Masukan Anda sangat bermanfaat untuk kemajuan unit kami agar terus memperbaiki dan meningkatkan kualitas \
             pelayanan bagi masyarakat",
        en: "What you told us helps our unit to go on mending and improving its service to the public",
    }
    method(weight) {
        id: "Dihitung dari semua responden dengan nilai penimbang {weight}. * = tidak ditampilkan agar responden tidak \
             dapat dikenali (kelompok kurang dari 5 orang).",
        en: "Computed over all respondents with the weight {weight}. * = not shown, so that nobody is recognised (a group \
             of fewer than 5).",
    }
    signed_on(place, day) { id: "{place}, {day}", en: "{place}, {day}" }

    summary { id: "Ringkasan untuk pimpinan", en: "Summary for the head" }
    summary_index(index, class, words) {
        id: "IKM {index}, mutu {class} ({words}).",
        en: "IKM {index}, class {class} ({words}).",
    }
    between(low, high, margin) {
        id: "Dengan keyakinan 95 % nilai sebenarnya di antara {low} dan {high} (± {margin}).",
        en: "With 95 % confidence the true value lies between {low} and {high} (± {margin}).",
    }
    what_changed { id: "Apa yang berubah", en: "What changed" }
    mend_first { id: "Yang perlu dibenahi lebih dulu", en: "What to mend first" }
    mend(element, score, class, comments) {
        id: "{element}: {score} ({class}), komentar: {comments}",
        en: "{element}: {score} ({class}), comments: {comments}",
    }
    how_sure { id: "Seberapa dapat dipercaya", en: "How far it can be trusted" }
    enough(respondents, sample, population) {
        id: "Responden {respondents}; untuk {population} pengguna layanan cukup {sample} (Krejcie-Morgan).",
        en: "{respondents} respondents; for {population} people served {sample} are enough (Krejcie-Morgan).",
    }
    too_few(respondents, sample, population) {
        id: "Responden {respondents}, masih kurang: untuk {population} pengguna layanan diperlukan {sample} (Krejcie-Morgan).",
        en: "{respondents} respondents are too few: for {population} people served {sample} are needed (Krejcie-Morgan).",
    }
    population_unknown(respondents) {
        id: "Responden {respondents}. Jumlah pengguna layanan pada periode ini belum dicatat.",
        en: "{respondents} respondents. How many were served in the period is not recorded.",
    }
    alpha_is(alpha) {
        id: "Keandalan kuesioner (alfa Cronbach): {alpha}; 0,7 ke atas dianggap andal.",
        en: "Reliability of the questionnaire (Cronbach's alpha): {alpha}; 0.7 or more counts as reliable.",
    }
    blanks_are(share, straight) {
        id: "Jawaban kosong: {share} %. Responden yang menjawab sama untuk semua unsur: {straight}.",
        en: "Blank answers: {share} %. Respondents who gave one and the same answer throughout: {straight}.",
    }
    plan { id: "Rencana tindak lanjut", en: "Plan" }
    plan_counts(open, overdue, done) {
        id: "Berjalan {open}, terlambat {overdue}, selesai {done}.",
        en: "{open} open, {overdue} overdue, {done} done.",
    }
    no_plan { id: "Belum ada rencana tindak lanjut.", en: "There is no plan yet." }
    plan_action { id: "Tindakan", en: "Action" }
    plan_owner { id: "Penanggung jawab", en: "Owner" }
    plan_due { id: "Batas waktu", en: "Due" }
    plan_state { id: "Keadaan", en: "State" }
    decide { id: "Yang perlu diputuskan", en: "To be decided" }
    decide_plan(elements) {
        id: "Tindak lanjut untuk: {elements}.",
        en: "A follow-up for: {elements}.",
    }
    decide_overdue(count) {
        id: "Tindak lanjut yang terlambat: {count}.",
        en: "Overdue follow-ups: {count}.",
    }
    decide_nothing { id: "Tidak ada yang mendesak.", en: "Nothing is urgent." }
    trend { id: "IKM dari waktu ke waktu", en: "IKM over time" }

    change_up(figure, before) {
        id: "Naik {figure} dari {before}: perubahan nyata, bukan kebetulan.",
        en: "Up {figure} from {before}: a real change, more than chance.",
    }
    change_down(figure, before) {
        id: "Turun {figure} dari {before}: perubahan nyata, bukan kebetulan.",
        en: "Down {figure} from {before}: a real change, more than chance.",
    }
    change_noise(figure, before, margin) {
        id: "Berubah {figure} dari {before}: masih dalam batas kebetulan (± {margin}), jadi anggap tetap.",
        en: "Changed {figure} from {before}: within what chance does (± {margin}), so take it for the same.",
    }
    change_unknown(figure, before) {
        id: "Berubah {figure} dari {before}: responden terlalu sedikit untuk memastikan.",
        en: "Changed {figure} from {before}: too few respondents to tell.",
    }
    change_none {
        id: "Belum ada periode sebelumnya untuk dibandingkan.",
        en: "There is no earlier period to compare with.",
    }

    questionnaire { id: "KUESIONER", en: "QUESTIONNAIRE" }
    instruction {
        id: "Beri tanda silang (✗) pada satu jawaban untuk setiap pertanyaan. Jangan tulis nama Anda: jawaban bersifat \
             anonim.",
        en: "Mark one answer to each question with a cross (✗). Do not write your name: answers are anonymous.",
    }
    about_you { id: "Tentang Anda", en: "About you" }
    about_service { id: "Tentang pelayanan kami", en: "About our service" }
    several { id: "boleh lebih dari satu", en: "more than one may be chosen" }
    thank_you { id: "Terima kasih!", en: "Thank you!" }
    form_single { id: "Pilihan ganda, satu jawaban", en: "Multiple choice, one answer" }
    form_several { id: "Kotak centang, boleh beberapa jawaban", en: "Checkboxes, several answers" }
    form_text { id: "Jawaban paragraf", en: "Paragraph" }
    form_number { id: "Jawaban singkat, angka", en: "Short answer, number" }
    form_privacy {
        id: "Matikan pengumpulan alamat email, dan jangan tanyakan nama atau nomor anggota.",
        en: "Switch off the collection of e-mail addresses, and ask for no name and no member number.",
    }

    annex_title {
        id: "PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN",
        en: "SATISFACTION SURVEY BY RESPONDENT AND BY ELEMENT OF SERVICE",
    }
    annex_respondent { id: "No. Resp.", en: "Resp. no." }
    annex_unit(unit) { id: "Unit pelayanan: {unit}", en: "Unit: {unit}" }
    annex_period(period) { id: "Periode survei: {period}", en: "Period: {period}" }
    annex_respondents(count) { id: "Jumlah responden: {count}", en: "Respondents: {count}" }
    annex_filled { id: "Jumlah jawaban / unsur", en: "Answers / element" }
    annex_sum { id: "ΣNilai / unsur", en: "Sum / element" }
    annex_mean { id: "NRR / unsur", en: "Mean / element" }
    annex_weighted { id: "NRR tertimbang / unsur", en: "Weighted mean / element" }
    annex_index { id: "*) Jumlah NRR tertimbang", en: "*) Sum of weighted means" }
    annex_converted(factor) {
        id: "**) IKM UNIT PELAYANAN (jumlah NRR tertimbang × {factor})",
        en: "**) IKM OF THE UNIT (sum of weighted means × {factor})",
    }
    annex_class { id: "Mutu pelayanan", en: "Class" }
    annex_weight { id: "Nilai penimbang", en: "Weight" }
    annex_elements { id: "Keterangan unsur", en: "The elements" }
    annex_bands(name) { id: "Mutu pelayanan ({name})", en: "Classes ({name})" }
    annex_note {
        id: "NRR = nilai rata-rata dari jawaban yang terisi. Jawaban kosong tidak dihitung. IKM dihitung dari pecahan \
             eksak dan dibulatkan satu kali pada akhir.",
        en: "A mean is taken over the answers that were given; a blank counts for nothing. The IKM is computed from exact \
             fractions and rounded once, at the end.",
    }
}
