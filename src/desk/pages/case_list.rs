//! All cases: filtered, a hundred a page.

use super::{Frame, number_text};
use crate::{
    Language, Texts,
    core::{CaseId, Day},
    desk::{
        casebook::Waiting,
        casework::keyed::{Keyed, Row},
        form::FormFields,
        shelf::{Shelf, Slip},
        view::{CaseLine, without_marks},
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
    fn shows(self, slip: &Slip, today: Day) -> bool {
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
    pub fn find(&self, shelf: &Shelf, today: Day) -> (Vec<CaseId>, Vec<usize>) {
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

    /// Every way to filter, with how many cases it shows.
    pub fn shows(&self, counts: &[usize], (t, language): (&Texts, Language)) -> Vec<ShowLine> {
        let line = |(show, count): (&Show, &usize)| ShowLine {
            key: show.key(),
            text: show.text(t),
            count: number_text(*count, language),
            is_here: *show == self.show,
        };
        Show::ALL.iter().zip(counts).map(line).collect()
    }

    /// Where this page, of so many cases, stands among the others.
    pub fn pager(&self, cases: usize, counts: &[usize]) -> Pager {
        let mut all = Show::ALL.iter().zip(counts);
        let total = all.find(|(show, _)| **show == self.show).map_or(0, |(_, count)| *count);
        let before = (self.page - 1).saturating_mul(PAGE_CASES);
        let last = before.saturating_add(cases);
        Pager {
            first: before.saturating_add(1),
            last,
            total,
            back: (self.page > 1).then(|| self.page - 1),
            next: (cases > 0 && last < total).then(|| self.page + 1),
        }
    }
}

/// Where a page stands among the others.
pub(in crate::desk) struct Pager {
    first: usize,
    last: usize,
    total: usize,
    pub back: Option<usize>,
    pub next: Option<usize>,
}

impl Pager {
    /// "Cases 101 to 200 of 10.000"; empty for a page without cases.
    pub fn range(&self, t: &Texts, language: Language) -> String {
        if self.last < self.first {
            return String::new();
        }
        let number = |number| number_text(number, language);
        let (first, last, total) = (number(self.first), number(self.last), number(self.total));
        without_marks(&t.desk_list_range(first, last, total))
    }
}
