//! `loan`: lends and takes back.
#![forbid(unsafe_code)]

mod desk;
mod words;

use pustaka_cli::Tool;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "loan",
    ..Tool::BASE
};
