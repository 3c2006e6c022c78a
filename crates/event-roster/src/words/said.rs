//! What is said of events and those who come.

use pustaka_cli::Lang;
use pustaka_core::events::notices::NoticeKind;
use pustaka_core::events::roster::{Standing, State};
use pustaka_core::events::{Kind, Phase};

pustaka_cli::words! {
    field { id: "Data", en: "Field" }
    value { id: "Isi", en: "Value" }
    key { id: "Kunci", en: "Key" }
    title { id: "Judul", en: "Title" }
    kind { id: "Jenis", en: "Kind" }
    state { id: "Keadaan", en: "State" }
    why { id: "Dibatalkan karena", en: "Cancelled because" }
    session { id: "Sesi", en: "Session" }
    sessions { id: "Sesi", en: "Sessions" }
    place { id: "Tempat", en: "Place" }
    speaker { id: "Pembicara", en: "Speaker" }
    partner { id: "Mitra", en: "Partner" }
    audience { id: "Untuk", en: "For" }
    about { id: "Keterangan", en: "About" }
    places { id: "Tempat terisi", en: "Places taken" }
    places_of(taken, capacity) { id: "{taken} dari {capacity}", en: "{taken} of {capacity}" }
    opens { id: "Pendaftaran dibuka", en: "Registration opens" }
    closes { id: "Pendaftaran ditutup", en: "Registration closes" }
    age_min { id: "Umur paling muda", en: "Lowest age" }
    age_max { id: "Umur paling tua", en: "Highest age" }
    share { id: "Kehadiran untuk sertifikat", en: "Attendance for a certificate" }
    cost { id: "Biaya", en: "Cost" }
    capacity { id: "Kapasitas", en: "Capacity" }
    taken { id: "Terisi", en: "Taken" }
    starts { id: "Mulai", en: "Starts" }
    code { id: "Kode", en: "Code" }
    name { id: "Nama", en: "Name" }
    heads { id: "Orang", en: "Heads" }
    change { id: "Perubahan", en: "Change" }
    institution { id: "Instansi", en: "Institution" }
    phone { id: "Telepon", en: "Telephone" }
    email { id: "Surel", en: "Mail" }
    contact_of { id: "Milik", en: "Belongs to" }
    needs { id: "Kebutuhan", en: "Needs" }
    sessions_attended { id: "Sesi dihadiri", en: "Sessions attended" }
    number { id: "Nomor", en: "Number" }
    verification { id: "Kode keaslian", en: "Verification" }
    day { id: "Hari", en: "Day" }

    kind_book_discussion { id: "diskusi buku", en: "book discussion" }
    kind_seminar { id: "seminar", en: "seminar" }
    kind_workshop { id: "lokakarya", en: "workshop" }
    kind_it_training { id: "pelatihan TI", en: "IT training" }
    kind_information_literacy { id: "literasi informasi", en: "information literacy" }
    kind_visit { id: "kunjungan", en: "visit" }
    kind_competition { id: "lomba", en: "competition" }
    kind_storytelling { id: "mendongeng", en: "storytelling" }
    phase_planned { id: "direncanakan", en: "planned" }
    phase_running { id: "berlangsung", en: "running" }
    phase_over { id: "selesai", en: "over" }
    state_registered { id: "terdaftar", en: "registered" }
    state_waiting { id: "menunggu", en: "waiting" }
    state_cancelled { id: "dibatalkan", en: "cancelled" }
    state_lapsed { id: "tidak kebagian tempat", en: "waited in vain" }
    state_attended { id: "hadir", en: "attended" }
    state_absent { id: "tidak hadir", en: "absent" }
    state_already { id: "sudah dicatat", en: "already checked in" }
    state_undone { id: "dihapus", en: "taken back" }
    has_place_now { id: "mendapat tempat", en: "has a place now" }

    bad_when(typed) { id: "`{typed}` bukan hari dengan jam.", en: "`{typed}` is no day with hours." }
    when_forms {
        id: "tulis seperti `2026-11-28 09:00-12:00` atau `28/11/2026 09.00-12.00`",
        en: "write it as `2026-11-28 09:00-12:00` or `28/11/2026 09.00-12.00`",
    }
    bad_number(typed, option) { id: "`{typed}` tidak dapat dipakai untuk `{option}`.", en: "`{typed}` can't be used for `{option}`." }
    added(key) { id: "Acara disimpan sebagai `{key}`.", en: "The event is stored as `{key}`." }
    next_step(key) {
        id: "Daftarkan peserta dengan `event-roster register {key}` atau `event-roster import {key} BERKAS`.",
        en: "Register people with `event-roster register {key}` or `event-roster import {key} FILE`.",
    }
    moved_up(count) { id: "Dari daftar tunggu mendapat tempat: {count}.", en: "Got a place from the waiting list: {count}." }
    to_be_told(count, key) {
        id: "Perlu dikabari: {count}. Lihat dengan `event-roster notices {key}`.",
        en: "To be told: {count}. See them with `event-roster notices {key}`.",
    }
    which_session(key, count) {
        id: "`{key}` punya {count} sesi; yang mana yang dipindahkan?",
        en: "`{key}` has {count} sessions; which one is moved?",
    }
    name_session { id: "sebut nomornya dengan `--number`", en: "name it with `--number`" }
    no_reason(title) { id: "Mengapa “{title}” dibatalkan?", en: "Why is “{title}” cancelled?" }
    give_reason(key) {
        id: "`event-roster cancel {key} --reason 'ALASAN'`; untuk satu peserta: `event-roster cancel {key} KODE`",
        en: "`event-roster cancel {key} --reason 'REASON'`; for one person: `event-roster cancel {key} CODE`",
    }
    really_cancel(title) { id: "Batalkan seluruh acara “{title}”?", en: "Cancel the whole event “{title}”?" }
    event_cancelled(title) { id: "“{title}” dibatalkan.", en: "“{title}” is cancelled." }
    no_events { id: "Tidak ada acara. Dengan `--all` yang lampau juga ditampilkan.", en: "There are no events. `--all` shows past ones too." }
    counts(registered, heads, waiting, attended) {
        id: "Terdaftar {registered} ({heads} orang), menunggu {waiting}, hadir {attended}.",
        en: "Registered {registered} ({heads} heads), waiting {waiting}, attended {attended}.",
    }
    counts_lapsed(lapsed) {
        id: "Menunggu sampai acara selesai tanpa kebagian tempat: {lapsed}.",
        en: "Waited until the event was over and got no place: {lapsed}.",
    }
    no_needs { id: "Tidak ada kebutuhan khusus yang disebut.", en: "Nobody named a need." }
    needs_are_private {
        id: "Hanya untuk yang menyiapkan ruangan; jangan ditempel atau diteruskan.",
        en: "Only for those who prepare the room; not to be put up or handed on.",
    }
    nobody { id: "Siapa yang didaftarkan belum disebut.", en: "Nobody was named." }
    register_so {
        id: "sebut kartu anggota, atau `--name NAMA --phone TELEPON`",
        en: "name a member's card, or `--name NAME --phone NUMBER`",
    }
    has_place(name, key, code) { id: "{name} terdaftar di `{key}`. Kodenya {code}.", en: "{name} has a place at `{key}`. The code is {code}." }
    waits(name, place, code) {
        id: "Tempat sudah habis; {name} menunggu di urutan {place}. Kodenya {code}.",
        en: "There is no place left; {name} waits as number {place}. The code is {code}.",
    }
    scanner_failed { id: "Masukan dari pemindai gagal dibaca.", en: "The scanner's input could not be read." }
    came(name, heads) { id: "✓ {name} ({heads})", en: "✓ {name} ({heads})" }
    came_already(name, at) { id: "{name} sudah dicatat hadir pukul {at}.", en: "{name} was checked in at {at}." }
    came_not(name) { id: "Kehadiran {name} dihapus.", en: "The check-in of {name} was taken back." }
    not_taken(code, reason) { id: "`{code}`: {reason}", en: "`{code}`: {reason}" }
    came_counts(attended, already, refused) {
        id: "Dicatat hadir {attended}, sudah sebelumnya {already}, ditolak {refused}.",
        en: "Checked in {attended}, before already {already}, refused {refused}.",
    }
    issued(new, all) { id: "Sertifikat baru: {new}; seluruhnya {all}.", en: "New certificates: {new}; {all} in all." }
    too_short(count, needed) {
        id: "{count} peserta hadir kurang dari {needed} sesi dan tidak mendapat sertifikat.",
        en: "{count} came to fewer than {needed} sessions and get no certificate.",
    }
    print_them(key) {
        id: "Untuk dicetak: `event-roster certificates {key} -o sertifikat.html`.",
        en: "To print them: `event-roster certificates {key} -o certificates.html`.",
    }
    is_ours { id: "Sertifikat ini asli: diterbitkan oleh perpustakaan ini.", en: "This certificate is genuine: this library issued it." }
    name_removed { id: "(nama dihapus atas permintaan)", en: "(name removed on request)" }
    last_day { id: "Selesai", en: "Ended" }
    issued_at { id: "Diterbitkan", en: "Issued" }

    marks_refused(count) {
        id: "{count} baris nilai tidak dapat diterima, jadi tidak ada yang disimpan.",
        en: "{count} rows of marks can't be taken, so nothing was stored.",
    }
    of_row(line, reason) { id: "Baris {line}: {reason}", en: "Line {line}: {reason}" }
    marks_stored(count) { id: "Nilai yang disimpan: {count}.", en: "Marks stored: {count}." }
    took_both { id: "Mengikuti kedua tes", en: "Took both tests" }
    took_one { id: "Hanya tes awal / hanya tes akhir", en: "Only the first / only the last" }
    mean_before { id: "Rata-rata sebelum", en: "Mean before" }
    mean_after { id: "Rata-rata sesudah", en: "Mean after" }
    mean_gain { id: "Rata-rata kenaikan", en: "Mean gain" }
    interval { id: "Selang 95 %", en: "95 % interval" }
    from_to(low, high) { id: "{low} sampai {high}", en: "{low} to {high}" }
    effect { id: "Besar pengaruh (Cohen d)", en: "Effect size (Cohen's d)" }
    shows_nothing { id: "Belum ada yang mengikuti kedua tes.", en: "Nobody took both tests yet." }
    shows_little { id: "Baru satu orang yang mengikuti kedua tes; itu belum menunjukkan apa-apa.", en: "Only one person took both tests; that shows nothing yet." }
    unclear(n) {
        id: "Dari {n} peserta belum terbukti ada kenaikan: selisihnya masih mungkin kebetulan.",
        en: "Of {n} people no gain is shown: the difference may be chance.",
    }
    lower(n, by) {
        id: "Nilai {n} peserta turun rata-rata {by} poin, dan itu bukan kebetulan.",
        en: "The marks of {n} people fell by {by} points on average, and that is not chance.",
    }
    higher(n, by, size) {
        id: "Nilai {n} peserta naik rata-rata {by} poin: kenaikan yang nyata dan {size}.",
        en: "The marks of {n} people rose by {by} points on average: a real gain, and a {size} one.",
    }
    slight { id: "sangat kecil", en: "very small" }
    small { id: "kecil", en: "small" }
    medium { id: "sedang", en: "medium" }
    large { id: "besar", en: "large" }
    keep_small {
        id: "Kurang dari lima orang: jangan diumumkan, karena orangnya dapat dikenali.",
        en: "Fewer than five people: not to be published, for they could be recognised.",
    }

    answers_refused(count) {
        id: "{count} lembar jawaban tidak dapat diterima, jadi tidak ada yang disimpan.",
        en: "{count} sheets of answers can't be taken, so nothing was stored.",
    }
    answers_stored(count) { id: "Lembar jawaban yang disimpan: {count}.", en: "Sheets of answers stored: {count}." }
    no_answers { id: "Belum ada jawaban.", en: "There are no answers yet." }
    respondent { id: "Responden", en: "Respondent" }
    usefulness { id: "Manfaat", en: "Usefulness" }
    conduct { id: "Penyelenggaraan", en: "Conduct" }
    comment { id: "Saran", en: "Comment" }
    mean_of(name, mean, n) { id: "{name}: rata-rata {mean} dari {n} jawaban (skala 1–4).", en: "{name}: mean {mean} of {n} answers (scale 1–4)." }
    to_survey(key) {
        id: "Untuk survey-tally: `event-roster feedback {key} -o umpan-balik.csv`.",
        en: "For survey-tally: `event-roster feedback {key} -o feedback.csv`.",
    }

    notice { id: "Kabar", en: "Notice" }
    noted_at { id: "Dicatat", en: "Noted" }
    told_at { id: "Dikirim", en: "Sent" }
    notice_promoted { id: "mendapat tempat", en: "has a place now" }
    notice_moved { id: "acara dipindahkan", en: "the event is moved" }
    notice_cancelled { id: "acara dibatalkan", en: "the event is cancelled" }
    nobody_to_tell { id: "Tidak ada yang perlu dikabari.", en: "Nobody is to be told of anything." }
    told(count) { id: "Dicatat sudah dikabari: {count}.", en: "Noted as told: {count}." }

    backwards { id: "Masanya berakhir sebelum dimulai.", en: "The period ends before it begins." }
    period(from, to) { id: "Acara {from} sampai {to}", en: "Events from {from} to {to}" }
    group { id: "Kelompok", en: "Group" }
    events { id: "Acara", en: "Events" }
    heads_came { id: "Orang hadir", en: "Heads that came" }
    all_events { id: "Acara yang terlaksana", en: "Events held" }
    cancelled_events { id: "Acara yang dibatalkan", en: "Events cancelled" }
    places_given { id: "Tempat yang diberikan", en: "Places given" }
    places_given_up { id: "Tempat atau antrean yang dilepas peserta", en: "Places, or waits, given up" }
    waited_in_vain { id: "Menunggu sampai acara selesai", en: "Waited until the event was over" }
    unknown { id: "(tidak diketahui)", en: "(unknown)" }
    age { id: "Umur", en: "Age" }
    sex { id: "Jenis kelamin", en: "Sex" }
    female { id: "perempuan", en: "female" }
    male { id: "laki-laki", en: "male" }
    district { id: "Kecamatan", en: "District" }
    known { id: "Orang yang dapat dibedakan", en: "People known apart" }
    came_again { id: "Di antaranya datang lagi", en: "Of them came again" }
    cost_per_head { id: "Biaya per orang hadir", en: "Cost per head" }
    kept { id: "(ditahan)", en: "(kept back)" }
    counted_so {
        id: "Orang dihitung sekali untuk setiap acara, berapa pun sesi yang dihadiri; rombongan menurut jumlah yang hadir.",
        en: "Heads are counted once an event, however many sessions they came to; groups by how many came.",
    }
    kept_so(least) {
        id: "Ditahan: kelompok di bawah {least} orang, dan kelompok yang akan membuatnya dapat dihitung.",
        en: "Kept back: groups of fewer than {least}, and a group that would give them away.",
    }
}

