//! What one entry of a case says.
//!
//! Pages make an [`Event`] of what was typed; it is sealed as an entry, and the fold reads it back
//! from there. Readable text stays in [`Plaintext`]; nothing here prints, copies or compares it.
//!
//! An [`Entry`] without an event is one of another version: it is kept, and shown as such.

use super::{
    case_fields::CaseField,
    checklist::Item,
    choices::{
        AftercareGroup, Audited, DeadlineChange, FactSource, Holder, Mark, Outcome, SilenceChange,
        Word,
    },
    criteria::Criterion,
    deadlines::Deadline,
    judgement::{CauseMethod, DecisionKind, Nature, PoliceStep, Risk, Seriousness},
    persons::Pseudonym,
    stamp::{EntryId, Stamp},
    triage::{ConflictKind, Punishable, Route, Stance, YesNo},
};
use crate::{
    Texts,
    core::{Day, OfficerId, Plaintext, thread::Status},
};

/// An entry of a case, opened. No `Debug`.
pub struct Entry {
    /// Who wrote it, when, and what they knew.
    pub stamp: Stamp,
    /// What it says; `None` when it was made by another version of this program.
    pub event: Option<Event>,
}

impl Entry {
    /// Of an entry's body.
    pub fn read(stamp: Stamp, body: &[u8]) -> Self {
        Self { stamp, event: Event::decode(body) }
    }

    /// What it did, in a few words for the log; also that it is one of another version.
    pub fn title(&self, texts: &Texts) -> String {
        self.event.as_ref().map_or_else(|| texts.casework_other_version(), |it| it.title(texts))
    }
}

impl Event {
    /// What it does, in a few words for the log.
    pub fn title(&self, texts: &Texts) -> String {
        match self {
            Self::Marked(_) => texts.casework_event_marked(),
            Self::Safe(_) => texts.casework_event_safe(),
            Self::Punishable(_) => texts.casework_event_punishable(),
            Self::Routed(_) => texts.casework_event_routed(),
            Self::Whistleblower(_) => texts.casework_event_whistleblower(),
            Self::Conflict(_) => texts.casework_event_conflict(),
            Self::Field(_) => texts.casework_event_field(),
            Self::Fact(_) => texts.casework_event_fact(),
            Self::Person(_) => texts.casework_event_person(),
            Self::Decided(_) => texts.casework_event_decided(),
            Self::Police(_) => texts.casework_event_police(),
            Self::Assessed(_) => texts.casework_event_assessed(),
            Self::Causes(_) => texts.casework_event_causes(),
            Self::Deadline(_) => texts.casework_event_deadline(),
            Self::NextStep(_) => texts.casework_event_next_step(),
            Self::Silence(_) => texts.casework_event_silence(),
            Self::Aftercare(_) => texts.casework_event_aftercare(),
            Self::MessageSent(_) => texts.casework_event_message_sent(),
            Self::NoWord(_) => texts.casework_event_no_word(),
            Self::Note(_) => texts.casework_event_note(),
            Self::Status(_) => texts.casework_event_status(),
            Self::Closed(_) => texts.casework_event_closed(),
            Self::Reopened(_) => texts.casework_event_reopened(),
            Self::Correction(_) => texts.casework_event_correction(),
            Self::Audit(_) => texts.casework_event_audit(),
        }
    }
}

/// What one entry says. No `Debug`, no `Clone`.
pub enum Event {
    /// An item of a checklist was marked, or a mark taken back.
    Marked(Marked),
    /// Is everyone safe now? (O10)
    Safe(Answered<YesNo>),
    /// Is the conduct possibly punishable? (O10, O12)
    Punishable(Answered<Punishable>),
    /// The way that the case goes.
    Routed(Answered<Route>),
    /// Is it also a wrong for the whistleblowers' register?
    Whistleblower(Answered<YesNo>),
    /// An officer declares how they are tied to the case (O6).
    Conflict(Conflict),
    /// A field of the case (C.3).
    Field(FieldSet),
    /// A fact (R7, O33).
    Fact(Fact),
    /// Somebody in the case: the key table, kept apart from everything else.
    Person(Person),
    /// A decision, also when the answer is no (O21).
    Decided(Decision),
    /// A contact with the police (O13).
    Police(PoliceContact),
    /// The assessment (O18).
    Assessed(Assessment),
    /// The causes (O17).
    Causes(Causes),
    /// Something about a deadline.
    Deadline(DeadlineSet),
    /// What happens next, and with whom it lies.
    NextStep(NextStep),
    /// Silence was asked until a day, or lifted (R20).
    Silence(Silence),
    /// Aftercare for one of the four groups (O26).
    Aftercare(Aftercare),
    /// A message went to the reporter: names the sealed item by its hash.
    MessageSent(MessageSent),
    /// Why no word can be given to the reporter.
    NoWord(Plaintext),
    /// A note for the other readers.
    Note(Plaintext),
    /// Where the case stands, as officers name it (C.1).
    Status(Status),
    /// The case is closed.
    Closed(Closed),
    /// The case is opened again, and why.
    Reopened(Plaintext),
    /// An earlier entry was wrong; both stay visible.
    Correction(Correction),
    /// The case was opened or taken out. No content.
    Audit(Audited),
}

/// An answer, with a note.
pub struct Answered<T> {
    /// The answer.
    pub answer: T,
    /// Why, or how.
    pub note: Option<Plaintext>,
}

/// A mark at an item of a checklist.
pub struct Marked {
    /// The item.
    pub item: &'static Item,
    /// The mark.
    pub mark: Mark,
    /// What there is to say of it.
    pub note: Option<Plaintext>,
}

