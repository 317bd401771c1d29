//! The files of one form: those that arrived whole, and those that were refused.
//!
//! A file that arrived waits in the store, sealed to a key of its own. That key goes into the page
//! that is shown again, and into the report, and stays nowhere here: so a form with a fault keeps
//! its files without sending them twice. Whatever no page and no case carries on goes at once.

use super::{
    App,
    admission::given_code,
    form::FormFault,
    incoming::Watch,
    limits::Client,
    uploads::{self, Stopped},
};
use crate::{
    core::{
        AttachmentId, CaseId, Plaintext, ReceiptCode,
        attachment::{
            Attachment, FileKey, MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS, MAX_ATTACHMENTS_BYTES,
            MAX_NAME_CHARS, Traces,
        },
        files::{FileFault, FileKind},
        report::ReportForm,
    },
    store::{Store, StoreError},
};
use axum::extract::multipart::Field;
use zeroize::Zeroizing;

/// The name of the hidden fields that carry files on.
pub const KEPT_FIELD: &str = "kept";

/// The name of the boxes that leave such a file out.
const DROP_FIELD: &str = "drop";

/// Separates what stands in a hidden field; no name of a kind has it.
const SEPARATOR: char = '.';

/// The files of one form.
pub struct Files {
    /// Those that arrived whole, in the order in which they came.
    pub kept: Vec<KeptFile>,
    /// Those that are not taken.
    pub refused: Vec<RefusedFile>,
    fresh: Fresh,
    client: Client,
}

/// A file that arrived whole.
pub struct KeptFile {
    /// As the report will name it.
    pub attachment: Attachment,
    /// SHA-256 over what arrived, before anything was taken out: what a resend is recognised by.
    pub digest: [u8; 32],
}

/// A file that is not taken.
pub struct RefusedFile {
    /// What the reporter's device calls it.
    pub name: Plaintext,
    /// Why.
    pub why: WhyRefused,
}

/// Why a file is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhyRefused {
    /// It is larger than [`MAX_ATTACHMENT_BYTES`].
    TooLarge,
    /// With the others it is larger than [`MAX_ATTACHMENTS_BYTES`].
    TooMuch,
    /// There are [`MAX_ATTACHMENTS`] already.
    TooMany,
    /// What is in it.
    Fault(FileFault),
    /// It is something else than its name says.
    OtherThanItsName,
    /// There is no room for it now.
    NoRoom,
    /// It could not be stored.
    NotStored,
    /// It is not here, or no longer: it must be chosen again.
    Gone,
}

impl From<StoreError> for WhyRefused {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full | StoreError::TooManyWaiting => Self::NoRoom,
            error => {
                tracing::error!(%error, "a file was not stored");
                Self::NotStored
            }
        }
    }
}

/// Files that came with this request. They go with it, unless a page carries them on.
struct Fresh {
    store: Store,
    ids: Vec<AttachmentId>,
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // Those that a case has taken do not wait any more.
        self.store.drop_waiting(&self.ids);
    }
}

impl Files {
    /// None yet, of what this client sends.
    pub fn new(app: &App, client: Client) -> Self {
        let fresh = Fresh { store: app.store.clone(), ids: Vec::new() };
        Self { kept: Vec::new(), refused: Vec::new(), fresh, client }
    }

