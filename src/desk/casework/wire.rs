//! Events to bytes and back.
//!
//! Entries carry the bytes. Every kind and every key stays as it is for years; a body that this
//! version does not know whole, from a newer version or damaged, reads as `None`, never as a part.

use super::{
    case_fields::CaseField,
    checklist::Item,
    criteria::Criterion,
    event::{
        Aftercare, Answered, Assessment, Causes, Closed, Conflict, Correction, DeadlineSet,
        Decision, Event, Fact, FieldSet, Marked, MessageSent, NextStep, Person, PoliceContact,
        Silence, Who,
    },
    fields::{Fields, Unknown},
    keyed::Keyed,
    stamp::EntryId,
};
use crate::core::{Day, OfficerId, Plaintext, thread::Status};
use zeroize::Zeroizing;

/// How deep one event may lie in another: a correction holds one, which holds none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Outside,
    Inside,
}

impl Event {
    /// The body of an entry.
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        self.fields().encode()
    }

    /// Reads the body of an entry; `None` when this version does not know all of it.
    pub fn decode(body: &[u8]) -> Option<Self> {
        decode(body, Depth::Outside).ok()
    }

    fn fields(&self) -> Fields<'_> {
        match self {
            Self::Marked(it) => Fields::of("marked")
                .text("item", it.item.key)
                .keyed("mark", it.mark)
                .maybe("note", it.note.as_ref()),
            Self::Safe(it) => answered("safe", it),
            Self::Punishable(it) => answered("punishable", it),
            Self::Routed(it) => answered("routed", it),
            Self::Whistleblower(it) => answered("whistleblower", it),
            Self::Conflict(it) => Fields::of("conflict")
                .keyed("kind", it.kind)
                .keyed("stance", it.stance)
                .maybe("note", it.note.as_ref()),
            Self::Field(it) => Fields::of("field")
                .text("field", it.field.key)
                .many("values", it.values.iter().map(Plaintext::expose)),
            Self::Fact(it) => fact(it),
            Self::Person(it) => Fields::of("person")
                .written("pseudonym", &it.pseudonym)
                .maybe("name", it.name.as_ref())
                .maybe("function", it.function.as_ref())
                .maybe("contact", it.contact.as_ref()),
            Self::Decided(it) => decision(it),
            Self::Police(it) => police(it),
            Self::Assessed(it) => assessment(it),
            Self::Causes(it) => Fields::of("causes")
                .maybe("person", it.person.as_ref())
                .maybe("team", it.team.as_ref())
                .maybe("organisation", it.organisation.as_ref())
                .keyed("method", it.method),
            Self::Deadline(it) => deadline(it),
            Self::NextStep(it) => next_step(it),
            Self::Silence(it) => Fields::of("silence")
                .written("of", &it.of)
                .keyed("change", it.change)
                .day("on", Some(it.on)),
            Self::Aftercare(it) => aftercare(it),
            Self::MessageSent(it) => {
                Fields::of("message_sent").bytes("item", Some(&it.item)).keyed("word", it.word)
            }
            Self::NoWord(reason) => Fields::of("no_word").plain("reason", reason),
            Self::Note(text) => Fields::of("note").plain("text", text),
            Self::Status(status) => Fields::of("status").text("status", status.key),
            Self::Closed(it) => {
                Fields::of("closed").keyed("outcome", it.outcome).plain("reason", &it.reason)
            }
            Self::Reopened(reason) => Fields::of("reopened").plain("reason", reason),
            Self::Correction(it) => Fields::of("correction")
                .bytes("of", Some(it.of.as_bytes()))
                .plain("why", &it.why)
                .inside("instead", it.instead.as_deref().map(Self::encode)),
            Self::Audit(what) => Fields::of("audit").keyed("what", *what),
        }
    }
}

fn answered<'a, T: Keyed>(kind: &'static str, it: &'a Answered<T>) -> Fields<'a> {
    Fields::of(kind).keyed("answer", it.answer).maybe("note", it.note.as_ref())
}

fn fact(it: &Fact) -> Fields<'_> {
    let about = it.about.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let fields = Fields::of("fact").plain("when", &it.when).plain("words", &it.words);
    let fields = match &it.who {
        Some(who) => fields.written("who", who),
        None => fields,
    };
    fields
        .keyed("source", it.source)
        .written("about", &about)
        .maybe("interpretation", it.interpretation.as_ref())
}

fn decision(it: &Decision) -> Fields<'_> {
    let fields = Fields::of("decided")
        .keyed("kind", it.kind)
        .keyed("outcome", it.outcome)
        .many("criteria", it.criteria.iter().map(|criterion| criterion.key))
        .plain("reasons", &it.reasons)
        .day("on", Some(it.on))
        .maybe("consulted", it.consulted.as_ref());
    who(fields, "decided_by", "decided_by_officer", &it.decided_by)
}

