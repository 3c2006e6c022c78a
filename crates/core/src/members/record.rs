//! What a member's record holds.

use jiff::civil::Date;

use crate::circulation::rules::age_on;
use crate::values::card::CardNumber;
use crate::values::codes::codes;
use crate::values::ids::MemberId;
use crate::values::person::PersonName;
use crate::values::phone::Phone;

codes! {
    /// A field of a member's record, as columns, options and JSON name it. The list is that of the reader of files.
    Field {
        /// The card number.
        Card = "card",
        /// The name, one field.
        Name = "name",
        /// The member type: its code, or its name.
        Type = "type",
        /// Male or female.
        Sex = "sex",
        /// The day of birth.
        Born = "born",
        /// The telephone.
        Phone = "phone",
        /// The e-mail address.
        Email = "email",
        /// Street, number, RT and RW.
        Address = "address",
        /// Kelurahan or village.
        Village = "village",
        /// Kecamatan.
        District = "district",
        /// City or regency.
        City = "city",
        /// The postal code.
        PostalCode = "postal_code",
        /// The last education.
        Education = "education",
        /// What the person does.
        Occupation = "occupation",
        /// School or employer.
        Institution = "institution",
        /// The number of the identity card; only its mask and its keyed hash are kept.
        Nik = "nik",
        /// The guardian's name.
        GuardianName = "guardian_name",
        /// The guardian's telephone.
        GuardianPhone = "guardian_phone",
        /// What the guardian is to the child.
        GuardianRelation = "guardian_relation",
        /// The first day as a member.
        Joined = "joined",
        /// The last day on which the membership is valid.
        ValidUntil = "valid_until",
        /// A note.
        Note = "note",
    }
}

codes! {
    /// Male or female, as identity cards have it.
    Sex {
        /// Perempuan.
        Female = "female",
        /// Laki-laki.
        Male = "male",
    }
}

/// A member. Empty fields are `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The number by which other records know the member; never shown.
    pub id: MemberId,
    /// The card.
    pub card: CardNumber,
    /// The name.
    pub name: PersonName,
    /// Code of the member type.
    pub member_type: String,
    /// Male or female.
    pub sex: Option<Sex>,
    /// Day of birth.
    pub born: Option<Date>,
    /// Telephone that can be called.
    pub phone: Option<Phone>,
    /// Telephone as it was written, where it can't be told what to call.
    pub phone_printed: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Street, number, RT and RW.
    pub address: Option<String>,
    /// Kelurahan or village.
    pub village: Option<String>,
    /// Kecamatan.
    pub district: Option<String>,
    /// City or regency.
    pub city: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Last education.
    pub education: Option<String>,
    /// What the person does.
    pub occupation: Option<String>,
    /// School or employer.
    pub institution: Option<String>,
    /// `3571••••••••0003`; the number itself is kept nowhere.
    pub nik_masked: Option<String>,
    /// Guardian's name.
    pub guardian_name: Option<String>,
    /// Guardian's telephone.
    pub guardian_phone: Option<Phone>,
    /// What the guardian is to the child.
    pub guardian_relation: Option<String>,
    /// First day as a member.
    pub joined: Date,
    /// Last day on which the membership is valid.
    pub valid_until: Date,
    /// Last day without loans, after a late return.
    pub suspended_until: Option<Date>,
    /// Why the member may not borrow at all.
    pub blocked: Option<String>,
    /// Note.
    pub note: Option<String>,
}

impl Member {
    /// Age in whole years on a day, as the loan rules count it; none without a birth date.
    pub fn age_on(&self, day: Date) -> Option<i32> {
        self.born.map(|born| age_on(born, day))
    }

    /// What a field says, as it is exchanged: codes, ISO days, the mask of the NIK; empty for nothing.
    pub fn show(&self, field: Field) -> String {
        let text = match field {
            Field::Card => return self.card.to_string(),
            Field::Name => return self.name.to_string(),
            Field::Type => return self.member_type.clone(),
            Field::Sex => return self.sex.map_or("", Sex::code).to_owned(),
            Field::Born => return self.born.map(|day| day.to_string()).unwrap_or_default(),
            Field::Phone => return self.phone_shown().to_owned(),
            Field::GuardianPhone => return self.guardian_phone.as_ref().map_or("", Phone::as_str).to_owned(),
            Field::Joined => return self.joined.to_string(),
            Field::ValidUntil => return self.valid_until.to_string(),
            Field::Email => &self.email,
            Field::Address => &self.address,
            Field::Village => &self.village,
            Field::District => &self.district,
            Field::City => &self.city,
            Field::PostalCode => &self.postal_code,
            Field::Education => &self.education,
            Field::Occupation => &self.occupation,
            Field::Institution => &self.institution,
            Field::Nik => &self.nik_masked,
            Field::GuardianName => &self.guardian_name,
            Field::GuardianRelation => &self.guardian_relation,
            Field::Note => &self.note,
        };
        text.clone().unwrap_or_default()
    }

    /// The telephone that can be called, else as it was written; empty for none.
    pub fn phone_shown(&self) -> &str {
        let phone = self.phone.as_ref().map(Phone::as_str);
        phone.or(self.phone_printed.as_deref()).unwrap_or_default()
    }
}