    /// Whether there is none, not even a refused one.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty() && self.refused.is_empty()
    }

    /// Takes a part with a file. Without a form of ours it is read and not kept; an input in which
    /// nothing was chosen is no file.
    ///
    /// # Errors
    /// [`FormFault::Cut`] when the form ends here.
    pub async fn receive(
        &mut self,
        app: &App,
        form: &ReportForm,
        mut part: Field<'_>,
        watch: &Watch,
    ) -> Result<(), FormFault> {
        let sent_name = part.file_name().unwrap_or_default();
        let (name, has_name) = (tidy_name(sent_name), !sent_name.is_empty());
        let allowed = self.allowed(app, form);
        match uploads::receive(app, &mut part, &name, (watch, allowed)).await {
            Ok(file) => self.add(file),
            Err(Stopped::Refused(WhyRefused::Fault(FileFault::Empty))) if !has_name => {}
            Err(Stopped::Refused(why)) => self.refused.push(RefusedFile { name: name.into(), why }),
            Err(Stopped::Cut) => {
                self.refused.push(RefusedFile { name: name.into(), why: WhyRefused::Gone });
                return Err(FormFault::Cut);
            }
        }
        Ok(())
    }

    /// How many bytes the next file may have, and why not more.
    fn allowed(&self, app: &App, form: &ReportForm) -> Allowed {
        let bytes: u64 = self.kept.iter().map(|file| file.attachment.bytes).sum();
        let left = MAX_ATTACHMENTS_BYTES.saturating_sub(bytes);
        let (bytes, beyond) = if given_code(app, form).is_none() {
            (0, WhyRefused::Gone)
        } else if self.kept.len() >= MAX_ATTACHMENTS {
            (0, WhyRefused::TooMany)
        } else if left < MAX_ATTACHMENT_BYTES {
            (left, WhyRefused::TooMuch)
        } else {
            (MAX_ATTACHMENT_BYTES, WhyRefused::TooLarge)
        };
        Allowed { bytes, beyond, client: self.client }
    }

    /// Adds a file that came now. The same file under the same name comes along once.
    fn add(&mut self, file: KeptFile) {
        self.fresh.ids.push(file.attachment.id);
        if !self.kept.iter().any(|known| known.is_same(&file)) {
            self.kept.push(file);
        }
    }

    /// Takes the hidden fields out of the form: files of an earlier sending, but for those that
    /// are to be left out.
    pub fn take_kept(&mut self, app: &App, form: &mut ReportForm) {
        let Some(fields) = form.fields.remove(KEPT_FIELD) else { return };
        let code = form.sent("code").first().and_then(|code| ReceiptCode::parse(code).ok());
        for field in fields.iter().take(MAX_ATTACHMENTS) {
            match code.as_ref().and_then(|code| KeptFile::parse(app, code, field.expose())) {
                Some(file) if form.has(DROP_FIELD, &file.attachment.id.to_string()) => {
                    app.store.drop_waiting(&[file.attachment.id]);
                }
                Some(file) => self.kept.push(file),
                None => self.refused.push(RefusedFile {
                    name: tidy_name(name_in(field.expose())).into(),
                    why: WhyRefused::Gone,
                }),
            }
        }
    }

    /// The form broke off: what came with it is not kept, and must be chosen again.
    pub fn lose_fresh(&mut self) {
        let fresh = std::mem::take(&mut self.fresh.ids);
        self.fresh.store.drop_waiting(&fresh);
        for file in std::mem::take(&mut self.kept) {
            if fresh.contains(&file.attachment.id) {
                let name = file.attachment.name;
                self.refused.push(RefusedFile { name, why: WhyRefused::Gone });
            } else {
                self.kept.push(file);
            }
        }
    }

    /// The page that is shown carries them on: they wait for the next sending.
    pub fn stay(&mut self) {
        self.fresh.ids.clear();
    }

    /// Names these files, whatever their order, for [`MailboxKeys::once`](crate::core::MailboxKeys::once).
    /// Empty without files.
    pub fn canonical(&self) -> Zeroizing<Vec<u8>> {
        let mut files: Vec<_> = self.kept.iter().collect();
        files.sort_by_key(|file| (file.digest, file.attachment.name.expose()));
        let mut bytes = Zeroizing::new(Vec::new());
        for file in files {
            let name = file.attachment.name.expose();
            bytes.extend_from_slice(&file.digest);
            bytes.extend_from_slice(&(name.len() as u64).to_be_bytes());
            bytes.extend_from_slice(name.as_bytes());
        }
        bytes
    }

    /// The files as a report or an addition names them; those that the case names already are left
    /// out. Whether they wait still is for the store to say, which knows a resend first.
    ///
    /// # Errors
    /// As [`Store::attachment`].
    pub fn attachments(
        &self,
        store: &Store,
        case: Option<CaseId>,
    ) -> Result<Vec<Attachment>, StoreError> {
        let mut new = Vec::new();
        for KeptFile { attachment, .. } in &self.kept {
            let is_known = match case {
                Some(case) => is_of(store, case, attachment.id)?,
                None => false,
            };
            new.extend((!is_known).then(|| again(attachment)));
        }
        Ok(new)
    }
}

/// Whether the case names this file, lost or not.
fn is_of(store: &Store, case: CaseId, id: AttachmentId) -> Result<bool, StoreError> {
    match store.attachment(case, id) {
        Ok(file) => Ok(file.is_some()),
        Err(StoreError::MissingAttachment | StoreError::DamagedAttachment) => Ok(true),
        Err(error) => Err(error),
    }
}

/// The same once more: a report that lost a race is made up again.
fn again(attachment: &Attachment) -> Attachment {
    Attachment {
        id: attachment.id,
        key: attachment.key.copy(),
        name: attachment.name.expose().into(),
        kind: attachment.kind.clone(),
        bytes: attachment.bytes,
        traces: attachment.traces,
    }
}

/// The ids of attachments, for the record that names them.
pub fn ids_of(attachments: &[Attachment]) -> Vec<AttachmentId> {
    attachments.iter().map(|attachment| attachment.id).collect()
}

