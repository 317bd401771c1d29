//! Where the built server listens: TLS of its own, a Unix socket, and what it says when it cannot.

use crate::{
    process::{ServerProcess, meldpunt, run},
    server::{TestOfficer, TestServer, fixed_clock, make_organisation, multipart},
};
use std::{
    fs::{self, Permissions},
    io::{Read, Write},
    net::TcpStream,
    os::unix::{
        fs::{FileTypeExt, MetadataExt, PermissionsExt},
        net::{UnixListener, UnixStream},
    },
    path::Path,
    process::Command,
    sync::Arc,
};
use tempfile::TempDir;
use tokio_rustls::rustls::{
    ClientConfig, ClientConnection, NamedGroup, ProtocolVersion, RootCertStore, Stream,
    SupportedProtocolVersion,
    crypto::{CryptoProvider, SupportedKxGroup, aws_lc_rs},
    pki_types::{CertificateDer, ServerName, pem::PemObject},
    version::{TLS12, TLS13},
};
use veilig_melden::Language;

/// A sentence as the program prints it: without marks of direction.
fn plain(sentence: &str) -> String {
    sentence.replace(['\u{2068}', '\u{2069}'], "")
}

const NAME: &str = "meld.voorbeeldzorg.example";
const ONION: &str = "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion";

/// An organisation whose settings have this in place of their listener.
fn organisation(listening: &str) -> (TempDir, Vec<TestOfficer>) {
    let folder = tempfile::tempdir().unwrap();
    let names = ["Anna de Vries", "Bram Jansen"];
    let officers = make_organisation(folder.path(), &names, "127.0.0.1:0".parse().unwrap());
    let file = folder.path().join("meldpunt.toml");
    let settings = fs::read_to_string(&file).unwrap();
    fs::write(&file, settings.replace("listen = \"127.0.0.1:0\"\n", listening)).unwrap();
    (folder, officers)
}

const TLS: &str =
    "listen = \"127.0.0.1:0\"\n[tls]\ncertificate = \"chain.pem\"\nkey = \"key.pem\"\n";

/// Puts a new certificate of this name into the folder.
fn certify(folder: &Path, name: &str) {
    let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
    // The key first: the server looks at any moment, and takes both or neither.
    fs::write(folder.join("key.new"), made.signing_key.serialize_pem()).unwrap();
    fs::write(folder.join("chain.new"), made.cert.pem()).unwrap();
    fs::set_permissions(folder.join("key.new"), Permissions::from_mode(0o600)).unwrap();
    fs::rename(folder.join("key.new"), folder.join("key.pem")).unwrap();
    fs::rename(folder.join("chain.new"), folder.join("chain.pem")).unwrap();
}

/// What a handshake agreed on, and what was answered to a request after it.
struct Talk {
    group: Option<NamedGroup>,
    version: Option<ProtocolVersion>,
    answer: String,
}

/// How a client shakes hands.
struct Hands {
    groups: Vec<&'static dyn SupportedKxGroup>,
    version: &'static SupportedProtocolVersion,
    protocols: &'static [&'static [u8]],
}

impl Hands {
    fn of_today() -> Self {
        let groups = vec![aws_lc_rs::kx_group::X25519MLKEM768, aws_lc_rs::kx_group::X25519];
        Self { groups, version: &TLS13, protocols: &[b"h2", b"http/1.1"] }
    }

