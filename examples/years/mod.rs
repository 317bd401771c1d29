//! Made-up cases of many years, in an officer's folder as sync would have left it.
//!
//! Measuring and pictures use it. The same seed gives the same cases; nothing in it is anybody's.

use std::{collections::BTreeMap, error::Error, fs, path::Path, sync::Arc};
use veilig_melden::{
    Language,
    core::{
        CaseId, Day, EntryId, ItemKind, Plaintext, PublicNumber, Random, Readers, SealedItem, Team,
        entry::Statement,
        envelope::seal,
        forms::FormUsed,
        report::{FormContext, Report, ReportForm},
        sealed_hash,
        wire::{TeamMember, TeamPage},
    },
    desk::{
        Drawer, KeyRing, KnownTeam,
        casework::{
            Event, Keyed,
            choices::{AftercareGroup, Outcome, Word},
            criteria::Criterion,
            event::{Aftercare, Answered, Closed, Decision, MessageSent, PoliceContact, Who},
            judgement::{DecisionKind, PoliceStep},
            triage::{Route, YesNo},
        },
        enrol::{self, NewOfficer},
        keyring::WorkFactor,
    },
};

/// What opens the folder.
pub const PASSPHRASE: &str = "vijf losse woorden hier";

type Done<T> = Result<T, Box<dyn Error>>;

/// A folder that is being filled.
pub struct Years {
    ring: KeyRing,
    team: Team,
    readers: Readers,
    random: Random,
    locations: Vec<String>,
}

/// One made-up case while its items are sealed.
struct Making {
    case: CaseId,
    day: Day,
    items: Vec<SealedItem>,
    parents: Vec<veilig_melden::core::EntryHash>,
}

impl Years {
    /// Makes an officer and an empty drawer in a folder that is not there yet.
    pub fn begin(folder: &Path, seed: u64) -> Done<Self> {
        let officer = NewOfficer {
            name: "Anna de Vries".to_owned(),
            role: "Aandachtsfunctionaris".to_owned(),
            outside_line: true,
            ..NewOfficer::default()
        };
        let making = (&Arc::new(Random::from_system()), WorkFactor::LogN(10));
        let enrolled = enrol::enrol(folder, &officer, &PASSPHRASE.into(), making)?;
        let keys = folder.join("public");
        fs::create_dir(&keys)?;
        fs::copy(&enrolled.public_file, keys.join("anna.toml"))?;
        let ring = KeyRing::unlock(folder, &PASSPHRASE.into())?;
        let team = Team::read(&keys)?;
        let readers = team.readers_without(&[]).ok_or("no readers")?;
        let member = TeamMember {
            id: ring.officer(),
            name: officer.name,
            recipient: ring.recipient(),
            signer: Some(ring.signer()),
        };
        let page = TeamPage { members: vec![member] };
        let known = KnownTeam::default().take_in(page, Day::from_number(17_000));
        Drawer::open(folder)?.set_team(&known.ok_or("no team")?)?;
        let locations = ["De Linde", "Het Anker", "Beukenhof"].map(str::to_owned).to_vec();
        Ok(Self { ring, team, readers, random: Random::seeded(seed), locations })
    }

    /// A number below this, small ones likelier.
    fn small(&self, below: usize) -> usize {
        self.below(self.below(below) + 1)
    }

    fn below(&self, below: usize) -> usize {
        let number = u32::from_be_bytes(self.random.bytes::<4>());
        usize::try_from(number).unwrap_or_default() % below.max(1)
    }

    fn one_of<T: Copy>(&self, all: &[T]) -> T {
        all[self.small(all.len())]
    }

    /// Adds a case that came in on this day.
    pub fn add(&self, folder: &Path, day: Day) -> Done<()> {
        let case = CaseId::random(&self.random);
        let report = Report {
            case,
            number: PublicNumber::random(&self.random),
            day,
            language: Language::Nl,
            mailbox: self.ring.recipient().parse().map_err(|_| "no mailbox")?,
            readers: Report::list_readers(&self.readers),
            excluded: Vec::new(),
            answers: self.answers()?,
            form: if self.below(12) == 0 { FormUsed::Question } else { FormUsed::Full },
            attachments: Vec::new(),
        };
        let sealed = seal(&report, &self.readers)?;
        let mut making = Making { case, day, items: vec![sealed], parents: Vec::new() };
        for (after, event) in self.events(day) {
            self.say(&mut making, day.plus(after), &event)?;
        }
        let folder = folder.join("cases").join(case.to_string());
        fs::create_dir_all(&folder)?;
        for (place, item) in making.items.iter().enumerate() {
            let kind = if item.kind() == ItemKind::Report { "report" } else { "entry" };
            fs::write(folder.join(format!("{place:08}.{kind}.age")), item.as_bytes())?;
        }
        Ok(())
    }

