//! Two places where everything that passes is kept: a reporter who keeps every answer as it came,
//! and a relay between an officer's tool and the server.

use crate::server::{BOUNDARY, multipart};
use std::{
    cell::RefCell,
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread::{self, JoinHandle},
    time::Duration,
};
use tokio::{net::TcpSocket, runtime::Runtime};

/// The address that the reporter comes from: loopback, but not the server's own.
pub const REPORTER: &str = "127.0.0.77";

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a reporter's browser and proxies say about them; none of it is to be kept.
pub const SAID_ALONG: [(&str, &str); 6] = [
    ("user-agent", "Zeearend/77.0 (Bosuil 12)"),
    ("x-forwarded-for", "203.0.113.77"),
    ("forwarded", "for=203.0.113.78"),
    ("referer", "http://intranet.example/rooster-nachtdienst"),
    ("cookie", "volgkoekje=sneeuwgors"),
    ("accept-language", "nl-x-ijsvogel"),
];

/// What an answer may show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shows {
    /// Nothing of any case.
    Nothing,
    /// A blank form: a fresh code.
    Blank,
    /// What was typed, once more: a fault is to be mended.
    Echo,
    /// The receipt: the code.
    Receipt,
    /// The thread: what officers wrote, and the code in its hidden fields.
    Thread,
}

/// A request and its answer.
pub struct Exchange {
    /// `GET /melden`
    pub request: String,
    pub shows: Shows,
    /// The port that the request came from.
    pub port: u16,
    pub status: u16,
    pub head: String,
    pub body: String,
}

/// A reporter who keeps every answer.
pub struct TappedReporter {
    server: SocketAddr,
    runtime: Runtime,
    pub kept: RefCell<Vec<Exchange>>,
}

impl TappedReporter {
    pub fn at(base: &str) -> Self {
        let server = base.strip_prefix("http://").unwrap().parse().unwrap();
        Self { server, runtime: Runtime::new().unwrap(), kept: RefCell::default() }
    }

    /// Gets a page; gives its body.
    pub fn get(&self, path: &str, shows: Shows) -> String {
        self.exchange((&format!("GET {path}"), ""), &[], shows)
    }

    /// Sends a form; gives the answer's body.
    pub fn post(&self, path: &str, fields: &[(&str, &str)], shows: Shows) -> String {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
        self.exchange((&format!("POST {path}"), ""), &multipart(&fields), shows)
    }

    /// Sends a body that says it is a form, with one more header line or none; gives the answer's
    /// body.
    pub fn exchange(&self, (request, line): (&str, &str), body: &[u8], shows: Shows) -> String {
        let mut bytes = format!("{request} HTTP/1.1\r\nhost: {}\r\n", self.server);
        bytes.push_str(line);
        for (name, value) in SAID_ALONG {
            bytes.push_str(&format!("{name}: {value}\r\n"));
        }
        bytes.push_str(&format!("content-type: multipart/form-data; boundary={BOUNDARY}\r\n"));
        bytes.push_str(&format!("content-length: {}\r\nconnection: close\r\n\r\n", body.len()));
        let (port, answer) = self.send(&[bytes.as_bytes(), body].concat());
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let (head, body) = (head.to_owned(), body.to_owned());
        let request = request.to_owned();
        let exchange = Exchange { request, shows, port, status, head, body: body.clone() };
        self.kept.borrow_mut().push(exchange);
        body
    }

    fn send(&self, request: &[u8]) -> (u16, Vec<u8>) {
        let connect = async {
            let socket = TcpSocket::new_v4().unwrap();
            socket.bind(SocketAddr::new(REPORTER.parse().unwrap(), 0)).unwrap();
            socket.connect(self.server).await.unwrap().into_std().unwrap()
        };
        let stream = self.runtime.block_on(connect);
        stream.set_nonblocking(false).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let port = stream.local_addr().unwrap().port();
        let mut answer = Vec::new();
        thread::scope(|scope| {
            // A server that has seen enough answers and hangs up; what it answered counts.
            scope.spawn(|| drop((&stream).write_all(request)));
            drop((&stream).read_to_end(&mut answer));
        });
        (port, answer)
    }
}

/// Stands between officers' tools and the server, and keeps what passes.
pub struct Relay {
    pub address: SocketAddr,
    server: Arc<Mutex<Option<SocketAddr>>>,
    passing: Arc<Mutex<Vec<JoinHandle<Vec<u8>>>>>,
}

impl Relay {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let relay = Self { address, server: Arc::default(), passing: Arc::default() };
        let (server, passing) = (relay.server.clone(), relay.passing.clone());
        thread::spawn(move || {
            for tool in listener.incoming() {
                let (tool, mut passing) = (tool.unwrap(), passing.lock().unwrap());
                let server = server.lock().unwrap().expect("the server is known by now");
                // A server that is away is away for the tool, too.
                let Ok(server) = TcpStream::connect(server) else { continue };
                passing.push(pass(tool.try_clone().unwrap(), server.try_clone().unwrap()));
                passing.push(pass(server, tool));
            }
        });
        relay
    }

    /// Says where the server is.
    pub fn lead_to(&self, base: &str) {
        let address = base.strip_prefix("http://").unwrap().parse().unwrap();
        *self.server.lock().unwrap() = Some(address);
    }

    /// What passed, per connection and direction, once all of them have ended.
    pub fn heard(&self) -> Vec<Vec<u8>> {
        let passing = std::mem::take(&mut *self.passing.lock().unwrap());
        passing.into_iter().map(|thread| thread.join().unwrap()).collect()
    }
}

/// Passes on what comes, until it ends; an end of one side ends the other.
fn pass(mut from: TcpStream, mut to: TcpStream) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut heard = Vec::new();
        let mut buffer = [0; 16 * 1024];
        while let Ok(count @ 1..) = from.read(&mut buffer) {
            heard.extend(&buffer[..count]);
            if to.write_all(&buffer[..count]).is_err() {
                break;
            }
        }
        // The other side may have gone already.
        drop(to.shutdown(Shutdown::Write));
        heard
    })
}
