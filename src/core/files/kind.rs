//! The kinds of file that are taken, with the name of each in an envelope, on a disk and on the web.
//!
//! Upload, thread and desk ask here; [`FileKind::of`](super::FileKind::of) says which kind a file
//! is. Nothing here reads a file.

/// What a file is, by its content: never by its name or by what a browser said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum FileKind {
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture, animated or not.
    Png,
    /// A WebP picture, animated or not.
    WebP,
    /// A HEIC picture, as iPhones make them.
    Heic,
    /// A GIF picture.
    Gif,
    /// A PDF document.
    Pdf,
    /// A Word document.
    Docx,
    /// An Excel sheet.
    Xlsx,
    /// A PowerPoint presentation.
    Pptx,
    /// An OpenDocument text.
    Odt,
    /// An OpenDocument sheet.
    Ods,
    /// An OpenDocument presentation.
    Odp,
    /// A file of Office before 2007, an Outlook message, or an Office file with a password.
    OldOffice,
    /// A text with formatting.
    Rtf,
    /// Plain text: UTF-8, or UTF-16 with a byte order mark.
    Text,
    /// An e-mail message.
    Eml,
    /// A film: MP4, QuickTime or 3GPP.
    Mp4,
    /// A WebM film or sound, as browsers record them.
    WebM,
    /// An MP3 sound.
    Mp3,
    /// An MPEG-4 sound, as phones record them.
    M4a,
    /// An Ogg sound, as WhatsApp sends them.
    Ogg,
    /// A WAV sound.
    Wav,
    /// An AAC sound.
    Aac,
    /// An AMR sound, as old phones record them.
    Amr,
}

/// What a person would call a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum FileGroup {
    /// Something to look at.
    Picture,
    /// Something to read, made with a program.
    Document,
    /// Something to hear.
    Sound,
    /// Something to watch.
    Film,
    /// Text without formatting, and e-mail.
    Text,
}

/// One row for each kind.
struct Row {
    kind: FileKind,
    group: FileGroup,
    /// Stands inside envelopes and never changes.
    key: &'static str,
    media_type: &'static str,
    /// The endings that a name of this kind may have; the first is the usual one.
    endings: &'static [&'static str],
}

const fn row(
    kind: FileKind,
    group: FileGroup,
    [key, media_type]: [&'static str; 2],
    endings: &'static [&'static str],
) -> Row {
    Row { kind, group, key, media_type, endings }
}