/// What an event is, in words.
pub(crate) fn of_kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::BookDiscussion => kind_book_discussion(lang),
        Kind::Seminar => kind_seminar(lang),
        Kind::Workshop => kind_workshop(lang),
        Kind::ItTraining => kind_it_training(lang),
        Kind::InformationLiteracy => kind_information_literacy(lang),
        Kind::Visit => kind_visit(lang),
        Kind::Competition => kind_competition(lang),
        Kind::Storytelling => kind_storytelling(lang),
    }
}

/// How an event stands, in words.
pub(crate) fn of_phase(lang: Lang, phase: Phase) -> &'static str {
    match phase {
        Phase::Planned => phase_planned(lang),
        Phase::Running => phase_running(lang),
        Phase::Over => phase_over(lang),
        Phase::Cancelled => state_cancelled(lang),
    }
}

/// How a registration stands, in words.
pub(crate) fn of_state(lang: Lang, state: State) -> &'static str {
    match state {
        State::Registered => state_registered(lang),
        State::Waiting => state_waiting(lang),
        State::Cancelled => state_cancelled(lang),
        State::Lapsed => state_lapsed(lang),
        State::Attended => state_attended(lang),
        State::Absent => state_absent(lang),
    }
}

/// A place or the queue, in words.
pub(crate) fn of_standing(lang: Lang, standing: Standing) -> &'static str {
    match standing {
        Standing::Registered => state_registered(lang),
        Standing::Waiting => state_waiting(lang),
        Standing::Cancelled => state_cancelled(lang),
    }
}

/// What is to be told, in words.
pub(crate) fn of_notice(lang: Lang, kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Promoted => notice_promoted(lang),
        NoticeKind::Moved => notice_moved(lang),
        NoticeKind::Cancelled => notice_cancelled(lang),
    }
}
