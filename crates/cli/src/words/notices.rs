//! Words for what the notices refuse.

crate::words! {
    notice { id: "Pemberitahuan", en: "notice" }
    notice_hint { id: "Lihat `notice-outbox list`.", en: "See `notice-outbox list`." }
    template_refused(count) {
        id: "Templat ini belum dapat dipakai: ada {count} hal yang perlu diperbaiki.",
        en: "This template can't be used yet; things to be put right: {count}.",
    }
    template_hint {
        id: "`notice-outbox help templates` menerangkan bagian dan isiannya.",
        en: "`notice-outbox help templates` tells of its sections and fields.",
    }
    place(line, column, what) { id: "Baris {line}, kolom {column}: {what}", en: "Line {line}, column {column}: {what}" }
    meant(name) { id: "Mungkin maksudnya `{name}`.", en: "Did you mean `{name}`?" }
    outside { id: "teks sebelum bagian pertama.", en: "text before the first section." }
    unknown_section(found, known) {
        id: "bagian `{found}` tidak dikenal; yang ada: {known}.",
        en: "there is no section `{found}`; there are: {known}.",
    }
    twice(found) { id: "bagian `{found}` ada dua kali.", en: "the section `{found}` stands twice." }
    no_section(found) { id: "bagian `{found}` tidak ada atau kosong.", en: "the section `{found}` is missing or empty." }
    unknown_field(found) {
        id: "isian `{{{found}}}` tidak ada untuk pemberitahuan ini.",
        en: "this notice has no field `{{{found}}}`.",
    }
    stray_brace(found) {
        id: "`{found}` tidak membuka atau menutup isian; tulis dua kali bila memang dimaksud.",
        en: "`{found}` opens or closes no field; write it twice if it is meant as it stands.",
    }
    missing_field(found) {
        id: "isian `{{{found}}}` harus ada di bagian ini.",
        en: "the field `{{{found}}}` must stand in this section.",
    }
    titles_outside_mail {
        id: "judul hanya boleh ada di bagian `mail`, karena di tempat lain orang lain dapat membacanya.",
        en: "titles may stand in the section `mail` alone, because elsewhere others can read them.",
    }
    titles_with_name {
        id: "nama tidak boleh ada di surel yang memuat judul.",
        en: "a name may not stand in a mail that has titles.",
    }
    too_long(most) { id: "terlalu panjang; paling banyak {most} huruf.", en: "too long; at most {most} characters." }
    lines { id: "subjek harus satu baris.", en: "the subject must be one line." }
    hidden(found) { id: "huruf {found} tidak kelihatan.", en: "the character {found} can't be seen." }
}
