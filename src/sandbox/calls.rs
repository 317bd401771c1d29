//! The wall around system calls: seccomp, with a list of what serving takes.
//!
//! [`super::enter`] calls it. A call that is not on the list is refused with `EPERM` and the server
//! goes on: a new library that tries something new must not take the reporting point away
//! (`docs/decisions/0022`). The list was made by following the whole road with strace.

use libc::c_long;
use seccompiler::{
    BpfProgram, Error, SeccompAction,
    SeccompCmpArgLen::{Dword, Qword},
    SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, apply_filter_all_threads,
};
use std::collections::BTreeMap;

/// Calls that are allowed whatever their arguments.
const ALLOWED: &[c_long] = &[
    // Reading and writing what is open; which files can be opened is the other wall's.
    libc::SYS_openat,
    libc::SYS_close,
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_preadv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_pwrite64,
    libc::SYS_pwritev,
    libc::SYS_lseek,
    libc::SYS_copy_file_range,
    libc::SYS_sendfile,
    // Making it durable, cutting and locking the ledger, taking the hour from files.
    libc::SYS_fsync,
    libc::SYS_fdatasync,
    libc::SYS_ftruncate,
    libc::SYS_fallocate,
    libc::SYS_flock,
    libc::SYS_utimensat,
    // Who may use the Unix socket.
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    // Looking at files, listing, making, moving and removing them.
    libc::SYS_statx,
    libc::SYS_newfstatat,
    libc::SYS_fstat,
    libc::SYS_fstatfs,
    libc::SYS_getdents64,
    libc::SYS_readlinkat,
    libc::SYS_getcwd,
    libc::SYS_mkdirat,
    libc::SYS_renameat2,
    libc::SYS_unlinkat,
    // Listening, and talking to whoever came. There is no `connect`.
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept4,
    libc::SYS_setsockopt,
    libc::SYS_getsockopt,
    libc::SYS_getsockname,
    libc::SYS_getpeername,
    libc::SYS_recvfrom,
    libc::SYS_shutdown,
    // Waiting for them.
    libc::SYS_epoll_create1,
    libc::SYS_epoll_ctl,
    libc::SYS_epoll_pwait,
    libc::SYS_eventfd2,
    libc::SYS_ppoll,
    // Memory that cannot be run; `mmap` and `mprotect` are below.
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    // Threads: beginning, waiting for one another, ending. `clone` is below.
    libc::SYS_futex,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_gettid,
    libc::SYS_getpid,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_getcpu,
    libc::SYS_exit,
    libc::SYS_exit_group,
    // Signals that tell it to stop.
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    // Clock and randomness; how much memory there is, which the C library asks.
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_gettimeofday,
    libc::SYS_getrandom,
    libc::SYS_sysinfo,
    // Answered by the filter beneath this one.
    libc::SYS_clone3,
];

/// The same under names or numbers that not every processor has.
#[cfg(target_arch = "x86_64")]
const ALLOWED_HERE: &[c_long] = &[
    libc::SYS_sync_file_range,
    libc::SYS_renameat,
    libc::SYS_open,
    libc::SYS_stat,
    libc::SYS_lstat,
    libc::SYS_readlink,
    libc::SYS_mkdir,
    libc::SYS_rename,
    libc::SYS_chmod,
    libc::SYS_unlink,
    libc::SYS_rmdir,
    libc::SYS_epoll_wait,
    libc::SYS_poll,
    libc::SYS_time,
];

/// `renameat` and `sync_file_range`. Source: asm-generic/unistd.h.
#[cfg(target_arch = "aarch64")]
const ALLOWED_HERE: &[c_long] = &[38, 84];

/// `prctl`: names a piece of memory. Source: prctl(2), `PR_SET_VMA`.
const PR_SET_VMA: u64 = 0x5356_4d41;

/// The bits of a socket's type that say its kind. Source: `SOCK_TYPE_MASK`, linux/net.h.
const SOCKET_KIND: u64 = 0xf;

/// Calls that are allowed with these arguments alone: for each, ways in which every condition must
/// hold.
fn allowed_with() -> Vec<(c_long, Vec<Vec<Argument>>)> {
    let own = u64::from(std::process::id());
    let is = |at: u8, values: &[i32]| {
        let number = |value: &i32| u64::from(value.unsigned_abs());
        values
            .iter()
            .map(|value| vec![Argument::int(at, SeccompCmpOp::Eq, number(value))])
            .collect()
    };
    let stream = Argument::int(1, SeccompCmpOp::MaskedEq(SOCKET_KIND), libc::SOCK_STREAM as u64);
    let socket =
        |domain: i32| vec![Argument::int(0, SeccompCmpOp::Eq, domain as u64), stream.clone()];
    // What can be run was loaded at the start: nothing is added, nothing changed.
    let cannot_run =
        vec![vec![Argument::int(2, SeccompCmpOp::MaskedEq(libc::PROT_EXEC as u64), 0)]];
    vec![
        (libc::SYS_mmap, cannot_run.clone()),
        (libc::SYS_mprotect, cannot_run),
        // A thread, and no process.
        (libc::SYS_clone, vec![vec![Argument::flag(0, libc::CLONE_THREAD as u64)]]),
        // To listen, with TCP or on a path.
        (libc::SYS_socket, [libc::AF_INET, libc::AF_INET6, libc::AF_UNIX].map(socket).to_vec()),
        // For signals, between threads of its own.
        (libc::SYS_socketpair, vec![socket(libc::AF_UNIX)]),
        // Over a connection that is there, to no address.
        (libc::SYS_sendto, vec![vec![Argument::long(4, 0)]]),
        (libc::SYS_fcntl, is(1, FCNTL)),
        // Whether something is a terminal; whether to wait for it.
        (libc::SYS_ioctl, is(1, &[libc::TCGETS as i32, libc::FIONBIO as i32])),
        // Names of threads and of memory.
        (
            libc::SYS_prctl,
            [libc::PR_SET_NAME as u64, PR_SET_VMA]
                .map(|option| vec![Argument::int(0, SeccompCmpOp::Eq, option)])
                .to_vec(),
        ),
        // Reading its own limits.
        (
            libc::SYS_prlimit64,
            vec![vec![Argument::int(0, SeccompCmpOp::Eq, 0), Argument::long(2, 0)]],
        ),
        // Ending itself when something is badly wrong.
        (libc::SYS_tgkill, vec![vec![Argument::int(0, SeccompCmpOp::Eq, own)]]),
    ]
}

