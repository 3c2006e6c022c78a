//! Deeds played on a library, as tools do: one public method of the core each.

use pustaka_core::catalog::import::{Counts, Incoming, Options, RejectReason, Source};
use pustaka_core::catalog::record::Field;
use pustaka_core::catalog::search::{Query, remember, search};
use pustaka_core::circulation::charges::statement;
use pustaka_core::circulation::closing::Settle;
use pustaka_core::circulation::holds::{Handover, HoldRequest, HoldsOf, Wanted, list};
use pustaka_core::circulation::loans::{CheckoutOptions, RefusedItem, Renewing, ReturnOptions, on_desk};
use pustaka_core::circulation::reason::Override;
use pustaka_core::events::attendance::CheckIn;
use pustaka_core::members::{Resolved, resolve};
use pustaka_core::surveys::follow_up::State;
use pustaka_core::surveys::import as survey;
use pustaka_core::surveys::reading::columns::find;
use pustaka_core::surveys::reading::{Rejected, Row, Wish};
use pustaka_core::values::ids::{FollowUpId, MemberId};
use pustaka_core::values::money::Money;
use pustaka_core::{Act, Error, Kind, Library, Result};

use super::deed::{Deed, Share, TitleRow, What};

/// What came of a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// It was done.
    Done,
    /// The library said no, to all of it; the code of the first reason.
    Refused(&'static str),
    /// There was nothing to do: nothing owed, nobody to tell.
    Nothing,
}

/// Plays a deed. What the library refuses is an answer too.
///
/// # Errors
/// What is no refusal: the file or the system failed, or the generator made something that can't be understood.
pub fn play(library: &mut Library, deed: &Deed) -> Result<Came> {
    let act = deed.act();
    let came = match &deed.what {
        What::Setting(key, value) => library.set_setting(key, value, &act).map(|_| Came::Done),
        What::Rules(rules) => library.set_loan_rules(rules, &act).map(|_| Came::Done),
        What::Calendar(change) => library.change_calendar(change, Settle::Apply, &act).map(|_| Came::Done),
        What::Titles(file, rows) => titles(library, &act, file, rows),
        What::Classify(title, class) => {
            let class = (Field::Class, (*class).to_owned());
            library.edit_title(&act, *title, &[class], false).map(|_| Came::Done)
        }
        What::Search(text) => look(library, &act, text),
        What::Enrol(_) | What::RenewMember(_) | What::Erase(_) | What::Withdraw(..) => {
            of_members(library, &act, &deed.what)
        }
        What::AddEvent(_) | What::CancelEvent(..) | What::Register(..) | What::GiveUp(..) | What::CheckIn(..) => {
            of_events(library, &act, &deed.what)
        }
        What::Survey(_) | What::Answers(..) | What::FollowUp(_) | What::FollowedUp(..) => {
            of_surveys(library, &act, &deed.what)
        }
        _ => at_the_desk(library, &act, &deed.what),
    };
    match came {
        Err(error) if error.kind() == Kind::Refused => Ok(Came::Refused(error.code())),
        other => other,
    }
}

fn at_the_desk(library: &mut Library, act: &Act, what: &What) -> Result<Came> {
    match what {
        What::TakeOver(rows) => {
            let taken = library.import_loans(act, rows, false)?;
            let first = taken.rejected.first().and_then(|row| row.reasons.first());
            Ok(first.map_or(Came::Done, |reason| Came::Refused(reason.code())))
        }
        What::Lend(card, items) => lend(library, act, card, items),
        What::Mistake(card, items) => {
            let lent = library.checkout(act, card, items, &CheckoutOptions::default(), false)?;
            match lent.undo {
                Some(undo) => library.undo(act, &undo, false).map(|_| Came::Done),
                None => Ok(refused(true, lent.refused.first())),
            }
        }
        What::Fetch(card, items) => {
            for item in items {
                if lend(library, act, card, std::slice::from_ref(item))? == Came::Done {
                    return Ok(Came::Done);
                }
            }
            Ok(Came::Nothing)
        }
        What::Return(items) => take_back(library, act, items, false),
        What::BringBack(card, items) => bring_back(library, act, card, items),
        What::InHouse(items) => take_back(library, act, items, true),
        What::Renew(item) => {
            let which = Renewing::Items(vec![item.clone()]);
            let answer = library.renew(act, &which, &Override::default(), false)?;
            Ok(refused(answer.renewed.is_empty(), answer.refused.first()))
        }
        What::Hold(card, item) => {
            let request = HoldRequest {
                card: card.clone(),
                wanted: Wanted::TitleOf(item.clone()),
                handover: Handover::Desk,
                over: Override::default(),
            };
            library.hold(act, &request, false).map(|_| Came::Done)
        }
        What::CancelHold(card, item) => give_hold_up(library, act, card, item),
        What::Pay(card, share) => pay(library, act, card, *share),
        What::Lost(item) => library.lost(act, item, None, false).map(|_| Came::Done),
        What::Found(item) => library.found(act, item, false).map(|_| Came::Done),
        _ => Ok(Came::Nothing),
    }
}

