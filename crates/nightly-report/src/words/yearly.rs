//! The yearly questionnaire and the ratios; and the facts that they need.

use pustaka_cli::Lang;
use pustaka_core::reports::tables::ikk::IkkLine;
use pustaka_core::reports::tables::iplm::IplmClass;
use pustaka_core::reports::tables::per_head::{Counted, Population};

pustaka_cli::words! {
    field { id: "Isian", en: "Field" }
    element { id: "Unsur", en: "Element" }
    printed_titles { id: "Judul tercetak", en: "Printed titles" }
    digital_titles { id: "Judul digital", en: "Digital titles" }
    librarians { id: "Pustakawan", en: "Librarians" }
    open_days { id: "Hari buka", en: "Days open" }
    visits_onsite { id: "Rata-rata kunjungan langsung per hari buka", en: "Mean visits onsite, a day open" }
    visits_online { id: "Rata-rata kunjungan daring per hari", en: "Mean visits online, a day" }
    accreditation { id: "Predikat akreditasi", en: "Predicate of accreditation" }
    accreditation_number { id: "Nomor sertifikat akreditasi", en: "Number of accreditation" }
    outreach_onsite { id: "Peserta KIE/sosialisasi langsung", en: "Participants of outreach onsite" }
    counted_at_events(count) {
        id: "{count} (dihitung dari kehadiran di acara)",
        en: "{count} (counted from attendance at events)",
    }
    outreach_online { id: "Peserta KIE/sosialisasi daring", en: "Participants of outreach online" }
    // As the questionnaire says it.
    outreach_event { id: "Peserta kegiatan", en: "Participants of the event" }
    event { id: "Kegiatan", en: "Event" }
    members { id: "Anggota yang berlaku", en: "Valid members" }
    population { id: "Penduduk", en: "Inhabitants" }
    element_1 { id: "UPLM1 pemerataan layanan perpustakaan", en: "UPLM1 spread of library services" }
    element_2 { id: "UPLM2 ketercukupan koleksi", en: "UPLM2 adequacy of collections" }
    element_3 { id: "UPLM3 ketercukupan tenaga", en: "UPLM3 adequacy of staff" }
    element_4 { id: "UPLM4 tingkat kunjungan per hari", en: "UPLM4 visits a day" }
    element_5 { id: "UPLM5 perpustakaan ber-SNP", en: "UPLM5 libraries of the national standard" }
    element_6 { id: "UPLM6 keterlibatan dalam KIE/sosialisasi", en: "UPLM6 involvement in outreach" }
    element_7 { id: "UPLM7 anggota perpustakaan", en: "UPLM7 library members" }
    index { id: "IPLM", en: "IPLM" }
    class { id: "Kategori (2025)", en: "Class (2025)" }
    scope { id: "Data dari", en: "Data of" }
    region { id: "seluruh daerah", en: "the region" }
    this_library { id: "perpustakaan ini", en: "this library" }
    formula_raw { id: "Rumus 2021–2022", en: "Formula 2021–2022" }
    formula_capped { id: "Rumus sejak 2023", en: "Formula since 2023" }
    only_this_library {
        id: "Indeks yang diumumkan memakai data semua perpustakaan di daerah; unsur yang datanya dari perpustakaan ini saja bukan angka itu.",
        en: "The published index takes the data of all libraries of the region; an element with the data of this library alone is not that figure.",
    }
    very_low { id: "sangat rendah", en: "very low" }
    low { id: "rendah", en: "low" }
    middle { id: "sedang", en: "middle" }
    high { id: "tinggi", en: "high" }
    very_high { id: "sangat tinggi", en: "very high" }

    copies { id: "Ketercukupan koleksi: eksemplar / penduduk", en: "Adequacy of the collection: copies / inhabitants" }
    titles { id: "Ketercukupan koleksi: judul / penduduk", en: "Adequacy of the collection: titles / inhabitants" }
    use_ratio { id: "Kemanfaatan: kunjungan / penduduk", en: "Use: visits / inhabitants" }
    staff { id: "Ketercukupan tenaga: tenaga / penduduk", en: "Adequacy of staff: staff / inhabitants" }
    standard { id: "Perpustakaan ber-SNP / perpustakaan", en: "Libraries of the standard / libraries" }
    snp_titles { id: "SNP: judul / (0,025 x penduduk)", en: "SNP: titles / (0.025 x inhabitants)" }
    snp_new { id: "SNP: terbitan 5 tahun terakhir / eksemplar (≥ 10 %)", en: "SNP: of the last 5 years / copies (≥ 10 %)" }

    valid_members { id: "anggota yang berlaku", en: "valid members" }
    active_members { id: "anggota yang meminjam", en: "members who borrowed" }
    inhabitants { id: "penduduk", en: "inhabitants" }
    loans { id: "Peminjaman", en: "Loans" }
    visits { id: "Kunjungan", en: "Visits" }

    facts_title(year) { id: "Fakta tahun {year}:", en: "Facts of {year}:" }
    fact { id: "Fakta", en: "Fact" }
    before { id: "Sebelumnya", en: "Before" }
    unknown_fact(name) { id: "Tidak ada fakta bernama {name}.", en: "There is no fact named {name}." }
    fact_refused(value, name) {
        id: "`{value}` tidak dapat dipakai untuk {name}.",
        en: "`{value}` can't be used for {name}.",
    }
    whole { id: "Isinya bilangan bulat.", en: "It holds a whole number." }
    whole_above_zero { id: "Isinya bilangan bulat di atas nol.", en: "It holds a whole number above zero." }
    decimal { id: "Isinya bilangan, boleh dengan koma atau pecahan.", en: "It holds a number, which may have places or be a fraction." }
    decimal_above_zero {
        id: "Isinya bilangan di atas nol, boleh dengan koma atau pecahan.",
        en: "It holds a number above zero, which may have places or be a fraction.",
    }
    line { id: "Isinya satu baris, paling panjang 120 huruf.", en: "It holds one line of at most 120 letters." }
    set_hint(command) { id: "misalnya `{command}`", en: "for example `{command}`" }
    see_facts { id: "daftarnya: `nightly-report facts`", en: "see the list: `nightly-report facts`" }
    meaning { id: "Arti", en: "Meaning" }
    value { id: "Nilai", en: "Value" }
    fact_set(fact, year, value) { id: "{fact} tahun {year} kini {value}.", en: "{fact} of {year} is now {value}." }
    fact_gone(fact, year) { id: "{fact} tahun {year} dihapus.", en: "{fact} of {year} was taken away." }
    fact_same(fact, year) { id: "{fact} tahun {year} tidak berubah.", en: "{fact} of {year} is unchanged." }
    fact_population { id: "Penduduk daerah", en: "Inhabitants of the region" }
    fact_libraries { id: "Perpustakaan segala jenis di daerah", en: "Libraries of every type in the region" }
    fact_libraries_standard { id: "Di antaranya yang bersertifikat SNP", en: "Of them, certified by the national standard" }
    fact_digital_titles { id: "Judul digital", en: "Digital titles" }
    fact_librarians { id: "Pustakawan", en: "Librarians" }
    fact_staff { id: "Semua tenaga perpustakaan", en: "All staff of the library" }
    fact_visits_onsite { id: "Kunjungan langsung setahun, dari buku tamu atau penghitung", en: "Visits onsite in the year, from a book or a counter" }
    fact_visits_online { id: "Kunjungan daring setahun", en: "Visits online in the year" }
    fact_outreach_onsite {
        id: "Peserta KIE/sosialisasi setahun; tanpa ini dihitung dari acara",
        en: "Participants of outreach in the year; without it, counted at events",
    }
    fact_outreach_online { id: "Peserta KIE/sosialisasi daring setahun", en: "Participants of outreach online in the year" }
    fact_accreditation { id: "Predikat akreditasi", en: "Predicate of accreditation" }
    fact_accreditation_number { id: "Nomor sertifikat akreditasi", en: "Number of its certificate" }
    fact_active_members { id: "Anggota yang meminjam dalam setahun", en: "Members who borrowed in the year" }
    fact_data(number) {
        id: "Data UPLM{number} semua perpustakaan di daerah",
        en: "Data of UPLM{number} of all libraries of the region",
    }
    fact_society(number) {
        id: "Aspek masyarakat UPLM{number}, bila bukan penduduk",
        en: "Society of UPLM{number}, where it is not the inhabitants",
    }
    fact_constant(number) { id: "Tetapan K UPLM{number} dari Perpusnas", en: "Constant K of UPLM{number}, from the national library" }
}

