//! Ways in which a rule could be wrong. Planted in the model, each must show as a difference: a test that can't see
//! them would not see them in the library either.

macro_rules! bugs {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// A rule that is wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Bug { $($(#[$doc])* $name),+ }

        impl Bug {
            pub(super) const ALL: &'static [Bug] = &[$(Bug::$name),+];
        }
    };
}

bugs! {
    /// A due date may fall on a closed day.
    DueOnClosedDay,
    /// The end of the membership does not cut a due date.
    NoExpiryCap,
    /// The cut due date does not walk back to an open day.
    NoWalkBack,
    /// Renewals count from the wrong day.
    RenewFromTheOtherDay,
    /// One renewal too many.
    OneRenewalMore,
    /// A renewal in spite of those who wait.
    RenewedThoughHeld,
    /// One copy too many under a rule.
    OneItemMore,
    /// The limit of the member type does not count.
    NoTotalLimit,
    /// The due day itself is late.
    DueDayIsLate,
    /// The fine has no bound.
    NoFineCap,
    /// The last day of grace is charged.
    GraceIsExclusive,
    /// A later suspension takes the place of a longer one.
    SuspensionShortened,
    /// A suspension is over on its last day.
    SuspensionEndsEarly,
    /// The membership is over on its last day.
    ExpiredOnLastDay,
    /// Who owes as much as is let pass is refused.
    OwesInclusive,
    /// What is due today is overdue.
    OverdueOnDueDay,
    /// A birthday is reached the day after.
    AgeOneDayLate,
    /// Last come, first served.
    QueueBackwards,
    /// What stands ready passes on a day early.
    ShelfOneDayShort,
    /// What was not fetched passes on when somebody looks, and not on its day.
    QueueSeenLate,
    /// A turn that nobody could tell of is over all the same.
    TurnLostUntold,
    /// A cancelled hold keeps its copy.
    CancelKeepsCopy,
    /// What is set aside is lent to anybody.
    SetAsideIgnored,
    /// Payments settle the newest charge first.
    NewestChargeFirst,
    /// A payment goes back as often as it is asked for.
    PaymentBackTwice,
    /// A find reverses the charge however late.
    FoundAlwaysReverses,
    /// The loan is cut though something is owed on it.
    CutThoughOwing,
    /// Who keeps their history is cut, too.
    ConsentIgnored,
    /// A lost copy costs no fine for lateness.
    LostIsNeverLate,
    /// The fine of a return that was taken back stays.
    UndoKeepsFine,
    /// A closure does not move what stands ready.
    ClosureLeavesHolds,
    /// A due date moves from where it stands and not from what was decided.
    ClosureAddsUp,
}
