//! The road in a real browser: Chromium, with script and without, on a phone and on a desk, and
//! axe-core on every page.
//!
//! Needs `chromium` and `target/browser/axe.min.js`; `tests/run` puts both in place. Pictures of
//! every page go to `target/screenshots`, or to the folder that `SCREENSHOTS` names.

use chromiumoxide::{
    browser::{Browser, BrowserConfig},
    cdp::browser_protocol::{
        dom::ScrollIntoViewIfNeededParams,
        emulation::{SetDeviceMetricsOverrideParams, SetScriptExecutionDisabledParams},
        input::InsertTextParams,
    },
    page::ScreenshotParams,
};
use futures::StreamExt;
use std::{fs, path::PathBuf, time::Duration};
use tokio::runtime::Runtime;

/// How long a page may take on a busy machine before the test says that it never came.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether pages may run script.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Script {
    On,
    Off,
}

/// A browser window with one tab.
pub struct Tab {
    page: chromiumoxide::Page,
    browser: Browser,
    name: String,
    width: u32,
    script: Script,
    runtime: Runtime,
    _profile: tempfile::TempDir,
}

impl Tab {
    /// Opens a window this many CSS pixels wide.
    pub fn open(width: u32, script: Script) -> Self {
        let height = if width < 600 { 740 } else { 900 };
        let runtime = Runtime::new().unwrap();
        let profile = tempfile::tempdir().unwrap();
        let config = BrowserConfig::builder()
            .chrome_executable("/usr/bin/chromium")
            .user_data_dir(profile.path())
            .no_sandbox()
            .viewport(None)
            .window_size(width, height)
            .launch_timeout(PATIENCE)
            .request_timeout(PATIENCE)
            .args(["disable-gpu", "disable-quic", "disable-component-update", "disable-sync"])
            .build()
            .unwrap();
        let (browser, page) = runtime.block_on(async {
            let launched = Browser::launch(config).await;
            let (browser, mut handler) =
                launched.expect("chromium starts; `tests/run` installs it");
            tokio::spawn(async move { while handler.next().await.is_some() {} });
            let page = browser.new_page("about:blank").await.unwrap();
            let size = SetDeviceMetricsOverrideParams::new(width, height, 1.0, width < 600);
            page.execute(size).await.unwrap();
            (browser, page)
        });
        let words = if script == Script::On { "script" } else { "no-script" };
        let name = format!("{width}-{words}");
        let tab = Self { page, browser, name, width, script, runtime, _profile: profile };
        tab.let_run(script);
        tab
    }

    fn let_run(&self, script: Script) {
        let disabled = SetScriptExecutionDisabledParams::new(script == Script::Off);
        self.runtime.block_on(self.page.execute(disabled)).unwrap();
    }

    pub fn go(&self, url: &str) {
        self.runtime.block_on(async {
            self.page.goto(url).await.unwrap();
        });
    }

    /// Waits until the page has this element.
    pub fn until(&self, selector: &str) {
        let found = self.runtime.block_on(async {
            // Asking costs a round trip to the browser, so this does not spin.
            let asking = async {
                while self.page.find_element(selector).await.is_err() {
                    tokio::task::yield_now().await;
                }
            };
            tokio::time::timeout(PATIENCE, asking).await
        });
        assert!(
            found.is_ok(),
            "{}: {selector} never came; the page says: {}",
            self.name,
            self.text()
        );
    }

    pub fn click(&self, selector: &str) {
        self.until(selector);
        self.runtime.block_on(async {
            let element = self.page.find_element(selector).await.unwrap();
            self.scroll_to(&element).await;
            let middle = element.clickable_point().await.unwrap();
            self.page.click(middle).await.unwrap();
        });
    }

    pub fn fill(&self, selector: &str, text: &str) {
        self.until(selector);
        self.runtime.block_on(async {
            let element = self.page.find_element(selector).await.unwrap();
            self.scroll_to(&element).await;
            element.focus().await.unwrap();
            for letter in text.chars() {
                self.page.execute(InsertTextParams::new(letter)).await.unwrap();
            }
        });
    }

    /// Scrolls as the browser itself does; the library's own way needs script in the page.
    async fn scroll_to(&self, element: &chromiumoxide::Element) {
        let node = element.backend_node_id;
        let scroll = ScrollIntoViewIfNeededParams::builder().backend_node_id(node).build();
        self.page.execute(scroll).await.unwrap();
    }

    /// The visible text of the page.
    pub fn text(&self) -> String {
        self.evaluate("document.body.innerText")
    }

    pub fn evaluate(&self, script: &str) -> String {
        self.runtime.block_on(async {
            let answer = tokio::time::timeout(PATIENCE, self.page.evaluate(script)).await;
            let result = answer.expect("the page answers").unwrap();
            result.into_value::<Option<String>>().unwrap().unwrap_or_default()
        })
    }

    /// Takes a picture, and fails when axe-core finds a fault or the page scrolls sideways.
    pub fn look(&self, what: &str) {
        let picture = ScreenshotParams::builder().full_page(true).build();
        let picture = self.runtime.block_on(self.page.screenshot(picture)).unwrap();
        let folder = std::env::var_os("SCREENSHOTS")
            .map_or_else(|| PathBuf::from("target/screenshots"), PathBuf::from);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(format!("{}-{what}.png", self.name)), picture).unwrap();
        let sideways =
            "String(document.documentElement.scrollWidth > document.documentElement.clientWidth)";
        assert_eq!(self.evaluate(sideways), "false", "{} {what} scrolls sideways", self.name);
        let faults = self.axe();
        assert!(faults.is_empty(), "{} {what}: {faults}", self.name);
    }

    /// What axe-core finds: a line per fault, with the element. A page without script is looked at
    /// as a copy in a second tab, because axe-core needs timers, which such a page does not have.
    fn axe(&self) -> String {
        let axe = fs::read_to_string("target/browser/axe.min.js")
            .expect("axe-core lies in target/browser; `tests/run` puts it there");
        let run = "axe.run({resultTypes: ['violations']}).then(r => r.violations.map(v => \
                   v.id + ': ' + v.nodes.map(n => n.html).join(' | ')).join('\\n'))";
        let ask = format!("{axe};{run}");
        if self.script == Script::On {
            return self.evaluate(&ask);
        }
        self.runtime.block_on(async {
            let html = self.page.content().await.unwrap();
            let origin = self.page.url().await.unwrap().unwrap();
            let base = format!("<head><base href=\"{origin}\">");
            let copy = self.browser.new_page("about:blank").await.unwrap();
            let size = SetDeviceMetricsOverrideParams::new(self.width, 900, 1.0, false);
            copy.execute(size).await.unwrap();
            copy.set_content(html.replacen("<head>", &base, 1)).await.unwrap();
            let result = copy.evaluate(ask).await.unwrap();
            let faults = result.into_value::<String>().unwrap();
            copy.close().await.unwrap();
            faults
        })
    }

    /// Whether an element is drawn.
    pub fn is_seen(&self, selector: &str) -> bool {
        let seen = format!("String(document.querySelector('{selector}').offsetParent !== null)");
        self.evaluate(&seen) == "true"
    }

    pub fn text_of(&self, selector: &str) -> String {
        self.property(selector, "innerText")
    }

    pub fn property(&self, selector: &str, property: &str) -> String {
        self.evaluate(&format!("String(document.querySelector('{selector}').{property})"))
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        self.runtime.block_on(async {
            let closed = self.browser.close().await;
            drop(closed);
            drop(self.browser.wait().await);
        });
    }
}
