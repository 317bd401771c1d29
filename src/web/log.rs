//! The log: to standard error, of this program alone, without times.
//!
//! # What is never logged
//! Text that somebody typed, names, codes, addresses of clients, times of day. A line carries a
//! route pattern, a status, counts and positions. A request that went well has no line at all.

use std::io::IsTerminal;
use tracing_subscriber::{filter::Targets, fmt, layer::SubscriberExt, util::SubscriberInitExt};

/// Starts the log. A second call in one process changes nothing.
pub fn start() {
    // Libraries would log requests and keys at finer levels: only our own lines pass.
    let ours = Targets::new().with_target(env!("CARGO_CRATE_NAME"), tracing::Level::TRACE);
    // Colours belong on a terminal, not in a file or a journal.
    let coloured = std::io::stderr().is_terminal();
    let lines = fmt::layer().without_time().with_target(false).with_ansi(coloured);
    let lines = lines.with_writer(std::io::stderr);
    drop(tracing_subscriber::registry().with(lines).with(ours).try_init());
}
