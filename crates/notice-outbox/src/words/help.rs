//! Help pages.

pustaka_cli::words! {
    about { id: "Mengirim pemberitahuan kepada pemustaka.", en: "Sends notices to readers." }
}
