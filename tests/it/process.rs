//! The built programs, run as processes of their own: what they print is kept, and they can be
//! killed.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread::{self, JoinHandle},
};

/// `meldpunt serve`, running.
pub struct ServerProcess {
    child: Child,
    /// `http://127.0.0.1:PORT`, as it printed it; empty where it listens at a Unix socket alone.
    pub base: String,
    stdout: Option<JoinHandle<Vec<u8>>>,
    stderr: Option<JoinHandle<Vec<u8>>>,
}

/// How a process ended, and everything that it printed.
pub struct Said {
    /// The exit code; `None` when it was killed.
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl ServerProcess {
    /// Starts, and waits until it says where it listens.
    pub fn start(config: &Path) -> Self {
        Self::run(meldpunt(&["serve"], config))
    }

    /// Starts a command that ends up as the server.
    pub fn run(mut command: Command) -> Self {
        command.env("RUST_LOG", "trace").stdin(Stdio::null());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let stderr = collect(child.stderr.take().unwrap(), Vec::new());
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut printed = Vec::new();
        let base = loop {
            let line = printed.len();
            if stdout.read_until(b'\n', &mut printed).unwrap() == 0 {
                let stderr = String::from_utf8(stderr.join().unwrap()).unwrap();
                panic!("the server did not start: {stderr}");
            }
            let line = str::from_utf8(&printed[line..]).unwrap();
            let [http, https] = ["http://", "https://"].map(|scheme| {
                let (_, address) = line.split_once(scheme)?;
                Some(format!("{scheme}{}", address.split_once('/').unwrap().0))
            });
            if let Some(base) = http.or(https) {
                break base;
            }
            // A Unix socket.
            if line.contains(".sock") {
                break String::new();
            }
        };
        let stdout = collect(stdout, printed);
        Self { child, base, stdout: Some(stdout), stderr: Some(stderr) }
    }

    /// Its number.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The most memory that it ever had, in bytes.
    pub fn peak_bytes(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kibibytes: u64 = line.trim().trim_end_matches(" kB").parse().unwrap();
        kibibytes * 1024
    }

    /// Ends it in the middle of whatever it does: SIGKILL.
    pub fn kill(&mut self) -> Said {
        self.child.kill().unwrap();
        self.end()
    }

    /// Asks it to stop, as the system does: SIGTERM.
    pub fn terminate(&mut self) -> Said {
        self.signal("TERM");
        self.end()
    }

    /// Sends it a signal.
    pub fn signal(&self, name: &str) {
        let words = format!("kill -{name} {}", self.child.id());
        let asked = Command::new("sh").args(["-c", &words]).status().unwrap();
        assert!(asked.success());
    }

    /// How much memory it has, in bytes, by its name in `/proc`: `VmRSS` now, `VmHWM` at most.
    pub fn memory(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        let kib = line.trim_matches(|c: char| !c.is_ascii_digit());
        kib.parse::<u64>().unwrap() * 1024
    }

    /// Begins anew with the most that it has: what came before does not count.
    pub fn forget_peak(&self) {
        // Source: proc(5), clear_refs.
        fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5").unwrap();
    }

    fn end(&mut self) -> Said {
        let code = self.child.wait().unwrap().code();
        let text = |reader: &mut Option<JoinHandle<Vec<u8>>>| {
            String::from_utf8(reader.take().unwrap().join().unwrap()).unwrap()
        };
        Said { code, stdout: text(&mut self.stdout), stderr: text(&mut self.stderr) }
    }
}

impl Drop for ServerProcess {
    /// A failed test leaves no server behind. One that has ended cannot be killed again.
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn collect(mut from: impl Read + Send + 'static, mut into: Vec<u8>) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        from.read_to_end(&mut into).unwrap();
        into
    })
}

/// `meldpunt`, about to be run in Dutch with these settings.
pub fn meldpunt(arguments: &[&str], config: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_meldpunt"));
    command.args(["--language", "nl"]).args(arguments).arg("--config").arg(config);
    command
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Said {
    said(command.stdin(Stdio::null()).output().unwrap())
}

/// Runs `meldteam` to its end with this passphrase, followed by `input`, on its standard input.
pub fn meldteam(folder: &Path, arguments: &[&str], (passphrase, input): (&str, &str)) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_meldteam"));
    command.args(["--language", "nl", "--passphrase-stdin", "--folder"]).arg(folder);
    command.args(arguments).env("RUST_LOG", "trace");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(format!("{passphrase}\n{input}").as_bytes()).unwrap();
    said(child.wait_with_output().unwrap())
}

fn said(output: Output) -> Said {
    Said {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Every file in a folder and in those beneath it.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files_in(&path) } else { vec![path] }).collect()
}