/// A class of the index.
pub(crate) fn of_class(lang: Lang, class: IplmClass) -> &'static str {
    let says: fn(Lang) -> &'static str = match class {
        IplmClass::VeryLow => very_low,
        IplmClass::Low => low,
        IplmClass::Middle => middle,
        IplmClass::High => high,
        IplmClass::VeryHigh => very_high,
    };
    says(lang)
}

/// The name of an element, by its place.
pub(crate) fn of_element(lang: Lang, at: usize) -> &'static str {
    let says: [fn(Lang) -> &'static str; 7] = [
        element_1, element_2, element_3, element_4, element_5, element_6, element_7,
    ];
    says.get(at).map_or("", |says| says(lang))
}

/// A line of the ratios.
pub(crate) fn of_line(lang: Lang, line: IkkLine) -> &'static str {
    let says: fn(Lang) -> &'static str = match line {
        IkkLine::Copies => copies,
        IkkLine::Titles => titles,
        IkkLine::Use => use_ratio,
        IkkLine::Staff => staff,
        IkkLine::Standard => standard,
        IkkLine::SnpTitles => snp_titles,
        IkkLine::SnpNew => snp_new,
    };
    says(lang)
}

/// What is counted per head.
pub(crate) fn of_counted(lang: Lang, counted: Counted) -> &'static str {
    match counted {
        Counted::Loans => loans(lang),
        Counted::Visits => visits(lang),
    }
}

