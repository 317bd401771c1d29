//! What an officer does in a case in one go: entries, and perhaps a message that goes with them.
//!
//! Pages and commands make an [`Act`] of what was typed; [`Workplace::keep_act`] seals it into the
//! outbox. All of it is kept or none, and the same act twice is kept once. It sends nothing.

use super::{
    EntryMeta, KeyRing, Workplace,
    casebook::Case,
    casework::{
        Event,
        choices::{Role, SilenceChange, Word},
        event::{MessageSent, Silence},
        persons::Pseudonym,
    },
    compose::{Reply, ReplyForm},
    workplace::{KeepError, Said},
};
use crate::core::{
    Day, EntryId,
    entry::EntryBody,
    sealed_hash,
    thread::{Message, Status},
};

/// The reporter, as texts call them.
pub const REPORTER: Pseudonym = Pseudonym { role: Role::Reporter, place: 1 };

/// What is done. No `Debug`.
pub struct Act {
    /// Names its first entry. A form carries it, so that a second click is seen.
    pub once: EntryId,
    /// A message to the reporter, and what it is about.
    pub message: Option<(Reply, Word)>,
    /// What is said between officers, in this order.
    pub events: Vec<Event>,
}

/// What became of an act.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Done {
    /// It lies sealed in the outbox.
    Now,
    /// It was done before.
    Before,
}

impl Workplace {
    /// Seals an act and keeps it until it is sent. It is part of the case at once.
    ///
    /// # Errors
    /// [`KeepError`]: nothing was kept.
    pub fn keep_act(&self, ring: &KeyRing, case: &mut Case, act: Act) -> Result<Done, KeepError> {
        let mut id = act.once;
        if let Some(said) = Before::find(ring, case, id) {
            if said.is(&act) {
                return Ok(Done::Before);
            }
            // Something else under the same name: a form that was changed after it was sent.
            id = self.new_entry_id();
        }
        let writing = self.writing(ring, case)?;
        let mut message = None;
        let mut said = Vec::new();
        if let Some((reply, word)) = act.message {
            let sealed = reply.seal(case, &writing.team, ring.officer(), self.today())?;
            let item = sealed_hash(&sealed);
            let event = Event::MessageSent(MessageSent { item: *item.as_bytes(), word });
            said.push(Said { id, body: body(&event), item: Some(item) });
            id = id.next();
            message = Some(sealed);
        }
        for event in &act.events {
            said.push(Said { id, body: body(event), item: None });
            id = id.next();
        }
        self.keep_said(&writing, case, (said, message))?;
        Ok(Done::Now)
    }
}

/// What was said before under the name of an act.
struct Before<'a> {
    body: &'a [u8],
    message: Option<&'a Message>,
}

impl<'a> Before<'a> {
    fn find(ring: &KeyRing, case: &'a Case, once: EntryId) -> Option<Self> {
        let mut entries = case.history().iter();
        let ours = |meta: &EntryMeta| meta.officer == ring.officer() && meta.id == once;
        let (meta, body) = entries.find(|(meta, _)| ours(meta))?;
        let message = meta.item.and_then(|item| case.message(item));
        Some(Self { body, message })
    }

    /// Whether the act says the same.
    fn is(&self, act: &Act) -> bool {
        match (&act.message, self.message) {
            (Some((reply, _)), Some(message)) => reply.says(message),
            (None, None) => act.events.first().is_none_or(|event| *event.encode() == self.body),
            _ => false,
        }
    }
}

/// What is said between officers with a message: its status, and that silence was asked.
pub fn said_with(form: &ReplyForm) -> Vec<Event> {
    let status = Status::find(form.status.trim()).map(Event::Status);
    let silence = Day::parse(form.silence_until.trim())
        .map(|on| Event::Silence(Silence { of: REPORTER, change: SilenceChange::Asked, on }));
    status.into_iter().chain(silence).collect()
}

fn body(event: &Event) -> EntryBody {
    event.encode().to_vec().into()
}
