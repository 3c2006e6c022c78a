//! `template`: a file to fill in.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, import};
use pustaka_formats::catalogue::{Dialect, template};

use crate::input::NAMES;
use crate::words::help;

pub(crate) fn command(lang: Lang) -> Command {
    let names = Dialect::all().iter().filter(|dialect| template(**dialect).is_some());
    let names: Vec<&str> = names.map(|dialect| dialect.as_str()).collect();
    Command::new("template").about(help::template(lang)).arg(
        Arg::new("dialect")
            .required(true)
            .value_name(help::dialect_value(lang))
            .value_parser(names)
            .help(help::template_dialect(lang)),
    )
}

/// `catalog-import template DIALECT`: the file itself, unless another form was asked for.
pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let name = matches
        .get_one::<String>("dialect")
        .map(String::as_str)
        .unwrap_or_default();
    let dialect: Dialect = name.parse().unwrap_or(Dialect::Generic);
    import::template(session, name, template(dialect).unwrap_or_default(), &NAMES)?;
    Ok(Status::Done)
}
