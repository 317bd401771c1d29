//! The sandbox of the real server: what it forbids fails, and everything that the server is for goes
//! on inside.
//!
//! On a kernel that is too old for a wall its part is left out, and the test says so.

use crate::{
    process::{ServerProcess, meldpunt, run},
    server::{Browser, TestDesk, TestOfficer, make_organisation, multipart},
};
use std::{
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, ChildStdin, Command, Output, Stdio},
};
use tempfile::TempDir;
use veilig_melden::{
    Language,
    core::{Clock, opening::Opened},
};

/// An organisation whose server is a process of its own.
struct Organisation {
    folder: TempDir,
    officers: Vec<TestOfficer>,
}

impl Organisation {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let listen = "127.0.0.1:0".parse().unwrap();
        let officers = make_organisation(folder.path(), &["Anna", "Bram"], listen);
        Self { folder, officers }
    }

    fn config(&self) -> PathBuf {
        self.folder.path().join("meldpunt.toml")
    }

    /// Without the privilege that gets past every wall around a process: of root, too.
    fn start(&self) -> ServerProcess {
        let command = meldpunt(&["serve"], &self.config());
        let mut unprivileged = without_tracing(command.get_program().to_str().unwrap());
        unprivileged.args(command.get_args());
        ServerProcess::run(unprivileged)
    }
}

/// A program, without the privilege to trace others. Who is not root does not have it anyway.
fn without_tracing(program: &str) -> Command {
    let drop = ["--bounding-set", "-sys_ptrace", "--inh-caps", "-sys_ptrace", "--"];
    let can = Command::new("setpriv").args(drop).arg("true").output().unwrap().status.success();
    let mut command = Command::new(if can { "setpriv" } else { program });
    if can {
        command.args(drop).arg(program);
    }
    command
}

/// Whether this kernel has what the sandbox takes; where it has not, says what is left out.
fn has_everything() -> bool {
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap();
    let mut numbers = release.split('.').map(|part| part.parse::<u32>().unwrap_or_default());
    let version = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
    let enough = version >= (5, 19);
    if !enough {
        eprintln!(
            "LEFT OUT: this kernel, {}, is too old for Landlock as we use it",
            release.trim()
        );
    }
    enough
}

#[test]
fn a_check_tries_what_the_sandbox_forbids_and_nothing_goes_through() {
    let t = Language::Nl.load();
    let said = run(&mut meldpunt(&["check"], &Organisation::new().config()));
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    if has_everything() {
        assert!(said.stdout.contains(&t.op_sandbox_good()), "{} {}", said.stdout, said.stderr);
    } else {
        assert!(said.stderr.contains(&t.op_sandbox_no_folders()), "{}", said.stderr);
    }
}

/// Sends a report with a file and a message; looks in the thread, with a wrong code too; and has the
/// officer fetch it all.
fn go_the_road(organisation: &Organisation, server: &ServerProcess) {
    let reporter = Browser::at(server.base.clone());
    for path in ["/", "/team", "/hulp", "/style.css", "/meldpunt.js"] {
        assert_eq!(reporter.get(path).status, 200, "{path}");
    }
    let (code, ticket) = reporter.blank_form();
    let file = [b"%PDF-1.4\n".to_vec(), vec![b'x'; 3_000_000]].concat();
    let fields: [(&str, &[u8]); 4] = [
        ("code", code.as_bytes()),
        ("ticket", ticket.as_bytes()),
        ("story", b"Zij riep weer."),
        ("files\"; filename=\"brief.pdf", &file),
    ];
    let receipt = reporter.post_body("/melden", multipart(&fields)).unwrap();
    assert!(receipt.status == 200 && receipt.body.contains(&code), "{}", receipt.body);
    let written = reporter.post("/bericht", &[("code", &code), ("message", "Nog iets.")]);
    assert_eq!(written.status, 200, "{}", written.body);
    assert!(reporter.thread(&code).body.contains("<ol class=\"thread\">"));
    assert_ne!(reporter.thread("0000-0000-0000-0000").status, 200);

    let desk = TestDesk {
        base: server.base.clone(),
        officer: &organisation.officers[0],
        clock: Clock::System,
    };
    let feed = desk.feed();
    let attachments = feed.iter().filter_map(|entry| {
        match desk.officer.identity.open(entry.case, &entry.item).ok()? {
            Opened::Report(report) => Some((entry.case, report.attachments)),
            _ => None,
        }
    });
    for (case, attachments) in attachments {
        let path = format!("cases/{case}/attachments/{}", attachments[0].id);
        let (status, sealed) = desk.request("GET", &path, b"");
        assert!(status == 200 && sealed.len() > file.len(), "{status}");
    }
}

