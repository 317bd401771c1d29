//! The one integration test binary; each part is a module, and goes through the front door.

mod browser;
mod desk;
mod html;
mod pages;
mod road;
mod server;
mod vectors;
mod walk;
mod web;
