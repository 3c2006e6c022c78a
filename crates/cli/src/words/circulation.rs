//! Why the counter says no, in sentences that a clerk can read out.

crate::words! {
    member_unknown { id: "Kartu ini tidak terdaftar.", en: "No member has this card." }
    member_expired(until) { id: "Keanggotaan berakhir pada {until}; perlu diperpanjang.", en: "The membership ended on {until}; it has to be renewed." }
    member_suspended(until) { id: "Karena pernah terlambat, belum dapat meminjam sampai {until}.", en: "Because of an earlier delay, no loans until {until}." }
    member_blocked(why) { id: "Keanggotaan ditahan petugas: {why}.", en: "Staff stopped the membership: {why}." }
    member_blocked_bare { id: "Keanggotaan ditahan petugas.", en: "Staff stopped the membership." }
    member_owes(owed, limit) { id: "Masih ada {owed} yang belum dibayar (batasnya {limit}).", en: "{owed} is still to be paid (up to {limit} is let pass)." }
    member_owes_bare { id: "Masih ada yang belum dibayar.", en: "Something is still to be paid." }
    member_overdue(items, since) { id: "{items} buku sudah lewat batas, sejak {since}; dikembalikan dahulu.", en: "{items} overdue since {since}; they are to be returned first." }
    limit_rule(rule, most) { id: "Sudah meminjam {most} buku, sebanyak yang boleh menurut aturan {rule}.", en: "{most} on loan already, as many as the rule {rule} allows." }
    limit_total(most) { id: "Sudah meminjam {most} buku, sebanyak yang boleh untuk jenis anggota ini.", en: "{most} on loan already, as many as this kind of member may have." }
    item_unknown { id: "Kode ini bukan kode buku perpustakaan.", en: "No copy of the library has this code." }
    item_on_loan(due) { id: "Sedang dipinjam pembaca lain sampai {due}.", en: "On loan to another reader until {due}." }
    item_not_for_loan { id: "Buku ini hanya dibaca di tempat.", en: "This copy is only read in the library." }
    item_repair { id: "Buku ini sedang diperbaiki.", en: "This copy is being mended." }
    item_missing { id: "Buku ini tercatat tidak di tempatnya; catat dahulu dengan `loan found`.", en: "This copy is kept as missing; say that it is there with `loan found`." }
    item_lost { id: "Buku ini tercatat hilang; catat dahulu dengan `loan found`.", en: "This copy is kept as lost; say that it is there with `loan found`." }
    item_withdrawn { id: "Buku ini sudah dikeluarkan dari koleksi.", en: "This copy was taken out of the collection." }
    item_held_until(until) { id: "Disisihkan untuk pemesan lain sampai {until}.", en: "Set aside for another reader until {until}." }
    item_held { id: "Dipesan pembaca lain yang lebih dahulu.", en: "Another reader is first in the queue." }
    item_not_on_loan { id: "Buku ini tidak sedang dipinjam.", en: "This copy is not on loan." }
    loan_began_later(loaned) { id: "Buku ini baru dipinjam pada {loaned}, sesudah waktu tindakan ini.", en: "It was lent on {loaned} only, after the time of this action." }
    age_min(least, age) { id: "Untuk pembaca sejak {least} tahun; umurnya {age} tahun.", en: "For readers from {least} years; this one is {age}." }
    age_unknown(least) { id: "Untuk pembaca sejak {least} tahun; tanggal lahirnya belum dicatat.", en: "For readers from {least} years; no birth date is known." }
    rule_none { id: "Belum ada aturan pinjam untuk anggota dan buku ini.", en: "No loan rule is for this member and this copy." }
    renewals_used(most) { id: "Sudah diperpanjang {most} kali, sebanyak yang boleh.", en: "Renewed {most} times, as often as the rule allows." }
    renewals_none { id: "Menurut aturannya tidak dapat diperpanjang.", en: "By its rule it is not renewed." }
    renewal_no_gain(due) { id: "Perpanjangan tidak menambah hari; tetap sampai {due}.", en: "A renewal would gain no day; it stays {due}." }
    renewal_held(waiting) { id: "Pembaca lain menunggu buku ini: {waiting}.", en: "Other readers wait for it: {waiting}." }
    hold_twice { id: "Judul ini sudah dipesannya.", en: "There is a hold on this title already." }
    hold_on_loan { id: "Judul ini sedang dipinjamnya.", en: "A copy of this title is on loan to the same member." }
    hold_limit(most) { id: "Sudah memesan {most} judul, sebanyak yang boleh.", en: "{most} holds already, as many as one member may have." }
    hold_no_item { id: "Tidak ada eksemplar judul ini yang dipinjamkan.", en: "No copy of this title is ever lent." }
    row_twice(line) { id: "Buku yang sama sudah ada di baris {line}.", en: "The same copy stands in line {line} already." }
    loan_differs(due) { id: "Sudah tercatat dipinjam anggota ini, tetapi sampai {due}.", en: "On loan to this member already, but until {due}." }
    due_before_loan { id: "Batas kembalinya sebelum tanggal pinjam.", en: "It is due before it was lent." }
    loan_in_future { id: "Tanggal pinjamnya belum tiba.", en: "The loan is on a day to come." }

    not_overridable(code) { id: "`{code}` tidak dapat dilewati.", en: "`{code}` can't be passed over." }
    overridable(codes) { id: "Yang dapat dilewati: {codes}.", en: "These can be: {codes}." }
    override_note { id: "Alasan untuk melewati aturan belum disebut.", en: "Nobody said why a rule is passed over." }
    override_note_hint { id: "tambahkan `--note \"ALASAN\"`; alasannya masuk jurnal", en: "add `--note \"WHY\"`; it goes to the journal" }
    hold_refused { id: "Pemesanan tidak dapat dicatat.", en: "The hold can't be placed." }
    hold_over(hold) { id: "Pemesanan {hold} sudah selesai.", en: "The hold {hold} is over." }
    hold_not_ready(hold) { id: "Belum ada buku yang disisihkan untuk pemesanan {hold}.", en: "Nothing stands ready for the hold {hold}." }
    see_holds { id: "lihat semuanya dengan `loan holds`", en: "see them all with `loan holds`" }
    not_lost(item) { id: "{item} tidak tercatat hilang.", en: "{item} is not kept as lost." }
    not_on_loan(item) { id: "{item} tidak sedang dipinjam siapa pun.", en: "Nobody has {item} on loan." }
    amount(amount) { id: "Jumlah {amount} tidak dapat dicatat.", en: "{amount} can't be booked." }
    amount_why { id: "Jumlahnya lebih dari nol, dan paling banyak satu miliar rupiah.", en: "An amount is more than nothing, and at most a thousand million rupiah." }
    note_missing { id: "Alasannya belum disebut.", en: "Nobody said why." }
    more_than_open(charge, open) { id: "Dari tagihan {charge} hanya tersisa {open}.", en: "Only {open} is left of the charge {charge}." }
    more_than_credit(credit) { id: "Kelebihan bayarnya hanya {credit}.", en: "The credit is only {credit}." }
    undo_too_late { id: "Sudah ada yang berubah sejak itu, jadi tidak dapat dibatalkan.", en: "Something happened since, so it can't be undone." }
    not_planned(hold) { id: "Tidak ada pengantaran untuk pemesanan {hold} di putaran ini.", en: "No delivery of the hold {hold} is left in this round." }
    see_rounds { id: "lihat putarannya dengan `loan deliver list`", en: "see the rounds with `loan deliver list`" }
}
