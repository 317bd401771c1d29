//! Whole cases, told as stories: a real server, the officers' desks in a browser, and days that pass
//! by the clock of the fixtures. Each ends with what another officer sees after syncing, on the desk
//! and from the built `meldteam`.

mod colleague;
mod council;
mod kept;
mod member;
mod pages;
mod secrets;
mod sexual;
mod week;
mod wrongly;

use crate::{
    browser::{Script, Tab},
    desk::{Officer, PASSPHRASE},
    server::{TODAY, TestServer, make_organisation, public_number},
};
use std::{fs, sync::Arc, time::Duration};
use tokio::{net::TcpListener, runtime::Runtime, sync::oneshot};
use veilig_melden::{
    Language,
    core::{Clock, Day, Plaintext, Random},
    desk::{Desk, DeskOptions},
};

/// Long enough that no desk locks during a test.
const IDLE: Duration = Duration::from_secs(3600);

/// Three officers and their server.
pub struct Meldteam {
    pub server: TestServer,
    pub anna: Officer,
    pub bram: Officer,
    pub chris: Officer,
}

impl Meldteam {
    /// On [`TODAY`], a Monday.
    pub fn start() -> Self {
        let [anna, bram, chris] =
            ["Anna de Vries", "Bram Jansen", "Chris Öztürk"].map(Officer::enrolled);
        let folder = tempfile::tempdir().unwrap();
        make_organisation(folder.path(), &[], "127.0.0.1:0".parse().unwrap());
        for (place, officer) in [&anna, &bram, &chris].iter().enumerate() {
            let file = folder.path().join(format!("keys/{place}.toml"));
            fs::copy(&officer.public_file, file).unwrap();
        }
        let clock = Clock::Fixed(Day::parse(TODAY).unwrap());
        let server = TestServer::over(folder, Vec::new(), clock);
        [&anna, &bram, &chris].iter().for_each(|officer| officer.serves(&server.url("")));
        Self { server, anna, bram, chris }
    }

    /// A report; gives the receipt code and the public number.
    pub fn report(&self, fields: &[(&str, &str)]) -> (String, String) {
        let (code, receipt) = self.server.reporter().report(fields);
        assert_eq!(receipt.status, 200, "{}", receipt.body);
        (code, public_number(&receipt.body))
    }
}

/// An officer at their desk, on one day: the desk as `meldteam open` serves it, and a browser.
pub struct Sitting<'a> {
    pub tab: &'a Tab,
    pub base: String,
    stop: Option<oneshot::Sender<()>>,
    runtime: Runtime,
}

impl<'a> Sitting<'a> {
    /// Unlocks and syncs.
    pub fn open(tab: &'a Tab, officer: &Officer, day: &str) -> Self {
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let desk = {
            let _inside = runtime.enter();
            let folder = officer.folder.path().to_owned();
            let clock = Clock::Fixed(Day::parse(day).unwrap());
            let random = Arc::new(Random::from_system());
            let language = Language::Nl;
            Desk::at(DeskOptions { folder, clock, random, language, idle: IDLE, listener })
        };
        let desk = desk.unwrap();
        let link = desk.link();
        desk.unlock(&Plaintext::from(PASSPHRASE)).unwrap();
        let (stop, stopped) = oneshot::channel();
        runtime.spawn(desk.serve(async move { drop(stopped.await) }));
        tab.go(&link);
        // The link leads on to the first page by itself.
        let came = "location.pathname === '/' && document.readyState === 'complete'";
        tab.until_true(came, "the first page");
        Self { tab, base, stop: Some(stop), runtime }
    }

    /// Opens the case with this number; gives its path.
    pub fn case(&self, number: &str) -> String {
        self.tab.go(&format!("{}/cases?show=all", self.base));
        self.tab.until("#main");
        let find = format!(
            "[...document.querySelectorAll('.cases h3 a')].find(a => a.textContent === '{number}')\
             ?.getAttribute('href')"
        );
        let path = self.tab.evaluate(&find);
        assert!(path.starts_with("/cases/"), "{number} is there: {}", self.tab.text());
        self.go(&path);
        path
    }

    pub fn go(&self, path: &str) {
        self.tab.go(&format!("{}{path}", self.base));
        self.tab.until("#main");
    }

    /// Fills in a form and sends it with this button, after the browser has answered; waits for the
    /// page that follows.
    pub fn send(&self, form: &str, fields: &[(&str, &str)], button: &str) {
        self.tab.until(&format!("#{form}"));
        let fields: Vec<_> = fields.iter().map(|(name, value)| [*name, *value]).collect();
        let sent = self.tab.evaluate(&format!(
            "(() => {{ const form = document.getElementById({form:?}), fields = {fields:?};
            for (let e = form; e; e = e.parentElement) if (e.matches('details')) e.open = true;
            for (const [name, value] of fields) {{
              const all = [...form.elements].filter((e) => e.name === name);
              if (!all.length) return 'no field ' + name;
              const one = all.find((e) => e.matches('[type=radio], [type=checkbox]'));
              if (!one) all[0].value = value;
              else {{ const chosen = all.find((e) => e.value === value);
                if (!chosen) return 'no choice ' + value; chosen.checked = true; }}
            }}
            const pressed = form.querySelector({button:?}); window.wasSent = true;
            setTimeout(() => pressed.click()); return ''; }})()"
        ));
        assert!(sent.is_empty(), "{form}: {sent}");
        let came = "!window.wasSent && document.readyState === 'complete' && !!document.body";
        self.tab.until_true(came, form);
    }

    /// Sends a form that must be kept.
    pub fn record(&self, form: &str, fields: &[(&str, &str)]) {
        self.send(form, fields, ".buttons button");
        assert!(self.tab.is_seen(".notice.good"), "{form}: {}", self.tab.text());
    }

    /// Sends a form that must come back; gives what stands beside this field.
    pub fn refused(&self, form: &str, fields: &[(&str, &str)], field: &str) -> String {
        self.send(form, fields, ".buttons button");
        assert!(!self.tab.is_seen(".notice.good"), "{form}: {}", self.tab.text());
        self.tab.text_of(&format!("#{form}-{field}-fault"))
    }

    /// Shares and fetches.
    pub fn sync(&self) {
        self.tab.evaluate("window.wasSent = true; ''");
        self.tab.click(".tools form[action='/sync'] button");
        self.tab.until_true("!window.wasSent && document.readyState === 'complete'", "the sync");
    }

    /// Fails unless the page says all of these.
    pub fn says(&self, words: &[&str]) {
        let text = self.tab.text();
        words.iter().for_each(|words| assert!(text.contains(words), "{words}: {text}"));
    }

    pub fn hides(&self, words: &[&str]) {
        let html = self.tab.evaluate("document.documentElement.outerHTML");
        words.iter().for_each(|words| assert!(!html.contains(words), "{words}: {html}"));
    }

    pub fn count(&self, selector: &str) -> usize {
        let count = format!("String(document.querySelectorAll(`{selector}`).length)");
        self.tab.evaluate(&count).parse().unwrap()
    }
}

impl Drop for Sitting<'_> {
    fn drop(&mut self) {
        drop(self.stop.take());
        // Let the desk lock before its folder is used by another one.
        self.runtime.block_on(tokio::task::yield_now());
    }
}

/// A browser as wide as an officer's screen.
pub fn screen() -> Tab {
    Tab::open(1280, Script::On)
}

/// What the built program says of a case to this officer.
pub fn told(officer: &Officer, number: &str) -> String {
    officer.done(&["case", number])
}

/// The sentence as a page shows it.
pub fn shown(sentence: String) -> String {
    crate::desk::plain(&sentence)
}
