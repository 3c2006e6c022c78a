//! Every SQL statement of the deliveries.
