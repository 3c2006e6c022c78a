//! By what the persons of a file are known again: NIK, name with day of birth, telephone.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::members::record::Member;

/// The new members of the rows before, by their places among them.
#[derive(Debug, Default)]
pub(super) struct Seen {
    niks: HashMap<[u8; 32], usize>,
    births: HashMap<(String, Date), usize>,
    callers: HashMap<(String, String), usize>,
    phones: HashSet<String>,
}

impl Seen {
    /// The same person: by NIK; by name and birth; by name and telephone where no birth is known.
    pub(super) fn same(
        &self,
        nik: Option<&[u8; 32]>,
        name: &str,
        born: Option<Date>,
        phone: Option<&str>,
    ) -> Option<usize> {
        let by_nik = nik.and_then(|nik| self.niks.get(nik));
        let by_birth = || born.and_then(|born| self.births.get(&(name.to_owned(), born)));
        let by_call = || {
            let phone = phone.filter(|_| born.is_none())?;
            self.callers.get(&(name.to_owned(), phone.to_owned()))
        };
        by_nik.or_else(by_birth).or_else(by_call).copied()
    }

    /// Notes a new member, and answers whether somebody before looks like the same person.
    pub(super) fn note(&mut self, member: &Member, nik: Option<[u8; 32]>, at: usize) -> bool {
        let mut alike = false;
        if let Some(nik) = nik {
            alike |= self.niks.insert(nik, at).is_some();
        }
        if let Some(born) = member.born {
            alike |= self.births.insert((member.name.key(), born), at).is_some();
        }
        if let Some(phone) = &member.phone {
            self.callers.insert((member.name.key(), phone.to_string()), at);
            alike |= !self.phones.insert(phone.to_string());
        }
        alike
    }
}
