//! Measures the cleaner on this machine: bytes a second, and the memory that it asks for at one
//! time. `cargo run --release --no-default-features --features server --example measure_pictures --
//! FOLDER FILE…`; the cleaned files are left in the folder, which must exist.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    error::Error,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};
use veilig_melden::core::files::Cleaner;

/// Bytes of one piece, as an upload gives them.
const PIECE_BYTES: usize = 64 * 1024;

/// Counts what is asked for.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        MOST.fetch_max(now, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn measure(folder: &Path, path: &Path) -> Result<(), Box<dyn Error>> {
    let bytes = fs::read(path)?;
    let mut to = File::create(folder.join(path.file_name().ok_or("no file")?))?;
    let mut kept = Vec::with_capacity(2 * PIECE_BYTES);
    let before = NOW.load(Ordering::Relaxed);
    MOST.store(before, Ordering::Relaxed);
    let mut cleaner = Cleaner::new();
    let (mut spent, mut kept_bytes) = (std::time::Duration::ZERO, 0);
    for piece in bytes.chunks(PIECE_BYTES) {
        let start = Instant::now();
        cleaner.feed(piece, &mut kept)?;
        spent += start.elapsed();
        kept_bytes += kept.len();
        to.write_all(&kept)?;
        kept.clear();
    }
    let seen = cleaner.finish(&mut kept)?;
    to.write_all(&kept)?;
    let most = (MOST.load(Ordering::Relaxed) - before) / 1024;
    let rate = bytes.len() as f64 / 1e6 / spent.as_secs_f64();
    println!(
        "{}: {:?}, {} bytes in, {} out, {rate:.0} MB/s, {most} KiB at most",
        path.display(),
        seen.kind,
        bytes.len(),
        kept_bytes + kept.len()
    );
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let folder = arguments.next().ok_or("which folder?")?;
    for path in arguments {
        if let Err(fault) = measure(&folder, &path) {
            println!("{}: {fault}", path.display());
        }
    }
    Ok(())
}
