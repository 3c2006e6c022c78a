//! Whose row it is: names without the number of the queue, and whose telephone and mail stand beside them.

use std::collections::HashMap;

use super::Attendee;
use crate::list::Row;
use crate::table::head::fold;

/// The person of a row, as far as one row tells.
pub(super) fn of(row: &Row) -> Attendee {
    let said = |key: &str| row.get(key).map(str::to_owned);
    let mut one = Attendee {
        card: said("card"),
        name: name(row, ["name", "first-name", "last-name"]),
        born: said("born"),
        sex: said("sex"),
        district: said("district"),
        institution: said("institution"),
        heads: said("heads"),
        needs: said("needs").filter(|text| !is_no(text)),
        note: said("note"),
        cancelled: row.get("status").is_some_and(is_gone),
        ..Attendee::default()
    };
    if let Some(without) = one.name.as_deref().and_then(without_number) {
        one.name = Some(without);
        one.mended.push("name.queue-number");
    }
    contacts(row, &mut one);
    one
}

/// A whole name, or one in two parts.
fn name(row: &Row, [whole, first, last]: [&str; 3]) -> Option<String> {
    let parts = [row.get(first), row.get(last)].into_iter().flatten();
    let joined = parts.collect::<Vec<_>>().join(" ");
    row.get(whole)
        .map(str::to_owned)
        .or(Some(joined).filter(|name| !name.is_empty()))
}

/// The name behind a number of the queue: `012 Siti`, `12. Siti`, `12) Siti`, `No. 12 - Siti`. Nothing when there is none.
fn without_number(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let start = if lower.starts_with("no.") || lower.starts_with("no ") {
        3
    } else {
        0
    };
    let rest = name.get(start..)?.trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return None;
    }
    let behind = rest[digits..].trim_start_matches(['.', ')', '-', ':', ' ', '_', '/', '\u{a0}']);
    let parted = behind.len() < rest.len() - digits;
    let begins = behind.chars().next().is_some_and(char::is_alphabetic);
    (parted && begins).then(|| behind.to_owned())
}

/// Own telephone and mail, else the payer's, with the payer's name. An address that attendee and payer share is the
/// payer's, unless they are one person.
fn contacts(row: &Row, one: &mut Attendee) {
    let payer = name(row, ["payer-name", "payer-first-name", "payer-last-name"]);
    let payer = payer.map(|payer| without_number(&payer).unwrap_or(payer));
    let own_name = one.name.as_deref().map(fold).unwrap_or_default();
    let other = payer.filter(|payer| fold(payer) != own_name);
    let of_payer = [row.get("payer-phone"), row.get("payer-email")];
    let own = [row.get("phone"), row.get("email")];
    let is_own = |at: usize| {
        let own = own[at].filter(|text| !fold(text).is_empty());
        own.filter(|text| other.is_none() || of_payer[at].is_none_or(|payer| fold(payer) != fold(text)))
    };
    let kept = [is_own(0), is_own(1)];
    if kept.iter().any(Option::is_some) || other.is_none() {
        let also = |at: usize| kept[at].or(of_payer[at].filter(|_| other.is_none()));
        one.phone = also(0).map(str::to_owned);
        one.email = also(1).map(str::to_owned);
        return;
    }
    one.phone = of_payer[0].or(own[0]).map(str::to_owned);
    one.email = of_payer[1].or(own[1]).map(str::to_owned);
    if one.phone.is_some() || one.email.is_some() {
        one.contact_of = other;
        one.mended.push("contact.of-payer");
    }
}

