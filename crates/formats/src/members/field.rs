//! What a column of a member file can mean.

use crate::table::head::Column;
use crate::table::named::named;

named! {
    /// The meaning of a column, in the order in which a record is shown.
    Field {
        /// The card number.
        Card = "card",
        /// The name, one field.
        Name = "name",
        /// The member type.
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
        /// The number of the identity card.
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

impl Column for Field {
    fn key(self) -> &'static str {
        self.as_str()
    }

    fn repeats(self) -> bool {
        false
    }
}
