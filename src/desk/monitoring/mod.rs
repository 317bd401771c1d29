//! Monitoring: what the organisation learns from its cases, without pointing at anybody.
//!
//! Desk and commands call it: cases become [`tally`]s, tallies become [`Counts`], and
//! [`Published::publish`] decides once what of them may be read. An [`Overview`] words what was
//! published for one [`Audience`]. Nothing readable of a case comes in here, and no number of one to
//! four goes out.
//!
//! ```text
//! Case ─ tally ─▶ Counts ─ publish ─▶ Published ─ Overview::of ─▶ page, CSV, HTML, PDF
//! ```

pub mod counting;
pub mod csv;
pub mod export;
pub mod list;
pub mod overview;
pub mod period;
pub mod protect;
pub mod publishing;
pub mod sheet;
pub mod tables;
pub mod tally;

pub use counting::Counts;
pub use list::{ListError, Publication, keep_tally};
pub use overview::Overview;
pub use period::{Period, Quarter};
pub use publishing::Published;
pub use tables::Audience;