/// All kinds, in the order of [`FileKind`]: a row is found by its number.
#[rustfmt::skip]
static ROWS: [Row; 24] = {
    use FileGroup::{Document, Film, Picture, Sound, Text};
    use FileKind as K;
    [
        row(K::Jpeg, Picture, ["jpeg", "image/jpeg"], &["jpg", "jpeg", "jpe", "jfif"]),
        row(K::Png, Picture, ["png", "image/png"], &["png", "apng"]),
        row(K::WebP, Picture, ["webp", "image/webp"], &["webp"]),
        row(K::Heic, Picture, ["heic", "image/heic"], &["heic", "heif", "hif"]),
        row(K::Gif, Picture, ["gif", "image/gif"], &["gif"]),
        row(K::Pdf, Document, ["pdf", "application/pdf"], &["pdf"]),
        row(K::Docx, Document, ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"], &["docx", "docm", "dotx"]),
        row(K::Xlsx, Document, ["xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"], &["xlsx", "xlsm", "xltx"]),
        row(K::Pptx, Document, ["pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"], &["pptx", "pptm", "ppsx", "potx"]),
        row(K::Odt, Document, ["odt", "application/vnd.oasis.opendocument.text"], &["odt"]),
        row(K::Ods, Document, ["ods", "application/vnd.oasis.opendocument.spreadsheet"], &["ods"]),
        row(K::Odp, Document, ["odp", "application/vnd.oasis.opendocument.presentation"], &["odp"]),
        row(K::OldOffice, Document, ["old-office", "application/x-ole-storage"], &["doc", "dot", "xls", "xlt", "ppt", "pps", "msg"]),
        row(K::Rtf, Document, ["rtf", "application/rtf"], &["rtf"]),
        row(K::Text, Text, ["text", "text/plain"], &["txt", "text", "csv", "tsv", "md", "log"]),
        row(K::Eml, Text, ["eml", "message/rfc822"], &["eml"]),
        row(K::Mp4, Film, ["mp4", "video/mp4"], &["mp4", "m4v", "mov", "qt", "3gp", "3g2"]),
        row(K::WebM, Film, ["webm", "video/webm"], &["webm", "weba"]),
        row(K::Mp3, Sound, ["mp3", "audio/mpeg"], &["mp3", "mpga"]),
        row(K::M4a, Sound, ["m4a", "audio/mp4"], &["m4a", "m4b"]),
        row(K::Ogg, Sound, ["ogg", "audio/ogg"], &["ogg", "oga", "opus"]),
        row(K::Wav, Sound, ["wav", "audio/wav"], &["wav"]),
        row(K::Aac, Sound, ["aac", "audio/aac"], &["aac"]),
        row(K::Amr, Sound, ["amr", "audio/amr"], &["amr"]),
    ]
};

/// Endings that make a computer run a file, or a browser run what stands in it. No kind has them.
const RUNNING: [&str; 32] = [
    "app", "apk", "bat", "cmd", "com", "cpl", "exe", "hta", "htm", "html", "jar", "js", "jse",
    "lnk", "mht", "mhtml", "msi", "pif", "ps1", "py", "reg", "scr", "sh", "svg", "url", "vb",
    "vbe", "vbs", "wsf", "wsh", "xhtml", "xml",
];

impl FileKind {
    /// All kinds that are taken.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(|row| row.kind)
    }

    /// Its name inside an envelope: small letters and dashes, and never changed.
    pub fn key(self) -> &'static str {
        self.row().key
    }

    /// The kind with this key. `None` for a key of a later version.
    pub fn find(key: &str) -> Option<Self> {
        Self::all().find(|kind| kind.key() == key)
    }

    /// The ending that a file of this kind is saved with, without a dot.
    pub fn extension(self) -> &'static str {
        self.row().endings[0]
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        self.row().media_type
    }

    /// What a person would call it.
    pub fn group(self) -> FileGroup {
        self.row().group
    }

    /// Whether place, author and device data are taken out of it; otherwise it passes unchanged.
    pub fn is_cleaned(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::WebP)
    }

    /// Whether a file of this kind may be called `name`. A picture may have the ending of another
    /// picture, since phones and chat programs mix them up; no ending, or one that nobody knows,
    /// says nothing. A script called `.jpg`, or a text called `.bat`, lies.
    pub fn agrees_with_name(self, name: &str) -> bool {
        let Some((_, ending)) = name.trim_end().rsplit_once('.') else {
            return true;
        };
        let ending = ending.to_ascii_lowercase();
        if RUNNING.contains(&ending.as_str()) {
            return false;
        }
        let claimed = ROWS.iter().find(|row| row.endings.contains(&ending.as_str()));
        claimed.is_none_or(|claimed| kin(claimed.group) == kin(self.group()))
    }

    /// Whether `name` ends as a file of this kind, or of one much like it.
    pub fn is_ending_of(self, name: &str) -> bool {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let of = |row: &Row| ending.as_deref().is_some_and(|ending| row.endings.contains(&ending));
        ROWS.iter().any(|row| kin(row.group) == kin(self.group()) && of(row))
    }

    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
}

/// Groups whose endings stand for one another: MP4, WebM and Ogg hold sound or film alike.
fn kin(group: FileGroup) -> FileGroup {
    match group {
        FileGroup::Film => FileGroup::Sound,
        FileGroup::Text => FileGroup::Document,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_key() {
        for kind in FileKind::all() {
            assert_eq!(FileKind::find(kind.key()), Some(kind));
            assert_eq!(kind.row().kind, kind);
            assert!(kind.agrees_with_name(&format!("a.{}", kind.extension())));
        }
        assert_eq!(FileKind::find("exe"), None);
    }

    #[test]
    fn no_ending_stands_for_two_kinds_or_runs() {
        let mut endings: Vec<_> = ROWS.iter().flat_map(|row| row.endings).collect();
        let count = endings.len();
        assert!(endings.iter().all(|ending| !RUNNING.contains(ending)));
        endings.sort();
        endings.dedup();
        assert_eq!(endings.len(), count);
    }

    #[test]
    fn a_name_may_mix_up_pictures_and_may_not_lie() {
        assert!(FileKind::Png.agrees_with_name("IMG_1.JPG"));
        assert!(FileKind::Jpeg.agrees_with_name("verslag 3.2 Jan"));
        assert!(FileKind::Jpeg.agrees_with_name("foto"));
        assert!(FileKind::WebM.agrees_with_name("stem.ogg"));
        assert!(FileKind::Eml.agrees_with_name("bericht.msg"));
        assert!(!FileKind::Text.agrees_with_name("foto.jpg"));
        assert!(!FileKind::Text.agrees_with_name("start.bat"));
        assert!(!FileKind::Jpeg.agrees_with_name("foto.jpg.exe "));
        assert!(!FileKind::Docx.agrees_with_name("foto.png"));
        assert!(!FileKind::Jpeg.agrees_with_name("brief.pdf"));
        for name in ["a.jpg", "a.b.JPEG", "a.png"] {
            assert!(FileKind::Jpeg.is_ending_of(name), "{name}");
        }
        for name in ["", "jpg", "a.", "a.scan", "a.exe", "a.jpg.exe", "a.pdf"] {
            assert!(!FileKind::Jpeg.is_ending_of(name), "{name}");
        }
    }
}
