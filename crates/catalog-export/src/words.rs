//! The words of `catalog-export`.

use pustaka_cli::Lang;
use pustaka_formats::catalogue::AlterationCode;

use crate::losses::Loss;

pustaka_cli::words! {
    about {
        id: "Menulis katalog ke berkas yang dapat dibaca sistem lain.",
        en: "Writes the catalogue to a file that other systems read.",
    }
    dialect { id: "Bentuk berkas katalog", en: "Shape of the catalogue file" }
    dialect_value { id: "BENTUK", en: "DIALECT" }
    class { id: "Hanya judul yang klasifikasinya berawal dengan ini", en: "Only titles whose class begins with this" }
    class_value { id: "KELAS", en: "CLASS" }
    in_slims {
        id: "Nama bahasa atau lokasi yang sudah ada di daftar SLiMS; dapat diulang",
        en: "Name of a language or a location that is in SLiMS's lists already; repeats",
    }
    name_value { id: "NAMA", en: "NAME" }
    example_all { id: "Seluruh katalog, untuk dibaca kembali tanpa ada yang hilang.", en: "The whole catalogue, to be read back without loss." }
    example_biblio { id: "Judul-judulnya, untuk halaman impor SLiMS.", en: "The titles, for SLiMS's import page." }
    example_item {
        id: "Eksemplarnya, diimpor sesudah judul; lokasi Cabang Utara sudah dibuat di SLiMS.",
        en: "The copies, imported after the titles; the location Cabang Utara was made in SLiMS.",
    }

    not_with_register(option) {
        id: "{option} tidak berlaku untuk `register`: buku induk selalu memuat semua eksemplar.",
        en: "{option} is not for `register`: the accession register always holds every copy.",
    }
    progress { id: "Menulis katalog", en: "Writing the catalogue" }
    no_title(class) { id: "Tidak ada judul dengan klasifikasi {class}.", en: "There is no title with class {class}." }
    not_on_screen {
        id: "Berkas katalog tidak ditampilkan di layar.",
        en: "A catalogue file is not shown on the screen.",
    }
    json_needs_file {
        id: "`--format json` hanya meringkas; katalognya sendiri perlu berkas.",
        en: "`--format json` only sums up; the catalogue itself needs a file.",
    }
    name_file { id: "sebut berkasnya dengan `-o katalog.csv`", en: "name the file with `-o catalogue.csv`" }
    only_csv(ending) {
        id: "Berkas katalog berbentuk CSV, bukan {ending}.",
        en: "A catalogue file is CSV, not {ending}.",
    }
    csv_ending { id: "pakai nama yang berakhiran `.csv`", en: "use a name that ends in `.csv`" }
    written(titles, items, file) {
        id: "{titles} judul dan {items} eksemplar ditulis ke {file}.",
        en: "{titles} titles and {items} copies were written to {file}.",
    }
    would_write(titles, items) {
        id: "{titles} judul dan {items} eksemplar akan ditulis.",
        en: "{titles} titles and {items} copies would be written.",
    }
    loss(code, count, what, place) {
        id: "{code} ({count}): {what} Pertama: {place}",
        en: "{code} ({count}): {what} First: {place}",
    }
    place(line, column, title) {
        id: "baris {line}, kolom {column}, judul “{title}”.",
        en: "line {line}, column {column}, title “{title}”.",
    }
    place_of_copy(line, column, title, item) {
        id: "baris {line}, kolom {column}, eksemplar {item} dari “{title}”.",
        en: "line {line}, column {column}, copy {item} of “{title}”.",
    }

    not_for_excel(dialect) {
        id: "Berkas {dialect} tidak dapat dibentuk untuk Excel: SLiMS tidak akan membacanya.",
        en: "A {dialect} file can't be made for Excel: SLiMS would not read it.",
    }
    only_pustaka { id: "pakai `--excel` dengan `--dialect pustaka`", en: "use `--excel` with `--dialect pustaka`" }

    notes_box {
        id: "SLiMS 9.7 membungkus catatan dengan kotak HTML; isinya utuh.",
        en: "SLiMS 9.7 wraps notes in an HTML box; their text stays whole.",
    }
    too_long { id: "lebih panjang dari kolom SLiMS, jadi dipotong.", en: "longer than SLiMS's column, so it is cut." }
    beyond {
        id: "huruf yang tidak dapat disimpan SLiMS (misalnya emoji) menjadi `�`.",
        en: "characters that SLiMS can't store (emoji, for one) become `�`.",
    }
    angle {
        id: "`<` dan `>` di dalam nama menjadi `(` dan `)`: bagi SLiMS itu pembatas.",
        en: "`<` and `>` inside a name become `(` and `)`: to SLiMS they part names.",
    }
    backslash {
        id: "garis miring terbalik menjadi garis miring: SLiMS membuangnya.",
        en: "backslashes become slashes: SLiMS drops them.",
    }
    line_break { id: "ganti baris menjadi spasi.", en: "line breaks become blanks." }
    zero { id: "nama `0` dianggap kosong oleh SLiMS.", en: "SLiMS takes the name `0` for empty." }
    literal {
        id: "awalan `literal{` diberi spasi: SLiMS menjalankannya sebagai SQL.",
        en: "a blank is put into the beginning `literal{`: SLiMS would run it as SQL.",
    }
    author_order { id: "SLiMS melupakan urutan pengarang.", en: "SLiMS forgets the order of authors." }
    code_clash {
        id: "bagi SLiMS kode ini sama dengan kode eksemplar lain (huruf besar, aksen, atau sama dalam 20 huruf pertama); eksemplarnya tidak ditulis.",
        en: "to SLiMS the code is that of another copy (case, accents, or the same first 20 characters); the copy is not written.",
    }
    code_quote {
        id: "tanda ' di dalam kode menjadi ’: SLiMS gagal mengindeks '.",
        en: "' inside a code becomes ’: SLiMS fails to index '.",
    }
    copies {
        id: "eksemplar satu judul terlalu banyak untuk indeks SLiMS; eksemplar ini tidak ditulis.",
        en: "more copies of one title than SLiMS can index; this copy is not written.",
    }
    date {
        id: "tanggal yang kosong diisi SLiMS dengan hari impor.",
        en: "where there is no date, SLiMS writes the day of the import.",
    }
    price { id: "harga di atas 2.147.483.647 menjadi 0.", en: "a price beyond 2,147,483,647 becomes 0." }
    formula {
        id: "sel berawal seperti rumus; jangan buka berkas ini dengan Excel.",
        en: "a cell begins like a formula; don't open this file with Excel.",
    }
    other { id: "SLiMS tidak akan menyimpannya apa adanya.", en: "SLiMS will not keep it as it is." }
    part { id: "SLiMS tidak mengenal jilid; jilid ditulis sesudah judul.", en: "SLiMS knows no parts; the part follows the title." }
    issn {
        id: "SLiMS hanya punya satu kolom; ISBN ditulis, ISSN tidak.",
        en: "SLiMS has one column for both; the ISBN is written, the ISSN is not.",
    }
    language {
        id: "bahasa tidak ada di daftar SLiMS baru, jadi dikosongkan; buat dulu di SLiMS, lalu sebut dengan `--in-slims`.",
        en: "the language is not in a new SLiMS's list, so it is left out; make it in SLiMS first, then name it with `--in-slims`.",
    }
    location {
        id: "lokasi tidak ada di daftar SLiMS baru, jadi dikosongkan; buat dulu di SLiMS, lalu sebut dengan `--in-slims`.",
        en: "the location is not in a new SLiMS's list, so it is left out; make it in SLiMS first, then name it with `--in-slims`.",
    }
    status {
        id: "SLiMS tidak mengenal status ini: hilang menjadi Missing, dikeluarkan menjadi No Loan.",
        en: "SLiMS doesn't know this status: lost becomes Missing, withdrawn No Loan.",
    }
    source {
        id: "SLiMS hanya mengenal beli dan hibah; sumber lain dikosongkan.",
        en: "SLiMS knows only bought and given; another source is left out.",
    }
    item_note { id: "SLiMS tidak punya tempat untuk catatan eksemplar.", en: "SLiMS has no place for a note on a copy." }

    topic_slims { id: "Memindahkan katalog ke SLiMS 9.7", en: "Moving the catalogue to SLiMS 9.7" }
}