    /// Asks for a page, trusting the certificate in this folder and no other.
    fn get(&self, server: &ServerProcess, folder: &Path, name: &'static str) -> Option<Talk> {
        let mut roots = RootCertStore::empty();
        let certificate = CertificateDer::from_pem_file(folder.join("chain.pem")).unwrap();
        roots.add(certificate).unwrap();
        let provider =
            CryptoProvider { kx_groups: self.groups.clone(), ..aws_lc_rs::default_provider() };
        let mut config = ClientConfig::builder_with_provider(provider.into())
            .with_protocol_versions(&[self.version])
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.alpn_protocols = self.protocols.iter().map(|name| name.to_vec()).collect();
        let name = ServerName::try_from(name).unwrap();
        let mut tls = ClientConnection::new(Arc::new(config), name).unwrap();
        let mut tcp = TcpStream::connect(server.base.strip_prefix("https://").unwrap()).unwrap();
        let mut stream = Stream::new(&mut tls, &mut tcp);
        let request = format!("GET /melden HTTP/1.1\r\nhost: {NAME}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        assert_ne!(tls.alpn_protocol(), Some(&b"h2"[..]), "HTTP/2 is off (decision 0020)");
        Some(Talk {
            group: tls.negotiated_key_exchange_group().map(|group| group.name()),
            version: tls.protocol_version(),
            answer: String::from_utf8(answer).unwrap(),
        })
    }
}

#[test]
fn tls_agrees_on_a_hybrid_key_and_takes_old_phones_too() {
    let (folder, _) = organisation(TLS);
    certify(folder.path(), NAME);
    let server = ServerProcess::start(&folder.path().join("meldpunt.toml"));
    let today = Hands::of_today();
    let talk = today.get(&server, folder.path(), NAME).unwrap();
    assert_eq!(talk.group, Some(NamedGroup::X25519MLKEM768));
    assert_eq!(talk.version, Some(ProtocolVersion::TLSv1_3));
    assert!(talk.answer.starts_with("HTTP/1.1 200"));
    assert!(talk.answer.contains("strict-transport-security: max-age=63072000\r\n"));

    let groups = vec![aws_lc_rs::kx_group::X25519];
    let classic = Hands { groups: groups.clone(), ..Hands::of_today() };
    let talk = classic.get(&server, folder.path(), NAME).unwrap();
    assert_eq!(talk.group, Some(NamedGroup::X25519));
    let old = Hands { groups, version: &TLS12, ..Hands::of_today() };
    let talk = old.get(&server, folder.path(), NAME).unwrap();
    assert_eq!(talk.version, Some(ProtocolVersion::TLSv1_2));
    assert!(talk.answer.starts_with("HTTP/1.1 200"));
}

#[test]
fn who_speaks_no_tls_or_too_old_a_one_is_let_go_and_others_are_served() {
    let (folder, _) = organisation(TLS);
    certify(folder.path(), NAME);
    let server = ServerProcess::start(&folder.path().join("meldpunt.toml"));
    let address = server.base.strip_prefix("https://").unwrap();
    // A plain request; the greeting of TLS 1.0; nonsense.
    let old = b"\x16\x03\x01\x00\x2d\x01\x00\x00\x29\x03\x01";
    for greeting in [&b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"[..], old, &[0; 300]] {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(greeting).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = Vec::new();
        drop(stream.read_to_end(&mut answer));
        assert!(!answer.windows(4).any(|part| part == b"HTTP"));
    }
    assert!(Hands::of_today().get(&server, folder.path(), NAME).is_some());
}

#[test]
fn a_renewed_certificate_is_taken_without_a_restart_and_a_bad_one_is_not() {
    let (folder, _) = organisation(TLS);
    certify(folder.path(), NAME);
    // Its log goes into a file, so that a line can be waited for.
    let log = folder.path().join("log");
    let mut command = Command::new("sh");
    command.args(["-c", "log=$1; shift; exec \"$@\" 2>\"$log\"", "sh"]).arg(&log);
    command.arg(env!("CARGO_BIN_EXE_meldpunt")).args(["--language", "nl", "serve", "--config"]);
    command.arg(folder.path().join("meldpunt.toml"));
    let mut server = ServerProcess::run(command);
    let today = Hands::of_today();
    let until = |name: &'static str| {
        let until = std::time::Instant::now() + std::time::Duration::from_secs(60);
        while today.get(&server, folder.path(), name).is_none() {
            assert!(std::time::Instant::now() < until, "the new certificate is taken");
        }
    };
    // On its own, because the files changed.
    certify(folder.path(), "nieuw.voorbeeldzorg.example");
    until("nieuw.voorbeeldzorg.example");
    // When told to.
    certify(folder.path(), "verteld.voorbeeldzorg.example");
    server.signal("HUP");
    until("verteld.voorbeeldzorg.example");

