//! The words of lending away and of its replay.

use pustaka_cli::Lang;

pustaka_cli::words! {
    card_help { id: "Nomor kartu anggota", en: "Card of the member" }
    packed(file) { id: "Bekal ditulis ke {file}.", en: "The pack was written to {file}." }
    packed_what(items, members, loans) { id: "Isinya {items} buku, {members} kartu, {loans} pinjaman yang berjalan.", en: "It has {items} books, {members} cards, {loans} open loans." }
    packed_without { id: "Tanpa nama, alamat, telepon, NIK, jumlah utang, dan riwayat bacaan.", en: "It has no names, addresses, telephones, numbers of identity, amounts of debts or reading histories." }
    no_pack(file) { id: "{file} bukan bekal yang dapat dibaca.", en: "{file} is no pack that can be read." }
    no_pack_hint { id: "buat lagi di kantor dengan `loan offline pack`", en: "make it again at home with `loan offline pack`" }
    as_it_is(why) { id: "{why}", en: "{why}" }
    journal_io(file) { id: "Catatan {file} tidak dapat dibuka.", en: "The journal {file} can't be opened." }
    journal_not_kept(file) { id: "Tidak tercatat: catatan {file} tidak dapat ditulis. Jangan serahkan bukunya.", en: "Not recorded: the journal {file} can't be written. Do not hand the book over." }
    journal_busy(file) { id: "Catatan {file} sedang dipakai meja lain.", en: "The journal {file} is in use by another desk." }
    journal_busy_hint { id: "pakai catatan sendiri untuk tiap meja; semuanya dapat dimasukkan nanti", en: "give each desk a journal of its own; all of them are replayed later" }
    journal_alien(file) { id: "{file} bukan catatan perpustakaan keliling dan bukan berkas .koc.", en: "{file} is neither a journal of a mobile library nor a .koc file." }
    journal_alien_hint { id: "sebut berkas yang ditulis `loan offline desk --journal`", en: "name the file that `loan offline desk --journal` wrote" }
    other_version(found) { id: "Versinya {found}; yang dapat dibaca 1.0.", en: "Its version is {found}; 1.0 can be read." }
    note_missing { id: "Alasan untuk melewati aturan belum disebut.", en: "Nobody said why a rule is passed over." }
    note_hint { id: "tambahkan `--note \"ALASAN\"`", en: "add `--note \"WHY\"`" }
    no_names { id: "Di sini nama tidak dibawa; pindai kartunya.", en: "No names came along; scan the card." }
    blocked { id: "Anggota ini diblokir petugas.", en: "Staff blocked the member." }
    owes { id: "Masih ada yang belum dibayar di kantor.", en: "Something is still to be paid at home." }
    bring_home { id: "bawa pulang, ada yang menunggu", en: "take it home, somebody waits for it" }
    late_at_home { id: "ke rak; denda dihitung di kantor", en: "onto the shelf; a fine is worked out at home" }
    onto_the_shelf { id: "ke rak", en: "onto the shelf" }
    known { id: "Pinjaman dikenal", en: "Loan known" }
    decided_at_home { id: "Denda dan antrean diputuskan ketika catatan dimasukkan di kantor.", en: "Fines and queues are decided when the journal is replayed at home." }

    replaying { id: "Memasukkan catatan", en: "Replaying" }
    torn { id: "Terpotong karena listrik padam; tidak pernah dinyatakan berhasil, jadi tidak dihitung.", en: "Torn by a power cut; it was never confirmed, so it does not count." }
    strange(why) { id: "Tidak dapat dipahami: {why}", en: "It can't be understood: {why}" }
    koc_fault(column, why, found) { id: "Huruf ke-{column}: {why} `{found}`", en: "Character {column}: {why} `{found}`" }
    koc_moment { id: "bukan waktu yang ada.", en: "no moment that exists." }
    koc_command { id: "bukan issue, return, atau payment.", en: "neither issue, return nor payment." }
    koc_missing { id: "ada yang kurang.", en: "something is missing." }
    koc_too_many { id: "ada yang berlebih.", en: "something is too much." }
    koc_too_long { id: "barisnya terlalu panjang.", en: "the line is too long." }
    koc_not_text { id: "bukan teks.", en: "no text." }

    outcome { id: "Hasil", en: "Outcome" }
    at { id: "Waktu", en: "When" }
    conflict_heading { id: "Yang tidak cocok, dan keputusannya", en: "What did not fit, and what was decided" }
    counts(recorded, before, conflicts, failed) {
        id: "Dicatat: {recorded}. Sudah dicatat sebelumnya: {before}. Tidak cocok: {conflicts}. Tidak dapat dicatat: {failed}.",
        en: "Recorded: {recorded}. Recorded before: {before}. Conflicts: {conflicts}. Not recorded: {failed}.",
    }
    not_all(failed, unreadable) { id: "Tidak dapat dicatat: {failed} baris; tidak dapat dibaca: {unreadable} baris.", en: "{failed} lines can't be recorded, {unreadable} lines can't be read." }
    would_not_all_hint { id: "belum ada yang disimpan; tanpa --dry-run, baris lain disimpan dan yang ini diurus satu per satu", en: "nothing is stored; without --dry-run the other lines are stored and these are seen to one by one" }
    not_all_hint { id: "urus satu per satu, dengan `loan checkout … --at WAKTU` atau `loan return … --at WAKTU`; baris lain sudah tersimpan", en: "see to them one by one, with `loan checkout … --at MOMENT` or `loan return … --at MOMENT`; the other lines are stored" }
    conflict(line, what, why) { id: "baris {line}: {what}: {why}", en: "line {line}: {what}: {why}" }
    and_so(why, decided) { id: "{why} {decided}", en: "{why} {decided}" }
    did_checkout(item, card) { id: "meminjamkan {item} kepada {card}", en: "lent {item} to {card}" }
    did_renew(item, card) { id: "memperpanjang {item} untuk {card}", en: "renewed {item} for {card}" }
    did_return(item) { id: "menerima kembali {item}", en: "took back {item}" }
    did_pay(card, amount) { id: "menerima {amount} dari {card}", en: "took {amount} from {card}" }
    did_undo(line) { id: "membatalkan catatan {line}", en: "undid entry {line}" }
    lent { id: "dipinjamkan", en: "lent" }
    already_lent { id: "sudah dipinjam", en: "lent already" }
    renewed { id: "diperpanjang", en: "renewed" }
    returned { id: "dikembalikan", en: "returned" }
    not_on_loan { id: "tidak sedang dipinjam", en: "was not on loan" }
    paid { id: "dibayar", en: "paid" }
    undone { id: "dibatalkan di sana", en: "undone there" }
    not_recorded { id: "TIDAK DICATAT", en: "NOT RECORDED" }

    code_member_unknown { id: "Kartunya tidak terdaftar.", en: "No member has the card." }
    code_member_expired { id: "Keanggotaannya sudah berakhir.", en: "The membership had ended." }
    code_member_suspended { id: "Anggota belum boleh meminjam.", en: "The member was suspended." }
    code_member_blocked { id: "Anggota ini diblokir.", en: "The member was blocked." }
    code_member_owes { id: "Masih ada yang belum dibayar.", en: "Something was still to be paid." }
    code_member_overdue { id: "Ada pinjaman yang lewat batas.", en: "Something was overdue." }
    code_limit { id: "Sudah sebanyak yang boleh dipinjam.", en: "The limit of loans was reached." }
    code_item_unknown { id: "Kode bukunya tidak dikenal.", en: "No copy has the code." }
    code_item_on_loan { id: "Masih tercatat pada peminjam lain.", en: "It was still on loan to another reader." }
    code_not_for_loan { id: "Bukunya tidak dipinjamkan.", en: "The copy was not for loan." }
    code_held { id: "Disisihkan untuk pemesan lain.", en: "It was set aside for another reader." }
    code_not_on_loan { id: "Bukunya tidak sedang dipinjam.", en: "The copy was not on loan." }
    code_began_later { id: "Sesudah itu bukunya dipinjam lagi.", en: "It was lent again after that." }
    code_age { id: "Pembacanya belum cukup umur.", en: "The reader was too young." }
    code_rule_none { id: "Tidak ada aturan untuknya.", en: "No rule was for it." }
    code_renewals { id: "Sudah sebanyak yang boleh diperpanjang.", en: "It had been renewed as often as allowed." }
    code_renewal_held { id: "Ada yang menunggu bukunya.", en: "Somebody waits for it." }
    code_no_gain { id: "Perpanjangannya tidak menambah hari.", en: "The renewal gained no day." }
    code_due_differs { id: "Tanggal yang dikatakan kepada pembaca berbeda dari aturan.", en: "The date that the reader was told is not the rule's." }
    code_clock { id: "Jam meja itu lebih cepat dari jam di sini.", en: "The clock of that desk was ahead." }
    code_undo { id: "Yang dibatalkan sudah dicatat sebelumnya.", en: "What it undoes was recorded before." }
    code_amount { id: "Jumlah uangnya tidak dapat dicatat.", en: "The amount can't be booked." }
    decided_recorded { id: "Dicatat juga: bukunya sudah pada pembaca.", en: "Recorded all the same: the book is with the reader." }
    decided_allowed { id: "Diizinkan petugas di sana.", en: "Staff allowed it there." }
    decided_taken_back { id: "Dicatat dahulu sebagai kembali.", en: "Recorded as returned first." }
    decided_told { id: "Tanggal yang dikatakan berlaku.", en: "The date that was told stands." }
    decided_own { id: "Tanggal di sini berlaku; beri tahu pembacanya.", en: "The date here stands; tell the reader." }
    decided_nothing { id: "Tidak ada yang berubah.", en: "Nothing changed." }
    decided_now { id: "Dicatat dengan waktu sekarang.", en: "Recorded as of now." }
    decided_not { id: "Tidak dicatat; perlu diurus.", en: "Not recorded; somebody must see to it." }
}

