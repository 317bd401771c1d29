//! Every public page, in every state and language: what each of them must have and may not have.

use crate::{
    html::{Html, text},
    server::{Browser, EVERY_LANGUAGE, Response, TestServer, multipart},
};
use std::{collections::BTreeSet, sync::LazyLock};
use veilig_melden::{
    Language,
    core::{
        Day, OnceId, Random, Reader, Readers,
        envelope::seal_for_reporter,
        thread::{Message, Status},
    },
};

/// The most that a page and its stylesheets weigh together, in bytes, in every language and state.
const MAX_BYTES: usize = 40 * 1024;

/// What the officer typed in the samples.
const TYPED: &str = "Wat hoorde u letterlijk?\nEn wanneer?";

/// A page in one state.
struct Sample {
    name: &'static str,
    status: u16,
    response: Response,
}

/// Where the pages of a language lie.
pub fn base(language: Language) -> &'static str {
    match language {
        Language::Nl => "",
        Language::En => "/en",
        Language::Ar => "/ar",
        Language::Pl => "/pl",
    }
}

fn post(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Response {
    browser.post(path, fields)
}

/// Every page in every state that a reporter can bring about.
fn samples(server: &TestServer, language: Language) -> Vec<Sample> {
    let mut samples = pages(server, language);
    samples.extend(forms(server, language));
    samples.extend(codes(server, language));
    samples.extend(threads(server, language));
    samples.extend(flooded(language));
    samples
}

/// What a server in a flood answers, in every language: made once, because it takes many requests.
static FLOODED: LazyLock<Vec<(Language, Sample)>> = LazyLock::new(|| {
    let server = TestServer::start_with(EVERY_LANGUAGE);
    let browser = server.reporter();
    let until_busy = |ask: &dyn Fn() -> Response| {
        let mut answers = (0..10_000).map(|_| ask());
        answers.find(|answer| answer.status == 503).expect("it never is too often")
    };
    let mut all = Vec::new();
    for language in Language::iter().copied() {
        let base = base(language);
        let sent = |path: &str, fields: &[(&str, &str)]| {
            until_busy(&|| post(&browser, &format!("{base}{path}"), fields))
        };
        let code = [("code", "K7QF"), ("message", "Nog iets.")];
        let more = [("code", "K7QF"), ("send", "1"), ("d_done", "Niets.")];
        let pages = [
            ("busy", until_busy(&|| browser.get(&format!("{base}/melden")))),
            ("form in a flood", sent("/melden", &[("story", "Iets.")])),
            ("code in a flood", sent("/code", &code)),
            ("answers in a flood", sent("/aanvullen", &more)),
        ];
        let sample = |(name, response)| (language, Sample { name, status: 503, response });
        all.extend(pages.map(sample));
    }
    all
});

fn flooded(language: Language) -> Vec<Sample> {
    let own = FLOODED.iter().filter(|(spoken, _)| *spoken == language);
    let again = |(_, Sample { name, status, response }): &(Language, Sample)| {
        let Response { status: _, headers, body } = response;
        let (headers, body) = (headers.clone(), body.clone());
        Sample { name, status: *status, response: Response { status: *status, headers, body } }
    };
    own.map(again).collect()
}

fn pages(server: &TestServer, language: Language) -> Vec<Sample> {
    let (browser, base) = (server.reporter(), base(language));
    let get = |path: &str| browser.get(&format!("{base}{path}"));
    let agent = crate::server::agent();
    let elsewhere = agent
        .post(format!("{}{base}/melden", browser.base))
        .header("sec-fetch-site", "cross-site")
        .send("x")
        .unwrap();
    let start = if base.is_empty() { "/" } else { "" };
    [
        ("start", 200, get(start)),
        ("team", 200, get("/team")),
        ("form", 200, get("/melden")),
        ("easy form", 200, get("/makkelijk")),
        ("question", 200, get("/vraag")),
        ("help", 200, get("/hulp")),
        ("privacy", 200, get("/privacy")),
        ("accessibility", 200, get("/toegankelijkheid")),
        ("code", 200, get("/code")),
        ("not found", 404, get("/onbekend")),
        ("wrong method", 405, get("/bericht")),
        ("cross-site", 403, crate::server::read(elsewhere).unwrap()),
    ]
    .map(|(name, status, response)| Sample { name, status, response })
    .into()
}

fn forms(server: &TestServer, language: Language) -> Vec<Sample> {
    let browser = server.reporter();
    let path = format!("{}/melden", base(language));
    let (code, ticket) = browser.blank_form();
    let ids: Vec<_> = server.officers.iter().map(|officer| officer.id.to_string()).collect();
    let hidden = [("code", code.as_str()), ("ticket", ticket.as_str())];
    let long = "x".repeat(300);
    let mut faulty = hidden.to_vec();
    faulty.extend(["role", "kinds", "where", "d_need"].map(|key| (key, "?")));
    faulty.extend(["name", "when_detail"].map(|key| (key, long.as_str())));
    faulty.extend(ids.iter().map(|id| ("exclude", id.as_str())));
    let story: [(&str, &str); 1] = [("story", "Iets.")];
    let unreadable = browser.post_body(&path, multipart(&[("story", b"\xff")])).unwrap();
    let large = "x".repeat(600 * 1024);
    let easy = format!("{}/makkelijk", base(language));
    let (again, ticket) = browser.blank_form();
    let easy_sent = [("code", again.as_str()), ("ticket", ticket.as_str()), story[0]];
    [
        ("easy form with faults", 422, post(&browser, &easy, &faulty)),
        ("easy form cut", 400, browser.post_body(&easy, b"--".to_vec()).unwrap()),
        ("easy receipt", 200, post(&browser, &easy, &easy_sent)),
        ("form with faults", 422, post(&browser, &path, &faulty)),
        ("form expired", 422, post(&browser, &path, &story)),
        ("form cut", 400, browser.post_body(&path, b"--".to_vec()).unwrap()),
        ("form unreadable", 422, unreadable),
        ("form too large", 413, post(&browser, &path, &[("story", "Iets."), ("ballast", &large)])),
        ("receipt", 200, post(&browser, &path, &[hidden[0], hidden[1], story[0]])),
    ]
    .map(|(name, status, response)| Sample { name, status, response })
    .into()
}

fn codes(server: &TestServer, language: Language) -> Vec<Sample> {
    let browser = server.reporter();
    let base = base(language);
    let path = format!("{base}/code");
    let (unused, _) = browser.blank_form();
    let open = |code: &str| post(&browser, &path, &[("code", code)]);
    let kept = [("code", unused.as_str()), ("message", "Nog iets.")];
    let mistaken = if unused.ends_with('2') { '3' } else { '2' };
    let mistaken = format!("{}{mistaken}", &unused[..18]);
    [
        ("code empty", 422, open("")),
        ("code short", 422, open("K7QF")),
        ("code symbol", 422, open("U7QF-2M9D-XW4T-8HRC")),
        ("code mistaken", 422, open(&mistaken)),
        ("code unknown", 422, open(&unused)),
        ("code cut", 400, browser.post_body(&path, b"--".to_vec()).unwrap()),
        ("code with message", 422, post(&browser, &format!("{base}/bericht"), &kept)),
    ]
    .map(|(name, status, response)| Sample { name, status, response })
    .into()
}

fn threads(server: &TestServer, language: Language) -> Vec<Sample> {
    let browser = server.reporter();
    let base = base(language);
    let (code, _) = browser.report(&[("story", "Iets.")]);
    let open = || post(&browser, &format!("{base}/code"), &[("code", &code)]);
    let write = |message: &str| {
        post(&browser, &format!("{base}/bericht"), &[("code", &code), ("message", message)])
    };
    let empty = open();
    answer(server);
    let answered = open();
    let later = |path: &str, more: &[(&str, &str)]| {
        let fields: Vec<_> = [("code", code.as_str())].iter().chain(more).copied().collect();
        post(&browser, &format!("{base}{path}"), &fields)
    };
    let long = "x".repeat(300);
    [
        ("more", 200, later("/aanvullen", &[])),
        ("more empty", 422, later("/aanvullen", &[("send", "1")])),
        ("more with faults", 422, later("/aanvullen", &[("send", "1"), ("name", &long)])),
        ("more sent", 200, later("/aanvullen", &[("send", "1"), ("name", "Dina")])),
        ("withdraw", 200, later("/intrekken", &[])),
        ("withdrawn", 200, later("/intrekken", &[("sure", "1")])),
        ("thread empty", 200, empty),
        ("thread answered", 200, answered),
        ("message missing", 422, write("")),
        ("message too long", 422, write(&"x".repeat(10_001))),
        ("message sent", 200, write("Nog iets.")),
    ]
    .map(|(name, status, response)| Sample { name, status, response })
    .into()
}

/// Answers the newest report, with status and both dates.
fn answer(server: &TestServer) {
    let desk = server.desk(0);
    let report = desk.reports().pop().unwrap();
    let readers = server.officers.iter().map(|officer| Reader {
        id: officer.id,
        name: officer.name.to_owned(),
        recipient: officer.identity.recipient(),
    });
    let message = Message {
        case: report.case,
        day: report.day,
        officer: "Anna de Vries".to_owned(),
        status: Status::find("clarify"),
        text: Some(TYPED.into()),
        next_news: Day::parse("2026-12-07"),
        silence_until: Day::parse("2026-12-03"),
    };
    let readers = Readers::new(readers.collect()).unwrap();
    let sealed = seal_for_reporter(&message, &report.mailbox, &readers).unwrap();
    let once = OnceId::random(&Random::from_system());
    assert_eq!(desk.append(report.case, once, sealed).0, 200);
}

/// Runs a check on every page of every language.
fn on_every_page(check: impl Fn(&TestServer, Language, &Sample)) {
    let server = TestServer::start_with(EVERY_LANGUAGE);
    for language in Language::iter().copied() {
        for sample in samples(&server, language) {
            let Sample { name, status, response } = &sample;
            assert_eq!(response.status, *status, "{language}: {name}");
            check(&server, language, &sample);
        }
    }
}

#[test]
fn every_page_is_whole_and_in_its_language() {
    on_every_page(|_, language, Sample { name, response, .. }| {
        let place = format!("{language}: {name}");
        for leftover in ["{{", "{%", "{ $", "Unknown localization", "None)", "Some("] {
            assert!(!response.body.contains(leftover), "{place}: {leftover}");
        }
        let page = Html::parse(&response.body);
        assert_eq!(page.one("html").attr("lang"), Some(language.as_ref()), "{place}");
        let direction = if language == Language::Ar { "rtl" } else { "ltr" };
        assert_eq!(page.one("html").attr("dir"), Some(direction), "{place}");
        assert!(!page.text("h1").is_empty(), "{place}");
        assert_eq!(page.text(".leave a"), language.load().leave(), "{place}");
        assert!(response.body.starts_with("<!doctype html>"), "{place}");
    });
}

/// A server whose Dutch pages speak in this tone.
fn server_speaking(tone: &str) -> TestServer {
    TestServer::start_with(&format!("[reporting]\ntone = \"{tone}\"\n"))
}

/// Every word that a page shows or reads out, what the officer typed left out.
fn words(page: &Html) -> BTreeSet<String> {
    let read_out = ["aria-label", "title", "alt", "placeholder"];
    let mut shown: Vec<String> = page.all("title, body").into_iter().map(text).collect();
    for element in page.all("*") {
        let attributes = element.value().attrs();
        let said =
            attributes.filter(|(name, _)| read_out.contains(name) || name.starts_with("data-"));
        shown.extend(said.map(|(_, value)| value.to_owned()));
    }
    let shown = shown.join("\n").replace(TYPED, "").replace(&TYPED.replace('\n', " "), "");
    let words = shown.split(|symbol: char| !symbol.is_alphanumeric());
    words.map(str::to_lowercase).collect()
}

#[test]
fn the_dutch_pages_speak_in_the_tone_of_the_organisation() {
    let (polite, familiar) = (["u", "uw", "uzelf"], ["je", "jij", "jou", "jouw", "jullie"]);
    for (tone, ours, never) in
        [("u", &polite[..2], &familiar[..]), ("je", &familiar[..1], &polite[..])]
    {
        let server = server_speaking(tone);
        let mut heard = BTreeSet::new();
        for Sample { name, status, response } in samples(&server, Language::Nl) {
            assert_eq!(response.status, status, "{tone}: {name}");
            let page = Html::parse(&response.body);
            assert_eq!(page.one("html").attr("lang"), Some("nl"), "{tone}: {name}");
            let words = words(&page);
            for word in never {
                assert!(!words.contains(*word), "{tone}: {name}: {word}");
            }
            heard.extend(words);
        }
        assert!(ours.iter().all(|word| heard.contains(*word)), "{tone}");
    }
}

#[test]
fn a_report_in_the_familiar_tone_is_a_report_in_dutch() {
    let server = server_speaking("je");
    assert_eq!(server.reporter().report(&[("story", "Iets.")]).1.status, 200);
    assert_eq!(server.desk(0).reports()[0].language, Language::Nl);
}

#[test]
fn a_language_that_nobody_checked_says_so_on_every_page() {
    on_every_page(|_, language, Sample { name, response, .. }| {
        let place = format!("{language}: {name}");
        let page = Html::parse(&response.body);
        let marks = page.all(".unchecked p");
        if matches!(language, Language::Nl | Language::En) {
            assert!(marks.is_empty(), "{place}");
            return;
        }
        let said: Vec<_> = marks.iter().map(|mark| text(*mark)).collect();
        assert!(said[0].starts_with(&language.load().language_unchecked()), "{place}");
        assert_eq!(said[1], Language::Nl.load().language_unchecked(), "{place}");
        assert_eq!((marks[1].attr("lang"), marks[1].attr("dir")), (Some("nl"), Some("ltr")));
        // A way to the Dutch page stands wherever nothing that was typed is lost on it.
        let links = page.all(".unchecked a");
        assert_eq!(links.len(), page.all(".switch").len(), "{place}");
        for link in links {
            let dutch = link.attr("href").unwrap();
            assert!(!dutch.starts_with(base(language)), "{place}: {dutch}");
            assert_eq!(link.attr("hreflang"), Some("nl"), "{place}");
        }
    });
}

#[test]
fn every_language_is_offered_by_its_own_name() {
    on_every_page(|_, language, Sample { name, response, .. }| {
        let page = Html::parse(&response.body);
        let links = page.all(".switch a");
        // In the order of their list, which begins with Dutch.
        let all = [Language::Nl, Language::En, Language::Ar, Language::Pl];
        let others = all.into_iter().filter(|other| *other != language);
        for (link, other) in links.iter().zip(others) {
            let code = Some(other.as_ref());
            assert_eq!((link.attr("lang"), link.attr("hreflang")), (code, code), "{name}");
            assert_eq!(text(*link), other.load().language_name(), "{name}");
            assert!(link.attr("href").unwrap().starts_with(base(other)), "{name}");
        }
        assert!(links.is_empty() || links.len() == Language::iter().count() - 1, "{name}");
    });
}

#[test]
fn no_title_gives_the_reporter_away() {
    on_every_page(|_, language, Sample { name, response, .. }| {
        let page = Html::parse(&response.body);
        let title = page.text("title").to_lowercase();
        assert!(!title.is_empty(), "{language}: {name}");
        let telling = [
            "meld",
            "misbruik",
            "report",
            "abuse",
            "geweld",
            "klacht",
            "zorg",
            "care",
            "zgłosz",
            "przemoc",
            "skarg",
            "opiek",
            "بلاغ",
            "بلّغ",
            "عنف",
            "شكو",
            "رعاية",
        ];
        for word in telling {
            assert!(!title.contains(word), "{language}: {name}: {title}");
        }
    });
}

#[test]
fn nothing_on_a_page_comes_from_elsewhere_or_runs() {
    on_every_page(|_, language, Sample { name, response, .. }| {
        let place = format!("{language}: {name}");
        let page = Html::parse(&response.body);
        assert!(
            page.all(
                "script:not([src$='/meldpunt.js'], [src='/turn.js']), style, iframe, object, embed, base, [style]"
            )
            .is_empty(),
            "{place}"
        );
        for element in page.all("*") {
            for (attribute, value) in element.value().attrs() {
                assert!(!attribute.starts_with("on"), "{place}: {attribute}");
                let leads = ["href", "src", "action", "srcset", "poster", "formaction"];
                if leads.contains(&attribute) {
                    let is_leave = value == "https://www.knmi.nl/";
                    let start = ["/", "#", "tel:", "mailto:", "data:,"];
                    let ours = start.iter().any(|start| value.starts_with(start))
                        && !value.starts_with("//");
                    assert!(is_leave || ours, "{place}: {value}");
                }
            }
        }
    });
}

#[test]
fn every_link_of_ours_leads_to_a_page() {
    let mut paths = BTreeSet::new();
    let server = TestServer::start_with(EVERY_LANGUAGE);
    for language in Language::iter().copied() {
        for sample in samples(&server, language) {
            let page = Html::parse(&sample.response.body);
            let links = page.all("a[href], link[href]").into_iter();
            paths.extend(links.filter_map(|link| link.attr("href").map(str::to_owned)));
            for link in page.all("a[href^=\"#\"]") {
                assert_eq!(page.all(link.attr("href").unwrap()).len(), 1, "{}", sample.name);
            }
        }
    }
    let ours: Vec<_> = paths.iter().filter(|path| path.starts_with('/')).collect();
    assert!(ours.len() >= 8, "{ours:?}");
    for path in ours {
        assert_eq!(server.reporter().get(path).status, 200, "{path}");
    }
}

#[test]
fn every_field_has_a_label_and_every_id_is_used_once() {
    on_every_page(|_, language, Sample { name, response, .. }| {
        let place = format!("{language}: {name}");
        let page = Html::parse(&response.body);
        let mut ids = BTreeSet::new();
        for element in page.all("[id]") {
            let id = element.attr("id").unwrap();
            assert!(ids.insert(id), "{place}: {id} twice");
        }
        for label in page.all("label") {
            // A label names its field, or stands around it.
            let inside = label.child_elements().filter(|element| element.value().name() == "input");
            let is_named = label.attr("for").is_some_and(|target| ids.contains(target));
            assert!(is_named != (inside.count() == 1), "{place}: {}", label.html());
            assert!(!text(label).is_empty(), "{place}: {}", label.html());
        }
        for field in page.all("input:not([type=hidden]), select, textarea") {
            let is_inside = field.parent().and_then(scraper::ElementRef::wrap);
            let is_inside = is_inside.is_some_and(|parent| parent.value().name() == "label");
            let named = field.attr("id").map(|id| page.all(&format!("label[for=\"{id}\"]")).len());
            assert_eq!(named.unwrap_or_default() + usize::from(is_inside), 1, "{place}");
        }
        let referring = page.all("[aria-describedby], [aria-labelledby]");
        for element in referring {
            let described = element.attr("aria-describedby").unwrap_or_default();
            let labelled = element.attr("aria-labelledby").unwrap_or_default();
            for id in described.split(' ').chain(labelled.split(' ')).filter(|id| !id.is_empty()) {
                assert!(ids.contains(id), "{place}: {id}");
            }
        }
        for field in page.all("input, textarea") {
            let remembered = matches!(field.attr("type"), Some("radio" | "checkbox"));
            let form = field.ancestors().find_map(|node| {
                scraper::ElementRef::wrap(node).filter(|element| element.value().name() == "form")
            });
            let form = form.and_then(|form| form.attr("autocomplete"));
            let own = field.attr("autocomplete").or(form);
            assert!(remembered || own == Some("off"), "{place}");
        }
        for fieldset in page.all("fieldset") {
            let legend = fieldset.child_elements().next().map(|first| first.value().name());
            assert_eq!(legend, Some("legend"), "{place}");
        }
    });
}

#[test]
fn every_answer_carries_every_header() {
    let required = [
        ("cache-control", "no-store"),
        ("referrer-policy", "same-origin"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-embedder-policy", "require-corp"),
        ("cross-origin-resource-policy", "same-origin"),
        ("origin-agent-cluster", "?1"),
        ("x-dns-prefetch-control", "off"),
    ];
    let check = |place: &str, response: &Response| {
        let header =
            |name: &str| response.headers.get(name).map(String::as_str).unwrap_or_default();
        for (name, value) in required {
            assert_eq!(header(name), value, "{place}: {name}");
        }
        let policy = header("content-security-policy");
        for part in [
            "default-src 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
        ] {
            assert!(policy.contains(part), "{place}: {part}");
        }
        assert!(policy.contains("script-src 'self';"), "{place}");
        for part in ["unsafe", "http", "*"] {
            assert!(!policy.contains(part), "{place}: {part}");
        }
        for part in ["camera=()", "microphone=()", "geolocation=()", "display-capture=()"] {
            assert!(header("permissions-policy").contains(part), "{place}: {part}");
        }
        for absent in [
            "set-cookie",
            "server",
            "etag",
            "last-modified",
            "onion-location",
            "strict-transport-security",
        ] {
            assert!(!response.headers.contains_key(absent), "{place}: {absent}");
        }
    };
    on_every_page(|_, language, sample| {
        check(&format!("{language}: {}", sample.name), &sample.response);
        assert_eq!(sample.response.headers["content-type"], "text/html; charset=utf-8");
    });
    let server = TestServer::start();
    for file in
        ["/style.css", "/thread.css", "/easy.css", "/pictures.svg", "/meldpunt.js", "/turn.js"]
    {
        check(file, &server.reporter().get(file));
    }
    check("officers", &server.reporter().get("/api/officer/v1/feed"));
}

#[test]
fn every_page_is_light() {
    let server = TestServer::start();
    let weight = |path: &str| server.reporter().get(path).body.len();
    let styles = ["/style.css", "/thread.css", "/easy.css"].map(|path| (path, weight(path)));
    on_every_page(|_, language, Sample { name, response, .. }| {
        let page = Html::parse(&response.body);
        let links = page.all("link[rel=stylesheet]").into_iter();
        let weight = |path| styles.iter().find(|(known, _)| *known == path).unwrap().1;
        let style: usize = links.map(|link| weight(link.attr("href").unwrap())).sum();
        let bytes = response.body.len();
        assert!(bytes + style <= MAX_BYTES, "{language}: {name}: {bytes} + {style} bytes");
    });
}

#[test]
fn every_condition_of_the_stylesheet_finds_its_field_on_the_form() {
    let server = TestServer::start();
    let style = server.reporter().get("/style.css").body;
    let page = Html::parse(&server.reporter().get("/melden").body);
    let (_, conditions) = style.split_once("@supports").unwrap();
    let is_name = |symbol: char| symbol.is_ascii_alphanumeric() || "_-".contains(symbol);
    let ids = conditions.split('#').skip(1).filter_map(|rest| rest.split(|c| !is_name(c)).next());
    let ids: BTreeSet<_> = ids.collect();
    assert!(ids.len() > 30, "{ids:?}");
    for id in ids {
        page.one(&format!("#{id}"));
    }
}
