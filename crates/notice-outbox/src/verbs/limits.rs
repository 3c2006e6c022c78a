//! What bounds every run: how many messages, and at which hours.

use pustaka_cli::{Failure, Session};
use pustaka_core::Library;

use crate::words::result as words;

/// How many messages one run hands out at most.
pub(crate) fn cap(library: &Library) -> Result<usize, Failure> {
    Ok(library.setting("notice.cap")?.value.parse().unwrap_or(usize::MAX))
}

/// Leaves what goes beyond the cap for the next run, and says so.
pub(crate) fn within_cap<T>(session: &mut Session, library: &Library, messages: &mut Vec<T>) -> Result<(), Failure> {
    let cap = cap(library)?;
    if let Some(left) = messages.len().checked_sub(cap).filter(|left| *left > 0) {
        session.say(words::messages_left(session.lang(), left));
        messages.truncate(cap);
    }
    Ok(())
}

/// Until when nothing is sent, as `07:00`, if it is quiet now.
pub(crate) fn quiet_until(session: &Session, library: &Library) -> Result<Option<String>, Failure> {
    let until = library.quiet_until(session.now().datetime())?;
    Ok(until.map(|until| until.strftime("%H:%M").to_string()))
}

/// Says to whoever prepares messages that they are not to go out yet.
pub(crate) fn warn_of_quiet(session: &mut Session, library: &Library) -> Result<(), Failure> {
    if let Some(until) = quiet_until(session, library)? {
        session.say(words::quiet_for_now(session.lang(), until));
    }
    Ok(())
}
