//! Manual pages, one a command, with their headings in the reader's language.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use crate::describe::Page;
use crate::help::{self, all_topics};
use crate::lang::Lang;
use crate::tool::Tool;
use crate::words::manual as words;

/// The pages of a tool and of each of its verbs.
pub(crate) fn pages(tool: &Tool, lang: Lang) -> Vec<Page> {
    let command = help::assemble(tool, lang, 100).mut_subcommand("help", |help| help.hide(true));
    let mut pages = vec![page(tool, &command, lang, true)];
    let verbs = command.get_subcommands().filter(|verb| !verb.is_hide_set());
    for verb in verbs {
        pages.push(page(tool, verb, lang, false));
    }
    pages
}

fn page(tool: &Tool, command: &Command, lang: Lang, is_first: bool) -> Page {
    let man = Man::new(command.clone())
        .source(format!("Pustaka {}", env!("CARGO_PKG_VERSION")))
        .manual(words::book(lang));
    let mut text = Vec::new();
    // Writing to memory takes every byte.
    let _ = render(&man, command, &mut text);
    let own = own_sections(tool, command, lang, is_first);
    let _ = own.to_writer(&mut text);
    Page {
        file: man.get_filename(),
        roff: with_headings(&String::from_utf8_lossy(&text), lang),
    }
}

fn render(man: &Man, command: &Command, text: &mut Vec<u8>) -> std::io::Result<()> {
    man.render_title(text)?;
    man.render_name_section(text)?;
    man.render_synopsis_section(text)?;
    man.render_description_section(text)?;
    if command.get_arguments().any(|arg| !arg.is_hide_set()) {
        man.render_options_section(text)?;
    }
    if command.get_subcommands().any(|verb| !verb.is_hide_set()) {
        man.render_subcommands_section(text)?;
    }
    Ok(())
}

/// What clap knows nothing of: the examples, and on a tool's first page its long texts.
fn own_sections(tool: &Tool, command: &Command, lang: Lang, is_first: bool) -> Roff {
    let mut roff = Roff::default();
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let examples: Vec<&str> = after.lines().filter(|line| line.starts_with("  ")).collect();
    if !examples.is_empty() {
        roff.control("SH", [words::examples(lang)]);
        verbatim(&mut roff, &examples.join("\n"));
    }
    if is_first {
        for topic in all_topics(tool, lang) {
            roff.control("SH", [topic.about.to_uppercase().as_str()]);
            verbatim(&mut roff, topic.text);
        }
    } else {
        roff.control("SH", [words::see_also(lang)]);
        roff.text([roman(format!("{}(1)", tool.name))]);
    }
    roff
}

fn verbatim(roff: &mut Roff, text: &str) {
    roff.control("nf", []);
    for line in text.lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
}

/// One preamble instead of one a section, and the headings that clap writes in English only.
fn with_headings(roff: &str, lang: Lang) -> String {
    let preamble: Vec<&str> = roff.lines().take_while(|line| !line.starts_with(".TH")).collect();
    let lines = roff.lines().filter(|line| !preamble.contains(line));
    let mut text = format!("'\\\" -*- coding: utf-8 -*-\n{}", preamble.join("\n"));
    for line in lines {
        text.push('\n');
        match line {
            ".SH NAME" => text.push_str(&format!(".SH {}", words::name(lang))),
            ".SH SYNOPSIS" => text.push_str(&format!(".SH {}", words::synopsis(lang))),
            ".SH DESCRIPTION" => text.push_str(&format!(".SH {}", words::description(lang))),
            ".SH Perintah" | ".SH Commands" => text.push_str(&line.to_uppercase()),
            other => text.push_str(other),
        }
    }
    text.push('\n');
    // A terminal that has only ASCII would drop the sign.
    text.replace('…', "...")
}
