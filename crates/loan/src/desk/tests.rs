//! The machine at work on a small library in memory: scripts with what was said, and properties.

use std::collections::BTreeMap;

use jiff::civil::date;
use proptest::prelude::*;

use super::state::{Desk, Heard, Turn};
use super::view::{Answer, Ask, Done, Item, Lent, Member, Reason, Refused, Returned, Say};

/// A library with three readers and four copies; `7` is a card and a copy, `B3` is not to be lent.
#[derive(Debug, Default)]
struct Small {
    /// Copy -> card.
    loans: BTreeMap<String, String>,
    asked: Vec<Ask>,
}

const CARDS: [&str; 3] = ["A1", "A2", "7"];
const ITEMS: [&str; 4] = ["B1", "B2", "B3", "7"];

impl Small {
    fn member(&self, card: &str) -> Member {
        Member {
            card: card.to_owned(),
            loans: self.loans.values().filter(|lent| *lent == card).count(),
            ..Member::default()
        }
    }

    fn lent(item: &str) -> Lent {
        Lent {
            loan: 1,
            item: item.to_owned(),
            title: String::new(),
            due: date(2026, 11, 27),
        }
    }

    fn lend(&mut self, card: &str, items: &[String], allow: &[String]) -> Answer {
        let (mut loans, mut refused) = (Vec::new(), Vec::new());
        for item in items {
            let closed = item == "B3" && !allow.iter().any(|code| code == "item.not_for_loan");
            if closed || self.loans.contains_key(item) {
                let code = if closed { "item.not_for_loan" } else { "item.on_loan" };
                let reasons = vec![Reason {
                    code: code.to_owned(),
                    message: String::new(),
                }];
                refused.push(Refused {
                    item: item.clone(),
                    title: String::new(),
                    reasons,
                    may_be_allowed: closed,
                });
            } else {
                self.loans.insert(item.clone(), card.to_owned());
                loans.push(Small::lent(item));
            }
        }
        Answer::Lent {
            member: Box::new(self.member(card)),
            loans,
            refused,
        }
    }

    fn answer(&mut self, ask: Ask) -> Answer {
        self.asked.push(ask.clone());
        match ask {
            Ask::Look(code) => Answer::Seen {
                member: CARDS.contains(&code.as_str()).then(|| Box::new(self.member(&code))),
                item: ITEMS.contains(&code.as_str()).then(|| Item {
                    lent_to: self.loans.get(&code).cloned(),
                    due: None,
                    title: String::new(),
                    barcode: code,
                }),
            },
            Ask::Lend { card, items, allow, .. } => self.lend(&card, &items, &allow),
            Ask::TakeBack { item } => {
                let was_on_loan = self.loans.remove(&item).is_some();
                Answer::Returned(Returned {
                    loan: 1,
                    item,
                    title: String::new(),
                    card: None,
                    was_on_loan,
                    late_days: 0,
                    fine: 0,
                    suspended_until: None,
                    next: String::new(),
                    careful: false,
                })
            }
            Ask::Renew { card, item } => Answer::Renewed {
                member: Box::new(self.member(&card)),
                loans: vec![Small::lent(&item)],
                refused: Vec::new(),
            },
            Ask::RenewAll { card } => {
                let own = self.loans.iter().filter(|(_, lent)| **lent == card);
                let loans = own.map(|(item, _)| Small::lent(item)).collect();
                Answer::Renewed {
                    member: Box::new(self.member(&card)),
                    loans,
                    refused: Vec::new(),
                }
            }
            Ask::Pay { card, .. } => Answer::Paid {
                member: Box::new(self.member(&card)),
                amount: 500,
                owes: Some(0),
            },
            Ask::Undo { done, .. } => {
                if let Done::Lent { item, .. } = &done {
                    self.loans.remove(item);
                }
                Answer::Undone { done, member: None }
            }
            Ask::Loans { .. } => Answer::Loans(Vec::new()),
            Ask::Find(_) => Answer::Found(Vec::new()),
        }
    }