fn police(it: &PoliceContact) -> Fields<'_> {
    Fields::of("police")
        .keyed("step", it.step)
        .plain("with", &it.with)
        .day("on", Some(it.on))
        .plain("agreements", &it.agreements)
}

fn deadline(it: &DeadlineSet) -> Fields<'_> {
    Fields::of("deadline")
        .keyed("deadline", it.deadline)
        .keyed("change", it.change)
        .day("on", Some(it.on))
        .day("until", it.until)
        .maybe("reason", it.reason.as_ref())
}

fn assessment(it: &Assessment) -> Fields<'_> {
    let fields = Fields::of("assessed")
        .many("nature", it.nature.iter().map(|nature| nature.key()))
        .keyed("seriousness", it.seriousness)
        .keyed("risk", it.risk)
        .plain("why", &it.why);
    let fields = who(fields, "investigator", "investigator_officer", &it.investigator);
    who(fields, "assessor", "assessor_officer", &it.assessor)
}

fn next_step(it: &NextStep) -> Fields<'_> {
    let fields = Fields::of("next_step")
        .day("on", Some(it.on))
        .keyed("lies_with", it.lies_with)
        .plain("what", &it.what);
    match &it.who {
        Some(somebody) => who(fields, "who", "who_officer", somebody),
        None => fields,
    }
}

fn aftercare(it: &Aftercare) -> Fields<'_> {
    Fields::of("aftercare")
        .keyed("group", it.group)
        .plain("owner", &it.owner)
        .maybe("first_care", it.first_care.as_ref())
        .day("follow_up", it.follow_up)
        .maybe("expert_help", it.expert_help.as_ref())
        .day("done_on", it.done_on)
}

fn who<'a>(fields: Fields<'a>, name: &'static str, id: &'static str, who: &'a Who) -> Fields<'a> {
    let officer = who.officer.as_ref().map(|officer| officer.as_bytes().as_slice());
    fields.plain(name, &who.name).bytes(id, officer)
}

fn decode(body: &[u8], depth: Depth) -> Result<Event, Unknown> {
    let mut from = Fields::decode(body)?;
    let event = read(&mut from, depth)?;
    from.end()?;
    Ok(event)
}

fn read(from: &mut Fields<'_>, depth: Depth) -> Result<Event, Unknown> {
    Ok(match from.kind() {
        "marked" => Event::Marked(Marked {
            item: Item::find(from.take_text("item")?).ok_or(Unknown)?,
            mark: from.take_keyed("mark")?,
            note: from.take_maybe("note")?,
        }),
        "safe" => Event::Safe(read_answered(from)?),
        "punishable" => Event::Punishable(read_answered(from)?),
        "routed" => Event::Routed(read_answered(from)?),
        "whistleblower" => Event::Whistleblower(read_answered(from)?),
        "conflict" => Event::Conflict(Conflict {
            kind: from.take_keyed("kind")?,
            stance: from.take_keyed("stance")?,
            note: from.take_maybe("note")?,
        }),
        "field" => Event::Field(read_field(from)?),
        "fact" => Event::Fact(read_fact(from)?),
        "person" => Event::Person(Person {
            pseudonym: from.take_written("pseudonym")?,
            name: from.take_maybe("name")?,
            function: from.take_maybe("function")?,
            contact: from.take_maybe("contact")?,
        }),
        "decided" => Event::Decided(read_decision(from)?),
        "police" => Event::Police(PoliceContact {
            step: from.take_keyed("step")?,
            with: from.take_plain("with")?,
            on: some_day(from, "on")?,
            agreements: from.take_plain("agreements")?,
        }),
        "assessed" => Event::Assessed(read_assessment(from)?),
        "causes" => Event::Causes(Causes {
            person: from.take_maybe("person")?,
            team: from.take_maybe("team")?,
            organisation: from.take_maybe("organisation")?,
            method: from.take_keyed("method")?,
        }),
        "deadline" => Event::Deadline(read_deadline(from)?),
        "next_step" => Event::NextStep(read_next_step(from)?),
        "aftercare" => Event::Aftercare(read_aftercare(from)?),
        "correction" if depth == Depth::Outside => Event::Correction(read_correction(from)?),
        _ => read_short(from)?,
    })
}

/// The events that are little more than one value.
fn read_short(from: &mut Fields<'_>) -> Result<Event, Unknown> {
    Ok(match from.kind() {
        "silence" => Event::Silence(Silence {
            of: from.take_written("of")?,
            change: from.take_keyed("change")?,
            on: some_day(from, "on")?,
        }),
        "message_sent" => {
            let item = from.take_bytes("item")?.ok_or(Unknown)?;
            let item = item.try_into().map_err(|_| Unknown)?;
            Event::MessageSent(MessageSent { item, word: from.take_keyed("word")? })
        }
        "no_word" => Event::NoWord(from.take_plain("reason")?),
        "note" => Event::Note(from.take_plain("text")?),
        "status" => Event::Status(Status::find(from.take_text("status")?).ok_or(Unknown)?),
        "closed" => Event::Closed(Closed {
            outcome: from.take_keyed("outcome")?,
            reason: from.take_plain("reason")?,
        }),
        "reopened" => Event::Reopened(from.take_plain("reason")?),
        "audit" => Event::Audit(from.take_keyed("what")?),
        _ => return Err(Unknown),
    })
}

