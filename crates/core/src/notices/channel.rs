//! The channels, in which order they are tried, and when none is used.

use jiff::civil::Time;

use crate::values::codes::codes;

codes! {
    /// A way to tell somebody.
    Channel {
        /// A mail, handed to a command.
        Mail = "mail",
        /// A message that a clerk sends with a click.
        Whatsapp = "whatsapp",
        /// A letter.
        Print = "print",
        /// A short message of a gateway, or a call.
        Text = "text",
    }
}

/// Channels in the order they are tried: each once, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channels(Vec<Channel>);

impl Channels {
    /// Reads `mail,whatsapp`.
    pub fn parse(text: &str) -> Option<Channels> {
        let mut channels = Vec::new();
        for code in text.split(',') {
            let channel = Channel::from_code(code.trim())?;
            if channels.contains(&channel) {
                return None;
            }
            channels.push(channel);
        }
        Some(Channels(channels))
    }

    /// No channel: nothing can be told.
    pub(super) fn none() -> Channels {
        Channels(Vec::new())
    }
}

impl std::fmt::Display for Channels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let codes: Vec<&str> = self.0.iter().map(|channel| channel.code()).collect();
        f.write_str(&codes.join(","))
    }
}

/// Hours in which nothing is sent; may go over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet(Option<(Time, Time)>);

impl Quiet {
    /// Reads `20:00-07:00`; an empty text is no quiet hours.
    pub fn parse(text: &str) -> Option<Quiet> {
        if text.is_empty() {
            return Some(Quiet(None));
        }
        let (from, to) = text.split_once('-')?;
        let (from, to) = (minute(from)?, minute(to)?);
        (from != to).then_some(Quiet(Some((from, to))))
    }

    /// Until when it is quiet, if it is at this time of the day. The first minute belongs to the quiet, the last no more.
    pub fn until(&self, now: Time) -> Option<Time> {
        let (from, to) = self.0?;
        let within = match from < to {
            true => (from..to).contains(&now),
            false => now >= from || now < to,
        };
        within.then_some(to)
    }
}

fn minute(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(':')?;
    let digits = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    match digits(hour) && digits(minute) {
        true => Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok(),
        false => None,
    }
}

impl std::fmt::Display for Quiet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            None => Ok(()),
            Some((from, to)) => write!(f, "{}-{}", from.strftime("%H:%M"), to.strftime("%H:%M")),
        }
    }
}

/// What decides whether a channel can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reach {
    /// There is an address for it, and it is not known to be bad.
    pub(super) address: bool,
    /// Whether the person may be told this way: by consent, or because nothing asks for one.
    pub(super) allowed: bool,
    /// It was tried for this notice and can't deliver it.
    pub(super) failed: bool,
}

/// The first channel that can be used.
pub(super) fn route(order: &Channels, reach: impl Fn(Channel) -> Reach) -> Option<Channel> {
    let usable = |channel: &&Channel| {
        let reach = reach(**channel);
        reach.address && reach.allowed && !reach.failed
    };
    order.0.iter().find(usable).copied()
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn channels_are_each_once() {
        for (text, read) in [
            ("mail,whatsapp,print,text", Some("mail,whatsapp,print,text")),
            (" print , mail", Some("print,mail")),
            ("mail,mail", None),
            ("", None),
            ("fax", None),
            ("mail,", None),
        ] {
            assert_eq!(Channels::parse(text).map(|c| c.to_string()).as_deref(), read, "{text}");
        }
    }

    #[test]
    fn quiet_hours() {
        let night = Quiet::parse("20:00-07:00").expect("hours");
        let noon = Quiet::parse("12:00-13:00").expect("hours");
        let none = Quiet::parse("").expect("none");
        for (hour, minute, at_night, at_noon) in [
            (0, 0, true, false),
            (6, 59, true, false),
            (7, 0, false, false),
            (12, 0, false, true),
            (13, 0, false, false),
            (19, 59, false, false),
            (20, 0, true, false),
        ] {
            let now = time(hour, minute, 0, 0);
            assert_eq!(night.until(now), at_night.then_some(time(7, 0, 0, 0)), "{now}");
            assert_eq!(noon.until(now), at_noon.then_some(time(13, 0, 0, 0)), "{now}");
            assert_eq!(none.until(now), None);
        }
        for bad in ["20:00", "7-20", "20:00-20:00", "25:00-07:00", "20:60-07:00", "x"] {
            assert_eq!(Quiet::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        /// The channel that is chosen can be used, and none before it can.
        #[test]
        fn the_first_that_can(
            order in Just(Channel::ALL.to_vec()).prop_shuffle(),
            facts in prop::array::uniform4(any::<(bool, bool, bool)>()),
        ) {
            let order = Channels(order);
            let reach = |channel: Channel| {
                let (address, allowed, failed) = facts[channel as usize];
                Reach { address, allowed, failed }
            };
            let can = |channel: &Channel| matches!(facts[*channel as usize], (true, true, false));
            match route(&order, reach) {
                None => prop_assert!(!Channel::ALL.iter().any(can)),
                Some(chosen) => {
                    prop_assert!(can(&chosen));
                    prop_assert!(!order.0.iter().take_while(|one| **one != chosen).any(can));
                }
            }
        }
    }
}