/// A code of a conflict, as a sentence without figures: they are not kept. An unknown one stands as it is.
pub(crate) fn of_code(lang: Lang, code: &str) -> String {
    let known = match code {
        "member.unknown" => code_member_unknown(lang),
        "member.expired" => code_member_expired(lang),
        "member.suspended" => code_member_suspended(lang),
        "member.blocked" => code_member_blocked(lang),
        "member.owes" => code_member_owes(lang),
        "member.overdue" => code_member_overdue(lang),
        "limit.rule" | "limit.total" => code_limit(lang),
        "item.unknown" => code_item_unknown(lang),
        "item.on_loan" => code_item_on_loan(lang),
        "item.not_for_loan" => code_not_for_loan(lang),
        "item.held_for_other" => code_held(lang),
        "item.not_on_loan" => code_not_on_loan(lang),
        "loan.began_later" => code_began_later(lang),
        "age.min" => code_age(lang),
        "rule.none" => code_rule_none(lang),
        "renewal.used_up" => code_renewals(lang),
        "renewal.held" => code_renewal_held(lang),
        "renewal.no_gain" => code_no_gain(lang),
        "due.differs" => code_due_differs(lang),
        "clock.ahead" => code_clock(lang),
        "undo.too_late" => code_undo(lang),
        "charge.amount" => code_amount(lang),
        other => return other.to_owned(),
    };
    known.to_owned()
}

/// What was decided, as a sentence.
pub(crate) fn of_decision(lang: Lang, code: &str) -> String {
    let known = match code {
        "recorded" => decided_recorded(lang),
        "allowed-there" => decided_allowed(lang),
        "taken-back-first" => decided_taken_back(lang),
        "told-date-stands" => decided_told(lang),
        "own-date-stands" => decided_own(lang),
        "nothing-changed" => decided_nothing(lang),
        "taken-as-now" => decided_now(lang),
        "not-recorded" => decided_not(lang),
        other => return other.to_owned(),
    };
    known.to_owned()
}