/// What the kernel says of each thread: the line behind this name.
fn of_threads(process: u32, name: &str) -> Vec<String> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let lines = threads.map(|thread| {
        let status = fs::read_to_string(thread.unwrap().path().join("status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.unwrap_or_else(|| panic!("no {name}")).trim().to_owned()
    });
    lines.collect()
}

#[test]
fn everything_that_the_server_is_for_goes_on_inside_in_every_thread() {
    let organisation = Organisation::new();
    let mut server = organisation.start();
    go_the_road(&organisation, &server);
    let process = server.id();
    for (name, expected) in [("NoNewPrivs:", "1"), ("Seccomp:", "2")] {
        let all = of_threads(process, name);
        assert!(all.len() > 2 && all.iter().all(|is| is == expected), "{name} {all:?}");
    }
    let limits = fs::read_to_string(format!("/proc/{process}/limits")).unwrap();
    let dumps = limits.lines().find_map(|line| line.strip_prefix("Max core file size")).unwrap();
    assert_eq!(dumps.split_whitespace().collect::<Vec<_>>(), ["0", "0", "bytes"]);
    let said = server.terminate();
    assert_eq!((said.code, said.stderr.as_str()), (Some(0), ""));

    // A damaged index is moved aside and made again from inside, and the road goes on.
    let index = organisation.folder.path().join("data/index");
    fs::remove_dir_all(&index).unwrap();
    fs::create_dir(&index).unwrap();
    fs::write(index.join("db"), vec![7; 4096]).unwrap();
    let mut server = organisation.start();
    go_the_road(&organisation, &server);
    let said = server.terminate();
    assert!(said.stderr.contains(&Language::Nl.load().op_store_rebuilt()), "{}", said.stderr);
    assert!(!said.stderr.contains("ERROR"), "{}", said.stderr);
}

/// A program that does nothing until its input ends.
fn idle() -> (Child, ChildStdin) {
    let mut command = without_tracing("cat");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    let input = child.stdin.take().unwrap();
    (child, input)
}

/// Attaches a debugger to a process of the same user.
fn attach(process: u32) -> Command {
    let mut command = without_tracing("strace");
    command.args(["-o", "/dev/null", "-p", &process.to_string()]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

fn read_memory(process: u32) -> Output {
    let memory = format!("if=/proc/{process}/mem");
    without_tracing("dd").args([&memory, "of=/dev/null", "count=0"]).output().unwrap()
}

#[test]
fn no_debugger_of_the_same_user_gets_at_the_server() {
    // Where even a process that wants nothing hidden cannot be attached to, this proves nothing.
    let (mut other, input) = idle();
    let mut debugger = attach(other.id()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(debugger.stderr.take().unwrap()).read_line(&mut line).unwrap();
    let can_read = read_memory(other.id()).status.success();
    drop(input);
    other.wait().unwrap();
    debugger.wait().unwrap();
    if !line.contains("attached") || !can_read {
        eprintln!("LEFT OUT: nobody may attach to anything here: {line}");
        return;
    }

    let organisation = Organisation::new();
    let server = organisation.start();
    let refused = attach(server.id()).output().unwrap();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(!refused.status.success() && said.contains("Operation not permitted"), "{said}");
    assert!(!read_memory(server.id()).status.success());
    go_the_road(&organisation, &server);
}
