//! The words of `loan`, by what they are about.

pub(crate) mod desk;
pub(crate) mod help;
pub(crate) mod offline;
pub(crate) mod result;

pustaka_cli::words! {
    about {
        id: "Meminjamkan dan menerima kembali: meja layanan, pesanan, denda, pengantaran, perpustakaan keliling.",
        en: "Lends and takes back: the counter, holds, fines, deliveries, the mobile library.",
    }
    rehearsed { id: "Percobaan: tidak ada yang disimpan.", en: "A rehearsal: nothing is stored." }
    input_failed { id: "Masukan tidak dapat dibaca.", en: "The input can't be read." }
    in_line(number, sentence) { id: "Baris {number}: {sentence}", en: "Line {number}: {sentence}" }

    bad_amount(typed) { id: "`{typed}` bukan jumlah uang.", en: "`{typed}` is no amount of money." }
    amount_empty { id: "Jumlahnya kosong.", en: "There is no amount in it." }
    amount_form { id: "Jumlah ditulis seperti 1500, Rp1.500, atau 1.500,-.", en: "An amount is written as 1500, Rp1.500 or 1.500,-." }
    amount_negative { id: "Jumlahnya kurang dari nol.", en: "It is below zero." }
    amount_cents { id: "Rupiah dihitung tanpa sen.", en: "Rupiah are counted without cents." }
    amount_too_large { id: "Jumlahnya terlalu besar.", en: "It is too large." }
    bad_reason(typed) { id: "`{typed}` bukan kode tagihan.", en: "`{typed}` is no code of a charge." }
    reason_form { id: "Kode tagihan terdiri dari huruf kecil dan tanda hubung: `card`, `damage`.", en: "A code has small letters and hyphens: `card`, `damage`." }

    no_title(named) { id: "Tidak ada judul atau buku “{named}”.", en: "There is no title or copy “{named}”." }
    search_hint(named) { id: "cari dengan `catalog-search {named}`", en: "look with `catalog-search {named}`" }
    several_titles(named) { id: "Beberapa judul cocok dengan “{named}”.", en: "Several titles answer to “{named}”." }
    may_be_title(id, title) { id: "{id}: {title}", en: "{id}: {title}" }
    several_titles_hint { id: "sebut nomor judulnya, atau kode salah satu bukunya", en: "name the number of the title, or the barcode of a copy" }
}
