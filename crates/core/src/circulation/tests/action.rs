//! What clerks do, chosen at random.

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};

use super::world::{ITEMS, MEMBERS, TITLES};

/// A small generator: the same seed is the same day at the counter.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        // Neighbouring seeds must not look alike.
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x2545_F491_4F6C_DD1D)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// One time in `of`.
    pub(super) fn once_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let at = self.below(from.len() as u64) as usize;
        &from[at]
    }
}

/// What is done.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Action {
    Checkout {
        card: String,
        items: Vec<String>,
        over: Vec<String>,
        all_or_none: bool,
        due: Option<Date>,
    },
    Return {
        items: Vec<String>,
        in_house: bool,
        to_repair: bool,
    },
    RenewItems(Vec<String>, Vec<String>),
    RenewAll(String, Vec<String>),
    Hold {
        card: String,
        /// A title from 1, or a barcode.
        wanted: Result<i64, String>,
        over: Vec<String>,
    },
    Cancel(i64),
    Pay(String, i64),
    Waive(i64, Option<i64>),
    Reverse(i64),
    Refund(String, i64),
    Charge(String, i64),
    Lost(String, Option<i64>),
    Found(String),
    Undo,
    Close(Date, Date),
    Reopen(Date, Date),
    ExpireHolds,
    CutHistory,
    /// So many days pass.
    Days(i64),
    /// The membership is prolonged to a day.
    Prolong(String, Date),
    Block(String, bool),
    Keep(String, bool),
    /// A copy comes back from repair, or goes missing.
    Status(String, &'static str),
}

/// What an action is chosen by: numbers that are in use.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub(super) day: Date,
    pub(super) last_hold: i64,
    pub(super) last_entry: i64,
    pub(super) on_loan: Vec<String>,
    pub(super) closures: Vec<(Date, Date)>,
}

const OVERS: &[&str] = &[
    "member.expired",
    "member.suspended",
    "member.blocked",
    "member.owes",
    "member.overdue",
    "limit.rule",
    "limit.total",
    "item.not_for_loan",
    "item.held_for_other",
    "age.min",
    "renewal.used_up",
    "renewal.held",
    "hold.limit",
];

pub(super) fn choose(dice: &mut Dice, known: &Known) -> Action {
    match dice.below(100) {
        0..22 => checkout(dice, known),
        22..40 => Action::Return {
            items: some_items(dice, known, 2),
            in_house: dice.once_in(6),
            to_repair: dice.once_in(25),
        },
        40..45 => Action::RenewItems(some_items(dice, known, 2), over(dice)),
        45..47 => Action::RenewAll(card(dice), over(dice)),
        47..57 => Action::Hold {
            card: card(dice),
            wanted: wanted(dice),
            over: over(dice),
        },
        57..61 => Action::Cancel(near(dice, known.last_hold)),
        61..67 => Action::Pay(card(dice), amount(dice)),
        67..69 => Action::Waive(near(dice, known.last_entry), dice.once_in(2).then(|| amount(dice))),
        69..70 => Action::Reverse(near(dice, known.last_entry)),
        70..72 => Action::Refund(card(dice), amount(dice)),
        72..73 => Action::Charge(card(dice), amount(dice)),
        73..75 => Action::Lost(lent(dice, known), dice.once_in(3).then(|| amount(dice) - 500)),
        75..78 => Action::Found(item(dice)),
        78..81 => Action::Undo,
        81..83 => closure(dice, known),
        83..85 => Action::ExpireHolds,
        85..86 => Action::CutHistory,
        86..94 => Action::Days(1 + i64::from(dice.once_in(4)) * dice.below(5) as i64),
        94..95 => Action::Prolong(card(dice), known.day.saturating_add((dice.below(60) as i64).days())),
        95..97 => Action::Block(card(dice), dice.once_in(4)),
        97..98 => Action::Keep(card(dice), dice.once_in(2)),
        _ => Action::Status(item(dice), if dice.once_in(8) { "missing" } else { "available" }),
    }
}

fn checkout(dice: &mut Dice, known: &Known) -> Action {
    let count = 1 + dice.below(3);
    Action::Checkout {
        card: card(dice),
        items: (0..count).map(|_| item(dice)).collect(),
        over: over(dice),
        all_or_none: dice.once_in(6),
        due: dice.once_in(15).then(|| {
            known
                .day
                .saturating_add(SignedDuration::from_hours(24 * (dice.below(9) as i64 - 1)))
        }),
    }
}

fn closure(dice: &mut Dice, known: &Known) -> Action {
    let future: Vec<_> = known.closures.iter().filter(|(first, _)| *first > known.day).collect();
    if !future.is_empty() && dice.once_in(2) {
        let (first, last) = **dice.pick(&future);
        return Action::Reopen(first, last);
    }
    let first = known.day.saturating_add((1 + dice.below(9) as i64).days());
    Action::Close(first, first.saturating_add((dice.below(4) as i64).days()))
}

fn card(dice: &mut Dice) -> String {
    if dice.once_in(60) {
        return "X9".to_owned();
    }
    dice.pick(MEMBERS).card.to_owned()
}

fn item(dice: &mut Dice) -> String {
    if dice.once_in(60) {
        return "B99".to_owned();
    }
    dice.pick(ITEMS).barcode.to_owned()
}

fn lent(dice: &mut Dice, known: &Known) -> String {
    if known.on_loan.is_empty() || dice.once_in(5) {
        return item(dice);
    }
    dice.pick(&known.on_loan).clone()
}

fn some_items(dice: &mut Dice, known: &Known, most: u64) -> Vec<String> {
    let count = 1 + dice.below(most);
    (0..count).map(|_| lent(dice, known)).collect()
}

fn wanted(dice: &mut Dice) -> Result<i64, String> {
    if dice.once_in(3) {
        return Err(item(dice));
    }
    let beyond = u64::from(dice.once_in(30));
    Ok(1 + dice.below(TITLES as u64 + beyond) as i64)
}

fn over(dice: &mut Dice) -> Vec<String> {
    if !dice.once_in(5) {
        return Vec::new();
    }
    let count = 1 + dice.below(4);
    let mut codes: Vec<String> = (0..count).map(|_| (*dice.pick(OVERS)).to_owned()).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// One of the last numbers that were given, mostly.
fn near(dice: &mut Dice, last: i64) -> i64 {
    (last - dice.below(12) as i64 + i64::from(dice.once_in(20))).max(1)
}

fn amount(dice: &mut Dice) -> i64 {
    500 * dice.below(9) as i64
}
