//! The Debian packages: put into a fresh system, started there behind the walls of the unit as far
//! as they can be built without systemd, used, upgraded and taken away.

use crate::{
    process::{ServerProcess, run},
    server::{Browser, TestDesk, TestOfficer, make_organisation},
};
use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;
use veilig_melden::core::Clock;

/// A Debian system in a folder, with nothing of ours in it yet.
struct FreshRoot {
    folder: TempDir,
}

impl FreshRoot {
    /// Makes one; `None` for who is not root, who cannot change roots.
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        if fs::metadata(folder.path()).unwrap().uid() != 0 {
            eprintln!("LEFT OUT: only root can install a package into a fresh root");
            return None;
        }
        let root = Self { folder };
        let archive = archive();
        succeed(Command::new("tar").arg("-xf").arg(archive).arg("-C").arg(root.path()));
        Some(root)
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn at(&self, path: &str) -> PathBuf {
        self.path().join(path)
    }

    /// Runs a command inside, and gives what it printed.
    fn inside(&self, words: &[&str]) -> String {
        succeed(Command::new("chroot").arg(self.path()).args(words).env("LC_ALL", "C.UTF-8"))
    }

    /// Installs this package, or its newer version over it.
    fn install(&self, package: &Path) {
        fs::copy(package, self.at("package.deb")).unwrap();
        self.inside(&["dpkg", "--install", "/package.deb"]);
    }

    /// Starts the server as the unit does: its own user, no privileges to be had, everything
    /// read-only but the folder of the reports.
    fn serve(&self) -> ServerProcess {
        let walls = "mount --bind $0 $0 && mount -o remount,bind,ro $0 && \
             mount --bind $0/var/lib/meldpunt $0/var/lib/meldpunt && \
             mount -o remount,bind,rw $0/var/lib/meldpunt && exec chroot $0 \"$@\"";
        let mut command = Command::new("unshare");
        command.args(["--mount", "sh", "-euc", walls]).arg(self.path());
        command.args(["setpriv", "--reuid=meldpunt", "--regid=meldpunt", "--clear-groups"]);
        command.args(["--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"]);
        command.args(["/usr/bin/meldpunt", "--language", "nl", "serve"]);
        command.args(["--config", "/etc/meldpunt/meldpunt.toml"]);
        ServerProcess::run(command)
    }

    /// Puts key files and settings in their places, as an administrator would.
    fn set_up(&self) -> Vec<TestOfficer> {
        let elsewhere = tempfile::tempdir().unwrap();
        let listen = "127.0.0.1:0".parse().unwrap();
        let officers = make_organisation(elsewhere.path(), &["Anna", "Bram"], listen);
        for key in fs::read_dir(elsewhere.path().join("keys")).unwrap().map(Result::unwrap) {
            fs::copy(key.path(), self.at("etc/meldpunt/keys").join(key.file_name())).unwrap();
        }
        let file = self.at("etc/meldpunt/meldpunt.toml");
        let settings = fs::read_to_string(&file).unwrap();
        let settings = settings.replace("name = \"\"", "name = \"De Linde\"");
        fs::write(file, settings.replace("127.0.0.1:8080", "127.0.0.1:0")).unwrap();
        officers
    }
}

/// The files of a small Debian system, fetched once.
fn archive() -> PathBuf {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("debian-root.tar");
    if !kept.exists() {
        let folder = tempfile::tempdir_in(kept.parent().unwrap()).unwrap();
        let made = folder.path().join("root.tar");
        let sources = "/etc/apt/sources.list.d/debian.sources";
        let sources = Some(sources).filter(|file| Path::new(file).exists());
        let mut command = Command::new("mmdebstrap");
        command.args(["--quiet", "--variant=essential", "--include=adduser,tzdata"]);
        succeed(command.arg(suite()).arg(&made).args(sources));
        fs::rename(made, &kept).unwrap();
    }
    kept
}

/// The name of this machine's Debian release, so that its own sources of packages do.
fn suite() -> String {
    let release = fs::read_to_string("/etc/os-release").unwrap();
    let name = release.lines().find_map(|line| line.strip_prefix("VERSION_CODENAME="));
    name.expect("this is a Debian system").to_owned()
}

/// Runs a command that must succeed, and gives what it printed.
fn succeed(command: &mut Command) -> String {
    let said = run(command);
    assert_eq!(said.code, Some(0), "{command:?}: {}{}", said.stdout, said.stderr);
    said.stdout
}

/// Packs the programs of this build as this version.
fn packages(folder: &Path, version: &str) -> [PathBuf; 2] {
    let mut command = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/deploy/debian/build"));
    command.arg(folder).args([env!("CARGO_BIN_EXE_meldpunt"), env!("CARGO_BIN_EXE_meldteam")]);
    // What is packed here is large, as programs for tests are, and is not kept.
    command.env("PACKAGE_VERSION", version).env("PACKAGE_COMPRESSION", "none");
    let printed = succeed(&mut command);
    let mut files = printed.lines().map(PathBuf::from);
    [files.next().unwrap(), files.next().unwrap()]
}

#[test]
fn a_package_is_installed_used_upgraded_and_taken_away_without_its_reports() {
    let Some(root) = FreshRoot::new() else { return };
    let made = tempfile::tempdir().unwrap();
    let [meldpunt, meldteam] = packages(made.path(), "0.1.0");
    root.install(&meldpunt);
    let officers = root.set_up();
    let data = fs::metadata(root.at("var/lib/meldpunt")).unwrap();
    assert_eq!(data.permissions().mode() & 0o777, 0o700);
    assert_ne!(data.uid(), 0, "the reports' folder is the program's own");
    assert_eq!(fs::metadata(root.at("etc/meldpunt/keys")).unwrap().uid(), 0);

    let mut server = root.serve();
    let reporter = Browser::at(server.base.clone());
    let (code, receipt) = reporter.report(&[("story", "Via het pakket.")]);
    assert!(receipt.body.contains(&code));
    assert_eq!(server.terminate().code, Some(0));

    let settings = fs::read(root.at("etc/meldpunt/meldpunt.toml")).unwrap();
    let [newer, _] = packages(made.path(), "0.2.0");
    root.install(&newer);
    assert!(root.inside(&["dpkg-query", "--show", "meldpunt"]).contains("0.2.0"));
    assert!(fs::read(root.at("etc/meldpunt/meldpunt.toml")).unwrap() == settings);
    let mut server = root.serve();
    assert_eq!(Browser::at(server.base.clone()).thread(&code).status, 200);
    let desk = TestDesk { base: server.base.clone(), officer: &officers[0], clock: Clock::System };
    assert_eq!(desk.reports().len(), 1);
    assert_eq!(server.terminate().code, Some(0));

    root.install(&meldteam);
    root.inside(&["meldteam", "--version"]);
    root.inside(&["dpkg", "--purge", "meldpunt", "meldteam"]);
    assert!(!root.at("usr/bin/meldpunt").exists());
    assert!(root.at("var/lib/meldpunt/ledger").exists(), "no package takes reports away");
}
