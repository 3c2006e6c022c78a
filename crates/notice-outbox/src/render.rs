//! A notice in the words of its template.

use jiff::civil::date;
use pustaka_cli::{Failure, Lang};
use pustaka_core::Library;
use pustaka_core::notices::template::{Field, Language, Standing as Stored, Template, fill};
use pustaka_core::notices::{About, Happening, Reason, Recipient};

use crate::words::{dates, fields as words};

/// Everything that notices are written with.
pub(crate) struct Desk {
    templates: Vec<Stored>,
    /// The language in which people are written to.
    pub(crate) lang: Lang,
    /// The library's name.
    pub(crate) library: String,
}

/// A notice in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// Subject of a mail, heading of a letter.
    pub(crate) subject: String,
    /// Text of a letter.
    pub(crate) body: String,
    /// Text of a mail.
    pub(crate) mail: String,
    /// WhatsApp and text messages.
    pub(crate) short: String,
}

impl Desk {
    pub(crate) fn open(library: &Library) -> Result<Desk, Failure> {
        Ok(Desk {
            templates: library.templates()?,
            lang: lang_of(library.notice_language()?),
            library: library.setting("library.name")?.value,
        })
    }

    /// A notice in words.
    pub(crate) fn write(&self, reason: Reason, to: &Recipient, about: &About) -> Written {
        let found = self
            .templates
            .iter()
            .find(|one| one.reason == reason && lang_of(one.language) == self.lang);
        match found {
            Some(stored) => written(&stored.template, self.lang, &self.library, to, about),
            None => Written {
                subject: String::new(),
                body: String::new(),
                mail: String::new(),
                short: String::new(),
            },
        }
    }
}

pub(crate) fn lang_of(language: Language) -> Lang {
    match language {
        Language::Id => Lang::Id,
        Language::En => Lang::En,
    }
}

pub(crate) fn language_of(lang: Lang) -> Language {
    match lang {
        Lang::Id => Language::Id,
        Lang::En => Language::En,
    }
}

/// A template filled for somebody.
pub(crate) fn written(template: &Template, lang: Lang, library: &str, to: &Recipient, about: &About) -> Written {
    let value = |field: Field| values(field, lang, library, to, about);
    let body = fill(&template.body, false, value);
    Written {
        subject: fill(&template.subject, true, value),
        mail: template
            .mail
            .as_ref()
            .map_or_else(|| body.clone(), |mail| fill(mail, false, value)),
        body,
        short: fill(&template.short, true, value),
    }
}

/// Longest name that a message greets with, in characters.
const LONGEST_NAME: usize = 80;

fn values(field: Field, lang: Lang, library: &str, to: &Recipient, about: &About) -> Vec<String> {
    let day = || about.day.map(|day| dates::long(lang, day));
    match field {
        Field::Name => {
            let name: String = to
                .name
                .iter()
                .flat_map(|name| name.chars())
                .take(LONGEST_NAME)
                .collect();
            vec![match &to.guardian {
                Some(_) => words::guardian_of(lang, name),
                None => name,
            }]
        }
        Field::Library if library.is_empty() => vec![words::our_library(lang).to_owned()],
        Field::Library => vec![library.to_owned()],
        Field::Books => vec![words::books(lang, about.things)],
        Field::Blocked => about
            .blocks
            .then(|| words::blocked(lang).to_owned())
            .into_iter()
            .collect(),
        Field::Tasks => vec![words::tasks(lang, about.things)],
        Field::Day => day().into_iter().collect(),
        Field::Titles => about.titles.clone(),
        Field::Event => about.events.iter().map(|event| happening(lang, event)).collect(),
        Field::Actions => about.actions.iter().map(|action| format!("- {action}")).collect(),
    }
}

/// `Diskusi Buku, Sabtu, 28 November 2026 pukul 09.00, di Ruang Baca`.
fn happening(lang: Lang, event: &Happening) -> String {
    let time = event.starts.strftime(match lang {
        Lang::Id => "%H.%M",
        Lang::En => "%H:%M",
    });
    let day = words::at_time(lang, dates::long(lang, event.starts.date()), time);
    let said = format!("{}, {day}", event.title);
    let said = match &event.place {
        Some(place) => words::at_place(lang, said, place),
        None => said,
    };
    match event.waiting {
        true => words::on_waiting_list(lang, said),
        false => said,
    }
}

/// What a template is shown with before it is used.
pub(crate) fn sample(lang: Lang) -> (Recipient, About) {
    let day = date(2026, 11, 28);
    let to = Recipient {
        card: Some("A0012".to_owned()),
        name: Some(words::sample_name(lang).to_owned()),
        ..Recipient::default()
    };
    let mut about = About::default();
    about.things = 2;
    about.blocks = true;
    about.day = Some(day);
    about.titles = vec![
        words::sample_title(lang).to_owned(),
        words::sample_other(lang).to_owned(),
    ];
    about.actions = vec![words::sample_action(lang).to_owned()];
    about.events.push(Happening {
        title: words::sample_event(lang).to_owned(),
        place: Some(words::sample_place(lang).to_owned()),
        starts: day.at(9, 0, 0, 0),
        waiting: false,
    });
    (to, about)
}
