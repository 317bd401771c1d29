//! Files with a report, with answers later and with a message: what is taken, what is refused by
//! name, and what is left where when something breaks.

use super::{Fields, assert_kept, dutch, full_form, send, with, with_code, without};
use crate::{
    html::{Html, text},
    server::{BOUNDARY, Response, TestServer, fixed_clock, hidden, make_organisation},
};
use std::{
    fs,
    io::{Read, Write},
    net::{Shutdown, TcpStream},
    thread,
};
use veilig_melden::core::{
    attachment::{self, Attachment, MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, Traces},
    files::Cleaner,
};

/// A file as a browser sends it: its name and its content.
pub type File<'a> = (&'a str, &'a [u8]);

/// A PDF of this many bytes, different for each letter.
pub fn pdf(letter: u8, bytes: usize) -> Vec<u8> {
    let mut content = b"%PDF-1.7\n".to_vec();
    content.resize(bytes.max(16), letter);
    content
}

/// The body of a form with files after its fields.
pub fn body(fields: &Fields, files: &[File]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |head: String, content: &[u8]| {
        body.extend(
            format!("--{BOUNDARY}\r\ncontent-disposition: form-data; {head}\r\n\r\n").bytes(),
        );
        body.extend(content);
        body.extend(b"\r\n");
    };
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value.as_bytes());
    }
    for (name, content) in files {
        let head = format!("name=\"files\"; filename=\"{name}\"\r\ncontent-type: x/y");
        part(head, content);
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

pub fn post(server: &TestServer, path: &str, fields: &Fields, files: &[File]) -> Response {
    server.reporter().post_body(path, body(fields, files)).unwrap()
}

/// How many sealed files lie in the store: named by a case, and waiting.
pub fn stored(server: &TestServer) -> (usize, usize) {
    let count = |folder: std::path::PathBuf| {
        let entries = fs::read_dir(folder).into_iter().flatten();
        entries.filter(|entry| entry.as_ref().unwrap().path().is_file()).count()
    };
    let folder = server.data().join("attachments");
    (count(folder.clone()), count(folder.join("waiting")))
}

/// What the officer reads in an attachment.
pub fn opened(server: &TestServer, attachment: &Attachment) -> Vec<u8> {
    let file = server.data().join("attachments").join(attachment.id.to_string());
    let mut content = Vec::new();
    attachment::open(attachment, fs::File::open(file).unwrap(), &mut content).unwrap();
    content
}

/// The attachments of the only report, each with its content.
fn of_the_report(server: &TestServer) -> Vec<(String, String, Vec<u8>)> {
    let reports = server.desk(0).reports();
    assert_eq!(reports.len(), 1);
    contents(server, &reports[0].attachments)
}

fn contents(server: &TestServer, all: &[Attachment]) -> Vec<(String, String, Vec<u8>)> {
    let one = |file: &Attachment| {
        (file.name.expose().to_owned(), file.kind.clone(), opened(server, file))
    };
    all.iter().map(one).collect()
}

fn story(server: &TestServer) -> Fields {
    with_code(server, &vec![("story".to_owned(), "Zij riep weer.".to_owned())])
}

/// The page of a form with a fault names this file and says this beside the field, and the summary
/// leads there.
fn assert_refused(page: &str, name: &str, sentence: &str) {
    let page = Html::parse(page);
    let said: Vec<_> = page.all("#files-error li").into_iter().map(text).collect();
    assert!(said.contains(&format!("{name} {sentence}")), "{said:?}");
    assert_eq!(page.one("#files").attr("aria-invalid"), Some("true"));
    let described = page.one("#files").attr("aria-describedby").unwrap();
    assert!(described.split(' ').any(|id| id == "files-error"));
    let summary = text(page.one(".summary[role=alert] a[href='#files']"));
    assert_eq!(summary, dutch().files_step());
    assert!(page.text(".summary[role=alert]").contains(sentence));
}

#[test]
fn one_file_and_several_come_along_and_the_officer_opens_them() {
    for count in [1, 3] {
        let server = TestServer::start();
        let files: Vec<_> =
            (0..count).map(|n| (format!("bijlage {n}.pdf"), pdf(b'a' + n, 100_000))).collect();
        let sent: Vec<File> = files.iter().map(|(name, content)| (&**name, &**content)).collect();
        let receipt = post(&server, "/melden", &story(&server), &sent);
        assert_eq!(receipt.status, 200, "{}", receipt.body);
        let page = Html::parse(&receipt.body);
        let expected =
            if count == 1 { dutch().files_came_one() } else { dutch().files_came(count) };
        assert!(page.text("main").contains(&expected));
        let listed: Vec<_> = page.all(".sent-files li").into_iter().map(text).collect();
        assert_eq!(listed.len(), usize::from(count));
        assert!(listed[0].starts_with("bijlage 0.pdf"), "{listed:?}");
        assert!(listed[0].ends_with(&dutch().files_traces_kept()), "{listed:?}");
        let found = of_the_report(&server);
        let expected: Vec<_> =
            files.into_iter().map(|(name, content)| (name, "pdf".to_owned(), content)).collect();
        assert!(found == expected);
        assert_eq!(stored(&server), (usize::from(count), 0));
        // With the code nothing of the files is to be read.
        let thread = server.reporter().thread(&page.text("p.code")).body;
        assert!(!thread.contains("bijlage"));
    }
}

#[test]
fn an_input_in_which_nothing_was_chosen_is_no_file() {
    let server = TestServer::start();
    let receipt = post(&server, "/melden", &story(&server), &[("", b""), ("", b"")]);
    assert_eq!(receipt.status, 200);
    assert!(of_the_report(&server).is_empty());
    assert_eq!(stored(&server), (0, 0));
}

#[test]
fn a_file_without_a_name_is_taken() {
    let server = TestServer::start();
    let content = pdf(b'x', 500);
    assert_eq!(post(&server, "/melden", &story(&server), &[("", &content)]).status, 200);
    assert!(of_the_report(&server) == [(String::new(), "pdf".to_owned(), content)]);
}

#[test]
fn each_refusal_names_its_file_and_everything_else_stays() {
    let good = pdf(b'g', 2000);
    let too_large = pdf(b'l', usize::try_from(MAX_ATTACHMENT_BYTES).unwrap() + 1);
    let t = dutch();
    let cases: [(&str, &[u8], String); 6] = [
        ("leeg.pdf", b"", t.files_empty()),
        ("programma.exe", b"MZ\x90\0\x03\0\0\0", t.files_unknown_kind()),
        ("foto.jpg", b"#!/bin/sh\necho kwaad\n", t.files_unknown_kind()),
        ("foto.jpg", b"Dit is gewone tekst en geen foto.", t.files_other_than_name()),
        ("kapot.png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", t.files_damaged()),
        ("film.pdf", &too_large, t.files_too_large(25)),
    ];
    for (name, content, sentence) in cases {
        let server = TestServer::start();
        let fields = full_form(&server);
        let sent = with_code(&server, &fields);
        let files: [File; 3] = [("een.pdf", &good), (name, content), ("twee.pdf", &good)];
        let response = post(&server, "/melden", &sent, &files);
        assert_eq!(response.status, 422, "{name}");
        assert_refused(&response.body, name, &sentence);
        let page = Html::parse(&response.body);
        // The others wait, and the form as it stands is a report with them.
        assert_eq!(page.all("input[name=kept]").len(), 2);
        assert_kept(&page, "/melden", &with_kept(&page, &fields));
        assert_eq!(stored(&server), (0, 2), "{name}");
        assert!(server.desk(0).reports().is_empty());
        assert_eq!(send(&server, "/melden", &page.form("/melden")).status, 200);
        let names: Vec<_> = of_the_report(&server).into_iter().map(|file| file.0).collect();
        assert_eq!(names, ["een.pdf", "twee.pdf"]);
        assert_eq!(stored(&server), (2, 0), "{name}");
    }
}

/// The fields, with the hidden ones that carry files on.
fn with_kept(page: &Html, fields: &Fields) -> Fields {
    let kept = page.form("/melden").into_iter().filter(|(name, _)| name == "kept");
    fields.iter().cloned().chain(kept).collect()
}

#[test]
fn several_refusals_are_listed_at_once_and_names_are_escaped() {
    let server = TestServer::start();
    let long = format!("{}<b>.exe", "lang".repeat(60));
    let files: [File; 3] = [("<script>.exe", b"MZ\x01"), (&long, b"MZ\x02"), ("c:\\map\\x", b"")];
    let response = post(&server, "/melden", &story(&server), &files);
    assert_eq!(response.status, 422);
    assert!(!response.body.contains("<script>.exe") && !response.body.contains("<b>.exe"));
    assert_refused(&response.body, "<script>.exe", &dutch().files_unknown_kind());
    assert_refused(&response.body, "x", &dutch().files_empty());
    let page = Html::parse(&response.body);
    let names: Vec<_> = page.all("#files-error bdi").into_iter().map(text).collect();
    assert_eq!(names.len(), 3);
    assert!(names[1].chars().count() == 120 && names[1].ends_with("<b>.exe"), "{names:?}");
}

#[test]
fn the_twenty_first_file_is_refused_and_twenty_stay() {
    let server = TestServer::start();
    let names: Vec<_> = (0..=MAX_ATTACHMENTS).map(|n| format!("{n}.pdf")).collect();
    let contents: Vec<_> = (0..=MAX_ATTACHMENTS).map(|n| pdf(n as u8, 100)).collect();
    let files: Vec<File> = names.iter().zip(&contents).map(|(n, c)| (&**n, &**c)).collect();
    let response = post(&server, "/melden", &story(&server), &files);
    assert_eq!(response.status, 422);
    assert_refused(&response.body, "20.pdf", &dutch().files_too_many(20usize));
    let page = Html::parse(&response.body);
    assert_eq!(send(&server, "/melden", &page.form("/melden")).status, 200);
    assert_eq!(of_the_report(&server).len(), MAX_ATTACHMENTS);
}

#[test]
fn more_than_a_hundred_megabytes_together_is_refused_by_name() {
    let server = TestServer::start();
    let form = with_code(&server, &Fields::new());
    let mut kept = Fields::new();
    for number in 0..4 {
        let name = format!("{number}.pdf");
        let sent = form.iter().chain(&kept).cloned().collect();
        let ahead = post(&server, "/bestanden", &sent, &[(&name, &pdf(number, 25 << 20))]);
        kept = Html::parse(&ahead.body).form("/melden");
    }
    let full: Fields = form.iter().chain(&kept).cloned().collect();
    let full = with(&full, "story", "Zij riep weer.");
    let response = post(&server, "/melden", &full, &[("klein.pdf", b"%PDF-1.7\n")]);
    assert_eq!(response.status, 422);
    assert_refused(&response.body, "klein.pdf", &dutch().files_too_much(100));
    let page = Html::parse(&response.body);
    assert_eq!((page.all("input[name=kept]").len(), stored(&server)), (4, (0, 4)));
    assert_eq!(send(&server, "/melden", &page.form("/melden")).status, 200);
    assert_eq!(stored(&server), (4, 0));
}

#[test]
fn a_body_without_measure_is_not_read_to_its_end_and_leaves_nothing() {
    const WHOLE: usize = 300 << 20;
    let server = TestServer::start();
    let mut begun = body(&story(&server), &[("alles.pdf", &pdf(b'x', 1000))]);
    begun.truncate(begun.len() - 100);
    let head = format!(
        "POST /melden HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\
         content-type: multipart/form-data; boundary={BOUNDARY}\r\ncontent-length: {WHOLE}\r\n\r\n",
        server.address
    );
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&begun).unwrap();
    let megabyte = vec![b'x'; 1 << 20];
    let mut sent = begun.len();
    while sent + megabyte.len() < WHOLE && stream.write_all(&megabyte).is_ok() {
        sent += megabyte.len();
    }
    assert!(sent + megabyte.len() < WHOLE, "the server read {sent} bytes");
    assert_eq!(stored(&server), (0, 0));
    assert!(server.desk(0).reports().is_empty());
    assert_eq!(server.reporter().report(&[("story", "Het lukt nog.")]).1.status, 200);
}

