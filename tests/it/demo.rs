//! The demo as a newcomer starts it: the built binary, with its addresses read from the terminal.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// A running demo.
pub struct Demo {
    child: Child,
    parent: TempDir,
    /// Where reporters go, without a slash at the end.
    pub public: String,
    /// The one-time link to the desk.
    pub desk: String,
    pub passphrase: String,
}

impl Demo {
    pub fn start() -> Self {
        let parent = tempfile::tempdir().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_meldpunt"))
            .args(["demo", "--language", "nl", "--port", "0", "--desk-port", "0", "--folder"])
            .arg(parent.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut after = |word: &str| {
            let mut lines = lines.by_ref().map(Result::unwrap);
            let line = lines.find(|line| line.starts_with(word)).expect("the demo says it");
            line.split_once(':').unwrap().1.trim().to_owned()
        };
        let public = after("Melden").trim_end_matches('/').to_owned();
        let desk = after("Meldteam");
        let passphrase = after("Wachtwoordzin");
        Self { child, parent, public, desk, passphrase }
    }

    /// Ends it as Ctrl-C does, and waits.
    fn interrupt(&mut self) -> bool {
        let sent = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(sent.unwrap().success());
        self.child.wait().unwrap().success()
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        if self.child.try_wait().unwrap().is_none() {
            self.child.kill().unwrap();
            self.child.wait().unwrap();
        }
    }
}

#[test]
fn the_demo_ends_on_ctrl_c_and_leaves_nothing_behind() {
    let mut demo = Demo::start();
    assert_eq!(demo.parent.path().read_dir().unwrap().count(), 1);
    assert!(demo.interrupt());
    assert_eq!(demo.parent.path().read_dir().unwrap().count(), 0);
}

#[test]
fn a_busy_port_and_a_missing_folder_are_one_sentence() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("weg");
    let refused = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_meldpunt"))
            .args(["demo", "--language", "nl"])
            .args(arguments)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).unwrap()
    };
    let busy = refused(&["--port", &port]);
    assert!(busy.contains("is niet vrij") && busy.lines().count() == 1, "{busy}");
    let nowhere = nowhere.to_str().unwrap();
    let missing = refused(&["--port", "0", "--desk-port", "0", "--folder", nowhere]);
    assert!(
        missing.contains("kan niet worden gemaakt") && missing.lines().count() == 1,
        "{missing}"
    );
}
