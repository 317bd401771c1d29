//! The one integration test binary; each part is a module, and goes through the front door.

mod browser;
mod crash;
mod demo;
mod leaks;
mod process;
mod road;
mod search;
mod server;
mod tap;
mod vectors;
mod walk;
