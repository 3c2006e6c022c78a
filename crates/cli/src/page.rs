//! Pages that are printed, from any tool: one file, no script, no network, everything from outside escaped by construction.

use std::io::Write;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::failure::Failure;
use crate::lang::Lang;
use crate::session::Session;

/// What a page may load: nothing; its styles stand in it.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// A whole page in one language. `styles` are CSS of this program, one after the other.
pub fn page(lang: Lang, title: &str, styles: &[&'static str], body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { @for style in styles { (PreEscaped(style)) } }
            }
            body { (body) }
        }
    };
    page.into_string()
}

/// Writes what was made to where the result goes, whole or not at all.
///
/// # Errors
/// When it can't be written.
pub fn put(session: &mut Session, text: &str) -> Result<(), Failure> {
    let mut sink = session.sink()?;
    match sink.write_all(text.as_bytes()) {
        Ok(()) => sink.finish(),
        Err(error) => sink.fail(&error),
    }
}
