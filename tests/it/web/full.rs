//! A disk that is really full, and has room again later: the running server goes on by itself.
//!
//! The disk is a small one in memory, in a mount of the server's own, which ends with it.

use super::{Fields, assert_kept, assert_trouble, dutch};
use crate::{
    html::Html,
    process::ServerProcess,
    server::{Browser, Response, TestDesk, TestOfficer, make_organisation},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;
use veilig_melden::core::Clock;

/// The built server over a disk of 12 MB, of which a file that is no concern of its takes 4.
struct Small {
    folder: TempDir,
    officers: Vec<TestOfficer>,
    server: ServerProcess,
}

impl Small {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let names = ["Anna de Vries", "Bram Jansen"];
        let officers = make_organisation(folder.path(), &names, "127.0.0.1:0".parse().unwrap());
        let config = folder.path().join("meldpunt.toml");
        let settings = fs::read_to_string(&config).unwrap();
        fs::write(&config, format!("{settings}[storage]\ndata = \"disk/data\"\n")).unwrap();
        fs::create_dir(folder.path().join("disk")).unwrap();
        let script = "mount -t tmpfs -o size=12m none \"$1/disk\" && \
                      head -c 4194304 /dev/zero >\"$1/disk/other\" && \
                      exec \"$0\" --language nl serve --config \"$1/meldpunt.toml\"";
        let mut command = Command::new("unshare");
        command.args(["--mount", "--map-root-user", "sh", "-c", script]);
        command.arg(env!("CARGO_BIN_EXE_meldpunt")).arg(folder.path());
        let server = ServerProcess::run(command);
        Self { folder, officers, server }
    }

    fn browser(&self) -> Browser {
        Browser::at(self.server.base.clone())
    }

    fn send(&self, path: &str, fields: &Fields) -> Response {
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.browser().post(path, &fields)
    }

    /// The small disk, as the server sees it.
    fn disk(&self) -> PathBuf {
        let outside = self.folder.path().join("disk");
        let outside = outside.strip_prefix("/").unwrap();
        Path::new(&format!("/proc/{}/root", self.server.id())).join(outside)
    }

    /// How many reports the first officer can open.
    fn reports(&self) -> usize {
        let (base, officer) = (self.server.base.clone(), &self.officers[0]);
        TestDesk { base, officer, clock: Clock::System }.reports().len()
    }
}

#[test]
fn a_full_disk_refuses_and_the_server_goes_on_when_there_is_room() {
    let small = Small::start();
    let mut accepted = 0;
    let mut fill = |story: &str| loop {
        let (_, response) = small.browser().report(&[("story", story)]);
        if response.status != 200 {
            break response;
        }
        accepted += 1;
        assert!(accepted < 5000, "the disk is full at last");
    };
    fill(&"😶".repeat(19_000));
    let refused = fill("Er paste niets meer bij.");
    assert_eq!(refused.status, 503);
    let page = Html::parse(&refused.body);
    assert_trouble(&page, &dutch().error_not_sent());
    let typed = vec![("story".to_owned(), "Er paste niets meer bij.".to_owned())];
    assert_kept(&page, "/melden", &typed);
    // Pages that need no room are there all the while.
    assert_eq!(small.browser().get("/hulp").status, 200);

    fs::remove_file(small.disk().join("other")).unwrap();
    // The same form, to the same server.
    let receipt = small.send("/melden", &page.form("/melden"));
    assert_eq!(receipt.status, 200);
    assert_eq!(small.reports(), accepted + 1);
    let (code, later) = small.browser().report(&[("story", "En daarna gewoon weer.")]);
    assert_eq!(later.status, 200);
    assert_eq!(small.browser().thread(&code).status, 200);
    assert_eq!(small.reports(), accepted + 2);
}