fn read_answered<T: Keyed>(from: &mut Fields<'_>) -> Result<Answered<T>, Unknown> {
    Ok(Answered { answer: from.take_keyed("answer")?, note: from.take_maybe("note")? })
}

fn read_field(from: &mut Fields<'_>) -> Result<FieldSet, Unknown> {
    let field = CaseField::find(from.take_text("field")?).ok_or(Unknown)?;
    let allowed = |value| field.allows(value).then(|| Plaintext::from(value));
    let values = from.take_many("values", allowed)?;
    if values.len() > 1 && !field.is_many() { Err(Unknown) } else { Ok(FieldSet { field, values }) }
}

fn read_fact(from: &mut Fields<'_>) -> Result<Fact, Unknown> {
    let who = from.take_maybe("who")?;
    let who = who.map(|who| who.expose().parse().map_err(|_| Unknown)).transpose()?;
    let about = from.take_text("about")?.split_whitespace();
    Ok(Fact {
        when: from.take_plain("when")?,
        who,
        words: from.take_plain("words")?,
        source: from.take_keyed("source")?,
        about: about.map(|who| who.parse().map_err(|_| Unknown)).collect::<Result<_, _>>()?,
        interpretation: from.take_maybe("interpretation")?,
    })
}

fn read_decision(from: &mut Fields<'_>) -> Result<Decision, Unknown> {
    Ok(Decision {
        kind: from.take_keyed("kind")?,
        outcome: from.take_keyed("outcome")?,
        criteria: from.take_many("criteria", Criterion::find)?,
        reasons: from.take_plain("reasons")?,
        decided_by: read_who(from, "decided_by", "decided_by_officer")?.ok_or(Unknown)?,
        on: some_day(from, "on")?,
        consulted: from.take_maybe("consulted")?,
    })
}

fn read_assessment(from: &mut Fields<'_>) -> Result<Assessment, Unknown> {
    Ok(Assessment {
        nature: from.take_many("nature", Keyed::find)?,
        seriousness: from.take_keyed("seriousness")?,
        risk: from.take_keyed("risk")?,
        why: from.take_plain("why")?,
        investigator: read_who(from, "investigator", "investigator_officer")?.ok_or(Unknown)?,
        assessor: read_who(from, "assessor", "assessor_officer")?.ok_or(Unknown)?,
    })
}

fn read_deadline(from: &mut Fields<'_>) -> Result<DeadlineSet, Unknown> {
    Ok(DeadlineSet {
        deadline: from.take_keyed("deadline")?,
        change: from.take_keyed("change")?,
        on: some_day(from, "on")?,
        until: from.take_day("until")?,
        reason: from.take_maybe("reason")?,
    })
}

fn read_next_step(from: &mut Fields<'_>) -> Result<NextStep, Unknown> {
    Ok(NextStep {
        on: some_day(from, "on")?,
        lies_with: from.take_keyed("lies_with")?,
        who: read_who(from, "who", "who_officer")?,
        what: from.take_plain("what")?,
    })
}

fn read_aftercare(from: &mut Fields<'_>) -> Result<Aftercare, Unknown> {
    Ok(Aftercare {
        group: from.take_keyed("group")?,
        owner: from.take_plain("owner")?,
        first_care: from.take_maybe("first_care")?,
        follow_up: from.take_day("follow_up")?,
        expert_help: from.take_maybe("expert_help")?,
        done_on: from.take_day("done_on")?,
    })
}

fn read_correction(from: &mut Fields<'_>) -> Result<Correction, Unknown> {
    let of = from.take_bytes("of")?.ok_or(Unknown)?.try_into().map_err(|_| Unknown)?;
    let instead = from.take_bytes("instead")?;
    let instead = instead.map(|body| decode(body, Depth::Inside).map(Box::new)).transpose()?;
    Ok(Correction { of: EntryId::from_bytes(of), why: from.take_plain("why")?, instead })
}

fn read_who(from: &mut Fields<'_>, name: &str, id: &str) -> Result<Option<Who>, Unknown> {
    let officer = from.take_bytes(id)?.map(<[u8; 16]>::try_from).transpose();
    let officer = officer.map_err(|_| Unknown)?.map(OfficerId::from_bytes);
    let name = from.take_maybe(name)?;
    Ok(name.map(|name| Who { name, officer }))
}

fn some_day(from: &mut Fields<'_>, key: &str) -> Result<Day, Unknown> {
    from.take_day(key)?.ok_or(Unknown)
}
