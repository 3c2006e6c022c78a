//! Pages and height told apart: `xii, 340 hlm. ; 21 cm`.

/// The pages and the height of an extent statement; where no centimetres stand in it, all of it is pages.
pub fn parted(extent: &str) -> (String, String) {
    let Some((from, to)) = height(extent) else {
        return (tidy(extent).to_owned(), String::new());
    };
    let pages = tidy(&extent[..from]);
    // What comes with it: `+ 1 CD`.
    let rest = extent[to..].trim_matches([' ', '.', ';', ',', ':']);
    let pages = match (pages, rest) {
        (pages, "") => pages.to_owned(),
        ("", rest) => rest.to_owned(),
        (pages, rest) => format!("{pages} {rest}"),
    };
    (pages, extent[from..to].trim().to_owned())
}

fn tidy(text: &str) -> &str {
    text.trim().trim_end_matches([';', ':', ',', ' '])
}

/// Where the height stands: figures, `x` between two of them, and `cm`.
fn height(text: &str) -> Option<(usize, usize)> {
    let lower = text.to_ascii_lowercase();
    let unit = lower.match_indices("cm").map(|(at, _)| at).find(|at| {
        let after = lower.as_bytes().get(at + 2);
        let before = lower[..*at].trim_end();
        !after.is_some_and(u8::is_ascii_alphanumeric) && before.ends_with(|letter: char| letter.is_ascii_digit())
    })?;
    let of_height = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | ',' | '.' | 'x' | '×' | '-' | '–');
    let before = &lower[..unit];
    let begin = before
        .char_indices()
        .rev()
        .take_while(|(_, letter)| of_height(*letter))
        .last();
    let mut begin = begin.map_or(unit, |(at, _)| at);
    // `340 hlm., 21 cm`: the comma before is no part of it; nor are pages without a word: `340, 21 cm`.
    while let Some(skip) = before[begin..].find(|letter: char| letter.is_ascii_digit()) {
        begin += skip;
        let number = before[begin..].find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, ',' | '.'));
        let end = number.map_or(before.len(), |length| begin + length);
        let rest = before[end..].trim_start();
        if rest.is_empty() || rest.starts_with(['x', '×', '-', '–']) {
            break;
        }
        begin = end;
    }
    Some((begin, unit + 2))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parted;

    #[test]
    fn pages_and_height() {
        let cases = [
            ("xii, 340 hlm. ; 21 cm", "xii, 340 hlm.", "21 cm"),
            ("xii, 340 hlm.: ilus.; 21 cm.", "xii, 340 hlm.: ilus.", "21 cm"),
            ("529 p. 21cm", "529 p.", "21cm"),
            ("340 hlm., 21 cm", "340 hlm.", "21 cm"),
            ("340, 21 cm", "340", "21 cm"),
            ("24 hlm. ; 21 x 28 cm", "24 hlm.", "21 x 28 cm"),
            ("24 hlm. ; 20,5 cm", "24 hlm.", "20,5 cm"),
            ("340 hlm. ; 21 cm + 1 CD", "340 hlm. + 1 CD", "21 cm"),
            ("21 cm", "", "21 cm"),
            ("340 hlm.", "340 hlm.", ""),
            ("1 keping CD-ROM ; 12 CM", "1 keping CD-ROM", "12 CM"),
            ("3 jil. ; cm", "3 jil. ; cm", ""),
            ("", "", ""),
        ];
        for (extent, pages, height) in cases {
            assert_eq!(parted(extent), (pages.to_owned(), height.to_owned()), "{extent}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_parted(extent in "\\PC{0,12}[0-9 x,.;]{0,6}(cm)?\\PC{0,4}") {
            let (pages, height) = parted(&extent);
            // A blank may come before what comes with it.
            prop_assert!(pages.len() + height.len() <= extent.len() + 1);
        }
    }
}
