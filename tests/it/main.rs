//! The one integration test binary; each part is a module, and goes through the front door.

mod attachments;
mod browser;
mod crash;
mod demo;
mod desk;
mod easy;
mod entries;
mod feed;
mod filing;
mod html;
mod keyboard;
mod languages;
mod leaks;
mod pages;
mod process;
mod promises;
mod reach;
mod road;
mod script;
mod search;
mod server;
mod tap;
mod uploads;
mod vectors;
mod walk;
mod web;
