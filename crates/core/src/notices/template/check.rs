//! A template read and checked: sections, fields, and what must not stand together.

use super::{Field, Section, Template};
use crate::notices::Reason;
use crate::values::codes::codes;
use crate::values::line::is_hidden;

codes! {
    /// What is wrong with a template.
    ProblemCode {
        /// Text before the first section.
        Outside = "template.outside",
        /// A section that is not known.
        UnknownSection = "template.unknown-section",
        /// A section that stands twice.
        Twice = "template.twice",
        /// A section that must be there, or has no text.
        NoSection = "template.no-section",
        /// A field that is not known, or not for this reason.
        UnknownField = "template.unknown-field",
        /// A brace that opens or closes no field; `{{` is a brace as it stands.
        StrayBrace = "template.stray-brace",
        /// A field that must be there.
        MissingField = "template.missing-field",
        /// Titles where others can read them: they may stand in the section `mail` alone.
        TitlesOutsideMail = "template.titles-outside-mail",
        /// A name in a mail that has titles.
        TitlesWithName = "template.titles-with-name",
        /// Longer than its channel takes.
        TooLong = "template.too-long",
        /// The subject has more than one line.
        Lines = "template.lines",
        /// A character that can't be seen.
        Hidden = "template.hidden",
    }
}

/// Something that is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub code: ProblemCode,
    /// In which section; none outside of all.
    pub section: Option<Section>,
    /// The line in the file, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// What stands there, or what is missing; for a text that is too long, the most that it may have.
    pub found: String,
    /// What may have been meant.
    pub nearest: Option<&'static str>,
}

/// Most characters of a section, before its fields are filled: a subject line that programs show whole; two pages of a
/// letter; what a reader takes in on a telephone and three parts of a text message hold.
const fn longest(section: Section) -> usize {
    match section {
        Section::Subject => 120,
        Section::Body | Section::Mail => 4000,
        Section::Short => 400,
    }
}

