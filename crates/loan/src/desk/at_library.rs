//! The desk of the library itself: every action is a transaction in the library file.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pustaka_cli::{Failure, Lang, Session, reason_in_words, who};
use pustaka_core::circulation::loans::{
    AtDesk, CheckoutOptions, Next, RefusedItem, Renewing, Return, ReturnAnswer, ReturnOptions, Undo, at_desk, loans_of,
    on_desk,
};
use pustaka_core::circulation::reason::{OVERRIDABLE, Override};
use pustaka_core::values::money::Money;
use pustaka_core::{Act, Library, members};

use super::Counter;
use super::view::{Answer, Ask, Done, Item, Lent, Member, Ready, Reason, Refused, Returned};
use crate::args;
use crate::give_back::in_words;
use crate::words::desk as words;

/// How many members are listed when several answer to a name.
const LISTED: usize = 9;

/// The library file, open for as long as the desk is.
pub(crate) struct AtLibrary {
    library: Library,
    /// What can be taken back, by the number of the loan; kept here and nowhere else.
    undo: BTreeMap<i64, Undo>,
}

impl AtLibrary {
    pub(crate) fn new(library: Library) -> AtLibrary {
        AtLibrary {
            library,
            undo: BTreeMap::new(),
        }
    }

    fn member(&self, card: &str, day: Date, lang: Lang) -> Result<Option<Box<Member>>, Failure> {
        let found = self.library.read(|snapshot| at_desk(snapshot, card, day))?;
        Ok(found.map(|found| Box::new(of_member(found, lang))))
    }

    /// The member at the desk as they stand after an action.
    fn member_now(&self, card: &str, act: &Act, lang: Lang) -> Result<Box<Member>, Failure> {
        Ok(self.member(card, act.day(), lang)?.unwrap_or_default())
    }

    fn look(&self, code: &str, act: &Act, lang: Lang) -> Result<Answer, Failure> {
        // A card is printed in capitals and may be typed without.
        let capitals = code.to_uppercase();
        let item = |code: &str| self.library.read(|snapshot| on_desk(snapshot, code));
        let mut found = (self.member(code, act.day(), lang)?, item(code)?);
        if found.0.is_none() && found.1.is_none() && capitals != code {
            found = (self.member(&capitals, act.day(), lang)?, item(&capitals)?);
        }
        let item = found.1.map(|item| Item {
            barcode: item.item,
            title: item.title,
            due: item.lent_to.as_ref().map(|(_, due)| *due),
            lent_to: item.lent_to.map(|(card, _)| card),
        });
        Ok(Answer::Seen { member: found.0, item })
    }

    /// Each copy is an action of its own, so that each can be undone alone.
    fn lend(
        &mut self,
        act: &Act,
        card: &str,
        items: &[String],
        over: Override,
        dry: bool,
        lang: Lang,
    ) -> Result<Answer, Failure> {
        let options = CheckoutOptions {
            over,
            ..CheckoutOptions::default()
        };
        let (mut loans, mut refused) = (Vec::new(), Vec::new());
        for item in items {
            let answer = self
                .library
                .checkout(act, card, std::slice::from_ref(item), &options, dry)?;
            for lent in answer.loans {
                if let Some(undo) = &answer.undo {
                    self.undo.insert(lent.loan.0, undo.clone());
                }
                loans.push(Lent {
                    loan: lent.loan.0,
                    item: lent.item,
                    title: lent.title,
                    due: lent.due,
                });
            }
            let already = answer.already.into_iter();
            loans.extend(already.map(|one| Lent {
                loan: one.loan.0,
                item: one.item,
                title: one.title,
                due: one.due,
            }));
            refused.extend(answer.refused.iter().map(|one| of_refused(one, lang)));
        }
        let member = self.member_now(card, act, lang)?;
        Ok(Answer::Lent { member, loans, refused })
    }

    fn take_back(&mut self, act: &Act, item: String, dry: bool, lang: Lang) -> Result<Answer, Failure> {
        let answer = self
            .library
            .return_items(act, &[item], &ReturnOptions::default(), dry)?;
        if let (Some(undo), Some(one)) = (&answer.undo, answer.returns.first()) {
            self.undo.insert(one.loan.0, undo.clone());
        }
        Ok(of_return(&answer, lang))
    }

    fn renew(&mut self, act: &Act, card: &str, which: &Renewing, dry: bool, lang: Lang) -> Result<Answer, Failure> {
        let answer = self.library.renew(act, which, &Override::default(), dry)?;
        let renewed = answer.renewed.into_iter();
        let loans = renewed.map(|one| Lent {
            loan: one.loan.0,
            item: one.item,
            title: one.title,
            due: one.due,
        });
        Ok(Answer::Renewed {
            loans: loans.collect(),
            refused: answer.refused.iter().map(|one| of_refused(one, lang)).collect(),
            member: self.member_now(card, act, lang)?,
        })
    }

    fn undo(&mut self, act: &Act, done: Done, card: Option<&str>, dry: bool, lang: Lang) -> Result<Answer, Failure> {
        let Some(undo) = self.undo.remove(&done.loan()) else {
            return Ok(Answer::NotUndone);
        };
        self.library.undo(act, &undo, dry)?;
        let member = match card {
            Some(card) => self.member(card, act.day(), lang)?,
            None => None,
        };
        Ok(Answer::Undone { done, member })
    }

