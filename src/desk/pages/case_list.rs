//! All cases: filtered, a hundred a page.

use super::Frame;
use crate::{
    Texts,
    core::CaseId,
    desk::{
        casebook::Waiting,
        casework::keyed::{Keyed, Row},
        form::FormFields,
        shelf::{Shelf, Slip},
        view::CaseLine,
    },
};
use askama::Template;
use askama_web::WebTemplate;
use std::cmp::Reverse;

/// How many cases one page shows.
pub(in crate::desk) const PAGE_CASES: usize = 100;

/// Which cases are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::desk) enum Show {
    /// All that are not closed.
    Open,
    /// Those that nobody has answered.
    New,
    /// Those with something that is late.
    Late,
    /// Those that were closed.
    Closed,
    /// All.
    All,
}

impl Keyed for Show {
    const ALL: &'static [Self] = &[Self::Open, Self::New, Self::Late, Self::Closed, Self::All];

    fn row(self) -> Row {
        match self {
            Self::Open => ("open", Texts::desk_show_open),
            Self::New => ("new", Texts::desk_show_new),
            Self::Late => ("late", Texts::casework_when_late),
            Self::Closed => ("closed", Texts::desk_show_closed),
            Self::All => ("all", Texts::desk_show_all),
        }
    }
}

impl Show {
    fn shows(self, slip: &Slip, today: crate::core::Day) -> bool {
        let is_late = || {
            let mut open = slip.tasks.iter().flat_map(|tasks| &tasks.open);
            open.any(|(due, _)| *due < today)
        };
        match self {
            Self::Open => !slip.is_closed,
            Self::New => !slip.is_closed && slip.waiting == Waiting::FirstAnswer,
            Self::Late => is_late(),
            Self::Closed => slip.is_closed,
            Self::All => true,
        }
    }
}

/// All cases.
#[derive(Template, WebTemplate)]
#[template(path = "meldteam/case_list.html")]
pub(in crate::desk) struct CaseListPage<'a> {
    pub frame: Frame<'a>,
    pub shows: Vec<ShowLine>,
    pub show: &'static str,
    /// The number that was looked for.
    pub number: String,
    pub number_fault: Option<String>,
    pub lines: Vec<CaseLine>,
    /// "Cases 101 to 200 of 10.000".
    pub range: String,
    pub back: Option<usize>,
    pub next: Option<usize>,
}

/// A way to filter.
pub(in crate::desk) struct ShowLine {
    pub key: &'static str,
    pub text: String,
    pub count: String,
    pub is_here: bool,
}

/// What is asked of the list.
pub(in crate::desk) struct Asked {
    pub show: Show,
    /// From 1.
    pub page: usize,
}

impl Asked {
    /// Of an address; what makes no sense is the first page of open cases.
    pub fn of(query: &FormFields) -> Self {
        let page = query.text("page").parse().unwrap_or(1);
        Self { show: Show::find(query.text("show")).unwrap_or(Show::Open), page: page.max(1) }
    }

    /// The cases of this page, the newest report first, and how many there are of each [`Show`].
    pub fn find(&self, shelf: &Shelf, today: crate::core::Day) -> (Vec<CaseId>, Vec<usize>) {
        let mut found = Vec::new();
        let mut counts = vec![0; Show::ALL.len()];
        for slip in shelf.iter() {
            for (count, show) in counts.iter_mut().zip(Show::ALL) {
                *count += usize::from(show.shows(slip, today));
            }
            if self.show.shows(slip, today) {
                found.push((Reverse(slip.named.map(|(_, day)| day)), slip.case));
            }
        }
        found.sort_unstable();
        let first = (self.page - 1).saturating_mul(PAGE_CASES);
        let page = found.into_iter().skip(first).take(PAGE_CASES);
        (page.map(|(_, case)| case).collect(), counts)
    }
}
