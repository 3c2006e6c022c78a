//! The words of `loan`, by what they are about.

pub(crate) mod desk;
pub(crate) mod result;

pustaka_cli::words! {
    about {
        id: "Meminjamkan dan menerima kembali: meja layanan, pemesanan, denda, pengantaran, perpustakaan keliling.",
        en: "Lends and takes back: the counter, holds, fines, deliveries, the mobile library.",
    }
    input_failed { id: "Masukan tidak dapat dibaca.", en: "The input can't be read." }
    in_line(number, sentence) { id: "Baris {number}: {sentence}", en: "Line {number}: {sentence}" }
}
