//! Fuzzing: what comes from outside, changed at random, makes nothing fall over.
//!
//! Each target begins with the files of its corpus, changes them, and hands them to the code that
//! reads such input. An ordinary run takes the same few rounds every time. `FUZZ_SECONDS=600` lets
//! each target that is chosen go on for so long, from a seed of its own; an input that breaks
//! something is left in `target/fuzz` and belongs into the corpus once it is mended.

mod mutate;
mod targets;

use mutate::Mutator;
use std::{
    collections::hash_map::DefaultHasher,
    env, fs,
    hash::{Hash, Hasher},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// What reads one input. It panics when something about the input breaks what must hold.
type Reads<'a> = &'a mut dyn FnMut(&[u8]);

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files in these folders, in the order of their names.
fn files_in(folders: &[&str]) -> Vec<Vec<u8>> {
    let names = folders.iter().flat_map(|folder| fs::read_dir(root(folder)).unwrap());
    let mut names: Vec<_> = names.map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.is_file() && path.extension().is_none_or(|ending| ending != "md"));
    names.sort();
    names.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// How far a target goes.
enum Reach {
    Rounds(u32),
    Until(Instant),
}

impl Reach {
    fn of(rounds: u32) -> Self {
        let seconds = env::var("FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
        seconds.map_or(Self::Rounds(rounds), |seconds| {
            Self::Until(Instant::now() + Duration::from_secs(seconds))
        })
    }

    fn ends_before(&self, round: u32) -> bool {
        match self {
            Self::Rounds(rounds) => round >= *rounds,
            Self::Until(end) => Instant::now() >= *end,
        }
    }

    /// Ordinary runs do the same every time.
    fn seed(&self, target: &str) -> u64 {
        let mut hash = DefaultHasher::new();
        target.hash(&mut hash);
        if matches!(self, Self::Until(_)) {
            std::process::id().hash(&mut hash);
            Instant::now().elapsed().hash(&mut hash);
        }
        hash.finish()
    }
}

/// Hands the seeds to `reads` as they are, and then changed, round after round.
fn fuzz((target, rounds): (&str, u32), seeds: &[Vec<u8>], reads: Reads) {
    assert!(!seeds.is_empty(), "{target} has no corpus");
    let reach = Reach::of(rounds);
    let seed = reach.seed(target);
    let mut mutator = Mutator::new(seed);
    seeds.iter().for_each(|seed| try_one(target, seed, reads));
    let mut round = 0;
    while !reach.ends_before(round) {
        let input = mutator.change(seeds);
        try_one(target, &input, reads);
        round += 1;
    }
    eprintln!("fuzz {target}: {round} rounds from seed {seed:016x}");
}

fn try_one(target: &str, input: &[u8], reads: Reads) {
    let Err(panic) = catch_unwind(AssertUnwindSafe(|| reads(input))) else { return };
    let mut hash = DefaultHasher::new();
    input.hash(&mut hash);
    let folder = root("target/fuzz");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{target}-{:016x}", hash.finish()));
    fs::write(&file, input).unwrap();
    eprintln!("fuzz {target}: broken by {}", file.display());
    std::panic::resume_unwind(panic);
}

#[test]
#[should_panic(expected = "a small number")]
fn a_target_that_breaks_is_found() {
    let seeds = [b"number 100".to_vec()];
    fuzz(("broken-on-purpose", 20_000), &seeds, &mut |input| {
        assert!(!input.starts_with(b"number ") || input.len() > 9, "a small number");
    });
}
