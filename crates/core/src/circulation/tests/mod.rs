//! The counter against a model of it: the same random actions of several clerks on both, and no difference
//! (reliability.md, R10).
//!
//! | file | what it holds |
//! |---|---|
//! | `world` | the small library that both begin with |
//! | `action` | what clerks do, chosen at random |
//! | `room` | the library itself, in memory: does an action and says what came of it |
//! | `model`, `model_desk`, `model_queue`, `model_ledger` | the model: plain lists, no SQL, nothing of the rules shared |
//! | `bug` | twenty-five ways in which a rule could be wrong, planted in the model one at a time |
//! | `play` | both side by side |
//! | `desk` | a library in a folder, for the tests of the areas |

mod action;
mod bug;
pub(crate) mod desk;
mod model;
mod model_desk;
mod model_ledger;
mod model_queue;
mod play;
mod room;
mod world;
