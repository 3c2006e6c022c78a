//! The instruments that come along.

use super::Instrument;

/// Keys of the instruments that come along.
pub const SHIPPED: &[&str] = &["skm-2017", "ikm-2004"];

/// An instrument that comes along; none of that key.
pub fn shipped(key: &str) -> Option<Instrument> {
    let text = match key {
        "skm-2017" => include_str!("../../../../../fixtures/surveys/skm-2017.toml"),
        "ikm-2004" => include_str!("../../../../../fixtures/surveys/ikm-2004.toml"),
        _ => return None,
    };
    // A test reads both.
    Instrument::from_toml(text).ok()
}