#[test]
fn a_fault_elsewhere_keeps_the_files_and_they_are_not_sent_twice() {
    let server = TestServer::start();
    let content = pdf(b'k', 300_000);
    let sent = without(&with_code(&server, &full_form(&server)), "story");
    let response = post(&server, "/melden", &sent, &[("bewijs.pdf", &content)]);
    assert_eq!(response.status, 422);
    let page = Html::parse(&response.body);
    assert!(page.text(".kept").contains("bewijs.pdf"));
    assert!(page.all("#files-error").is_empty());
    // Whoever has the server's disk has a sealed file without its key.
    assert_eq!(stored(&server), (0, 1));
    let again = with(&page.form("/melden"), "story", "Toch iets.");
    assert!(body(&again, &[]).len() < 20_000, "no bytes of the file");
    assert_eq!(send(&server, "/melden", &again).status, 200);
    assert!(of_the_report(&server) == [("bewijs.pdf".to_owned(), "pdf".to_owned(), content)]);
    // Sent once more, the same form is the same report.
    assert_eq!(send(&server, "/melden", &again).status, 200);
    assert_eq!((server.desk(0).reports().len(), server.desk(0).additions().len()), (1, 0));
    assert_eq!(stored(&server), (1, 0));
}

#[test]
fn a_ticked_file_is_left_out_and_gone() {
    let server = TestServer::start();
    let sent = with_code(&server, &Fields::new());
    let files: [File; 2] = [("weg.pdf", &pdf(b'w', 50)), ("mee.pdf", &pdf(b'm', 50))];
    let page = Html::parse(&post(&server, "/melden", &sent, &files).body);
    let ids: Vec<_> = page.all("input[name=drop]");
    let mut again = with(&page.form("/melden"), "story", "Toch iets.");
    again.push(("drop".to_owned(), ids[0].attr("value").unwrap().to_owned()));
    assert_eq!(send(&server, "/melden", &again).status, 200);
    let names: Vec<_> = of_the_report(&server).into_iter().map(|file| file.0).collect();
    assert_eq!(names, ["mee.pdf"]);
    assert_eq!(stored(&server), (1, 0));
}