/// Whose heads.
pub(crate) fn of_population(lang: Lang, population: Population) -> &'static str {
    match population {
        Population::ValidMembers => valid_members(lang),
        Population::ActiveMembers => active_members(lang),
        Population::Inhabitants => inhabitants(lang),
    }
}

/// What a fact means.
pub(crate) fn of_fact(lang: Lang, name: &str) -> String {
    let says: fn(Lang) -> &'static str = match name {
        "population" => fact_population,
        "libraries" => fact_libraries,
        "libraries-standard" => fact_libraries_standard,
        "digital-titles" => fact_digital_titles,
        "librarians" => fact_librarians,
        "staff" => fact_staff,
        "visits-onsite" => fact_visits_onsite,
        "visits-online" => fact_visits_online,
        "outreach-onsite" => fact_outreach_onsite,
        "outreach-online" => fact_outreach_online,
        "accreditation" => fact_accreditation,
        "accreditation-number" => fact_accreditation_number,
        "active-members" => fact_active_members,
        _ => return of_uplm(lang, name),
    };
    says(lang).to_owned()
}

fn of_uplm(lang: Lang, name: &str) -> String {
    let Some((number, what)) = name.strip_prefix("uplm").and_then(|rest| rest.split_once('-')) else {
        return String::new();
    };
    match what {
        "data" => fact_data(lang, number),
        "society" => fact_society(lang, number),
        _ => fact_constant(lang, number),
    }
}

#[cfg(test)]
mod tests {
    use pustaka_core::reports::facts::known;

    use super::*;

    #[test]
    fn every_fact_has_its_meaning() {
        for lang in Lang::ALL {
            let mut seen: Vec<String> = known().iter().map(|known| of_fact(lang, known.name)).collect();
            assert!(seen.iter().all(|text| !text.is_empty()));
            seen.sort_unstable();
            seen.dedup();
            assert_eq!(seen.len(), known().len());
        }
    }
}
