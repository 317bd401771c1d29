//! The commands about attachments: list them, save one.

use super::{CommandError, Session, find};
use crate::desk::{
    arguments::SaveArguments, attachments::write_readable, file_line::FileLine, terminal::print,
};

impl Session<'_> {
    /// Lists the attachments of a case.
    pub(super) fn attachments(&self, number: &str) -> Result<(), CommandError> {
        let (workplace, _, book) = self.unlocked()?;
        let files = FileLine::all(find(&book, number)?, &workplace.drawer, self.texts);
        let lines: Vec<String> = files.iter().map(FileLine::text).collect();
        let nothing = [self.texts.desk_files_none()];
        Ok(print(if lines.is_empty() { &nothing } else { &lines })?)
    }

    /// Saves one attachment, readable.
    pub(super) fn save(&self, arguments: &SaveArguments) -> Result<(), CommandError> {
        let (workplace, ring, book) = self.unlocked()?;
        let case = find(&book, &arguments.number)?;
        let no_file = || CommandError::NoFile(arguments.attachment.clone());
        let place = arguments.attachment.parse().ok().and_then(|it: usize| it.checked_sub(1));
        let attachment = place.and_then(|place| case.attachments().nth(place));
        let attachment = attachment.ok_or_else(no_file)?;
        if !workplace.drawer.has_attachment(case.id, attachment.id) {
            let fetched = workplace.fetch_attachment(&ring, case.id, attachment.id)?;
            workplace.drawer.keep_attachment(case.id, attachment, &fetched)?;
        }
        let content = workplace.drawer.open_attachment(case.id, attachment)?;
        write_readable(&arguments.to, &content)?;
        let file = arguments.to.display().to_string();
        Ok(print(&[self.texts.desk_file_saved(file)])?)
    }
}
