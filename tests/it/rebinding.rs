//! A web page elsewhere that makes its own name point at this computer gets nothing from the desk.

use crate::desk::{Officer, Opened};
use std::{
    io::{Read, Write},
    net::TcpStream,
};

/// The head and the body of what is answered to these lines.
fn ask(desk: &Opened, lines: &str) -> String {
    let mut stream = TcpStream::connect(desk.base.strip_prefix("http://").unwrap()).unwrap();
    stream.write_all(format!("{lines}connection: close\r\n\r\n").as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn another_name_for_this_computer_opens_nothing() {
    let anna = Officer::enrolled("Anna de Vries");
    let desk = Opened::open(&anna);
    let port = desk.base.rsplit_once(':').unwrap().1.to_owned();
    let entered = desk.get(&desk.start, &[]);
    let cookie = entered.headers["set-cookie"].split(';').next().unwrap().to_owned();
    let ours = format!("cookie: {cookie}\r\n");
    let good = format!("host: 127.0.0.1:{port}\r\n");
    assert!(ask(&desk, &format!("GET / HTTP/1.1\r\n{good}{ours}")).starts_with("HTTP/1.1 200"));

    // Even with the cookie, which a browser would not send there.
    for host in [
        "elders.example".to_owned(),
        format!("elders.example:{port}"),
        format!("127.0.0.1.elders.example:{port}"),
        format!("127.0.0.1:{port}.elders.example"),
        format!("[::1]:{port}"),
        format!("0.0.0.0:{port}"),
        "127.0.0.1".to_owned(),
        "127.0.0.1:1".to_owned(),
        String::new(),
    ] {
        let answer = ask(&desk, &format!("GET / HTTP/1.1\r\nhost: {host}\r\n{ours}"));
        assert!(answer.starts_with("HTTP/1.1 421"), "{host}: {answer}");
    }
    // No name, and two of them.
    for hosts in [String::new(), format!("{good}host: elders.example\r\n")] {
        let answer = ask(&desk, &format!("GET / HTTP/1.1\r\n{hosts}{ours}"));
        assert!(answer.starts_with("HTTP/1.1 4"), "{hosts}: {answer}");
    }
    // The right name, and a form that another site posts.
    for origin in ["", "origin: null\r\n", "origin: https://elders.example\r\n"] {
        let answer = ask(&desk, &format!("POST /lock HTTP/1.1\r\n{good}{ours}{origin}"));
        assert!(answer.starts_with("HTTP/1.1 403"), "{origin}: {answer}");
    }
}

#[test]
fn every_answer_of_the_desk_forbids_what_the_public_pages_forbid() {
    let anna = Officer::enrolled("Anna de Vries");
    let desk = Opened::open(&anna);
    let answers = [
        desk.get("/", &[]),
        desk.get("/", &[("host", "elders.example")]),
        desk.get("/static/desk.css", &[]),
        desk.get(&desk.start, &[]),
    ];
    for answer in answers {
        for (name, value) in [
            ("cache-control", "no-store"),
            ("referrer-policy", "same-origin"),
            ("x-content-type-options", "nosniff"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.headers.get(name).map(String::as_str), Some(value), "{name}");
        }
        let policy = &answer.headers["content-security-policy"];
        for part in ["default-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for"] {
            assert!(policy.contains(part), "{part}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains("script-src"));
        assert!(answer.headers["permissions-policy"].contains("camera=()"));
        assert!(!answer.headers.contains_key("server"));
    }
}