    fn answers(&self) -> Done<veilig_melden::core::report::Answers> {
        let at = format!("at:{}", self.one_of(&["De Linde", "Het Anker", "Beukenhof"]));
        let kinds = ["psych", "neglect", "physical", "discrimination", "gut", "money", "sexual"];
        let grounds = ["origin", "religion", "age", "disability", "gender"];
        let roles = ["employee", "family", "client", "volunteer", "representative", "nosay"];
        let actors = ["care", "staff", "client", "manager", "family", "several"];
        let identity = ["anonymous", "team_only", "open"];
        let mut fields = BTreeMap::<String, Vec<Plaintext>>::new();
        let mut put = |key: &str, values: &[&str]| {
            fields.insert(key.to_owned(), values.iter().map(|value| (*value).into()).collect());
        };
        put("story", &["Verzonnen, om mee te meten."]);
        put("role", &[self.one_of(&roles)]);
        put("victim", &[self.one_of(&["client", "me", "colleague", "clients"])]);
        put("actor", &[self.one_of(&actors)]);
        put("identity", &[self.one_of(&identity)]);
        put("where", &[&at]);
        put("kinds", &[self.one_of(&kinds), self.one_of(&kinds)]);
        put("grounds", &[self.one_of(&grounds), self.one_of(&grounds)]);
        let form = ReportForm { fields, ..ReportForm::default() };
        let (team, locations) = (&self.team, self.locations.as_slice());
        let context = FormContext { team, locations, form: FormUsed::Full };
        let checked = form.answers(&context).map_err(|_| "the made-up answers do not fit")?;
        Ok(checked.answers)
    }

    /// What was done, each so many days after the report.
    fn events(&self, day: Day) -> Vec<(u16, Event)> {
        let days = |below: usize| u16::try_from(self.below(below)).unwrap_or_default();
        let answered = days(10);
        let word = |word| Event::MessageSent(MessageSent { item: self.random.bytes(), word });
        let route = self.one_of(Route::ALL);
        let mut events = vec![
            (answered, word(Word::Received)),
            (answered, Event::Routed(Answered { answer: route, note: None })),
        ];
        if self.below(3) == 0 {
            let step = self.one_of(PoliceStep::ALL);
            let (with, agreements) = ("Wijkagent".into(), "Verzonnen.".into());
            let contact = PoliceContact { step, with, on: day.plus(answered), agreements };
            events.push((answered, Event::Police(contact)));
        }
        if self.below(3) == 0 {
            events.push((20, self.decision(DecisionKind::Igj, day.plus(days(60)))));
        }
        if self.below(3) == 0 {
            events.push((30, self.decision(DecisionKind::Measure, day.plus(30))));
            events.push((
                30,
                Event::Aftercare(Aftercare {
                    group: self.one_of(AftercareGroup::ALL),
                    owner: "Anna de Vries".into(),
                    first_care: None,
                    follow_up: None,
                    expert_help: None,
                    done_on: None,
                }),
            ));
        }
        let closed = 20 + days(150);
        events.push((closed, word(Word::Feedback)));
        let outcome = self.one_of(Outcome::ALL);
        events.push((closed, Event::Closed(Closed { outcome, reason: "Verzonnen.".into() })));
        events
    }

    fn decision(&self, kind: DecisionKind, on: Day) -> Event {
        let criteria: Vec<&'static Criterion> = Criterion::of(kind).collect();
        Event::Decided(Decision {
            kind,
            outcome: self.one_of(&[YesNo::Yes, YesNo::No]),
            criteria: vec![criteria[self.small(criteria.len())]],
            reasons: "Verzonnen.".into(),
            decided_by: Who { name: "Bestuurder".into(), officer: None },
            on,
            consulted: None,
        })
    }

    fn say(&self, making: &mut Making, on: Day, event: &Event) -> Done<()> {
        let entry = self.ring.sign_entry(Statement {
            case: making.case,
            id: EntryId::random(&self.random),
            officer: self.ring.officer(),
            at_seconds: i64::from(on.number().max(making.day.number())) * 86_400 + 36_000,
            report: sealed_hash(&making.items[0]),
            parents: std::mem::take(&mut making.parents),
            item: None,
            body: event.encode().to_vec().into(),
            readers: None,
        });
        making.parents = vec![entry.hash()];
        making.items.push(seal(&entry, &self.readers)?);
        Ok(())
    }
}
