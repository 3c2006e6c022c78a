//! The desk as a machine without a terminal, a library or a clock: a line goes in, what is to be said and asked comes
//! out; the library's answer goes in, and so on until it wants the next line.
//!
//! Cards and barcodes are two spaces of numbers that may overlap. With no reader at the desk a code is taken for a card
//! first, with a reader at the desk for a copy; when it could have been both, that is said.

use super::command::{self, Command};
use super::view::{Answer, Ask, Done, Item, Kept, Lent, Member, Refused, Say};

/// What the desk hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard<'a> {
    /// A line, scanned or typed.
    Line(&'a str),
    /// Nothing, for as long as a reader at the desk may be silent.
    Silence,
    /// There will be no more lines.
    End,
}

/// What the desk does next.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Turn {
    /// What is said at once, in order.
    pub(crate) say: Vec<Say>,
    /// What the library is asked, if anything; its answer is told to the desk.
    pub(crate) ask: Option<Ask>,
    /// The desk closes.
    pub(crate) close: bool,
}

impl Turn {
    fn say(say: Say) -> Turn {
        Turn {
            say: vec![say],
            ..Turn::default()
        }
    }

    fn ask(ask: Ask) -> Turn {
        Turn {
            ask: Some(ask),
            ..Turn::default()
        }
    }
}

/// What the desk would do on `y`, or when the same copy is scanned once more.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Offer {
    Renew(Item),
    TakeBack(Item),
}

/// What was done for the reader at the desk, as far as undoing goes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Past {
    /// It can be undone.
    Undoable(Done),
    /// It stays, and what was done before it stays with it: `u` undoes the last action or none.
    Stays(Kept),
}

/// Why a code is being looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Want {
    /// Whatever fits best.
    Any,
    /// A card, said so by `k`.
    Card,
    /// A copy, said so by `b`.
    Item,
}

/// The desk between two lines.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    member: Option<Member>,
    /// Copies that wait for a card.
    tray: Vec<Item>,
    /// What was lent to the reader at the desk, and how many copies were taken back meanwhile.
    lent: Vec<Lent>,
    returned: usize,
    offer: Option<Offer>,
    /// The last copy that was refused, which may be allowed after all.
    refused: Option<Refused>,
    /// The last on top.
    done: Vec<Past>,
    /// The card of who brought the last copy back late.
    fined: Option<String>,
    returning: bool,
    looking: Option<(String, Want)>,
}

impl Desk {
    /// The reader at the desk.
    pub(crate) fn member(&self) -> Option<&Member> {
        self.member.as_ref()
    }

    /// How many copies were lent to the reader at the desk.
    pub(crate) fn lent(&self) -> usize {
        self.lent.len()
    }

    /// How many copies wait for a card.
    pub(crate) fn waiting(&self) -> usize {
        self.tray.len()
    }

    /// Whether every copy is taken back, whoever is at the desk.
    pub(crate) fn returning(&self) -> bool {
        self.returning
    }

    /// A line, silence, or the end.
    pub(crate) fn hear(&mut self, heard: Heard<'_>) -> Turn {
        let line = match heard {
            Heard::Line(line) => line.trim(),
            Heard::Silence => return self.leave(false),
            Heard::End => return self.leave(true),
        };
        let command = command::parse(line);
        let offer = self.offer.take();
        match command {
            Command::Done => self.leave(false),
            Command::Quit => self.leave(true),
            Command::Help => Turn::say(Say::Help),
            Command::Yes => self.accept(offer),
            Command::No => Turn::default(),
            Command::Returning => {
                let mut turn = self.leave(false);
                self.returning = !self.returning;
                turn.say.push(Say::Returning(self.returning));
                turn
            }
            // Who is asked something and says "undo" does not mean what was done before.
            Command::Undo if offer.is_some() => Turn::say(Say::OfferDropped),
            Command::Undo => self.undo(),
            Command::Find(name) => Turn::ask(Ask::Find(name.to_owned())),
            Command::Card(code) => self.look(code, Want::Card),
            Command::Item(code) => self.look(code, Want::Item),
            Command::RenewAll => self.of_member(|card| Ask::RenewAll { card }),
            Command::Pay(amount) => self.pay(amount),
            Command::Loans => self.of_member(|card| Ask::Loans { card }),
            Command::Allow(note) => self.allow(note),
            Command::Incomplete(what) => Turn::say(Say::Incomplete(what)),
            Command::Code(code) => self.scan(code, offer),
        }
    }