/// In one order the first name keeps the telephone and the mail; for the others they are the first one's.
pub(super) fn shared_order(row: &Row, one: &mut Attendee, first: &mut HashMap<(String, String), String>) {
    let Some(order) = row.get("order") else {
        return;
    };
    let name = one.name.clone().unwrap_or_default();
    if one.contact_of.is_some() {
        return;
    }
    for contact in [&one.phone, &one.email].into_iter().flatten() {
        let key = (order.to_owned(), contact.to_lowercase());
        let holder = first.entry(key).or_insert_with(|| name.clone());
        if fold(holder) != fold(&name) {
            one.contact_of = Some(holder.clone());
        }
    }
    if one.contact_of.is_some() {
        one.mended.push("contact.of-payer");
    }
}

/// By what a row is known when its file comes again: the ticket; else what it says of the person and the moment. It tells
/// nothing of the person.
pub(super) fn source_key(row: &Row, one: &Attendee) -> String {
    if let Some(ticket) = row.get("ticket") {
        return format!("ticket {ticket}");
    }
    let parts = ["order", "asked-at", "card", "phone", "email", "payer-email", "born"];
    let mut said = one.name.as_deref().map(fold).unwrap_or_default();
    for key in parts {
        said.push('\u{1f}');
        said.push_str(&row.get(key).map(fold).unwrap_or_default());
    }
    format!("row {:016x}", xxhash_rust::xxh3::xxh3_64(said.as_bytes()))
}

/// Whether a status says that the person will not come.
fn is_gone(status: &str) -> bool {
    let gone = [
        "notattending",
        "deleted",
        "refunded",
        "cancelled",
        "canceled",
        "batal",
        "dibatalkan",
        "mengundurkandiri",
    ];
    gone.contains(&fold(status).as_str())
}

/// Whether an answer to "do you need anything" is no.
fn is_no(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "" | "tidak" | "tidakada" | "tdk" | "no" | "none" | "nihil" | "taktersedia" | "na"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_queue() {
        let cases = [
            ("012 Siti Aminah", Some("Siti Aminah")),
            ("12. Siti", Some("Siti")),
            ("12) Siti", Some("Siti")),
            ("7 - Siti", Some("Siti")),
            ("No. 12 Siti", Some("Siti")),
            ("1234_Émile", Some("Émile")),
            ("Siti Aminah", None),
            ("Norma", None),
            ("2Pac", None),
            ("12345 Siti", None),
            ("12", None),
            ("No", None),
        ];
        for (name, without) in cases {
            assert_eq!(without_number(name).as_deref(), without, "{name}");
        }
    }

    fn row(cells: &[(&'static str, &str)]) -> Row {
        Row {
            cells: cells.iter().map(|(key, text)| (*key, (*text).to_owned())).collect(),
            ..Row::default()
        }
    }

    #[test]
    fn whose_contact_it_is() {
        let read = |cells: &[(&'static str, &str)]| {
            let one = of(&row(cells));
            [one.phone, one.email, one.contact_of].map(Option::unwrap_or_default)
        };
        let (child, mother) = (("name", "Rara"), ("payer-name", "Ibu Rina"));
        let mail = ("email", "Rina@contoh.id");
        let paid = ("payer-email", "rina@contoh.id");
        assert_eq!(read(&[child, mail]), ["", "Rina@contoh.id", ""]);
        assert_eq!(read(&[child, mother, mail, paid]), ["", "rina@contoh.id", "Ibu Rina"]);
        assert_eq!(read(&[child, mother, paid]), ["", "rina@contoh.id", "Ibu Rina"]);
        assert_eq!(
            read(&[child, mother, ("email", "rara@contoh.id"), paid]),
            ["", "rara@contoh.id", ""]
        );
        assert_eq!(
            read(&[child, ("payer-name", "RARA"), mail, paid]),
            ["", "Rina@contoh.id", ""]
        );
        assert_eq!(read(&[child, ("payer-name", "rara"), paid]), ["", "rina@contoh.id", ""]);
        assert_eq!(
            read(&[child, mother, ("payer-phone", "0812")]),
            ["0812", "", "Ibu Rina"]
        );
        assert_eq!(read(&[child, mother]), ["", "", ""]);
    }
}