/// A banknote, in rupiah.
const NOTE: i64 = 5_000;

fn refused(all: bool, first: Option<&RefusedItem>) -> Came {
    let code = first.and_then(|item| item.reasons.first()).map(|reason| reason.code());
    match code {
        Some(code) if all => Came::Refused(code),
        None if all => Came::Nothing,
        _ => Came::Done,
    }
}

fn lend(library: &mut Library, act: &Act, card: &str, items: &[String]) -> Result<Came> {
    let answer = library.checkout(act, card, items, &CheckoutOptions::default(), false)?;
    Ok(refused(answer.loans.is_empty(), answer.refused.first()))
}

fn take_back(library: &mut Library, act: &Act, items: &[String], in_house: bool) -> Result<Came> {
    let options = ReturnOptions {
        in_house,
        ..ReturnOptions::default()
    };
    let answer = library.return_items(act, items, &options, false)?;
    let nothing = answer.returns.is_empty() && answer.not_on_loan.iter().all(|one| !one.in_house);
    Ok(refused(nothing, answer.refused.first()))
}

fn bring_back(library: &mut Library, act: &Act, card: &str, items: &[String]) -> Result<Came> {
    let mut theirs = Vec::new();
    for item in items {
        let copy = library.read(|snapshot| on_desk(snapshot, item))?;
        let lent_to = copy.and_then(|copy| copy.lent_to);
        theirs.extend(lent_to.filter(|(reader, _)| reader == card).map(|_| item.clone()));
    }
    match theirs.is_empty() {
        true => Ok(Came::Nothing),
        false => take_back(library, act, &theirs, false),
    }
}

fn give_hold_up(library: &mut Library, act: &Act, card: &str, item: &str) -> Result<Came> {
    let of_member = library.read(|snapshot| list(snapshot, HoldsOf::Member(card)))?;
    let on_desk = library.read(|snapshot| on_desk(snapshot, item))?;
    match of_member
        .iter()
        .find(|line| on_desk.as_ref().is_some_and(|copy| copy.title == line.title))
    {
        Some(line) => library.cancel_hold(act, line.hold, false).map(|_| Came::Done),
        None => Ok(Came::Nothing),
    }
}

fn pay(library: &mut Library, act: &Act, card: &str, share: Share) -> Result<Came> {
    let owed = library.read(|snapshot| statement(snapshot, card))?.account.balance();
    let amount = match share {
        Share::All | Share::Mistyped => owed,
        Share::Half => owed / 1000 * 500,
        Share::Over => owed + NOTE,
    };
    let money = |amount| Money::from_whole(amount).filter(|money| owed > 0 && money.whole() > 0);
    let (Some(amount), Some(tenfold), Some(note)) = (money(amount), money(owed * 10), money(NOTE)) else {
        return Ok(Came::Nothing);
    };
    if share == Share::Mistyped {
        let wrong = library.pay(act, card, tenfold, None, false)?;
        library.reverse(act, wrong.entry, "salah ketik", false)?;
    }
    library.pay(act, card, amount, None, false)?;
    if share == Share::Over {
        library.refund(act, card, note, "kembalian", false)?;
    }
    Ok(Came::Done)
}

fn look(library: &mut Library, act: &Act, text: &str) -> Result<Came> {
    let query = Query {
        text: text.to_owned(),
        ..Query::default()
    };
    let found = library.read(|snapshot| search(snapshot, &query, 10))?;
    match found.unmet {
        Some(unmet) => remember(library, act, &unmet).map(|()| Came::Done),
        None => Ok(Came::Nothing),
    }
}

fn member(library: &Library, card: &str) -> Result<MemberId> {
    let found = library.read(|snapshot| resolve(snapshot, card, 1))?;
    match found {
        Resolved::One(member) => Ok(member.id),
        _ => Err(Error::NotFound {
            what: "member",
            wanted: card.to_owned(),
        }),
    }
}

fn of_members(library: &mut Library, act: &Act, what: &What) -> Result<Came> {
    match what {
        What::Enrol(enrolment) => library.add_member(act, enrolment, false).map(|_| Came::Done),
        What::RenewMember(card) => {
            let id = member(library, card)?;
            library.renew_member(act, id, None, false).map(|_| Came::Done)
        }
        What::Erase(card) => {
            let id = member(library, card)?;
            library.erase_member(act, id, false).map(|_| Came::Done)
        }
        What::Withdraw(card, kind) => {
            let id = member(library, card)?;
            library.withdraw_consent(act, id, *kind, false).map(|()| Came::Done)
        }
        _ => Ok(Came::Nothing),
    }
}

