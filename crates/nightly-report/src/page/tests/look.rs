//! Pages to look at: with `PUSTAKA_LOOK=FOLDER` they are written there, for a browser.

use std::path::PathBuf;

use pustaka_cli::Lang;

use super::sample;
use crate::page::render;

#[test]
fn pages_to_look_at() {
    let Some(folder) = std::env::var_os("PUSTAKA_LOOK").map(PathBuf::from) else {
        return;
    };
    for lang in Lang::ALL {
        for (name, page) in [
            ("full", sample::page()),
            ("crowded", sample::crowded()),
            ("large", sample::large()),
            ("bare", sample::bare()),
        ] {
            let path = folder.join(format!("{name}.{}.html", lang.code()));
            std::fs::write(path, render(lang, &page)).unwrap();
        }
    }
}