    // A key that does not belong to it: the one before stays.
    let other = rcgen::generate_simple_self_signed([NAME.to_owned()]).unwrap();
    let refusals = || {
        let log = fs::read_to_string(&log).unwrap();
        log.matches("key.pem does not belong to the certificate").count()
    };
    let before = refusals();
    fs::write(folder.path().join("key.pem"), other.signing_key.serialize_pem()).unwrap();
    while refusals() == before {
        // Handshakes pass the time: the one before is still good for each.
        until("verteld.voorbeeldzorg.example");
    }
    assert_eq!(server.terminate().code, Some(0));
    let log = fs::read_to_string(&log).unwrap();
    assert!(log.contains("the certificate was read again"), "{log}");
    assert!(log.contains("the new certificate is not used"), "{log}");
}

/// What a request over the socket is answered with.
fn over_socket(path: &Path, request: &[u8]) -> String {
    let mut stream = UnixStream::connect(path).unwrap();
    stream.write_all(request).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn get_over_socket(path: &Path, host: &str) -> String {
    let request = format!("GET /melden HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
    over_socket(path, request.as_bytes())
}

#[test]
fn a_report_goes_over_a_unix_socket() {
    let settings =
        format!("socket = \"m.sock\"\nsocket_mode = \"600\"\nonion_address = \"http://{ONION}\"\n");
    let (folder, officers) = organisation(&settings);
    let socket = folder.path().join("m.sock");
    // A server that was killed left its socket behind.
    drop(UnixListener::bind(&socket).unwrap());
    let mut server = ServerProcess::start(&folder.path().join("meldpunt.toml"));
    let found = fs::metadata(&socket).unwrap();
    assert!(found.file_type().is_socket());
    assert_eq!(found.mode() & 0o777, 0o600);

    let page = get_over_socket(&socket, ONION);
    assert!(page.starts_with("HTTP/1.1 200"));
    assert!(!page.contains("onion-location") && !page.contains("strict-transport"));
    let [code, ticket] = ["code", "ticket"].map(|name| crate::server::hidden(&page, name));
    let fields = [("code", &*code), ("ticket", &*ticket), ("story", "Over de socket.")];
    let body = multipart(&fields.map(|(name, value)| (name, value.as_bytes())));
    let head = format!(
        "POST /melden HTTP/1.1\r\nhost: {ONION}\r\norigin: http://{ONION}\r\nconnection: close\r\n\
         content-type: multipart/form-data; boundary={}\r\ncontent-length: {}\r\n\r\n",
        crate::server::BOUNDARY,
        body.len()
    );
    let receipt = over_socket(&socket, &[head.as_bytes(), &body].concat());
    assert!(receipt.starts_with("HTTP/1.1 200"), "{receipt}");

    // By another way than Tor the onion service is offered, page for page.
    let offered = format!("onion-location: http://{ONION}/melden\r\n");
    assert!(get_over_socket(&socket, NAME).contains(&offered));
    let posted = over_socket(&socket, format!("POST /melden HTTP/1.1\r\nhost: {NAME}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n").as_bytes());
    assert!(!posted.contains("onion-location"));

    // A second server does not take its place.
    let second = run(&mut meldpunt(&["serve"], &folder.path().join("meldpunt.toml")));
    assert_eq!(second.code, Some(1));
    assert_eq!(server.terminate().code, Some(0));
    assert!(!socket.exists(), "the socket goes with the server");
    // The settings are for a socket alone; the reports are there for a server at an address.
    let file = folder.path().join("meldpunt.toml");
    let at_address = fs::read_to_string(&file)
        .unwrap()
        .replace("socket =", "listen = \"127.0.0.1:0\"\nsocket =");
    fs::write(&file, at_address).unwrap();
    let server = TestServer::over(folder, officers, fixed_clock());
    assert_eq!(server.desk(0).reports().len(), 1);
}

#[test]
fn an_ordinary_file_in_the_place_of_the_socket_stays() {
    let (folder, _) = organisation("socket = \"m.sock\"\n");
    let socket = folder.path().join("m.sock");
    fs::write(&socket, "van een ander").unwrap();
    let t = Language::Nl.load();
    for command in ["serve", "check"] {
        let said = run(&mut meldpunt(&[command], &folder.path().join("meldpunt.toml")));
        assert_eq!(said.code, Some(1));
        let sentence = plain(&t.op_socket_other_file(socket.to_string_lossy()));
        assert!(said.stderr.contains(&sentence), "{}", said.stderr);
    }
    assert_eq!(fs::read_to_string(&socket).unwrap(), "van een ander");
}

#[test]
fn check_says_what_is_wrong_with_a_certificate_and_a_socket() {
    let t = Language::Nl.load();
    let (folder, _) = organisation(
        &TLS.replace("[tls]", "public_address = \"https://meld.voorbeeldzorg.example\"\n[tls]"),
    );
    let file = folder.path().join("meldpunt.toml");
    let [chain, key] = ["chain.pem", "key.pem"].map(|name| folder.path().join(name));
    let [shown_chain, shown_key] = [&chain, &key].map(|path| path.to_string_lossy().into_owned());
    let check = || run(&mut meldpunt(&["check"], &file));
    let fails_with = |sentence: String| {
        let sentence = plain(&sentence);
        for command in ["check", "serve"] {
            let said = run(&mut meldpunt(&[command], &file));
            assert_eq!(said.code, Some(1), "{command}: {sentence}");
            assert!(said.stderr.contains(&sentence), "{sentence}: {}", said.stderr);
        }
    };
    fails_with(t.op_tls_certificate(&shown_chain, t.op_why_missing()));
    certify(folder.path(), NAME);
    let said = check();
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    assert!(said.stdout.contains(&plain(&t.op_tls_good())));

    let good_key = fs::read_to_string(&key).unwrap();
    fs::remove_file(&key).unwrap();
    fails_with(t.op_tls_key(&shown_key, t.op_why_missing()));
    fs::write(&key, "geen sleutel").unwrap();
    fails_with(t.op_tls_no_key(&shown_key));
    fs::write(&key, good_key.replace("PRIVATE", "ENCRYPTED PRIVATE")).unwrap();
    fails_with(t.op_tls_locked_key(&shown_key));
    let other = rcgen::generate_simple_self_signed([NAME.to_owned()]).unwrap();
    fs::write(&key, other.signing_key.serialize_pem()).unwrap();
    fails_with(t.op_tls_other_key(&shown_key));
    fs::write(&key, &good_key).unwrap();
    fs::set_permissions(&key, Permissions::from_mode(0o644)).unwrap();
    assert!(check().stderr.contains(&plain(&t.op_tls_key_open(&shown_key))));
    let good_chain = fs::read(&chain).unwrap();
    fs::write(&chain, &good_key).unwrap();
    fails_with(t.op_tls_no_certificate(&shown_chain));
    fs::write(&chain, good_chain).unwrap();

    certify(folder.path(), "ander.example");
    assert!(check().stderr.contains(&plain(&t.op_tls_other_name(&shown_chain, NAME))));
    let ends_in = |days: i32| {
        let mut parameters = rcgen::CertificateParams::new([NAME.to_owned()]).unwrap();
        let day = std::time::Duration::from_secs(86_400);
        let today = rcgen::date_time_ymd(1970, 1, 1) + day * unix_days();
        parameters.not_after = match days {
            ..0 => today - day * days.unsigned_abs(),
            0.. => today + day * days.unsigned_abs(),
        };
        let pair = rcgen::KeyPair::generate().unwrap();
        fs::write(&chain, parameters.self_signed(&pair).unwrap().pem()).unwrap();
        fs::write(&key, pair.serialize_pem()).unwrap();
    };
    ends_in(-2);
    let said = check();
    assert_eq!(said.code, Some(1));
    assert!(said.stderr.contains(&plain(&t.op_tls_expired(&shown_chain))), "{}", said.stderr);
    ends_in(5);
    let said = check();
    assert_eq!(said.code, Some(0));
    assert!(
        [4, 5]
            .iter()
            .any(|days| said.stderr.contains(&plain(&t.op_tls_expires(*days, &shown_chain)))),
        "{}",
        said.stderr
    );
}

/// Today, in days since 1970, by the file system: certificates are checked with the real clock.
fn unix_days() -> u32 {
    let file = tempfile::NamedTempFile::new().unwrap();
    u32::try_from(file.as_file().metadata().unwrap().mtime() / 86_400).unwrap()
}
