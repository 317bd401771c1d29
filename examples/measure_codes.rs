//! Measures whether the time of an answer tells codes apart, against the built server:
//! `cargo run --release --example measure_codes -- target/release/meldpunt 1000`.
//!
//! It starts the server in a folder of its own, makes some reports, and then sends codes of each class in
//! turn, in a new order each round. For each pair of classes it prints a rank test (Mann-Whitney), and
//! the smallest difference that the same test would have found in these very numbers: they are shifted
//! until it does. What it measured on which machine stands in `docs/timing.md`.

use ed25519_dalek::SigningKey;
use std::{
    error::Error,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::Instant,
};
use veilig_melden::core::{Random, ReceiptCode, officers::signer_text};

type Done<T> = Result<T, Box<dyn Error>>;

/// A public age key; nobody has its private half.
const RECIPIENT: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

/// Reports that are there, so that the store is not empty.
const REPORTS: usize = 40;

/// The normal distribution's bounds: 1 % in both tails together, and a power of 90 %.
const Z_FOUND: f64 = 2.576;
const Z_POWER: f64 = 1.282;

/// What kind of code is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Of a case that is there.
    Right,
    /// Well formed, and of no case: another one each time.
    Unknown,
    /// Well formed, of no case, and the same each time: it was tried before.
    UnknownAgain,
    /// With a typing mistake: its check symbol does not fit.
    Mistyped,
}

impl Class {
    const ALL: [Self; 4] = [Self::Right, Self::Unknown, Self::UnknownAgain, Self::Mistyped];

    fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Unknown => "unknown",
            Self::UnknownAgain => "unknown, again",
            Self::Mistyped => "mistyped",
        }
    }
}

/// A server in a folder of its own, that goes with it.
struct Server {
    child: Child,
    address: String,
    _folder: tempfile::TempDir,
}

impl Server {
    fn start(program: &Path) -> Done<Self> {
        let folder = tempfile::tempdir()?;
        let settings = folder.path().join("meldpunt.toml");
        fs::create_dir(folder.path().join("keys"))?;
        fs::write(&settings, "[organisation]\nname = \"M\"\n[server]\nlisten = \"127.0.0.1:0\"\n")?;
        let signer = signer_text(&SigningKey::from_bytes(&[1; 32]).verifying_key());
        let key = format!(
            "name = \"Anna\"\nrole = \"Lid\"\nphone = \"1\"\nemail = \"a@b.example\"\noutside_line = true\n\
             external = false\nrecipient = \"{RECIPIENT}\"\nsigner = \"{signer}\"\n"
        );
        fs::write(folder.path().join("keys/anna.toml"), key)?;
        let mut command = Command::new(program);
        command.args(["--language", "en", "serve", "--config"]).arg(&settings);
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
        for line in lines {
            let line = line?;
            if let Some((_, rest)) = line.split_once("http://") {
                let address = rest.split('/').next().unwrap_or_default().to_owned();
                return Ok(Self { child, address, _folder: folder });
            }
        }
        Err("the server did not start".into())
    }