/// What SLiMS will do, for one kind of loss.
pub(crate) fn what(lang: Lang, loss: Loss) -> &'static str {
    let says: fn(Lang) -> &'static str = match loss {
        Loss::Altered(code) => return altered(lang, code),
        Loss::Part => part,
        Loss::Issn => issn,
        Loss::Language => language,
        Loss::Location => location,
        Loss::Status => status,
        Loss::Source => source,
        Loss::ItemNote => item_note,
    };
    says(lang)
}

fn altered(lang: Lang, code: AlterationCode) -> &'static str {
    let says: fn(Lang) -> &'static str = match code {
        AlterationCode::NotesBox => notes_box,
        AlterationCode::TooLong => too_long,
        AlterationCode::Beyond => beyond,
        AlterationCode::Angle => angle,
        AlterationCode::Backslash => backslash,
        AlterationCode::LineBreak => line_break,
        AlterationCode::Zero => zero,
        AlterationCode::Literal => literal,
        AlterationCode::AuthorOrder => author_order,
        AlterationCode::CodeClash => code_clash,
        AlterationCode::CodeQuote => code_quote,
        AlterationCode::Copies => copies,
        AlterationCode::Date => date,
        AlterationCode::Price => price,
        AlterationCode::Formula => formula,
        // The list may grow; a test holds that every code has its own words.
        _ => other,
    };
    says(lang)
}

