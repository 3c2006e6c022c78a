//! The words of `catalog-search`.

use pustaka_cli::Lang;
use pustaka_core::catalog::record::ItemStatus;

pustaka_cli::words! {
    about { id: "Mencari judul dan eksemplar di katalog.", en: "Finds titles and copies in the catalogue." }
    words_value { id: "KATA", en: "WORDS" }
    words_help {
        id: "Kata di mana saja pada data buku; \"…\" untuk kata yang berurutan; kata terakhir boleh belum selesai",
        en: "Words anywhere in a record; \"…\" keeps words together; the last word may be unfinished",
    }
    author_help { id: "Kata pada nama pengarang", en: "Words among the authors" }
    title_help { id: "Kata pada judul", en: "Words in the title" }
    subject_help { id: "Kata pada subjek", en: "Words among the subjects" }
    isbn_help { id: "Buku dengan ISBN ini, dalam bentuk apa pun", en: "The book with this ISBN, however it is written" }
    class_value { id: "KELAS", en: "CLASS" }
    class_help {
        id: "Hanya judul yang klasifikasinya berawal dengan ini (8, 899.221, 2X)",
        en: "Only titles whose class begins with this (8, 899.221, 2X)",
    }
    available_help {
        id: "Hanya judul yang salah satu eksemplarnya dapat dipinjam sekarang",
        en: "Only titles of which a copy can be lent now",
    }
    limit_help { id: "Jumlah judul yang ditampilkan, paling banyak 1000", en: "How many titles are shown, at most 1000" }
    raw_help {
        id: "KATA adalah permintaan dalam bahasa FTS5 dari SQLite, bukan kata biasa",
        en: "WORDS are a query in the language of SQLite's FTS5, not plain words",
    }
    example_words { id: "Judul yang memuat kedua kata ini, yang paling cocok lebih dulu.", en: "Titles with both words, the best match first." }
    example_fields {
        id: "Sastra karya Hirata yang dapat dipinjam sekarang.",
        en: "Literature by Hirata that can be lent now.",
    }
    example_show { id: "Judul dari eksemplar itu, dengan semua eksemplarnya.", en: "The title of that copy, with all its copies." }

    show_about { id: "Menampilkan satu judul dengan semua eksemplarnya.", en: "Shows one title with all its copies." }
    name_value { id: "EKSEMPLAR-ATAU-JUDUL", en: "ITEM-OR-TITLE" }
    name_help {
        id: "Barcode eksemplar, ISBN, judul, kata dari judul, atau nomor judul",
        en: "Barcode of a copy, ISBN, title, words of a title, or number of a title",
    }
    shelf_about { id: "Menampilkan eksemplar satu kelas menurut urutan di rak.", en: "Lists the copies of a class in shelf order." }
    shelf_class_help { id: "Awal klasifikasi: 8, 899.221, 2X", en: "Beginning of the class: 8, 899.221, 2X" }
    skip_help { id: "Lewati sekian eksemplar pertama", en: "Leave out this many copies at the beginning" }
    shelf_limit_help { id: "Jumlah eksemplar yang ditampilkan, paling banyak 1000", en: "How many copies are shown, at most 1000" }

    title { id: "Judul", en: "Title" }
    part { id: "Bagian", en: "Part" }
    responsibility { id: "Pernyataan tanggung jawab", en: "Responsibility" }
    authors { id: "Pengarang", en: "Authors" }
    edition { id: "Edisi", en: "Edition" }
    isbn { id: "ISBN", en: "ISBN" }
    issn { id: "ISSN", en: "ISSN" }
    publisher { id: "Penerbit", en: "Publisher" }
    place { id: "Tempat terbit", en: "Place" }
    year { id: "Tahun", en: "Year" }
    extent { id: "Deskripsi fisik", en: "Extent" }
    series { id: "Seri", en: "Series" }
    class { id: "Klasifikasi", en: "Class" }
    call_number { id: "No. panggil", en: "Call number" }
    language { id: "Bahasa", en: "Language" }
    medium { id: "Jenis bahan", en: "Medium" }
    subjects { id: "Subjek", en: "Subjects" }
    notes { id: "Catatan", en: "Notes" }
    image { id: "Gambar", en: "Image" }
    number { id: "No. judul", en: "Title no." }
    items { id: "Eksemplar", en: "Copies" }
    available { id: "Tersedia", en: "Available" }
    shelf { id: "Rak", en: "Shelf" }
    location { id: "Lokasi", en: "Location" }
    barcode { id: "Barcode", en: "Barcode" }
    inventory_number { id: "No. induk", en: "Accession no." }
    status { id: "Status", en: "Status" }
    field { id: "Data", en: "Field" }
    value { id: "Isi", en: "Value" }

    status_available { id: "tersedia", en: "available" }
    status_not_for_loan { id: "baca di tempat", en: "not for loan" }
    status_repair { id: "diperbaiki", en: "in repair" }
    status_missing { id: "tidak di tempatnya", en: "missing" }
    status_lost { id: "hilang", en: "lost" }
    status_withdrawn { id: "dikeluarkan dari koleksi", en: "withdrawn" }

    nothing_asked { id: "Belum ada yang dicari.", en: "Nothing was asked for." }
    ask_so { id: "ketik kata dari judul atau pengarang: `catalog-search laskar pelangi`", en: "type words of a title or an author: `catalog-search laskar pelangi`" }
    nothing_found(query) { id: "Tidak ada judul yang cocok dengan “{query}”.", en: "No title matches “{query}”." }
    nothing_so { id: "Tidak ada judul yang cocok.", en: "No title matches." }
    did_you_mean(words) {
        id: "mungkin maksud Anda “{words}”: `catalog-search {words}`",
        en: "did you mean “{words}”: `catalog-search {words}`",
    }
    shortened {
        id: "Permintaan terlalu panjang: hanya 256 huruf dan 32 kata pertama yang dicari.",
        en: "The query is too long: only its first 256 characters and 32 words were looked for.",
    }
    first_of(shown, total) { id: "{shown} dari {total} judul; tampilkan lebih banyak dengan `--limit`.", en: "{shown} of {total} titles; show more with `--limit`." }
    first_of_at_least(shown, total) {
        id: "{shown} dari sedikitnya {total} judul; persempit dengan kata lain.",
        en: "{shown} of at least {total} titles; narrow it down with another word.",
    }
    bad_raw(query) { id: "“{query}” bukan permintaan FTS5.", en: "“{query}” is no query of FTS5." }
    without_raw { id: "tanpa `--raw`, apa pun yang Anda ketik dicari sebagai kata", en: "without `--raw` anything you type is looked for as words" }
    unknown(name) { id: "Tidak ada eksemplar atau judul “{name}”.", en: "There is no copy or title “{name}”." }
    several(count, name) { id: "{count} judul cocok dengan “{name}”.", en: "{count} titles answer to “{name}”." }
    name_one(id) { id: "sebut nomor judulnya: `catalog-search show {id}`", en: "name one by its number: `catalog-search show {id}`" }
    no_copies { id: "Judul ini tidak punya eksemplar.", en: "This title has no copies." }
    no_class { id: "Kelas belum disebut.", en: "No class was named." }
    empty_shelf(class) { id: "Tidak ada eksemplar dengan klasifikasi {class}.", en: "There is no copy with class {class}." }
    copies_of(first, last, total) {
        id: "Eksemplar {first} sampai {last} dari {total}; lanjutkan dengan `--skip`.",
        en: "Copies {first} to {last} of {total}; go on with `--skip`.",
    }
    beyond_the_end(total) { id: "Rak ini hanya berisi {total} eksemplar.", en: "This shelf has only {total} copies." }

    topic_search { id: "Cara kata-kata dicari dan diurutkan", en: "How words are looked for and ranked" }
    search_text {
        id: "Semua kata harus ada pada data buku: judul, pengarang, subjek, penerbit,
seri, catatan. Huruf besar, aksen, dan tanda baca tidak berpengaruh.

  laskar pelangi      kedua kata, di mana saja
  \"laskar pelangi\"    kedua kata berurutan
  membaca             juga bacaan, dibaca, membacakan
  pelan               juga awal kata: pelangi, kalau `pelan` sendiri jarang
  9789793062792       ISBN, seperti dari pemindai
  -- show             kata yang sama dengan nama perintah

Urutannya: judul yang persis sama; semua kata ada pada judul; judul yang
berawal dengannya; kata seperti ditulis sebelum bentuk lainnya; lalu
pengarang, subjek, dan lainnya. Yang setara diurutkan menurut jumlah
eksemplar, lalu yang lebih baru.

Tanda seperti * ^ : ( ) tidak punya arti khusus, kecuali dengan --raw: di
sana KATA adalah permintaan FTS5 atas kolom title, author, subject, other
dan stems.

Pencarian yang tidak menemukan apa pun dicatat untuk pengadaan buku: hari
dan kata-katanya, tanpa nama siapa pun.",
        en: "All words must be in the record: title, author, subject, publisher, series,
notes. Capitals, accents and punctuation do not matter.

  laskar pelangi      both words, anywhere
  \"laskar pelangi\"    both words together
  membaca             also bacaan, dibaca, membacakan
  pelan               also beginnings: pelangi, where `pelan` itself is rare
  9789793062792       an ISBN, as a scanner types it
  -- show             a word that is the name of a command

The order: the very title; all words in the title; a title that begins with
them; a word as written before its other forms; then author, subject and
the rest. Equals stand by their number of copies, then the newer first.

Signs like * ^ : ( ) mean nothing, except with --raw: there WORDS are a
query of FTS5 over the columns title, author, subject, other and stems.

A search that finds nothing is noted for the buying of books: the day and
the words, without anyone's name.",
    }
}

/// The status of a copy, in words.
pub(crate) fn of_status(lang: Lang, status: ItemStatus) -> &'static str {
    match status {
        ItemStatus::Available => status_available(lang),
        ItemStatus::NotForLoan => status_not_for_loan(lang),
        ItemStatus::Repair => status_repair(lang),
        ItemStatus::Missing => status_missing(lang),
        ItemStatus::Lost => status_lost(lang),
        ItemStatus::Withdrawn => status_withdrawn(lang),
    }
}
