//! The colours of the stylesheet: every ink is read on every ground, every mark is seen on every ground, by any eye.

use crate::page::style::STYLE;

/// A colour as red, green, blue, each linear and from 0 to 1.
type Linear = [f64; 3];

/// The colours that have a name beginning so: `--ink` and `--ink-soft`.
fn named(kind: &str) -> Vec<(&'static str, &'static str)> {
    let declared = STYLE.split([';', '{']).filter_map(|rule| rule.trim().split_once(": #"));
    let of_kind = declared.filter(|(name, _)| name.strip_prefix("--").is_some_and(|name| name.starts_with(kind)));
    let found: Vec<_> = of_kind
        .map(|(name, colour)| (name, colour.split_whitespace().next().unwrap()))
        .collect();
    assert!(!found.is_empty(), "{kind}");
    found
}

fn linear(colour: &str) -> Linear {
    assert_eq!(colour.len(), 6, "{colour}");
    [0, 2, 4].map(|at| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        match value <= 0.04045 {
            true => value / 12.92,
            false => ((value + 0.055) / 1.055).powf(2.4),
        }
    })
}

/// The contrast of two colours as WCAG 2.2 defines it.
fn contrast(one: Linear, other: Linear) -> f64 {
    let luminance = |[red, green, blue]: Linear| 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

/// How eyes see that lack one kind of cones (Viénot, Brettel and Mollon 1999 for the first two, Brettel 1997 simplified for
/// the third), and eyes that see no colours at all, as grey paper shows them.
const EYES: [(&str, [[f64; 3]; 3]); 5] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.11238, 0.88762, 0.0],
            [0.11238, 0.88762, 0.0],
            [0.00401, -0.00401, 1.0],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.29275, 0.70725, 0.0],
            [0.29275, 0.70725, 0.0],
            [-0.02234, 0.02234, 1.0],
        ],
    ),
    (
        "tritanopia",
        [
            [1.01277, 0.13548, -0.14826],
            [-0.01243, 0.86812, 0.14431],
            [0.07589, 0.805, 0.11911],
        ],
    ),
    (
        "grey",
        [
            [0.2126, 0.7152, 0.0722],
            [0.2126, 0.7152, 0.0722],
            [0.2126, 0.7152, 0.0722],
        ],
    ),
];

fn seen(eye: [[f64; 3]; 3], colour: &str) -> Linear {
    let colour = linear(colour);
    eye.map(|row| {
        row.iter()
            .zip(colour)
            .map(|(part, of)| part * of)
            .sum::<f64>()
            .clamp(0.0, 1.0)
    })
}

#[test]
fn every_text_can_be_read_by_every_eye() {
    for (eye, matrix) in EYES {
        for (ground, on) in named("ground") {
            for (ink, colour) in named("ink") {
                let ratio = contrast(seen(matrix, colour), seen(matrix, on));
                assert!(ratio >= 4.5, "{ink} on {ground}, {eye}: {ratio:.2}");
            }
            // Drawings are no text: WCAG asks 3 of them.
            for (mark, colour) in named("mark") {
                let ratio = contrast(seen(matrix, colour), seen(matrix, on));
                assert!(ratio >= 3.0, "{mark} on {ground}, {eye}: {ratio:.2}");
            }
        }
    }
}

#[test]
fn the_two_months_differ_for_every_eye_and_on_grey_paper() {
    let colour = |wanted| named("mark").into_iter().find(|(name, _)| *name == wanted).unwrap().1;
    for (eye, matrix) in EYES {
        let ratio = contrast(seen(matrix, colour("--mark")), seen(matrix, colour("--mark-soft")));
        assert!(ratio >= 2.0, "{eye}: {ratio:.2}");
    }
}

#[test]
fn colours_are_used_for_what_they_are_named() {
    let (_, rules) = STYLE.split_once("--hair: #").unwrap();
    let (_, rules) = rules.split_once('}').unwrap();
    assert!(
        !rules.contains('#'),
        "a colour without a name has no contrast that is tested"
    );
    let used = |property: &str, kinds: &[&str]| {
        let mut found = 0;
        for rule in rules.split(['{', ';', '}']) {
            let Some((name, value)) = rule.trim().split_once(": ") else {
                continue;
            };
            let of = if property == "border" {
                name.starts_with("border")
            } else {
                name == property
            };
            for colour in value.split("var(--").skip(1).filter(|_| of) {
                found += 1;
                assert!(kinds.iter().any(|kind| colour.starts_with(kind)), "{rule}");
            }
        }
        assert!(found > 0, "{property}");
    };
    used("color", &["ink"]);
    used("background", &["ground"]);
    used("fill", &["mark", "ground"]);
    used("stroke", &["mark", "ink"]);
    used("border", &["hair", "mark"]);
}
