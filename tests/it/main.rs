//! The one integration binary: every part goes through the front door.

mod road;
mod server;
