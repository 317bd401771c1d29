//! A server whose disk takes no more, or that is killed: nothing that was typed is lost.

use super::{Fields, assert_kept, assert_trouble, dutch, with};
use crate::{
    html::Html,
    server::{Browser, Response, TestServer, fixed_clock, make_organisation},
};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

/// The built server; killed when dropped.
struct Built {
    child: Child,
    base: String,
}

impl Built {
    /// Starts it, after a shell has done `before`.
    fn start(config: &Path, before: &str) -> Self {
        let script = format!("{before} exec \"$0\" --language nl serve --config \"$1\"");
        let mut child = Command::new("sh")
            .args(["-c", &script])
            .arg(env!("CARGO_BIN_EXE_meldpunt"))
            .arg(config)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut lines = lines.map(|line| line.unwrap());
        let line = lines.find(|line| line.contains("http://")).expect("the server starts");
        let address = line.split_once("http://").unwrap().1.split_once('/').unwrap().0.to_owned();
        Self { child, base: format!("http://{address}") }
    }

    fn send(&self, path: &str, fields: &Fields) -> Response {
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Browser::at(self.base.clone()).post(path, &fields)
    }
}

impl Drop for Built {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

#[test]
fn a_full_disk_costs_no_word_and_no_report() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["Anna de Vries", "Bram Jansen", "Chris Öztürk"];
    let officers = make_organisation(folder.path(), &names, "127.0.0.1:0".parse().unwrap());
    // Without a handler the signal at the limit would end the program; a full disk sends none.
    let limit = "trap '' XFSZ; ulimit -f 4096;";
    let limited = Built::start(&folder.path().join("meldpunt.toml"), limit);
    let browser = Browser::at(limited.base.clone());
    let (first, receipt) = browser.report(&[("story", "De eerste.")]);
    assert_eq!(receipt.status, 200);
    let thread = Html::parse(&browser.thread(&first).body);

    // Large reports until one does not fit, then small ones.
    let mut accepted = 1;
    let mut fill = |story: &str| loop {
        let (_, response) = browser.report(&[("story", story)]);
        if response.status != 200 {
            break response;
        }
        accepted += 1;
        assert!(accepted < 1000, "the limit is reached");
    };
    fill(&"😶".repeat(19_000));
    let refused = fill("Er paste niets meer bij.");
    assert_eq!(refused.status, 503);
    let page = Html::parse(&refused.body);
    assert_trouble(&page, &dutch().error_not_sent());
    let sent = vec![("story".to_owned(), "Er paste niets meer bij.".to_owned())];
    assert_kept(&page, "/melden", &sent);

    let message = with(&thread.form("/bericht"), "message", &"Een bericht. ".repeat(700));
    let refused = limited.send("/bericht", &message);
    assert_eq!(refused.status, 503);
    let unsent = Html::parse(&refused.body);
    drop(limited);

    let server = TestServer::over(folder, officers, fixed_clock());
    assert_eq!(server.desk(0).reports().len(), accepted);
    let receipt = super::send(&server, "/melden", &page.form("/melden"));
    assert_eq!(receipt.status, 200);
    assert_eq!(server.desk(0).reports().len(), accepted + 1);
    let unsent = match unsent.all("form[action=\"/bericht\"]").is_empty() {
        false => unsent,
        // The thread could not be read either: the message waits on the page that asks the code.
        true => Html::parse(&super::send(&server, "/code", &unsent.form("/code")).body),
    };
    assert_eq!(super::send(&server, "/bericht", &unsent.form("/bericht")).status, 200);
    let additions = server.desk(0).additions();
    assert!(additions[0].text.as_ref().unwrap().expose() == "Een bericht. ".repeat(700).trim());
}

#[test]
fn long_stories_outlive_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let officers = make_organisation(folder.path(), &["Anna"], "127.0.0.1:0".parse().unwrap());
    let story = "😶".repeat(19_000);
    for _ in 0..3 {
        let server = Built::start(&folder.path().join("meldpunt.toml"), "");
        let browser = Browser::at(server.base.clone());
        assert_eq!(browser.report(&[("story", &story)]).1.status, 200);
    }
    let server = TestServer::over(folder, officers, fixed_clock());
    assert_eq!(server.desk(0).reports().len(), 3);
}
