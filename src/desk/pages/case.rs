//! What the pages of a case share: what they are drawn from, the part above them, and the menu.
//!
//! A handler makes a [`CaseContext`] and hands it to one page. Each page is a [`Tab`]; a page that
//! has forms reads them, too, into an [`Outcome`].

use super::Frame;
use crate::{
    Language, Texts,
    core::{CaseId, Day, OfficerId, Plaintext},
    desk::{
        Change, KeyRing, KnownTeam, Workplace,
        casebook::{Case, Waiting},
        casework::{
            CaseFile, Event, Keyed, Stamp, Terms,
            choices::Word,
            clock::Due,
            closing::{Hindrance, Section},
            deadlines::Deadline,
            steps::PoliceGate,
        },
        compose::Reply,
        form::{Drafts, Fault, FormFields, FormMaker, FormReader},
        picture::Gallery,
        shelf,
        view::{day_text, finding_texts, without_marks},
    },
};

/// A page of a case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::desk) enum Tab {
    /// What is known at a glance.
    Overview,
    /// The report and the messages.
    Report,
    /// Safe, punishable, route, conflicts, police.
    Triage,
    /// The six steps.
    Steps,
    /// What happened.
    Facts,
    /// The key table; not in the menu.
    Persons,
    /// Decisions.
    Decisions,
    /// Assessment, aftercare and closing.
    Assessment,
    /// Documents that can be made.
    Documents,
    /// Every entry.
    Log,
    /// Who may read it.
    Readers,
    /// Private notes.
    Notes,
}

impl Tab {
    /// Every page, in the order of the menu.
    pub const ALL: [Self; 12] = [
        Self::Overview,
        Self::Report,
        Self::Triage,
        Self::Steps,
        Self::Facts,
        Self::Persons,
        Self::Decisions,
        Self::Assessment,
        Self::Documents,
        Self::Log,
        Self::Readers,
        Self::Notes,
    ];

    /// Its part of the path; empty for the first one.
    pub fn segment(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Report => "report",
            Self::Triage => "triage",
            Self::Steps => "steps",
            Self::Facts => "facts",
            Self::Persons => "persons",
            Self::Decisions => "decisions",
            Self::Assessment => "assessment",
            Self::Documents => "documents",
            Self::Log => "log",
            Self::Readers => "readers",
            Self::Notes => "notes",
        }
    }

    /// The page with this part of the path.
    pub fn find(segment: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.segment() == segment)
    }

    /// What the menu says.
    pub fn text(self, t: &Texts) -> String {
        match self {
            Self::Overview => t.desk_tab_overview(),
            Self::Report => t.desk_tab_report(),
            Self::Triage => t.casework_section_triage(),
            Self::Steps => t.casework_section_steps(),
            Self::Facts => t.desk_tab_facts(),
            Self::Persons => t.desk_tab_persons(),
            Self::Decisions => t.casework_section_decisions(),
            Self::Assessment => t.desk_tab_assessment(),
            Self::Documents => t.desk_tab_documents(),
            Self::Log => t.desk_tab_log(),
            Self::Readers => t.desk_tab_readers(),
            Self::Notes => t.desk_tab_notes(),
        }
    }

    /// Its path, of this case.
    pub fn path(self, case: CaseId) -> String {
        match self.segment() {
            "" => format!("/cases/{case}"),
            segment => format!("/cases/{case}/{segment}"),
        }
    }
}

/// What a page of a case is drawn from. No `Debug`.
pub(in crate::desk) struct CaseContext<'a> {
    pub t: &'a Texts,
    pub language: Language,
    pub today: Day,
    pub me: OfficerId,
    pub ring: &'a KeyRing,
    pub team: &'a KnownTeam,
    pub terms: &'a Terms,
    pub workplace: &'a Workplace,
    pub drafts: &'a Drafts,
    pub gallery: &'a Gallery,
    pub case: &'a Case,
    pub file: &'a CaseFile<'a>,
    /// What stands behind `?` in the address.
    pub query: &'a FormFields,
}

/// What the fields of a form ask for. No `Debug`.
pub(in crate::desk) enum Outcome {
    /// To say this between officers.
    Say(Vec<Event>),
    /// To send a message, and say this with it.
    Send(Box<(Reply, Word)>, Vec<Event>),
    /// To keep this for this officer alone, on this computer.
    Privately(Plaintext),
    /// To let others read the case, or no longer.
    Readers(Change),
    /// To destroy the case.
    Destroy,
    /// Nothing yet: the form stands there again, filled in further.
    FillIn(FormFields),
}

