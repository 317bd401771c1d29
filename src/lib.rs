//! Veilig Melden: a reporting point for care organisations.
#![deny(missing_docs)]

pub mod core;
#[cfg(all(feature = "server", feature = "officer"))]
pub mod demo;
#[cfg(feature = "officer")]
pub mod desk;
#[cfg(feature = "server")]
pub mod store;
pub mod terminal;
#[cfg(feature = "server")]
pub mod web;

#[allow(missing_docs, dead_code, clippy::all)]
mod texts {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use texts::{L10n as Language, L10nLanguage as Texts};
