//! Makes an officer's folder with made-up cases of ten years, to look at:
//! `cargo run --release --example made_up_years -- FOLDER [CASES]`.
//!
//! The desk opens it: `meldteam --folder FOLDER open`. The same cases every time, up to today.

#[path = "years/mod.rs"]
mod years;

use std::{error::Error, path::PathBuf};
use veilig_melden::core::{Clock, Day};
use years::{PASSPHRASE, Years};

/// Ten years, in days.
const DAYS: u32 = 3_650;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("say which folder to make")?);
    let cases: u32 = arguments.next().map_or(Ok(600), |count| count.parse())?;
    let years = Years::begin(&folder, 7)?;
    let today = Clock::System.today().number();
    for number in 0..cases {
        // More in later years.
        let share = f64::from(number + 1) / f64::from(cases);
        let ago = DAYS - (share.sqrt() * f64::from(DAYS)) as u32;
        let day = Day::from_number(today.saturating_sub(u16::try_from(ago)?));
        years.add(&folder, day)?;
    }
    println!("{cases} made-up cases lie in {}; the passphrase: {PASSPHRASE}", folder.display());
    Ok(())
}
