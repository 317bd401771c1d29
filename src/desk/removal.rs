//! Taking a destroyed case out of the officer's folder, and what is left of it there.
//!
//! [`super::endings`] calls it, once it is clear that the case was destroyed as its officers wanted.
//! Whoever keeps something of a case in this folder adds it to [`Workplace::remove_case`].
//!
//! ```text
//! destroyed/<trace>       what is left: day and the word of the officer who allowed it; names no case
//! destroying/<case>       an officer's word that is still to reach the server
//! ```

use super::{
    Drawer, Workplace,
    folder::{self, FolderError, about},
    notes::{Notes, NotesError},
};
use crate::core::{
    CaseId, Day,
    release::{CaseTrace, Release},
    wire,
};
use minicbor::{Decode, Encode};
use std::{fs, io, path::PathBuf};

/// What is left of a case on an officer's computer.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Trace {
    /// The day on which the server destroyed it.
    #[n(0)]
    pub day: Day,
    /// The word on which it did.
    #[n(1)]
    pub release: Release,
}

impl Workplace {
    /// Removes everything of a case from the officer's folder. What is left says that it was
    /// destroyed, and nothing of it; it is there first, so that no stop leaves a half that nobody
    /// finishes: the next round begins again.
    ///
    /// # Errors
    /// [`FolderError`]: something is there still.
    pub fn remove_case(&self, case: CaseId, trace: Trace) -> Result<(), FolderError> {
        self.drawer.set_trace(case, trace)?;
        self.drawer.remove_from_outbox(case)?;
        self.drawer.remove_from_sent(case)?;
        let mark = self.drawer.feed_mark()?;
        if mark.after.is_some_and(|name| name.case == case) {
            // It names the case. The feed begins again; what is here already is not doubled.
            self.drawer.set_feed_mark(super::FeedMark { after: None, ..mark })?;
        }
        let notes = Notes::open(self.folder())?;
        notes.remove(case).or_else(|error| match error {
            NotesError::Folder(error) => Err(error),
            _ => Ok(()),
        })?;
        self.drawer.remove_case_folder(case)?;
        self.drawer.forget_order(case)
    }
}

impl Drawer {
    /// What is left of a case that was destroyed.
    ///
    /// # Errors
    /// [`FolderError::Io`], as all that follow.
    pub fn trace(&self, case: CaseId) -> Result<Option<Trace>, FolderError> {
        let bytes = folder::read(&self.trace_path(case))?;
        Ok(bytes.and_then(|bytes| wire::from_bytes(&bytes)))
    }

    fn set_trace(&self, case: CaseId, trace: Trace) -> Result<(), FolderError> {
        folder::make(&self.folder.join("destroyed"))?;
        folder::replace(&self.trace_path(case), &wire::to_bytes(&trace))
    }

    /// Notes that the server is to destroy a case.
    pub fn order(&self, case: CaseId, release: &Release) -> Result<(), FolderError> {
        folder::make(&self.orders_folder())?;
        folder::replace(&self.orders_folder().join(case.to_string()), &wire::to_bytes(release))
    }

    /// The cases that the server is to destroy; one whose word is damaged is left out.
    pub fn orders(&self) -> Result<Vec<(CaseId, Release)>, FolderError> {
        let folder = self.orders_folder();
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let mut orders = Vec::new();
        for name in folder::names(&folder)? {
            let Some(case) = CaseId::parse(&name) else { continue };
            let release = folder::read(&folder.join(&name))?;
            let release = release.and_then(|bytes| wire::from_bytes(&bytes));
            orders.extend(release.map(|release| (case, release)));
        }
        Ok(orders)
    }

    /// Lets go of an order that was carried out, or cannot be.
    pub fn forget_order(&self, case: CaseId) -> Result<(), FolderError> {
        gone(self.orders_folder().join(case.to_string()))
    }

    fn remove_from_outbox(&self, case: CaseId) -> Result<(), FolderError> {
        let of_case = format!("-{case}-");
        for name in folder::names(&self.outbox_folder())? {
            if name.contains(&of_case) {
                gone(self.outbox_folder().join(name))?;
            }
        }
        Ok(())
    }

    fn remove_from_sent(&self, case: CaseId) -> Result<(), FolderError> {
        let of_case = format!("{case}.");
        for name in folder::names(&self.sent_folder())? {
            if name.starts_with(&of_case) {
                gone(self.sent_folder().join(name))?;
            }
        }
        Ok(())
    }

    fn remove_case_folder(&self, case: CaseId) -> Result<(), FolderError> {
        let path = self.case_folder(case);
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other.map_err(about(&path)),
        }?;
        folder::sync_parent(&path)
    }

    fn trace_path(&self, case: CaseId) -> PathBuf {
        self.folder.join("destroyed").join(CaseTrace::of(case).to_string())
    }

    fn orders_folder(&self) -> PathBuf {
        self.folder.join("destroying")
    }
}

fn gone(path: PathBuf) -> Result<(), FolderError> {
    if path.exists() { folder::remove(&path) } else { Ok(()) }
}
