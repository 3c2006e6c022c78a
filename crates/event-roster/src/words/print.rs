//! What is printed on lists, badges and certificates.

use pustaka_cli::Lang;
use pustaka_core::events::Kind;

pustaka_cli::words! {
    roster { id: "Daftar hadir", en: "Attendance list" }
    badges { id: "Tanda nama", en: "Name badges" }
    no { id: "No.", en: "No." }
    code { id: "Kode", en: "Code" }
    name { id: "Nama", en: "Name" }
    institution { id: "Instansi", en: "Institution" }
    heads { id: "Orang", en: "Heads" }
    signature { id: "Tanda tangan", en: "Signature" }
    total(registrations, heads) {
        id: "{registrations} pendaftaran, {heads} orang.",
        en: "{registrations} registrations, {heads} heads.",
    }
    heads_of(heads) { id: "({heads} orang)", en: "({heads} heads)" }
    from_to(first, last) { id: "{first} sampai {last}", en: "{first} to {last}" }
    nobody(title) { id: "Belum ada yang mendapat tempat di “{title}”.", en: "Nobody has a place at “{title}” yet." }

    certificate { id: "Sertifikat", en: "Certificate" }
    number { id: "Nomor", en: "Number" }
    given_to { id: "diberikan kepada", en: "is given to" }
    for_taking_part { id: "atas keikutsertaannya dalam", en: "for taking part in" }
    attended_of(attended, sessions) {
        id: "Hadir pada {attended} dari {sessions} sesi.",
        en: "Attended {attended} of {sessions} sessions.",
    }
    together_with(partner) { id: "Bekerja sama dengan {partner}", en: "Together with {partner}" }
    verify_with {
        id: "Keasliannya dapat ditanyakan kepada perpustakaan dengan kode ini:",
        en: "Ask the library whether it is genuine, with this code:",
    }
    head_of_library { id: "Kepala Perpustakaan", en: "Head of the library" }
}

/// What an event is, for a certificate.
pub(crate) fn of_kind(lang: Lang, kind: Kind) -> &'static str {
    super::said::of_kind(lang, kind)
}
