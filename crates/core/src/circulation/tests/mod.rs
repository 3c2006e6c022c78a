//! The counter against a model of it: the same random actions of several clerks on both, and no difference
//! (reliability.md, R10).
//!
//! | file | what it holds |
//! |---|---|
//! | `world` | the small library that both begin with |
//! | `action` | what clerks do, chosen at random |
//! | `room`, `room_state` | the library itself, in memory: does an action, says what came of it and what stands |
//! | `model`, `model_desk`, `model_return`, `model_queue`, `model_ledger` | the model: plain lists, no SQL, nothing of the rules shared |
//! | `bug` | ways in which a rule could be wrong, planted in the model one at a time |
//! | `play` | both side by side |
//! | `catalogue` | what the catalogue knows of loans and holds |
//! | `plans` | no statement of the desk reads a whole table |
//! | `breaches` | what the deep check finds of circulation |
//! | `desk` | a library in a folder, for the tests of the areas |

mod action;
mod breaches;
mod bug;
mod catalogue;
pub(crate) mod desk;
mod model;
mod model_desk;
mod model_ledger;
mod model_queue;
mod model_return;
mod plans;
mod play;
mod room;
mod room_state;
mod world;
