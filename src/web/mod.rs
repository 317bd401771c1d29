//! The public server.