    /// What a line sets going: everything that is said.
    fn hear(&mut self, desk: &mut Desk, heard: Heard<'_>) -> Vec<Say> {
        let mut turn = desk.hear(heard);
        let mut said = Vec::new();
        loop {
            let Turn { say, ask, .. } = turn;
            said.extend(say);
            let Some(ask) = ask else {
                return said;
            };
            turn = desk.told(self.answer(ask));
        }
    }
}

/// The codes of what is said to each line. `~` is silence.
fn told(small: &mut Small, lines: &[&str]) -> Vec<String> {
    let mut desk = Desk::default();
    let heard = |line: &&str| match *line {
        "~" => Heard::Silence,
        line => Heard::Line(Box::leak(line.to_owned().into_boxed_str())),
    };
    let mut said: Vec<String> = Vec::new();
    for line in lines.iter().map(heard) {
        let codes: Vec<&str> = small.hear(&mut desk, line).iter().map(Say::code).collect();
        said.push(codes.join(" "));
    }
    said
}

#[test]
fn scripts_of_the_counter() {
    let cases: &[(&[&str], &[&str])] = &[
        // A card, then books; the next card ends the turn of the reader before.
        (
            &["A1", "B1", "B2", "A2", ""],
            &["member", "lent", "lent", "gone member", "gone"],
        ),
        // Books, then the card.
        (
            &["B1", "B2", "B1", "A1"],
            &["waiting", "waiting", "waiting", "member lent lent"],
        ),
        // Books, and no card: silence, or an empty line, says that they were not lent.
        (&["B1", "~", "A1", "~"], &["waiting", "desk.no_card", "member", "gone"]),
        // The same book twice is no second loan; after another card it is an offer, and once more is a yes.
        (
            &["A1", "B1", "B1", "B1"],
            &["member", "lent", "lent-already", "lent-already"],
        ),
        (
            &["A1", "B1", "", "A1", "B1", "B1"],
            &["member", "lent", "gone", "member", "renewal-offered", "renewed"],
        ),
        (
            &["A1", "B1", "", "A1", "B1", "B2", "B1"],
            &[
                "member",
                "lent",
                "gone",
                "member",
                "renewal-offered",
                "lent",
                "renewal-offered",
            ],
        ),
        (
            &["A1", "B1", "", "A1", "B1", "t", "y"],
            &[
                "member",
                "lent",
                "gone",
                "member",
                "renewal-offered",
                "",
                "offer.nothing",
            ],
        ),
        // A book without a card comes back; a book of another reader is taken back only on a word.
        (
            &["A1", "B1", "", "B1", "B1"],
            &["member", "lent", "gone", "returned", "waiting"],
        ),
        (
            &["A1", "B1", "A2", "B1", "B1", "y", "B1"],
            &[
                "member",
                "lent",
                "gone member",
                "item.on_loan",
                "item.on_loan",
                "returned",
                "lent",
            ],
        ),
        // Returns, whoever is at the desk; handed in twice says so.
        (
            &["A1", "B1", "r", "B1", "B1", "r", "B1"],
            &[
                "member",
                "lent",
                "gone returns",
                "returned",
                "return.not_on_loan",
                "returns",
                "waiting",
            ],
        ),
        (&["r", "A1", "B1"], &["returns", "member", "lent"]),
        // One number in both spaces: the prompt knows which it wants, and says so.
        (&["7"], &["taken-as-card member"]),
        (&["A1", "7"], &["member", "taken-as-item lent"]),
        (&["A1", "k 7", "b 7"], &["member", "gone member", "lent"]),
        (&["b 7", "7"], &["waiting", "taken-as-card member lent"]),
        (&["r", "7"], &["returns", "taken-as-item return.not_on_loan"]),
        (
            &["k B1", "b A1", "X"],
            &["member.unknown", "item.unknown", "code.unknown"],
        ),
        // A refused book is lent on a word with a reason, once.
        (
            &["A1", "B3", "izinkan rapat", "allow again"],
            &["member", "loan.refused", "lent", "allow.nothing"],
        ),
        (
            &["A1", "B3", "B1", "izinkan rapat"],
            &["member", "loan.refused", "lent", "allow.nothing"],
        ),
        // The last action is taken back, then the one before.
        (
            &["A1", "B1", "B2", "u", "batal", "u", "B1"],
            &["member", "lent", "lent", "undone", "undone", "undo.nothing", "lent"],
        ),
        (&["A1", "B1", "", "u"], &["member", "lent", "gone", "undo.nothing"]),
        // What can't be undone is no reason to undo what was done before it; nor is a question.
        (
            &["A1", "B1", "bayar 500", "u", "B2", "u", "u"],
            &[
                "member",
                "lent",
                "paid",
                "undo.payment",
                "lent",
                "undone",
                "undo.payment",
            ],
        ),
        (&["A1", "B1", "p", "u"], &["member", "lent", "renewed", "undo.renewal"]),
        (
            &["A1", "B1", "A2", "B2", "B1", "u", "y", "u"],
            &[
                "member",
                "lent",
                "gone member",
                "lent",
                "item.on_loan",
                "offer-dropped",
                "offer.nothing",
                "undone",
            ],
        ),
        // Words that need a reader, or another word.
        (
            &["p", "l", "bayar 500", "bayar", "b", "y", "?"],
            &[
                "desk.nobody",
                "desk.nobody",
                "desk.nobody",
                "desk.incomplete",
                "desk.incomplete",
                "offer.nothing",
                "help",
            ],
        ),
        (
            &["A1", "p", "B1", "p", "pay 500", "l"],
            &["member", "renewal.nothing", "lent", "renewed", "paid", "loans"],
        ),
        (&["A1", "A1", "B1"], &["member", "member", "lent"]),
        (&["", "", "~"], &["", "", ""]),
    ];
    for (lines, expected) in cases {
        assert_eq!(told(&mut Small::default(), lines), *expected, "{lines:?}");
    }
}

