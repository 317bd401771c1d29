//! The sandbox: after a start the server can do what serving takes, and nothing else.
//!
//! [`web::run`](crate::web::run) enters it before the first thread begins, and `meldpunt check` to
//! try whether it holds. It never stops a start: what this system cannot do is told, and left out.
//!
//! | wall | keeps out | by |
//! |---|---|---|
//! | [`Wall::Memory`] | debuggers of the same user, core dumps | `prctl`, `setrlimit` |
//! | [`Wall::Folders`] | files and ports that are not its own | Landlock |
//! | [`Wall::Calls`] | programs to start, connections to make, and all system calls that serving does not take | seccomp |
//!
//! No wall comes down again while the process lives, and every thread that begins later has them all.

#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
mod calls;
#[cfg(target_os = "linux")]
mod folders;
pub mod tries;

use std::path::PathBuf;

/// What the server reaches from now on.
pub struct Needs {
    /// The folder that it writes in, too. It must exist.
    pub data: PathBuf,
    /// Folders and files that it reads. Those that do not exist are not reached later either.
    pub reads: Vec<PathBuf>,
    /// The TCP ports on which it will listen; 0 for one that the system chooses.
    pub listens: Vec<u16>,
    /// Folders in which it will make and remove a Unix socket to listen at.
    pub sockets: Vec<PathBuf>,
}

/// A part of the sandbox.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wall {
    /// Around the process's memory.
    Memory,
    /// Around its folders.
    Folders,
    /// Around its system calls.
    Calls,
}

/// Shuts the calling thread, and every thread that it begins later, in. Call it while it is the only
/// one. Gives the walls that this system does not have.
#[cfg(target_os = "linux")]
pub fn enter(needs: &Needs) -> Vec<Wall> {
    let memory = no_memory_for_others().is_ok();
    let folders = folders::shut(needs).unwrap_or(false);
    // Last: it forbids the calls that make the others.
    let calls = shut_calls();
    let walls = [(Wall::Memory, memory), (Wall::Folders, folders), (Wall::Calls, calls)];
    walls.into_iter().filter(|(_, stands)| !stands).map(|(wall, _)| wall).collect()
}

/// There is no sandbox outside Linux: gives every wall.
#[cfg(not(target_os = "linux"))]
pub fn enter(_: &Needs) -> Vec<Wall> {
    vec![Wall::Memory, Wall::Folders, Wall::Calls]
}

/// No debugger of the same user, no core dump, and no privilege that this process does not have.
#[cfg(target_os = "linux")]
fn no_memory_for_others() -> rustix::io::Result<()> {
    use rustix::{
        process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit},
        thread::set_no_new_privs,
    };
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    set_no_new_privs(true)
}

#[cfg(all(target_os = "linux", any(target_arch = "x86_64", target_arch = "aarch64")))]
fn shut_calls() -> bool {
    calls::shut().is_ok()
}

#[cfg(all(target_os = "linux", not(any(target_arch = "x86_64", target_arch = "aarch64"))))]
fn shut_calls() -> bool {
    false
}
