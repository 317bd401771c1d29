//! Measures the figures on this machine: counting and protecting many cases, and opening many new
//! ones. `cargo run --release --example measure_monitoring -- [CASES]`, 10,000 unless said.
//!
//! It makes a folder of made-up cases of ten years, opens all of them, makes the overviews of every
//! period, and then opens 1,000 more that came in. The folder goes away afterwards.

#[path = "years/mod.rs"]
mod years;

use std::{
    error::Error,
    fs,
    sync::Arc,
    time::{Duration, Instant},
};
use veilig_melden::{
    Language,
    core::{Clock, Day, Random},
    desk::{
        Casebook, Workplace,
        casework::Keyed,
        monitoring::{Audience, Counts, Overview, Period, Published, Quarter, counting::Gone},
    },
};
use years::{PASSPHRASE, Years};

/// Cases that come in when all others are open.
const NEW: u32 = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let cases = std::env::args().nth(1).map_or(Ok(10_000), |count| count.parse::<u32>())?;
    let folder = std::env::temp_dir().join(format!("measure-monitoring-{}", std::process::id()));
    let years = Years::begin(&folder, 7)?;
    let today = Clock::System.today();
    let day = |number: u32| {
        let ago = u16::try_from(3_650 * number / cases).unwrap_or_default();
        Day::from_number(today.number().saturating_sub(ago))
    };
    for number in 0..cases {
        years.add(&folder, day(number))?;
    }
    let workplace = Workplace::open(&folder, Clock::System, Arc::new(Random::from_system()))?;
    let ring = workplace.unlock(&PASSPHRASE.into())?;
    let mut book = Casebook::new();
    timed("opening all", || book.refresh(&workplace.drawer, &ring))?;
    let mut counts = Counts::default();
    timed("counting all", || counts = Counts::of(&book, &Gone::default()));
    let since = counts.first().unwrap_or(Quarter::of(today));
    let periods = Period::all_over(since, today);
    let (mut published, texts) = (Published::default(), Language::Nl.load());
    timed("protecting every period", || {
        periods.iter().rev().for_each(|period| published.publish(*period, &counts));
    });
    timed("wording every period for everybody", || {
        for (period, audience) in
            periods.iter().flat_map(|period| Audience::ALL.iter().map(move |it| (*period, *it)))
        {
            drop(Overview::of(&published, (period, audience), &texts));
        }
    });
    timed("sealing the list", || published.write(&folder, &ring))?;
    println!("{} cases, {} periods", book.len(), periods.len());
    peak()?;
    for number in 0..NEW {
        years.add(&folder, day(number * cases / NEW))?;
    }
    timed("opening 1,000 new ones", || book.refresh(&workplace.drawer, &ring))?;
    peak()?;
    Ok(fs::remove_dir_all(folder)?)
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    let took: Duration = start.elapsed();
    println!("{what}: {took:?}");
    done
}

fn peak() -> Result<(), Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find(|line| line.starts_with("VmHWM"));
    println!("peak memory: {}", peak.unwrap_or("not known here"));
    Ok(())
}
