//! Where officers said different things without knowing of each other, and settling it.
//!
//! Each side is shown with who said it and when. Whoever settles it says one of them again, now
//! knowing both; nothing is dropped silently.

use super::case::{CaseContext, Outcome, Read, Tab};
use crate::{
    core::EntryId,
    desk::{
        casework::{
            CaseFile, Event, Stamp,
            closing::Topic,
            register::{Register, Said},
        },
        form::{FormFields, FormView},
        summary::summary,
    },
};

/// One difference.
pub(in crate::desk) struct Difference {
    pub topic: String,
    pub form: FormView,
}

/// One side of a difference.
type Side<'a> = (&'a Event, &'a Stamp);

/// What the names of its forms begin with.
pub(in crate::desk) const NAME: &str = "settle-";

/// Every difference of a case, each with its form on the overview.
pub(in crate::desk) fn differences(context: &CaseContext) -> Vec<Difference> {
    let topics = context.file.differences();
    let difference = |topic: &Topic| {
        let sides = sides(context.file, *topic);
        let name = format!("{NAME}{}", sides.first()?.1.id);
        let row = |(event, stamp): &Side| {
            let text = summary(event, context.t);
            (stamp.id.to_string(), format!("{text} ({})", context.said_by(stamp)))
        };
        let rows = sides.iter().map(row).collect();
        let form = context.form(Tab::Overview, &name);
        let form = form.radios_of("side", context.t.desk_difference_choose(), (rows, ""));
        let form = form.button(context.t.desk_difference_settle()).made();
        Some(Difference { topic: topic.text(context.t), form })
    };
    topics.iter().filter_map(difference).collect()
}

/// Reads which side holds: it is said again.
pub(in crate::desk) fn read(context: &CaseContext, fields: &FormFields) -> Read {
    let chosen = EntryId::parse(fields.text("side"));
    let topics = context.file.differences();
    let all = topics.iter().flat_map(|topic| sides(context.file, *topic));
    let side = all.into_iter().find(|(_, stamp)| Some(stamp.id) == chosen);
    let event = side.and_then(|(event, _)| Event::decode(&event.encode()));
    let mut reader = context.reader(fields);
    if event.is_none() {
        reader.fault("side", context.t.desk_fault_choice());
    }
    reader.done(event.map(|event| Outcome::Say(vec![event])))
}

fn sides<'a>(file: &CaseFile<'a>, topic: Topic) -> Vec<Side<'a>> {
    match topic {
        Topic::Safe => of(&file.safe),
        Topic::Punishable => of(&file.punishable),
        Topic::Route => of(&file.route),
        Topic::Whistleblower => of(&file.whistleblower),
        Topic::Conflict => {
            let differing = file.conflicts.values().find(|register| register.differs());
            differing.map(of).unwrap_or_default()
        }
        Topic::Field(field) => file.fields.get(field.key).map(of).unwrap_or_default(),
        Topic::Item(item) => file.marks.get(item.key).map(of).unwrap_or_default(),
        Topic::Person(pseudonym) => file.persons.get(&pseudonym).map(of).unwrap_or_default(),
        Topic::Assessment => of(&file.assessment),
        Topic::Causes => of(&file.causes),
        Topic::Deadline(deadline) => {
            let mut registers = file.deadlines.iter();
            let found = registers.find(|((key, _), it)| *key == deadline && it.differs());
            found.map(|(_, register)| of(register)).unwrap_or_default()
        }
        Topic::NextStep => of(&file.next_step),
        Topic::Silence(pseudonym) => file.silence.get(&pseudonym).map(of).unwrap_or_default(),
        Topic::Aftercare(group) => file.aftercare.get(&group).map(of).unwrap_or_default(),
        Topic::Status => of(&file.status),
        Topic::Ending => of(&file.ending),
    }
}

fn of<'a, T>(register: &Register<'a, T>) -> Vec<Side<'a>> {
    register.values().iter().map(|Said { event, by, .. }| (*event, *by)).collect()
}
