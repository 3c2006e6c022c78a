//! Results: files, forms, and what went wrong with writing them.

crate::words! {
    error_label { id: "kesalahan:", en: "error:" }
    because_label { id: "sebab:", en: "because:" }
    hint_label { id: "petunjuk:", en: "hint:" }
    warning_label { id: "peringatan:", en: "warning:" }
    nothing { id: "(tidak ada)", en: "(nothing)" }
    yes { id: "ya", en: "yes" }
    no { id: "tidak", en: "no" }

    clock_went_back(now, last) {
        id: "Jam komputer menunjuk {now}, tetapi catatan terakhir dibuat {last}. Periksa jam komputer.",
        en: "The computer's clock says {now}, but the last entry was made at {last}. Look at the clock.",
    }
    stdout_failed {
        id: "Hasil tidak dapat ditulis ke keluaran standar.",
        en: "The result can't be written to standard output.",
    }
    saved_but_not_shown {
        id: "Pekerjaan sudah selesai dan tersimpan; hanya laporannya yang tidak dapat ditulis.",
        en: "The work is done and stored; only its report can't be written.",
    }
    file_failed(path) {
        id: "Berkas hasil {path} tidak dapat ditulis.",
        en: "The output file {path} can't be written.",
    }
    file_is_library(path) {
        id: "Hasil tidak boleh ditulis ke {path}: itu milik berkas perpustakaan.",
        en: "The result can't be written to {path}: it belongs to the library file.",
    }
    file_is_input(path) {
        id: "Hasil tidak boleh ditulis ke {path}: itu berkas yang sedang dibaca.",
        en: "The result can't be written to {path}: it is being read.",
    }
    file_exists(path) { id: "Berkas {path} sudah ada.", en: "The file {path} exists already." }
    use_force {
        id: "pilih nama lain, atau timpa dengan `--force`",
        en: "choose another name, or replace it with `--force`",
    }
    other_name { id: "pilih nama lain", en: "choose another name" }
    file_is_link(path) {
        id: "{path} adalah tautan simbolis, bukan berkas.",
        en: "{path} is a symbolic link, not a file.",
    }
    file_is_folder(path) { id: "{path} adalah folder, bukan berkas.", en: "{path} is a folder, not a file." }
    file_is_special(path) { id: "{path} adalah perangkat, bukan berkas.", en: "{path} is a device, not a file." }
    no_folder(path) { id: "Folder {path} tidak ada.", en: "There is no folder {path}." }
    make_folder(path) { id: "buat dulu foldernya: `mkdir -p {path}`", en: "make the folder first: `mkdir -p {path}`" }
    climbs(path) { id: "Jalur {path} memuat `..`.", en: "The path {path} climbs with `..`." }
    climbs_hint {
        id: "tulis jalur lengkapnya, atau setujui dengan `--force`",
        en: "write the full path, or consent with `--force`",
    }
    no_name(path) { id: "{path} tidak menyebut nama berkas.", en: "{path} names no file." }
    unknown_ending(ending, known) {
        id: "Akhiran `.{ending}` tidak dikenal di sini. Yang dapat: {known}.",
        en: "The ending `.{ending}` is not known here. Possible: {known}.",
    }
    name_format {
        id: "ganti akhirannya, atau sebut bentuknya dengan `--format`",
        en: "change the ending, or name the form with `--format`",
    }
    binary_needs_file {
        id: "Lembar kerja Excel harus ditulis ke berkas dengan `-o`.",
        en: "An Excel sheet must be written to a file with `-o`.",
    }
    input_failed(path) { id: "{path} tidak dapat dibaca.", en: "{path} can't be read." }
    stdin_name { id: "masukan standar", en: "standard input" }

    progress(percent, rows, rate, left) {
        id: "{percent} %  {rows} baris  {rate} baris/detik  sisa {left}",
        en: "{percent} %  {rows} rows  {rate} rows/s  {left} left",
    }
    progress_unbounded(rows, rate) { id: "{rows} baris  {rate} baris/detik", en: "{rows} rows  {rate} rows/s" }
}
