//! What an officer reads of an attachment, in words, and what it is called when it is saved.
//!
//! Pages and commands build a [`FileLine`] for one showing. A name comes from a stranger: it is
//! shown apart from our own words, and nothing is saved under it before it was made harmless.

use super::{
    Drawer,
    casebook::Case,
    picture::{self, Gallery},
};
use crate::{
    Texts,
    core::{
        AttachmentId, CaseId,
        attachment::{Attachment, Traces},
        files::{FileGroup, FileKind},
    },
};

/// The longest name to save under, in characters, without its ending.
const MAX_SAVED_CHARS: usize = 80;

/// One attachment in a list.
pub struct FileLine {
    /// Its place among the case's attachments, from 1.
    pub number: usize,
    /// Its id, for addresses.
    pub id: AttachmentId,
    /// Its case.
    pub case: CaseId,
    /// What the reporter's device called it, without characters that nobody sees.
    pub name: String,
    /// What it is, and how large.
    pub facts: String,
    /// What may still be in it, or that this was taken out.
    pub traces: String,
    /// Whether it is on this computer, sealed.
    pub is_here: bool,
    /// Whether it is shown as a picture: it is here, and nothing is known against it.
    pub is_shown: bool,
    /// Why a picture is not shown; empty when it is, or is none.
    pub unseen: String,
}

impl FileLine {
    /// Every attachment of a case, in order.
    pub fn all(case: &Case, drawer: &Drawer, texts: &Texts) -> Vec<Self> {
        let line = |(place, attachment): (usize, &Attachment)| {
            let kind = FileKind::find(&attachment.kind);
            let is_drawn = kind.is_some_and(picture::is_drawn);
            let is_picture = kind.is_some_and(|kind| kind.group() == FileGroup::Picture);
            let is_here = drawer.has_attachment(case.id, attachment.id);
            let unseen =
                if is_picture && !is_drawn { texts.desk_picture_kind() } else { String::new() };
            Self {
                number: place + 1,
                id: attachment.id,
                case: case.id,
                name: visible(attachment.name.expose()),
                facts: facts(attachment, texts),
                traces: traces(attachment, texts),
                is_here,
                is_shown: is_here && is_drawn,
                unseen,
            }
        };
        case.attachments().enumerate().map(line).collect()
    }

    /// With what became of it, when it was drawn before.
    #[must_use]
    pub fn seen_in(mut self, gallery: &Gallery, texts: &Texts) -> Self {
        if let Some(Err(error)) = gallery.get(self.id) {
            self.is_shown = false;
            self.unseen = error.sentence(texts);
        }
        self
    }

    /// For a terminal.
    pub fn text(&self) -> String {
        let Self { number, name, facts, traces, .. } = self;
        format!("{number}. {name} – {facts}. {traces}")
    }
}

fn facts(attachment: &Attachment, texts: &Texts) -> String {
    let kind = match FileKind::find(&attachment.kind).map(FileKind::group) {
        Some(FileGroup::Picture) => texts.desk_file_picture(),
        Some(FileGroup::Document) => texts.desk_file_document(),
        Some(FileGroup::Sound) => texts.desk_file_sound(),
        Some(FileGroup::Film) => texts.desk_file_film(),
        Some(FileGroup::Text) => texts.desk_file_text(),
        None => texts.desk_file_other(),
    };
    let size = match attachment.bytes {
        bytes if bytes < 1_000_000 => texts.desk_file_kilobytes(bytes.div_ceil(1000).max(1)),
        bytes => texts.desk_file_megabytes(bytes.div_ceil(1_000_000)),
    };
    format!("{kind}, {size}")
}

fn traces(attachment: &Attachment, texts: &Texts) -> String {
    let group = FileKind::find(&attachment.kind).map(FileKind::group);
    match (attachment.traces, group) {
        (Traces::Removed, _) => texts.desk_file_traces_removed(),
        (Traces::Kept, Some(FileGroup::Sound | FileGroup::Film)) => texts.desk_file_traces_voice(),
        (Traces::Kept, _) => texts.desk_file_traces_kept(),
    }
}

