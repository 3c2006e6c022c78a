//! The desk away: answers from the pack and from what happened since, by the same rules; what happens goes to the
//! journal. No names are known here, and no amounts.

use clap::ArgMatches;
use jiff::civil::Date;
use pustaka_cli::{Failure, Session, reason_in_words};
use pustaka_core::Act;
use pustaka_core::circulation::Reason;
use pustaka_core::circulation::offline::{Away, Deed, Lending, PackedDay};

use super::journal::Journal;
use super::{path, read_pack};
use crate::args;
use crate::desk::Counter;
use crate::desk::view;
use crate::desk::view::{Answer, Ask, Done, Item, Lent, Member, Refused, Returned};
use crate::words::offline as words;

/// The pack and the journal.
pub(crate) struct AtPack {
    away: Away,
    journal: Journal,
}

impl AtPack {
    /// Opens the pack and the journal that were named.
    pub(crate) fn open(session: &mut Session, matches: &ArgMatches) -> Result<AtPack, Failure> {
        let mut away = Away::of(read_pack(session, matches)?);
        let act = session.act()?;
        let (journal, before) = Journal::open(
            &path(matches, "journal"),
            act.staff.as_str(),
            act.at.datetime(),
            session.lang(),
        )?;
        before.into_iter().for_each(|intent| away.happened(intent));
        Ok(AtPack { away, journal })
    }

    /// Writes down what happened, and takes note of it. Answers the number of the line.
    fn happened(&mut self, act: &Act, dry: bool, deed: Deed) -> Result<i64, Failure> {
        if dry {
            return Ok(0);
        }
        let intent = self.journal.add(act.at.datetime(), act.staff.as_str(), deed)?;
        let line = i64::try_from(intent.line).unwrap_or(i64::MAX);
        self.away.happened(intent);
        Ok(line)
    }

    fn member(&self, session: &Session, card: &str, day: Date) -> Option<Box<Member>> {
        let found = self.away.member(card, day)?;
        let stopped = found.stopped.iter().map(|reason| of_reason(session, reason));
        Some(Box::new(Member {
            card: found.card,
            name: String::new(),
            valid_until: found.valid_until,
            loans: found.loans.len(),
            overdue: found.overdue,
            owes: 0,
            stopped: stopped.collect(),
            ready: Vec::new(),
        }))
    }

    /// The reader at the desk as they stand now; of a card that was not packed nothing is known.
    fn member_now(&self, session: &Session, card: &str, day: Date) -> Box<Member> {
        let unknown = || {
            Box::new(Member {
                card: card.to_owned(),
                ..Member::default()
            })
        };
        self.member(session, card, day).unwrap_or_else(unknown)
    }

    /// Lends one copy; `allow` are codes to pass over.
    pub(crate) fn lend(
        &mut self,
        session: &Session,
        act: &Act,
        (card, item): (&str, String),
        (allow, note): (&[String], Option<&String>),
    ) -> Result<Result<Lent, Refused>, Failure> {
        let title = self.away.item(&item).map(|known| known.title).unwrap_or_default();
        let answer = self.away.lend(card, &item, act.day(), allow)?;
        let (due, loan) = match answer {
            Lending::Already { due } => (due, 0),
            Lending::Refused {
                reasons,
                may_be_allowed,
            } => {
                let reasons = reasons.iter().map(|reason| of_reason(session, reason)).collect();
                return Ok(Err(Refused {
                    item,
                    title,
                    reasons,
                    may_be_allowed,
                }));
            }
            Lending::Granted { due, passed } => {
                let deed = Deed::Checkout {
                    card: card.to_owned(),
                    item: item.clone(),
                    due: due.map(PackedDay),
                    note: note.cloned().filter(|_| !passed.is_empty()),
                    passed: passed.into_iter().map(str::to_owned).collect(),
                };
                (due, self.happened(act, session.dry_run(), deed)?)
            }
        };
        let due = due.unwrap_or(act.day());
        Ok(Ok(Lent { loan, item, title, due }))
    }

    /// Takes a copy back.
    pub(crate) fn take_back(&mut self, session: &Session, act: &Act, item: String) -> Result<Returned, Failure> {
        let lang = session.lang();
        let known = self.away.give_back(&item, act.day());
        let title = self.away.item(&item).map(|known| known.title).unwrap_or_default();
        // What came back is written down even when nobody knows of a loan: at home it may be known.
        let loan = self.happened(act, session.dry_run(), Deed::Return { item: item.clone() })?;
        let next = match (known.wanted, known.late_days) {
            (true, _) => words::bring_home(lang),
            (false, 1..) => words::late_at_home(lang),
            (false, _) => words::onto_the_shelf(lang),
        };
        Ok(Returned {
            loan,
            item,
            title,
            was_on_loan: known.card.is_some(),
            card: None,
            late_days: known.late_days,
            fine: 0,
            suspended_until: None,
            next: next.to_owned(),
            careful: known.wanted,
        })
    }

