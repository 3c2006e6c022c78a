//! What the library says of its notices.

use super::{Holds, Known};
use crate::notices::{Channels, Quiet};
use crate::values::email;

/// The channels in the order they are tried.
pub const NOTICE_CHANNELS: Known = Known {
    key: "notice.channels",
    holds: Holds::Channels,
    default: "mail,whatsapp,print,text",
};

/// The library's own address, from which mail is sent; without it none is.
pub const NOTICE_FROM: Known = Known {
    key: "notice.from",
    holds: Holds::MailAddress,
    default: "",
};

/// Where notices to staff are mailed; without it they are listed.
pub const NOTICE_STAFF: Known = Known {
    key: "notice.staff-mail",
    holds: Holds::MailAddress,
    default: "",
};

/// The language in which people are written to.
pub const NOTICE_LANGUAGE: Known = Known {
    key: "notice.language",
    holds: Holds::OneOf(&["id", "en"]),
    default: "id",
};

/// Hours in which nothing is sent.
pub const NOTICE_QUIET: Known = Known {
    key: "notice.quiet",
    holds: Holds::Hours,
    default: "20:00-07:00",
};

/// How many messages one run hands out at most: mails, WhatsApp messages, text messages.
pub const NOTICE_CAP: Known = Known {
    key: "notice.cap",
    holds: Holds::Whole {
        least: 1,
        most: 100_000,
    },
    default: "200",
};

/// 1: letters are written to those alone who agreed. UU 27/2022 art. 20(2)(b) and (e) let the membership carry them.
pub const PRINT_CONSENT: Known = Known {
    key: "notice.print-consent",
    holds: Holds::Whole { least: 0, most: 1 },
    default: "0",
};

/// So many days before the due date the reader is told; 0: not at all.
pub const DUE_SOON_DAYS: Known = Known {
    key: "notice.due-soon-days",
    holds: Holds::Whole { least: 0, most: 30 },
    default: "2",
};

/// So many days after the due date each of the three steps is taken; 0: not at all.
pub const OVERDUE_DAYS: [Known; 3] = [
    Known {
        key: "notice.overdue-1-days",
        holds: Holds::Whole { least: 0, most: 366 },
        default: "1",
    },
    Known {
        key: "notice.overdue-2-days",
        holds: Holds::Whole { least: 0, most: 366 },
        default: "7",
    },
    Known {
        key: "notice.overdue-3-days",
        holds: Holds::Whole { least: 0, most: 366 },
        default: "21",
    },
];

/// So many days before a membership ends its holder is told; 0: not at all.
pub const MEMBERSHIP_DAYS: Known = Known {
    key: "notice.membership-days",
    holds: Holds::Whole { least: 0, most: 60 },
    default: "14",
};

/// So many days a notice that is over stays with its person, for who asks what was sent; then it is only counted. More
/// than any notice comes ahead of its day, so that none is told twice.
pub const KEEP_DAYS: Known = Known {
    key: "notice.keep-days",
    holds: Holds::Whole { least: 61, most: 3660 },
    default: "90",
};

/// The text as it is stored, if it is of the form.
pub(super) fn form(holds: Holds, text: &str) -> Option<String> {
    match holds {
        Holds::Channels => Channels::parse(text).map(|channels| channels.to_string()),
        Holds::Hours => Quiet::parse(text).map(|quiet| quiet.to_string()),
        Holds::MailAddress => match email::read(text) {
            email::Reading::Empty => Some(String::new()),
            email::Reading::Valid(address) if can_send(address.as_str()) => Some(address.as_str().to_owned()),
            email::Reading::Valid(_) => None,
            email::Reading::Unreadable => None,
        },
        Holds::OneOf(codes) => codes.contains(&text).then(|| text.to_owned()),
        _ => Some(text.to_owned()),
    }
}

/// Whether an address can stand at the head of a mail without quotes: a dot-atom before the `@` (RFC 5322, 3.2.3) and a
/// host name behind it (RFC 1123, 2.1). Of readers' addresses less is asked: a wrong one harms that one mail.
fn can_send(address: &str) -> bool {
    let Some((local, host)) = address.split_once('@') else {
        return false;
    };
    let atext = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let atom = |atom: &str| !atom.is_empty() && atom.chars().all(atext);
    let label = |label: &str| {
        let letters = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        (1..=63).contains(&label.len()) && letters && !label.starts_with('-') && !label.ends_with('-')
    };
    local.len() <= 64 && local.split('.').all(atom) && host.split('.').all(label)
}