/// What the reading of a form gives.
pub(in crate::desk) type Read = Result<Outcome, Vec<Fault>>;

impl<'a> CaseContext<'a> {
    /// The path of a page of this case.
    pub fn path(&self, tab: Tab) -> String {
        tab.path(self.case.id)
    }

    /// A form of this page, to be filled with fields.
    pub fn form(&self, tab: Tab, name: &str) -> FormMaker<'a> {
        let path = self.path(tab);
        let maker = FormMaker::new(self.t, self.drafts, (&path, name));
        maker.once(self.workplace.new_entry_id())
    }

    /// Reads the fields of a form.
    pub fn reader(&self, fields: &'a FormFields) -> FormReader<'a> {
        FormReader::new(fields, self.t, self.today)
    }

    /// The name of an officer who may read the case, or might.
    pub fn name(&self, officer: OfficerId) -> String {
        let listed = self.case.all_readers().iter().find(|(id, _)| *id == officer);
        listed.map_or_else(|| self.t.desk_somebody(), |(_, name)| name.clone())
    }

    /// Who said something, and on which day.
    pub fn said_by(&self, stamp: &Stamp) -> String {
        let day = day_text(self.t, stamp.day());
        without_marks(&self.t.desk_said_by(self.name(stamp.officer), day))
    }

    /// The officers who may read this case: id and name of each.
    pub fn readers(&self) -> Vec<(String, String)> {
        let readers = self.case.readers().iter();
        readers.map(|(id, name)| (id.to_string(), name.clone())).collect()
    }

    /// Where something of this case is recorded and mended.
    pub fn place(&self, section: Section) -> String {
        let (tab, anchor) = match section {
            Section::Triage => (Tab::Triage, "safe"),
            Section::Fields => (Tab::Triage, "structure"),
            Section::Steps => (Tab::Steps, "main"),
            Section::Deadlines => (Tab::Overview, "deadlines"),
            Section::Messages => (Tab::Report, "message"),
            Section::Silence => (Tab::Report, "silence"),
            Section::Facts => (Tab::Facts, "main"),
            Section::Persons => (Tab::Persons, "main"),
            Section::Decisions => (Tab::Decisions, "main"),
            Section::Assessment => (Tab::Assessment, "assess-title"),
            Section::Aftercare => (Tab::Assessment, "aftercare"),
            Section::Closing => (Tab::Assessment, "closing"),
        };
        format!("{}#{anchor}", self.path(tab))
    }

    /// Where a deadline of this case is dealt with.
    pub fn place_of(&self, deadline: Deadline) -> String {
        deadline_place(self.case.id, deadline)
    }
}

/// Where a deadline is dealt with.
pub(in crate::desk) fn deadline_place(case: CaseId, deadline: Deadline) -> String {
    match deadline {
        Deadline::FirstSafety => format!("{}#safe", Tab::Triage.path(case)),
        Deadline::Ack | Deadline::Feedback => format!("{}#message", Tab::Report.path(case)),
        Deadline::SilenceReview => format!("{}#silence", Tab::Report.path(case)),
        Deadline::NextAction => format!("{}#next", Tab::Overview.path(case)),
        Deadline::IgjDetermine => format!("{}#igj-title", Tab::Decisions.path(case)),
        Deadline::Retention => format!("{}#keeping", Tab::Assessment.path(case)),
        Deadline::Aftercare => format!("{}#aftercare", Tab::Assessment.path(case)),
        other => format!("{}#deadline-{}", Tab::Overview.path(case), other.key()),
    }
}

/// What keeps a case open, each with where it is mended.
pub(in crate::desk) fn open_links(context: &CaseContext) -> Vec<Link> {
    let hindrances = context.file.what_keeps_it_open(context.terms);
    let link =
        |it: &Hindrance| Link { text: it.sentence(context.t), href: context.place(it.section()) };
    hindrances.iter().map(link).collect()
}

/// What stands above every page of a case, and its menu.
pub(in crate::desk) struct CaseHead {
    pub number: String,
    pub mark: String,
    pub status: String,
    pub day: String,
    pub next: String,
    pub warnings: Vec<Link>,
    pub findings: Vec<String>,
    pub menu: Vec<MenuLine>,
}

/// A sentence that leads somewhere.
pub(in crate::desk) struct Link {
    pub text: String,
    pub href: String,
}