    /// More than is to be paid is a slip of the keyboard, or a note that wants change; neither is booked.
    fn too_much(&self, card: &str, amount: Money, act: &Act, lang: Lang) -> Result<Option<Answer>, Failure> {
        let owes = self.member_now(card, act, lang)?.owes.max(0);
        let (amount, change) = (amount.whole(), amount.whole() - owes);
        if change <= 0 {
            return Ok(None);
        }
        let reason = |message: String| Reason {
            code: "pay.too_much".to_owned(),
            message,
        };
        let first = match owes {
            0 => words::nothing_owed(lang).to_owned(),
            owes => words::too_much(lang, lang.rupiah(owes)),
        };
        let change = (owes > 0).then(|| words::give_change(lang, owes, lang.rupiah(change)));
        let keep = words::keep_credit(lang, card, amount);
        let reasons = [Some(first), change, Some(keep)].into_iter().flatten();
        Ok(Some(Answer::Failed(reasons.map(reason).collect())))
    }

    fn find(&self, typed: &str, lang: Lang) -> Result<Answer, Failure> {
        let found = self.library.read(|snapshot| members::find(snapshot, typed, LISTED))?;
        let found = found.iter().map(|member| who::candidate(lang, member));
        Ok(Answer::Found(found.collect()))
    }
}

impl Counter for AtLibrary {
    fn ask(&mut self, session: &mut Session, ask: Ask) -> Result<Answer, Failure> {
        let (act, lang, dry) = (session.act()?, session.lang(), session.dry_run());
        match ask {
            Ask::Look(code) => self.look(&code, &act, lang),
            Ask::Lend {
                card,
                items,
                allow,
                note,
            } => {
                let over = Override { codes: allow, note };
                self.lend(&act, &card, &items, over, dry, lang)
            }
            Ask::TakeBack { item } => self.take_back(&act, item, dry, lang),
            Ask::Renew { card, item } => self.renew(&act, &card, &Renewing::Items(vec![item]), dry, lang),
            Ask::RenewAll { card } => self.renew(&act, &card, &Renewing::AllOf(card.clone()), dry, lang),
            Ask::Pay { card, amount } => {
                let amount = args::amount(session, &amount)?;
                if let Some(too_much) = self.too_much(&card, amount, &act, lang)? {
                    return Ok(too_much);
                }
                let booked = self.library.pay(&act, &card, amount, None, dry)?;
                Ok(Answer::Paid {
                    member: self.member_now(&card, &act, lang)?,
                    amount: booked.amount.whole(),
                    owes: Some(booked.balance),
                })
            }
            Ask::Undo { done, card } => self.undo(&act, done, card.as_deref(), dry, lang),
            Ask::Loans { card } => {
                let lines = self.library.read(|snapshot| loans_of(snapshot, &card, act.day()))?;
                let lines = lines.into_iter();
                let loans = lines.map(|one| Lent {
                    loan: one.loan.0,
                    item: one.item,
                    title: one.title,
                    due: one.due,
                });
                Ok(Answer::Loans(loans.collect()))
            }
            Ask::Find(typed) => self.find(&typed, lang),
        }
    }
}

fn of_member(found: AtDesk, lang: Lang) -> Member {
    let stopped = found.stopped.iter().map(|reason| of_reason(reason, lang));
    let ready = found.ready.into_iter().filter_map(|hold| {
        Some(Ready {
            item: hold.ready?,
            title: hold.title,
            until: hold.until?,
        })
    });
    Member {
        stopped: stopped.collect(),
        ready: ready.collect(),
        card: found.member.card,
        name: found.member.name,
        valid_until: found.member.valid_until,
        loans: found.loans as usize,
        overdue: found.overdue as usize,
        owes: found.owed,
    }
}

fn of_reason(reason: &pustaka_core::circulation::Reason, lang: Lang) -> Reason {
    Reason {
        code: reason.code().to_owned(),
        message: reason_in_words(reason, lang),
    }
}

fn of_refused(refused: &RefusedItem, lang: Lang) -> Refused {
    Refused {
        item: refused.item.clone(),
        title: refused.title.clone().unwrap_or_default(),
        may_be_allowed: refused
            .reasons
            .iter()
            .all(|reason| OVERRIDABLE.contains(&reason.code())),
        reasons: refused.reasons.iter().map(|reason| of_reason(reason, lang)).collect(),
    }
}

fn of_return(answer: &ReturnAnswer, lang: Lang) -> Answer {
    let careful = |next: &Next| !matches!(next, Next::Shelve(_));
    if let Some(Return {
        loan,
        item,
        title,
        card,
        late_days,
        fine,
        suspended_until,
        next,
        ..
    }) = answer.returns.first()
    {
        return Answer::Returned(Returned {
            loan: loan.0,
            item: item.clone(),
            title: title.clone(),
            card: Some(card.clone()),
            was_on_loan: true,
            late_days: *late_days,
            fine: fine.whole(),
            suspended_until: *suspended_until,
            next: in_words(next, lang),
            careful: careful(next),
        });
    }
    let none = |item: &str, title: &str, next: &Next| Returned {
        loan: 0,
        item: item.to_owned(),
        title: title.to_owned(),
        card: None,
        was_on_loan: false,
        late_days: 0,
        fine: 0,
        suspended_until: None,
        next: in_words(next, lang),
        careful: careful(next),
    };
    if let Some(one) = answer.found.first() {
        // A lost copy that is there again: it is a return, too.
        let found = none(&one.item, &one.title, &one.next);
        return Answer::Returned(Returned {
            was_on_loan: true,
            ..found
        });
    }
    if let Some(one) = answer.not_on_loan.first() {
        return Answer::Returned(none(&one.item, &one.title, &one.next));
    }
    let reasons = answer.refused.iter().flat_map(|refused| refused.reasons.iter());
    Answer::Failed(reasons.map(|reason| of_reason(reason, lang)).collect())
}
