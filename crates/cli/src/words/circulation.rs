//! Why the counter says no.

crate::words! {
    // The member.
    member_unknown { id: "Tidak ada anggota dengan kartu ini.", en: "No member has this card." }
    member_expired(day) {
        id: "Keanggotaannya berakhir pada {day}.",
        en: "The membership ended on {day}.",
    }
    member_suspended(day) {
        id: "Belum boleh meminjam sampai dengan {day} karena pernah terlambat.",
        en: "No loans up to and including {day}, after a late return.",
    }
    member_blocked(why) { id: "Diblokir petugas: {why}", en: "Blocked by staff: {why}" }
    member_owes(owed) { id: "Masih ada tunggakan {owed}.", en: "Owes {owed}." }
    member_owes_more(owed, limit) {
        id: "Masih ada tunggakan {owed}; yang diperbolehkan paling banyak {limit}.",
        en: "Owes {owed}; at most {limit} is let pass.",
    }
    member_overdue(items, day) {
        id: "Ada {items} pinjaman yang terlambat, paling lama sejak {day}.",
        en: "Has {items} overdue, the earliest since {day}.",
    }
    limit_rule(most, rule) {
        id: "Sudah meminjam {most} eksemplar, sebanyak yang diizinkan aturan {rule}.",
        en: "Has {most} on loan, as many as the rule {rule} allows.",
    }
    limit_total(most) {
        id: "Sudah meminjam {most} eksemplar, batas untuk jenis anggota ini.",
        en: "Has {most} on loan, the limit of this member type.",
    }
    age_min(least, age) {
        id: "Untuk pembaca berumur {least} tahun ke atas; umurnya {age} tahun.",
        en: "For readers of {least} years and above; the reader is {age}.",
    }
    age_unknown(least) {
        id: "Untuk pembaca berumur {least} tahun ke atas; tanggal lahirnya belum tercatat.",
        en: "For readers of {least} years and above; no birth date is known.",
    }

    // The copy.
    item_unknown { id: "Tidak ada eksemplar dengan kode ini.", en: "No copy has this barcode." }
    item_on_loan(day) {
        id: "Sedang dipinjam anggota lain sampai {day}.",
        en: "On loan to another member until {day}.",
    }
    item_not_for_loan(status) { id: "Tidak dipinjamkan: {status}.", en: "Not for loan: {status}." }
    item_held(day) {
        id: "Disisihkan untuk pemesan lain sampai {day}.",
        en: "Set aside for another reader until {day}.",
    }
    item_next { id: "Giliran pemesan lain.", en: "Another reader is next." }
    item_not_on_loan { id: "Tidak sedang dipinjam.", en: "Not on loan." }
    began_later(day) {
        id: "Baru dipinjam pada {day}, sesudah tanggal ini.",
        en: "Lent on {day}, after this date.",
    }
    rule_none {
        id: "Belum ada aturan pinjam untuk jenis anggota dan koleksi ini.",
        en: "No loan rule is for this member type and this collection.",
    }

    // As what a copy is kept.
    status_available { id: "tersedia", en: "available" }
    status_not_for_loan { id: "dibaca di tempat", en: "read in the library only" }
    status_repair { id: "sedang diperbaiki", en: "being mended" }
    status_missing { id: "tidak ditemukan", en: "missing" }
    status_lost { id: "hilang", en: "lost" }
    status_withdrawn { id: "sudah dikeluarkan dari koleksi", en: "withdrawn" }

    // Renewals and holds.
    renewals_used(most) {
        id: "Sudah diperpanjang {most} kali, sebanyak yang diizinkan.",
        en: "Renewed {most} times, as often as allowed.",
    }
    renewals_none { id: "Menurut aturan tidak dapat diperpanjang.", en: "The rule allows no renewal." }
    renewal_no_gain(day) {
        id: "Perpanjangan tidak menambah waktu: tetap sampai {day}.",
        en: "A renewal would add no time: it stays {day}.",
    }
    renewal_held(waiting) {
        id: "Ditunggu {waiting} pemesan lain.",
        en: "Waited for by {waiting} other readers.",
    }
    hold_twice { id: "Judul ini sudah dipesannya.", en: "Has a hold on this title already." }
    hold_on_loan { id: "Judul ini sedang dipinjamnya.", en: "Has this title on loan." }
    hold_limit(most) {
        id: "Sudah punya {most} pesanan, batas untuk satu anggota.",
        en: "Has {most} holds, the limit for one member.",
    }
    hold_no_item {
        id: "Tidak ada eksemplarnya yang dapat dipinjamkan.",
        en: "It has no copy that can be lent.",
    }

    // Rows of a file of open loans.
    row_twice(line) { id: "Eksemplar ini sudah ada di baris {line}.", en: "This copy stands on line {line} already." }
    loan_differs(day) {
        id: "Sudah tercatat dipinjam anggota ini dengan tanggal lain (sampai {day}).",
        en: "On loan to this member already with other dates (until {day}).",
    }
    due_before_loan { id: "Tanggal kembali lebih awal daripada tanggal pinjam.", en: "Due before it was lent." }
    loan_in_future { id: "Tanggal pinjamnya belum tiba.", en: "Lent on a day to come." }

    // Actions as a whole.
    not_overridable(code) { id: "Alasan `{code}` tidak dapat dilewati.", en: "`{code}` can't be passed over." }
    not_overridable_hint(codes) { id: "yang dapat dilewati: {codes}", en: "these can: {codes}" }
    override_note_missing {
        id: "Tulis mengapa aturan dilewati.",
        en: "Say why the rule is passed over.",
    }
    override_note_hint { id: "tambahkan `--note \"alasannya\"`", en: "add `--note \"why\"`" }
    due_is_before_loan(day) {
        id: "Tanggal kembali {day} lebih awal daripada hari pinjam.",
        en: "The due date {day} is before the loan.",
    }
    hold_refused { id: "Pesanan tidak dapat diterima.", en: "The hold can't be taken." }
    hold_over(hold) { id: "Pesanan {hold} sudah selesai.", en: "Hold {hold} is over already." }
    hold_not_ready(hold) {
        id: "Belum ada eksemplar yang siap untuk pesanan {hold}.",
        en: "No copy stands ready for hold {hold}.",
    }
    not_lost(item) {
        id: "Eksemplar {item} tidak tercatat hilang.",
        en: "Copy {item} is not kept as lost or missing.",
    }
    not_on_loan(item) { id: "Eksemplar {item} tidak sedang dipinjam.", en: "Copy {item} is not on loan." }
    amount(amount) {
        id: "Jumlah {amount} tidak dapat dicatat: paling sedikit Rp1, paling banyak Rp1.000.000.000.",
        en: "{amount} can't be entered: at least Rp1, at most Rp1,000,000,000.",
    }
    charge_note_missing { id: "Tulis alasannya.", en: "Say why." }
    more_than_open(charge, open) {
        id: "Dari tagihan {charge} hanya tersisa {open}.",
        en: "Only {open} is left of charge {charge}.",
    }
    more_than_credit(credit) {
        id: "Kelebihan bayarnya hanya {credit}.",
        en: "The credit is only {credit}.",
    }
    given_back(payment) {
        id: "Pembayaran {payment} sudah dikembalikan.",
        en: "Payment {payment} has been given back already.",
    }
    more_than_paid(payment, left) {
        id: "Pembayaran {payment} tidak dapat dibatalkan seluruhnya: dari uang yang dibayar hanya tersisa {left}, selebihnya sudah dikembalikan.",
        en: "Payment {payment} can't be taken back as a whole: only {left} is left of what was paid, the rest was given back.",
    }
    not_reversible(entry) {
        id: "Nomor {entry} bukan tagihan dan bukan pembayaran; yang dapat dibatalkan hanya keduanya.",
        en: "Number {entry} is neither a charge nor a payment; only these can be taken back.",
    }
    too_late_to_undo {
        id: "Tidak dapat dibatalkan lagi: sudah ada yang terjadi sesudahnya.",
        en: "It can't be undone any more: something happened since.",
    }
    not_planned(hold) {
        id: "Pesanan {hold} tidak (lagi) ada dalam jadwal antar.",
        en: "Hold {hold} is not (or no longer) planned in a round.",
    }

    // What stands in the way of undoing an import.
    item_lent(item) { id: "Eksemplar {item} pernah dipinjam atau dibaca.", en: "Copy {item} was lent or read." }
    item_was_held(item) { id: "Eksemplar {item} pernah dipesan.", en: "Copy {item} was held." }
    title_held(title) { id: "Judul {title} pernah dipesan.", en: "Title {title} was held." }
}