/// The codes of registrations, by their numbers within the event.
fn codes(library: &Library, act: &Act, event: &str, numbers: &[i64]) -> Result<Vec<String>> {
    let roster = library.roster(event, act.at.datetime())?;
    let meant = roster.people.iter().filter(|one| numbers.contains(&one.number));
    Ok(meant.map(|one| one.code.clone()).collect())
}

fn of_events(library: &mut Library, act: &Act, what: &What) -> Result<Came> {
    match what {
        What::AddEvent(new) => library.add_event(act, new, false).map(|_| Came::Done),
        What::CancelEvent(event, why) => library.cancel_event(act, event, why, false).map(|_| Came::Done),
        What::Register(event, asking, manner) => {
            library.register(act, event, asking, manner, false).map(|_| Came::Done)
        }
        What::GiveUp(event, numbers) => {
            let codes = codes(library, act, event, numbers)?;
            let given_up = library.cancel_registrations(act, event, &codes, false)?;
            Ok(if given_up.cancelled.is_empty() {
                Came::Nothing
            } else {
                Came::Done
            })
        }
        What::CheckIn(event, session, numbers, heads) => {
            let codes = codes(library, act, event, numbers)?;
            let how = CheckIn {
                session: Some(*session),
                heads: *heads,
                undo: false,
            };
            let came = library.check_in(act, event, &codes, how, false)?;
            Ok(if came.taken.is_empty() {
                Came::Nothing
            } else {
                Came::Done
            })
        }
        _ => Ok(Came::Nothing),
    }
}

fn of_surveys(library: &mut Library, act: &Act, what: &What) -> Result<Came> {
    match what {
        What::Survey(new) => library.new_survey(act, new, false).map(|_| Came::Done),
        What::Answers(survey, file, rows) => answers(library, act, survey, file, rows),
        What::FollowUp(new) => library.add_follow_up(act, new, false).map(|_| Came::Done),
        What::FollowedUp(number, outcome) => {
            let ended = (State::Done, *outcome);
            library
                .end_follow_up(act, FollowUpId(*number), ended, false)
                .map(|_| Came::Done)
        }
        _ => Ok(Came::Nothing),
    }
}

fn answers(library: &mut Library, act: &Act, survey: &str, file: &str, rows: &[Vec<String>]) -> Result<Came> {
    let found = library.read(|snapshot| pustaka_core::surveys::find(snapshot, survey))?;
    let (header, columns) = find(rows, &found.instrument, &Wish::default()).map_err(|_| Error::BadValue {
        what: "columns",
        found: file.to_owned(),
    })?;
    let options = survey::Options {
        survey: survey.to_owned(),
        new: None,
        file: file.to_owned(),
        skip: false,
        dry_run: false,
    };
    let mut source = Sheets {
        rows: &rows[header + 1..],
        read: 0,
    };
    let outcome = library.import_survey(act, &options, &columns, &mut source)?;
    Ok(if outcome.batch.is_some() {
        Came::Done
    } else {
        Came::Nothing
    })
}

/// Answers as a survey's reader gives them.
struct Sheets<'a> {
    rows: &'a [Vec<String>],
    read: usize,
}

impl survey::Source for Sheets<'_> {
    fn next(&mut self) -> Result<Option<Row>> {
        let Some(cells) = self.rows.get(self.read) else {
            return Ok(None);
        };
        self.read += 1;
        Ok(Some(Row {
            line: self.read as u64 + 1,
            cells: cells.clone(),
        }))
    }

    fn reject(&mut self, row: &Row, _: &[Rejected]) -> Result<()> {
        Err(Error::BadValue {
            what: "answer",
            found: row.cells.join(";"),
        })
    }

    fn counts(&self) -> (u64, u64) {
        (0, 0)
    }
}

fn titles(library: &mut Library, act: &Act, file: &str, rows: &[TitleRow]) -> Result<Came> {
    let options = Options {
        file: file.to_owned(),
        dialect: "pustaka".to_owned(),
        expected_rows: rows.len() as u64,
        ..Options::default()
    };
    let outcome = library.import(act, &options, &mut Rows { rows, read: 0 })?;
    Ok(if outcome.batch.is_some() {
        Came::Done
    } else {
        Came::Nothing
    })
}

/// Records as an import's reader gives them.
struct Rows<'a> {
    rows: &'a [TitleRow],
    read: usize,
}

impl Source for Rows<'_> {
    fn next(&mut self) -> Result<Option<Incoming>> {
        let Some(cells) = self.rows.get(self.read) else {
            return Ok(None);
        };
        self.read += 1;
        Ok(Some(Incoming {
            line: self.read as u64,
            cells: cells.clone(),
            warnings: Vec::new(),
        }))
    }

    fn reject(&mut self, reason: &RejectReason) -> Result<()> {
        Err(Error::BadValue {
            what: "record",
            found: format!("{reason:?}"),
        })
    }

    fn counts(&self) -> Counts {
        Counts {
            records: self.read as u64,
            ..Counts::default()
        }
    }
}
