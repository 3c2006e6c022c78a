//! Codes that people carry: of a registration (on a badge, under a scanner), and of a certificate (for whoever doubts it).

use sha2::{Digest, Sha256};

use crate::values::ids::EventId;

/// Letters that are told apart when they are read out or copied by hand: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Of these is the letter that shows a slip: none of them is a digit, so that it is not taken for a part of the number.
const CHECKS: &[u8; 19] = b"ABCDEFGHJKMNPQRSTVW";

/// The code of a registration: event, number within it, and a letter that shows a slip: `E3-017K`.
pub(crate) fn of_registration(event: EventId, number: i64) -> String {
    let check = char::from(CHECKS[check(event.0, number)]);
    format!("E{}-{number:03}{check}", event.0)
}

/// Which letter it is: the rest of the number by a prime, which changes with any one digit and with any two that are
/// exchanged.
fn check(event: i64, number: i64) -> usize {
    let rest = (event * 7 + number).rem_euclid(CHECKS.len() as i64);
    usize::try_from(rest).unwrap_or_default()
}

/// What was scanned or typed as a code of this library is compared: without blanks, in capitals, and the letters that are
/// never used read as the digits they are mistaken for.
pub fn read(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !c.is_control());
    let upper = kept.flat_map(char::to_uppercase);
    upper
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// Sixteen hexadecimal digits that nobody can guess who has not this file: of the journal's last hash and what it is for.
pub(crate) fn secret(head: &[u8; 32], purpose: &str, id: i64) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(head);
    hash.update(purpose.as_bytes());
    hash.update(id.to_be_bytes());
    hash.finalize().into()
}

/// A verification code of a certificate: three groups of four letters, 60 bits.
pub(crate) fn of_certificate(secret: &[u8; 32]) -> String {
    let letter = |byte: &u8| char::from(LETTERS[usize::from(byte & 31)]);
    let letters: String = secret.iter().take(12).map(letter).collect();
    format!("{}-{}-{}", &letters[..4], &letters[4..8], &letters[8..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_no_other_code() {
        let all: Vec<String> = (1..=999).map(|number| of_registration(EventId(3), number)).collect();
        assert_eq!(all[16].len(), "E3-017K".len());
        for code in &all {
            let bytes = code.as_bytes();
            for at in 3..6 {
                for digit in b'0'..=b'9' {
                    let mut other = bytes.to_vec();
                    other[at] = digit;
                    let other = String::from_utf8(other).expect("digits");
                    assert!(other == *code || !all.contains(&other), "{code} {other}");
                }
            }
        }
        assert_ne!(check(12, 7), check(21, 7));
    }

    #[test]
    fn codes_are_read_as_they_are_typed() {
        for text in ["E3-017K", "e3-017k", " e3-017k\r\n", "E3-O17K", "e3-0l7k"] {
            assert_eq!(read(text), "E3-017K", "{text}");
        }
        let code = of_certificate(&secret(&[7; 32], "certificate", 1));
        assert_eq!(read(&code), code);
        assert_ne!(code, of_certificate(&secret(&[7; 32], "certificate", 2)));
    }
}