/// A piece of a text with fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Text(&'a str),
    Field { name: &'a str, at: usize },
    Stray { text: &'a str, at: usize },
}

/// The pieces of a text: a field is `{name}`, `{{` and `}}` are braces.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut from, mut rest) = (0, text);
    while let Some(at) = rest.find(['{', '}']) {
        if at > 0 {
            pieces.push(Piece::Text(&rest[..at]));
        }
        let (here, after) = (from + at, &rest[at + 1..]);
        let brace = &rest[at..=at];
        let used = match (brace, after) {
            (brace, after) if after.starts_with(brace) => {
                pieces.push(Piece::Text(brace));
                2
            }
            ("{", after) => match after.find(['{', '}', '\n']) {
                Some(end) if after[end..].starts_with('}') => {
                    pieces.push(Piece::Field {
                        name: after[..end].trim(),
                        at: here,
                    });
                    end + 2
                }
                _ => {
                    pieces.push(Piece::Stray { text: brace, at: here });
                    1
                }
            },
            _ => {
                pieces.push(Piece::Stray { text: brace, at: here });
                1
            }
        };
        from = here + used;
        rest = &text[from..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// A section as it stands in the file.
struct Part {
    section: Section,
    /// The line of its heading.
    head: usize,
    text: String,
}

/// The sections of a file, with what is wrong between them.
fn split(source: &str) -> (Vec<Part>, Vec<Problem>) {
    let (mut parts, mut problems): (Vec<Part>, Vec<Problem>) = (Vec::new(), Vec::new());
    // Lines after a heading that is not known belong to nothing, and are not complained of one by one.
    let mut lost = false;
    for (number, line) in source.lines().enumerate().map(|(at, line)| (at + 1, line)) {
        if let Some(name) = line.strip_prefix("==") {
            let name = name.trim();
            let section = Section::from_code(name);
            let problem = match section {
                None => Some(ProblemCode::UnknownSection),
                Some(section) if parts.iter().any(|part| part.section == section) => Some(ProblemCode::Twice),
                Some(_) => None,
            };
            lost = problem.is_some();
            match (problem, section) {
                (None, Some(section)) => parts.push(Part {
                    section,
                    head: number,
                    text: String::new(),
                }),
                (code, _) => problems.push(Problem {
                    code: code.unwrap_or(ProblemCode::UnknownSection),
                    section: None,
                    line: number,
                    column: 4,
                    found: name.to_owned(),
                    nearest: near(name, Section::ALL.iter().map(|section| section.code())),
                }),
            }
            continue;
        }
        match parts.last_mut().filter(|_| !lost) {
            Some(part) => {
                part.text.push_str(line);
                part.text.push('\n');
            }
            None if lost || line.trim().is_empty() => {}
            None => {
                lost = true;
                problems.push(Problem {
                    code: ProblemCode::Outside,
                    section: None,
                    line: number,
                    column: 1,
                    found: line.chars().take(40).collect(),
                    nearest: None,
                });
            }
        }
    }
    (parts, problems)
}

/// The parts of a template that is known to be sound.
pub(super) fn parts(source: &str) -> Template {
    let (parts, _) = split(source);
    let text = |section: Section| {
        let part = parts.iter().find(|part| part.section == section);
        part.map(|part| part.text.trim().to_owned())
            .filter(|text| !text.is_empty())
    };
    Template {
        source: source.to_owned(),
        subject: text(Section::Subject).unwrap_or_default(),
        body: text(Section::Body).unwrap_or_default(),
        short: text(Section::Short).unwrap_or_default(),
        mail: text(Section::Mail),
    }
}

/// Reads a template, if nothing is wrong with it.
///
/// # Errors
/// Everything that is wrong, in the order of the file.
pub fn check(reason: Reason, source: &str) -> Result<Template, Vec<Problem>> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source).replace("\r\n", "\n");
    let (found, mut problems) = split(&source);
    let end = source.lines().count().max(1);
    for section in [Section::Subject, Section::Body, Section::Short] {
        let part = found.iter().find(|part| part.section == section);
        if part.is_none_or(|part| part.text.trim().is_empty()) {
            problems.push(Problem {
                code: ProblemCode::NoSection,
                section: Some(section),
                line: part.map_or(end, |part| part.head),
                column: 1,
                found: section.code().to_owned(),
                nearest: None,
            });
        }
    }
    // Titles make a mail one that must not say whose it is.
    let titled = found
        .iter()
        .any(|part| part.section == Section::Mail && fields(part).contains(&Field::Titles));
    for part in &found {
        problems.extend(look(reason, part, titled));
    }
    problems.sort_by_key(|problem| (problem.line, problem.column));
    match problems.is_empty() {
        true => Ok(parts(&source)),
        false => Err(problems),
    }
}

fn fields(part: &Part) -> Vec<Field> {
    let field = |piece| match piece {
        Piece::Field { name, .. } => Field::from_code(name),
        _ => None,
    };
    pieces(&part.text).into_iter().filter_map(field).collect()
}

/// What is wrong within a section.
fn look(reason: Reason, part: &Part, titled: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    let text = &part.text;
    let mut tell = |code, at: usize, found: &str, nearest| {
        let before = &text[..at];
        let begin = before.rfind('\n').map_or(0, |at| at + 1);
        problems.push(Problem {
            code,
            section: Some(part.section),
            line: part.head + 1 + before.matches('\n').count(),
            column: 1 + before[begin..].chars().count(),
            found: found.to_owned(),
            nearest,
        });
    };
    let may = Field::of(reason);
    for piece in pieces(text) {
        match piece {
            Piece::Text(_) => {}
            Piece::Stray { text, at } => tell(ProblemCode::StrayBrace, at, text, None),
            Piece::Field { name, at } => match Field::from_code(name).filter(|field| may.contains(field)) {
                None => {
                    let nearest = near(name, may.iter().map(|field| field.code()));
                    tell(ProblemCode::UnknownField, at, name, nearest);
                }
                Some(Field::Titles) if part.section != Section::Mail => {
                    tell(ProblemCode::TitlesOutsideMail, at, name, None);
                }
                Some(Field::Name) if titled && matches!(part.section, Section::Mail | Section::Subject) => {
                    tell(ProblemCode::TitlesWithName, at, name, None);
                }
                Some(_) => {}
            },
        }
    }
    for (at, c) in text.char_indices().filter(|(_, c)| is_hidden(*c) && *c != '\n') {
        tell(ProblemCode::Hidden, at, &format!("U+{:04X}", c as u32), None);
    }
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return problems;
    }
    let first = text.len() - text.trim_start().len();
    if part.section == Section::Subject && trimmed.contains('\n') {
        let second = first + trimmed.find('\n').unwrap_or_default() + 1;
        tell(ProblemCode::Lines, second, "subject", None);
    }
    let longest = longest(part.section);
    if let Some((at, _)) = trimmed.char_indices().nth(longest) {
        tell(ProblemCode::TooLong, first + at, &longest.to_string(), None);
    }
    // A subject may say less.
    if part.section != Section::Subject {
        let there = fields(part);
        // Titles say what and how many.
        let said = |field: &Field| there.contains(field) || (*field == Field::Books && there.contains(&Field::Titles));
        for field in Field::required(reason).iter().filter(|field| !said(field)) {
            tell(ProblemCode::MissingField, first, field.code(), None);
        }
    }
    problems
}

