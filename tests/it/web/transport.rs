//! Requests that arrive broken, too large, or in the wrong shape.

use super::{
    Fields, assert_kept, assert_resend_is_one_report, assert_trouble, dutch, full_form, send, with,
    with_code,
};
use crate::{
    html::Html,
    server::{BOUNDARY, TestServer, multipart},
};
use std::{
    io::{ErrorKind, Read, Write},
    net::{Shutdown, TcpStream},
    time::Duration,
};
use veilig_melden::{Language, web::MAX_FORM_BYTES};

fn body_of(fields: &Fields) -> Vec<u8> {
    let parts: Vec<_> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    multipart(&parts)
}

fn head(server: &TestServer, length: &str) -> String {
    format!(
        "POST /melden HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\
         content-type: multipart/form-data; boundary={BOUNDARY}\r\n{length}\r\n\r\n",
        server.address
    )
}

/// Sends all of it before reading, as browsers do; gives status and body.
fn raw(server: &TestServer, request: &[u8]) -> (u16, String) {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.write_all(request).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8(answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

fn chunked(body: &[u8]) -> Vec<u8> {
    let mut chunks = Vec::new();
    for chunk in body.chunks(7_777) {
        chunks.extend(format!("{:x}\r\n", chunk.len()).bytes());
        chunks.extend(chunk);
        chunks.extend(b"\r\n");
    }
    chunks.extend(b"0\r\n\r\n");
    chunks
}

#[test]
fn a_form_that_is_too_large_comes_back_with_what_fits() {
    for ballast in [MAX_FORM_BYTES, 6 * MAX_FORM_BYTES] {
        let server = TestServer::start();
        let fields = full_form(&server);
        let sent = with(&with_code(&server, &fields), "ballast", &"x".repeat(ballast));
        let body = body_of(&sent);
        let declared =
            [head(&server, &format!("content-length: {}", body.len())).into_bytes(), body.clone()];
        let streamed = [head(&server, "transfer-encoding: chunked").into_bytes(), chunked(&body)];
        for request in [declared.concat(), streamed.concat()] {
            let (status, body) = raw(&server, &request);
            assert_eq!(status, 413);
            assert!(body.len() < 2 * MAX_FORM_BYTES);
        }
        let response = send(&server, "/melden", &sent);
        let page = Html::parse(&response.body);
        assert_trouble(&page, &dutch().error_form_large());
        assert_kept(&page, "/melden", &fields);
        assert_resend_is_one_report(&server, &page, &[]);
    }
}

#[test]
fn a_story_larger_than_any_form_comes_back_as_far_as_it_fits() {
    let server = TestServer::start();
    let story = "Zij riep weer. ".repeat(60_000);
    let response =
        send(&server, "/melden", &with_code(&server, &with(&full_form(&server), "story", &story)));
    assert_eq!(response.status, 413);
    let page = Html::parse(&response.body);
    let fields = page.form("/melden");
    let kept = &fields.iter().find(|(name, _)| name == "story").unwrap().1;
    assert!(story.starts_with(kept.as_str()) && kept.len() > MAX_FORM_BYTES - 10_000);
    assert_resend_is_one_report(&server, &page, &[("story", &story[..19_000])]);
}

#[test]
fn four_hundred_parts_are_too_many() {
    let server = TestServer::start();
    let fields = full_form(&server);
    let mut sent = with_code(&server, &fields);
    sent.extend((0..400).map(|number| (format!("part{number}"), String::new())));
    let response = send(&server, "/melden", &sent);
    assert_eq!(response.status, 413);
    let page = Html::parse(&response.body);
    assert_trouble(&page, &dutch().error_form_large());
    assert_kept(&page, "/melden", &fields);
    assert_resend_is_one_report(&server, &page, &[]);
}

#[test]
fn a_form_without_its_end_comes_back_as_far_as_it_came() {
    let server = TestServer::start();
    let fields = full_form(&server);
    let mut body = body_of(&with_code(&server, &fields));
    body.truncate(body.len() - BOUNDARY.len() - 6);
    let response = server.reporter().post_body("/melden", body).unwrap();
    assert_eq!(response.status, 400);
    let page = Html::parse(&response.body);
    assert_trouble(&page, &dutch().error_form_cut());
    assert_kept(&page, "/melden", &fields);
    assert_resend_is_one_report(&server, &page, &[]);
}

#[test]
fn a_form_cut_off_anywhere_is_no_report() {
    let server = TestServer::start();
    let body = body_of(&with_code(&server, &full_form(&server)));
    let reporter = server.reporter();
    // All but the last two bytes, the line end after the closing boundary, are needed.
    for length in (0..body.len() - 4).step_by(61).chain([body.len() - 5]) {
        let response = reporter.post_body("/melden", body[..length].to_vec()).unwrap();
        assert_eq!(response.status, 400, "{length}");
        let page = Html::parse(&response.body);
        assert_trouble(&page, &dutch().error_form_cut());
    }
    assert!(server.desk(0).reports().is_empty());
}

#[test]
fn a_connection_that_breaks_leaves_nothing() {
    let server = TestServer::start();
    let body = body_of(&with_code(&server, &full_form(&server)));
    let head = head(&server, &format!("content-length: {}", body.len()));
    for length in [0, 100, body.len() / 2, body.len() - 5] {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&body[..length]).unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
        // The server has noticed when it closes its side, with or without an answer.
        let read = stream.read_to_end(&mut Vec::new());
        assert!(read.is_ok() || read.is_err_and(|e| e.kind() == ErrorKind::ConnectionReset));
    }
    assert!(server.desk(0).reports().is_empty());
    assert_eq!(server.reporter().report(&[("story", "Het lukt nog.")]).1.status, 200);
}

#[test]
fn a_form_of_another_kind_gets_a_fresh_form_and_a_sentence() {
    let server = TestServer::start();
    for kind in ["application/x-www-form-urlencoded", "application/json", "multipart/form-data", ""]
    {
        let kind =
            if kind.is_empty() { String::new() } else { format!("content-type: {kind}\r\n") };
        let request = format!(
            "POST /melden HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{kind}\
             content-length: 7\r\n\r\nstory=x",
            server.address
        );
        let (status, body) = raw(&server, request.as_bytes());
        assert_eq!(status, 400);
        let page = Html::parse(&body);
        assert_trouble(&page, &dutch().error_form_cut());
        assert!(!page.form("/melden").is_empty(), "a fresh code");
    }
}

#[test]
fn a_header_without_end_is_refused_and_the_server_goes_on() {
    let server = TestServer::start();
    let mut stream = TcpStream::connect(server.address).unwrap();
    let request = format!("GET / HTTP/1.1\r\nhost: x\r\nx-long: {}", "a".repeat(600_000));
    // The server may close while we are still sending.
    let sent = stream.write_all(request.as_bytes());
    let mut answer = Vec::new();
    let read = stream.read_to_end(&mut answer);
    let refused = answer.starts_with(b"HTTP/1.1 431");
    assert!(refused || sent.is_err() || read.is_err());
    assert_eq!(server.reporter().get("/").status, 200);
}

#[test]
fn what_is_no_http_is_refused_and_the_server_goes_on() {
    let server = TestServer::start();
    for nonsense in [&b"\x16\x03\x01\x02\x00"[..], b"GET\r\n\r\n", b"\0\0\0\0\r\n\r\n"] {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(nonsense).unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
        drop(stream.read_to_end(&mut Vec::new()));
    }
    assert_eq!(server.reporter().get("/").status, 200);
}

#[test]
fn a_form_from_another_site_is_refused_with_our_page() {
    let server = TestServer::start();
    let body = body_of(&with_code(&server, &full_form(&server)));
    let elsewhere = [
        "sec-fetch-site: cross-site",
        "sec-fetch-site: same-site",
        "origin: https://elders.example",
        "origin: null",
        "sec-fetch-site: cross-site\r\norigin: https://elders.example",
    ];
    for (path, language) in [("/melden", Language::Nl), ("/en/melden", Language::En)] {
        for header in elsewhere {
            let length = format!("content-length: {}\r\n{header}", body.len());
            let head = head(&server, &length).replace("/melden", path);
            let (status, page) = raw(&server, &[head.as_bytes(), &body].concat());
            assert_eq!(status, 403, "{header}");
            let texts = language.load();
            let page = Html::parse(&page);
            assert_eq!(page.text("h1"), texts.problem_cross_heading());
            assert_eq!(page.text("main .lead"), texts.problem_cross());
        }
    }
    assert!(server.desk(0).reports().is_empty());
    let same = format!("content-length: {}\r\norigin: http://{}", body.len(), server.address);
    let request = [head(&server, &same).as_bytes(), &body].concat();
    assert_eq!(raw(&server, &request).0, 200);
}

#[test]
fn wrong_methods_and_unknown_paths_get_a_page_in_their_language() {
    let server = TestServer::start();
    let request = |method: &str, path: &str| {
        let head = format!("{method} {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        raw(&server, head.as_bytes())
    };
    for (base, language) in [("", Language::Nl), ("/en", Language::En)] {
        let texts = language.load();
        for (method, path) in
            [("GET", "/bericht"), ("DELETE", "/melden"), ("PUT", "/code"), ("PATCH", "/team")]
        {
            let (status, body) = request(method, &format!("{base}{path}"));
            assert_eq!(status, 405, "{method} {path}");
            assert_eq!(Html::parse(&body).text("h1"), texts.problem_method_heading());
        }
        for path in ["/onbekend", "/melden/", "/melden/x", "/%00", "/..%2f..%2fetc"] {
            let (status, body) = request("GET", &format!("{base}{path}"));
            assert_eq!(status, 404, "{path}");
            assert_eq!(Html::parse(&body).text("h1"), texts.problem_not_found_heading());
        }
    }
}
