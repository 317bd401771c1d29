//! Turns `locales/<language>/*.ftl` into typed functions, one per text.
//!
//! A text that is missing in one language has no function, so the page that needs it does not
//! compile: a missing translation fails the build, not the reader.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};
use std::process::ExitCode;

fn main() -> ExitCode {
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    let options = BuildOptions::default()
        .with_default_language("nl")
        .with_prefix("")
        .with_lint_level(LintLevel::Strict)
        .with_output_file_path(&format!("{out}/texts.rs"))
        .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/texts.ftl")));
    build_from_locales_folder(options.without_format())
}
