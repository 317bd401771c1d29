//! Who gets a form, and who may send one.
//!
//! Decided when the form is opened, never at the last click: a form that was given out may be sent,
//! for days, whatever happens meanwhile and also after a restart, because its ticket says so. Who
//! asks for one while too many do gets a page that waits, or sums for its script; see
//! [`turns`](super::turns). Nothing here knows or keeps who it is.

use super::{
    App, Peer,
    limits::{Client, Wait, Whose},
    page::Page,
    turns::{self, Waiting},
};
use crate::{
    Language,
    core::{ReceiptCode, forms::FormUsed, report::ReportForm},
};
use askama::Template;
use askama_web::WebTemplate;
use axum::{
    extract::FromRequestParts,
    http::{HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, IntoResponseParts, Response, ResponseParts},
};
use std::{convert::Infallible, net::IpAddr, sync::Arc};

/// A form may be sent on the day on which it was given out and on so many days after it.
const MAY_BE_SENT_DAYS: u16 = 3;

/// The field that carries a turn, in a page's address too.
pub const TURN_FIELD: &str = "beurt";

/// Makes a browser go on by itself. Source: the HTML standard, "the Refresh header".
const REFRESH: HeaderName = HeaderName::from_static("refresh");

/// Somebody who asks for a page: who, as far as that can be told, and the turn that they have.
pub struct Arrival {
    /// Who.
    pub client: Client,
    /// The turn in the page's address, if there is one.
    pub turn: String,
}

impl FromRequestParts<Arc<App>> for Arrival {
    type Rejection = Infallible;

    async fn from_request_parts(head: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let fields = head.uri.query().unwrap_or_default().split('&');
        let turn = fields.filter_map(|field| field.split_once('=')).find(|(n, _)| *n == TURN_FIELD);
        let turn = turn.map(|(_, turn)| turn.to_owned()).unwrap_or_default();
        Ok(Self { client: app.client(head), turn })
    }
}

/// Too many ask now: what a page says that waits.
pub struct Busy {
    /// The turn to wait with.
    pub waiting: Waiting,
    whose: Whose,
}

impl Busy {
    /// 429 when it is this client's doing, 503 when it is not.
    pub fn status(&self) -> StatusCode {
        match self.whose {
            Whose::One => StatusCode::TOO_MANY_REQUESTS,
            Whose::All => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What the page carries.
    pub fn turn(&self) -> TurnView {
        let Waiting { text, seed, bits, .. } = &self.waiting;
        TurnView { text: text.clone(), seed: seed.clone(), bits: *bits, sums: turns::SUMS }
    }
}

/// Says when to ask again, as a header, and that nothing is wrong with the server: a flood writes no
/// log.
#[derive(Clone, Copy)]
pub struct RetryAfter {
    /// Seconds from now.
    pub seconds: u64,
}

impl IntoResponseParts for RetryAfter {
    type Error = Infallible;

    fn into_response_parts(self, mut response: ResponseParts) -> Result<ResponseParts, Infallible> {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(self.seconds));
        response.extensions_mut().insert(self);
        Ok(response)
    }
}

/// A turn as a page carries it, with its sums for the script.
pub struct TurnView {
    /// What its hidden field holds.
    pub text: String,
    /// What the answers are sought for.
    pub seed: String,
    /// Zero bits that each answer's hash begins with.
    pub bits: u32,
    /// How many sums there are.
    pub sums: u32,
}

/// What may be done with a form that somebody has.
pub enum Standing {
    /// It may be sent.
    Given(ReceiptCode),
    /// It may be sent from now on, with a new ticket.
    Renewed(ReceiptCode),
    /// Too many ask for forms now.
    Busy(ReceiptCode, Busy),
}

impl Standing {
    /// Finds out, of a form that arrived from this client.
    pub fn of(app: &App, form: &ReportForm, client: Client) -> Self {
        if let Some(code) = given_code(app, form) {
            return Self::Given(code);
        }
        let (turn, waiting) = (first(form, TURN_FIELD), waiting_code(app, form));
        match (app.admit(client, turn), waiting) {
            (Ok(()), Some(code)) => Self::Given(code),
            (Ok(()), None) => Self::Renewed(known_code(app, form)),
            (Err(busy), Some(code)) => Self::Busy(code, busy),
            (Err(busy), None) => Self::Busy(known_code(app, form), busy),
        }
    }

    /// The form's code; a fresh one, where it had none of ours.
    pub fn code(&self) -> &ReceiptCode {
        match self {
            Self::Given(code) | Self::Renewed(code) | Self::Busy(code, _) => code,
        }
    }