#[test]
fn nobody_can_name_a_file_of_another_form() {
    let server = TestServer::start();
    let faulty = with_code(&server, &Fields::new());
    let page = Html::parse(&post(&server, "/melden", &faulty, &[("a.pdf", &pdf(b'a', 50))]).body);
    let stolen = page.form("/melden").into_iter().find(|(name, _)| name == "kept").unwrap().1;
    for field in [stolen.as_str(), &stolen.replace('0', "1"), "", "x", &".".repeat(9)] {
        let mut other = story(&server);
        other.push(("kept".to_owned(), field.to_owned()));
        let response = send(&server, "/melden", &other);
        assert_eq!(response.status, 422, "{field}");
        assert_eq!(stored(&server), (0, 1));
    }
    assert!(server.desk(0).reports().is_empty());
}

#[test]
fn files_that_waited_in_vain_must_be_chosen_again_and_the_text_stays() {
    let mut server = TestServer::start();
    let sent = without(&with_code(&server, &full_form(&server)), "story");
    let page = Html::parse(&post(&server, "/melden", &sent, &[("a.pdf", &pdf(b'a', 50))]).body);
    server.restart();
    assert_eq!(stored(&server), (0, 0));
    let again = with(&page.form("/melden"), "story", "Toch iets.");
    let response = send(&server, "/melden", &again);
    assert_eq!(response.status, 422);
    assert_refused(&response.body, "a.pdf", &dutch().files_gone());
    let page = Html::parse(&response.body);
    assert_kept(&page, "/melden", &without(&again, "kept"));
    assert_eq!(send(&server, "/melden", &page.form("/melden")).status, 200);
}

