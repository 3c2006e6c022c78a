use super::*;

#[test]
fn what_comes_along_can_be_used() {
    for key in SHIPPED {
        let instrument = shipped(key).unwrap_or_else(|| panic!("{key} does not read"));
        assert_eq!(&instrument.key, key);
        assert_eq!(Instrument::from_json(&instrument.to_json()), Ok(instrument.clone()));
        for element in &instrument.elements {
            assert_eq!(element.answers.len(), 4, "{}: every answer's words", element.key);
            assert!(
                !element.name.en.is_empty() && !element.question.en.is_empty(),
                "{}",
                element.key
            );
        }
    }
    assert_eq!(shipped("skm-2017").expect("shipped").elements.len(), 9);
    assert_eq!(shipped("ikm-2004").expect("shipped").elements.len(), 14);
    assert_eq!(shipped("skm-2018"), None);
}

#[test]
fn eight_and_nine_are_known_by_name_and_by_number_only_in_an_order() {
    let skm = shipped("skm-2017").expect("shipped");
    let key = |number, order| match skm.numbered(number, order) {
        Numbered::One(place) => skm.elements[place].key.as_str(),
        Numbered::Several => "several",
        Numbered::None => "none",
    };
    assert_eq!(key(8, Some("regulation")), "pengaduan");
    assert_eq!(key(9, Some("regulation")), "sarana");
    assert_eq!(key(8, Some("questionnaire")), "sarana");
    assert_eq!(key(9, Some("questionnaire")), "pengaduan");
    assert_eq!(key(7, None), "perilaku");
    assert_eq!(key(8, None), "several");
    assert_eq!(key(0, None), "none");
    assert_eq!(key(10, None), "none");
}

/// A small instrument to spoil.
const SMALL: &str = r#"
key = "kecil"
name.id = "Kecil"
scale.highest = 2
[[elements]]
key = "a"
name.id = "A"
question.id = "A?"
[[elements.answers]]
key = "1"
words.id = "tidak"
[[elements.answers]]
key = "2"
words.id = "ya"
"#;

#[test]
fn what_can_not_be_used_is_named() {
    assert!(Instrument::from_toml(SMALL).is_ok());
    let spoilt = [
        ("scale.highest = 2", "scale.highest = 11", "instrument.scale"),
        ("key = \"kecil\"", "key = \"Ke cil\"", "instrument.key"),
        ("words.id = \"ya\"", "words.id = \"Tidak\"", "instrument.label-twice"),
        ("key = \"2\"", "key = \"3\"", "instrument.answers"),
        ("scale.highest", "orders.x = [\"b\"]\nscale.highest", "instrument.order"),
        ("scale.highest", "sclae = 1\nscale.highest", "instrument.toml"),
        ("name.id = \"A\"", "", "instrument.toml"),
    ];
    for (old, new, code) in spoilt {
        let text = SMALL.replacen(old, new, 1);
        assert_ne!(text, SMALL);
        assert_eq!(Instrument::from_toml(&text).expect_err(&text).code, code, "{text}");
    }
}
