//! A value that officers set, with who said it and when.
//!
//! The fold fills it; pages show it. Whoever sets it anew takes the place of what they knew; what
//! two officers set without knowing of each other stands side by side until somebody settles it.
//! Nothing is dropped silently.

use super::{
    event::Event,
    stamp::{Knowledge, Stamp},
};

/// Something that an officer said. No `Debug`.
pub struct Said<'a, T> {
    /// What.
    pub what: &'a T,
    /// Who and when.
    pub by: &'a Stamp,
    /// The event that it stands in.
    pub event: &'a Event,
}

impl<T> Clone for Said<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Said<'_, T> {}

/// A value with every answer that nobody has replaced yet. No `Debug`.
pub struct Register<'a, T> {
    values: Vec<Said<'a, T>>,
}

impl<T> Default for Register<'_, T> {
    fn default() -> Self {
        Self { values: Vec::new() }
    }
}

impl<'a, T> Register<'a, T> {
    /// Sets it; what `by` knew of is replaced.
    pub(super) fn set(&mut self, said: Said<'a, T>, knowledge: &Knowledge) {
        self.values.retain(|old| !knowledge.knew(said.by.id, old.by.id));
        self.values.push(said);
        self.values.sort_by_key(|said| said.by.order());
    }

    /// What stands: usually nothing or one value. More are a difference to be settled.
    pub fn values(&self) -> &[Said<'a, T>] {
        &self.values
    }

    /// The value, or the last of several by the clock.
    pub fn last(&self) -> Option<Said<'a, T>> {
        self.values.last().copied()
    }

    /// Whether somebody set it.
    pub fn is_set(&self) -> bool {
        !self.values.is_empty()
    }

    /// Whether officers said different things without knowing of each other.
    pub fn differs(&self) -> bool {
        let same = |pair: &[Said<'_, T>]| *pair[0].event.encode() == *pair[1].event.encode();
        self.values.windows(2).any(|pair| !same(pair))
    }

    /// Whether one of the values that stand is such.
    pub fn any(&self, is: impl Fn(&T) -> bool) -> bool {
        self.values.iter().any(|said| is(said.what))
    }
}
