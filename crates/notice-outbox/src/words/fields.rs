//! What the fields of templates are filled with.

use pustaka_cli::Lang;

pustaka_cli::words! {
    our_library { id: "Perpustakaan", en: "The library" }
    books_id(count) { id: "{count} buku", en: "{count} books" }
    one_book { id: "1 buku", en: "1 book" }
    tasks_of(count) { id: "{count} tindak lanjut", en: "{count} follow-ups" }
    one_task { id: "1 tindak lanjut", en: "1 follow-up" }
    guardian_of(name) { id: "Bapak/Ibu wali dari {name}", en: "parent or guardian of {name}" }
    at_time(day, time) { id: "{day} pukul {time}", en: "{day} at {time}" }
    at_place(event, place) { id: "{event}, di {place}", en: "{event}, at {place}" }
    blocked { id: "Selama pinjaman ini belum selesai, pinjaman baru belum dapat kami layani.", en: "Until this is settled we can't lend you anything new." }
    on_waiting_list(event) { id: "{event} (Anda dalam daftar tunggu)", en: "{event} (you are on the waiting list)" }
    sample_name { id: "Siti Aminah", en: "Siti Aminah" }
    sample_title { id: "Laskar Pelangi", en: "Laskar Pelangi" }
    sample_other { id: "Bumi Manusia", en: "Bumi Manusia" }
    sample_event { id: "Diskusi Buku", en: "Book Discussion" }
    sample_place { id: "Ruang Baca", en: "Reading Room" }
    sample_action { id: "Menambah kursi baca", en: "Add reading chairs" }
}

/// How many books.
pub(crate) fn books(lang: Lang, count: i64) -> String {
    match count {
        1 => one_book(lang).to_owned(),
        count => books_id(lang, lang.count(count)),
    }
}

/// How many lines of the plan.
pub(crate) fn tasks(lang: Lang, count: i64) -> String {
    match count {
        1 => one_task(lang).to_owned(),
        count => tasks_of(lang, lang.count(count)),
    }
}
