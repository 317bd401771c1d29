//! The officers' tool. Everything is in [`veilig_melden::desk`].

use clap::Parser;
use std::{alloc::System, process::ExitCode};
use veilig_melden::desk::commands::{self, Arguments};
use zeroizing_alloc::ZeroAlloc;

/// Wipes memory when it is freed: the age crate leaves readable copies there.
#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    commands::run(Arguments::parse())
}
