//! The frame of a printed page: language, policy, style.

use maud::Markup;
use pustaka_cli::{Lang, page};

/// A page with its title and its style. The style is this program's own text.
pub(super) fn frame(lang: Lang, title: &str, style: &'static str, body: &Markup) -> String {
    page::page(lang, title, &[COMMON, style], body)
}

const COMMON: &str = "
* { box-sizing: border-box; }
body { margin: 0; color: #111; background: #fff; font-family: 'Noto Sans', 'Liberation Sans', Arial, sans-serif; }
svg.qr { display: block; }
@media screen { body { margin: 1rem auto; max-width: 297mm; padding: 0 1rem; } }
";

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;

    #[test]
    fn nothing_in_it_is_run() {
        let name = "<script>alert(1)</script>\"'";
        let page = frame(Lang::Id, name, "", &html! { p title=(name) { (name) } });
        assert!(!page.contains("<script"), "{page}");
        assert!(
            page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"),
            "{page}"
        );
        assert!(page.starts_with("<!DOCTYPE html><html lang=\"id\">"), "{page}");
    }
}