    /// The library's answer to what was asked.
    pub(crate) fn told(&mut self, answer: Answer) -> Turn {
        match answer {
            Answer::Seen { member, item } => self.seen(member.map(|member| *member), item),
            Answer::Lent { member, loans, refused } => self.after_lending(*member, loans, refused),
            Answer::Returned(returned) => {
                self.returned += usize::from(returned.was_on_loan);
                self.fined = returned.card.clone().filter(|_| returned.fine > 0);
                if returned.was_on_loan {
                    self.remember(Done::Returned {
                        item: returned.item.clone(),
                        loan: returned.loan,
                    });
                }
                Turn::say(Say::Returned(returned))
            }
            Answer::Renewed { member, loans, refused } => {
                self.at_desk(*member);
                if !loans.is_empty() {
                    self.done.push(Past::Stays(Kept::Renewal));
                }
                let refused = refused.into_iter().map(Say::NotRenewed);
                let say: Vec<Say> = loans.into_iter().map(Say::Renewed).chain(refused).collect();
                Turn {
                    say: if say.is_empty() { vec![Say::NothingToRenew] } else { say },
                    ..Turn::default()
                }
            }
            Answer::Paid { member, amount, owes } => {
                self.at_desk(*member);
                self.fined = None;
                self.done.push(Past::Stays(Kept::Payment));
                Turn::say(Say::Paid { amount, owes })
            }
            Answer::NotUndone => Turn::say(Say::NothingToUndo),
            Answer::Undone { done, member } => {
                if let Done::Lent { item, .. } = &done {
                    self.lent.retain(|lent| lent.item != *item);
                }
                if let Done::Returned { .. } = &done {
                    self.returned = self.returned.saturating_sub(1);
                }
                if let Some(member) = member {
                    self.at_desk(*member);
                }
                Turn::say(Say::Undone(done))
            }
            Answer::Loans(loans) => Turn::say(Say::Loans(loans)),
            Answer::Found(found) => Turn::say(Say::Found(found)),
            Answer::Failed(reasons) => {
                self.looking = None;
                Turn::say(Say::Failed(reasons))
            }
        }
    }

    fn scan(&mut self, code: &str, offer: Option<Offer>) -> Turn {
        match offer {
            // The same copy once more is a yes to renewing it. To take a copy from another reader needs a word.
            Some(Offer::Renew(item)) if item.barcode == code => self.accept(Some(Offer::Renew(item))),
            _ => self.look(code, Want::Any),
        }
    }

    fn look(&mut self, code: &str, want: Want) -> Turn {
        self.looking = Some((code.to_owned(), want));
        Turn::ask(Ask::Look(code.to_owned()))
    }

    fn seen(&mut self, member: Option<Member>, item: Option<Item>) -> Turn {
        let Some((code, want)) = self.looking.take() else {
            return Turn::default();
        };
        let both = member.is_some() && item.is_some() && want == Want::Any;
        let card_first = self.member.is_none() && !self.returning;
        let mut turn = match (member, item, want) {
            (Some(member), _, Want::Card) => self.arrives(member),
            (None, _, Want::Card) => Turn::say(Say::NoSuchCard(code.clone())),
            (_, Some(item), Want::Item) => self.handles(item),
            (_, None, Want::Item) => Turn::say(Say::NoSuchItem(code.clone())),
            (Some(member), item, Want::Any) if card_first || item.is_none() => self.arrives(member),
            (_, Some(item), Want::Any) => self.handles(item),
            (_, None, Want::Any) => Turn::say(Say::Unknown(code.clone())),
        };
        if both {
            let say = if card_first {
                Say::TakenAsCard(code)
            } else {
                Say::TakenAsItem(code)
            };
            turn.say.insert(0, say);
        }
        turn
    }

    /// A card: its reader comes to the desk, the one before leaves it, what waits on the tray is lent.
    fn arrives(&mut self, member: Member) -> Turn {
        let same = self.member.as_ref().is_some_and(|now| now.card == member.card);
        let mut turn = Turn::default();
        let tray = std::mem::take(&mut self.tray);
        if !same {
            turn.say = self.leave(false).say;
        }
        self.returning = false;
        if !tray.is_empty() {
            let items = tray.into_iter().map(|item| item.barcode).collect();
            turn.ask = Some(Ask::Lend {
                card: member.card.clone(),
                items,
                allow: Vec::new(),
                note: None,
            });
        }
        turn.say.push(Say::Member(member.clone()));
        self.member = Some(member);
        turn
    }

