//! The road in a real browser: Chromium, with script and without, on a phone and on a desk, and
//! axe-core on every page.
//!
//! Needs `chromium` and `target/browser/axe.min.js`; `tests/run` puts both in place. Pictures of
//! every page go to `target/screenshots`, or to the folder that `SCREENSHOTS` names.

use chromiumoxide::{
    browser::{Browser, BrowserConfig},
    cdp::{
        IntoEventKind,
        browser_protocol::{
            browser::{PermissionDescriptor, PermissionSetting, SetPermissionParams},
            dom::{ScrollIntoViewIfNeededParams, SetFileInputFilesParams},
            emulation::{
                MediaFeature, SetDeviceMetricsOverrideParams, SetEmulatedMediaParams,
                SetFocusEmulationEnabledParams, SetScriptExecutionDisabledParams,
                SetTouchEmulationEnabledParams,
            },
            input::{DispatchKeyEventParams, DispatchKeyEventType, InsertTextParams},
            log::{EventEntryAdded, LogEntryLevel, LogEntrySource},
            network::{
                EmulateNetworkConditionsByRuleParams, EventRequestWillBeSent, NetworkConditions,
            },
            page::{PrintToPdfParams, Viewport},
        },
        js_protocol::runtime::EventExceptionThrown,
    },
    page::ScreenshotParams,
};
use futures::StreamExt;
use std::{
    fs,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::runtime::Runtime;

/// How long a page may take on a busy machine before the test says that it never came.
const PATIENCE: Duration = Duration::from_secs(60);

/// How high a picture in the officers' handbook is at most, in pixels.
const HANDBOOK_HEIGHT: f64 = 860.0;

/// Whether pages may run script.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Script {
    On,
    Off,
}

/// A key, with what browsers want to know of it.
#[derive(Clone, Copy)]
pub enum Key {
    Tab,
    BackTab,
    Enter,
    Space,
    Down,
    Shift,
}

impl Key {
    /// Its name, its code, the text that it types, and whether Shift is held (8) or not (0).
    fn parts(self) -> (&'static str, i64, &'static str, i64) {
        match self {
            Self::Tab => ("Tab", 9, "", 0),
            Self::BackTab => ("Tab", 9, "", 8),
            Self::Enter => ("Enter", 13, "\r", 0),
            Self::Space => (" ", 32, " ", 0),
            Self::Down => ("ArrowDown", 40, "", 0),
            Self::Shift => ("Shift", 16, "", 8),
        }
    }
}

/// The line to the server.
#[derive(Clone, Copy)]
pub enum Line {
    Open,
    Slow { bytes_a_second: f64 },
    Gone,
}

/// A list that grows while the browser runs.
type Heard = Arc<Mutex<Vec<String>>>;