/// How large a file may be.
pub struct Allowed {
    /// At most this many bytes; with 0 nothing of it is kept.
    pub bytes: u64,
    /// Why a larger one is refused.
    pub beyond: WhyRefused,
    /// Who sends it.
    pub client: Client,
}

/// What a device called a file, as it is kept: without folders and control characters, cut in the
/// middle when it is long, so that its ending stays.
fn tidy_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: Vec<char> = name.trim().chars().filter(|c| !is_hidden(*c)).collect();
    if kept.len() <= MAX_NAME_CHARS {
        return kept.into_iter().collect();
    }
    let (start, end) = (MAX_NAME_CHARS - 21, kept.len() - 20);
    kept[..start].iter().chain(&['…']).chain(&kept[end..]).collect()
}

/// Characters that show nothing, or turn the direction of what comes after them.
fn is_hidden(symbol: char) -> bool {
    symbol.is_control()
        || matches!(symbol, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

impl KeptFile {
    fn is_same(&self, other: &Self) -> bool {
        self.digest == other.digest
            && self.attachment.name.expose() == other.attachment.name.expose()
    }

    /// What its hidden field holds. The last part is its name, so that it may hold anything.
    pub fn field(&self, app: &App, code: &ReceiptCode) -> Zeroizing<String> {
        let Attachment { id, key, name, kind, bytes, traces } = &self.attachment;
        let traces = match traces {
            Traces::Removed => "removed",
            Traces::Kept => "kept",
        };
        // Written out as two ids, because it is as long as two.
        let [first, second] = halves(&self.digest);
        let vouched = Zeroizing::new(format!(
            "{id}.{}.{first}{second}.{bytes}.{kind}.{traces}.{}",
            key.to_hex().as_str(),
            name.expose(),
        ));
        let ticket = code.vouch(app.store.kdf(), &vouched).to_hex();
        Zeroizing::new(format!("{ticket}{SEPARATOR}{}", vouched.as_str()))
    }

    /// Reads a hidden field that this server wrote into a form with this code. `None` for any
    /// other.
    fn parse(app: &App, code: &ReceiptCode, field: &str) -> Option<Self> {
        let (ticket, vouched) = field.split_once(SEPARATOR)?;
        if !code.vouch(app.store.kdf(), vouched).matches(ticket) {
            return None;
        }
        let mut parts = vouched.splitn(7, SEPARATOR);
        let id = AttachmentId::parse(parts.next()?)?;
        let key = FileKey::parse(parts.next()?)?;
        let digest = whole(parts.next()?)?;
        let bytes = parts.next()?.parse().ok()?;
        let kind = FileKind::find(parts.next()?)?.key().to_owned();
        let traces = match parts.next()? {
            "removed" => Traces::Removed,
            _ => Traces::Kept,
        };
        let name = parts.next()?.into();
        Some(Self { attachment: Attachment { id, key, name, kind, bytes, traces }, digest })
    }
}

/// The name in a hidden field that nobody vouches for: the reporter's own word for it.
fn name_in(field: &str) -> &str {
    field.splitn(8, SEPARATOR).nth(7).unwrap_or_default()
}

fn halves(digest: &[u8; 32]) -> [AttachmentId; 2] {
    let (first, second) = digest.split_at(16);
    [first, second].map(|half| AttachmentId::from_bytes(half.try_into().expect("half of 32 is 16")))
}

fn whole(hex: &str) -> Option<[u8; 32]> {
    let (first, second) = hex.split_at_checked(32)?;
    let mut digest = [0; 32];
    digest[..16].copy_from_slice(AttachmentId::parse(first)?.as_bytes());
    digest[16..].copy_from_slice(AttachmentId::parse(second)?.as_bytes());
    Some(digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_folders_and_what_hides_and_keeps_its_ending() {
        let tidied = [
            ("IMG_0001.jpg", "IMG_0001.jpg"),
            ("C:\\fakepath\\IMG.jpg", "IMG.jpg"),
            ("/sdcard/DCIM/IMG.jpg", "IMG.jpg"),
            ("a\u{202e}gpj.exe\r\n", "agpj.exe"),
            ("", ""),
        ];
        for (name, expected) in tidied {
            assert_eq!(tidy_name(name), expected);
        }
        let long = tidy_name(&format!("{}.docx", "é".repeat(500)));
        assert_eq!(long.chars().count(), MAX_NAME_CHARS);
        assert!(long.starts_with("éé") && long.contains('…') && long.ends_with("é.docx"));
    }

    #[test]
    fn a_digest_reads_back() {
        let digest: [u8; 32] = std::array::from_fn(|place| place as u8 * 7);
        let [first, second] = halves(&digest);
        assert_eq!(whole(&format!("{first}{second}")), Some(digest));
        assert_eq!(whole("00"), None);
    }
}
