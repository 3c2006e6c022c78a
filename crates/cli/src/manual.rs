//! Manual pages, one a command, with their headings in the reader's language.

use clap::Command;
use clap_mangen::Man;

use crate::describe::Page;
use crate::help;
use crate::lang::Lang;
use crate::tool::Tool;

/// The pages of a tool and of each of its verbs.
pub(crate) fn pages(tool: &Tool, lang: Lang) -> Vec<Page> {
    let command = help::assemble(tool, lang, 100);
    let mut pages = Vec::new();
    add(&command, lang, &mut pages);
    pages
}

fn add(command: &Command, _lang: Lang, pages: &mut Vec<Page>) {
    let man = Man::new(command.clone());
    let mut roff = Vec::new();
    // Writing to memory takes every byte.
    let _ = man.render(&mut roff);
    pages.push(Page {
        file: man.get_filename(),
        roff: String::from_utf8_lossy(&roff).into_owned(),
    });
    for verb in command.get_subcommands().filter(|verb| !verb.is_hide_set()) {
        add(verb, _lang, pages);
    }
}