/// What an officer declares of themselves.
pub struct Conflict {
    /// The tie.
    pub kind: ConflictKind,
    /// What follows.
    pub stance: Stance,
    /// More about it.
    pub note: Option<Plaintext>,
}

/// A field of the case, with its values: keys of choices, or one typed text.
pub struct FieldSet {
    /// The field.
    pub field: &'static CaseField,
    /// Its values; none empties it.
    pub values: Vec<Plaintext>,
}

/// One fact. Interpretation stands in a text of its own, so that it never mixes (R7, O33).
pub struct Fact {
    /// When it happened, as it was told: a day, an hour, "last summer".
    pub when: Plaintext,
    /// Who saw or heard it.
    pub who: Option<Pseudonym>,
    /// What was seen, or the literal words.
    pub words: Plaintext,
    /// Where it comes from.
    pub source: FactSource,
    /// Whom it is about.
    pub about: Vec<Pseudonym>,
    /// What somebody makes of it.
    pub interpretation: Option<Plaintext>,
}

/// One line of the key table.
pub struct Person {
    /// How every text calls them.
    pub pseudonym: Pseudonym,
    /// Their real name.
    pub name: Option<Plaintext>,
    /// What they do: nurse, daughter.
    pub function: Option<Plaintext>,
    /// How to reach them.
    pub contact: Option<Plaintext>,
}

/// Somebody by name, who may be an officer.
pub struct Who {
    /// The name.
    pub name: Plaintext,
    /// The officer, when it is one.
    pub officer: Option<OfficerId>,
}

impl Who {
    /// Whether both are the same person, as far as names tell: case and spaces do not count.
    pub fn is(&self, other: &Self) -> bool {
        let letters = |name: &Plaintext| -> Plaintext {
            let letters = name.expose().chars().filter(|c| c.is_alphanumeric());
            letters.flat_map(char::to_lowercase).collect::<String>().into()
        };
        let named_alike = letters(&self.name).expose() == letters(&other.name).expose();
        named_alike || (self.officer.is_some() && self.officer == other.officer)
    }
}

/// A decision.
pub struct Decision {
    /// About what.
    pub kind: DecisionKind,
    /// Yes or no.
    pub outcome: YesNo,
    /// What it was weighed by.
    pub criteria: Vec<&'static Criterion>,
    /// Why.
    pub reasons: Plaintext,
    /// Who decided.
    pub decided_by: Who,
    /// On which day.
    pub on: Day,
    /// Who was consulted.
    pub consulted: Option<Plaintext>,
}

/// A contact with the police.
pub struct PoliceContact {
    /// What was done.
    pub step: PoliceStep,
    /// With whom.
    pub with: Plaintext,
    /// On which day.
    pub on: Day,
    /// What was agreed: who talks with whom, and when.
    pub agreements: Plaintext,
}

/// The assessment: nature, seriousness, risk of repetition.
pub struct Assessment {
    /// What it was.
    pub nature: Vec<Nature>,
    /// How serious.
    pub seriousness: Seriousness,
    /// How likely to happen again.
    pub risk: Risk,
    /// Why.
    pub why: Plaintext,
    /// Who investigated.
    pub investigator: Who,
    /// Who assessed; somebody else.
    pub assessor: Who,
}

/// The causes found.
pub struct Causes {
    /// In the person.
    pub person: Option<Plaintext>,
    /// In the team.
    pub team: Option<Plaintext>,
    /// In the organisation.
    pub organisation: Option<Plaintext>,
    /// How they were looked for.
    pub method: CauseMethod,
}

/// Something about a deadline.
pub struct DeadlineSet {
    /// Which.
    pub deadline: Deadline,
    /// Started, done or moved.
    pub change: DeadlineChange,
    /// The day of that.
    pub on: Day,
    /// For a start: the last day, when somebody else has set it (a mail of the inspectorate).
    pub until: Option<Day>,
    /// Why: why it was moved, why it is late.
    pub reason: Option<Plaintext>,
}

/// What happens next.
pub struct NextStep {
    /// The day by which.
    pub on: Day,
    /// With whom it lies.
    pub lies_with: Holder,
    /// Who that is.
    pub who: Option<Who>,
    /// What.
    pub what: Plaintext,
}

/// Silence asked of somebody, or lifted.
pub struct Silence {
    /// Of whom.
    pub of: Pseudonym,
    /// Asked or lifted.
    pub change: SilenceChange,
    /// The day until which it is asked, or on which it was lifted.
    pub on: Day,
}

/// Aftercare for one group.
pub struct Aftercare {
    /// Who gets it.
    pub group: AftercareGroup,
    /// Who sees to it.
    pub owner: Plaintext,
    /// What was done first.
    pub first_care: Option<Plaintext>,
    /// When to ask again.
    pub follow_up: Option<Day>,
    /// Whether help of an expert was called in, and which.
    pub expert_help: Option<Plaintext>,
    /// The day on which it was finished.
    pub done_on: Option<Day>,
}

/// A message that went out.
pub struct MessageSent {
    /// The hash of the sealed item.
    pub item: [u8; 32],
    /// What it is about.
    pub word: Word,
}

/// The end of a case.
pub struct Closed {
    /// How it ended.
    pub outcome: Outcome,
    /// Why.
    pub reason: Plaintext,
}

/// A correction of an earlier entry.
pub struct Correction {
    /// The entry that was wrong.
    pub of: EntryId,
    /// What was wrong with it.
    pub why: Plaintext,
    /// What it should have said; `None` takes it back. Never a correction itself.
    pub instead: Option<Box<Event>>,
}
