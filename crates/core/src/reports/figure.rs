//! The figures that are kept by day.

use crate::values::codes::codes;

/// How the values of days become that of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Happens: the days of a month add up.
    Flow,
    /// Stands: the last day of a month is the month's.
    Level,
}

/// What a figure counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Things or people.
    Count,
    /// Whole rupiah.
    Rupiah,
}

codes! {
    /// A figure of the page.
    Figure {
        /// People who came in. Known only where visits are counted.
        Visits = "visits",
        /// Checkouts, renewals not among them.
        Loans = "loans",
        /// Renewals.
        Renewals = "renewals",
        /// Copies that came back.
        Returns = "returns",
        /// Copies used in the library.
        InHouse = "in-house",
        /// Loans that stand at the end of the day.
        OnLoan = "on-loan",
        /// Loans whose due date is over at the end of the day.
        Overdue = "overdue",
        /// Members enrolled.
        NewMembers = "new-members",
        /// Holds placed.
        HoldsPlaced = "holds-placed",
        /// Holds that wait for a copy at the end of the day.
        HoldsWaiting = "holds-waiting",
        /// Holds with a copy ready at the end of the day.
        HoldsReady = "holds-ready",
        /// Searches that found nothing.
        UnmetSearches = "unmet-searches",
        /// Copies received that were bought.
        ItemsBought = "items-bought",
        /// Of the copies bought in the period, those lent at least once by its end.
        BoughtAndLent = "bought-and-lent",
        /// Copies received from elsewhere: given, exchanged, deposited, made.
        ItemsGiven = "items-given",
        /// Sessions of events held.
        EventSessions = "event-sessions",
        /// Heads counted at events.
        EventHeads = "event-heads",
        /// Rupiah received at the desk, less what was given back.
        MoneyReceived = "money-received",
        /// Lines of follow-up plans that should have been done, at the end of the day.
        FollowUpsOverdue = "follow-ups-overdue",
    }
}

impl Figure {
    /// How its days become a month.
    pub fn kind(self) -> Kind {
        match self {
            Figure::OnLoan | Figure::Overdue | Figure::HoldsWaiting | Figure::HoldsReady | Figure::FollowUpsOverdue => {
                Kind::Level
            }
            _ => Kind::Flow,
        }
    }

    /// What it counts in.
    pub fn unit(self) -> Unit {
        match self {
            Figure::MoneyReceived => Unit::Rupiah,
            _ => Unit::Count,
        }
    }
}