    /// A copy: lent to the reader at the desk, taken back when nobody is there, or held until a card comes.
    fn handles(&mut self, item: Item) -> Turn {
        let Some(member) = self.member.as_ref().filter(|_| !self.returning) else {
            if item.lent_to.is_some() || self.returning {
                return Turn::ask(Ask::TakeBack { item: item.barcode });
            }
            return self.waits(item);
        };
        if item.lent_to.as_ref() == Some(&member.card) {
            let just_now = self.lent.iter().find(|lent| lent.item == item.barcode);
            if let Some(lent) = just_now {
                return Turn::say(Say::JustLent(lent.clone()));
            }
            self.offer = Some(Offer::Renew(item.clone()));
            return Turn::say(Say::OfferRenewal(item));
        }
        if item.lent_to.is_some() {
            self.offer = Some(Offer::TakeBack(item.clone()));
            return Turn::say(Say::OfferTakeBack(item));
        }
        Turn::ask(Ask::Lend {
            card: member.card.clone(),
            items: vec![item.barcode],
            allow: Vec::new(),
            note: None,
        })
    }

    fn waits(&mut self, item: Item) -> Turn {
        if !self.tray.iter().any(|waiting| waiting.barcode == item.barcode) {
            self.tray.push(item.clone());
        }
        Turn::say(Say::Waiting(item))
    }

    fn accept(&mut self, offer: Option<Offer>) -> Turn {
        match offer {
            Some(Offer::Renew(item)) => self.of_member(|card| Ask::Renew {
                card,
                item: item.barcode,
            }),
            Some(Offer::TakeBack(item)) => Turn::ask(Ask::TakeBack { item: item.barcode }),
            None => Turn::say(Say::NothingOffered),
        }
    }

    fn undo(&mut self) -> Turn {
        match self.done.pop() {
            Some(Past::Undoable(done)) => Turn::ask(Ask::Undo {
                done,
                card: self.member.as_ref().map(|member| member.card.clone()),
            }),
            Some(Past::Stays(kept)) => {
                self.done.push(Past::Stays(kept));
                Turn::say(Say::Stays(kept))
            }
            None => Turn::say(Say::NothingToUndo),
        }
    }

    /// Lends the copy that was refused, past the reasons that staff may pass over.
    fn allow(&mut self, note: &str) -> Turn {
        let Some(refused) = self.refused.take() else {
            return Turn::say(Say::NothingToAllow);
        };
        let allow: Vec<String> = refused.reasons.iter().map(|reason| reason.code.clone()).collect();
        let note = Some(note.to_owned());
        self.of_member(|card| Ask::Lend {
            card,
            items: vec![refused.item],
            allow,
            note,
        })
    }

    fn after_lending(&mut self, member: Member, loans: Vec<Lent>, refused: Vec<Refused>) -> Turn {
        self.at_desk(member);
        for loan in &loans {
            self.remember(Done::Lent {
                item: loan.item.clone(),
                loan: loan.loan,
            });
        }
        self.refused = refused.last().cloned();
        self.lent.extend(loans.iter().cloned());
        let refused = refused.into_iter().map(Say::Refused);
        Turn {
            say: loans.into_iter().map(Say::Lent).chain(refused).collect(),
            ..Turn::default()
        }
    }

    /// From the reader at the desk; with nobody there, from who brought the last copy back late.
    fn pay(&mut self, amount: &str) -> Turn {
        let card = self.member.as_ref().map(|member| member.card.clone());
        match card.or_else(|| self.fined.clone()) {
            Some(card) => Turn::ask(Ask::Pay {
                card,
                amount: amount.to_owned(),
            }),
            None => Turn::say(Say::NobodyHere),
        }
    }

    /// What is known of the reader at the desk has changed.
    fn at_desk(&mut self, member: Member) {
        if self.member.as_ref().is_some_and(|now| now.card == member.card) {
            self.member = Some(member);
        }
    }

    fn remember(&mut self, done: Done) {
        self.done.push(Past::Undoable(done));
    }

    fn of_member(&self, ask: impl FnOnce(String) -> Ask) -> Turn {
        match &self.member {
            Some(member) => Turn::ask(ask(member.card.clone())),
            None => Turn::say(Say::NobodyHere),
        }
    }

    /// The reader leaves the desk, and with them everything that was about them.
    fn leave(&mut self, close: bool) -> Turn {
        let member = self.member.take();
        let left: Vec<Item> = std::mem::take(&mut self.tray);
        let lent = std::mem::take(&mut self.lent).len();
        let returned = std::mem::take(&mut self.returned);
        self.offer = None;
        self.refused = None;
        self.fined = None;
        self.looking = None;
        let mut say = Vec::new();
        if !left.is_empty() {
            say.push(Say::LeftBehind(left));
        }
        if let Some(member) = member {
            self.done.clear();
            say.push(Say::Gone {
                card: member.card,
                lent,
                returned,
            });
        }
        Turn { say, ask: None, close }
    }
}
