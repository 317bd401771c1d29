//! Figures: a period, an audience, and the overview as it would leave the desk.

use super::Frame;
use crate::{
    Texts,
    core::Day,
    desk::{
        casework::Keyed,
        form::FormFields,
        monitoring::{
            Audience, Counts, Overview, Period, Publication, Published, Quarter,
            export::{Asked, FileKind},
            sheet::Sheet,
        },
        view::{day_text, without_marks},
    },
};
use askama::Template;
use askama_web::WebTemplate;

/// The page's path.
pub(in crate::desk) const PATH: &str = "/monitoring";

/// How many earlier publications are shown.
const LAST_PUBLICATIONS: usize = 20;

/// The figures.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/monitoring.html")]
pub(in crate::desk) struct MonitoringPage<'a> {
    pub frame: Frame<'a>,
    /// Periods that are over: key, text, whether it is this one.
    pub periods: Vec<Choice>,
    pub audiences: Vec<Choice>,
    /// Files that can be made: key and text.
    pub files: Vec<Choice>,
    pub asked: Option<(String, &'static str)>,
    pub sheet: Option<Sheet>,
    /// Why there is none.
    pub trouble: Option<String>,
    pub earlier: Vec<String>,
}

/// One choice of a list.
pub(in crate::desk) struct Choice {
    pub key: String,
    pub text: String,
    pub is_here: bool,
}

impl Choice {
    fn of<K: Keyed>(t: &Texts, here: Option<K>) -> Vec<Self> {
        let choice = |value: &K| Self {
            key: value.key().to_owned(),
            text: value.text(t),
            is_here: here == Some(*value),
        };
        K::ALL.iter().map(choice).collect()
    }
}

/// What is asked of the page: the last quarter that is over, for the board, unless it says else.
pub(in crate::desk) fn asked(query: &FormFields, today: Day) -> Asked {
    let last = Period::Quarter(Quarter::of(today).before());
    Asked {
        period: Period::parse(query.text("period")).unwrap_or(last),
        audience: Audience::find(query.text("for")).unwrap_or(Audience::Board),
    }
}

impl<'a> MonitoringPage<'a> {
    /// Of what was published and would be; without it there is only the choice of a period.
    pub fn of(
        frame: Frame<'a>,
        (asked, looked): (Asked, Option<(Published, Counts)>),
        today: Day,
    ) -> Self {
        let t = frame.t;
        let is_over = asked.period.is_over(today);
        let last = Quarter::of(today).before();
        let since = looked.as_ref().and_then(|(_, counts)| counts.first()).unwrap_or(last);
        let choice = |period: &Period| Choice {
            key: period.to_string(),
            text: period.text(t),
            is_here: *period == asked.period,
        };
        let shown = looked.as_ref().filter(|_| is_over).map(|(published, _)| {
            let overview = Overview::of(published, (asked.period, asked.audience), t);
            Sheet::of(&overview, today, t)
        });
        let log = looked.as_ref().map(|(published, _)| published.log()).unwrap_or_default();
        let earlier = log.iter().rev().take(LAST_PUBLICATIONS);
        Self {
            periods: Period::all_over(since.min(last), today).iter().map(choice).collect(),
            audiences: Choice::of(t, Some(asked.audience)),
            files: Choice::of::<FileKind>(t, None),
            asked: shown.is_some().then(|| (asked.period.to_string(), asked.audience.key())),
            sheet: shown,
            trouble: (!is_over).then(|| t.desk_monitor_not_over()),
            earlier: earlier.map(|it| publication_text(it, t)).collect(),
            frame,
        }
    }
}

fn publication_text(publication: &Publication, t: &Texts) -> String {
    let (day, period) = (day_text(t, publication.day), publication.period.text(t));
    let file = FileKind::find(&publication.format);
    let file = file.map_or_else(|| publication.format.clone(), |kind| kind.text(t));
    let audience = publication.audience.text(t);
    without_marks(&t.desk_monitor_earlier_line(day, period, audience, file))
}
