//! What is printed: poster, summary, charts, questionnaire. Each page is one file without a script and without anything
//! from elsewhere; the template engine escapes every text.

pub(crate) mod charts;
pub(crate) mod data;
pub(crate) mod page;
pub(crate) mod poster;
pub(crate) mod poster_svg;
pub(crate) mod questionnaire;
pub(crate) mod summary;
