//! Cases with attachments, laid into a stopped server's store as the server itself lays them there.

use std::path::Path;
use tokio::runtime::Runtime;
use veilig_melden::{
    Language,
    core::{
        AttachmentId, CaseId, Clock, Day, Kdf, KdfParams, MailboxAddress, OfficerId, OnceId,
        PublicNumber, Random, Readers, ReceiptCode, Team,
        attachment::{Attachment, FileKey, Traces},
        envelope::seal,
        forms::FormUsed,
        report::{Answers, FormContext, Report, ReportForm},
        thread::Addition,
    },
    store::{NewCase, NewItem, Store},
};

/// A file of a reporter.
pub struct Sent {
    pub name: String,
    pub kind: &'static str,
    pub traces: Traces,
    pub content: Vec<u8>,
}

impl Sent {
    pub fn picture(name: &str, content: &[u8]) -> Self {
        let (name, content) = (name.to_owned(), content.to_vec());
        Self { name, kind: "jpeg", traces: Traces::Removed, content }
    }

    pub fn document(name: &str, content: &[u8]) -> Self {
        Self { kind: "pdf", traces: Traces::Kept, ..Self::picture(name, content) }
    }
}

/// A case that was laid in.
pub struct Filed {
    pub case: CaseId,
    pub number: PublicNumber,
    /// Its files, in order: the report's, then the addition's.
    pub files: Vec<AttachmentId>,
}

/// An organisation's store and team. The server must not run.
pub struct Filing {
    store: Store,
    team: Team,
    random: Random,
    runtime: Runtime,
}

impl Filing {
    /// Opens the store of the organisation in this folder.
    pub fn open(organisation: &Path) -> Self {
        let params = KdfParams { memory_kib: 64, passes: 1, lanes: 1 };
        let kdf = || Kdf { salt: [3; 32], params };
        let (store, _) = Store::open(&organisation.join("data"), kdf).unwrap();
        let team = Team::read(&organisation.join("keys")).unwrap();
        Self { store, team, random: Random::from_system(), runtime: Runtime::new().unwrap() }
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Writes files that then wait.
    pub fn seal(&self, files: &[Sent]) -> Vec<Attachment> {
        files.iter().map(|file| self.seal_one(file)).collect()
    }

    fn seal_one(&self, file: &Sent) -> Attachment {
        let id = AttachmentId::random(&self.random);
        let key = FileKey::random(&self.random);
        let mut writer = self.store.begin_attachment(id, &key).unwrap();
        file.content.chunks(10_000).for_each(|part| writer.write(part).unwrap());
        writer.finish().unwrap();
        let (name, bytes) = (file.name.as_str().into(), file.content.len() as u64);
        Attachment { id, key, name, kind: file.kind.to_owned(), bytes, traces: file.traces }
    }

    fn readers(&self, excluded: &[OfficerId]) -> Readers {
        self.team.readers_without(excluded).unwrap()
    }

    fn answers(&self, story: &str) -> Answers {
        let mut form = ReportForm::default();
        form.fields.insert("story".to_owned(), vec![story.into()]);
        let context = FormContext { team: &self.team, locations: &[], form: FormUsed::Full };
        form.answers(&context).ok().unwrap().answers
    }

    /// A report with these files.
    pub fn report(&self, story: &str, excluded: &[OfficerId], files: &[Sent]) -> Filed {
        let code = ReceiptCode::random(&self.random);
        let keys = code.mailbox_keys(self.store.kdf()).unwrap();
        let readers = self.readers(excluded);
        let report = Report {
            case: CaseId::random(&self.random),
            number: PublicNumber::random(&self.random),
            day: today(),
            language: Language::Nl,
            mailbox: keys.recipient(),
            readers: Report::list_readers(&readers),
            excluded: Vec::new(),
            answers: self.answers(story),
            form: FormUsed::Full,
            attachments: self.seal(files),
        };
        let files: Vec<_> = report.attachments.iter().map(|attachment| attachment.id).collect();
        let new = NewCase {
            case: report.case,
            number: report.number,
            day: report.day,
            address: MailboxAddress(keys.address.0),
            mailbox: keys.recipient(),
            readers: readers.ids(),
            excluded: Vec::new(),
            once: OnceId::random(&self.random),
            item: seal(&report, &readers).unwrap(),
            attachments: files.clone(),
        };
        self.runtime.block_on(self.store.insert(new)).unwrap();
        Filed { case: report.case, number: report.number, files }
    }

    /// An addition with these files, for everybody.
    pub fn add(&self, filed: &mut Filed, text: &str, files: &[Sent]) {
        let addition = Addition {
            case: filed.case,
            day: today(),
            language: Language::Nl,
            text: Some(text.into()),
            answers: Answers::default(),
            attachments: self.seal(files),
        };
        let files: Vec<_> = addition.attachments.iter().map(|attachment| attachment.id).collect();
        let new = NewItem {
            case: filed.case,
            day: addition.day,
            once: OnceId::random(&self.random),
            item: seal(&addition, &self.readers(&[])).unwrap(),
            attachments: files.clone(),
        };
        self.runtime.block_on(self.store.append(new)).unwrap();
        filed.files.extend(files);
    }
}

fn today() -> Day {
    Clock::System.today()
}
