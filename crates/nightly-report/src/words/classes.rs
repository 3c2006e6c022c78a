//! What the classes of the collection are about, on the page and in the reports.

use pustaka_cli::Lang;

/// What a class is about.
pub(crate) fn subject(lang: Lang, class: &str) -> &'static str {
    let says: fn(Lang) -> &'static str = match class {
        "000" => class_000,
        "100" => class_100,
        "200" => class_200,
        "2X" => class_2x,
        "300" => class_300,
        "400" => class_400,
        "500" => class_500,
        "600" => class_600,
        "700" => class_700,
        "800" => class_800,
        "900" => class_900,
        "total" => all_classes,
        _ => class_other,
    };
    says(lang)
}

pustaka_cli::words! {
    all_classes { id: "Semua kelas", en: "All classes" }
    class_000 { id: "Karya umum", en: "General works" }
    class_100 { id: "Filsafat dan psikologi", en: "Philosophy and psychology" }
    class_200 { id: "Agama selain Islam", en: "Religion other than Islam" }
    class_2x { id: "Islam", en: "Islam" }
    class_300 { id: "Ilmu sosial", en: "Social sciences" }
    class_400 { id: "Bahasa", en: "Language" }
    class_500 { id: "Sains", en: "Science" }
    class_600 { id: "Teknologi", en: "Technology" }
    class_700 { id: "Kesenian dan olahraga", en: "Arts and sport" }
    class_800 { id: "Kesusastraan", en: "Literature" }
    class_900 { id: "Sejarah dan geografi", en: "History and geography" }
    class_other { id: "Bukan desimal atau tanpa kelas", en: "Not decimal, or without a class" }
}