#[test]
fn the_counts_of_a_turn_are_said_at_its_end() {
    let mut small = Small::default();
    let mut desk = Desk::default();
    for line in ["A2", "B2", "", "A1", "B1"] {
        small.hear(&mut desk, Heard::Line(line));
    }
    let said = small.hear(&mut desk, Heard::Silence);
    assert_eq!(
        said,
        [Say::Gone {
            card: "A1".to_owned(),
            lent: 1,
            returned: 0
        }]
    );
    assert!(desk.member().is_none());
}

fn line() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "A1",
        "A2",
        "7",
        "B1",
        "B2",
        "B3",
        "X",
        "",
        "~",
        "y",
        "t",
        "u",
        "r",
        "p",
        "k 7",
        "b 7",
        "k A1",
        "b B1",
        "izinkan ya",
        "bayar 1",
        "l",
        "?",
        "cari x",
    ])
}

proptest! {
    /// Whatever is scanned: a loan is made only to the reader who is shown, a copy is taken back only when it was on
    /// loan or returns are on, and at the end nobody is left at the desk.
    #[test]
    fn whatever_is_scanned(lines in prop::collection::vec(line(), 0..40)) {
        let mut small = Small::default();
        let mut desk = Desk::default();
        for line in lines {
            let before = small.asked.len();
            let on_loan = small.loans.clone();
            let returning = desk.returning();
            small.hear(&mut desk, if line == "~" { Heard::Silence } else { Heard::Line(line) });
            let shown = desk.member().map(|member| member.card.clone());
            for ask in &small.asked[before..] {
                match ask {
                    Ask::Lend { card, .. } | Ask::Renew { card, .. } | Ask::RenewAll { card } | Ask::Pay { card, .. } =>
                        prop_assert_eq!(Some(card), shown.as_ref(), "{}", line),
                    Ask::TakeBack { item } =>
                        prop_assert!(returning || on_loan.contains_key(item), "{} took back {}", line, item),
                    _ => {}
                }
            }
        }
        let turn = desk.hear(Heard::End);
        prop_assert!(turn.close && turn.ask.is_none());
        prop_assert!(desk.member().is_none() && desk.waiting() == 0 && desk.lent() == 0);
    }
}
