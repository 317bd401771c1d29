//! The one integration test binary; each part is a module, and goes through the front door.

mod browser;
mod crash;
mod demo;
mod desk;
mod desk_pages;
mod entries;
mod feed;
mod html;
mod keyboard;
mod leaks;
mod pages;
mod process;
mod promises;
mod reach;
mod road;
mod script;
mod search;
mod server;
mod stories;
mod tap;
mod vectors;
mod walk;
mod web;