/// A line of the menu.
pub(in crate::desk) struct MenuLine {
    pub text: String,
    pub href: String,
    pub is_here: bool,
}

impl CaseHead {
    /// Above this page.
    pub fn of(context: &CaseContext, here: Tab) -> Self {
        let CaseContext { t, case, file, .. } = context;
        let line = |tab: Tab| MenuLine {
            text: tab.text(t),
            href: context.path(tab),
            is_here: tab == here,
        };
        Self {
            number: file.report.number.to_string(),
            mark: mark(context),
            status: status_text(context),
            day: day_text(t, file.report.day),
            next: next_text(context),
            warnings: warnings(context),
            findings: finding_texts(case, t),
            menu: Tab::ALL.into_iter().filter(|tab| *tab != Tab::Persons).map(line).collect(),
        }
    }
}

fn mark(context: &CaseContext) -> String {
    if context.file.is_closed() {
        return context.t.desk_mark_closed();
    }
    match context.case.waiting() {
        Waiting::FirstAnswer => context.t.desk_mark_new(),
        Waiting::Answer => context.t.desk_mark_answer(),
        Waiting::Nothing => String::new(),
    }
}

/// Where the case stands: as officers last said, or else as the last message did.
pub(in crate::desk) fn status_text(context: &CaseContext) -> String {
    let said = context.file.status.last().map(|said| *said.what);
    (said.unwrap_or_else(|| context.case.status()).officer_text)(context.t)
}

/// The next date, and with whom it lies.
pub(in crate::desk) fn next_text(context: &CaseContext) -> String {
    let CaseContext { t, file, terms, .. } = context;
    let Some(day) = file.next_action(terms) else { return t.desk_next_none() };
    let day = day_text(t, day);
    let text = match file.next_step.last() {
        Some(step) => {
            let who = step.what.who.as_ref().map(|who| who.name.expose().to_owned());
            t.desk_next_with(day, who.unwrap_or_else(|| step.what.lies_with.text(t)))
        }
        None => t.desk_next_open(day),
    };
    without_marks(&text)
}

fn warnings(context: &CaseContext) -> Vec<Link> {
    let CaseContext { t, case, file, terms, today, .. } = context;
    let mut found = Vec::new();
    let report = context.path(Tab::Report);
    if case.waiting() == Waiting::Answer && !file.is_closed() {
        found.push(Link { text: t.desk_warning_answer(), href: format!("{report}#thread") });
    }
    if let Some(text) = file.police_gate().notice(t) {
        let href = format!("{}#police", context.path(Tab::Triage));
        found.push(Link { text, href });
    }
    let is_late = |due: &Due| due.is_open() && due.late_by(*today) > 0;
    for due in file.due(terms).iter().filter(|due| is_late(due)) {
        let text = t.desk_warning_late(due.late_by(*today), due.deadline.text(t));
        found.push(Link { text: without_marks(&text), href: context.place_of(due.deadline) });
    }
    let differences = file.differences().len() as u64;
    if differences > 0 {
        let href = format!("{}#differences", context.path(Tab::Overview));
        found.push(Link { text: t.desk_warning_differences(differences), href });
    }
    if file.police_gate() == PoliceGate::Open && early(file) {
        let href = context.path(Tab::Steps);
        found.push(Link { text: t.casework_gate_early(), href });
    }
    let unsent = shelf::unsent(case) as u64;
    if unsent > 0 {
        let href = format!("{}#sync", context.path(Tab::Overview));
        found.push(Link { text: t.desk_warning_unsent(unsent), href });
    }
    found
}

/// Whether something was marked that should have waited for the police.
fn early(file: &CaseFile) -> bool {
    use crate::desk::casework::checklist::Step;
    Step::ALL.iter().any(|step| file.checklist(*step).iter().any(|item| !item.early.is_empty()))
}

/// The frame of a page of a case.
pub(in crate::desk) fn frame<'a>(
    context: &CaseContext<'a>,
    tab: Tab,
    notice: Option<super::Notice>,
) -> Frame<'a> {
    let number = context.file.report.number.to_string();
    let title = without_marks(&context.t.desk_case_title(&number));
    let title = match tab {
        Tab::Overview => title,
        tab => format!("{title} – {}", tab.text(context.t)),
    };
    let (t, language) = (context.t, context.language);
    Frame { t, language, title, menu: super::Menu::Case, notice, again: None }
}
