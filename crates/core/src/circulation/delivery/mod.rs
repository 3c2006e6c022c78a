//! Rounds of a courier: a way of handing over what stands ready. Each hand-over is a checkout.

pub(crate) mod store;
