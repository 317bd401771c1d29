//! What an officer does in a case in one go: entries, and perhaps a message that goes with them.
//!
//! Pages and commands make an [`Act`] of what was typed; [`Workplace::keep_act`] seals it into the
//! outbox. All of it is kept or none, and the same act twice is kept once. It sends nothing.

use super::{
    KeyRing, Workplace,
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
use crate::core::{Day, EntryId, entry::EntryBody, sealed_hash, thread::Status};

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
        if case.history().has(ring.officer(), act.once) {
            return Ok(Done::Before);
        }
        let writing = self.writing(ring, case)?;
        let mut message = None;
        let mut said = Vec::new();
        let mut id = act.once;
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
        let mut parents = case.history().heads().to_vec();
        let mut items = Vec::with_capacity(said.len() + 1);
        for said in said {
            let entry = self.entry(&writing, parents, said);
            parents = vec![entry.hash()];
            items.push(writing.seal(&entry)?);
            // The entry goes first: a message that nobody stands for is never seen.
            items.extend(message.take());
        }
        self.keep(&writing, case, items)?;
        Ok(Done::Now)
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