    /// One request over a connection of its own; gives the answer, and the seconds until all of it
    /// was there.
    fn ask(&self, request: &[u8]) -> Done<(String, f64)> {
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_nodelay(true)?;
        let mut answer = Vec::new();
        let began = Instant::now();
        stream.write_all(request)?;
        stream.read_to_end(&mut answer)?;
        Ok((String::from_utf8_lossy(&answer).into_owned(), began.elapsed().as_secs_f64()))
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Done<(String, f64)> {
        let part = |(name, value): &(&str, &str)| {
            format!("--limit\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let body: String = fields.iter().map(part).chain(["--limit--\r\n".to_owned()]).collect();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\nconnection: close\r\n\
             content-type: multipart/form-data; boundary=limit\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        self.ask(format!("{head}{body}").as_bytes())
    }

    /// Makes a report, and gives its code.
    fn report(&self) -> Done<String> {
        let (form, _) =
            self.ask(b"GET /melden HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
        let hidden = |name: &str| {
            let (_, rest) = form.split_once(&format!("name=\"{name}\" value=\""))?;
            Some(rest.split_once('"')?.0.to_owned())
        };
        let (code, ticket) = hidden("code").zip(hidden("ticket")).ok_or("no form")?;
        let fields = [("code", code.as_str()), ("ticket", &ticket), ("story", "Zij riep weer.")];
        let (receipt, _) = self.post("/melden", &fields)?;
        receipt.contains(&code).then_some(code).ok_or_else(|| "no receipt".into())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The rank test's z: how far from chance it is that one class is slower, in standard deviations.
fn rank_test(one: &[f64], other: &[f64]) -> f64 {
    let all = one.iter().map(|value| (value, true)).chain(other.iter().map(|value| (value, false)));
    let mut all: Vec<_> = all.collect();
    all.sort_by(|one, other| one.0.total_cmp(other.0));
    let ranks = all.iter().zip(1_u32..).filter(|((_, is_one), _)| *is_one);
    let sum: f64 = ranks.map(|(_, rank)| f64::from(rank)).sum();
    let (n, m) = (one.len() as f64, other.len() as f64);
    let mean = n * (n + m + 1.0) / 2.0;
    (sum - mean) / (n * m * (n + m + 1.0) / 12.0).sqrt()
}

/// The smallest difference in seconds that the test would have found: `one` is laid over itself in
/// two halves, and one of them shifted until the test finds it with the power asked for.
fn smallest_found(one: &[f64], other: &[f64]) -> f64 {
    let level = median(other) - median(one);
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let shift = (low + high) / 2.0;
        let shifted: Vec<_> = one.iter().map(|value| value + level + shift).collect();
        if rank_test(&shifted, other) > Z_FOUND + Z_POWER { high = shift } else { low = shift }
    }
    high
}

fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// A code whose last symbol is another one.
fn mistyped(code: &str) -> String {
    let last = if code.ends_with('0') { '1' } else { '0' };
    let mut typed = code.to_owned();
    typed.pop();
    typed.push(last);
    typed
}

fn main() -> Done<()> {
    let mut arguments = std::env::args().skip(1);
    let program = arguments.next().ok_or("which program? target/release/meldpunt")?;
    let rounds: usize = arguments.next().map_or(Ok(1000), |rounds| rounds.parse())?;
    let server = Server::start(Path::new(&program))?;
    let codes = (0..REPORTS).map(|_| server.report()).collect::<Done<Vec<_>>>()?;
    let random = Random::from_system();
    let fresh = || ReceiptCode::random(&random).grouped().expose().to_owned();
    let again = fresh();
    let mut times: [Vec<f64>; 4] = Default::default();
    for round in 0..rounds {
        // Each order equally often over the rounds: who comes after whom plays no part.
        let mut order = Class::ALL;
        order.rotate_left(round % 4);
        if round / 4 % 2 == 1 {
            order.reverse();
        }
        for class in order {
            let code = match class {
                Class::Right => codes[round % codes.len()].clone(),
                Class::Unknown => fresh(),
                Class::UnknownAgain => again.clone(),
                Class::Mistyped => mistyped(&codes[round % codes.len()]),
            };
            let (_, seconds) = server.post("/code", &[("code", &code)])?;
            let place = Class::ALL.iter().position(|one| *one == class).unwrap_or_default();
            times[place].push(seconds);
        }
    }
    let micros = |seconds: f64| seconds * 1e6;
    for (class, times) in Class::ALL.iter().zip(&times) {
        println!("{:15} median {:8.0} µs", class.name(), micros(median(times)));
    }
    for one in 0..Class::ALL.len() {
        for other in one + 1..Class::ALL.len() {
            println!(
                "{:15} and {:15} {:7.0} µs apart, z = {:6.2}; would have found {:5.0} µs",
                Class::ALL[one].name(),
                Class::ALL[other].name(),
                micros(median(&times[other]) - median(&times[one])),
                rank_test(&times[one], &times[other]),
                micros(smallest_found(&times[one], &times[other])),
            );
        }
    }
    Ok(())
}
