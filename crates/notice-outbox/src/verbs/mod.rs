//! One module a verb, and what bounds them all.

pub(crate) mod bounces;
pub(crate) mod clerk;
pub(crate) mod create;
pub(crate) mod letters;
pub(crate) mod limits;
pub(crate) mod list;
pub(crate) mod mark;
pub(crate) mod page;
pub(crate) mod send;
pub(crate) mod template;
pub(crate) mod text;
