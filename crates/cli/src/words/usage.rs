//! What is said of a command line that can't be used.

crate::words! {
    unknown_option(found) { id: "Opsi `{found}` tidak dikenal.", en: "There is no option `{found}`." }
    unknown_command(found) { id: "Perintah `{found}` tidak dikenal.", en: "There is no command `{found}`." }
    unknown_topic(found) { id: "Tidak ada topik bantuan `{found}`.", en: "There is no help topic `{found}`." }
    unexpected_value(found) { id: "`{found}` tidak diharapkan di sini.", en: "`{found}` is not expected here." }
    bad_choice(found, option) {
        id: "`{found}` bukan pilihan untuk {option}.",
        en: "`{found}` is not a choice for {option}.",
    }
    bad_value(found, option) {
        id: "`{found}` tidak dapat dipakai untuk {option}.",
        en: "`{found}` can't be used for {option}.",
    }
    empty_value(option) { id: "{option} memerlukan nilai.", en: "{option} needs a value." }
    choices(values) { id: "Pilihannya: {values}.", en: "The choices are: {values}." }
    missing(what) { id: "Belum lengkap: {what} harus diisi.", en: "Something is missing: {what}." }
    missing_command { id: "Perintahnya belum disebut.", en: "The command is missing." }
    commands_are(values) { id: "Perintahnya: {values}.", en: "The commands are: {values}." }
    too_many(found, option) {
        id: "{option} tidak menerima nilai `{found}` lagi.",
        en: "{option} takes no further value `{found}`.",
    }
    wrong_count(option, wanted, found) {
        id: "{option} memerlukan {wanted} nilai, bukan {found}.",
        en: "{option} needs {wanted} values, not {found}.",
    }
    conflict(option, other) {
        id: "{option} tidak dapat dipakai bersama {other}.",
        en: "{option} can't be used together with {other}.",
    }
    repeated(option) { id: "{option} hanya boleh satu kali.", en: "{option} can be given only once." }
    no_equals(option) { id: "{option} memerlukan `=` sebelum nilainya.", en: "{option} needs `=` before its value." }
    not_unicode {
        id: "Ada teks pada baris perintah yang bukan UTF-8.",
        en: "Something on the command line is not UTF-8.",
    }
    unusable { id: "Baris perintah ini tidak dapat dipakai.", en: "This command line can't be used." }
    did_you_mean(suggestions) { id: "Maksud Anda {suggestions}?", en: "Did you mean {suggestions}?" }
    see_help(command) { id: "lihat `{command} --help`", en: "see `{command} --help`" }
    see_topics(command) { id: "lihat `{command} help`", en: "see `{command} help`" }
    in_range(least, most) { id: "Yang diperlukan adalah bilangan dari {least} sampai {most}.", en: "A number from {least} to {most} is needed." }
    at_least(least) { id: "Yang diperlukan adalah bilangan mulai dari {least}.", en: "A number from {least} on is needed." }
    not_a_number { id: "Yang diperlukan adalah bilangan bulat.", en: "A whole number is needed." }
    out_of_range(low, high) {
        id: "Yang diperlukan adalah bilangan dari {low} sampai {high}.",
        en: "A number from {low} to {high} is needed.",
    }
    bad_environment(name, found) {
        id: "Isi variabel lingkungan {name}, `{found}`, tidak dapat dipakai.",
        en: "The environment variable {name} holds `{found}`, which can't be used.",
    }
    bad_staff(found) {
        id: "Kode petugas `{found}` tidak dapat dipakai.",
        en: "The staff code `{found}` can't be used.",
    }
    staff_rule {
        id: "Kode petugas terdiri dari 1 sampai 32 huruf, angka atau tanda tanpa spasi.",
        en: "A staff code is 1 to 32 letters, digits or signs without blanks.",
    }
    staff_hint { id: "sebut petugasnya dengan `--staff KODE`", en: "name who acts with `--staff CODE`" }
    no_home {
        id: "Tidak diketahui di mana berkas perpustakaan berada: HOME tidak disetel.",
        en: "It isn't known where the library file is: HOME is not set.",
    }
    name_db { id: "sebut berkasnya dengan `--db BERKAS`", en: "name the file with `--db FILE`" }
    at_in_future(typed) {
        id: "--at {typed} berada di masa depan.",
        en: "--at {typed} is in the future.",
    }
    at_why {
        id: "Yang dicatat harus sudah terjadi.",
        en: "What is recorded must have happened.",
    }
    no_question {
        id: "Pekerjaan ini perlu persetujuan, tetapi tidak ada terminal untuk bertanya.",
        en: "This needs your consent, but there is no terminal to ask on.",
    }
    say_yes { id: "setujui dengan `--yes`", en: "consent with `--yes`" }
    yes_no { id: "[y/T]", en: "[y/N]" }
}