/// How to import into SLiMS, in one language.
pub(crate) fn slims(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => SLIMS_ID,
        Lang::En => SLIMS_EN,
    }
}

const SLIMS_ID: &str = "\
Dua berkas, dua halaman SLiMS, urutannya penting:

  $ catalog-export --dialect slims-biblio -o judul.csv
  $ catalog-export --dialect slims-item -o eksemplar.csv

1. Di SLiMS: Bibliografi, Impor Data, berkas judul.csv, pemisah `,`, pembatas
   `\"`. Judul masuk bersama kode eksemplarnya.
2. Di SLiMS: Bibliografi, Impor Eksemplar, berkas eksemplar.csv. Halaman ini
   hanya melengkapi eksemplar yang sudah ada: tanpa langkah 1 ia berhenti.

Berkas eksemplar tidak punya baris judul kolom: SLiMS menganggapnya eksemplar.
Jangan buka kedua berkas dengan Excel sebelum diimpor.

Daftar bahasa, lokasi, dan status tidak dapat ditambah oleh impor SLiMS. Buat
dulu nama yang perlu di Master File, lalu sebut di sini:

  $ catalog-export --dialect slims-item --in-slims 'Cabang Utara' -o e.csv

Yang tidak disimpan SLiMS ditunjukkan sebagai peringatan, dijumlah menurut
kode, dengan tempat pertamanya. Nama yang hanya berbeda huruf besar atau aksen
menjadi satu di SLiMS. Sesudah impor judul SLiMS 9.7 selalu menyebut 0 judul:
bandingkan jumlah judul dan eksemplar di SLiMS dengan yang disebut di sini.
";

const SLIMS_EN: &str = "\
Two files, two pages of SLiMS, and the order matters:

  $ catalog-export --dialect slims-biblio -o titles.csv
  $ catalog-export --dialect slims-item -o copies.csv

1. In SLiMS: Bibliography, Data Import, file titles.csv, separator `,`,
   enclosure `\"`. The titles come in with the codes of their copies.
2. In SLiMS: Bibliography, Item Import, file copies.csv. This page only
   completes copies that are there: without step 1 it stops.

The file of copies has no header row: SLiMS would take it for a copy. Open
neither file with Excel before it is imported.

SLiMS's import can't add to its lists of languages, locations and statuses.
Make the names you need in its Master File first, then name them here:

  $ catalog-export --dialect slims-item --in-slims 'North branch' -o c.csv

What SLiMS will not keep is shown as warnings, summed by code, each with the
first place. Names that differ only in case or accents become one in SLiMS.
After importing titles SLiMS 9.7 always says 0 titles: compare the numbers of
titles and copies in SLiMS with those said here.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_loss_has_its_own_words_in_both_languages() {
        let own = [
            Loss::Part,
            Loss::Issn,
            Loss::Language,
            Loss::Location,
            Loss::Status,
            Loss::Source,
            Loss::ItemNote,
        ];
        let altered = AlterationCode::all().iter().map(|code| Loss::Altered(*code));
        let mut seen = std::collections::HashSet::new();
        for loss in altered.chain(own) {
            assert!(loss.code().starts_with("slims."));
            for lang in Lang::ALL {
                assert!(seen.insert(what(lang, loss)), "{} {lang:?}", loss.code());
            }
        }
    }
}
