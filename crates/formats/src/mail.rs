//! A mail after RFC 5322, as a program like `sendmail -t` takes it on its standard input: lines end as the system's own.
//!
//! Encoding is the message builder's work: whatever a text holds, it can't become a header.

use std::time::SystemTime;

use lettre::Address;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue, MIME_VERSION_1_0,
};
use lettre::message::{Body, Mailbox, Message};

/// A mail to one person.
#[derive(Debug, Clone, Copy)]
pub struct Mail<'a> {
    /// Who writes, in words; may be empty.
    pub sender: &'a str,
    /// The sender's address.
    pub from: &'a str,
    /// The recipient's address.
    pub to: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// The text.
    pub body: &'a str,
    /// When it was written.
    pub date: SystemTime,
    /// What tells it from every other mail: the part before the `@`; the part behind is the sender's domain.
    pub id: &'a str,
}

/// Why a mail can't be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The sender's address is none.
    #[error("bad sender")]
    From,
    /// The recipient's address is none.
    #[error("bad recipient")]
    To,
    /// The builder refused.
    #[error("{0}")]
    Other(String),
}

/// RFC 3834: an automatic message, to which no automatic answer is wanted.
#[derive(Debug, Clone)]
struct AutoSubmitted(String);

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// Whether mail can come from, or go to, such an address.
pub fn is_address(text: &str) -> bool {
    text.parse::<Address>().is_ok()
}

impl Mail<'_> {
    /// The mail as bytes.
    ///
    /// # Errors
    /// [`MailError`] when an address is none.
    pub fn write(&self) -> Result<Vec<u8>, MailError> {
        let from: Address = self.from.parse().map_err(|_| MailError::From)?;
        let to: Address = self.to.parse().map_err(|_| MailError::To)?;
        let id = format!("<{}@{}>", self.id, from.domain());
        let sender = Some(self.sender).filter(|name| !name.is_empty()).map(str::to_owned);
        let message = Message::builder()
            .from(Mailbox::new(sender, from))
            .to(Mailbox::new(None, to))
            .subject(self.subject)
            .date(self.date)
            .message_id(Some(id))
            .header(AutoSubmitted("auto-generated".to_owned()))
            .header(MIME_VERSION_1_0)
            .header(ContentType::TEXT_PLAIN)
            .body(body(format!("{}\n", self.body.trim_end())))
            .map_err(|error| MailError::Other(error.to_string()))?;
        // The builder ends lines as SMTP does; a program on this machine expects the system's own ends.
        let text = String::from_utf8_lossy(&message.formatted()).replace("\r\n", "\n");
        Ok(text.into_bytes())
    }
}

/// A text as it stands in a mail. A line that is a dot ends the mail for a program like `sendmail -t`, so where there is one
/// the text is written in Base64, which has no dots.
fn body(text: String) -> Body {
    let body = Body::new(text.clone());
    let ends = |line: &[u8]| line == b"." || line == b".\r";
    match body.as_ref().split(|byte| *byte == b'\n').any(ends) {
        true => Body::new_with_encoding(text, ContentTransferEncoding::Base64).unwrap_or(body),
        false => body,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::*;

    fn mail<'a>(subject: &'a str, body: &'a str) -> Mail<'a> {
        Mail {
            sender: "Perpustakaan Kota Kediri",
            from: "pustaka@kediri.test",
            to: "siti@contoh.test",
            subject,
            body,
            date: SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_000_000),
            id: "notice.7.1",
        }
    }

    #[test]
    fn a_mail_as_it_is_sent() {
        let text = String::from_utf8(
            mail("Kembali besok", "Halo, Siti.\n\nSampai jumpa")
                .write()
                .expect("a mail"),
        );
        let text = text.expect("text");
        let expected = "From: \"Perpustakaan Kota Kediri\" <pustaka@kediri.test>\nTo: siti@contoh.test\n\
                        Subject: Kembali besok\nDate: Wed, 18 Nov 2026 11:06:40 +0000\n\
                        Message-ID: <notice.7.1@kediri.test>\nAuto-Submitted: auto-generated\n\
                        MIME-Version: 1.0\n\
                        Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 7bit\n\n\
                        Halo, Siti.\n\nSampai jumpa\n";
        assert_eq!(text, expected);
    }

    /// As it stands in the template, and where a long line is broken just before its last dot.
    #[test]
    fn no_line_is_a_dot() {
        let long: Vec<String> = (60..90).map(|length| format!("é{}.", "x".repeat(length))).collect();
        for text in ["a\n.\nb", "é\n.\nb", ".", &long.join("\n")] {
            let bytes = mail("x", text).write().expect("a mail");
            let text = String::from_utf8(bytes).expect("ASCII");
            assert!(text.lines().all(|line| line != "."), "{text}");
        }
        let bytes = mail("x", "a\n.\nb").write().expect("a mail");
        let text = String::from_utf8(bytes).expect("ASCII");
        assert!(
            text.ends_with("Content-Transfer-Encoding: base64\n\nYQ0KLg0KYg0K"),
            "{text}"
        );
    }

    #[test]
    fn a_bad_address_is_no_mail() {
        for (from, to, error) in [
            ("x", "siti@contoh.test", MailError::From),
            ("a@b.test", "siti@contoh.test\r\nBcc: x@y.test", MailError::To),
        ] {
            let mail = Mail {
                from,
                to,
                ..mail("a", "b")
            };
            assert_eq!(mail.write(), Err(error), "{from} {to}");
        }
    }

    proptest! {
        /// Whatever subject, sender and text are, the headers are these and no more, and the lines are short enough.
        #[test]
        fn nothing_becomes_a_header(subject in any::<String>(), sender in any::<String>(), body in any::<String>()) {
            let bytes = Mail { sender: &sender, ..mail(&subject, &body) }.write().expect("a mail");
            let text = String::from_utf8(bytes).expect("ASCII");
            let (head, rest) = text.split_once("\n\n").expect("a head");
            let names: Vec<&str> = head
                .lines()
                .filter(|line| !line.starts_with([' ', '\t']))
                .filter_map(|line| line.split_once(':').map(|(name, _)| name))
                .collect();
            prop_assert_eq!(names, [
                "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted",
                "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
            ]);
            prop_assert!(head.is_ascii() && rest.is_ascii());
            prop_assert!(text.lines().all(|line| line.len() <= 998 && line != "."));
        }
    }
}
