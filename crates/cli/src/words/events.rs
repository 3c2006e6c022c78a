//! Why an event, or a place at one, is refused, and what a person should look at.

crate::words! {
    event_refused(name) { id: "Acara `{name}` tidak dapat disimpan begitu.", en: "The event `{name}` can't be stored like that." }
    registration_refused(name) {
        id: "Pendaftaran untuk `{name}` tidak dapat diterima.",
        en: "The registration for `{name}` can't be taken.",
    }
    check_in_refused(name) { id: "Kehadiran di `{name}` belum dapat dicatat.", en: "Nobody can be checked in to `{name}` now." }
    certificate_refused(name) { id: "Sertifikat `{name}` tidak dapat diterbitkan.", en: "`{name}` gets no certificates." }

    event_cancelled(why) { id: "Acara ini dibatalkan: {why}.", en: "The event was cancelled: {why}." }
    event_over(at) { id: "Acara ini sudah selesai pada {at}.", en: "The event was over at {at}." }
    event_full { id: "Semua tempat sudah terisi.", en: "There is no place left." }
    event_others_wait(free) {
        id: "Ada yang sudah menunggu giliran untuk tempat yang tersisa ({free}).",
        en: "Others wait already for the places that are left ({free}).",
    }
    title_missing { id: "Judul acara belum disebut.", en: "The event has no title." }
    session_missing { id: "Hari dan jamnya belum disebut.", en: "No day and hour was named." }
    session_too_many(most) { id: "Satu acara paling banyak {most} sesi.", en: "An event has at most {most} sessions." }
    session_backwards(at) { id: "Sesi {at} selesai sebelum dimulai.", en: "The session of {at} ends before it begins." }
    session_unknown(number) { id: "Acara ini tidak punya sesi {number}.", en: "The event has no session {number}." }
    session_none_now(at) {
        id: "Sekarang tidak ada sesi; yang terdekat {at}. Sebut sesinya dengan `--number`.",
        en: "There is no session now; the nearest is at {at}. Name the session with `--number`.",
    }
    session_no_session { id: "Sekarang tidak ada sesi.", en: "There is no session now." }
    capacity_bad { id: "Kapasitas paling sedikit 1 orang.", en: "A capacity is at least 1 head." }
    capacity_below_taken(taken) { id: "Sudah {taken} tempat yang terisi.", en: "{taken} places are given already." }
    capacity_below_waiting(heads) {
        id: "Dalam antrean ada rombongan {heads} orang, yang tidak akan pernah muat.",
        en: "A group of {heads} waits, and would never fit.",
    }
    window_backwards(at) { id: "Pendaftaran ditutup ({at}) sebelum dibuka.", en: "Registration closes ({at}) before it opens." }
    age_bad { id: "Batas umur harus antara 0 dan 120 tahun.", en: "A limit of age is from 0 to 120 years." }
    age_backwards(most) {
        id: "Umur paling tua ({most}) di bawah umur paling muda.",
        en: "The highest age ({most}) is below the lowest.",
    }
    share_bad { id: "Bagian kehadiran harus antara 1 dan 100 persen.", en: "The share attended is from 1 to 100 percent." }
    key_bad(key) {
        id: "`{key}` tidak dapat menjadi kunci: pakai huruf kecil, angka, dan tanda hubung, paling sedikit satu huruf.",
        en: "`{key}` can't be a key: use small letters, digits and dashes, one letter at least.",
    }
    key_taken(key) { id: "Kunci `{key}` sudah dipakai acara lain.", en: "Another event has the key `{key}`." }
    reason_missing { id: "Alasannya belum disebut.", en: "No reason was given." }

    not_open(at) { id: "Pendaftaran baru dibuka {at}.", en: "Registration opens at {at}." }
    closed(at) { id: "Pendaftaran sudah ditutup {at}.", en: "Registration closed at {at}." }
    twice(code) { id: "Orang atau rombongan ini sudah terdaftar: {code}.", en: "This person or group is on the list already: {code}." }
    same_name(code) {
        id: "Nama yang sama sudah terdaftar ({code}); periksa apakah orangnya sama.",
        en: "The same name is on the list ({code}); see whether it is the same person.",
    }
    same_contact(code) {
        id: "Telepon atau surel yang sama milik {code}; periksa apakah orangnya sama.",
        en: "{code} has the same telephone or mail; see whether it is the same person.",
    }
    unknown_code(code) { id: "`{code}` tidak ada dalam daftar acara ini.", en: "`{code}` is not on the list of this event." }
    of_other_event(key) { id: "Kode ini untuk acara lain: `{key}`.", en: "This code is for another event: `{key}`." }
    registration_cancelled { id: "Pendaftaran ini sudah dibatalkan.", en: "This registration was cancelled." }
    registration_waiting { id: "Orang ini masih dalam daftar tunggu.", en: "This person still waits for a place." }
    registration_attended {
        id: "Orang ini sudah hadir, jadi tempatnya tidak dapat dibatalkan.",
        en: "This person has been there, so the place can't be given up.",
    }
    registration_certified {
        id: "Sertifikatnya sudah terbit, jadi kehadirannya tidak dapat dihapus.",
        en: "The certificate is issued, so the check-in can't be taken back.",
    }
    not_checked_in { id: "Orang ini belum dicatat hadir.", en: "This person is not checked in." }
    age_min(age) { id: "Peserta paling muda {age} tahun.", en: "One must be {age} or older." }
    age_max(age) { id: "Peserta paling tua {age} tahun.", en: "One must be {age} or younger." }
    beyond_capacity(capacity) {
        id: "Rombongan ini lebih besar daripada kapasitasnya ({capacity}).",
        en: "The group is larger than the capacity ({capacity}).",
    }
    group_of_member { id: "Rombongan tidak memakai kartu anggota.", en: "A group has no member's card." }
    heads_bad { id: "Jumlah orang harus dari 1 sampai 10.000.", en: "The number of heads is from 1 to 10,000." }
    heads_beyond_group(heads) {
        id: "Yang terdaftar {heads} orang; jumlah yang hadir dari 1 sampai {heads}.",
        en: "{heads} are registered; from 1 to {heads} can have come.",
    }
    name_missing { id: "Namanya belum disebut.", en: "No name was given." }
    member_unknown(card) { id: "Tidak ada anggota dengan kartu `{card}`.", en: "No member has the card `{card}`." }
    member_several(cards) {
        id: "Beberapa anggota cocok; sebut kartunya: {cards}.",
        en: "Several members answer to that; name a card: {cards}.",
    }
    phone_unreadable { id: "Nomor teleponnya tidak terbaca dan tidak disimpan.", en: "The telephone number could not be read and is not stored." }
    email_unreadable { id: "Alamat surelnya tidak terbaca dan tidak disimpan.", en: "The mail address could not be read and is not stored." }
    born_unreadable { id: "Tanggal lahirnya tidak terbaca dan tidak disimpan.", en: "The birth date could not be read and is not stored." }
    sex_unreadable { id: "Jenis kelaminnya tidak terbaca dan tidak disimpan.", en: "The sex could not be read and is not stored." }
    mark_bad(mark) { id: "`{mark}` bukan nilai.", en: "`{mark}` is no mark." }
    mark_missing { id: "Nilainya belum disebut.", en: "No mark was given." }
    answer_bad(answer) { id: "`{answer}` bukan jawaban; skalanya 1 sampai 4.", en: "`{answer}` is no answer; the scale is 1 to 4." }
    comment_too_long(most) { id: "Komentarnya lebih dari {most} huruf.", en: "The comment has more than {most} characters." }
    no_certificates { id: "Acara ini tidak memberi sertifikat.", en: "This event gives no certificates." }

    override_hint {
        id: "batas waktu dan umur dapat dilewati dengan `--override KODE --note ALASAN`",
        en: "limits of time and age can be passed over with `--override CODE --note REASON`",
    }
    // Kinds of things, as in `not_found`.
    event { id: "acara", en: "event" }
    event_hint { id: "lihat semuanya dengan `event-roster list`", en: "see them all with `event-roster list`" }
    certificate { id: "sertifikat dengan kode", en: "certificate with the code" }
    certificate_hint {
        id: "periksa huruf demi huruf; sertifikat dari perpustakaan lain tidak ada di sini",
        en: "compare letter by letter; certificates of other libraries are not here",
    }
}
