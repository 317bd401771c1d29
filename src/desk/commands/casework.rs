//! The commands of casework: today, one case, a mark, a note.

use super::{CommandError, Session, Unlocked, find};
use crate::{
    core::CaseId,
    desk::{
        act::Act,
        arguments::TickArguments,
        casework::{
            CaseFile, Event, Keyed, Terms,
            agenda::{Agenda, Task, When},
            checklist::{Gate, Item, Step},
            choices::Mark,
            event::Marked,
            steps::PoliceGate,
        },
        dossier::Dossier,
        shelf::Shelf,
        sync::SyncError,
        terminal::{inbox_line, print, read_text},
        view::{CaseLine, day_text, finding_texts},
    },
};

impl Session<'_> {
    pub(super) fn today(&self) -> Result<(), CommandError> {
        let (workplace, _, book) = self.unlocked()?;
        let terms = Terms::read(workplace.folder())?;
        let mut shelf = Shelf::default();
        shelf.refresh(&book, &terms);
        let tasks = shelf.iter().filter_map(|slip| slip.tasks.as_ref());
        let agenda = Agenda::of(tasks, workplace.today());
        let new = shelf.unanswered();
        let mut lines = vec![format!("{} ({})", self.texts.desk_show_new(), new.len())];
        let new = new.iter().filter_map(|case| book.get(*case));
        lines.extend(new.map(|case| format!("  {}", inbox_line(&CaseLine::of(case, self.texts)))));
        for when in [When::Late, When::Today, When::ThisWeek] {
            lines.push(format!("\n{} ({})", when.text(self.texts), agenda.count(when)));
            let tasks = agenda.tasks.iter().filter(|task| task.when == when);
            lines.extend(tasks.map(|task| self.task_line(task)));
        }
        Ok(print(&lines)?)
    }

    fn task_line(&self, task: &Task) -> String {
        let number = task.case.map(|(_, number)| number.to_string()).unwrap_or_default();
        let late =
            if task.late_by > 0 { self.texts.desk_late_by(task.late_by) } else { String::new() };
        let day = day_text(self.texts, task.due);
        let parts = [number, task.deadline.text(self.texts), day, late];
        let parts = parts.iter().map(String::as_str).filter(|part| !part.is_empty());
        format!("  {}", parts.collect::<Vec<_>>().join("  "))
    }

    pub(super) fn case(&self, number: &str) -> Result<(), CommandError> {
        let (workplace, _, book) = self.unlocked()?;
        let terms = Terms::read(workplace.folder())?;
        let case = find(&book, number)?;
        let dossier = Dossier::of(case).ok_or(CommandError::Shut)?;
        let file = dossier.file();
        let mut lines = vec![self.texts.desk_case_title(number.to_uppercase())];
        lines.extend(finding_texts(case, self.texts));
        lines.extend(file.police_gate().notice(self.texts));
        lines.push(format!("\n{}", self.texts.casework_section_deadlines()));
        for due in file.due(&terms).iter().filter(|due| due.is_open()) {
            let (what, day) = (due.deadline.text(self.texts), day_text(self.texts, due.due));
            let late = due.late_by(workplace.today());
            let late = if late > 0 { self.texts.desk_late_by(late) } else { String::new() };
            let rule = due.deadline.rule();
            lines.push(format!("  {what}: {day} {late}"));
            let (rule, source) = ((rule.text)(self.texts), rule.source.text(self.texts));
            lines.push(format!("    {rule} – {source}"));
        }
        Step::ALL.iter().for_each(|step| lines.extend(self.open_items(&file, *step)));
        lines.push(format!("\n{}", self.texts.desk_keeps_open()));
        let open = file.what_keeps_it_open(&terms);
        lines.extend(open.iter().map(|it| format!("  {}", it.sentence(self.texts))));
        Ok(print(&lines)?)
    }

    /// What is still open in a checklist, each item with its key.
    fn open_items(&self, file: &CaseFile, step: Step) -> Vec<String> {
        let states = file.checklist(step);
        let open: Vec<_> = states.iter().filter(|state| !state.is_settled()).collect();
        if open.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![format!("\n{}", step.text(self.texts))];
        for state in open {
            lines.push(format!("  {}  {}", state.item.key, (state.item.text)(self.texts)));
            lines.extend(state.warning(self.texts).map(|warning| format!("    {warning}")));
        }
        lines
    }

    pub(super) fn tick(&self, arguments: TickArguments) -> Result<(), CommandError> {
        let TickArguments { number, item, note, not_needed, undo } = arguments;
        let item = Item::find(&item).ok_or(CommandError::Item)?;
        let mark = match (not_needed, undo) {
            (_, true) => Mark::Open,
            (true, _) => Mark::NotNeeded,
            _ => Mark::Done,
        };
        let unlocked = self.unlocked()?;
        let case = find(&unlocked.2, &number)?;
        let gate = Dossier::of(case).ok_or(CommandError::Shut)?.file().police_gate();
        let waits = item.gate == Gate::PoliceFirst && gate == PoliceGate::Shut;
        if waits && mark != Mark::Open {
            return Err(CommandError::PoliceFirst);
        }
        let id = case.id;
        let note = note.map(Into::into);
        self.say(unlocked, id, Event::Marked(Marked { item, mark, note }))
    }

    pub(super) fn note(&self, number: &str, text: Option<String>) -> Result<(), CommandError> {
        // Standard input is read after the passphrase, which may be its first line.
        let unlocked = self.unlocked()?;
        let text = text.map_or_else(read_text, Ok).map_err(|_| CommandError::Input)?;
        let text = crate::core::report::tidy(&text);
        if text.is_blank() {
            return Err(CommandError::Empty);
        }
        let id = find(&unlocked.2, number)?.id;
        self.say(unlocked, id, Event::Note(text))
    }

    /// Records something, and does a round with the server; without one it waits.
    fn say(
        &self,
        (workplace, ring, mut book): Unlocked,
        id: CaseId,
        event: Event,
    ) -> Result<(), CommandError> {
        let case = book.get_mut(id).ok_or(CommandError::Shut)?;
        let act = Act { once: workplace.new_entry_id(), message: None, events: vec![event] };
        workplace.keep_act(&ring, case, act)?;
        print(&[self.texts.desk_notice_recorded()])?;
        match workplace.sync(&ring) {
            // It lies sealed and ready, and goes with the next round.
            Ok(_) | Err(SyncError::NoServer | SyncError::Remote(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
