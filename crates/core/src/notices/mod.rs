//! What people are told, by which channel, and how it went.
