//! Makes rows of titles, in any dialect, and counts.

use std::io::{self, Write};

use pustaka_core::catalog::export::ExportTitle;
use pustaka_formats::catalogue::{Dialect, PustakaWriter, SlimsBiblioWriter, SlimsItemWriter, Written};
use pustaka_formats::delimited::Style;

use crate::losses::{Loss, Losses, Place};
use crate::pustaka;
use crate::slims::{self, Listed, Met, Texts};

/// So much of a title is shown with a loss, in characters.
const SHOWN: usize = 80;

/// How a file is to be written.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) dialect: Dialect,
    /// As Excel likes it; only our own dialect can be.
    pub(crate) excel: bool,
    /// What is in SLiMS's lists.
    pub(crate) listed: Listed,
}

/// What was written, and what the other system will not keep of it.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) titles: u64,
    pub(crate) items: u64,
    pub(crate) losses: Losses,
}

enum Form<'o> {
    Pustaka(Box<PustakaWriter<&'o mut dyn Write>>),
    Biblio(SlimsBiblioWriter<&'o mut dyn Write>),
    Item(SlimsItemWriter<&'o mut dyn Write>),
}

/// Writes titles one after the other.
pub(crate) struct Writer<'o, 'p> {
    form: Form<'o>,
    listed: &'p Listed,
    pub(crate) tally: Tally,
}

impl<'o, 'p> Writer<'o, 'p> {
    /// Begins a file.
    pub(crate) fn begin(out: &'o mut dyn Write, plan: &'p Plan) -> io::Result<Writer<'o, 'p>> {
        let style = if plan.excel { Style::EXCEL } else { Style::PLAIN };
        let form = match plan.dialect {
            Dialect::SlimsBiblio => Form::Biblio(SlimsBiblioWriter::new(out)?),
            Dialect::SlimsItem => Form::Item(SlimsItemWriter::new(out)),
            _ => Form::Pustaka(Box::new(PustakaWriter::new(out, style)?)),
        };
        Ok(Writer {
            form,
            listed: &plan.listed,
            tally: Tally::default(),
        })
    }

    /// Writes a title with its copies.
    pub(crate) fn title(&mut self, title: &ExportTitle) -> io::Result<()> {
        let mut met = Met::new();
        let written = match &mut self.form {
            Form::Pustaka(out) => {
                pustaka::write(out, title)?;
                Written {
                    copies: title.items.len() as u64,
                    ..Written::default()
                }
            }
            Form::Biblio(out) => {
                let texts = Texts::of(title);
                out.write(&slims::biblio(&title.title, &texts, self.listed, &mut met))?
            }
            Form::Item(out) => {
                let items = slims::items(&title.items, self.listed, &mut met);
                out.write(&slims::title(&title.title), &items)?
            }
        };
        self.tally.titles += 1;
        self.tally.items += written.copies;
        self.lose(title, &written, met);
        Ok(())
    }

    fn lose(&mut self, title: &ExportTitle, written: &Written, met: Met) {
        let altered = written.alterations.iter();
        let altered = altered.map(|it| (Loss::Altered(it.code), it.column, it.item));
        for (loss, column, item) in met.into_iter().chain(altered) {
            self.tally.losses.add(loss, || Place {
                line: written.line,
                column,
                title: title.title.title.chars().take(SHOWN).collect(),
                item: item.and_then(|at| title.items.get(at)).map(|item| item.barcode.clone()),
            });
        }
    }

    /// Ends the file.
    pub(crate) fn finish(self) -> io::Result<Tally> {
        match self.form {
            Form::Pustaka(out) => out.finish()?,
            Form::Biblio(out) => out.finish()?,
            Form::Item(out) => out.finish()?,
        }
        .flush()?;
        Ok(self.tally)
    }
}
