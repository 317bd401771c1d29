//! Pictures at the officers' desk: what a browser gets was drawn anew, and a picture made to do
//! harm does none.

use crate::{
    browser::{Script, Tab},
    desk::{Officer, Opened as Desk, dutch, server_of},
    filing::{Filed, Filing, Sent},
    html::Html,
    process::files_in,
    search::find,
    server::{TestServer, agent},
};
use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage};
use std::{fs, io::Cursor};
use veilig_melden::core::attachment::Traces;

/// Stands inside the files, and may stand nowhere in what is shown.
const INSIDE: &str = "Steenloper-in-de-foto";

/// A colour that the pictures are full of.
const SAND: [u8; 3] = [214, 180, 96];

fn drawn(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| match (x + y) % 97 {
        0 => Rgb([20, 20, 20]),
        _ => Rgb(SAND),
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A photo that lies on its side, as a telephone stores it, with a page hidden in it and behind it.
fn photo() -> Vec<u8> {
    let jpeg = drawn(ImageFormat::Jpeg, 640, 400);
    let lies =
        b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let page = format!("<html><script>document.title = '{INSIDE}'</script>");
    let length = u16::try_from(page.len() + 2).unwrap().to_be_bytes();
    let comment = [b"\xff\xfe", &length[..], page.as_bytes()].concat();
    [&jpeg[..2], lies, &comment, &jpeg[2..], page.as_bytes()].concat()
}

/// A picture that says that it has four thousand million pixels, in a few hundred bytes.
fn bomb() -> Vec<u8> {
    let mut gif = drawn(ImageFormat::Gif, 40, 20);
    gif[6..10].copy_from_slice(&[0xff; 4]);
    gif
}

fn picture(kind: &'static str, content: Vec<u8>) -> Sent {
    Sent { name: format!("bestand.{kind}"), kind, traces: Traces::Removed, content }
}

/// What the pictures below are, in their order.
const PHOTO: usize = 0;
const BOMB: usize = 1;
const CUT: usize = 2;
const PAGE: usize = 3;
const HEIC: usize = 4;
const DOCUMENT: usize = 5;
const LATER: usize = 6;
const LEFT: usize = 7;

fn filed_case() -> (Officer, TestServer, Filed) {
    let anna = Officer::enrolled("Anna de Vries");
    let mut server = server_of(&[&anna]);
    server.stop();
    let filing = Filing::open(server.folder.path());
    let png = drawn(ImageFormat::Png, 300, 200);
    let page = format!("<!doctype html><script>/* {INSIDE} */</script>").into_bytes();
    let files = [
        picture("jpeg", photo()),
        picture("gif", bomb()),
        picture("png", png[..png.len() / 2].to_vec()),
        picture("jpeg", page.clone()),
        picture("heic", b"\0\0\0\x18ftypheic\0\0\0\0heicmif1".to_vec()),
        Sent::document("brief.pdf", &page),
    ];
    let mut filed = filing.report("Met beelden.", &[], &files);
    let webp = drawn(ImageFormat::WebP, 1900, 700);
    let later = [picture("webp", webp), picture("png", png)];
    filing.add(&mut filed, "En deze.", &later);
    drop(filing);
    server.restart();
    anna.done(&["sync"]);
    (anna, server, filed)
}

/// A desk with its browser let in.
struct Visit {
    desk: Desk,
    cookie: String,
    case: String,
    files: Vec<String>,
}

impl Visit {
    /// Everything is fetched but the last file.
    fn of(anna: &Officer, filed: &Filed) -> Self {
        let desk = Desk::open(anna);
        let entered = desk.get(&desk.start, &[]);
        let cookie = entered.headers["set-cookie"].split(';').next().unwrap().to_owned();
        let case = format!("/cases/{}", filed.case);
        let files = filed.files.iter().map(|id| format!("{case}/attachments/{id}")).collect();
        let visit = Self { desk, cookie, case, files };
        for file in &visit.files[..LEFT] {
            assert_eq!(visit.post(&format!("{file}/fetch")).status, 303);
        }
        visit
    }

    fn ours(&self) -> [(&str, &str); 2] {
        [("cookie", &self.cookie), ("origin", &self.desk.base)]
    }

    fn get(&self, path: &str) -> crate::server::Response {
        self.desk.get(path, &self.ours())
    }

    fn post(&self, path: &str) -> crate::server::Response {
        self.desk.post(path, &self.ours(), "")
    }

    /// The sentences about pictures on the page of a case, and how many are shown.
    fn report(&self) -> (String, usize) {
        let page = Html::parse(&self.get(&format!("{}/report", self.case)).body);
        (page.text("main"), page.all("img").len())
    }

    /// The bytes that an `img` gets, with what they say they are.
    fn picture(&self, file: usize) -> (u16, String, Vec<u8>) {
        let address = format!("{}{}/picture", self.desk.base, self.files[file]);
        let mut answer = agent().get(address).header("cookie", &self.cookie).call().unwrap();
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        let kind = header("content-type");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cache-control"), "no-store");
        if answer.status() == 200 && kind == "image/jpeg" {
            assert_eq!(header("content-security-policy"), "default-src 'none'; sandbox");
        }
        (answer.status().as_u16(), kind, answer.body_mut().read_to_vec().unwrap())
    }
}

#[test]
fn a_browser_gets_pictures_that_were_drawn_anew_and_nothing_of_the_file() {
    let (anna, _server, filed) = filed_case();
    let visit = Visit::of(&anna, &filed);
    for (file, sides) in [(PHOTO, (400, 640)), (LATER, (1600, 589))] {
        let (status, kind, shown) = visit.picture(file);
        assert_eq!((status, kind.as_str()), (200, "image/jpeg"));
        assert!(find(&shown, INSIDE.as_bytes()).is_none() && find(&shown, b"script").is_none());
        let shown = image::load_from_memory_with_format(&shown, ImageFormat::Jpeg).unwrap();
        assert_eq!(shown.dimensions(), sides, "upright, and no larger than is shown");
        let pixel = shown.to_rgb8().get_pixel(200, 100).0;
        assert!(pixel.iter().zip(SAND).all(|(one, other)| one.abs_diff(other) < 30), "{pixel:?}");
    }
    // The page names the picture in words, and says what is to be seen.
    let page = visit.get(&visit.files[PHOTO]);
    let csp = &page.headers["content-security-policy"];
    assert!(csp.contains("default-src 'none'") && csp.contains("img-src 'self';"), "{csp}");
    let page = Html::parse(&page.body);
    let shown = page.one("main img");
    let alt = crate::desk::plain(&dutch().desk_picture_alt_page(1));
    assert_eq!(crate::desk::plain(shown.attr("alt").unwrap()), alt);
    assert_eq!(shown.attr("src"), Some(format!("{}/picture", visit.files[PHOTO]).as_str()));
    assert!(page.text("main").contains(&dutch().desk_picture_drawn()));
}

#[test]
fn a_picture_that_is_not_drawn_says_why_and_what_to_do() {
    let (anna, _server, filed) = filed_case();
    let visit = Visit::of(&anna, &filed);
    let texts = dutch();
    let (said, shown) = visit.report();
    assert_eq!(shown, 5, "what is here and may be a picture");
    assert!(said.contains(&texts.desk_picture_kind()), "{said}");
    let faults = [
        (BOMB, texts.desk_picture_too_large()),
        (CUT, texts.desk_picture_broken()),
        (PAGE, texts.desk_picture_broken()),
    ];
    for (file, sentence) in &faults {
        let (status, kind, body) = visit.picture(*file);
        assert_eq!((status, kind.as_str()), (422, "text/html; charset=utf-8"), "{file}");
        assert!(find(&body, sentence.as_bytes()).is_some(), "{file}");
        let page = Html::parse(&visit.get(&visit.files[*file]).body);
        assert!(page.text("main").contains(sentence) && page.all("img").is_empty(), "{file}");
        assert_eq!(page.all("form[action$=save]").len(), 1, "it can be saved all the same");
    }
    let page = Html::parse(&visit.get(&visit.files[HEIC]).body);
    assert!(page.text("main").contains(&texts.desk_picture_kind()) && page.all("img").is_empty());
    // Once it is known, the page of the case says it, too.
    let (said, shown) = visit.report();
    assert_eq!(shown, 2);
    assert!(faults.iter().all(|(_, sentence)| said.contains(sentence)), "{said}");
    // The rest of the case, and its next picture, are not touched by any of it.
    assert_eq!(visit.picture(PHOTO).0, 200);
}

#[test]
fn nothing_is_shown_that_is_no_picture_of_an_unlocked_case() {
    let (anna, _server, filed) = filed_case();
    let visit = Visit::of(&anna, &filed);
    assert_eq!(visit.picture(DOCUMENT).0, 404);
    assert_eq!(visit.picture(LEFT).0, 404, "it was not fetched");
    let elsewhere = visit.files[PHOTO].replace(&filed.case.to_string(), &"0".repeat(32));
    assert_eq!(visit.get(&format!("{elsewhere}/picture")).status, 404);
    let picture = format!("{}/picture", visit.files[PHOTO]);
    assert_eq!(visit.desk.get(&picture, &[]).status, 403, "without the cookie");
    assert_eq!(visit.picture(PHOTO).1, "image/jpeg");
    assert_eq!(visit.post("/lock").status, 303);
    let (_, kind, body) = visit.picture(PHOTO);
    assert_eq!(kind, "text/html; charset=utf-8", "a locked desk shows nothing");
    assert!(find(&body, dutch().desk_unlock_help().as_bytes()).is_some());
    // On disk lies what lay there before: sealed files.
    for path in files_in(anna.folder.path()) {
        let bytes = fs::read(&path).unwrap();
        let readable: [&[u8]; 5] =
            [INSIDE.as_bytes(), b"JFIF\0\x01", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"WEBPVP8"];
        for part in readable {
            assert!(find(&bytes, part).is_none(), "{}", path.display());
        }
    }
}

#[test]
fn an_officer_looks_at_pictures_in_a_browser() {
    for (width, script) in [(1280, Script::On), (360, Script::Off)] {
        let (anna, _server, _) = filed_case();
        let desk = Desk::open(&anna);
        let tab = Tab::open(width, script);
        tab.go(&format!("{}{}", desk.base, desk.start));
        // A page that is still coming in may take away what was found on it.
        let click = |selector: &str| {
            let found = format!("document.querySelector(`{selector}`) !== null");
            tab.until_true(&format!("document.readyState === 'complete' && {found}"), selector);
            tab.click(selector);
        };
        click(".cases h3 a");
        click(".side nav a[href$='/report']");
        click("#fetch-1");
        let is_drawn = "document.querySelector('main img')?.naturalWidth === 400";
        tab.until_true(is_drawn, "the picture is drawn, upright");
        tab.look("desk-picture");
        click("main .back");
        click("#fetch-2");
        tab.until("main .notice.bad");
        tab.look("desk-picture-too-large");
        click("main .back");
        tab.until_true(is_drawn, "the picture stands in the report");
        tab.look("desk-pictures");
    }
}
