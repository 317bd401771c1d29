//! The one integration test binary; each part is a module, and goes through the front door.

mod browser;
mod crash;
mod process;
mod road;
mod server;
mod vectors;
mod walk;
