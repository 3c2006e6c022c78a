//! Reasons, channels and standings, as people name them.

use pustaka_cli::Lang;
use pustaka_core::notices::{Channel, Reason, Standing, Unmarked};

pustaka_cli::words! {
    due_soon { id: "segera jatuh tempo", en: "due soon" }
    overdue_1 { id: "terlambat, pengingat 1", en: "overdue, reminder 1" }
    overdue_2 { id: "terlambat, pengingat 2", en: "overdue, reminder 2" }
    overdue_3 { id: "terlambat, pengingat 3", en: "overdue, reminder 3" }
    hold_ready { id: "pesanan siap", en: "hold ready" }
    hold_expiring { id: "pesanan: hari terakhir", en: "hold: last day" }
    membership_ending { id: "keanggotaan akan berakhir", en: "membership ending" }
    event_tomorrow { id: "acara besok", en: "event tomorrow" }
    event_promoted { id: "mendapat tempat", en: "got a place" }
    event_moved { id: "acara berubah", en: "event moved" }
    event_cancelled { id: "acara batal", en: "event cancelled" }
    follow_up_due { id: "tindak lanjut jatuh tempo", en: "follow-up due" }
    mail { id: "surel", en: "mail" }
    whatsapp { id: "WhatsApp", en: "WhatsApp" }
    print { id: "surat", en: "letter" }
    text { id: "SMS/telepon", en: "text/call" }
    waiting { id: "menunggu", en: "waiting" }
    later { id: "dicoba lagi nanti", en: "tried again later" }
    undeliverable { id: "tidak dapat disampaikan", en: "undeliverable" }
    sending { id: "sedang dikirim", en: "being sent" }
    unknown { id: "tidak diketahui", en: "unknown" }
    sent { id: "tersampaikan", en: "sent" }
    dropped { id: "tidak perlu lagi", en: "dropped" }
    not_found { id: "nomornya tidak ada", en: "there is no such number" }
    over { id: "sudah selesai", en: "it is over" }
    under_way { id: "sedang dikirim", en: "it is being sent" }
    needless { id: "sebabnya sudah tidak ada, jadi tidak perlu disampaikan", en: "its cause is gone, so nothing is left to tell" }
    no_channel { id: "tidak ada saluran yang dapat gagal", en: "it has no channel that could fail" }
    not_unknown { id: "sudah jelas terkirim atau belum", en: "it is sure whether it went out" }
}

/// A reason.
pub(crate) fn reason(lang: Lang, reason: Reason) -> &'static str {
    match reason {
        Reason::DueSoon => due_soon(lang),
        Reason::Overdue1 => overdue_1(lang),
        Reason::Overdue2 => overdue_2(lang),
        Reason::Overdue3 => overdue_3(lang),
        Reason::HoldReady => hold_ready(lang),
        Reason::HoldExpiring => hold_expiring(lang),
        Reason::MembershipEnding => membership_ending(lang),
        Reason::EventTomorrow => event_tomorrow(lang),
        Reason::EventPromoted => event_promoted(lang),
        Reason::EventMoved => event_moved(lang),
        Reason::EventCancelled => event_cancelled(lang),
        Reason::FollowUpDue => follow_up_due(lang),
    }
}

/// A channel.
pub(crate) fn channel(lang: Lang, channel: Channel) -> &'static str {
    match channel {
        Channel::Mail => mail(lang),
        Channel::Whatsapp => whatsapp(lang),
        Channel::Print => print(lang),
        Channel::Text => text(lang),
    }
}

/// Where a notice stands.
pub(crate) fn standing(lang: Lang, standing: Standing) -> &'static str {
    match standing {
        Standing::Waiting => waiting(lang),
        Standing::Later => later(lang),
        Standing::Undeliverable => undeliverable(lang),
        Standing::Sending => sending(lang),
        Standing::Unknown => unknown(lang),
        Standing::Sent => sent(lang),
        Standing::Dropped => dropped(lang),
    }
}

/// Why a notice was not marked.
pub(crate) fn unmarked(lang: Lang, why: Unmarked) -> &'static str {
    match why {
        Unmarked::NotFound => not_found(lang),
        Unmarked::Over => over(lang),
        Unmarked::Sending => under_way(lang),
        Unmarked::Needless => needless(lang),
        Unmarked::NoChannel => no_channel(lang),
        Unmarked::NotUnknown => not_unknown(lang),
    }
}
