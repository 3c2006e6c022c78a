//! The shapes of member files that are known by name.

use crate::table::named::named;

named! {
    /// A shape of member file; found automatically, or named with `--dialect`.
    Dialect {
        /// Any header, Indonesian or English; one row a member.
        Generic = "generic",
        /// The member export of SLiMS: 19 columns by position, 18 in older versions.
        SlimsMember = "slims-member",
        /// The member form of INLISLite: 49 columns.
        InlisliteAnggota = "inlislite-anggota",
        /// A list of patrons of Koha, by the names of its database.
        Koha = "koha",
    }
}