/// `fcntl`: copies a descriptor, reads and sets its flags, locks a file.
const FCNTL: &[i32] = &[
    libc::F_DUPFD_CLOEXEC,
    libc::F_GETFD,
    libc::F_SETFD,
    libc::F_GETFL,
    libc::F_SETFL,
    libc::F_SETLK,
    libc::F_SETLKW,
];

/// What one argument of a call must be.
#[derive(Clone)]
struct Argument {
    place: u8,
    length: seccompiler::SeccompCmpArgLen,
    operator: SeccompCmpOp,
    value: u64,
}

impl Argument {
    fn int(place: u8, operator: SeccompCmpOp, value: u64) -> Self {
        Self { place, length: Dword, operator, value }
    }

    fn long(place: u8, value: u64) -> Self {
        Self { place, length: Qword, operator: SeccompCmpOp::Eq, value }
    }

    fn flag(place: u8, flag: u64) -> Self {
        Self { place, length: Qword, operator: SeccompCmpOp::MaskedEq(flag), value: flag }
    }
}

/// Puts the filters before every thread of this process.
///
/// # Errors
/// [`Error`]: the kernel has no seccomp, or refuses this.
pub fn shut() -> Result<(), Error> {
    // The list last: it does not allow to add a filter.
    apply_filter_all_threads(&no_clone3()?)?;
    apply_filter_all_threads(&list()?)
}

fn list() -> Result<BpfProgram, Error> {
    let always = ALLOWED.iter().chain(ALLOWED_HERE);
    let mut rules: BTreeMap<_, _> = always.map(|call| (*call, Vec::new())).collect();
    for (call, ways) in allowed_with() {
        let rules_of_call = ways.into_iter().map(rule).collect::<Result<_, Error>>()?;
        rules.insert(call, rules_of_call);
    }
    let refused = SeccompAction::Errno(libc::EPERM as u32);
    filter(rules, refused, SeccompAction::Allow)
}

/// What `clone3` is to begin stands in memory, where a filter cannot look. Told that it does not
/// exist, the C library uses `clone`, of which the filter sees the flags.
fn no_clone3() -> Result<BpfProgram, Error> {
    let missing = SeccompAction::Errno(libc::ENOSYS as u32);
    filter([(libc::SYS_clone3, Vec::new())].into(), SeccompAction::Allow, missing)
}

fn rule(arguments: Vec<Argument>) -> Result<SeccompRule, Error> {
    let condition = |argument: Argument| {
        let Argument { place, length, operator, value } = argument;
        SeccompCondition::new(place, length, operator, value)
    };
    let conditions = arguments.into_iter().map(condition).collect::<Result<_, _>>()?;
    Ok(SeccompRule::new(conditions)?)
}

fn filter(
    rules: BTreeMap<i64, Vec<SeccompRule>>,
    otherwise: SeccompAction,
    listed: SeccompAction,
) -> Result<BpfProgram, Error> {
    let processor = std::env::consts::ARCH.try_into()?;
    Ok(SeccompFilter::new(rules, otherwise, listed, processor)?.try_into()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_call_stands_twice_and_none_that_leads_out_stands_there_at_all() {
        let with = allowed_with().into_iter().map(|(call, _)| call);
        let mut all: Vec<_> = ALLOWED.iter().chain(ALLOWED_HERE).copied().collect();
        all.extend(with);
        let number = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), number, "a call stands in the list twice");
        for call in [
            libc::SYS_connect,
            libc::SYS_sendmsg,
            libc::SYS_execve,
            libc::SYS_execveat,
            libc::SYS_ptrace,
            libc::SYS_process_vm_readv,
            libc::SYS_process_vm_writev,
            libc::SYS_pidfd_getfd,
            libc::SYS_kill,
            libc::SYS_memfd_create,
            libc::SYS_io_uring_setup,
            libc::SYS_mount,
            libc::SYS_bpf,
        ] {
            assert!(!all.contains(&call), "{call}");
        }
    }

    #[test]
    fn the_filters_compile() {
        assert!(list().is_ok_and(|program| !program.is_empty()));
        assert!(no_clone3().is_ok_and(|program| !program.is_empty()));
    }
}
