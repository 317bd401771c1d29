//! Documents of a case, as the built program makes them: shown first, taken out on purpose, logged.

use crate::{
    desk::{Officer, dutch, report, server_of},
    desk_pages::Visitor,
    server::TestServer,
};
use std::fs;

/// A case with a client whose real name stands in a fact.
fn case_with_a_name() -> (TestServer, Officer, Visitor, String, String) {
    let anna = Officer::enrolled("Anna de Vries");
    let server = server_of(&[&anna]);
    let (_, number) = report(&server, &[("story", "Zij riep."), ("kinds", "psych")]);
    let desk = Visitor::enter(&anna);
    let path = desk.case();
    let persons = format!("{path}/persons");
    desk.send(&persons, "open-keys", &[]);
    desk.send(&persons, "person", &[("role", "client"), ("name", "Greetje Zandstra")]);
    let facts = format!("{path}/facts");
    let fact = [("when", "gisteren"), ("words", "Greetje riep."), ("source", "observed")];
    desk.send(&facts, "fact", &fact);
    desk.send(&facts, "fact", &[("anyway", "1"), fact[0], fact[1], fact[2]]);
    (server, anna, desk, path, number)
}

#[test]
fn a_document_is_read_first_and_leaves_once_names_were_decided_on() {
    let (_server, _anna, desk, path, number) = case_with_a_name();
    let t = dutch();
    let list = desk.get(&format!("{path}/documents"));
    let personnel = list.text("section[aria-labelledby=personnel_file]");
    assert!(personnel.contains(&t.desk_document_too_early()));
    let one = format!("{path}/documents/facts");
    let page = desk.get(&one);
    assert_eq!(page.text("mark"), "Greetje");
    assert!(page.text("#warning").contains(&t.desk_document_warning()));

    let save = format!("{one}/save");
    let sent = |fields: &[(&str, &str)]| desk.filled(&one, "save", fields);
    let refused = |fields: &[(&str, &str)], why: String| {
        let answer = desk.post_all(&save, &sent(fields));
        assert_eq!((answer.status, answer.headers["location"].as_str()), (303, one.as_str()));
        assert!(desk.get(&one).text("main").contains(&why), "{why}");
    };
    refused(&[("format", "txt")], t.desk_document_chosen_fault());
    refused(&[("format", "txt"), ("chosen", "yes")], t.desk_document_names_fault());
    let made = format!("{}: {}", "Document gemaakt", t.desk_document_facts());
    let lines = || desk.get(&format!("{path}/log")).text("main").matches(&made).count();
    assert_eq!(lines(), 0, "what was refused leaves no line");

    let fields = sent(&[("format", "txt"), ("chosen", "yes"), ("names", "replace")]);
    for _ in ["once", "twice"] {
        let file = desk.post_all(&save, &fields);
        assert_eq!(file.status, 200);
        assert!(file.headers["content-disposition"].contains(&format!("{number}-facts.txt")));
        assert_eq!(file.headers["content-security-policy"], "default-src 'none'; sandbox");
        assert!(file.body.contains("Cliënt A riep.") && !file.body.contains("Greetje"));
        assert!(file.body.contains(&number) && file.body.contains("vertrouwelijk"));
    }
    assert_eq!(lines(), 1, "a double click is one line");
    let left = sent(&[("format", "txt"), ("chosen", "yes"), ("names", "leave")]);
    assert!(desk.post_all(&save, &left).body.contains("Greetje riep."));
    assert_eq!(lines(), 2);
}

#[test]
fn the_command_makes_the_same_documents_and_never_over_a_file_that_is_there() {
    let (_server, anna, desk, path, number) = case_with_a_name();
    desk.sync();
    drop(desk);
    let t = dutch();
    anna.done(&["sync"]);
    let folder = tempfile::tempdir().unwrap();
    let to = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    anna.stops(&["document", &number, "zomaar", "--to", &to("a.pdf")], &t.desk_error_document());
    let ending = t.desk_error_document_ending();
    anna.stops(&["document", &number, "facts", "--to", &to("a.odt")], &ending);
    let named = t.desk_error_document_names("Cliënt A").replace(['\u{2068}', '\u{2069}'], "");
    anna.stops(&["document", &number, "facts", "--to", &to("a.pdf")], &named);
    for (name, begin) in [("a.pdf", "%PDF-"), ("a.docx", "PK"), ("a.txt", "Feitelijk verslag")] {
        let to = to(name);
        let arguments = ["document", &number, "facts", "--to", &to, "--names", "replace"];
        anna.done(&arguments);
        assert!(fs::read(&to).unwrap().starts_with(begin.as_bytes()), "{name}");
        assert_eq!(anna.run(&arguments).code, Some(1), "{name} is there already");
    }
    let desk = Visitor::enter(&anna);
    let log = desk.get(&format!("{path}/log")).text("main");
    assert!(log.contains(&t.desk_document_facts()));
}
