//! Whatever is in a file: no panic, all or nothing, once.

use proptest::prelude::*;
use pustaka_testkit::stored;
use serde_json::Value;

use crate::desk::Desk;

/// A file that is nearly one of members.
fn any_file() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop_oneof![
        "[ -~]{0,10}",
        Just("Siti".to_owned()),
        Just("0812-3456-7801".to_owned()),
        Just("17/04/1990".to_owned()),
        Just("3571015704900001".to_owned()),
        Just("A1".to_owned()),
        Just("\u{202e}=1+1".to_owned()),
    ];
    let rows = prop::collection::vec(prop::collection::vec(cell, 6..7), 0..8);
    let near = (rows, prop::sample::select(vec![",", ";", "\t"])).prop_map(|(rows, sign)| {
        let mut text = ["Nama", "No Kartu", "No HP", "Tanggal Lahir", "NIK", "Jenis Kelamin"].join(sign);
        for row in rows {
            let row: Vec<String> = row
                .iter()
                .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
                .collect();
            text.push('\n');
            text.push_str(&row.join(sign));
        }
        text.into_bytes()
    });
    prop_oneof![4 => near, 1 => prop::collection::vec(any::<u8>(), 0..600)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_file_comes_in_once_or_not_at_all(bytes in any_file(), skip in any::<bool>()) {
        let desk = Desk::new();
        let before = stored::contents(&desk.db(), &[]);
        let more: &[&str] = if skip { &["--on-error", "skip"] } else { &[] };
        let (code, first) = desk.import("a.csv", &bytes, more);
        prop_assert!(code <= 3);
        let stored = first["stored"] == Value::Bool(true);
        if !stored {
            prop_assert_eq!(stored::contents(&desk.db(), &[]), before);
            return Ok(());
        }
        let after = stored::contents(&desk.db(), &[]);
        let (_, second) = desk.import("a.csv", &bytes, more);
        prop_assert_eq!(&second["members"]["new"], 0);
        prop_assert_eq!(stored::contents(&desk.db(), &[]), after);
        prop_assert!(desk.is_sound());
    }
}
