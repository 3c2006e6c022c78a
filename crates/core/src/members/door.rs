//! The door: the cells of a row, or of a form at the desk, become values that can't be wrong, or are turned away.

use jiff::civil::Date;

use super::record::{Field, Sex};
use crate::values::card::CardNumber;
use crate::values::codes::codes;
use crate::values::nik::Nik;
use crate::values::person::PersonName;
use crate::values::phone::{self, Phone};
use crate::values::{date, line, printed_nothing, text};

codes! {
    /// What people should know of a value that was taken.
    Notice {
        /// Characters that can't be seen were left out.
        Hidden = "text.hidden",
        /// The telephone can't be called: kept as it was written.
        Phone = "phone.unread",
        /// The guardian's telephone can't be called: kept as a note.
        GuardianPhone = "guardian-phone.unread",
        /// It is no e-mail address: kept as a note.
        Email = "email.unread",
        /// Male or female can't be told: not taken.
        Sex = "sex.unread",
        /// It is no NIK: not taken, and nothing of it is kept.
        Nik = "nik.bad",
        /// Something in the NIK does not fit; it may be right all the same.
        NikDoubt = "nik.doubtful",
        /// A day can't be read: kept as a note.
        Date = "date.unread",
        /// The day of birth is in the future, or more than 130 years ago: not taken.
        Born = "born.unlikely",
        /// The card number is a NIK, which tells birth date and sex to whoever sees the card.
        CardIsNik = "card.is-nik",
        /// A text was longer than what is kept of it.
        Long = "text.long",
        /// The membership would end before it began: it begins with its last day.
        Ends = "valid-until.before-joined",
        /// Who should have a guardian has none.
        Guardian = "guardian.missing",
        /// An adult's emergency contact is not taken for a guardian.
        GuardianOfAdult = "guardian.adult",
        /// The card is known here with other data; `--update` takes the file's.
        Differs = "member.differs",
        /// Somebody here looks like the same person.
        Duplicate = "member.duplicate",
        /// The member type is not known here: it was made.
        TypeMade = "type.made",
    }
}

codes! {
    /// Why a value, and the row with it, is turned away.
    RejectCode {
        /// No name, no letter in it, or longer than 120 characters.
        Name = "name.bad",
        /// No card number: empty where one is needed, longer than 32 characters, or with blanks.
        Card = "card.bad",
        /// No card, and neither birth date, telephone nor NIK by which the person would be known again.
        CardMissing = "card.missing",
        /// The card stands in the file before, with other data.
        CardRepeated = "card.repeated",
        /// It is no day that the calendar has.
        Date = "date.bad",
        /// The day of birth is in the future, or more than 130 years ago.
        Born = "born.bad",
        /// The membership would end before it began.
        Ends = "valid-until.bad",
        /// Nobody can be called there.
        GuardianPhone = "guardian-phone.bad",
        /// It is no e-mail address.
        Email = "email.bad",
        /// Male or female can't be told.
        Sex = "sex.bad",
        /// It is no NIK of sixteen digits.
        Nik = "nik.bad",
        /// A text is longer than what is kept.
        Long = "text.too-long",
        /// No member type has this code or name.
        Type = "type.unknown",
        /// More new member types than a library can mean: the column is another one.
        Types = "type.too-many",
    }
}

/// A value that can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// Why.
    pub code: RejectCode,
    /// The field that it is about.
    pub field: Field,
    /// What stands there; nothing of a NIK.
    pub found: String,
}

/// A value that was taken, and what to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noticed {
    /// What.
    pub code: Notice,
    /// The field that it is about.
    pub field: Option<Field>,
    /// What stands there; nothing of a NIK.
    pub found: String,
}

/// How values are taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// What can't be read is noticed and kept as a note instead of being turned away: for files of old systems.
    pub(super) lenient: bool,
    /// The day of the act.
    pub(super) today: Date,
}

