//! Which member is meant.

crate::words! {
    nobody(typed) { id: "Tidak ada anggota “{typed}”.", en: "There is no member “{typed}”." }
    nobody_hint {
        id: "sebut kartu, telepon, atau awal namanya; daftarkan dengan `member add`",
        en: "name a card, a telephone number or the beginning of the name; enrol with `member add`",
    }
    is_a_book(item) { id: "{item} adalah kode buku, bukan kartu.", en: "{item} is the barcode of a book, not a card." }
    several(typed) { id: "Beberapa anggota cocok dengan “{typed}”.", en: "Several members answer to “{typed}”." }
    candidate(card, name) { id: "{card}  {name}", en: "{card}  {name}" }
    candidate_apart(card, name, apart) { id: "{card}  {name}  ({apart})", en: "{card}  {name}  ({apart})" }
    born(day) { id: "lahir {day}", en: "born {day}" }
    and_more { id: "… dan lainnya", en: "… and others" }
    name_a_card { id: "sebut nomor kartunya", en: "name the card" }
    choice(number, candidate) { id: "  {number}. {candidate}", en: "  {number}. {candidate}" }
    choose { id: "Nomor urut atau kartu", en: "Number or card" }
    nobody_chosen { id: "Tidak ada anggota yang dipilih.", en: "No member was chosen." }
}
