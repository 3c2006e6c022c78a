//! The call number on the spine of a book, and the order in which such numbers stand on a shelf.

use super::class;
use super::text::fold;

/// The call number of a title: class, first three letters of the main heading in capitals, first letter of the title
/// in lower case, `812 / CHA / y`. Without an author the title is the heading. Each part stands on a line of the label.
pub fn call_number(class: &str, heading: Option<&str>, title: &str) -> String {
    let heading = heading.filter(|heading| !fold(heading).is_empty()).unwrap_or(title);
    let entry = heading.split(',').next().unwrap_or(heading);
    let entry = super::heading::without_article(entry);
    let letters: String = fold(entry).chars().filter(|c| *c != ' ').take(3).collect();
    let initial: String = fold(title).chars().take(1).collect();
    let parts = [class.trim(), &letters.to_uppercase(), &initial];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" / ")
}

/// The key that puts call numbers in the order of the shelves when compared byte by byte.
///
/// A mark of a collection of its own (`R`) comes first, then the class as a decimal, with `2X0` after `299` and before
/// `300`, then the letters without regard to case. `812 CHA y` and `812 / CHA / y` stand at the same place.
pub fn shelf_key(call_number: &str) -> String {
    let mut key = String::with_capacity(call_number.len() + 4);
    let rest = match class::notation(call_number) {
        None => {
            // Numbers without a class stand behind all classes.
            key.push_str("~\u{1}");
            call_number
        }
        Some((mark, notation)) => {
            key.push_str(&mark.to_ascii_uppercase());
            key.push('\u{1}');
            if !class::is_islam(notation) {
                for _ in class::whole_digits(notation)..3 {
                    key.push('0');
                }
            }
            let end = notation
                .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | 'x' | 'X'))
                .unwrap_or(notation.len());
            key.push_str(notation[..end].trim_end_matches('.').to_ascii_uppercase().as_str());
            &notation[end..]
        }
    };
    for word in fold(rest).split(' ').filter(|word| !word.is_empty()) {
        key.push('\u{2}');
        key.push_str(word);
    }
    key
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_on_the_label() {
        let cases = [
            (
                "812",
                Some("Chairil Anwar"),
                "Yang terampas dan yang putus",
                "812 / CHA / y",
            ),
            (
                "633.18-155",
                Some("Badan Litbang Pertanian"),
                "Padi",
                "633.18-155 / BAD / p",
            ),
            ("899.221", Some("Hirata, Andrea"), "Laskar Pelangi", "899.221 / HIR / l"),
            ("2X4.1", Some("Qaradhawi, Yusuf al-"), "Fiqih zakat", "2X4.1 / QAR / f"),
            ("2X7.3", Some("Al-Ghazali"), "Ihya", "2X7.3 / GHA / i"),
            ("899.221", Some("Hamka"), "Tenggelamnya kapal", "899.221 / HAM / t"),
            ("899.221", Some("Dini, N.H."), "Pada sebuah kapal", "899.221 / DIN / p"),
            ("895.1", Some("Oe, Kenzaburo"), "Jeritan", "895.1 / OE / j"),
            ("001", None, "1001 malam", "001 / 100 / 1"),
            ("001", Some(""), "Ensiklopedi", "001 / ENS / e"),
            ("001", Some("???"), "Ensiklopedi", "001 / ENS / e"),
            ("843", Some("Émile Zola"), "«Nana»", "843 / EMI / n"),
            ("621", Some("PT Telkom"), "Jaringan", "621 / PTT / j"),
            ("", Some("Hamka"), "Tafsir", "HAM / t"),
            (" 297 ", Some("O'Neill, Eugene"), "'Ilmu", "297 / ONE / i"),
            ("813", Some("King, Stephen"), "It", "813 / KIN / i"),
            (
                "959.8",
                Some("Simatupang, Tahi Bonar"),
                "Laporan dari Banaran",
                "959.8 / SIM / l",
            ),
            ("100", Some("Lim, Patricia Pui Huen"), "Buku", "100 / LIM / b"),
            ("100", Some("Dewantara, Hajar, Ki"), "Pendidikan", "100 / DEW / p"),
            ("100", Some("hamka"), "TAFSIR", "100 / HAM / t"),
        ];
        for (class, heading, title, expected) in cases {
            assert_eq!(call_number(class, heading, title), expected);
        }
    }

    #[test]
    fn order_on_the_shelf() {
        let shelf = [
            "000",
            "001.4 / ABC / d",
            "5.133 Jun l",
            "005.133 KOR p",
            "12 / AAA / a",
            "100 ZZZ z",
            "200",
            "297.1 ABC a",
            "299 / ZZZ / z",
            "299.9 AAA a",
            "2X",
            "2X0 / AAA / a",
            "2x0 BBB b",
            "2X0.1 AAA a",
            "2X9.9 ZZZ z",
            "300 / AAA / a",
            "300.1 AAA a",
            "812 / CHA / a",
            "812 CHA y",
            "812 / CHI / a",
            "812.1 AAA a",
            "899.221 SAP p",
            "899.221 3 HIR l",
            "899.3 AAA a",
            "R 030 ENS e",
            "R 2X0 ENS e",
            "R 300 AAA a",
            "F HIR l",
        ];
        // Digits after the class stand before letters.
        let mut sorted = shelf.to_vec();
        sorted.sort_by_key(|number| shelf_key(number));
        let mut expected = shelf.to_vec();
        expected.swap(21, 22);
        assert_eq!(sorted, expected);
    }

    proptest! {
        #[test]
        fn any_text_has_a_place(class in any::<String>(), heading in any::<Option<String>>(), title in any::<String>()) {
            shelf_key(&call_number(&class, heading.as_deref(), &title));
        }

        #[test]
        fn a_class_stands_before_its_divisions(class in 0_u32..1000, digit in 0_u32..10, letters in "[A-Z]{3} [a-z]") {
            let (whole, divided) = (format!("{class:03} {letters}"), format!("{class:03}.{digit} {letters}"));
            let next = format!("{:03} {letters}", class + 1);
            prop_assert!(shelf_key(&whole) < shelf_key(&divided));
            prop_assert!(class == 999 || shelf_key(&divided) < shelf_key(&next));
            let islam = shelf_key(&format!("2X{digit} {letters}"));
            prop_assert_eq!(class < 300, shelf_key(&divided) < islam);
        }

        #[test]
        fn slashes_and_case_do_not_matter(class in "[0-9]{3}(\\.[0-9]{1,3})?", letters in "[A-Z]{3}", initial in "[a-z]") {
            let spine = format!("{class} / {letters} / {initial}");
            let list = format!("{class} {} {initial}", letters.to_lowercase());
            prop_assert_eq!(shelf_key(&spine), shelf_key(&list));
        }
    }
}