/// What the cells say; a field that none of them names says nothing. An empty cell at the desk clears its field.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) card: Option<CardNumber>,
    pub(super) name: Option<PersonName>,
    pub(super) member_type: Option<String>,
    pub(super) sex: Option<Option<Sex>>,
    pub(super) born: Option<Option<Date>>,
    /// The number that can be called, and the printed one where there is none.
    pub(super) phone: Option<(Option<Phone>, Option<String>)>,
    pub(super) nik: Option<Option<Nik>>,
    pub(super) guardian_phone: Option<Option<Phone>>,
    pub(super) joined: Option<Date>,
    pub(super) valid_until: Option<Date>,
    /// The fields that are lines of text.
    pub(super) lines: Vec<(Field, Option<String>)>,
    /// What could not be read, kept as a note.
    pub(super) leftovers: Vec<String>,
    pub(super) notices: Vec<Noticed>,
}

/// The longest line of text, and the longest note, in characters.
const LINE: usize = 200;
const NOTE: usize = 2000;
/// Nobody is older.
const OLDEST: i16 = 130;

/// Parses the cells.
pub(super) fn open(cells: &[(Field, String)], manner: Manner) -> Result<Draft, Reject> {
    let mut door = Door {
        draft: Draft::default(),
        manner,
    };
    for (field, text) in cells {
        door.cell(*field, text)?;
    }
    door.look_at_nik();
    Ok(door.draft)
}

struct Door {
    draft: Draft,
    manner: Manner,
}

impl Door {
    fn cell(&mut self, field: Field, text: &str) -> Result<(), Reject> {
        let line = line::read(text);
        if line.cleaned && field != Field::Nik {
            self.notice(Notice::Hidden, field, text);
        }
        let text = line.text;
        match field {
            Field::Card => match CardNumber::parse(&text) {
                Some(card) => self.draft.card = Some(card),
                None if text.is_empty() && self.manner.lenient => {}
                None => return Err(reject(RejectCode::Card, field, text)),
            },
            Field::Name => match PersonName::parse(&text) {
                Some(name) => self.draft.name = Some(name),
                None => return Err(reject(RejectCode::Name, field, text)),
            },
            Field::Type => self.draft.member_type = (!text.is_empty()).then_some(text),
            Field::Sex => self.sex(text)?,
            Field::Born => self.born(text)?,
            Field::Phone => self.phone(text),
            Field::GuardianPhone => self.guardian_phone(text)?,
            Field::Nik => self.nik(&text)?,
            Field::Joined => self.draft.joined = self.day(field, &text)?,
            Field::ValidUntil => self.draft.valid_until = self.day(field, &text)?,
            Field::Email => self.email(text)?,
            Field::Note => self.text(field, text, NOTE)?,
            _ => self.text(field, text, LINE)?,
        }
        Ok(())
    }

    fn text(&mut self, field: Field, text: String, longest: usize) -> Result<(), Reject> {
        let text = if text == "-" { String::new() } else { text };
        match text.char_indices().nth(longest) {
            Some((end, _)) if self.manner.lenient => {
                self.notice(Notice::Long, field, &text);
                self.draft.lines.push((field, Some(text[..end].trim_end().to_owned())));
            }
            Some(_) => return Err(reject(RejectCode::Long, field, text)),
            None => self.draft.lines.push((field, (!text.is_empty()).then_some(text))),
        }
        Ok(())
    }

    fn sex(&mut self, text: String) -> Result<(), Reject> {
        let read = read_sex(&text);
        if read.is_none() && !printed_nothing(&text) {
            if !self.manner.lenient {
                return Err(reject(RejectCode::Sex, Field::Sex, text));
            }
            self.notice(Notice::Sex, Field::Sex, &text);
        }
        self.draft.sex = Some(read);
        Ok(())
    }

    fn day(&mut self, field: Field, text: &str) -> Result<Option<Date>, Reject> {
        match date::read(text) {
            Ok(day) => Ok(day),
            Err(_) if self.manner.lenient => {
                self.notice(Notice::Date, field, text);
                self.draft.leftovers.push(format!("{}: {text}", field.code()));
                Ok(None)
            }
            Err(_) => Err(reject(RejectCode::Date, field, text.to_owned())),
        }
    }

    fn born(&mut self, text: String) -> Result<(), Reject> {
        let today = self.manner.today;
        let born = self.day(Field::Born, &text)?;
        let unlikely = born.is_some_and(|born| born > today || today.year() - born.year() > OLDEST);
        if unlikely && !self.manner.lenient {
            return Err(reject(RejectCode::Born, Field::Born, text));
        }
        if unlikely {
            self.notice(Notice::Born, Field::Born, &text);
        }
        self.draft.born = Some(born.filter(|_| !unlikely));
        Ok(())
    }