/// A browser window with one tab.
pub struct Tab {
    page: chromiumoxide::Page,
    browser: Browser,
    name: String,
    width: u32,
    script: Script,
    wish: SetEmulatedMediaParams,
    /// What the browser complained about: blocked by the policy, or thrown by a script.
    complaints: Heard,
    /// The addresses that were asked for.
    requests: Heard,
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
        let (complaints, requests) = (Heard::default(), Heard::default());
        let mut tab = Self {
            page,
            browser,
            name: String::new(),
            width,
            script,
            wish: SetEmulatedMediaParams::default(),
            complaints,
            requests,
            runtime,
            _profile: profile,
        };
        tab.let_run(script);
        tab.hear(&tab.complaints, complaint);
        tab.hear(&tab.complaints, |thrown: &EventExceptionThrown| {
            Some(thrown.exception_details.text.clone())
        });
        tab.hear(&tab.requests, |sent: &EventRequestWillBeSent| Some(sent.request.url.clone()));
        tab
    }

    /// From now on, pages may run script or not.
    pub fn let_run(&mut self, script: Script) {
        self.script = script;
        self.name = self.named();
        let disabled = SetScriptExecutionDisabledParams::new(script == Script::Off);
        self.runtime.block_on(self.page.execute(disabled)).unwrap();
    }

    /// Notes what these events say.
    fn hear<E: IntoEventKind + Unpin + Send + Sync>(
        &self,
        list: &Heard,
        say: fn(&E) -> Option<String>,
    ) {
        let list = Arc::clone(list);
        let mut events = self.runtime.block_on(self.page.event_listener::<E>()).unwrap();
        self.runtime.spawn(async move {
            while let Some(event) = events.next().await {
                list.lock().unwrap().extend(say(&event));
            }
        });
    }

    /// The addresses asked for since the last time that this was called.
    pub fn requests(&self) -> Vec<String> {
        std::mem::take(&mut *self.requests.lock().unwrap())
    }

    /// Makes the window this many CSS pixels wide, each as many dots wide as `zoom`.
    pub fn resize(&mut self, width: u32, zoom: f64) {
        let size = SetDeviceMetricsOverrideParams::new(width, 740, zoom, false);
        self.runtime.block_on(self.page.execute(size)).unwrap();
        self.width = width;
        self.name = self.named();
    }

    /// What its pictures begin with.
    fn named(&self) -> String {
        let words = if self.script == Script::On { "script" } else { "no-script" };
        format!("{}-{words}", self.width)
    }

    /// Shows pages as on this medium (`print`, or empty for a screen), with this wish of the reader.
    pub fn emulate(&mut self, medium: &str, (feature, value): (&str, &str)) {
        let feature = MediaFeature { name: feature.to_owned(), value: value.to_owned() };
        let wish = SetEmulatedMediaParams::builder().media(medium).feature(feature).build();
        self.wish = wish;
        self.runtime.block_on(self.page.execute(self.wish.clone())).unwrap();
    }

    /// Lets pages use the clipboard, and believe that the window is in front.
    pub fn allow_clipboard(&self) {
        let grant = ["clipboard-read", "clipboard-write"].map(|name| {
            SetPermissionParams::new(PermissionDescriptor::new(name), PermissionSetting::Granted)
        });
        self.runtime.block_on(async {
            for grant in grant {
                self.browser.execute(grant).await.unwrap();
            }
            self.page.execute(SetFocusEmulationEnabledParams::new(true)).await.unwrap();
        });
    }

    /// The cookies that the browser holds for this page.
    pub fn cookies(&self) -> usize {
        self.runtime.block_on(self.page.get_cookies()).unwrap().len()
    }

    /// The page as it comes out of a printer.
    pub fn pdf(&self) -> Vec<u8> {
        self.runtime.block_on(self.page.pdf(PrintToPdfParams::default())).unwrap()
    }

    /// The window is a phone's, under a finger.
    pub fn touch(&self) {
        let touch = SetTouchEmulationEnabledParams::new(true);
        self.runtime.block_on(self.page.execute(touch)).unwrap();
    }

    /// From now on, the line is like this.
    pub fn line(&self, line: Line) {
        let (offline, upload) = match line {
            Line::Open => (false, -1.0),
            Line::Slow { bytes_a_second } => (false, bytes_a_second),
            Line::Gone => (true, -1.0),
        };
        let everywhere = vec![NetworkConditions::new("", 0.0, -1.0, upload)];
        let conditions = EmulateNetworkConditionsByRuleParams::new(offline, everywhere);
        self.runtime.block_on(self.page.execute(conditions)).unwrap();
    }

    /// Chooses these files in a field.
    pub fn choose(&self, selector: &str, files: &[&PathBuf]) {
        self.until(selector);
        self.runtime.block_on(async {
            let element = self.page.find_element(selector).await.unwrap();
            let files = files.iter().map(|file| file.to_str().unwrap().to_owned());
            let choose = SetFileInputFilesParams::builder()
                .files(files)
                .backend_node_id(element.backend_node_id)
                .build()
                .unwrap();
            self.page.execute(choose).await.unwrap();
        });
    }

    /// Presses a key and lets it go.
    pub fn press(&self, key: Key) {
        let (name, code, text, modifiers) = key.parts();
        let event = |kind| {
            let event = DispatchKeyEventParams::builder().r#type(kind).key(name).code(name);
            event.windows_virtual_key_code(code).modifiers(modifiers)
        };
        let down = event(DispatchKeyEventType::KeyDown).text(text).build().unwrap();
        let up = event(DispatchKeyEventType::KeyUp).modifiers(0).build().unwrap();
        self.runtime.block_on(async {
            self.page.execute(down).await.unwrap();
            self.page.execute(up).await.unwrap();
        });
    }

    /// Types into whatever has the focus.
    pub fn write(&self, text: &str) {
        self.runtime.block_on(self.page.execute(InsertTextParams::new(text))).unwrap();
    }

    pub fn go(&self, url: &str) {
        self.runtime.block_on(async {
            self.page.goto(url).await.unwrap();
        });
    }

    /// Waits until the page has this element.
    pub fn until(&self, selector: &str) {
        self.until_true(&format!("document.querySelector(`{selector}`) !== null"), selector);
    }

    /// Waits until this holds, on this page or on the next.
    pub fn until_true(&self, condition: &str, what: &str) {
        let script = format!("String({condition})");
        let found = self.runtime.block_on(async {
            // Asking costs a round trip to the browser, so this does not spin.
            let asking = async {
                loop {
                    // A page that is going cannot be asked.
                    let answer = self.page.evaluate(script.as_str()).await;
                    if answer.is_ok_and(|it| it.value() == Some(&"true".into())) {
                        return;
                    }
                    tokio::task::yield_now().await;
                }
            };
            tokio::time::timeout(PATIENCE, asking).await
        });
        assert!(found.is_ok(), "{}: {what} never came; the page says: {}", self.name, self.text());
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

    /// Takes a picture, and fails when axe-core finds a fault, the page does not fit or the browser
    /// complained.
    pub fn look(&self, what: &str) {
        self.picture(what);
        self.fits(what);
        let faults = self.axe();
        assert!(faults.is_empty(), "{} {what}: {faults}", self.name);
        // What the browser says of axe-core itself says nothing about the page.
        self.complaints.lock().unwrap().clear();
    }

    /// Fails when the page does not fit in the window, or the browser complained.
    pub fn fits(&self, what: &str) {
        let wide = self.evaluate("String(innerWidth)");
        assert_eq!(wide, self.width.to_string(), "{} {what}: the window's width", self.name);
        let faults = self.evaluate(MISFITS);
        assert!(faults.is_empty(), "{} {what} does not fit: {faults}", self.name);
        let complaints = self.complaints.lock().unwrap();
        assert!(complaints.is_empty(), "{} {what}: {complaints:?}", self.name);
    }

    /// Takes a picture of the whole page.
    pub fn picture(&self, what: &str) {
        let folder = std::env::var_os("SCREENSHOTS")
            .map_or_else(|| PathBuf::from("target/screenshots"), PathBuf::from);
        // Not the library's `full_page`: it forgets how wide the window was set to be.
        let height = self.property("html", "scrollHeight").parse().unwrap();
        let picture = self.top(height);
        self.shoot(picture, folder.join(format!("{}-{what}.png", self.name)));
    }

    /// Takes one of the pictures of the README, of the top of the page, when
    /// `README_SCREENSHOTS` names a folder: with script, phones for reporters, desks for the desk.
    pub fn show(&self, what: &str, width: u32) {
        let Some(folder) = std::env::var_os("README_SCREENSHOTS") else { return };
        if self.width == width && self.script == Script::On {
            let height = if width < 600 { 740.0 } else { 900.0 };
            let picture = self.top(height);
            self.shoot(picture, PathBuf::from(folder).join(format!("{what}.png")));
        }
    }

    /// Takes one of the pictures of the officers' handbook, from this element down, when
    /// `HANDBOOK_SCREENSHOTS` names a folder.
    pub fn show_in_handbook(&self, what: &str, from: &str) {
        let Some(folder) = std::env::var_os("HANDBOOK_SCREENSHOTS") else { return };
        let place = format!(
            "String(Math.max(0, document.querySelector(`{from}`).getBoundingClientRect().top \
             + scrollY - 24))"
        );
        let y: f64 = self.evaluate(&place).parse().unwrap();
        // What stays in sight while one scrolls is then where a reader sees it.
        self.evaluate(&format!("scrollTo(0, {y}); ''"));
        let whole: f64 = self.property("html", "scrollHeight").parse().unwrap();
        let height = HANDBOOK_HEIGHT.min(whole - y);
        let part = Viewport { x: 0.0, y, width: self.width.into(), height, scale: 1.0 };
        let picture = ScreenshotParams::builder().clip(part).capture_beyond_viewport(true).build();
        self.shoot(picture, PathBuf::from(folder).join(format!("handboek-{what}.png")));
    }

    /// A picture of this much of the page, from its top, as wide as the window.
    fn top(&self, height: f64) -> ScreenshotParams {
        let top = Viewport { x: 0.0, y: 0.0, width: self.width.into(), height, scale: 1.0 };
        ScreenshotParams::builder().clip(top).capture_beyond_viewport(true).build()
    }

    fn shoot(&self, picture: ScreenshotParams, file: PathBuf) {
        let picture = self.runtime.block_on(self.page.screenshot(picture)).unwrap();
        fs::create_dir_all(file.parent().expect("it lies in a folder")).unwrap();
        fs::write(file, picture).unwrap();
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
            copy.execute(self.wish.clone()).await.unwrap();
            copy.set_content(html.replacen("<head>", &base, 1)).await.unwrap();
            let result = copy.evaluate(ask).await.unwrap();
            let faults = result.into_value::<String>().unwrap();
            copy.close().await.unwrap();
            faults
        })
    }

    /// Whether an element is there and drawn.
    pub fn is_seen(&self, selector: &str) -> bool {
        let visible = "checkVisibility({ visibilityProperty: true })";
        let seen = format!("String(!!document.querySelector('{selector}')?.{visible})");
        self.evaluate(&seen) == "true"
    }

    pub fn text_of(&self, selector: &str) -> String {
        self.property(selector, "innerText")
    }

    pub fn property(&self, selector: &str, property: &str) -> String {
        self.evaluate(&format!("String(document.querySelector('{selector}').{property})"))
    }
}