    /// The turn with which it may be sent again.
    pub fn turn(&self) -> Option<TurnView> {
        if let Self::Busy(_, busy) = self { Some(busy.turn()) } else { None }
    }

    /// The ticket with which its page is shown again.
    pub fn ticket(&self, app: &App) -> String {
        match self {
            Self::Given(code) | Self::Renewed(code) => app.ticket(code),
            Self::Busy(code, busy) => {
                code.waiting_ticket(app.store.kdf(), &busy.waiting.text).to_hex()
            }
        }
    }
}

/// The code that a form carries, if this server gave it out and it may be sent.
pub fn given_code(app: &App, form: &ReportForm) -> Option<ReceiptCode> {
    let (code, today) = (ReceiptCode::parse(first(form, "code")).ok()?, app.clock.today());
    let given = code.given_out_on(app.store.kdf(), first(form, "ticket"), today)?;
    (given.plus(MAY_BE_SENT_DAYS) >= today).then_some(code)
}

/// The code of a form that waits for its turn.
fn waiting_code(app: &App, form: &ReportForm) -> Option<ReceiptCode> {
    let code = ReceiptCode::parse(first(form, "code")).ok()?;
    let turn = first(form, TURN_FIELD).split(turns::SEPARATOR).next().unwrap_or_default();
    let ticket = code.waiting_ticket(app.store.kdf(), turn);
    ticket.matches(first(form, "ticket")).then_some(code)
}

/// The code of a form that was given out once, however long ago; a fresh one for any other.
fn known_code(app: &App, form: &ReportForm) -> ReceiptCode {
    let (kdf, ticket) = (app.store.kdf(), first(form, "ticket"));
    let known = ReceiptCode::parse(first(form, "code")).ok().filter(|code| {
        let day = code.given_out_on(kdf, ticket, app.clock.today());
        day.is_some() || code.dayless_ticket(kdf).matches(ticket)
    });
    known.unwrap_or_else(|| ReceiptCode::random(&app.random))
}

fn first<'a>(form: &'a ReportForm, name: &str) -> &'a str {
    form.sent(name).first().copied().unwrap_or_default()
}

impl App {
    /// Who sent a request with this head.
    pub(super) fn client(&self, head: &Parts) -> Client {
        let peer = head.extensions.get::<Peer>().and_then(|peer| peer.address());
        let address = peer.or_else(|| self.named_address(head));
        self.limits.client(address, (self.clock.today(), &self.random))
    }

    /// The client's address, as the header of a proxy on this machine says, which the settings
    /// trust. `None` without that setting, and when the header is not there or no address.
    fn named_address(&self, head: &Parts) -> Option<IpAddr> {
        let name = self.config.server.client_address_header.as_deref()?;
        head.headers.get(name)?.to_str().ok()?.trim().parse().ok()
    }

    /// The ticket for a form with this code, from today on.
    pub(super) fn ticket(&self, code: &ReceiptCode) -> String {
        code.ticket(self.store.kdf(), self.clock.today()).to_hex()
    }

    /// Gives a form: within what this client and all may ask, or with a turn.
    pub(super) fn admit(&self, client: Client, turn: &str) -> Result<(), Busy> {
        self.limits.form(client).or_else(|wait| self.take_turn(wait, turn))
    }

    /// Gives a try at a code, likewise.
    pub(super) fn admit_try(&self, client: Client, turn: &str) -> Result<(), Busy> {
        self.limits.code(client).or_else(|wait| self.take_turn(wait, turn))
    }

    fn take_turn(&self, Wait { whose, .. }: Wait, turn: &str) -> Result<(), Busy> {
        self.turns.take(turn).map_err(|waiting| Busy { waiting, whose })
    }
}

/// The page that waits for a form.
#[derive(Template, WebTemplate)]
#[template(path = "meldpunt/busy.html")]
struct BusyPage<'a> {
    page: Page<'a>,
    form: FormUsed,
    turn: TurnView,
    seconds: u64,
}

/// The page that waits for a form, and goes on to it by itself.
pub fn busy_page(app: &App, (language, form): (Language, FormUsed), busy: &Busy) -> Response {
    let page = Page::new(app, language).switching(form.path());
    let (seconds, turn) = (busy.waiting.seconds, busy.turn());
    let onward = format!("{seconds}; url={}{}?{TURN_FIELD}={}", page.base, form.path(), turn.text);
    let onward = HeaderValue::try_from(onward).expect("a path and digits are a header's value");
    let headers = (RetryAfter { seconds }, [(REFRESH, onward)]);
    (busy.status(), headers, BusyPage { page, form, turn, seconds }).into_response()
}