/// Without control characters, and without those that turn the direction of a text.
fn visible(name: &str) -> String {
    name.chars().filter(|c| !c.is_control() && !steers(*c)).collect()
}

/// Whether a character is there to steer how others are shown, and not to be seen.
///
/// Source: Unicode Standard Annex 9, section 2; and the zero-width and line-breaking characters.
fn steers(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// The name to save an attachment under: no folders, nothing hidden, nothing that a system reads
/// as more than a name, and an ending that fits what the file is.
pub fn saved_name(attachment: &Attachment) -> String {
    let name = visible(attachment.name.expose());
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kind = FileKind::find(&attachment.kind);
    let (stem, ending) = match (kind, name.rsplit_once('.')) {
        (Some(kind), Some((stem, ending))) if kind.is_ending_of(name) => (stem, ending),
        (Some(kind), _) => (name, kind.extension()),
        (None, _) => (name, "bin"),
    };
    let harmless = |c: char| if c.is_alphanumeric() || " ._-()".contains(c) { c } else { '_' };
    let stem: String = stem.chars().map(harmless).take(MAX_SAVED_CHARS).collect();
    let stem = stem.trim_matches([' ', '.', '-']);
    // Windows takes these for devices, whatever follows.
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_device = matches!(first.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || first
            .strip_prefix("COM")
            .or(first.strip_prefix("LPT"))
            .is_some_and(|end| end.chars().count() == 1);
    match stem {
        "" => format!("bijlage.{ending}"),
        stem if is_device => format!("_{stem}.{ending}"),
        stem => format!("{stem}.{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{Random, attachment::FileKey};
    use proptest::prelude::*;

    fn named(name: &str, kind: &str) -> Attachment {
        let random = Random::seeded(1);
        Attachment {
            id: AttachmentId::random(&random),
            key: FileKey::random(&random),
            name: name.into(),
            kind: kind.to_owned(),
            bytes: 1,
            traces: Traces::Kept,
        }
    }

    #[test]
    fn a_saved_name_is_a_name_and_fits_its_kind() {
        let cases = [
            ("IMG_0001.JPG", "jpeg", "IMG_0001.JPG"),
            ("vakantie.png", "jpeg", "vakantie.png"),
            ("foto.jpg.exe", "jpeg", "foto.jpg.exe.jpg"),
            ("start", "pdf", "start.pdf"),
            ("../../.ssh/authorized_keys", "text", "authorized_keys.txt"),
            ("C:\\Windows\\x.doc", "old-office", "x.doc"),
            ("gpj.\u{202e}exe.jpg", "jpeg", "gpj.exe.jpg"),
            ("a\u{0}b\nc.pdf", "pdf", "abc.pdf"),
            (".bashrc", "text", "bashrc.txt"),
            ("..", "text", "bijlage.txt"),
            ("", "newer-kind", "bijlage.bin"),
            ("con.pdf", "pdf", "_con.pdf"),
            ("LPT1 .txt.pdf", "pdf", "_LPT1 .txt.pdf"),
            ("een \"brief\"; *.pdf", "pdf", "een _brief__ _.pdf"),
            ("été 日本.jpg", "jpeg", "été 日本.jpg"),
        ];
        for (name, kind, saved) in cases {
            assert_eq!(saved_name(&named(name, kind)), saved, "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn no_name_leads_out_of_its_folder(name in "\\PC{0,300}", kind in "[a-z]{0,5}|jpeg|pdf") {
            let saved = saved_name(&named(&name, &kind));
            prop_assert!(std::path::Path::new(&saved).components().count() == 1);
            prop_assert!(!saved.starts_with('.') && !saved.contains(['/', '\\', ':', '\0', '"']));
            prop_assert!(saved.chars().count() <= MAX_SAVED_CHARS + 8);
        }
    }
}
