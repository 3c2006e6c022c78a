//! What is said of surveys that say no.

crate::words! {
    survey { id: "survei", en: "survey" }
    survey_hint { id: "lihat semuanya dengan `survey-tally list`", en: "see them all with `survey-tally list`" }
    batch { id: "kumpulan jawaban", en: "batch of answers" }
    batches_hint { id: "lihat semuanya dengan `survey-tally batches`", en: "see them all with `survey-tally batches`" }
    instrument { id: "instrumen", en: "instrument" }
    instrument_hint {
        id: "lihat semuanya dengan `survey-tally instruments`",
        en: "see them all with `survey-tally instruments`",
    }
    comment { id: "komentar", en: "comment" }
    comment_hint {
        id: "lihat nomornya dengan `survey-tally comments SURVEI`",
        en: "see their numbers with `survey-tally comments SURVEY`",
    }
    follow_up { id: "rencana tindak lanjut", en: "follow-up" }
    follow_up_hint {
        id: "lihat nomornya dengan `survey-tally follow-up list`",
        en: "see their numbers with `survey-tally follow-up list`",
    }
    element { id: "unsur", en: "element" }
    element_hint {
        id: "lihat kuncinya dengan `survey-tally instruments skm-2017`",
        en: "see their keys with `survey-tally instruments skm-2017`",
    }
    exists(key) { id: "Survei {key} sudah ada.", en: "There is a survey {key} already." }
    exists_hint(key) {
        id: "masukkan jawabannya dengan `survey-tally import {key} BERKAS`, atau pilih nama lain",
        en: "bring in its answers with `survey-tally import {key} FILE`, or choose another name",
    }
    period { id: "Survei berakhir sebelum dimulai.", en: "The survey ends before it begins." }
    period_hint { id: "periksa --from dan --to", en: "look at --from and --to" }
    order(order) { id: "Instrumen tidak mengenal urutan `{order}`.", en: "The instrument has no order `{order}`." }
    order_hint(orders) { id: "urutannya: {orders}", en: "its orders: {orders}" }
    no_order_hint { id: "jangan pakai --order", en: "leave --order out" }
    nothing_stored { id: "Tidak ada yang disimpan.", en: "Nothing was stored." }
    batch_undone(batch) {
        id: "Kumpulan jawaban {batch} sudah dibatalkan.",
        en: "Batch {batch} was undone before.",
    }
    batch_in_use(batch) {
        id: "Kumpulan jawaban {batch} tidak dapat dibatalkan: komentarnya sudah dipakai.",
        en: "Batch {batch} can't be undone: comments of it are used.",
    }
    comments_used(numbers) {
        id: "Komentar ini punya tanda atau tindak lanjut: {numbers}.",
        en: "These comments have a tag or a follow-up: {numbers}.",
    }
    ended(number) { id: "Tindak lanjut {number} sudah selesai.", en: "Follow-up {number} is over already." }
    ended_hint { id: "lihat semuanya dengan `survey-tally follow-up list`", en: "see them all with `survey-tally follow-up list`" }
    no_group(by) { id: "Hasil tidak dapat dibagi menurut `{by}`.", en: "The results can't be grouped by `{by}`." }
    no_group_hint(groups) { id: "yang dapat: {groups}", en: "these can: {groups}" }
}
