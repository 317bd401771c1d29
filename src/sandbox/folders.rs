//! The wall around folders and ports: Landlock.
//!
//! [`super::enter`] calls it. What is not named here cannot be opened, made or listened on; looking
//! at names and sizes of files elsewhere is not kept out (`docs/decisions/0022`).

use super::Needs;
use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, NetPort, Ruleset,
    RulesetAttr, RulesetCreatedAttr, RulesetError, RulesetStatus, Scope, make_bitflags,
    path_beneath_rules,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What the rules below were written for and tried on. Older kernels keep to what they know of it.
const KNOWN: ABI = ABI::V6;

/// Where the rules for the Dutch day come from: jiff reads them when it needs them.
const TIME_ZONES: [&str; 3] = ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"];

/// Everything that is done in the data folder: no program is started there, and no device, pipe,
/// socket or link made.
fn writing() -> BitFlags<AccessFs> {
    make_bitflags!(AccessFs::{
        ReadFile | ReadDir | WriteFile | Truncate | MakeReg | MakeDir | RemoveFile | RemoveDir | Refer
    })
}

/// The socket, and taking away one that was left behind.
fn listening() -> BitFlags<AccessFs> {
    make_bitflags!(AccessFs::{MakeSock | RemoveFile})
}

fn reading() -> BitFlags<AccessFs> {
    make_bitflags!(AccessFs::{ReadFile | ReadDir})
}

/// Shuts this thread and those that it begins later in. Whether the kernel could: it takes Linux
/// 5.19, because before that no file could be moved from one folder to another in here.
///
/// # Errors
/// [`RulesetError`]: the kernel has Landlock and refuses this.
pub fn shut(needs: &Needs) -> Result<bool, RulesetError> {
    let ports = needs.listens.iter().map(|port| Ok(NetPort::new(*port, AccessNet::BindTcp)));
    let ruleset = Ruleset::default()
        .handle_access(AccessFs::from_all(KNOWN))?
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(AccessFs::Refer)?
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessNet::from_all(KNOWN))?
        .scope(Scope::from_all(KNOWN))?
        .create()?
        .add_rules(path_beneath_rules(written(&needs.data), writing()))?
        .add_rules(path_beneath_rules(&needs.reads, reading()))?
        .add_rules(path_beneath_rules(&needs.sockets, listening()))?
        .add_rules(path_beneath_rules(TIME_ZONES, reading()))?
        .add_rules(path_beneath_rules(std::env::var_os("TZDIR"), reading()))?
        .add_rules(ports.collect::<Vec<Result<_, RulesetError>>>())?;
    Ok(ruleset.restrict_self()?.ruleset != RulesetStatus::NotEnforced)
}

/// The data folder, and what somebody laid elsewhere by a link in it.
fn written(data: &Path) -> Vec<PathBuf> {
    let linked = fs::read_dir(data).into_iter().flatten().flatten().map(|entry| entry.path());
    let linked = linked.filter(|path| path.is_symlink());
    linked.chain([data.to_owned()]).collect()
}
