//! What a line at the desk means: a word of the desk, in either language or as one letter, or else a code.

/// A line, understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command<'a> {
    /// The reader is served.
    Done,
    /// The desk closes.
    Quit,
    /// What can be typed here.
    Help,
    /// Yes to what was offered.
    Yes,
    /// No to it.
    No,
    /// Takes every copy back until it is typed again.
    Returning,
    /// Undoes the last action.
    Undo,
    /// Renews all loans of the reader at the desk.
    RenewAll,
    /// Lists the loans of the reader at the desk.
    Loans,
    /// Takes money.
    Pay(&'a str),
    /// Lends the refused copy all the same, and why.
    Allow(&'a str),
    /// Looks for a member by name or telephone.
    Find(&'a str),
    /// A card, whatever else the code could be.
    Card(&'a str),
    /// A copy, whatever else the code could be.
    Item(&'a str),
    /// A word that needs another behind it.
    Incomplete(Needs),
    /// A code: scanned, or typed.
    Code(&'a str),
}

/// What a word of the desk needs behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// An amount of money.
    Amount,
    /// Why something is allowed.
    Reason,
    /// A name or a telephone number.
    Name,
    /// The number of a card.
    Card,
    /// The barcode of a copy.
    Item,
}

/// Reads a line without the blanks around it.
pub(crate) fn parse(line: &str) -> Command<'_> {
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    match (word.to_lowercase().as_str(), rest) {
        ("" | "." | "selesai" | "done", "") => Command::Done,
        ("q" | "keluar" | "tutup" | "quit" | "exit", "") => Command::Quit,
        ("?" | "bantuan" | "help", "") => Command::Help,
        ("y" | "ya" | "yes", "") => Command::Yes,
        ("n" | "t" | "tidak" | "no", "") => Command::No,
        ("r" | "kembali" | "return", "") => Command::Returning,
        ("u" | "batal" | "undo", "") => Command::Undo,
        ("p" | "perpanjang" | "renew", "") => Command::RenewAll,
        ("l" | "pinjaman" | "loans", "") => Command::Loans,
        ("bayar" | "pay", "") => Command::Incomplete(Needs::Amount),
        ("bayar" | "pay", amount) => Command::Pay(amount),
        ("izinkan" | "allow", "") => Command::Incomplete(Needs::Reason),
        ("izinkan" | "allow", reason) => Command::Allow(reason),
        ("cari" | "find", "") => Command::Incomplete(Needs::Name),
        ("cari" | "find", name) => Command::Find(name),
        ("k" | "kartu" | "card", "") => Command::Incomplete(Needs::Card),
        ("k" | "kartu" | "card", card) => Command::Card(card),
        ("b" | "buku" | "item", "") => Command::Incomplete(Needs::Item),
        ("b" | "buku" | "item", item) => Command::Item(item),
        _ => Command::Code(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages_letters_and_codes() {
        let cases = [
            ("", Command::Done),
            (".", Command::Done),
            ("SELESAI", Command::Done),
            ("done", Command::Done),
            ("q", Command::Quit),
            ("?", Command::Help),
            ("Ya", Command::Yes),
            ("t", Command::No),
            ("kembali", Command::Returning),
            ("u", Command::Undo),
            ("batal", Command::Undo),
            ("p", Command::RenewAll),
            ("bayar Rp 1.500", Command::Pay("Rp 1.500")),
            ("pay", Command::Incomplete(Needs::Amount)),
            ("izinkan  sudah bayar", Command::Allow("sudah bayar")),
            ("cari siti aminah", Command::Find("siti aminah")),
            ("k 0001", Command::Card("0001")),
            ("b\t0001", Command::Item("0001")),
            ("b", Command::Incomplete(Needs::Item)),
            ("A0001", Command::Code("A0001")),
            ("undo 5", Command::Code("undo 5")),
            ("0", Command::Code("0")),
        ];
        for (line, command) in cases {
            assert_eq!(parse(line), command, "{line:?}");
        }
    }
}
