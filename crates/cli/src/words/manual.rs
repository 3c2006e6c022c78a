//! Headings of the manual pages.

crate::words! {
    book { id: "Buku petunjuk Pustaka", en: "Pustaka manual" }
    name { id: "NAMA", en: "NAME" }
    synopsis { id: "RINGKASAN", en: "SYNOPSIS" }
    description { id: "PENJELASAN", en: "DESCRIPTION" }
    examples { id: "CONTOH", en: "EXAMPLES" }
    see_also { id: "LIHAT JUGA", en: "SEE ALSO" }
}
