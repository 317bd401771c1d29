//! The commands for who may read: in one case, or in all of them.

use super::{CommandError, Session, Unlocked, find};
use crate::{
    core::{CaseId, OfficerId, Reader, handover::Why},
    desk::{
        Change, KnownTeam,
        arguments::ReadersArguments,
        casebook::Case,
        handing::is_excluded,
        pages::readers::done_text,
        terminal::{print, print_error},
        view::{CaseView, without_marks},
    },
};
use std::ops::ControlFlow;

impl Session<'_> {
    pub(super) fn readers(&self, arguments: &ReadersArguments) -> Result<(), CommandError> {
        let asks = arguments.add.is_some() || arguments.remove.is_some();
        let unlocked = self.unlocked()?;
        match &arguments.number {
            None if arguments.everywhere && asks => self.readers_everywhere(unlocked, arguments),
            Some(number) if !arguments.everywhere => {
                let id = find(&unlocked.2, number)?.id;
                if asks {
                    self.readers_of(&unlocked, id, arguments)?;
                    return Ok(());
                }
                self.list_readers(&unlocked, id)
            }
            _ => Err(CommandError::WhichReaders),
        }
    }

    fn list_readers(
        &self,
        (workplace, ring, book): &Unlocked,
        id: CaseId,
    ) -> Result<(), CommandError> {
        let t = self.texts;
        let case = book.get(id).expect("it was found just now");
        let view = CaseView::of(case, &workplace.drawer.team()?, ring.officer(), t);
        let mut lines = vec![t.desk_readers()];
        lines.extend(view.readers.into_iter().map(|reader| match reader.note.as_str() {
            "" => reader.name,
            note => format!("{} ({note})", reader.name),
        }));
        let excluded = case.excluded().join(", ");
        if !excluded.is_empty() {
            lines.push(without_marks(&t.desk_readers_never(excluded)));
        }
        Ok(print(&lines)?)
    }

    fn readers_of(
        &self,
        (workplace, ring, book): &Unlocked,
        id: CaseId,
        arguments: &ReadersArguments,
    ) -> Result<(), CommandError> {
        let case = book.get(id).expect("it was found just now");
        let change = change(arguments, &workplace.drawer.team()?, std::iter::once(case))?;
        if change.added.iter().any(|reader| is_excluded(case, &reader.name)) {
            return Err(crate::desk::ChangeError::Excluded.into());
        }
        workplace.change_readers(ring, id, &change)?;
        Ok(print(&[done_text(&change, self.texts)])?)
    }

    fn readers_everywhere(
        &self,
        (workplace, ring, mut book): Unlocked,
        arguments: &ReadersArguments,
    ) -> Result<(), CommandError> {
        let t = self.texts;
        let change = change(arguments, &workplace.drawer.team()?, book.iter())?;
        let progress = |done: usize, total: usize| {
            print_error(&without_marks(&t.desk_readers_progress(done as u64, total as u64)));
            ControlFlow::Continue(())
        };
        let tally = workplace.change_everywhere(&ring, &mut book, &change, &progress)?;
        let mut lines = vec![t.desk_readers_tally_done(tally.done as u64)];
        if tally.excluded > 0 {
            lines.push(t.desk_readers_tally_excluded(tally.excluded as u64));
        }
        if tally.left > 0 {
            lines.push(t.desk_readers_tally_left(tally.left as u64));
        }
        if !change.removed.is_empty() {
            lines.push(t.desk_readers_kept());
        }
        Ok(print(&lines.iter().map(|line| without_marks(line)).collect::<Vec<_>>())?)
    }
}

/// What the names mean: who comes is in the team, who goes may read one of these cases.
fn change<'a>(
    arguments: &ReadersArguments,
    team: &KnownTeam,
    cases: impl Iterator<Item = &'a Case>,
) -> Result<Change, CommandError> {
    let mut added: Vec<Reader> = Vec::new();
    let mut removed: Vec<(OfficerId, String)> = Vec::new();
    if let Some(name) = &arguments.add {
        let found = team.iter().find(|member| is_same(&member.reader.name, name));
        let found = found.ok_or_else(|| CommandError::Nobody(name.clone()))?;
        added.push(found.reader.clone());
    }
    if let Some(name) = &arguments.remove {
        for reader in cases.flat_map(|case| case.readers()) {
            if is_same(&reader.1, name) && removed.iter().all(|(id, _)| *id != reader.0) {
                removed.push(reader.clone());
            }
        }
        if removed.is_empty() {
            return Err(CommandError::Nobody(name.clone()));
        }
    }
    let why = match (&arguments.why, removed.is_empty()) {
        (Some(key), _) => Why::of_key(key),
        (None, true) => Why::Joins,
        (None, false) => Why::Other,
    };
    Ok(Change { why, added, removed })
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
