//! A code as a QR image: an inline drawing, so that a page needs nothing else.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// Empty modules around the image, without which scanners do not find it.
const QUIET: usize = 4;

/// The image of a text; nothing for one that is too long for it.
pub(super) fn image(text: &str) -> Option<Markup> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).ok()?;
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (row, modules) in colors.chunks(width).enumerate() {
        let mut column = 0;
        while column < width {
            let run = modules[column..]
                .iter()
                .take_while(|module| **module == Color::Dark)
                .count();
            if run > 0 {
                let (x, y) = (column + QUIET, row + QUIET);
                path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
            }
            column += run.max(1);
        }
    }
    let size = width + 2 * QUIET;
    let view = format!("0 0 {size} {size}");
    Some(html! {
        svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox=(view) role="img" aria-label=(text)
            shape-rendering="crispEdges" {
            rect width=(size) height=(size) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    })
}