/// What the browser complains about, save that a page came with a fault's status: some do.
fn complaint(added: &EventEntryAdded) -> Option<String> {
    let entry = &added.entry;
    let url = entry.url.as_deref().unwrap_or_default();
    let is_page =
        entry.source == LogEntrySource::Network && !url.contains(".css") && !url.contains(".js");
    let is_grave = matches!(entry.level, LogEntryLevel::Error | LogEntryLevel::Warning);
    (is_grave && !is_page).then(|| format!("{} {url}", entry.text))
}

/// A line per element that sticks out of the window, whose words are cut off, or that lies over
/// another one that can be pressed.
const MISFITS: &str = r#"(() => {
const root = document.documentElement;
const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length
  && !e.closest(".hidden, .skip, svg") && e.getBoundingClientRect().height > 0;
const name = (e) => e.outerHTML.slice(0, 80);
const all = [...document.body.querySelectorAll("*")].filter(seen);
const faults = [];
if (root.scrollWidth > root.clientWidth) faults.push("the page scrolls sideways");
for (const e of all) {
  const box = e.getBoundingClientRect();
  if (box.left < -1 || box.right > root.clientWidth + 1) faults.push("sticks out: " + name(e));
  if (e.matches("a, button, h1, h2, p, label, td, legend") && e.scrollWidth > e.clientWidth + 1
    && e.clientWidth) faults.push("cut off: " + name(e));
}
const pressed = all.filter((e) => e.matches("a, button, input, select, textarea, summary"));
const boxes = pressed.flatMap((e) => [...e.getClientRects()].map((box) => [e, box]));
for (const [i, [one, a]] of boxes.entries()) {
  for (const [other, b] of boxes.slice(i + 1)) {
    const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    if (over && one !== other) faults.push("overlap: " + name(one) + " and " + name(other));
  }
}
return faults.join("\n");
})()"#;

impl Drop for Tab {
    fn drop(&mut self) {
        self.runtime.block_on(async {
            let closed = self.browser.close().await;
            drop(closed);
            drop(self.browser.wait().await);
        });
    }
}
