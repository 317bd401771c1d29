//! The samples in `deploy/`, before the built server: nginx for real, Tor and Caddy as far as their
//! own checks go.

use crate::{
    process::{files_in, run},
    server::{Browser, TestServer, agent_trusting},
};
use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

fn sample(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("deploy").join(name);
    fs::read_to_string(path).unwrap()
}

/// Replaces, and holds that there was something to replace.
fn replaced(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replace(from, to)
}

/// nginx with our sample; ended when dropped.
struct Nginx {
    child: Child,
    folder: tempfile::TempDir,
    certificate: Vec<u8>,
    base: String,
}

impl Nginx {
    /// Before `server`. `passing` is how it passes requests on.
    fn start(server: &TestServer, passing: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        fs::write(at("fullchain.pem"), made.cert.pem()).unwrap();
        fs::write(at("key.pem"), made.signing_key.serialize_pem()).unwrap();
        fs::write(at("proxy.conf"), passing).unwrap();
        let [http, https] =
            [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap());
        let mut site = sample("nginx.conf");
        for (from, to) in [
            ("listen 80;", format!("listen {http};")),
            ("listen 443 ssl http2;", format!("listen {https} ssl http2;")),
            ("    listen [::]:80;\n", String::new()),
            ("    listen [::]:443 ssl http2;\n", String::new()),
            ("/etc/ssl/meldpunt/fullchain.pem", at("fullchain.pem")),
            ("/etc/ssl/meldpunt/key.pem", at("key.pem")),
            ("/etc/nginx/meldpunt-proxy.conf", at("proxy.conf")),
            ("http://127.0.0.1:8080", server.url("")),
        ] {
            site = replaced(&site, from, &to);
        }
        fs::write(at("site.conf"), site).unwrap();
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        let paths: String =
            temporary.iter().map(|kind| format!("{kind}_temp_path {};\n", at(kind))).collect();
        let main = format!(
            "daemon off; worker_processes 1; user root; pid {}; error_log {};\n\
             events {{}}\nhttp {{\n{paths}include {};\n}}\n",
            at("pid"),
            at("faults"),
            at("site.conf")
        );
        fs::write(at("nginx.conf"), main).unwrap();
        let nginx = |arguments: &[&str]| {
            let mut command = Command::new("/usr/sbin/nginx");
            command.args(arguments).args(["-c", &at("nginx.conf"), "-p", &at("")]);
            command.stdin(Stdio::null()).stdout(Stdio::null());
            command
        };
        let said = run(nginx(&["-t"]).stderr(Stdio::piped()));
        assert_eq!(said.code, Some(0), "{}", said.stderr);
        let child = nginx(&[]).stderr(Stdio::null()).spawn().unwrap();
        let certificate = made.cert.der().to_vec();
        let nginx = Self { child, folder, certificate, base: format!("https://{https}") };
        let until = std::time::Instant::now() + std::time::Duration::from_secs(30);
        while nginx.browser().try_get("/").is_err() {
            assert!(std::time::Instant::now() < until, "nginx comes up");
        }
        // Whatever it would write on the way to disk now has no place to go, and fails.
        for kind in temporary {
            fs::remove_dir_all(nginx.folder.path().join(kind)).unwrap();
        }
        nginx
    }

    fn browser(&self) -> Browser {
        Browser::with(self.base.clone(), agent_trusting(&self.certificate))
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // The master takes its workers along on SIGTERM.
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        drop(asked);
        drop(self.child.wait());
    }
}

#[test]
fn a_report_goes_through_nginx_and_nothing_of_it_stays_there() {
    let server = TestServer::start();
    let nginx = Nginx::start(&server, &sample("nginx-proxy.conf"));
    let story = "Merkwoord-xylofoon. ".repeat(900);
    let (code, receipt) = nginx.browser().report(&[("story", &story)]);
    assert_eq!(receipt.status, 200);
    assert_eq!(receipt.headers["strict-transport-security"], "max-age=63072000");
    assert_eq!(nginx.browser().thread(&code).status, 200);
    assert_eq!(server.desk(0).reports().len(), 1);
    for file in files_in(nginx.folder.path()) {
        let content = fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&content);
        for word in ["xylofoon", "/melden", "/code", code.as_str()] {
            assert!(file.ends_with("site.conf") || !text.contains(word), "{}", file.display());
        }
    }
    drop(nginx);

    // The same with what nginx does by default: the form does go by the disk, and the test sees it.
    let usual = replaced(&sample("nginx-proxy.conf"), "proxy_request_buffering off;", "");
    let nginx = Nginx::start(&server, &usual);
    assert_eq!(nginx.browser().report(&[("story", &story)]).1.status, 500);
}

#[test]
fn a_form_from_another_site_is_refused_behind_nginx_too() {
    let server = TestServer::start();
    let nginx = Nginx::start(&server, &sample("nginx-proxy.conf"));
    let agent = agent_trusting(&nginx.certificate);
    for (header, value) in [("origin", "https://elders.example"), ("sec-fetch-site", "cross-site")]
    {
        let posted = agent.post(format!("{}/melden", nginx.base)).header(header, value).send("x");
        assert_eq!(posted.unwrap().status(), 403, "{header}");
    }
}

#[test]
fn the_sample_for_tor_is_taken_by_tor() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let torrc = replaced(&sample("torrc"), "/var/lib/tor/meldpunt", &at("meldpunt"));
    let socket = replaced(&torrc, "#HiddenServicePort", "HiddenServicePort");
    for (name, text) in [("torrc", torrc), ("torrc-socket", socket)] {
        fs::write(at(name), text).unwrap();
        let mut tor = Command::new("tor");
        tor.args(["--verify-config", "-f", &at(name), "--DataDirectory", &at("data")]);
        let said = run(&mut tor);
        assert_eq!(said.code, Some(0), "{}{}", said.stdout, said.stderr);
    }
}

#[test]
fn the_sample_for_caddy_is_taken_by_caddy() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy/Caddyfile");
    let home = tempfile::tempdir().unwrap();
    let mut caddy = Command::new("caddy");
    caddy.args(["validate", "--adapter", "caddyfile", "--config"]).arg(file);
    let said = run(caddy.env("HOME", home.path()));
    assert_eq!(said.code, Some(0), "{}{}", said.stdout, said.stderr);
}