    fn renew(&mut self, session: &Session, act: &Act, card: &str, items: Vec<String>) -> Result<Answer, Failure> {
        let (mut loans, mut refused) = (Vec::new(), Vec::new());
        for item in items {
            let title = self.away.item(&item).map(|known| known.title).unwrap_or_default();
            match self.away.renew(card, &item, act.day())? {
                Lending::Refused {
                    reasons,
                    may_be_allowed,
                } => {
                    let reasons = reasons.iter().map(|reason| of_reason(session, reason)).collect();
                    refused.push(Refused {
                        item,
                        title,
                        reasons,
                        may_be_allowed,
                    });
                }
                Lending::Granted { due, .. } | Lending::Already { due } => {
                    let deed = Deed::Renew {
                        card: card.to_owned(),
                        item: item.clone(),
                        due: due.map(PackedDay),
                    };
                    let loan = self.happened(act, session.dry_run(), deed)?;
                    let due = due.unwrap_or(act.day());
                    loans.push(Lent { loan, item, title, due });
                }
            }
        }
        let member = self.member_now(session, card, act.day());
        Ok(Answer::Renewed { member, loans, refused })
    }

    fn pay(&mut self, session: &Session, act: &Act, card: String, amount: i64) -> Result<Answer, Failure> {
        let member = self.member_now(session, &card, act.day());
        self.happened(act, session.dry_run(), Deed::Pay { card, amount })?;
        Ok(Answer::Paid {
            member,
            amount,
            owes: None,
        })
    }

    fn undo(&mut self, session: &Session, act: &Act, done: Done, card: Option<String>) -> Result<Answer, Failure> {
        let Ok(of @ 1..) = u64::try_from(done.loan()) else {
            return Ok(Answer::NotUndone);
        };
        self.happened(act, session.dry_run(), Deed::Undo { of })?;
        let member = card.and_then(|card| self.member(session, &card, act.day()));
        Ok(Answer::Undone { done, member })
    }

    fn loans(&self, card: &str, day: Date) -> Answer {
        let own = self
            .away
            .member(card, day)
            .map(|member| member.loans)
            .unwrap_or_default();
        let lent = own.into_iter().map(|(item, due)| Lent {
            loan: 0,
            title: self.away.item(&item).map(|known| known.title).unwrap_or_default(),
            due: due.unwrap_or(day),
            item,
        });
        Answer::Loans(lent.collect())
    }

    fn look(&self, session: &Session, code: String, day: Date) -> Answer {
        let item = self.away.item(&code).map(|known| Item {
            title: known.title,
            due: known.lent_to.as_ref().and_then(|(_, due)| *due),
            lent_to: known.lent_to.map(|(card, _)| card),
            barcode: code.clone(),
        });
        let member = self.member(session, &code, day);
        Answer::Seen { member, item }
    }
}

impl Counter for AtPack {
    fn ask(&mut self, session: &mut Session, ask: Ask) -> Result<Answer, Failure> {
        let act = session.act()?;
        let (session, day) = (&*session, act.day());
        Ok(match ask {
            Ask::Look(code) => self.look(session, code, day),
            Ask::Lend {
                card,
                items,
                allow,
                note,
            } => {
                let (mut loans, mut refused) = (Vec::new(), Vec::new());
                for item in items {
                    match self.lend(session, &act, (&card, item), (&allow, note.as_ref()))? {
                        Ok(lent) => loans.push(lent),
                        Err(one) => refused.push(one),
                    }
                }
                let member = self.member_now(session, &card, day);
                Answer::Lent { member, loans, refused }
            }
            Ask::TakeBack { item } => Answer::Returned(self.take_back(session, &act, item)?),
            Ask::Renew { card, item } => self.renew(session, &act, &card, vec![item])?,
            Ask::RenewAll { card } => {
                let own = self
                    .away
                    .member(&card, day)
                    .map(|member| member.loans)
                    .unwrap_or_default();
                self.renew(session, &act, &card, own.into_iter().map(|(item, _)| item).collect())?
            }
            Ask::Pay { card, amount } => {
                let amount = args::amount(session, &amount)?.whole();
                self.pay(session, &act, card, amount)?
            }
            Ask::Undo { done, card } => self.undo(session, &act, done, card)?,
            Ask::Loans { card } => self.loans(&card, day),
            Ask::Find(_) => Answer::Failed(vec![view::Reason {
                code: "find.away".to_owned(),
                message: words::no_names(session.lang()).to_owned(),
            }]),
        })
    }
}

fn of_reason(session: &Session, reason: &Reason) -> view::Reason {
    view::Reason {
        code: reason.code().to_owned(),
        message: match reason {
            // What staff wrote, and how much is owed, stayed at home.
            Reason::MemberBlocked { .. } => words::blocked(session.lang()).to_owned(),
            Reason::MemberOwes { .. } => words::owes(session.lang()).to_owned(),
            reason => reason_in_words(reason, session.lang()),
        },
    }
}
