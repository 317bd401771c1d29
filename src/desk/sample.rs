//! A made-up team with sealed reports, for this module's tests.
//!
//! Tests alone call it. Its keys are known to everybody and protect nothing.

use crate::{
    Language,
    core::{
        CaseId, Clock, Day, OfficerId, Plaintext, PublicNumber, Random, ReceiptCode, Recipient,
        SealedItem, Team,
        envelope::{seal, seal_for_reporter},
        forms::FormUsed,
        officers::sample_key,
        opening::Identity,
        receipt::{Kdf, KdfParams},
        report::{FormContext, Report, ReportForm},
        thread::{Addition, Message, Status},
        wire::{TeamMember, TeamPage},
    },
};
use std::collections::BTreeMap;

/// The day on which tests run.
pub const TODAY: &str = "2026-11-23";

/// A team, and what its reporters would send.
pub struct Sample {
    team: Team,
    seeds: u8,
}

impl Sample {
    pub fn new(names: &[&str]) -> Self {
        Self { team: Team::sample(names), seeds: u8::try_from(names.len()).unwrap() }
    }

    pub fn clock() -> Clock {
        Clock::Fixed(Day::parse(TODAY).unwrap())
    }

    /// The age key of the officer at this place, from 1.
    #[expect(clippy::disallowed_methods, reason = "a made-up key")]
    pub fn identity(seed: u8) -> Identity {
        let text = sample_key(seed).to_string();
        Identity::parse(age::secrecy::ExposeSecret::expose_secret(&text)).unwrap()
    }

    pub fn ids(&self) -> Vec<OfficerId> {
        self.team.officers().map(|officer| officer.id).collect()
    }

    pub fn team_page(&self) -> TeamPage {
        let member = |officer: &crate::core::Officer| TeamMember {
            id: officer.id,
            name: officer.file.name.clone(),
            recipient: officer.recipient.to_string(),
            signer: officer.file.signer.clone(),
        };
        let members: Vec<TeamMember> = self.team.officers().map(member).collect();
        assert_eq!(members.len(), usize::from(self.seeds));
        TeamPage { members }
    }

    /// Where replies of the case with this number go.
    pub fn mailbox(number: u8) -> Recipient {
        Self::mailbox_keys(number).recipient()
    }

    pub fn mailbox_keys(number: u8) -> crate::core::MailboxKeys {
        let params = KdfParams { memory_kib: 8, passes: 1, lanes: 1 };
        let kdf = Kdf { salt: [7; 32], params };
        let code = ReceiptCode::random(&Random::seeded(number.into()));
        code.mailbox_keys(&kdf).unwrap()
    }

    pub fn case(number: u8) -> CaseId {
        CaseId::from_bytes([number; 16])
    }

    pub fn number(number: u8) -> PublicNumber {
        PublicNumber::random(&Random::seeded(number.into()))
    }

    pub fn report(&self, number: u8, story: &str) -> SealedItem {
        self.report_with(number, &[("story", &[story])])
    }

    /// A report with these answers; an `exclude` among them leaves that officer out.
    pub fn report_with(&self, number: u8, fields: &[(&str, &[&str])]) -> SealedItem {
        let values = |values: &[&str]| values.iter().map(|value| (*value).into()).collect();
        let fields: BTreeMap<String, Vec<Plaintext>> =
            fields.iter().map(|(key, sent)| ((*key).to_owned(), values(sent))).collect();
        let form = ReportForm { fields, ..ReportForm::default() };
        let locations = ["De Linde".to_owned()];
        let context = FormContext { team: &self.team, locations: &locations, form: FormUsed::Full };
        let checked = form.answers(&context).ok().unwrap();
        let readers = self.team.readers_without(&checked.excluded).unwrap();
        let name = |id: &OfficerId| self.team.find(id).unwrap().file.name.clone();
        let report = Report {
            case: Self::case(number),
            number: Self::number(number),
            day: Self::clock().today(),
            language: match number {
                77 => Language::Ar,
                even if even.is_multiple_of(2) => Language::En,
                _ => Language::Nl,
            },
            mailbox: Self::mailbox(number),
            readers: Report::list_readers(&readers),
            excluded: checked.excluded.iter().map(name).collect(),
            answers: checked.answers,
            attachments: Vec::new(),
            form: FormUsed::Full,
        };
        seal(&report, &readers).unwrap()
    }

    pub fn addition(&self, number: u8, text: &str) -> SealedItem {
        let addition = Addition {
            case: Self::case(number),
            day: Self::clock().today(),
            language: Language::Nl,
            text: Some(text.into()),
            answers: crate::core::report::Answers::default(),
            attachments: Vec::new(),
        };
        seal(&addition, &self.team.readers_without(&[]).unwrap()).unwrap()
    }

    pub fn message(&self, number: u8, text: &str) -> SealedItem {
        self.message_with(number, text, None)
    }

    pub fn message_with(&self, number: u8, text: &str, status: Option<&str>) -> SealedItem {
        let message = Message {
            case: Self::case(number),
            day: Self::clock().today(),
            officer: "An".to_owned(),
            status: status.and_then(Status::find),
            text: Some(text.into()),
            next_news: Some(Self::clock().today().plus(14)),
            silence_until: None,
        };
        let readers = self.team.readers_without(&[]).unwrap();
        seal_for_reporter(&message, &Self::mailbox(number), &readers).unwrap()
    }
}