#[test]
fn without_a_form_of_ours_no_file_is_kept_and_the_text_is() {
    for missing in ["code", "ticket"] {
        let server = TestServer::start();
        let fields = full_form(&server);
        let sent = without(&with_code(&server, &fields), missing);
        let response = post(&server, "/melden", &sent, &[("a.pdf", &pdf(b'a', 200_000))]);
        assert_eq!(response.status, 422);
        assert_refused(&response.body, "a.pdf", &dutch().files_gone());
        assert_eq!(stored(&server), (0, 0));
        let page = Html::parse(&response.body);
        assert_kept(&page, "/melden", &fields);
        assert_eq!(send(&server, "/melden", &page.form("/melden")).status, 200);
        assert!(of_the_report(&server).is_empty());
    }
}

#[test]
fn files_before_the_fields_that_decide_are_not_kept() {
    let server = TestServer::start();
    let mut late = body(&Fields::new(), &[("a.pdf", &pdf(b'a', 50))]);
    late.truncate(late.len() - format!("--{BOUNDARY}--\r\n").len());
    late.extend(body(&story(&server), &[]));
    let response = server.reporter().post_body("/melden", late).unwrap();
    assert_eq!(response.status, 422);
    assert_refused(&response.body, "a.pdf", &dutch().files_gone());
    assert_eq!(stored(&server), (0, 0));
}

