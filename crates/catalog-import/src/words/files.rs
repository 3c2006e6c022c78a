//! What is said of the files named on the command line.

pustaka_cli::words! {
    the_library_hint {
        id: "katalognya ditulis ke berkas dengan `catalog-export`",
        en: "`catalog-export` writes its catalogue to a file",
    }
    verb_last(verb) {
        id: "`{verb}` tidak dapat dipakai bersama nama berkas.",
        en: "`{verb}` can't be used together with names of files.",
    }
    stdin_twice { id: "Masukan standar (`-`) hanya dapat dibaca satu kali.", en: "Standard input (`-`) can be read only once." }
    did_you_mean(name) { id: "maksud Anda `{name}`?", en: "did you mean `{name}`?" }
    field_unknown(field) { id: "Tidak ada isian `{field}`.", en: "There is no field `{field}`." }
    fields_are(fields) { id: "Isiannya: {fields}.", en: "The fields are: {fields}." }
}
