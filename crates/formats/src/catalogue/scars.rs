//! The remains of line breaks in what SLiMS exported: `\r\n` written out, or `rn` and `n` where the backslashes were stripped.
//!
//! A bare `rn` is mended only where no correct word can have it:
//!
//! * after `. , ; : ! ? ) " '` or a figure and before a capital letter (`rn` also before a figure or at the end);
//! * between a letter and a capital letter (`BahasarnIndonesia`), unless the word with it is a word (`LearnPress`,
//!   `ModernArt`; the list is [`WORDS_IN_RN`]).
//!
//! A bare `n` is mended only after punctuation and before a capital letter (`areas.nnThis`), and behind a word that ends in
//! `r` by right (`DasarnPemrograman`; the list is [`WORDS_IN_R`]): there the `r` stays. It also stays where the cell shows
//! elsewhere that its line breaks came back as `n` alone.

/// Words in which `rn` stands at the end by right.
const WORDS_IN_RN: &str = "acorn adjourn adorn auburn barn born bourn burn cairn cavern churn concern corn darn discern earn eastern \
    ekstern extern fern forlorn govern heartburn horn intern kern korn lantern learn lorn modern morn mourn \
    newborn northern overturn pattern popcorn postern postmodern relearn return saturn scorn shorn sojourn \
    southern spurn stern stubborn suborn subaltern sunburn sworn taciturn tavern tern thorn torn turn unicorn \
    unlearn urn warn western worn yarn yearn";

/// How words end that have an `r` at their end by right.
const WORDS_IN_R: &str = "air ajar akar akhir antar atur bakar bayar benar besar biar butir cair dapur dasar daftar dengar dokter edar \
    ekor faktor folklor gambar gelar getar hadir hibur indikator jalur jamur jujur kabar kamar kantor karakter \
    kelar keluar komputer kubur kultur lahir latar layar lebar liar literatur luar luhur mahar makmur mekar mentor \
    motor nalar nomor pagar pakar pasar pikir pintar putar rektor sabar sayur sebar sekitar sektor semester \
    seminar sinar standar struktur subur sumber sumur syukur takar tawar telur tidur timur tukar tutur ukur umur \
    unsur wajar";

/// Puts line breaks back where their remains can't be anything else.
pub(crate) fn scars(text: &str, line_break: char) -> String {
    let letters: Vec<char> = text.chars().collect();
    let only_n = breaks_are_n(&letters);
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let length = written_out(&letters, at).or_else(|| bare(&letters, at, only_n));
        match length {
            Some(length) => {
                if !mended.ends_with(line_break) {
                    mended.push(line_break);
                }
                at += length;
            }
            None => {
                mended.push(letters[at]);
                at += 1;
            }
        }
    }
    mended
}

/// The length of `\n`, `\r\n` and their repetitions, written out with backslashes.
fn written_out(letters: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    while letters.get(at) == Some(&'\\') && matches!(letters.get(at + 1), Some('n' | 'r')) {
        let carriage = letters[at + 1] == 'r';
        // A lone `\r` is no line break, and `C:\new` is a path.
        if carriage && !(letters.get(at + 2) == Some(&'\\') && letters.get(at + 3) == Some(&'n')) {
            break;
        }
        let drive = at >= 2 && letters[at - 1] == ':' && letters[at - 2].is_ascii_alphabetic();
        let lone = at < 3 || !letters[at - 3].is_alphanumeric();
        if drive && lone {
            break;
        }
        at += 2;
    }
    (at > from).then_some(at - from)
}

const ENDS: &[char] = &['.', ',', ';', ':', '!', '?', ')', '"', '\''];

/// Whether the cell's line breaks came back as `n` alone.
fn breaks_are_n(letters: &[char]) -> bool {
    letters
        .windows(3)
        .any(|three| ENDS.contains(&three[0]) && three[1] == 'n' && (three[2] == 'n' || three[2].is_uppercase()))
}

/// The length of a bare `rn` or `n` (and repetitions) that can only be the remains of a line break.
fn bare(letters: &[char], from: usize, only_n: bool) -> Option<usize> {
    let before = *letters.get(from.checked_sub(1)?)?;
    let (mut at, mut carriages) = (from, 0);
    loop {
        match (letters.get(at), letters.get(at + 1)) {
            (Some('r'), Some('n')) if !only_n => {
                carriages += 1;
                at += 2;
            }
            (Some('n'), _) if carriages == 0 => at += 1,
            _ => break,
        }
    }
    let length = at - from;
    if length == 0 {
        return None;
    }
    let after = letters.get(at);
    let capital = after.is_some_and(|letter| letter.is_uppercase());
    let figure = after.is_some_and(char::is_ascii_digit);
    let plain = if ENDS.contains(&before) || before.is_ascii_digit() {
        capital || (carriages > 0 && (figure || after.is_none()))
    } else if before.is_alphabetic() && capital {
        let word_in_r = |end: usize| {
            let word = word_before(letters, end);
            WORDS_IN_R.split_whitespace().any(|known| word.ends_with(known))
        };
        if letters[from] == 'n' {
            before == 'r' && length == 1 && (only_n || word_in_r(from)) && !is_word(letters, at)
        } else {
            !is_word(letters, at) && (carriages > 1 || !word_in_r(from + 1))
        }
    } else {
        false
    };
    plain.then_some(length)
}

/// Whether the letters that end here are a word that ends in `rn` by right.
fn is_word(letters: &[char], end: usize) -> bool {
    let word = word_before(letters, end);
    WORDS_IN_RN.split_whitespace().any(|known| known == word)
}

/// The word that ends here, in small letters; a capital only at its begin.
fn word_before(letters: &[char], end: usize) -> String {
    let mut start = end;
    while start > 0 && letters[start - 1].is_lowercase() {
        start -= 1;
    }
    if start > 0 && letters[start - 1].is_uppercase() {
        start -= 1;
    }
    letters[start..end]
        .iter()
        .flat_map(|letter| letter.to_lowercase())
        .collect()
}
