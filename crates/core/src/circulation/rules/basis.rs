//! What a fine was worked out from, as the ledger keeps it: enough to work it out again when the calendar changes.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::values::ids::RuleId;
use crate::values::money::Money;

/// What a fine was worked out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// The rule of the loan.
    pub rule: RuleId,
    /// The due date, as it stood at the return.
    pub due: Date,
    /// The day of the return.
    pub returned: Date,
    /// The item's price, in rupiah.
    pub price: Option<Money>,
}

impl Basis {
    /// As it is stored: `{"rule":1,"due":"2026-11-20","returned":"2026-11-23","price":85000}`.
    pub fn to_json(&self) -> Value {
        json!({
            "rule": self.rule,
            "due": self.due.to_string(),
            "returned": self.returned.to_string(),
            "price": self.price.map(Money::whole),
        })
    }

    /// Reads what is stored; none when it is no basis of a fine.
    pub fn from_json(stored: &str) -> Option<Basis> {
        let stored: Value = serde_json::from_str(stored).ok()?;
        let day = |key: &str| stored.get(key)?.as_str()?.parse().ok();
        Some(Basis {
            rule: RuleId(stored.get("rule")?.as_i64()?),
            due: day("due")?,
            returned: day("returned")?,
            price: stored.get("price").and_then(Value::as_i64).and_then(Money::from_whole),
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_basis_is_read_as_it_was_stored() {
        for price in [None, Money::from_whole(85_000)] {
            let basis = Basis {
                rule: RuleId(3),
                due: date(2026, 11, 20),
                returned: date(2026, 11, 23),
                price,
            };
            assert_eq!(Basis::from_json(&basis.to_json().to_string()), Some(basis));
        }
        for other in [
            "",
            "{}",
            r#"{"again":7}"#,
            r#"{"rule":1,"due":"x","returned":"2026-11-23"}"#,
        ] {
            assert_eq!(Basis::from_json(other), None, "{other}");
        }
    }
}
