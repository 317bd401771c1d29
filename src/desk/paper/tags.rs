//! The tags of a PDF while its pages are laid out: what belongs to what, in reading order.
//!
//! The sheets fill it; the PDF turns it into its structure tree when the marks on the pages are
//! known. Whatever has no place in it is decoration, and is not read aloud.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// Where the marks of one piece of text or one drawing are gathered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot(usize);

/// A part of the structure.
pub(super) enum Knot {
    /// Something with parts.
    Group(TagKind, Vec<Knot>),
    /// What stands on the pages.
    Marks(Slot),
}

/// Gives slots, and gathers their marks.
#[derive(Default)]
pub(super) struct Marks(Vec<Vec<Identifier>>);

impl Marks {
    /// A new slot.
    pub fn slot(&mut self) -> Slot {
        self.0.push(Vec::new());
        Slot(self.0.len() - 1)
    }

    /// Notes a mark on a page, in the order in which it is read.
    pub fn put(&mut self, slot: Slot, mark: Identifier) {
        if let Some(marks) = self.0.get_mut(slot.0) {
            marks.push(mark);
        }
    }

    /// The structure tree of a document in this language.
    pub fn tree(mut self, knots: Vec<Knot>, language: &str) -> TagTree {
        let children = knots.into_iter().flat_map(|knot| self.nodes(knot)).collect();
        TagTree { children, lang: Some(language.to_owned()) }
    }

    fn nodes(&mut self, knot: Knot) -> Vec<Node> {
        match knot {
            Knot::Group(tag, knots) => {
                let children = knots.into_iter().flat_map(|knot| self.nodes(knot)).collect();
                vec![TagGroup::with_children(tag, children).into()]
            }
            Knot::Marks(Slot(place)) => {
                let marks = self.0.get_mut(place).map(std::mem::take).unwrap_or_default();
                marks.into_iter().map(Node::from).collect()
            }
        }
    }
}

impl Knot {
    /// A group of one piece of text.
    pub fn of(tag: impl Into<TagKind>, slot: Slot) -> Self {
        Self::Group(tag.into(), vec![Self::Marks(slot)])
    }
}