#[test]
fn the_same_files_sent_twice_are_one_report_and_other_files_an_addition() {
    let server = TestServer::start();
    let sent = story(&server);
    let (one, other) = (pdf(b'1', 70_000), pdf(b'2', 70_000));
    let threads: Vec<_> = thread::scope(|scope| {
        let again = || scope.spawn(|| post(&server, "/melden", &sent, &[("a.pdf", &one)]).status);
        let threads: Vec<_> = (0..4).map(|_| again()).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(threads, [200; 4]);
    assert_eq!((server.desk(0).reports().len(), server.desk(0).additions().len()), (1, 0));
    assert_eq!(stored(&server), (1, 0));
    // The same content under another name, and other content, are something else.
    for file in [("b.pdf", &one), ("a.pdf", &other)] {
        assert_eq!(post(&server, "/melden", &sent, &[(file.0, file.1)]).status, 200);
    }
    let additions = server.desk(0).additions();
    assert_eq!(additions.len(), 2);
    let found = contents(&server, &additions[1].attachments);
    assert!(found == [("a.pdf".to_owned(), "pdf".to_owned(), other)]);
    assert_eq!(stored(&server), (3, 0));
}

#[test]
fn a_file_chosen_twice_comes_along_once() {
    let server = TestServer::start();
    let file = pdf(b'd', 5000);
    let twice: [File; 2] = [("a.pdf", &file), ("a.pdf", &file)];
    assert_eq!(post(&server, "/melden", &story(&server), &twice).status, 200);
    assert_eq!(of_the_report(&server).len(), 1);
    assert_eq!(stored(&server), (1, 0));
}

#[test]
fn two_clicks_on_a_form_that_kept_its_files_are_one_report() {
    let server = TestServer::start();
    let sent = with_code(&server, &Fields::new());
    let page = Html::parse(&post(&server, "/melden", &sent, &[("a.pdf", &pdf(b'a', 50))]).body);
    let again = with(&page.form("/melden"), "story", "Toch iets.");
    let statuses: Vec<_> = thread::scope(|scope| {
        let click = || scope.spawn(|| send(&server, "/melden", &again).status);
        let clicks: Vec<_> = (0..6).map(|_| click()).collect();
        clicks.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(statuses, [200; 6]);
    assert_eq!((server.desk(0).reports().len(), server.desk(0).additions().len()), (1, 0));
    assert_eq!(stored(&server), (1, 0));
    // Gone back and changed, it is an addition; the file is with the case already.
    assert_eq!(send(&server, "/melden", &with(&again, "story", "Nog iets.")).status, 200);
    let additions = server.desk(0).additions();
    assert_eq!((additions.len(), additions[0].attachments.len()), (1, 0));
}

#[test]
fn files_go_with_a_message_or_alone() {
    let server = TestServer::start();
    let (code, _) = server.reporter().report(&[("story", "Iets.")]);
    let thread = || Html::parse(&server.reporter().thread(&code).body).form("/bericht");
    let content = pdf(b'm', 100_000);
    for words in ["Kijk eens.", ""] {
        let sent = with(&thread(), "message", words);
        for _ in 0..2 {
            let response = post(&server, "/bericht", &sent, &[("bericht.pdf", &content)]);
            assert_eq!(response.status, 200, "{}", response.body);
            let page = Html::parse(&response.body);
            assert!(page.text(".done").contains(&dutch().files_came_one()));
            assert!(page.text(".done").contains("bericht.pdf"));
        }
    }
    let additions = server.desk(0).additions();
    assert_eq!(additions.len(), 2);
    assert_eq!(additions[0].text.as_ref().unwrap().expose(), "Kijk eens.");
    assert!(additions[1].text.is_none());
    for addition in &additions {
        let found = contents(&server, &addition.attachments);
        assert!(found == [("bericht.pdf".to_owned(), "pdf".to_owned(), content.clone())]);
    }
    assert_eq!(stored(&server), (2, 0));
}

#[test]
fn a_message_with_a_fault_keeps_its_files_and_its_text() {
    let server = TestServer::start();
    let (code, _) = server.reporter().report(&[("story", "Iets.")]);
    let thread = Html::parse(&server.reporter().thread(&code).body).form("/bericht");
    let sent = with(&thread, "message", "Kijk eens.");
    let files: [File; 2] = [("goed.pdf", &pdf(b'g', 80)), ("slecht.exe", b"MZ\x01\x02")];
    let response = post(&server, "/bericht", &sent, &files);
    assert_eq!(response.status, 422);
    assert_refused(&response.body, "slecht.exe", &dutch().files_unknown_kind());
    let page = Html::parse(&response.body);
    assert_eq!(page.text("textarea"), "Kijk eens.");
    // Under a wrong code the file waits for the right one, as the text does.
    let wrong = with(&page.form("/bericht"), "code", "K7QF-2M9D-XW4T-8HRC");
    assert_ne!(send(&server, "/bericht", &wrong).status, 200);
    assert_eq!(send(&server, "/bericht", &page.form("/bericht")).status, 200);
    let additions = server.desk(0).additions();
    assert_eq!((additions.len(), additions[0].attachments.len()), (1, 1));
}

#[test]
fn files_go_with_answers_later_or_alone() {
    let server = TestServer::start();
    let (code, _) = server.reporter().report(&[("story", "Iets.")]);
    let page = server.reporter().post("/aanvullen", &[("code", &code)]).body;
    let sent = Html::parse(&page).form("/aanvullen");
    let response = post(&server, "/aanvullen", &sent, &[("a.exe", b"MZ\x01\x02")]);
    assert_eq!(response.status, 422);
    assert_refused(&response.body, "a.exe", &dutch().files_unknown_kind());
    for _ in 0..2 {
        let response = post(&server, "/aanvullen", &sent, &[("later.pdf", &pdf(b'l', 70))]);
        assert_eq!(response.status, 200, "{}", response.body);
        assert!(Html::parse(&response.body).text(".done").contains("later.pdf"));
    }
    let additions = server.desk(0).additions();
    assert_eq!((additions.len(), additions[0].attachments.len()), (1, 1));
    // With a code that no case has, nothing is kept.
    let (other, ticket) = server.reporter().blank_form();
    let sent = with(&with(&sent, "code", &other), "ticket", &ticket);
    let response = post(&server, "/aanvullen", &sent, &[("a.pdf", &pdf(b'a', 70))]);
    assert_eq!(response.status, 422);
    assert_eq!(server.desk(0).additions().len(), 1);
}

#[test]
fn a_form_cut_in_the_middle_of_a_file_or_a_boundary_keeps_its_text_and_no_file() {
    let server = TestServer::start();
    let content = pdf(b'c', 100_000);
    let sent = with_code(&server, &full_form(&server));
    let whole = body(&sent, &[("eerst.pdf", &content), ("half.pdf", &content)]);
    let tail = BOUNDARY.len();
    for length in [whole.len() - 50_000, whole.len() - tail, whole.len() - 5] {
        let response = server.reporter().post_body("/melden", whole[..length].to_vec()).unwrap();
        assert_eq!(response.status, 400, "{length}");
        assert_refused(&response.body, "half.pdf", &dutch().files_gone());
        assert_eq!(stored(&server), (0, 0), "{length}");
        let page = Html::parse(&response.body);
        assert_kept(&page, "/melden", &full_form(&server));
    }
    assert!(server.desk(0).reports().is_empty());
}

#[test]
fn a_line_that_breaks_in_a_file_leaves_nothing_and_earlier_files_wait() {
    let server = TestServer::start();
    let sent = with_code(&server, &Fields::new());
    let page = Html::parse(&post(&server, "/melden", &sent, &[("a.pdf", &pdf(b'a', 50))]).body);
    let again = with(&page.form("/melden"), "story", "Toch iets.");
    let content = pdf(b'b', 1 << 20);
    let whole = body(&again, &[("eerst.pdf", &content), ("half.pdf", &content)]);
    let head = format!(
        "POST /melden HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\
         content-type: multipart/form-data; boundary={BOUNDARY}\r\ncontent-length: {}\r\n\r\n",
        server.address,
        whole.len()
    );
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&whole[..whole.len() - 300_000]).unwrap();
    stream.shutdown(Shutdown::Write).unwrap();
    // The server has let go of everything when it closes its side.
    drop(stream.read_to_end(&mut Vec::new()));
    assert_eq!(stored(&server), (0, 1));
    assert!(server.desk(0).reports().is_empty());
    // The page of before is still good.
    assert_eq!(send(&server, "/melden", &again).status, 200);
    assert_eq!(of_the_report(&server).len(), 1);
}

#[test]
fn files_sent_ahead_come_along_with_the_form_that_follows() {
    let server = TestServer::start();
    let sent = story(&server);
    let content = pdf(b'v', 90_000);
    let ahead = post(&server, "/bestanden", &without(&sent, "story"), &[("v.pdf", &content)]);
    assert_eq!(ahead.status, 200);
    assert_eq!(stored(&server), (0, 1));
    assert!(server.desk(0).feed().is_empty());
    let mut form = sent.clone();
    form.push(("kept".to_owned(), hidden(&ahead.body, "kept")));
    assert_eq!(send(&server, "/melden", &form).status, 200);
    assert!(of_the_report(&server) == [("v.pdf".to_owned(), "pdf".to_owned(), content)]);
    // Without a form of ours nothing is taken.
    let refused = post(&server, "/bestanden", &Fields::new(), &[("v.pdf", &pdf(b'v', 60))]);
    assert!(refused.body.contains(&dutch().files_gone()));
    assert_eq!(stored(&server), (1, 0));
}

#[test]
fn without_room_for_files_the_text_still_goes() {
    let folder = tempfile::tempdir().unwrap();
    let officers = make_organisation(folder.path(), &["Anna"], "127.0.0.1:0".parse().unwrap());
    let file = folder.path().join("meldpunt.toml");
    let config = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{config}[storage]\nmax_waiting_megabytes = 1\n")).unwrap();
    let server = TestServer::over(folder, officers, fixed_clock());
    let files: [File; 2] = [("groot.pdf", &pdf(b'g', 2 << 20)), ("klein.pdf", &pdf(b'k', 900))];
    let response = post(&server, "/melden", &story(&server), &files);
    assert_eq!(response.status, 422);
    assert_refused(&response.body, "groot.pdf", &dutch().files_no_room());
    assert_eq!(stored(&server), (0, 1));
    let page = Html::parse(&response.body);
    assert_eq!(send(&server, "/melden", &page.form("/melden")).status, 200);
    assert_eq!(of_the_report(&server).len(), 1);
}

#[test]
fn a_picture_comes_along_without_its_traces() {
    let server = TestServer::start();
    let picture = include_bytes!("../../../docs/screenshots/start.png");
    let receipt = post(&server, "/melden", &story(&server), &[("scherm.png", picture)]);
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    assert!(receipt.body.contains(&dutch().files_traces_removed()));
    let (mut cleaner, mut clean) = (Cleaner::new(), Vec::new());
    cleaner.feed(picture, &mut clean).unwrap();
    cleaner.finish(&mut clean).unwrap();
    let report = &server.desk(0).reports()[0];
    assert!(report.attachments[0].traces == Traces::Removed);
    assert!(opened(&server, &report.attachments[0]) == clean);
}

#[test]
fn a_question_is_asked_without_files() {
    let server = TestServer::start();
    let page = Html::parse(&server.reporter().get("/vraag").body);
    assert!(page.all("input[type=file]").is_empty());
}