    /// A number that can't be called is kept as it was written: somebody will know what it means.
    fn phone(&mut self, text: String) {
        self.draft.phone = Some(match phone::read(&text) {
            phone::Reading::Empty => (None, None),
            phone::Reading::Valid(phone) => (Some(phone), None),
            phone::Reading::Unreadable => {
                self.notice(Notice::Phone, Field::Phone, &text);
                (None, Some(text.chars().take(LINE).collect()))
            }
        });
    }

    fn guardian_phone(&mut self, text: String) -> Result<(), Reject> {
        let read = match phone::read(&text) {
            phone::Reading::Empty => None,
            phone::Reading::Valid(phone) => Some(phone),
            phone::Reading::Unreadable if self.manner.lenient => {
                self.notice(Notice::GuardianPhone, Field::GuardianPhone, &text);
                let kept: String = text.chars().take(LINE).collect();
                self.draft.leftovers.push(format!("guardian_phone: {kept}"));
                None
            }
            phone::Reading::Unreadable => return Err(reject(RejectCode::GuardianPhone, Field::GuardianPhone, text)),
        };
        self.draft.guardian_phone = Some(read);
        Ok(())
    }

    fn email(&mut self, text: String) -> Result<(), Reject> {
        if is_email(&text) || printed_nothing(&text) {
            let text = if is_email(&text) { text } else { String::new() };
            return self.text(Field::Email, text, LINE);
        }
        if !self.manner.lenient {
            return Err(reject(RejectCode::Email, Field::Email, text));
        }
        self.notice(Notice::Email, Field::Email, &text);
        let kept: String = text.chars().take(LINE).collect();
        self.draft.leftovers.push(format!("email: {kept}"));
        Ok(())
    }

    /// Of what is no NIK nothing is kept either: it may be one with a slip of the finger.
    fn nik(&mut self, text: &str) -> Result<(), Reject> {
        let read = Nik::parse(text);
        if read.is_none() && !printed_nothing(text) {
            if !self.manner.lenient {
                return Err(reject(RejectCode::Nik, Field::Nik, String::new()));
            }
            self.notice(Notice::Nik, Field::Nik, "");
        }
        self.draft.nik = Some(read);
        Ok(())
    }

    fn look_at_nik(&mut self) {
        let female = self.draft.sex.flatten().map(|sex| sex == Sex::Female);
        let born = self.draft.born.flatten();
        if let Some(Some(nik)) = &self.draft.nik {
            let codes: Vec<&str> = nik.doubts(born, female).into_iter().map(|doubt| doubt.code()).collect();
            if !codes.is_empty() {
                self.notice(Notice::NikDoubt, Field::Nik, &codes.join(", "));
            }
        }
        let card = self.draft.card.as_ref().and_then(|card| Nik::parse(card.as_str()));
        if card.is_some_and(|card| card.doubts(None, None).is_empty()) {
            self.notice(Notice::CardIsNik, Field::Card, "");
        }
    }

    fn notice(&mut self, code: Notice, field: Field, found: &str) {
        self.draft.notices.push(Noticed {
            code,
            field: Some(field),
            found: found.chars().take(80).collect(),
        });
    }
}

fn reject(code: RejectCode, field: Field, found: String) -> Reject {
    Reject {
        code,
        field,
        found: found.chars().take(80).collect(),
    }
}

/// `L`, `Laki-laki`, `Pria`, `male`, `M` …; whatever stands for nothing is none.
fn read_sex(text: &str) -> Option<Sex> {
    match text::fold(text).replace(' ', "").as_str() {
        "l" | "lk" | "lakilaki" | "laki" | "pria" | "cowok" | "putra" | "male" | "m" | "man" => Some(Sex::Male),
        "p" | "pr" | "perempuan" | "wanita" | "cewek" | "putri" | "female" | "f" | "woman" => Some(Sex::Female),
        _ => None,
    }
}

/// Something, one `@`, something; no blank.
fn is_email(text: &str) -> bool {
    let parts = text.split_once('@');
    let fits = |part: &str| !part.is_empty() && !part.contains(['@', ' ', ',', ';', '<', '>']);
    text.chars().count() <= LINE && parts.is_some_and(|(name, host)| fits(name) && fits(host))
}