/// The name that was probably meant.
fn near(found: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let distance = |name: &str| strsim::damerau_levenshtein(name, &found.to_lowercase());
    let nearest = names.map(|name| (distance(name), name)).min()?;
    (nearest.0 <= 2.max(found.chars().count() / 3)).then_some(nearest.1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Language, fill, shipped};
    use super::*;

    const SOUND: &str = "== subject\nKembali {day}\n== body\nHalo {name}, {books} {day}\n== short\n{books} {day}\n";

    fn codes(reason: Reason, source: &str) -> Vec<(&'static str, usize, usize, Option<&'static str>)> {
        let problems = check(reason, source).err().unwrap_or_default();
        problems
            .iter()
            .map(|one| (one.code.code(), one.line, one.column, one.nearest))
            .collect()
    }

    #[test]
    fn what_comes_with_the_program_is_sound() {
        for reason in Reason::ALL {
            for language in Language::ALL {
                let source = shipped::source(*reason, *language);
                let checked = check(*reason, source);
                assert!(checked.is_ok(), "{reason:?} {language:?}: {checked:?}");
                assert!(!source.contains("{titles}"), "counts only");
            }
        }
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        for (source, expected) in [
            (SOUND.to_owned(), vec![]),
            (
                SOUND.replace("{name}", "{nama}"),
                vec![("template.unknown-field", 4, 6, Some("name"))],
            ),
            (
                SOUND.replace("Halo {name}", "Halo {event}"),
                vec![("template.unknown-field", 4, 6, None)],
            ),
            (
                SOUND.replace("Halo {name}", "Halo {name"),
                vec![("template.stray-brace", 4, 6, None)],
            ),
            (
                SOUND.replace("Halo {name}", "a}"),
                vec![("template.stray-brace", 4, 2, None)],
            ),
            (SOUND.replace("Halo {name}", "{{x}}"), vec![]),
            (
                SOUND.replace("== short\n{books}", "== short\n"),
                vec![("template.missing-field", 6, 2, None)],
            ),
            (
                SOUND.replace("Halo {name}", "{titles}"),
                vec![("template.titles-outside-mail", 4, 1, None)],
            ),
            (format!("{SOUND}== mail\n{{titles}} {{day}}\n"), vec![]),
            (
                format!("{SOUND}== mail\n{{name}}\n{{titles}} {{day}}\n"),
                vec![("template.titles-with-name", 8, 1, None)],
            ),
            (
                format!("{}== mail\n{{titles}} {{day}}\n", SOUND.replace("Kembali", "{name}:")),
                vec![("template.titles-with-name", 2, 1, None)],
            ),
            (
                SOUND.replace("== short", "== shrot"),
                vec![
                    ("template.unknown-section", 5, 4, Some("short")),
                    ("template.no-section", 6, 1, None),
                ],
            ),
            (
                format!("{SOUND}== body\nx\n"),
                vec![("template.twice", 7, 4, Some("body"))],
            ),
            (format!("Halo\n{SOUND}"), vec![("template.outside", 1, 1, None)]),
            (SOUND.replace("Kembali", "a\nb"), vec![("template.lines", 3, 1, None)]),
            (
                SOUND.replace("Kembali", &"x".repeat(130)),
                vec![("template.too-long", 2, 121, None)],
            ),
            (
                SOUND.replace("Halo", "Ha\u{202e}lo"),
                vec![("template.hidden", 4, 3, None)],
            ),
            (
                String::new(),
                vec![
                    ("template.no-section", 1, 1, None),
                    ("template.no-section", 1, 1, None),
                    ("template.no-section", 1, 1, None),
                ],
            ),
        ] {
            assert_eq!(codes(Reason::DueSoon, &source), expected, "{source}");
        }
    }

    #[test]
    fn values_stay_plain_text() {
        let filled = fill("Halo {name}!\n{titles}\n{{x}}", false, |field| match field {
            Field::Name => vec!["Siti\r\nBcc: x@y.id {day}\u{202e}".to_owned()],
            Field::Titles => vec!["Bumi".to_owned(), "Laut\nBercerita".to_owned()],
            _ => vec!["wrong".to_owned()],
        });
        assert_eq!(filled, "Halo Siti Bcc: x@y.id {day}!\nBumi\nLaut Bercerita\n{x}");
    }

    #[test]
    fn what_has_no_value_leaves_no_hole() {
        for (text, without, with) in [
            ("a. {blocked} b", "a. b", "a. x b"),
            ("{blocked} b", "b", "x b"),
            ("a\n{blocked} b", "a\nb", "a\nx b"),
            ("a ({blocked}) b", "a () b", "a (x) b"),
            ("a  b {day} c", "a  b c", "a  b x c"),
        ] {
            assert_eq!(fill(text, true, |_| Vec::new()), without);
            assert_eq!(fill(text, true, |_| vec!["x".to_owned()]), with);
        }
    }

    proptest! {
        /// Whatever is saved, no text that others can read has a title, and no mail has a title beside a name.
        #[test]
        fn never_a_title_with_a_name(
            parts in prop::collection::vec((0usize..4, "[a-z{} \n]{0,6}", 0usize..6, "[a-z\n ]{0,4}"), 0..6),
        ) {
            let mut source = SOUND.to_owned();
            for (section, before, field, after) in parts {
                let section = Section::ALL[section].code();
                let field = ["{titles}", "{name}", "{books}", "{day}", "{x}", ""][field];
                source.push_str(&format!("== {section}\n{before}{field}{after}{{day}}{{books}}\n"));
            }
            if let Ok(template) = check(Reason::Overdue1, &source) {
                let has = |text: &str, field: &str| text.contains(field);
                for open in [&template.subject, &template.body, &template.short] {
                    prop_assert!(!has(open, "{titles}"), "{}", open);
                }
                if let Some(mail) = template.mail.filter(|mail| has(mail, "{titles}")) {
                    prop_assert!(!has(&mail, "{name}") && !has(&template.subject, "{name}"), "{}", mail);
                }
            }
        }

        /// Any text falls into pieces that make it up again.
        #[test]
        fn pieces_are_the_whole(text in "[a-z{}\n ]{0,40}") {
            let mut again = String::new();
            for piece in pieces(&text) {
                match piece {
                    Piece::Text("{") => again.push_str("{{"),
                    Piece::Text("}") => again.push_str("}}"),
                    Piece::Text(text) => again.push_str(text),
                    Piece::Field { at, .. } => {
                        let end = text[at..].find('}').expect("its end");
                        again.push_str(&text[at..=at + end]);
                    }
                    Piece::Stray { text, .. } => again.push_str(text),
                }
            }
            prop_assert_eq!(again, text);
        }
    }
}
